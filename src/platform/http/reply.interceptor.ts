import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import type { AttraitRequest } from '../security/request.js';
import { contentDisposition } from './content-disposition.js';
import { FrontCache, publicationOf } from './front-cache.js';
import { isHeld } from './held.js';
import { PageWriter } from './page-writer.js';
import { Live } from '../live/live.js';
import type { FeedReply, FileReply, LiveReply, PublicReply, Reply } from './reply.js';

/** What is private stays out of every cache; a handler that answers the same to everybody sets its own header. */
const PRIVATE = 'private, no-store';

@Injectable()
export class ReplyInterceptor implements NestInterceptor<Reply> {
  constructor(
    private readonly pages: PageWriter,
    private readonly front: FrontCache,
    private readonly live: Live,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<Reply | undefined>): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<AttraitRequest>();
    const response = http.getResponse<FastifyReply>();
    const { age } = this.front;
    return next
      .handle()
      .pipe(
        mergeMap(
          async (reply) =>
            reply && (reply.kind === 'public' ? this.publish(reply, age, request, response) : this.write(reply, request, response)),
        ),
      );
  }

  private async write(reply: Exclude<Reply, PublicReply>, request: AttraitRequest, response: FastifyReply): Promise<unknown> {
    if (reply.kind === 'feed') return feedOf(reply, request, response);
    if (reply.kind === 'live') return this.follow(reply, response);
    if (!response.hasHeader('cache-control')) response.header('cache-control', PRIVATE);
    switch (reply.kind) {
      case 'redirect':
        response.code(303).header('location', reply.to);
        return '';
      case 'json':
        response.code(reply.status).type('application/json; charset=utf-8');
        return JSON.stringify(reply.value);
      case 'file':
        return fileOf(reply, request, response);
      case 'document':
        response.code(200).headers(reply.headers).type('text/html; charset=utf-8');
        return reply.body;
      case 'page':
        if (reply.retryAfter) response.header('retry-after', reply.retryAfter);
        response.code(reply.status).type('text/html; charset=utf-8');
        // As bytes: a text this long would be gone through once for its length and once more for the connection.
        return Buffer.from(this.pages.write(request, reply.view, reply.props));
    }
  }

  /** From here on the framework has nothing to do with the answer. */
  private async follow({ topic }: LiveReply, response: FastifyReply): Promise<void> {
    await this.live.follow(topic, () => response.hijack().raw);
  }

  /** Puts the answer in front of the framework, and gives this first request what the next ones will get there. */
  private async publish(reply: PublicReply, age: number, request: AttraitRequest, response: FastifyReply): Promise<unknown> {
    const { 'set-cookie': _, ...common } = response.getHeaders() as Record<string, string>;
    const answer = await this.front.publish(request, publicationOf(reply, common, age));
    response.code(answer.status).headers(answer.headers);
    return answer.body ?? '';
  }
}

/** Its reader's program may keep it and must ask each time whether it still holds. */
function feedOf({ mediaType, body }: FeedReply, request: AttraitRequest, response: FastifyReply): string {
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const isKnown = isHeld(etag, request.headers);
  response.code(isKnown ? 304 : 200).headers({ etag, 'cache-control': 'private, no-cache' });
  if (isKnown) return '';
  response.type(mediaType).header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'");
  return body;
}

/** A file somebody uploaded never runs as a page of ours: attachment, no sniffing, sandboxed. */
function fileOf(reply: FileReply, request: AttraitRequest, response: FastifyReply): StreamableFile | string {
  if (reply.etag) response.headers({ etag: reply.etag, 'cache-control': 'public, max-age=0, must-revalidate' });
  if (reply.etag && isHeld(reply.etag, request.headers)) {
    if (typeof reply.body !== 'string') reply.body.destroy();
    response.code(304);
    return '';
  }
  response.code(200).type(reply.mediaType);
  if (reply.disposition === 'attachment') response.header('content-disposition', contentDisposition(reply.name));
  response.header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'");
  if (reply.size !== undefined) response.header('content-length', reply.size);
  if (typeof reply.body === 'string') return reply.body;
  return new StreamableFile(reply.body);
}
