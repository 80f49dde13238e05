import type { Localised } from '../../kernel/localised.js';
import type { QuestionCount, StudentStudy } from './results.queries.js';

/** A question of a self-check with what became of it, as its file asks it now. */
export interface QuestionResult extends Omit<QuestionCount, 'question'> {
  readonly id: string;
  readonly prompt: Localised;
  /** Its number in the self-check, counted from 1. */
  readonly number: number;
}

interface Question {
  readonly id: string;
  readonly prompt: Localised;
}

/**
 * The questions, the one fewest people found at their first try before the others; those that nobody answered come last.
 * A question that the file asks no more is left out: there is nothing to read beside its count.
 */
export function hardestFirst(questions: readonly Question[], counts: readonly QuestionCount[]): QuestionResult[] {
  const counted = new Map(counts.map((count) => [count.question, count]));
  const results = questions.map(({ id, prompt }, index): QuestionResult => {
    const { people = 0, firstRight = 0, everRight = 0 } = counted.get(id) ?? {};
    return { id, prompt, number: index + 1, people, firstRight, everRight };
  });
  const ease = ({ people, firstRight }: QuestionResult): number => (people === 0 ? 2 : firstRight / people);
  const later = ({ people, everRight }: QuestionResult): number => (people === 0 ? 2 : everRight / people);
  return results.sort((a, b) => ease(a) - ease(b) || later(a) - later(b) || a.number - b.number);
}

/** Whole percents; of nobody, nothing. */
export const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((100 * part) / whole));

const collator = new Intl.Collator('fr');

/** Those who opened the unit and those who did not, each by name. */
export function openedOrNot(students: readonly StudentStudy[]): { opened: StudentStudy[]; ahead: StudentStudy[] } {
  const byName = [...students].sort((a, b) => collator.compare(a.sortName, b.sortName));
  return { opened: byName.filter(({ openedAt }) => openedAt), ahead: byName.filter(({ openedAt }) => !openedAt) };
}
