// Handing in a stage's texts against one bare transaction that locks a row and adds two. What ours does besides: session, rights,
// draft saved under its version, attempt, files and members frozen, receipt, audit line, a mail to each member.
import { randomUUID } from 'node:crypto';
import { signIn, tokenIn } from './browser-session.mjs';
import { expectStatus, report, timeRatio } from './measure.mjs';
import { growTo, startPlatform, statementsOf } from './platform.mjs';

const BOUNDARY = 'attrait-bench';
const TIMES = 60;
const { url, controls, database, stop } = await startPlatform();

/** The form of the page as a browser would send it back, with a key of its own. */
function formOf(html) {
  const hidden = (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  const texts = [...html.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)<\/textarea>/g)].map(([, name, text]) => [name, text]);
  const fields = [['_token', tokenIn(html)], ['version', hidden('version')], ['request_key', randomUUID()], ...texts];
  const parts = fields.map(([name, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  return `${parts.join('')}--${BOUNDARY}--\r\n`;
}

try {
  for (const people of [60, 1_000, 10_000]) {
    await growTo(database, people);
    const session = await signIn(url, 'student1@attrait.example');
    const stage = `${url}/courses/demo/assignments/competitive-analysis/stages/grid`;
    const headers = { ...session, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
    const prepare = async () => formOf((await expectStatus(200, stage, { headers: session })).body);
    const handIn = (body) => expectStatus(303, `${stage}/submissions`, { method: 'POST', headers, body });
    const bare = () =>
      expectStatus(303, `${controls}/write`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x'.repeat(1_500) });

    const result = await timeRatio({ control: bare, subject: handIn, prepare, times: TIMES });
    report(`hand-in of text, ${people} people`, result, { unit: 'ms p50', atMost: 5 });
    const body = await prepare();
    console.log(
      `       ${await statementsOf(database, () => handIn(body.replace(/(name="request_key"\r\n\r\n)[^\r]+/, `$1${randomUUID()}`)), 1)} statements`,
    );
  }
} finally {
  await stop();
}
