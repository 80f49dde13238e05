// Preloaded into a server that is measured: tells, over the channel to its parent, the processor time it has used in milliseconds,
// and takes a profile of its main thread. It changes nothing else, and does not keep the process alive.
import cluster from 'node:cluster';
import { Session } from 'node:inspector/promises';

const session = new Session();
const answers = {
  processor: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  profile: async () => {
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 500 });
    await session.post('Profiler.start');
  },
  profiled: async () => {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    return profile;
  },
};

process.on('message', async ({ gauge }) => {
  if (gauge in answers) process.send({ gauge, value: await answers[gauge]() });
});
// To a process of several the channel is also its way to the port.
if (cluster.isPrimary) process.channel?.unref();
