import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { FrontCache } from './front-cache.js';

const body = Buffer.from('<p>Répondez mieux.</p>'.repeat(100));

async function kept(): Promise<FrontCache> {
  const front = new FrontCache();
  await front.put('/slides/fr/web-pr', body, '"abc"', { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public' });
  return front;
}

describe('the front cache', () => {
  it('answers each browser in the best encoding it reads', async () => {
    const front = await kept();
    const ask = (encodings: string) => front.find({ url: '/slides/fr/web-pr', headers: { 'accept-encoding': encodings } })!;

    expect(brotliDecompressSync(ask('gzip, deflate, br').body!)).toEqual(body);
    expect(gunzipSync(ask('gzip').body!)).toEqual(body);
    expect(gunzipSync(ask('br;q=0, gzip').body!)).toEqual(body);
    expect(ask('identity').body).toEqual(body);
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
});
