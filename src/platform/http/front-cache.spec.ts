import { once } from 'node:events';
import { createServer, type IncomingMessage, ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { jest } from '@jest/globals';
import { FrontCache } from './front-cache.js';

const body = Buffer.from('<p>Répondez mieux.</p>'.repeat(100));

const page = { body, etag: '"abc"', headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public' }, age: 0 };
const asked = (url: string) => ({ url, headers: {} });

async function kept(): Promise<FrontCache> {
  const front = new FrontCache();
  await front.publish(asked('/slides/fr/web-pr'), page);
  return front;
}

describe('the front cache', () => {
  it('answers each browser in the best encoding it reads', async () => {
    const front = await kept();
    const ask = (encodings: string) => front.find({ url: '/slides/fr/web-pr', headers: { 'accept-encoding': encodings } })!;

    expect(brotliDecompressSync(ask('gzip, deflate, br').body!)).toEqual(body);
    expect(gunzipSync(ask('gzip').body!)).toEqual(body);
    expect(gunzipSync(ask('br;q=0, gzip').body!)).toEqual(body);
    expect(gunzipSync(ask('br;q=0.5, gzip').body!)).toEqual(body);
    expect(brotliDecompressSync(ask('*').body!)).toEqual(body);
    expect(ask('identity').body).toEqual(body);
    expect(ask('deflate, zstd').body).toEqual(body);
    expect(ask('brotli, xgzip').body).toEqual(body);
    expect(ask('br').headers['content-encoding']).toBe('br');
    expect(ask('').headers).not.toHaveProperty('content-encoding');
  });

  it('tells a browser that has it that nothing has changed', async () => {
    const answer = (await kept()).find({ url: '/slides/fr/web-pr?view=print', headers: { 'if-none-match': 'W/"x", "abc"' } })!;

    expect(answer).toMatchObject({ status: 304, body: undefined, headers: { etag: '"abc"', 'cache-control': 'public' } });
  });

  it('knows nothing of other addresses, and forgets what has changed', async () => {
    const front = await kept();

    expect(front.find({ url: '/slides/fr/web-pr/notes', headers: {} })).toBeNull();
    front.forget('/slides/');
    expect(front.find({ url: '/slides/fr/web-pr', headers: {} })).toBeNull();
  });

  it('keeps one answer for all the spellings of an address', async () => {
    const front = await kept();
    const first = front.find(asked('/slides/fr/web-pr'))!;

    for (const spelling of [
      '/slides/fr/%77eb-pr',
      '/slides/f%72/web%2Dpr',
      '/slides/fr/web%2dpr?x',
      '/slides/fr/web-pr#1',
      '/slides/fr/web-pr#%ff',
    ])
      expect((await front.publish(asked(spelling), page)).body).toBe(first.body);
    expect(front.find(asked('/slides/fr/%77eb-pr'))).toBeNull();

    await front.publish(asked('/slides/images/web-pr/caf%c3%a9.png'), page);
    expect(front.find(asked('/slides/images/web-pr/caf%C3%A9.png'))).not.toBeNull();
  });

  it('keeps so many bytes, and lets go of what was not asked for the longest', async () => {
    const front = new FrontCache(3 * 8_192);
    const isKept = (name: string): boolean => front.find(asked(name)) !== null;

    for (const name of ['/a', '/b', '/c', '/d']) {
      await front.publish(asked(name), page);
      front.find(asked('/a'));
    }

    expect(['/a', '/b', '/c', '/d'].map(isKept)).toEqual([true, false, true, true]);
  });

  it('answers, and does not keep, what is larger than all it may keep', async () => {
    const front = new FrontCache(1_000);

    expect((await front.publish(asked('/a'), page)).body).toEqual(body);
    expect(front.find(asked('/a'))).toBeNull();
  });

  it('does not keep what was read before its source changed', async () => {
    const front = new FrontCache();
    const { age } = front;

    const answer = front.publish(asked('/slides/fr/web-pr'), { ...page, age });
    front.forget('/slides/');

    expect((await answer).body).toEqual(body);
    expect(front.find(asked('/slides/fr/web-pr'))).toBeNull();
  });

  it('answers on a connection that is kept as Node would, time after time', async () => {
    const front = await kept();
    const server = createServer((request, response) => void (front.answer(request, response) || response.writeHead(404).end()));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const ask = (method: string, ...lines: string[]): string =>
      [`${method} /slides/fr/web-pr HTTP/1.1`, 'host: here', ...lines, '', ''].join('\r\n');
    const unchanged = ask('GET', 'if-none-match: "abc"');
    const all = [ask('GET'), ask('GET'), unchanged, ask('HEAD'), unchanged, ask('GET', 'connection: close')];

    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(all.join(''));
    const came = (await text(socket)).replaceAll(/date: [^\r]+/gi, 'date: …');
    server.close();

    const whole = front.find(asked('/slides/fr/web-pr'))!;
    const [first, second, third, fourth, fifth, last] = came.split(/(?=HTTP\/1\.1 )/);
    expect(first).toContain(`content-length: ${whole.body!.length}\r\n`);
    expect(first!.endsWith(`\r\n\r\n${body.toString()}`)).toBe(true);
    expect(second).toBe(first);
    expect(third).toMatch(/^HTTP\/1\.1 304 Not Modified\r\n[^]*etag: "abc"\r\n[^]*\r\n\r\n$/);
    expect(fourth).toBe(first!.replace(body.toString(), ''));
    expect(fifth).toBe(third);
    expect(last).toBe(first!.replace(/connection: keep-alive\r\nkeep-alive: [^\r]+/i, 'Connection: close'));
  });

  it('has the head written again, with its date, once a second', async () => {
    const front = await kept();
    const writings = (now: string): number => {
      jest.setSystemTime(new Date(now));
      const response = new ServerResponse({ method: 'GET', httpVersionMajor: 1, httpVersionMinor: 1 } as IncomingMessage);
      response.shouldKeepAlive = true;
      const write = jest.spyOn(response, 'writeHead');
      front.answer({ ...asked('/slides/fr/web-pr'), method: 'GET' } as IncomingMessage, response);
      return write.mock.calls.length;
    };

    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] });
    const counted = ['2027-01-01T12:00:00.100Z', '2027-01-01T12:00:00.900Z', '2027-01-01T12:00:02.000Z'].map(writings);
    jest.useRealTimers();

    expect(counted).toEqual([1, 0, 1]);
  });
});
