import { type AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { FrontAnswer } from './front-answer.js';
import { FrontServer } from './front-server.js';
import { type EarlyAnswers, type Handle, Starting } from './starting.js';

const HEADERS = { 'x-policy': 'strict' };
const early: EarlyAnswers = ({ url }) => {
  if (url === '/broken') return Promise.reject(new Error('cannot be read'));
  return Promise.resolve(url === '/early' ? new FrontAnswer(200, {}, Buffer.from('early')) : null);
};
const framework: Handle = (request, response) => void response.end(`framework ${request.url}`);

let front: FrontServer;
let server: Server;
let url: string;

async function listening(patienceMs?: number): Promise<void> {
  front = new FrontServer(new Starting(early, HEADERS, patienceMs));
  server = front.serverFor(framework);
  await front.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
afterEach(() => front.close());

/** When the server has so many requests before it. */
const connected = (count: number): Promise<void> =>
  new Promise((resolve) => {
    let asked = 0;
    server.on('request', () => void (++asked === count && setImmediate(resolve)));
  });

describe('the server before its framework is there', () => {
  it('answers what needs none, and has the rest wait until it is there', async () => {
    await listening();
    const both = connected(3);
    const waiting = [fetch(`${url}/later`), fetch(`${url}/broken`, { method: 'POST', body: 'x' })];

    expect(await (await fetch(`${url}/early`)).text()).toBe('early');
    await both;
    front.open();

    expect(await Promise.all(waiting.map(async (one) => (await one).text()))).toEqual(['framework /later', 'framework /broken']);
    expect(await (await fetch(`${url}/early`)).text()).toBe('framework /early');
  });

  it('tells who has waited too long when to come back, a person in words and a program in JSON', async () => {
    await listening(20);

    const page = await fetch(`${url}/`, { headers: { accept: 'text/html' } });
    const reply = await fetch(`${url}/`, { headers: { accept: 'application/json' } });

    expect(page.status).toBe(503);
    expect(Object.fromEntries(page.headers)).toMatchObject({ 'retry-after': '5', 'cache-control': 'no-store', 'x-policy': 'strict' });
    expect(await page.text()).toMatch(/Attrait démarre\.[^]*Attrait is starting\./);
    expect([reply.status, await reply.json()]).toEqual([503, { error: 'starting', message: expect.any(String) }]);
  });

  it('tells whoever waits when there will be none, and takes nothing new', async () => {
    await listening();
    const one = connected(1);
    const waiting = fetch(`${url}/later`);
    await one;

    await front.close();

    expect((await waiting).status).toBe(503);
    await expect(fetch(`${url}/early`)).rejects.toThrow();
  });

  it('forgets at the end of its start what it kept before: its source may have changed meanwhile', async () => {
    await listening();
    await front.cache.publish({ url: '/deck', headers: {} }, { body: Buffer.from('deck'), etag: '"a"', headers: {}, age: 0 });
    expect(await (await fetch(`${url}/deck`)).text()).toBe('deck');

    front.open();

    expect(await (await fetch(`${url}/deck`)).text()).toBe('framework /deck');
  });
});
