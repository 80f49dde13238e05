import type { Lang } from '../../../kernel/localised.js';
import type { AskedQuestion, Feedback } from './self-check.shared.js';
import type { Question } from './self-check-file.js';

/** By question, the options that were chosen. */
export type Answers = ReadonlyMap<string, readonly string[]>;

export const asked = ({ id, kind, prompt, options }: Question, lang: Lang): AskedQuestion => ({
  id,
  isSeveral: kind === 'several',
  prompt: prompt[lang],
  options: options.map((option) => ({ id: option.id, text: option.text[lang] })),
});

/** The chosen options that the question has, each once; none where they are no answer to it. */
export function answerTo({ kind, options }: Question, chosen: readonly string[]): readonly string[] {
  const known = options.map(({ id }) => id).filter((id) => chosen.includes(id));
  return kind === 'one' && known.length > 1 ? [] : known;
}

const rightIn = ({ options }: Question): readonly string[] => options.filter(({ right }) => right).map(({ id }) => id);

/** All that is right was chosen, and nothing else. */
export function isRight(question: Question, chosen: readonly string[]): boolean {
  const right = rightIn(question);
  return right.length === chosen.length && right.every((id) => chosen.includes(id));
}

/** Where slide 6 of the unit’s deck is; null where it has none. */
export type SlideAddress = (slide: number) => string | null;

export function feedbackOn(question: Question, chosen: readonly string[], lang: Lang, slideAt: SlideAddress): Feedback {
  const href = slideAt(question.slide);
  return {
    isRight: isRight(question, chosen),
    right: rightIn(question),
    explanation: question.explanation[lang],
    slide: href === null ? null : { number: question.slide, href },
  };
}

/** The questions nobody chose an answer to. */
export const unanswered = (questions: readonly Question[], answers: Answers): readonly Question[] =>
  questions.filter((question) => answerTo(question, answers.get(question.id) ?? []).length === 0);

/** A finished try as it is kept. */
export interface JudgedTry {
  readonly asked: readonly string[];
  readonly answers: Readonly<Record<string, readonly string[]>>;
  readonly rightOnes: readonly string[];
}

export function judged(questions: readonly Question[], answers: Answers): JudgedTry {
  const own = (question: Question): readonly string[] => answerTo(question, answers.get(question.id) ?? []);
  return {
    asked: questions.map(({ id }) => id),
    answers: Object.fromEntries(questions.map((question) => [question.id, own(question)])),
    rightOnes: questions.filter((question) => isRight(question, own(question))).map(({ id }) => id),
  };
}
