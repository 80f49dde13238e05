// From `npm start` to the first deck, in seconds, when the demonstration is there already: the second start of a new installation.
// Beside it a bare node that answers one line, asked in the same way.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { median } from './measure.mjs';
import { freePort, ROOT } from './platform.mjs';
import { judge } from './report.mjs';

const ROUNDS = 5;
const folder = mkdtempSync(join(tmpdir(), 'attrait-bench-'));
const BARE = `require('node:http').createServer((_, answer) => answer.end('here')).listen(process.env.PORT, '127.0.0.1')`;

/** Seconds until each of the addresses answers 200; the program is ended afterwards, and waited for. */
async function secondsOf(command, paths) {
  const port = await freePort();
  const begun = performance.now();
  // A group of its own: what npm starts ends with it.
  const child = spawn(command[0], command.slice(1), {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DATA_DIR: folder, PORT: String(port), CHROMIUM_PATH: '/nowhere', DATABASE_URL: '', LOG_LEVEL: 'error' },
  });
  try {
    const seconds = [];
    for (const path of paths) {
      while (!(await answers(`http://127.0.0.1:${port}${path}`))) {
        if (child.exitCode !== null) throw new Error(`${command.join(' ')} ended with ${child.exitCode}.`);
        await wait(5);
      }
      seconds.push((performance.now() - begun) / 1000);
    }
    return seconds;
  } finally {
    await endGroup(child.pid);
  }
}

/** Waits for the last of them: the database is stopped after the server. */
async function endGroup(group) {
  process.kill(-group, 'SIGTERM');
  while (isThere(group)) await wait(20);
}

function isThere(group) {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
}

/** Each time on a connection of its own, as somebody who tries again. */
const answers = (url) =>
  new Promise((done) => {
    get(url, { agent: false }, (answer) => {
      answer.resume();
      done(answer.statusCode === 200);
    }).on('error', () => done(false));
  });

try {
  const START = [
    ['npm', 'start'],
    ['/slides/fr/competitive-analysis', '/health/ready'],
  ];
  const [first] = await secondsOf(...START);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [bare] = await secondsOf([process.execPath, '-e', BARE], ['/']);
    const [deck, ready] = await secondsOf(...START);
    rounds.push({ bare, deck, ready });
  }
  const of = (what) => median(rounds.map((round) => round[what]));
  const best = Math.min(...rounds.map(({ deck }) => deck)).toFixed(2);
  judge(
    'npm start to the first deck, second start, s',
    of('deck'),
    { atMost: { goal: 1.2, floor: 1.6 } },
    `(best ${best}); all ready ${of('ready').toFixed(2)} s, first start ${first.toFixed(2)} s, bare node ${of('bare').toFixed(2)} s`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
