import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { isLang, type Lang } from '../kernel/localised.js';
import { Notices, PeopleService } from '../people/index.js';
import { readForm } from '../platform/http/form.js';
import { page, type Reply, seeOther } from '../platform/http/reply.js';
import { Access, CurrentActor, CurrentLang } from '../platform/security/access.js';
import type { Actor } from '../platform/security/actor.js';
import { AccountPage, type AccountNotice } from './account.view.js';
import { AuthService } from './auth.service.js';
import { nextPath } from './next-path.js';
import { PASSWORD_LENGTH } from './password-length.js';
import { authTexts } from './text.js';

const Preferences = z.strictObject({
  language: z.enum(['fr', 'en', '']).transform((value) => value || null),
  shortcuts: z.literal('on').optional(),
});

/** A switch that is off sends nothing. */
const NoticeForm = z.strictObject({
  announcements: z.literal('on').optional(),
  reminders: z.literal('on').optional(),
  marks: z.literal('on').optional(),
});

const passwordForm = (lang: Lang) => {
  const t = authTexts[lang].account;
  return z.strictObject({
    present: z.string().min(1, t.presentMissing),
    fresh: z.string().min(PASSWORD_LENGTH.min, t.tooShort(PASSWORD_LENGTH.min)).max(PASSWORD_LENGTH.max, t.tooLong(PASSWORD_LENGTH.max)),
  });
};

@Controller()
@Access('signed-in')
export class AccountController {
  constructor(
    private readonly people: PeopleService,
    private readonly auth: AuthService,
    private readonly notices: Notices,
  ) {}

  @Get('account')
  show(@CurrentActor() actor: Actor, @Query('done') done: unknown): Promise<Reply> {
    return this.pageOf(actor, { done: done === 'preferences' || done === 'notices' ? done : null });
  }

  /** A form that came back stands at the address it was posted to: reloaded, it is the account again. */
  @Get(['account/preferences', 'account/notices', 'account/password'])
  backToAccount(): Reply {
    return seeOther('/account');
  }

  @Post('account/preferences')
  async prefer(@CurrentActor() actor: Actor, @Body() body: unknown): Promise<Reply> {
    const form = readForm(Preferences, body);
    if (!form.ok) return this.pageOf(actor, {}, 422);
    await this.people.setLanguage(actor.id, form.value.language);
    await this.people.setShortcuts(actor.id, form.value.shortcuts === 'on');
    return seeOther('/account?done=preferences');
  }

  @Post('account/notices')
  async chooseNotices(@CurrentActor() actor: Actor, @Body() body: unknown): Promise<Reply> {
    const form = readForm(NoticeForm, body);
    if (!form.ok) return this.pageOf(actor, {}, 422);
    const { announcements, reminders, marks } = form.value;
    await this.notices.choose(actor.id, { announcements: !!announcements, reminders: !!reminders, marks: !!marks });
    return seeOther('/account?done=notices');
  }

  @Post('account/password')
  async changePassword(@CurrentActor() actor: Actor, @CurrentLang() lang: Lang, @Body() body: unknown): Promise<Reply> {
    const form = readForm(passwordForm(lang), body);
    if (!form.ok) return this.pageOf(actor, { errors: form.errors }, 422);
    if (await this.auth.changePassword(actor, form.value.present, form.value.fresh)) return seeOther('/sign-in?next=/account');
    return this.pageOf(actor, { errors: { present: authTexts[lang].account.presentWrong } }, 422);
  }

  /** The language switch of every page, for people who are signed in: their account remembers it. */
  @Post('language')
  async chooseLanguage(@CurrentActor() actor: Actor, @Body() body: unknown): Promise<Reply> {
    const { lang, next } = (body ?? {}) as Record<string, unknown>;
    if (isLang(lang)) await this.people.setLanguage(actor.id, lang);
    return seeOther(nextPath(next));
  }

  private async pageOf(actor: Actor, notice: AccountNotice, status = 200): Promise<Reply> {
    const { name, email, language, shortcutsEnabled } = actor;
    const notices = await this.notices.preferencesOf(actor.id);
    return page(AccountPage, { name, email, language, shortcutsEnabled, notices, ...notice }, status);
  }
}
