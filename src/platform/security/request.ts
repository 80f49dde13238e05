import type { FastifyRequest } from 'fastify';
import type { Lang } from '../../kernel/localised.js';
import type { Actor, CourseActor } from './actor.js';

/** What the request context adds before any handler sees it. */
export interface AttraitRequest extends FastifyRequest {
  /** Null for a stranger; a `CourseActor` under `/courses/:course` for people of that course. */
  actor: Actor | CourseActor | null;
  /** Whom the session of the request was found to belong to, while it is not let in yet. */
  signedIn: Actor | CourseActor | null;
  lang: Lang;
  /** What this visitor's form tokens are derived from; reading it gives a stranger a visitor cookie. */
  tokenSeed(): string;
}
