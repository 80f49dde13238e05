// A search, signed in, against a bare server that looks a session up and sends the same full-text query: what matches, in its order,
// twenty of them, then as many bytes. No rights, no marks, no counts.
import { signIn } from './browser-session.mjs';
import { growTo } from './growth.mjs';
import { expectStatus, timeRatio } from './measure.mjs';
import { SIZES } from './pages.mjs';
import { startPlatform, statementsOf } from './platform.mjs';
import { report } from './report.mjs';

const QUESTIONS = ['réseaux sociaux', 'évaluer une preuve', 'niche', 'content strategy', 'analyse concurrentielle'];
/** Each may search sixty times a minute. */
const READERS = Array.from({ length: 24 }, (_, place) => `student${place + 1}@attrait.example`);
const TIMES = 120;

const BARE = `
  WITH question AS MATERIALIZED (
    SELECT string_agg('(' || search_query(written, plain)::text || ' | ''' || plain || ''':*)', ' & ')::tsquery AS query
    FROM unnest($1::text[], $2::text[]) AS term (written, plain)
    WHERE numnode(phraseto_tsquery('french', written)) > 0
  )
  SELECT kind, language, title, body, address, d.weight * ts_rank_cd(d.vector, question.query, 1) AS rank,
         ts_headline('french', body, question.query) AS passage
  FROM question JOIN search_document d ON d.vector @@ question.query ORDER BY rank DESC LIMIT 20`;

const plain = (word) => word.normalize('NFD').replace(/\p{M}/gu, '');
const values = QUESTIONS.map((question) => question.split(' ')).map((words) => [words, words.map(plain)]);

const { url, control, processors, database, stop } = await startPlatform();
try {
  await indexed();
  const sessions = [];
  for (const reader of READERS) sessions.push(await signIn(url, reader));
  let asked = 0;
  const subject = () => {
    asked += 1;
    const question = encodeURIComponent(QUESTIONS[asked % QUESTIONS.length]);
    return expectStatus(200, `${url}/courses/demo/search?q=${question}`, { headers: sessions[asked % sessions.length] });
  };
  for (const people of SIZES) {
    await growTo(database, people);
    const statements = await statementsOf(database, subject);
    const bare = await control('query', { text: BARE, values, bytes: (await subject()).bytes });
    const result = await timeRatio({ control: () => expectStatus(200, bare), subject, processors, times: TIMES }, 3);
    report(`search, ${people} people`, result, { unit: 'ms p50', atMost: { goal: 2, floor: 2.5 }, statements, needed: 2 });
  }
} finally {
  await stop();
}

/** The index is written by a job after the start. */
async function indexed() {
  for (let tries = 0; tries < 300; tries += 1) {
    const { rows } = await database.query('SELECT count(*)::int AS there FROM search_document');
    if (rows[0].there > 500) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error('Nothing was indexed within a minute.');
}
