import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { isLang, type Lang } from '../kernel/localised.js';
import { PeopleService } from '../people/index.js';
import { readForm } from '../platform/http/form.js';
import { page, type Reply, seeOther } from '../platform/http/reply.js';
import { Access, CurrentActor, CurrentLang } from '../platform/security/access.js';
import type { Actor } from '../platform/security/actor.js';
import { AccountPage } from './account.view.js';
import { AuthService } from './auth.service.js';
import { nextPath } from './next-path.js';
import { PASSWORD_LENGTH } from './password-length.js';
import { authTexts } from './text.js';

const Preferences = z.strictObject({
  language: z.enum(['fr', 'en', '']).transform((value) => value || null),
  shortcuts: z.literal('on').optional(),
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
  ) {}

  @Get('account')
  show(@CurrentActor() actor: Actor, @Query('done') done: unknown): Reply {
    return page(AccountPage, { ...preferencesOf(actor), done: done === 'preferences' });
  }

  /** A form that came back stands at the address it was posted to: reloaded, it is the account again. */
  @Get(['account/preferences', 'account/password'])
  backToAccount(): Reply {
    return seeOther('/account');
  }

  @Post('account/preferences')
  async prefer(@CurrentActor() actor: Actor, @Body() body: unknown): Promise<Reply> {
    const form = readForm(Preferences, body);
    if (!form.ok) return page(AccountPage, { ...preferencesOf(actor), done: false }, 422);
    await this.people.setLanguage(actor.id, form.value.language);
    await this.people.setShortcuts(actor.id, form.value.shortcuts === 'on');
    return seeOther('/account?done=preferences');
  }

  @Post('account/password')
  async changePassword(@CurrentActor() actor: Actor, @CurrentLang() lang: Lang, @Body() body: unknown): Promise<Reply> {
    const form = readForm(passwordForm(lang), body);
    if (!form.ok) return page(AccountPage, { ...preferencesOf(actor), done: false, errors: form.errors }, 422);
    if (await this.auth.changePassword(actor, form.value.present, form.value.fresh)) return seeOther('/sign-in?next=/account');
    return page(AccountPage, { ...preferencesOf(actor), done: false, errors: { present: authTexts[lang].account.presentWrong } }, 422);
  }

  /** The language switch of every page, for people who are signed in: their account remembers it. */
  @Post('language')
  async chooseLanguage(@CurrentActor() actor: Actor, @Body() body: unknown): Promise<Reply> {
    const { lang, next } = (body ?? {}) as Record<string, unknown>;
    if (isLang(lang)) await this.people.setLanguage(actor.id, lang);
    return seeOther(nextPath(next));
  }
}

const preferencesOf = ({ name, email, language, shortcutsEnabled }: Actor) => ({ name, email, language, shortcutsEnabled });
