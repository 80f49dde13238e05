// A search, signed in, over HTTP, against a bare client that sends the same full-text query: what matches, in its order, twenty of them.
import pg from 'pg';
import { signIn } from './browser-session.mjs';
import { expectStatus, report, timeRatio } from './measure.mjs';
import { startPlatform } from './platform.mjs';

const QUESTIONS = ['réseaux sociaux', 'évaluer une preuve', 'niche', 'content strategy', 'analyse concurrentielle'];
/** Each may search sixty times a minute. */
const READERS = Array.from({ length: 24 }, (_, place) => `student${place + 1}@attrait.example`);
const TIMES = 60;

/** The same table, stems, matches, rank and page; no rights, no marks, no counts. */
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

const { url, database, stop } = await startPlatform();
try {
  await indexed();
  const client = new pg.Client({ connectionString: database.options.connectionString });
  await client.connect();
  const sessions = [];
  for (const reader of READERS) sessions.push(await signIn(url, reader));
  let asked = 0;
  for (const question of QUESTIONS) {
    const words = question.split(' ');
    const control = () => client.query({ name: 'search', text: BARE, values: [words, words.map(plain)] });
    const address = `${url}/courses/demo/search?q=${encodeURIComponent(question)}`;
    const subject = () => expectStatus(200, address, { headers: sessions[(asked += 1) % sessions.length] });
    const { rows } = await control();
    const result = await timeRatio({ control, subject, times: TIMES }, 3);
    report(`search for “${question}”, ${rows.length} found`, result, { unit: 'ms p50', atMost: 3 });
  }
  await client.end();
} finally {
  await stop();
}

/** The index is written by a job after the start. */
async function indexed() {
  for (let tries = 0; tries < 300; tries += 1) {
    const { rows } = await database.query('SELECT count(*)::int AS there FROM search_document');
    if (rows[0].there > 500) return database.query('ANALYZE');
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error('Nothing was indexed within a minute.');
}
