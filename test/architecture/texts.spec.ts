import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Lang } from '../../src/kernel/localised.js';
import { typeset } from '../../src/platform/i18n/typography.js';

/** Words that are spelled alike in French and English. A text made of other words too has been forgotten in one of them. */
const SAME_IN_BOTH = new Set(
  'attrait français english administration programme section notes total possible page action point points question questions minute minutes min h m s pdf csv sha node js postgresql markdown figure figures pages classes'.split(
    ' ',
  ),
);
/** The demonstration class, the titles of a new course and its weeks are content. */
const CONTENT = /demonstration|course\/calendar\.ts$|course-new\.command\.ts$/;
/** What stands for a value in a text that is made of parts. */
const VALUE = '2';

/** One text of a catalogue: where it stands, what it takes, and every sentence it may say. */
interface Leaf {
  readonly path: string;
  readonly takes: number;
  readonly says: readonly string[];
}
interface Pair {
  readonly where: string;
  readonly fr: readonly Leaf[];
  readonly en: readonly Leaf[];
}

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file))
  .map((file) => join('src', file));
const parsed = new Map(
  sources.map((file) => [file, ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)]),
);

const nameOf = (property: ts.ObjectLiteralElementLike): string => (property.name && 'text' in property.name ? property.name.text : '…');
const plain = (node: ts.Expression): ts.Expression =>
  ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node) ? plain(node.expression) : node;

/** The texts of a catalogue, down to its functions. */
function leavesOf(given: ts.Expression, path = ''): Leaf[] {
  const node = plain(given);
  if (!ts.isObjectLiteralExpression(node)) return [leafOf(node, path)];
  return node.properties.flatMap((property) => {
    const name = [path, nameOf(property)].filter(Boolean).join('.');
    if (ts.isPropertyAssignment(property)) return leavesOf(property.initializer, name);
    return [leafOf(property, name)];
  });
}

function leafOf(node: ts.Node, path: string): Leaf {
  const takes = ts.isFunctionLike(node) ? node.parameters.length : 0;
  return { path, takes, says: sentencesIn(node) };
}

/** Every text that may leave a function: all its strings but those it only compares with, looks up or joins by. */
function sentencesIn(node: ts.Node): string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return isSaid(node) ? [node.text] : [];
  // What a formatter of `Intl` is made with is no text.
  if (ts.isNewExpression(node)) return [];
  const inside: string[] = [];
  node.forEachChild((child) => void inside.push(...sentencesIn(child)));
  if (!ts.isTemplateExpression(node)) return inside;
  return [node.head.text + node.templateSpans.map(({ literal }) => VALUE + literal.text).join(''), ...inside];
}

const JOINS = [
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
];

function isSaid({ parent }: ts.Node): boolean {
  if (ts.isBinaryExpression(parent)) return JOINS.includes(parent.operatorToken.kind);
  return !ts.isElementAccessExpression(parent) && !ts.isLiteralTypeNode(parent);
}

/** Each `{ fr, en }` that is written out in a file, and each pair of files `text.fr.ts` and `text.en.ts`. */
function pairs(): Pair[] {
  const found: Pair[] = [];
  for (const [file, source] of parsed) {
    if (file.endsWith('text.fr.ts'))
      found.push({ where: file, fr: catalogueIn(file, 'fr'), en: catalogueIn(file.replace('.fr.ts', '.en.ts'), 'en') });
    const visit = (node: ts.Node): void => {
      if (ts.isObjectLiteralExpression(node)) {
        const [fr, en] = ['fr', 'en'].map((lang) => node.properties.find((property) => nameOf(property) === lang));
        if (fr && en && ts.isPropertyAssignment(fr) && ts.isPropertyAssignment(en)) {
          const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
          found.push({ where: `${file}:${line}`, fr: leavesOf(fr.initializer), en: leavesOf(en.initializer) });
        }
      }
      node.forEachChild(visit);
    };
    visit(source);
  }
  return found;
}

function catalogueIn(file: string, name: Lang): Leaf[] {
  const leaves: Leaf[] = [];
  parsed.get(file)?.forEachChild((node) => {
    if (!ts.isVariableStatement(node)) return;
    for (const { name: variable, initializer } of node.declarationList.declarations)
      if (ts.isIdentifier(variable) && variable.text === name && initializer) leaves.push(...leavesOf(initializer));
  });
  return leaves;
}

const all = pairs();
/** One line a text that breaks a rule. */
const offenders = (lang: Lang, isWrong: (text: string) => boolean): string[] =>
  all.flatMap(({ where, [lang]: leaves }) =>
    leaves.flatMap(({ path, says }) =>
      says
        .map((text) => typeset(lang, text))
        .filter(isWrong)
        .map((text) => `${where} ${path}: ${text}`),
    ),
  );

describe('the texts of every room', () => {
  it('are found', () => {
    const catalogues = all.filter(({ where }) => where.endsWith('text.fr.ts'));

    expect(catalogues.length).toBeGreaterThan(3);
    for (const { where, fr, en } of catalogues) expect([where, fr.length > 0, en.length > 0]).toEqual([where, true, true]);
  });

  it('stand in text.fr and text.en, but for what is content', () => {
    const sentences = all.filter(({ fr }) => fr.some(({ says }) => says.some((text) => /\s/.test(text))));
    const elsewhere = sentences.map(({ where }) => where.replace(/:\d+$/, '')).filter((file) => !/\btext\.(fr|en)\.ts$/.test(file));

    expect([...new Set(elsewhere)].filter((file) => !CONTENT.test(file))).toEqual([]);
  });

  it('have the same keys in both languages', () => {
    const shape = (leaves: readonly Leaf[]) => leaves.map(({ path, takes }) => `${path}(${takes})`).sort();

    for (const { where, fr, en } of all) expect({ where, keys: shape(en) }).toEqual({ where, keys: shape(fr) });
  });

  it('are never empty', () => {
    const empty = (leaves: readonly Leaf[]) =>
      leaves.filter(({ path, takes, says }) => path && takes === 0 && says.some((text) => text.trim() === '')).map(({ path }) => path);

    for (const { where, fr, en } of all) expect({ where, empty: [...empty(fr), ...empty(en)] }).toEqual({ where, empty: [] });
  });

  it('were written twice, but for words both languages share', () => {
    const words = (text: string) => text.match(/\p{L}+/gu) ?? [];
    const forgotten = all.flatMap(({ where, fr, en }) =>
      fr.flatMap(({ path, says }) => {
        const english = new Set(en.find((leaf) => leaf.path === path)?.says);
        return says
          .filter((text) => english.has(text) && words(text).some((word) => !SAME_IN_BOTH.has(word.toLowerCase())))
          .map((text) => `${where} ${path}: ${text}`);
      }),
    );

    expect(forgotten).toEqual([]);
  });

  it('are calm', () => {
    expect([...offenders('fr', (text) => text.includes('!')), ...offenders('en', (text) => text.includes('!'))]).toEqual([]);
  });

  it('in French have the spaces and the signs of French', () => {
    expect(offenders('fr', (text) => / [:;?%$»]|« |['"]|\S {2}/.test(text))).toEqual([]);
  });

  it('in English have those of English', () => {
    expect(offenders('en', (text) => /\s[:;?%]|['"]|\S {2}|[«»]/.test(text))).toEqual([]);
  });

  it('leave their room with the typography of their language', async () => {
    for (const { where, ...pair } of all.filter((one) => one.where.endsWith('text.fr.ts'))) {
      const front = (await import(`../../${where.replace('text.fr.ts', 'text.js')}`)) as Record<string, Record<Lang, object>>;
      const catalogue = Object.values(front).find((value) => 'fr' in value && 'en' in value)!;
      const raw = (['fr', 'en'] as const).flatMap((lang) =>
        pair[lang].filter(({ takes, says }) => takes === 0 && says.length === 1).map(({ path, says }) => ({ lang, path, says: says[0]! })),
      );

      const set = raw.map(({ lang, path }) => ({ lang, path, says: at(catalogue[lang], path) }));

      expect(set).toEqual(raw.map(({ lang, path, says }) => ({ lang, path, says: typeset(lang, says) })));
    }
  });
});

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], value);
