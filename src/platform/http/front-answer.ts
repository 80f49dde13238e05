import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Where Node keeps the head of a response, as the text that goes out, between `writeHead` and the first byte. */
interface WithHead {
  _header: string | null;
}

const SECOND_MS = 1_000;

/**
 * An answer that goes out many times. Node writes its head once a second, as that holds the date; in between the same text goes out
 * again: writing it, name by name with a look for line breaks in each value, costs as much as the rest of such an answer.
 */
export class FrontAnswer {
  private head: { readonly text: string; readonly second: number } | undefined;

  constructor(
    readonly status: 200 | 304 | 503,
    readonly headers: OutgoingHttpHeaders,
    readonly body: Buffer | undefined,
  ) {}

  send(response: ServerResponse, { withBody }: { withBody: boolean }): void {
    this.writeHead(response, Math.floor(Date.now() / SECOND_MS));
    response.end(withBody ? this.body : undefined);
  }

  /** A connection that ends with this answer has a head of its own. */
  private writeHead(response: ServerResponse, second: number): void {
    const kept = response as unknown as WithHead;
    if (response.shouldKeepAlive && kept._header === null && this.head?.second === second) {
      response.statusCode = this.status;
      kept._header = this.head.text;
      return;
    }
    response.writeHead(this.status, this.headers);
    if (response.shouldKeepAlive && kept._header) this.head = { text: kept._header, second };
  }
}
