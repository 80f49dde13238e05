import { Body, Controller, Get, HttpCode, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { page, type Reply, seeOther } from '../platform/http/reply.js';
import { Access, CurrentActor, CurrentLang } from '../platform/security/access.js';
import type { Actor } from '../platform/security/actor.js';
import type { AttraitRequest } from '../platform/security/request.js';
import type { Lang } from '../kernel/localised.js';
import { AuthService } from './auth.service.js';
import { KnownDevices } from './known-devices.js';
import { nextPath } from './next-path.js';
import { PasswordGuard, type SignInRequest } from './password.guard.js';
import { SignInPage } from './sign-in.view.js';
import { authTexts } from './text.js';

/** One address may be a whole class behind one router: 600 attempts a minute from it are no attack. */
const A_CLASS_AT_ONCE = { rateLimit: { max: 600, timeWindow: '1 minute' } };

@Controller()
export class SignInController {
  constructor(
    private readonly auth: AuthService,
    private readonly devices: KnownDevices,
  ) {}

  @Get('sign-in')
  @Access('anyone')
  async form(@CurrentActor() actor: Actor | null, @Query('next') next: unknown): Promise<Reply> {
    if (actor) return seeOther(nextPath(next));
    return page(SignInPage, { next: nextPath(next), accounts: await this.auth.demonstrationAccounts() });
  }

  @Post('sign-in')
  @HttpCode(200)
  @Access('anyone')
  @RouteConfig(A_CLASS_AT_ONCE)
  @UseGuards(PasswordGuard)
  async signIn(
    @Req() request: SignInRequest,
    @Res({ passthrough: true }) response: FastifyReply,
    @Body() body: unknown,
    @CurrentLang() lang: Lang,
  ): Promise<Reply> {
    const given = (body ?? {}) as Record<string, unknown>;
    if (request.user) {
      await this.auth.signIn(request, request.user);
      this.devices.remember(request, response, request.user.email);
      return seeOther(nextPath(given['next']));
    }
    const { slowed } = request;
    if (slowed) void response.header('retry-after', slowed.retryAfter);
    const errors = slowed ? { password: authTexts[lang].signIn.tooMany(slowed.retryAfter ?? 0) } : errorsOf(given, lang);
    const problems = { typed: { email: String(given['email'] ?? '') }, errors };
    const accounts = await this.auth.demonstrationAccounts();
    return page(SignInPage, { next: nextPath(given['next']), accounts, problems }, slowed ? 429 : 422);
  }

  @Post('sign-out')
  @Access('anyone')
  async signOut(@Req() request: AttraitRequest): Promise<Reply> {
    if (request.session.personId) await this.auth.signOut(request);
    return seeOther('/');
  }
}

function errorsOf(given: Record<string, unknown>, lang: Lang): Record<string, string> {
  const t = authTexts[lang].signIn;
  const missing = { ...(!given['email'] && { email: t.emailMissing }), ...(!given['password'] && { password: t.passwordMissing }) };
  return Object.keys(missing).length > 0 ? missing : { password: t.wrong };
}
