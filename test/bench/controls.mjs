// The bare servers that every bench is measured against, in a process of their own: no framework, no rights, no markup, and no
// address to take apart. A bench asks for a control by message ({ id, kind, … }) and is told its address. Kinds:
//   bare    the very bytes that an address answers, in brotli, from memory, with ETag and 304
//   read    so many one-row SELECTs by key, then so many bytes
//   query   a session looked up, the statement given, then so many bytes
//   write   BEGIN, SELECT … FOR UPDATE, two INSERTs, COMMIT, a short answer
//   copy    COPY … TO STDOUT of the statement given
import { createServer, get } from 'node:http';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
await pool.query('CREATE SCHEMA IF NOT EXISTS bench');
await pool.query('CREATE TABLE IF NOT EXISTS bench.parent (id int PRIMARY KEY, note text NOT NULL)');
await pool.query(
  'CREATE TABLE IF NOT EXISTS bench.child (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, parent_id int NOT NULL REFERENCES bench.parent, note text NOT NULL)',
);
await pool.query(`INSERT INTO bench.parent SELECT n, repeat('x', 200) FROM generate_series(1, 1000) n ON CONFLICT DO NOTHING`);

const HTML = 'text/html; charset=utf-8';
const anyKey = () => 1 + Math.floor(Math.random() * 1000);
const readOne = () => pool.query({ name: 'one', text: 'SELECT note FROM bench.parent WHERE id = $1', values: [anyKey()] });

/** The bytes themselves, not bytes of its own: a load generator reads some bytes faster than others. */
const bytesOf = (address) =>
  new Promise((done, fail) => {
    get(address, { headers: { 'accept-encoding': 'br' } }, async (answer) => done(Buffer.concat(await answer.toArray()))).on('error', fail);
  });

const kinds = {
  async bare({ of }) {
    const body = await bytesOf(of);
    const etag = '"bare"';
    const whole = ['content-type', HTML, 'content-encoding', 'br', 'vary', 'Accept-Encoding', 'etag', etag, 'content-length', body.length];
    return (request, response) => {
      if (request.headers['if-none-match'] === etag) response.writeHead(304, ['etag', etag]).end();
      else response.writeHead(200, whole).end(body);
    };
  },
  async read({ statements, bytes }) {
    const send = senderOf(bytes);
    return async (_, response) => {
      for (let made = 0; made < statements; made += 1) await readOne();
      send(response);
    };
  },
  async query({ text, values, bytes }) {
    const send = senderOf(bytes);
    let turn = 0;
    return async (_, response) => {
      await readOne();
      await pool.query({ name: 'query', text, values: values[(turn += 1) % values.length] });
      send(response);
    };
  },
  async write() {
    return async (request, response) => {
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
    };
  },
  async copy({ text }) {
    return async (_, response) => {
      await readOne();
      const client = await pool.connect();
      response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' });
      await pipeline(client.query(copyTo(`COPY (${text}) TO STDOUT (FORMAT csv)`)), response);
      client.release();
    };
  },
};

function senderOf(bytes) {
  const body = Buffer.alloc(bytes, 'x');
  const headers = ['content-type', HTML, 'content-length', bytes];
  return (response) => response.writeHead(200, headers).end(body);
}

const answers = new Map();
const server = createServer(async (request, response) => {
  try {
    await answers.get(request.url)(request, response);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
process.on('message', async ({ id, kind, ...given }) => {
  if (!id) return;
  answers.set(`/${id}`, await kinds[kind](given));
  process.send({ id, url: `http://127.0.0.1:${server.address().port}/${id}` });
});
process.send({ isReady: true });
process.on('disconnect', () => process.exit());
