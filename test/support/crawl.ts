import * as cheerio from 'cheerio';
import type { Response } from 'supertest';
import type { TestApp } from './test-app.js';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}
type Browser = ReturnType<TestApp['stranger']>;

/** Of addresses that differ in their query alone (months of a calendar, sorted lists) so many are looked at. */
const QUERIES_A_PATH = 4;
const MOST = 500;

/** Everything somebody reaches by links from where they start, redirects and frames included. Nothing is posted. */
export async function crawl(
  browser: Browser,
  starts: readonly string[],
  isWanted: (path: string) => boolean = () => true,
): Promise<Map<string, Answer>> {
  const seen = new Map<string, Answer>();
  const queries = new Map<string, number>();
  const waiting = [...starts];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const path = next.split('?', 1)[0]!;
    const variants = queries.get(path) ?? 0;
    if (seen.has(next) || variants >= QUERIES_A_PATH || path.startsWith('/assets/') || !isWanted(path)) continue;
    if (seen.size >= MOST) throw new Error(`More than ${MOST} pages: is there a page without end? The last one was ${next}`);
    queries.set(path, variants + 1);
    const answer = await read(browser, next);
    seen.set(next, answer);
    waiting.push(...linksOf(next, answer));
  }
  return seen;
}

/** A body that is no text (a download) comes as its bytes, one character each. */
export async function read(browser: Browser, address: string): Promise<Answer> {
  const { status, headers, text, body } = await browser
    .get(address)
    .redirects(0)
    .ok(() => true)
    .buffer(true)
    .parse(asBytes);
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(text ?? '');
  const isText = /^text\/|json/.test(headers['content-type'] ?? '');
  return { status, headers, text: bytes.toString(isText ? 'utf8' : 'latin1') };
}

function asBytes(response: Response, done: (error: Error | null, body: Buffer) => void): void {
  // What superagent calls a response here is the stream it comes from.
  const stream = response as unknown as NodeJS.ReadableStream;
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}

/** The addresses of this site that an answer names. */
export function linksOf(from: string, { headers, text }: Answer): string[] {
  const named = headers['location'] ? [headers['location']] : [];
  if (headers['content-type']?.startsWith('text/html')) {
    // The quicker of its two parsers: thousands of pages are read, and for their links alone.
    const page = cheerio.load(text, { xml: { xmlMode: false, decodeEntities: true } });
    for (const [selector, attribute] of [
      ['a[href], link[rel=alternate][href], link[rel=canonical][href]', 'href'],
      ['iframe[src], frame[src]', 'src'],
    ] as const)
      named.push(
        ...page(selector)
          .toArray()
          .map((element) => page(element).attr(attribute)!),
      );
  }
  const here = new URL(from, 'http://here.invalid');
  return named
    .map((address) => new URL(address, here))
    .filter((address) => address.host === here.host)
    .map(({ pathname, search }) => pathname + search);
}
