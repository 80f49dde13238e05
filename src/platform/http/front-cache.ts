import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

type Encoding = 'br' | 'gzip' | 'identity';

export interface FrontAnswer {
  readonly status: 200 | 304;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer | undefined;
}

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

/**
 * Answers again, byte for byte, what a route declared to be the same for everybody, before the framework sees the request.
 * Only what is public is ever put in: there is no person in the key. Compressed once, answered with `304` where the browser has it.
 */
export class FrontCache {
  private readonly entries = new Map<string, Entry>();

  /** True when the request was answered. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const found = this.find(request);
    if (!found) return false;
    response.writeHead(found.status, found.headers);
    response.end(request.method === 'HEAD' ? undefined : found.body);
    return true;
  }

  /** What this request would be answered, or null where nothing was put. */
  find({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>): FrontAnswer | null {
    const entry = this.entries.get(pathOf(url));
    if (!entry) return null;
    return headers['if-none-match']?.includes(entry.etag) ? entry.notModified : entry.ready[encodingFor(headers['accept-encoding'])];
  }

  /** Keeps an answer under its path, whatever query follows it. `headers` hold everything but length, encoding and `ETag`. */
  async put(path: string, body: Buffer, etag: string, headers: OutgoingHttpHeaders): Promise<void> {
    const shared = { ...headers, etag, vary: 'Accept-Encoding' };
    const [br, gz] = await Promise.all([compress.br(body), compress.gzip(body)]);
    const ready = (bytes: Buffer, encoding: Encoding): FrontAnswer => ({
      status: 200,
      body: bytes,
      headers: { ...shared, 'content-length': bytes.length, ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }) },
    });
    const { 'content-type': _, ...headersOf304 } = shared as OutgoingHttpHeaders;
    this.entries.set(path, {
      etag,
      notModified: { status: 304, headers: headersOf304, body: undefined },
      ready: { br: ready(br, 'br'), gzip: ready(gz, 'gzip'), identity: ready(body, 'identity') },
    });
  }

  /** Forgets every answer whose path begins so: its source has changed. */
  forget(prefix: string): void {
    for (const path of this.entries.keys()) if (path.startsWith(prefix)) this.entries.delete(path);
  }
}

function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
}

function encodingFor(accepted: string | string[] | undefined): Encoding {
  const list = String(accepted ?? '');
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(list)) return 'br';
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(list) ? 'gzip' : 'identity';
}
