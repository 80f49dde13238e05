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

/** No text of the database holds it, so texts written one after the other can be taken apart by it again. */
const BETWEEN = '\0';
const LINE_END = '\r\n';

function* csvParts(gradebook: FullGradebook, lang: Lang): Generator<string> {
  const delimiter = lang === 'fr' ? ';' : ',';
  const marksOf = marksWritten(gradebook, lang, delimiter);
  yield stringify([headerOf(gradebook, lang).map(harmless)], { delimiter, record_delimiter: LINE_END, bom: true });
  for (let from = 0; from < gradebook.lines.length; from += AT_A_TIME) {
    const lines = gradebook.lines.slice(from, from + AT_A_TIME);
    const names = stringify(lines.map(namesOf), { delimiter, record_delimiter: BETWEEN }).split(BETWEEN);
    yield lines.map((line, index) => names[index]! + delimiter + marksOf(line) + LINE_END).join('');
  }
}

const namesOf = ({ sortName, email, section, team }: StudentLine): string[] => [sortName, email, section, team ?? ''].map(harmless);

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

/** Writes the marks of a line: numbers, which hold no delimiter, and words of ours. What several students have in common is written once. */
function marksWritten({ columns, counted }: FullGradebook, lang: Lang, delimiter: string): (line: StudentLine) => string {
  const { states } = gradebookTexts[lang].csv;
  const word = (text: string): string => stringify([[text]], { delimiter, eof: false });
  const stateWords = Object.fromEntries(Object.entries(states).map(([state, text]) => [state, word(text)])) as typeof states;
  const number = (value: number | null | undefined): string =>
    value == null ? '' : lang === 'fr' ? String(value).replace('.', ',') : String(value);
  const written = new Map<Cell, string>();
  const write = (cell: Cell, { criteria }: Column): string =>
    [
      ...criteria.map(({ key }) => number(cell.criteria[key])),
      number(cell.earned),
      number(cell.deduction),
      number(cell.points),
      stateWords[cell.state],
    ].join(delimiter);
  const cellOf = (cell: Cell, index: number): string => {
    const known = written.get(cell) ?? write(cell, columns[index]!);
    written.set(cell, known);
    return known;
  };
  return ({ id, cells, total }) =>
    [
      ...cells.map(cellOf),
      number(total?.points),
      number(total?.outOf),
      ...counted.flatMap(({ best }) => [number(best.get(id)?.right), number(best.get(id)?.asked)]),
    ].join(delimiter);
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
