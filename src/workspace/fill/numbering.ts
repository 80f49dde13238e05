import type { WorksheetSchema } from '../../assignments/worksheet/worksheet.shared.js';

interface Numbering {
  readonly field: string;
  /** The number after all that were ever given. */
  readonly next: (given: readonly unknown[]) => string;
}

/** The fields by which rows of a repeat are numbered as they are added. */
export const numbering = ({ sections }: WorksheetSchema, repeat: string): Numbering[] =>
  sections
    .flatMap(({ fields }) => fields)
    .flatMap(({ id, repeat: of, setBy }) => {
      if (of !== repeat || !setBy?.numbered) return [];
      const { prefix, digits, from } = setBy.numbered;
      return [{ field: id, next: (given) => prefix + String(nextOf(given, prefix, from)).padStart(digits, '0') }];
    });

function nextOf(given: readonly unknown[], prefix: string, from: number): number {
  const numbers = given.map((value) => (typeof value === 'string' && value.startsWith(prefix) ? Number(value.slice(prefix.length)) : NaN));
  return Math.max(from - 1, ...numbers.filter((number) => Number.isSafeInteger(number))) + 1;
}
