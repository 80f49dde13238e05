import { createParamDecorator, type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '../../kernel/domain-error.js';
import { type Actor, type CourseActor, type CourseRole, isCourseActor } from './actor.js';
import type { AttraitRequest } from './request.js';
import { securityTexts } from './text.js';

/** Who may knock at a route: everybody, whoever is signed in, administrators, or these roles of the course in the address. */
export type AccessRule = 'anyone' | 'signed-in' | 'administrators' | readonly CourseRole[];
const KEY = 'access';

export const PEOPLE_OF_THE_COURSE = ['student', 'assistant', 'lecturer'] as const;
export const STAFF = ['assistant', 'lecturer'] as const;
export const LECTURERS = ['lecturer'] as const;
export const STUDENTS = ['student'] as const;

export const Access = (rule: AccessRule) => SetMetadata(KEY, rule);
export const accessOf = (reflector: Reflector, targets: Parameters<Reflector['getAllAndOverride']>[1]) =>
  reflector.getAllAndOverride<AccessRule | undefined>(KEY, targets);

const requestOf = (context: ExecutionContext): AttraitRequest => context.switchToHttp().getRequest<AttraitRequest>();

export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor | null => requestOf(context).actor);
export const CurrentCourseActor = createParamDecorator((_: unknown, context: ExecutionContext): CourseActor => {
  const { actor } = requestOf(context);
  if (!isCourseActor(actor)) throw new Error('This route names no course role in @Access.');
  return actor;
});
export const CurrentLang = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).lang);

export class SignInFirst extends DomainError {
  constructor() {
    super('forbidden', 'sign-in-first', securityTexts.inBoth.messages.signInFirst);
  }
}

/** What a person may not see does not exist for them: this is also the answer to a page that is really not there. */
export class NoSuchPage extends DomainError {
  constructor() {
    super('not-found', 'no-such-page', securityTexts.inBoth.messages.noSuchPage);
  }
}

/** Closed by default: a route that names no rule answers nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  /** @throws SignInFirst for a stranger, NoSuchPage for whoever else may not ask. */
  canActivate(context: ExecutionContext): boolean {
    const rule = accessOf(this.reflector, [context.getHandler(), context.getClass()]);
    if (rule === 'anyone') return true;
    if (!rule) throw new NoSuchPage();

    const { actor } = requestOf(context);
    if (!actor) throw new SignInFirst();
    if (rule === 'signed-in' || isAdmitted(rule, actor)) return true;
    throw new NoSuchPage();
  }
}

function isAdmitted(rule: Exclude<AccessRule, 'anyone' | 'signed-in'>, actor: Actor | CourseActor): boolean {
  if (rule === 'administrators') return actor.isAdmin;
  return isCourseActor(actor) && rule.includes(actor.role);
}
