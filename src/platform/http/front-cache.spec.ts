import { brotliDecompressSync, gunzipSync } from 'node:zlib';
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

    for (const spelling of ['/slides/fr/%77eb-pr', '/slides/f%72/web%2Dpr', '/slides/fr/web%2dpr?x'])
      expect((await front.publish(asked(spelling), page)).body).toBe(first.body);
    expect(front.find(asked('/slides/fr/%77eb-pr'))).toBeNull();

    await front.publish(asked('/slides/images/web-pr/caf%c3%a9.png'), page);
    expect(front.find(asked('/slides/images/web-pr/caf%C3%A9.png'))).not.toBeNull();
  });

  it('does not keep what was read before its source changed', async () => {
    const front = new FrontCache();
    const { age } = front;

    const answer = front.publish(asked('/slides/fr/web-pr'), { ...page, age });
    front.forget('/slides/');

    expect((await answer).body).toEqual(body);
    expect(front.find(asked('/slides/fr/web-pr'))).toBeNull();
  });
});
