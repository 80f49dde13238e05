// A full worksheet: opening it and its sections, against as many one-row SELECTs as a page needs and as many bytes; saving one cell,
// against one bare transaction that locks a row and adds two. What ours does besides: session, rights, versions, the change that is kept.
import { signIn, tokenIn } from './browser-session.mjs';
import { expectStatus, timeRatio } from './measure.mjs';
import { startPlatform, statementsOf } from './platform.mjs';
import { report } from './report.mjs';
import { fillWorksheet } from './worksheet.mjs';

const TIMES = 60;
const PAGES = {
  overview: '',
  organisations: '/sections/website',
  profiles: '/sections/profiles',
  posts: '/sections/posts',
  proofs: '/sections/evidence',
};
const { url, control, processors, database, stop } = await startPlatform();
try {
  const at = `${url}/courses/demo/assignments/competitive-analysis/workspace`;
  const headers = await signIn(url, 'student1@attrait.example');
  const { post, cells } = await fillWorksheet(database, 'Boussole');
  for (const [name, path] of Object.entries(PAGES)) {
    const open = () => expectStatus(200, `${at}${path}`, { headers });
    const statements = await statementsOf(database, open);
    const { bytes } = await open();
    const bare = await control('read', { statements: 4, bytes });
    const result = await timeRatio({ control: () => expectStatus(200, bare), subject: open, processors, times: TIMES });
    report(`worksheet of ${cells} cells, ${name}, ${bytes} bytes`, result, {
      unit: 'ms p50',
      atMost: { goal: 8, floor: 16 },
      statements,
      needed: 4,
    });
  }
  const row = `${at}/sections/posts/rows/${post}`;
  const { body } = await expectStatus(200, row, { headers });
  const json = { ...headers, 'content-type': 'application/json', 'x-form-token': tokenIn(body) };
  let version = 1;
  const save = () =>
    expectStatus(200, `${row}/fields/posts.reactions`, {
      method: 'PUT',
      headers: json,
      body: JSON.stringify({ state: 'value', value: version, version: version++ }),
    });
  const write = await control('write');
  const bare = () => expectStatus(303, write, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x'.repeat(50) });
  const result = await timeRatio({ control: bare, subject: save, processors, times: TIMES });
  const statements = await statementsOf(database, save, 1);
  report('saving a cell', result, { unit: 'ms p50', atMost: { goal: 4, floor: 6 }, statements, needed: 2 });
} finally {
  await stop();
}
