// Processor time of a request by kind, in milliseconds: what the server used, divided as the samples of its main thread are.
// 16 clients at a time, a save's one. Runs when it is asked for: npm run bench -- profile
import { signIn } from './browser-session.mjs';
import { saveOf } from './grading.mjs';
import { growTo } from './growth.mjs';
import { handInOf } from './hand-in.mjs';
import { load } from './measure.mjs';
import { startPlatform } from './platform.mjs';
import { timesByKind } from './profile-kinds.mjs';
import { readGauge } from './reading-gauge.mjs';

const AMOUNT = 400;
const { url, platform, processors, database, stop } = await startPlatform();
const rows = {};

async function profile(name, work, amount = AMOUNT) {
  await work(amount);
  await readGauge(platform, 'profile');
  const before = await processors();
  await work(amount);
  const used = (await processors()).ours - before.ours;
  rows[name] = timesByKind(await readGauge(platform, 'profiled'), used / amount);
}

const pages = (headers, path) => (amount) => load({ url: `${url}${path}`, headers, amount });
const inSequence = (work) => async (amount) => {
  for (let made = 0; made < amount; made += 1) await work();
};

try {
  await growTo(database, 1_000);
  const student = await signIn(url, 'student1@attrait.example');
  const assistant = await signIn(url, 'assistant1@attrait.example');
  await profile('home', pages(student, '/courses/demo'));
  await profile('unit', pages(student, '/courses/demo/units/web-writing'));
  await profile('stage', pages(student, '/courses/demo/assignments/competitive-analysis/stages/grid'));
  await profile('queue', pages(assistant, '/courses/demo/grading'));
  await profile('search', pages(student, `/courses/demo/search?q=${encodeURIComponent('preuve')}`), 30);
  await profile('CSV of 1,000', pages(await signIn(url, 'lecturer@attrait.example'), '/courses/demo/gradebook.csv'), 16);
  const { address, headers, prepare } = handInOf(url, student);
  const forms = [];
  for (let made = 0; made < 300; made += 1) forms.push(await prepare());
  const handIn = (amount) =>
    load({ url: address, amount, requests: [{ method: 'POST', headers, setupRequest: (sent) => ({ ...sent, body: forms.shift() }) }] });
  await profile('hand-in', handIn, 150);
  await profile('save', inSequence(await saveOf(url, assistant, database)));
  console.table(rows);
} finally {
  await stop();
}
