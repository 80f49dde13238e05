import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '../../kernel/domain-error.js';
import { ENV } from '../config/config.module.js';
import type { Env } from '../config/env.js';
import { FORM_TOKEN_FIELD, FORM_TOKEN_HEADER } from '../http/form-token.shared.js';
import type { AttraitRequest } from './request.js';
import { isSigned, signaturesOf } from './signature.js';
import { securityTexts } from './text.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

export class ForgedRequest extends DomainError {
  constructor() {
    super('forbidden', 'forged-request', securityTexts.inBoth.messages.forgedRequest);
  }
}

/** A form's token belongs to one session (or one visitor) and to nobody else: it is derived, never stored. */
@Injectable()
export class FormTokens {
  constructor(@Inject(ENV) private readonly env: Env) {}

  of(request: AttraitRequest): string {
    return signaturesOf(this.env, textOf(request))[0];
  }

  /** @throws ForgedRequest when the token is not this visitor's. */
  check(request: AttraitRequest, token: unknown): void {
    if (!isSigned(this.env, textOf(request), typeof token === 'string' ? token : '')) throw new ForgedRequest();
  }
}

const textOf = (request: AttraitRequest): string => `form:${request.tokenSeed()}`;

const UPLOADS = 'receives-uploads';

/** For a handler that reads its multipart body with `readUpload`, and so checks the token in it. To any other such a body brings no token. */
export const ReceivesUploads = () => SetMetadata(UPLOADS, true);

/**
 * Every write must come from a page of ours (`Sec-Fetch-Site`, else `Origin`) and carry the page's token.
 * A multipart body has not been read yet when guards run: whoever reads it checks the token of its first field (`ReceivesUploads`).
 */
@Injectable()
export class ForgeryGuard implements CanActivate {
  constructor(
    private readonly tokens: FormTokens,
    private readonly reflector: Reflector,
  ) {}

  /** @throws ForgedRequest */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<AttraitRequest>();
    if (READS.has(request.method)) return true;
    if (!comesFromHere(request)) throw new ForgedRequest();
    const isUpload = request.headers['content-type']?.startsWith('multipart/form-data');
    if (isUpload && this.reflector.get<true | undefined>(UPLOADS, context.getHandler())) return true;
    const body = request.body as Record<string, unknown> | undefined;
    this.tokens.check(request, request.headers[FORM_TOKEN_HEADER] ?? body?.[FORM_TOKEN_FIELD]);
    return true;
  }
}

function comesFromHere(request: AttraitRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = request.headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === request.host;
}
