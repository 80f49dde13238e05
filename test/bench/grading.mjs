// One grader who saves a draft again and again, each time with other words.
import { tokenIn } from './browser-session.mjs';
import { ask, expectStatus } from './measure.mjs';

/** Saves the draft of a team of the demonstration class; every call is the next save. */
export async function saveOf(url, session, database) {
  const { rows } = await database.query(
    `SELECT a.id, a.version FROM assessment a JOIN submission s ON s.id = a.submission_id JOIN team t ON t.id = s.team_id
     WHERE a.state = 'draft' AND t.name NOT LIKE 'Grown %' ORDER BY a.id LIMIT 1`,
  );
  const [{ id }] = rows;
  let [{ version }] = rows;
  const address = `${url}/courses/demo/grading/${id}`;
  const html = (await expectStatus(200, address, { headers: session })).body;
  const headers = { ...session, 'content-type': 'application/json', accept: 'application/json', 'x-form-token': tokenIn(html) };
  let made = 0;
  return async () => {
    made += 1;
    const body = JSON.stringify({ version, content: contentOf(made) });
    const answer = await ask(address, { method: 'PUT', headers, body });
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body.slice(0, 300)}`);
    version = JSON.parse(answer.body).version;
  };
}

function contentOf(made) {
  const judgement = (level, points) => ({ level, points, comment: `Une remarque, la ${made}e : ${'précise et utile. '.repeat(20)}` });
  return {
    criteria: { evidence: judgement('B', 14), coding: judgement('C', 7) },
    gate: { level: 'ok', comment: '' },
    comment: `Essai ${made}`,
  };
}
