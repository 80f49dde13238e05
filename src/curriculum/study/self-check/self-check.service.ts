import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Decision } from '../../../kernel/decision.js';
import type { Lang } from '../../../kernel/localised.js';
import { Database } from '../../../platform/database/database.js';
import { type CourseActor, isStaff } from '../../../platform/security/actor.js';
import { CurriculumContent } from '../../content.js';
import { SelfCheckOutdated, SelfCheckRefused, UnitNotFound } from '../../curriculum.errors.js';
import { deckLink } from '../../../decks/deck-address.shared.js';
import { OpenUnits } from '../../open-units.js';
import { AttemptsQueries, type Counting, type OwnTries, type WholeTry } from './attempts.queries.js';
import { type Answers, answerTo, asked, feedbackOn, judged, type SlideAddress, unanswered } from './judging.js';
import { mayDecideCounting, mayTry } from './self-check.policy.js';
import type { AskedQuestion, Feedback, Tries } from './self-check.shared.js';
import type { Question, SelfCheck } from './self-check-file.js';

/** A unit’s self-check as one person finds it. */
export interface ShownSelfCheck {
  readonly questions: readonly AskedQuestion[];
  readonly tries: Tries;
  /** A try of theirs that is read again. */
  readonly opened: OpenedTry | null;
  readonly counting: Counting;
  readonly mayTry: Decision;
  readonly mayDecide: boolean;
  /** Of the next try: sent twice, it is one. */
  readonly requestKey: string;
}

export interface OpenedTry {
  readonly attempt: number;
  readonly right: number;
  readonly asked: number;
  readonly answered: readonly AnsweredQuestion[];
  /** Questions that have left the file since. */
  readonly withdrawn: number;
}
export interface AnsweredQuestion {
  readonly question: AskedQuestion;
  readonly chosen: readonly string[];
  readonly feedback: Feedback;
}

/** Some questions of the form were left without an answer. */
export interface Unanswered {
  readonly kind: 'unanswered';
  readonly questions: readonly string[];
}

@Injectable()
export class SelfCheckService {
  constructor(
    private readonly database: Database,
    private readonly content: CurriculumContent,
    private readonly units: OpenUnits,
    private readonly attempts: AttemptsQueries,
  ) {}

  /** With the actor’s own tries, for the page of a unit that is open to them; null where it has no self-check. */
  show(actor: CourseActor, unit: string, lang: Lang, { opened: whole, counting, ...tries }: OwnTries): ShownSelfCheck | null {
    const check = this.content.selfCheck(unit);
    if (!check) return null;
    return {
      questions: askedOf(check, lang),
      tries,
      opened: whole && readAgain(whole, check.questions, lang, this.slides(actor, unit, lang)),
      counting,
      mayTry: mayTry(actor),
      mayDecide: mayDecideCounting(actor).allowed,
      requestKey: randomUUID(),
    };
  }

  /** The actor’s own, after one more. */
  async tries(actor: CourseActor, unit: string): Promise<Tries> {
    const { count, newest, best } = await this.attempts.own(actor, unit);
    return { count, newest, best };
  }

  /** @throws UnitNotFound, SelfCheckOutdated */
  async feedback(actor: CourseActor, unit: string, lang: Lang, answer: { question: string; chosen: readonly string[] }): Promise<Feedback> {
    const question = (await this.open(actor, unit)).find(({ id }) => id === answer.question);
    const chosen = question ? answerTo(question, answer.chosen) : [];
    if (!question || chosen.length === 0) throw new SelfCheckOutdated();
    return feedbackOn(question, chosen, lang, this.slides(actor, unit, lang));
  }

  /** Keeps a finished try. @throws UnitNotFound, SelfCheckRefused */
  async keep(
    actor: CourseActor,
    unit: string,
    answers: Answers,
    key: string | null,
  ): Promise<Unanswered | { readonly kind: 'kept'; readonly attempt: number }> {
    const questions = await this.open(actor, unit);
    const may = mayTry(actor);
    if (!may.allowed) throw new SelfCheckRefused(may.because);
    const left = unanswered(questions, answers);
    if (left.length > 0) return { kind: 'unanswered', questions: left.map(({ id }) => id) };
    const attempt = await this.database.transaction(async () => {
      await this.attempts.waitTurn(actor);
      const made = judged(questions, answers);
      const own = key ?? randomUUID();
      return (
        (await this.attempts.add(actor, unit, own, made)) ??
        (await this.attempts.same(actor, unit, own, made)) ??
        // A page that came out of the browser’s memory and was answered otherwise: another try.
        (await this.attempts.add(actor, unit, randomUUID(), made))
      );
    });
    return { kind: 'kept', attempt: attempt! };
  }

  /** The questions of a unit that is open to the actor. @throws UnitNotFound also where it asks none. */
  private async open(actor: CourseActor, key: string): Promise<readonly Question[]> {
    await this.units.open(actor, key);
    const check = this.content.selfCheck(key);
    if (!check) throw new UnitNotFound();
    return check.questions;
  }

  private slides(actor: CourseActor, unit: string, lang: Lang): SlideAddress {
    const deck = this.content.deckLength(unit, lang);
    return (slide) => deck && deckLink(deck.lang, unit, isStaff(actor) ? null : actor.course.slug, slide);
  }
}

const askedQuestions = new WeakMap<SelfCheck, Partial<Record<Lang, readonly AskedQuestion[]>>>();

/** Made once for each reading of the file. */
function askedOf(check: SelfCheck, lang: Lang): readonly AskedQuestion[] {
  const made = askedQuestions.get(check) ?? {};
  askedQuestions.set(check, made);
  return (made[lang] ??= check.questions.map((question) => asked(question, lang)));
}

/** As the try was judged then, explained as the file explains now. */
function readAgain(whole: WholeTry, questions: readonly Question[], lang: Lang, slideAt: SlideAddress): OpenedTry {
  const answered = questions
    .filter(({ id }) => whole.askedIds.includes(id))
    .map((question) => {
      const chosen = whole.answers[question.id] ?? [];
      const isRight = whole.rightIds.includes(question.id);
      return { question: asked(question, lang), chosen, feedback: { ...feedbackOn(question, chosen, lang, slideAt), isRight } };
    });
  const { attempt, right, asked: count } = whole;
  return { attempt, right, asked: count, answered, withdrawn: count - answered.length };
}
