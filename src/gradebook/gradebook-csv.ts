import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import type { Lang } from '../kernel/localised.js';
import type { Cell, Column, FullGradebook, StudentLine } from './gradebook.js';
import { gradebookTexts } from './text.js';

/** So many students are put into words at a time; then others have their turn. */
const AT_A_TIME = 200;

/**
 * The gradebook as spreadsheets of that language open it by a double click: UTF-8 with its mark, `;` and decimal comma in
 * French, `,` and point in English. Numbers are numbers; no text is ever taken for a formula. It leaves as it is written.
 */
export function gradebookCsv(gradebook: FullGradebook, lang: Lang): Readable {
  return Readable.from(csvParts(gradebook, lang), { objectMode: false });
}

function* csvParts(gradebook: FullGradebook, lang: Lang): Generator<string> {
  const format = { delimiter: lang === 'fr' ? ';' : ',', record_delimiter: 'windows' } as const;
  const rowOf = rowsOf(gradebook, lang);
  yield stringify([headerOf(gradebook, lang).map(harmless)], { ...format, bom: true });
  for (let from = 0; from < gradebook.lines.length; from += AT_A_TIME)
    yield stringify(gradebook.lines.slice(from, from + AT_A_TIME).map(rowOf), format);
}

function headerOf({ columns, counted }: FullGradebook, lang: Lang): string[] {
  const t = gradebookTexts[lang].csv;
  return [
    t.name,
    t.email,
    t.section,
    t.team,
    ...columns.flatMap((column) => headersOf(column, lang)),
    t.total,
    t.outOf,
    ...participationHeaders(counted, lang),
  ];
}

/** Writes lines as rows. What several students have in common is put into words once. */
function rowsOf({ columns, counted }: FullGradebook, lang: Lang): (line: StudentLine) => string[] {
  const { states } = gradebookTexts[lang].csv;
  const number = (value: number | null | undefined): string =>
    value == null ? '' : lang === 'fr' ? String(value).replace('.', ',') : String(value);
  const written = new Map<Cell, readonly string[]>();
  const write = (cell: Cell, { criteria }: Column): readonly string[] => [
    ...criteria.map(({ key }) => number(cell.criteria[key])),
    ...[cell.earned, cell.deduction, cell.points].map(number),
    states[cell.state],
  ];
  const cellsOf = (cell: Cell, index: number): readonly string[] => {
    const known = written.get(cell) ?? write(cell, columns[index]!);
    written.set(cell, known);
    return known;
  };
  return (line) => [
    ...[line.sortName, line.email, line.section, line.team ?? ''].map(harmless),
    ...line.cells.flatMap(cellsOf),
    ...[line.total?.points, line.total?.outOf].map(number),
    ...counted.flatMap(({ best }) => [best.get(line.id)?.right, best.get(line.id)?.asked]).map(number),
  ];
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
    t.earned(number, points),
    t.deduction(number),
    t.points(number, points),
    t.state(number),
  ];
}

/** Signs that make a spreadsheet reckon: the ASCII ones, and the full-width one that some read as the same. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** A text that a spreadsheet would run as a formula is marked as text. Spaces before it do not hide it. */
export function harmless(text: string): string {
  const plain = text.replace(/^[\s\u00a0\u200b\ufeff]+/, '');
  return FORMULA.test(plain) || FORMULA.test(text) ? `'${text}` : text;
}
