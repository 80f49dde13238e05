import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { isLang } from '../kernel/localised.js';
import { langOf, LANG_COOKIE } from '../platform/i18n/request-lang.js';
import type { AttraitRequest } from '../platform/security/request.js';

const VISITOR_COOKIE = 'attrait_visitor';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Before any handler: who is this, in which course, in which language. What the session's own statement found. */
@Injectable()
export class RequestContext {
  register(fastify: FastifyInstance): void {
    for (const name of ['actor', 'signedIn', 'lang', 'tokenSeed'] as const) fastify.decorateRequest(name, null as never);
    fastify.addHook('preHandler', (request, reply, done) => {
      this.enter(request as AttraitRequest, reply);
      done();
    });
    // An answer that any cache may keep and give to others brings nobody's cookie along.
    // Not async: what fails after an async hook, a header that cannot be sent, is thrown where nobody catches it.
    fastify.addHook('onSend', (_request, reply, _payload, done) => {
      if (String(reply.getHeader('cache-control')).startsWith('public')) reply.removeHeader('set-cookie');
      done();
    });
  }

  private enter(request: AttraitRequest, reply: FastifyReply): void {
    request.actor = request.session?.personId ? request.signedIn : null;
    request.lang = this.chooseLang(request, reply);
    request.tokenSeed = () => (request.actor ? request.session.sessionId : visitorOf(request, reply));
  }

  private chooseLang(request: AttraitRequest, reply: FastifyReply): AttraitRequest['lang'] {
    const asked = (request.query as Record<string, unknown> | undefined)?.['lang'];
    if (isLang(asked) && !request.actor) void reply.setCookie(LANG_COOKIE, asked, { maxAge: YEAR_SECONDS });
    const chosen = isLang(asked) ? asked : request.cookies[LANG_COOKIE];
    return langOf({ account: request.actor?.language ?? null, chosen, acceptLanguage: request.headers['accept-language'] });
  }
}

/** What ties a stranger's form to their browser, since a stranger has no session. */
function visitorOf(request: AttraitRequest, reply: FastifyReply): string {
  const known = request.cookies[VISITOR_COOKIE];
  if (known && /^[\w-]{22}$/.test(known)) return known;
  const fresh = randomBytes(16).toString('base64url');
  request.cookies[VISITOR_COOKIE] = fresh;
  void reply.setCookie(VISITOR_COOKIE, fresh, { httpOnly: true });
  return fresh;
}
