// Saving a draft in grading against one bare transaction that locks a row and adds two. What ours does besides: session, rights,
// every choice checked against the rubric, the save kept beside the assessment, its version moved on, its criteria written.
import { signIn, tokenIn } from './browser-session.mjs';
import { ask, expectStatus, report, timeRatio } from './measure.mjs';
import { growTo, startPlatform, statementsOf } from './platform.mjs';

const TIMES = 100;
const { url, controls, database, stop } = await startPlatform();

try {
  for (const people of [60, 1_000, 10_000]) {
    await growTo(database, people);
    const session = await signIn(url, 'assistant1@attrait.example');
    const { rows } = await database.query(`SELECT id FROM assessment WHERE state = 'draft' ORDER BY id LIMIT 1`);
    const desk = `${url}/courses/demo/grading/${rows[0].id}`;
    const html = (await expectStatus(200, desk, { headers: session })).body;
    const headers = { ...session, 'content-type': 'application/json', accept: 'application/json', 'x-form-token': tokenIn(html) };
    let { version } = (await database.query('SELECT version FROM assessment WHERE id = $1', [rows[0].id])).rows[0];
    let made = 0;
    const save = async () => {
      made += 1;
      const judgement = (level, points) => ({ level, points, comment: `Une remarque, la ${made}e : ${'précise et utile. '.repeat(20)}` });
      const content = {
        criteria: { evidence: judgement('B', 14), coding: judgement('C', 7) },
        gate: { level: 'ok', comment: '' },
        comment: `Essai ${made}`,
      };
      const answer = await ask(desk, { method: 'PUT', headers, body: JSON.stringify({ version, content }) });
      if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body.slice(0, 300)}`);
      version = JSON.parse(answer.body).version;
    };
    const bare = () =>
      expectStatus(303, `${controls}/write`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x'.repeat(1_200) });

    const result = await timeRatio({ control: bare, subject: save, times: TIMES });
    report(`draft save in grading, ${people} people`, result, { unit: 'ms p50', atMost: 5 });
    console.log(`       ${await statementsOf(database, save, 10)} statements`);
  }
} finally {
  await stop();
}
