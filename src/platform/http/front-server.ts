import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { FrontCache } from './front-cache.js';
import type { Handle, Starting } from './starting.js';

/** In milliseconds. Ten large files over a slow line may take most of an hour; Node would cut them off after five minutes. */
const PATIENCE = { keepAliveTimeout: 75_000, headersTimeout: 15_000, requestTimeout: 3_600_000 };
/** Nothing came or went for so long: nobody is there any more. */
const STANDSTILL_MS = 120_000;

/**
 * The server of a process, in front of the framework: it answers what the cache holds. Given what answers while the process
 * starts, it may listen long before the framework is there; `open` ends that.
 */
export class FrontServer {
  readonly cache = new FrontCache();
  private readonly server = createServer(PATIENCE, (request, response) => this.answer(request, response)).setTimeout(STANDSTILL_MS);
  private framework: Handle | undefined;

  constructor(private starting: Starting | null = null) {}

  /** What the framework takes for the server it would have made itself. */
  serverFor(framework: Handle): Server {
    this.framework = framework;
    return this.server;
  }

  listen(port: number, host: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen({ port, host }, () => {
        this.server.off('error', reject);
        resolve();
      });
    });
  }

  /** From now on the framework answers, first whoever has waited. What was answered meanwhile may be out of date: it is made anew. */
  open(): void {
    const { starting } = this;
    this.starting = null;
    this.cache.forget('/');
    starting?.handOver(this.framework!);
  }

  /** Takes nothing new, closes what is idle, and comes back when all that was begun is answered. */
  close(): Promise<void> {
    this.starting?.giveUp();
    return new Promise((resolve) => {
      // The one failure is that it does not listen.
      this.server.close(() => resolve());
    });
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    if (this.cache.answer(request, response)) return;
    if (this.starting) void this.starting.take(request, response);
    else this.framework!(request, response);
  }
}
