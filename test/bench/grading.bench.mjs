// Saving a draft in grading against one bare transaction that locks a row and adds two. What ours does besides: session, rights,
// every choice checked against the rubric, the save kept beside the assessment, its version moved on, its criteria written.
import { signIn } from './browser-session.mjs';
import { saveOf } from './grading.mjs';
import { growTo } from './growth.mjs';
import { expectStatus, timeRatio } from './measure.mjs';
import { SIZES } from './pages.mjs';
import { startPlatform, statementsOf } from './platform.mjs';
import { report } from './report.mjs';

const TIMES = 100;
const { url, control, processors, database, stop } = await startPlatform();
try {
  const write = await control('write');
  const bare = () => expectStatus(303, write, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x'.repeat(1_200) });
  for (const people of SIZES) {
    await growTo(database, people);
    const save = await saveOf(url, await signIn(url, 'assistant1@attrait.example'), database);
    const result = await timeRatio({ control: bare, subject: save, processors, times: TIMES });
    const statements = await statementsOf(database, save, 10);
    report(`draft save in grading, ${people} people`, result, { unit: 'ms p50', atMost: { goal: 1.5, floor: 2 }, statements, needed: 4 });
  }
} finally {
  await stop();
}
