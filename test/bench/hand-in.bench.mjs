// Handing in a stage's texts against one bare transaction that locks a row and adds two. What ours does besides: session, rights,
// draft saved under its version, attempt, files and members frozen, receipt, audit line, a mail to each member.
import { signIn } from './browser-session.mjs';
import { growTo } from './growth.mjs';
import { handInOf } from './hand-in.mjs';
import { expectStatus, timeRatio } from './measure.mjs';
import { SIZES } from './pages.mjs';
import { startPlatform, statementsOf } from './platform.mjs';
import { report } from './report.mjs';

const TIMES = 60;
const { url, control, database, stop } = await startPlatform();
try {
  const write = await control('write');
  const bare = () => expectStatus(303, write, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x'.repeat(1_500) });
  for (const people of SIZES) {
    await growTo(database, people);
    const { prepare, handIn } = handInOf(url, await signIn(url, 'student1@attrait.example'));
    const result = await timeRatio({ control: bare, subject: handIn, prepare, times: TIMES });
    const bodies = [await prepare(), await prepare()];
    // The first is for the warming up of the count.
    const statements = await statementsOf(database, () => handIn(bodies.shift()), 1);
    report(`hand-in of text, ${people} people`, result, { unit: 'ms p50', atMost: { goal: 1.8, floor: 2.5 }, statements, needed: 5 });
  }
} finally {
  await stop();
}
