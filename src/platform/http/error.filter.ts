import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DomainError, type ErrorKind } from '../../kernel/domain-error.js';
import type { Localised } from '../../kernel/localised.js';
import { failureOf } from '../database/failures.js';
import { typesetAll } from '../i18n/texts.js';
import { NoSuchPage, SignInFirst } from '../security/access.js';
import type { AttraitRequest } from '../security/request.js';
import { ErrorPage } from './error.view.js';
import { PageWriter } from './page-writer.js';
import { httpTexts } from './text.js';

const STATUS: Record<ErrorKind, number> = {
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
};

/** A database that restarts is back by then. */
const RETRY_SECONDS = 5;

interface Answer {
  readonly status: number;
  readonly code: string;
  readonly sentence: Localised;
  readonly retryAfter?: number | undefined;
}

/** Foreseen refusals become a page (or JSON) with their sentence; a defect is logged once, and shows only the id of that line. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly log = new Logger('Defect');

  constructor(private readonly pages: PageWriter) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<AttraitRequest>();
    const response = http.getResponse<FastifyReply>();
    if (response.sent || response.raw.headersSent) return;
    const wantsPage = !/json/.test(`${request.headers.accept ?? ''} ${request.headers['content-type'] ?? ''}`);
    if (error instanceof SignInFirst && wantsPage && request.method === 'GET') {
      void response
        .code(303)
        .header('cache-control', 'no-store')
        .header('location', `/sign-in?next=${encodeURIComponent(request.url)}`)
        .send('');
      return;
    }
    const answer = this.answerTo(error);
    this.answer({ ...answer, sentence: typesetAll(answer.sentence) }, request, response, wantsPage);
  }

  private answer(
    { status, code, sentence, retryAfter }: Answer,
    request: AttraitRequest,
    response: FastifyReply,
    wantsPage: boolean,
  ): void {
    response.code(status).header('cache-control', 'no-store');
    if (retryAfter !== undefined) response.header('retry-after', retryAfter);
    if (!wantsPage) {
      void response.type('application/json; charset=utf-8').send(JSON.stringify({ error: code, message: sentence[request.lang ?? 'fr'] }));
      return;
    }
    request.lang ??= 'fr';
    void response.type('text/html; charset=utf-8').send(this.pageOr(sentence, request, status));
  }

  /** A page that cannot be drawn must not hide the sentence, nor show what broke. */
  private pageOr(sentence: Localised, request: AttraitRequest, status: number): string {
    try {
      return this.pages.write(request, ErrorPage, { status, sentence: sentence[request.lang] });
    } catch (error) {
      this.log.error(error instanceof Error ? error.stack : String(error));
      return `<!doctype html><title>Attrait</title><p>${sentence.fr}</p><p lang="en">${sentence.en}</p>`;
    }
  }

  private answerTo(error: unknown): Answer {
    if (error instanceof SignInFirst) return { status: 401, code: error.code, sentence: error.sentence };
    if (error instanceof DomainError)
      return { status: STATUS[error.kind], code: error.code, sentence: error.sentence, retryAfter: error.retryAfter };
    const failure = failureOf(error);
    if (failure === 'unstorable') return { status: 400, code: 'http-400', sentence: httpTexts.inBoth.errors.client(400) };
    if (failure === 'passing') return this.busy(error);
    const status = error instanceof HttpException ? error.getStatus() : ((error as { statusCode?: number } | null)?.statusCode ?? 500);
    if (status === 404) return this.answerTo(new NoSuchPage());
    if (status >= 400 && status < 500) return { status, code: `http-${status}`, sentence: httpTexts.inBoth.errors.client(status) };
    const id = randomUUID();
    this.log.error(`${id} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return { status: 500, code: 'defect', sentence: httpTexts.inBoth.errors.defect(id) };
  }

  /** For an operator to know, and nobody's mistake: the sentence asks for another try. */
  private busy(error: unknown): Answer {
    this.log.warn(error instanceof Error ? error.message : String(error));
    return { status: 503, code: 'busy', sentence: httpTexts.inBoth.errors.busy, retryAfter: RETRY_SECONDS };
  }
}
