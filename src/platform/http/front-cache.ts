import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Negotiator } from '@fastify/accept-negotiator';
import { LRUCache } from 'lru-cache';
import { FrontAnswer } from './front-answer.js';
import { isHeld } from './held.js';
import type { PublicReply } from './reply.js';
import { pathOf } from './request-address.js';

type Encoding = 'br' | 'gzip' | 'identity';
/** The smallest first: it is sent to whoever reads several equally well. */
const ENCODINGS: Encoding[] = ['br', 'gzip', 'identity'];

/** What a route answers everybody. `headers` hold everything but length, encoding and `ETag`. */
interface Publication {
  readonly body: Buffer;
  readonly etag: string;
  readonly headers: OutgoingHttpHeaders;
  /** The cache's age when the source was read. */
  readonly age: number;
}

/** Such an answer, beside the headers of every answer. */
export const publicationOf = (
  { body, etag, mediaType, headers }: PublicReply,
  common: Readonly<Record<string, string>>,
  age: number,
): Publication => ({
  body: Buffer.from(body),
  etag,
  headers: { ...common, 'cache-control': 'public, max-age=0, must-revalidate', ...headers, 'content-type': mediaType },
  age,
});

interface Entry {
  readonly etag: string;
  readonly notModified: FrontAnswer;
  readonly ready: Readonly<Record<Encoding, FrontAnswer>>;
}

const compress = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 8 }),
};

/** Our decks and their pictures take a fifth of it. What was not asked for the longest goes first. */
const MOST_BYTES = 16 * 1024 * 1024;
/** What an entry takes beside its bodies: four blocks of headers, and the objects around them. */
const HEADERS_BYTES = 4 * 1024;

/**
 * Answers again, byte for byte, what a route declared to be the same for everybody, before the framework sees the request.
 * Only what is public is ever put in: there is no person in the key. Compressed once, answered with `304` where the browser has it.
 */
export class FrontCache {
  private readonly entries: LRUCache<string, Entry>;
  private forgotten = 0;

  constructor(mostBytes = MOST_BYTES) {
    this.entries = new LRUCache({ maxSize: mostBytes, sizeCalculation: ({ ready }) => HEADERS_BYTES + bytesOf(ready) });
  }

  /** Grows with each `forget`: what was read before one may not be kept after it. */
  get age(): number {
    return this.forgotten;
  }

  /** True when the request was answered. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const found = this.find(request);
    if (!found) return false;
    found.send(response, { withBody: request.method === 'GET' });
    return true;
  }

  /** What this request would be answered, or null where nothing was put. */
  find({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>): FrontAnswer | null {
    const entry = this.entries.get(pathOf(url));
    return entry ? answerOf(entry, headers) : null;
  }

  /**
   * Keeps an answer under the path of its address, whatever follows it, and answers the request that brought it.
   * Nothing is compressed again that stands there already: one answer has many spellings of its address, and anybody may try them all.
   */
  async publish({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>, answer: Publication): Promise<FrontAnswer> {
    const path = spelledAsOurs(pathOf(url));
    const standing = this.entries.get(path);
    if (standing?.etag === answer.etag) return answerOf(standing, headers);
    const entry = await entryOf(answer);
    if (answer.age === this.forgotten) this.entries.set(path, entry);
    return answerOf(entry, headers);
  }

  /** Forgets every answer whose path begins so: its source has changed. */
  forget(prefix: string): void {
    this.forgotten += 1;
    for (const path of this.entries.keys()) if (path.startsWith(prefix)) this.entries.delete(path);
  }
}

async function entryOf({ body, etag, headers }: Publication): Promise<Entry> {
  const shared = { ...headers, etag, vary: 'Accept-Encoding' };
  const [br, gz] = await Promise.all([compress.br(body), compress.gzip(body)]);
  const ready = (bytes: Buffer, encoding: Encoding): FrontAnswer => {
    const own = { 'content-length': bytes.length, ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }) };
    return new FrontAnswer(200, { ...shared, ...own }, bytes);
  };
  const { 'content-type': _, ...headersOf304 } = shared as OutgoingHttpHeaders;
  return {
    etag,
    notModified: new FrontAnswer(304, headersOf304, undefined),
    ready: { br: ready(br, 'br'), gzip: ready(gz, 'gzip'), identity: ready(body, 'identity') },
  };
}

const answerOf = (entry: Entry, headers: IncomingMessage['headers']): FrontAnswer =>
  headers['if-none-match'] && isHeld(entry.etag, headers) ? entry.notModified : entry.ready[encodingFor(headers['accept-encoding'])];

const bytesOf = (ready: Entry['ready']): number => Object.values(ready).reduce((sum, { body }) => sum + (body?.length ?? 0), 0);

/** `/slides/fr/%77eb-pr` is `/slides/fr/web-pr`: kept under each spelling, a few decks would fill the memory. */
const spelledAsOurs = (path: string): string =>
  path
    .split('/')
    .map((part) => encodeURIComponent(decodeURIComponent(part)))
    .join('/');

const MOST_KNOWN = 200;
/** Browsers say what they read in a few ways; whoever says it in hundreds has it worked out anew. */
const known = new Map<string, string>();
const negotiator = new Negotiator({ supportedValues: ENCODINGS, cache: known });

function encodingFor(accepted: string | string[] | undefined): Encoding {
  if (known.size > MOST_KNOWN) known.clear();
  return (negotiator.negotiate(String(accepted ?? '')) as Encoding | null) ?? 'identity';
}
