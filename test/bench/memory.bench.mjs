// Resident memory of every process of the server together, in MiB: idle, and its highest while pages of every kind are asked for.
import { execFileSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { signIn } from './browser-session.mjs';
import { growTo } from './growth.mjs';
import { load } from './measure.mjs';
import { startPlatform } from './platform.mjs';
import { judge } from './report.mjs';

const ROUNDS = 3;
const AMOUNT = 1_000;
const PAGES = {
  'student1@attrait.example': ['', '/units/web-writing', '/assignments/competitive-analysis/stages/grid', '/calendar', '/marks'],
  'lecturer@attrait.example': ['', '/units/web-writing', '/grading', '/gradebook', '/gradebook.csv', '/teams'],
};

/** The resident memory of a process and of those it began, in MiB, one by one. */
function residentOf(pid) {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' }).trim().split('\n');
  const processes = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const own = new Set([pid]);
  for (const [child, parent] of processes) if (own.has(parent)) own.add(child);
  return processes.filter(([one]) => own.has(one)).map(([, , kilobytes]) => kilobytes / 1024);
}

const sum = (values) => values.reduce((total, value) => total + value, 0);

async function peakOf(pid, work) {
  let peak = [0];
  const watch = setInterval(() => {
    const now = residentOf(pid);
    if (sum(now) > sum(peak)) peak = now;
  }, 250);
  await work();
  clearInterval(watch);
  return peak;
}

async function readEverything(url) {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [email, paths] of Object.entries(PAGES)) {
      const headers = await signIn(url, email);
      const requests = paths.map((path) => ({ path: `/courses/demo${path}` }));
      await load({ url, headers, requests, amount: AMOUNT });
    }
    await load({ url: `${url}/slides/fr/competitive-analysis`, headers: { 'accept-encoding': 'br' }, amount: AMOUNT });
  }
}

const { url, restart, database, stop } = await startPlatform();
try {
  await growTo(database, 60);
  for (const [processes, most] of [
    [1, 220],
    [2, 450],
  ]) {
    // Begun again: what loading the demonstration leaves behind belongs to the first start.
    const { pid } = await restart({ WEB_CONCURRENCY: String(processes) });
    await wait(5_000);
    const idle = sum(residentOf(pid));
    const peak = await peakOf(pid, () => readEverything(url));
    const each = peak.map((value) => value.toFixed(0)).join(' + ');
    const limits = { atMost: { goal: most, floor: most } };
    judge(
      `memory of ${processes} ${processes > 1 ? 'processes' : 'process'} under load, MiB`,
      sum(peak),
      limits,
      `(${each}); idle ${idle.toFixed(0)}`,
    );
  }
} finally {
  await stop();
}
