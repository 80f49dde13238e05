import { stringify } from 'csv-stringify/sync';
import type { Lang } from '../kernel/localised.js';
import type { Cell, Column, FullGradebook, StudentLine } from './gradebook.js';
import { gradebookTexts } from './text.js';

/**
 * The gradebook as spreadsheets of that language open it by a double click: UTF-8 with its mark, `;` and decimal comma in
 * French, `,` and point in English. Numbers are numbers; no text is ever taken for a formula.
 */
export function gradebookCsv({ columns, lines, counted }: FullGradebook, lang: Lang): string {
  const t = gradebookTexts[lang].csv;
  const header = [
    t.name,
    t.email,
    t.section,
    t.team,
    ...columns.flatMap((column) => headersOf(column, lang)),
    t.total,
    t.outOf,
    ...participationHeaders(counted, lang),
  ];
  const number = (value: number | null | undefined): string =>
    value == null ? '' : lang === 'fr' ? String(value).replace('.', ',') : String(value);
  const cells = (line: StudentLine): string[] =>
    line.cells.flatMap((cell, index) => [
      ...columns[index]!.criteria.map(({ key }) => number(cell.criteria[key])),
      ...[cell.earned, cell.deduction, cell.points].map(number),
      t.states[cell.state satisfies Cell['state']],
    ]);
  const rows = lines.map((line) => [
    ...[line.sortName, line.email, line.section, line.team ?? ''].map(harmless),
    ...cells(line),
    ...[line.total?.points, line.total?.outOf].map(number),
    ...counted.flatMap(({ best }) => [best.get(line.id)?.right, best.get(line.id)?.asked]).map(number),
  ]);
  return stringify([header.map(harmless), ...rows], { bom: true, delimiter: lang === 'fr' ? ';' : ',', record_delimiter: 'windows' });
}

/** Beside the marks, and two numbers rather than one: a spreadsheet would take 6/8 for a date. */
function participationHeaders(counted: FullGradebook['counted'], lang: Lang): string[] {
  const t = gradebookTexts[lang].participation;
  return counted.flatMap(({ unit }) => [t.right(unit.number), t.asked(unit.number)]);
}

function headersOf({ assignment, stage, criteria }: Column, lang: Lang): string[] {
  const t = gradebookTexts[lang].csv;
  const titles = new Map(assignment.content.rubric.criteria.map(({ key, title }) => [key, title[lang]]));
  const { number, points } = stage.spec;
  return [
    ...criteria.map(({ key, outOf }) => t.criterion(number, titles.get(key) ?? key, outOf)),
    ...[t.earned(number, points), t.deduction(number), t.points(number, points), t.state(number)],
  ];
}

/** Signs that make a spreadsheet reckon: the ASCII ones, and the full-width one that some read as the same. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** A text that a spreadsheet would run as a formula is marked as text. Spaces before it do not hide it. */
export function harmless(text: string): string {
  const plain = text.replace(/^[\s\u00a0\u200b\ufeff]+/, '');
  return FORMULA.test(plain) || FORMULA.test(text) ? `'${text}` : text;
}
