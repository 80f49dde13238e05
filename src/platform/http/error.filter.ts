import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
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

/**
 * Foreseen refusals become a page (or JSON) with their sentence; a defect is one line of the log, and shows only the id of its
 * request, which that line has. The line says what broke on which route: neither the address nor what was sent.
 */
@Catch()
export class ErrorFilter implements ExceptionFilter {
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
    const answer = this.answerTo(error, request);
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
      note('error', error, request);
      return `<!doctype html><title>Attrait</title><p>${sentence.fr}</p><p lang="en">${sentence.en}</p>`;
    }
  }

  private answerTo(error: unknown, request: AttraitRequest): Answer {
    if (error instanceof SignInFirst) return { status: 401, code: error.code, sentence: error.sentence };
    if (error instanceof DomainError)
      return { status: STATUS[error.kind], code: error.code, sentence: error.sentence, retryAfter: error.retryAfter };
    const failure = failureOf(error);
    if (failure === 'unstorable') return { status: 400, code: 'http-400', sentence: httpTexts.inBoth.errors.client(400) };
    if (failure === 'passing') return busy(error, request);
    const status = error instanceof HttpException ? error.getStatus() : ((error as { statusCode?: number } | null)?.statusCode ?? 500);
    if (status === 404) return this.answerTo(new NoSuchPage(), request);
    if (status >= 400 && status < 500) return { status, code: `http-${status}`, sentence: httpTexts.inBoth.errors.client(status) };
    note('error', error, request);
    return { status: 500, code: 'defect', sentence: httpTexts.inBoth.errors.defect(request.id) };
  }
}

/** For an operator to know, and nobody's mistake: the sentence asks for another try. */
function busy(error: unknown, request: AttraitRequest): Answer {
  note('warn', error, request);
  return { status: 503, code: 'busy', sentence: httpTexts.inBoth.errors.busy, retryAfter: RETRY_SECONDS };
}

function note(level: 'error' | 'warn', err: unknown, request: AttraitRequest): void {
  request.log[level]({ req: request, err }, err instanceof Error ? err.message : String(err));
}
