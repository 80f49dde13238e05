// The bare servers that every bench is measured against, in a process of their own: no framework, no rights, no markup.
//   GET  /bare?of=ADDRESS     the very bytes that address answers, in brotli, from memory, with ETag and 304
//   GET  /read?statements=S&bytes=N   S one-row SELECTs by key, then N bytes
//   POST /write               BEGIN, SELECT … FOR UPDATE, two INSERTs, COMMIT, a short answer
import { createServer, get } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
await pool.query('CREATE SCHEMA IF NOT EXISTS bench');
await pool.query('CREATE TABLE IF NOT EXISTS bench.parent (id int PRIMARY KEY, note text NOT NULL)');
await pool.query(
  'CREATE TABLE IF NOT EXISTS bench.child (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, parent_id int NOT NULL REFERENCES bench.parent, note text NOT NULL)',
);
await pool.query(`INSERT INTO bench.parent SELECT n, repeat('x', 200) FROM generate_series(1, 1000) n ON CONFLICT DO NOTHING`);

const ETAG = '"bare"';
const bodies = new Map();
const bodyOf = (bytes) => {
  if (!bodies.has(bytes)) bodies.set(bytes, Buffer.alloc(bytes, 'x'));
  return bodies.get(bytes);
};
/** Not bytes of its own: a load generator reads some bytes faster than others. */
const copies = new Map();
const copyOf = (address) => {
  if (!copies.has(address)) copies.set(address, bytesOf(address));
  return copies.get(address);
};
const bytesOf = (address) =>
  new Promise((done, fail) => {
    get(address, { headers: { 'accept-encoding': 'br' } }, async (answer) => done(Buffer.concat(await answer.toArray()))).on('error', fail);
  });
const anyKey = () => 1 + Math.floor(Math.random() * 1000);

const answers = {
  '/bare': async (request, response, query) => {
    if (request.headers['if-none-match'] === ETAG) return response.writeHead(304, { etag: ETAG }).end();
    const body = await copyOf(query.get('of'));
    return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length, etag: ETAG }).end(body);
  },
  '/read': async (request, response, query) => {
    for (let made = 0; made < Number(query.get('statements')); made += 1) {
      await pool.query({ name: 'one', text: 'SELECT note FROM bench.parent WHERE id = $1', values: [anyKey()] });
    }
    const body = bodyOf(Number(query.get('bytes')));
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length }).end(body);
  },
  '/write': async (request, response) => {
    for await (const chunk of request) void chunk;
    const client = await pool.connect();
    const key = anyKey();
    await client.query('BEGIN');
    await client.query({ name: 'lock', text: 'SELECT note FROM bench.parent WHERE id = $1 FOR UPDATE', values: [key] });
    for (const note of ['first', 'second'])
      await client.query({ name: 'add', text: 'INSERT INTO bench.child (parent_id, note) VALUES ($1, $2)', values: [key, note] });
    await client.query('COMMIT');
    client.release();
    response.writeHead(303, { location: '/' }).end();
  },
};

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://here');
  Promise.resolve(answers[pathname](request, response, searchParams)).catch((error) => response.writeHead(500).end(String(error)));
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.on('disconnect', () => process.exit());
