/** As much of a response as is written to. */
export interface WatchedStream {
  writeHead(status: number, headers: Readonly<Record<string, string>>): unknown;
  write(chunk: Buffer): boolean;
  end(): unknown;
  on(event: 'close' | 'drain' | 'error', listener: () => void): unknown;
}

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'private, no-store, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
};
/** Proxies that hold back the beginning of an answer let it go once there is so much of it. */
const OPENING = Buffer.from(`:${' '.repeat(2048)}\nretry: 2000\n\n`);

/** One stream of events. Where it cannot keep up it is told the newest message alone, once it can. */
export class Watcher {
  private isBehind = false;
  private newest: Buffer | null = null;

  constructor(
    private readonly stream: WatchedStream,
    gone: () => void,
  ) {
    stream.on('close', gone);
    stream.on('error', gone);
    stream.on('drain', () => this.catchUp());
  }

  begin(): void {
    this.stream.writeHead(200, HEADERS);
    this.write(OPENING);
  }

  say(message: Buffer): void {
    if (this.isBehind) this.newest = message;
    else this.write(message);
  }

  /** Says only that the line is there; whoever is behind will see by what comes. */
  beat(message: Buffer): void {
    if (!this.isBehind) this.write(message);
  }

  end(): void {
    this.stream.end();
  }

  private write(message: Buffer): void {
    this.isBehind = !this.stream.write(message);
  }

  private catchUp(): void {
    this.isBehind = false;
    const { newest } = this;
    this.newest = null;
    if (newest) this.write(newest);
  }
}
