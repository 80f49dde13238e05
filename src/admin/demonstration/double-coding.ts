import type { Lang } from '../../kernel/localised.js';
import { numberText } from '../../platform/markup/amounts.js';

/** How often two coders chose the first code: both, only the first person, only the second, neither. */
export interface CodingTable {
  readonly both: number;
  readonly first: number;
  readonly second: number;
  readonly neither: number;
  readonly names: readonly [one: string, other: string];
}

export const postsIn = ({ both, first, second, neither }: CodingTable): number => both + first + second + neither;

export const percentText = (table: CodingTable, lang: Lang): string => `${numberText(lang, agreementOf(table) * 100, 0)}\u00a0%`;
export const kappaText = (table: CodingTable, lang: Lang): string => numberText(lang, kappaOf(table), 2);

/** The file a team hands in: a line for each publication, in an order that does not give the table away. */
export function codingCsv(table: CodingTable): string {
  const [one, other] = table.names;
  const pairs = [
    ...repeated(table.both, one, one),
    ...repeated(table.first, one, other),
    ...repeated(table.second, other, one),
    ...repeated(table.neither, other, other),
  ];
  const lines = pairs.map((_, index) => [`P${String(index + 1).padStart(3, '0')}`, ...pairs[(index * 7) % pairs.length]!].join(','));
  return `\ufeff${['publication,coder_1,coder_2', ...lines].join('\r\n')}\r\n`;
}

const repeated = (times: number, first: string, second: string): (readonly [string, string])[] =>
  Array.from({ length: times }, () => [first, second] as const);

const agreementOf = (table: CodingTable): number => (table.both + table.neither) / postsIn(table);

/** Cohen’s kappa: agreement beyond what two people who code blindly would reach. */
export function kappaOf(table: CodingTable): number {
  const posts = postsIn(table);
  const [firstSays, secondSays] = [(table.both + table.first) / posts, (table.both + table.second) / posts];
  const byChance = firstSays * secondSays + (1 - firstSays) * (1 - secondSays);
  return (agreementOf(table) - byChance) / (1 - byChance);
}
