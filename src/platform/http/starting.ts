import type { IncomingMessage, ServerResponse } from 'node:http';
import { LANGS } from '../../kernel/localised.js';
import { type FrontAnswer } from './front-answer.js';
import { httpTexts } from './text.js';

/** What answers a request, as Node asks for it. */
export type Handle = (request: IncomingMessage, response: ServerResponse) => void;

/** What can be answered before the framework is there; null is for what must wait for it. */
export type EarlyAnswers = (request: IncomingMessage) => Promise<FrontAnswer | null>;

/** A second start is over much sooner; a first one loads the demonstration. */
const PATIENCE_MS = 10_000;
const RETRY_SECONDS = 5;

interface Waiting {
  readonly request: IncomingMessage;
  readonly over: NodeJS.Timeout;
}

/**
 * What a process answers while it starts: at once what needs neither framework nor database, the rest as soon as it can, and who
 * has waited too long is told to come back.
 */
export class Starting {
  private readonly waiting = new Map<ServerResponse, Waiting>();
  private readonly underway = new Set<Promise<FrontAnswer | null>>();
  private framework: Handle | undefined;

  constructor(
    private readonly early: EarlyAnswers,
    private readonly headers: Readonly<Record<string, string>>,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await this.earlyAnswerTo(request);
    if (answer) answer.send(response, { withBody: request.method !== 'HEAD' });
    else if (this.framework) this.framework(request, response);
    else this.hold(request, response);
  }

  /** When all that was asked so far and needs no framework is answered. */
  async settled(): Promise<void> {
    await Promise.all(this.underway);
  }

  handOver(framework: Handle): void {
    this.framework = framework;
    for (const [response, { request }] of this.waiting) {
      this.letGo(response);
      framework(request, response);
    }
  }

  /** There will be no framework: whoever waits is told. */
  giveUp(): void {
    for (const response of this.waiting.keys()) this.refuse(response);
  }

  /** What cannot be answered early for a reason of its own is the framework's to explain. */
  private async earlyAnswerTo(request: IncomingMessage): Promise<FrontAnswer | null> {
    const answer = this.early(request).catch(() => null);
    this.underway.add(answer);
    return answer.finally(() => this.underway.delete(answer));
  }

  private hold(request: IncomingMessage, response: ServerResponse): void {
    const over = setTimeout(() => this.refuse(response), this.patienceMs);
    this.waiting.set(response, { request, over });
    response.once('close', () => this.letGo(response));
  }

  private letGo(response: ServerResponse): void {
    clearTimeout(this.waiting.get(response)?.over);
    this.waiting.delete(response);
  }

  private refuse(response: ServerResponse): void {
    const { request } = this.waiting.get(response)!;
    this.letGo(response);
    const wantsPage = /html/.test(request.headers.accept ?? '');
    response.writeHead(503, {
      ...this.headers,
      'cache-control': 'no-store',
      'retry-after': String(RETRY_SECONDS),
      'content-type': wantsPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
    });
    response.end(wantsPage ? PAGE : JSON.stringify({ error: 'starting', message: httpTexts.inBoth.errors.starting.en }));
  }
}

/** Nobody's language is known yet. */
const PAGE = `<!doctype html><html lang="fr-CA"><title>Attrait</title>${LANGS.map(
  (lang) => `<p lang="${lang}-CA">${httpTexts[lang].errors.starting}</p>`,
).join('')}</html>`;
