import ts from 'typescript';
import { Evaluator, Unseen } from './evaluate.js';
import { calledName, forEachNode, lineOf, pathOf, type Source } from './program.js';
import type { SqlText } from './sql-text.js';

/** A place in src that gives SQL to the database. */
export interface Statement {
  readonly line: string;
  readonly file: string;
  /** All that it can be: more than one where pieces are chosen while the program runs. */
  readonly texts: readonly SqlText[];
  /** What the program takes a row for; null where it reads none. */
  readonly row: ts.Type | null;
  /** How many values are given, where they are written out. */
  readonly values: number | null;
}

export interface Found {
  readonly statements: readonly Statement[];
  /** Calls whose SQL cannot be read from the source, a sentence each. */
  readonly unseen: readonly string[];
  readonly repositories: readonly RepositoryCall[];
}

/** `database.of(Entity)` */
export interface RepositoryCall {
  readonly line: string;
  readonly file: string;
  /** The file that declares the entity. */
  readonly entity: string;
}

/** Names that only a running program knows, by file, with a value to check the statement with. */
export type Samples = Readonly<Record<string, Readonly<Record<string, string>>>>;

const DATABASE = /\/src\/platform\/database\/database\.ts$/;
const DRIVERS = /\/node_modules\/(@types\/)?(pg|typeorm)\//;

export function findStatements(source: Source, samples: Samples): Found {
  const statements: Statement[] = [];
  const unseen: string[] = [];
  for (const call of source.files.flatMap((file) => databaseCalls(source, file)))
    try {
      const texts = new Evaluator(source, samples[pathOf(call)]).textsOf(call.arguments[0]!);
      statements.push({ line: lineOf(call), file: pathOf(call), texts, row: rowOf(source, call), values: valuesOf(call) });
    } catch (error) {
      if (!(error instanceof Unseen)) throw error;
      unseen.push(`${lineOf(call)}: ${error.message}`);
    }
  return { statements, unseen, repositories: source.files.flatMap((file) => repositoryCalls(source, file)) };
}

function repositoryCalls(source: Source, file: ts.SourceFile): RepositoryCall[] {
  const calls: RepositoryCall[] = [];
  forEachNode(file, (node) => {
    if (!ts.isCallExpression(node) || calledName(node)?.text !== 'of' || !isDeclaredIn(source, node, DATABASE)) return;
    const entity = source.declarationOf(node.arguments[0]!);
    calls.push({ line: lineOf(node), file: pathOf(node), entity: entity ? pathOf(entity) : '' });
  });
  return calls;
}

function databaseCalls(source: Source, file: ts.SourceFile): ts.CallExpression[] {
  const calls: ts.CallExpression[] = [];
  forEachNode(file, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    if (!['query', 'change'].includes(calledName(node)?.text ?? '')) return;
    if (isDeclaredIn(source, node, DATABASE) || isDeclaredIn(source, node, DRIVERS)) calls.push(node);
  });
  return calls;
}

const isDeclaredIn = ({ checker }: Source, call: ts.CallExpression, files: RegExp): boolean =>
  files.test(checker.getResolvedSignature(call)?.declaration?.getSourceFile().fileName ?? '');

/** `Row` of the `Promise<Row[]>` or the `Promise<QueryResult<Row>>` that a call answers with. */
function rowOf({ checker }: Source, call: ts.CallExpression): ts.Type | null {
  const answer = checker.getAwaitedType(checker.getTypeAtLocation(call));
  if (!answer || answer.flags & ts.TypeFlags.NumberLike) return null;
  const rows = answer.getProperty('rows');
  const list = rows ? checker.getTypeOfSymbol(rows) : answer;
  const row = checker.getIndexTypeOfType(list, ts.IndexKind.Number);
  return row && !(row.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) ? row : null;
}

function valuesOf({ arguments: [, values] }: ts.CallExpression): number | null {
  if (!values) return 0;
  if (!ts.isArrayLiteralExpression(values)) return null;
  return values.elements.reduce<number | null>((count, element) => {
    if (count === null) return null;
    if (!ts.isSpreadElement(element)) return count + 1;
    return ts.isArrayLiteralExpression(element.expression) && !element.expression.elements.some(ts.isSpreadElement)
      ? count + element.expression.elements.length
      : null;
  }, 0);
}
