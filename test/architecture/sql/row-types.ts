import ts from 'typescript';
import type { Fact, Shape } from './columns.js';

/** What the driver makes of each type of a column: the parsers that `pg` comes with, for we set none of its own. */
const READ_AS: Readonly<Record<string, Kind>> = {
  ...all('boolean', ['bool']),
  ...all('number', ['int2', 'int4', 'oid', 'float4', 'float8']),
  ...all('string', ['int8', 'numeric', 'text', 'varchar', 'bpchar', 'char', 'name', 'uuid', 'regclass', 'tsvector', 'tsquery']),
  ...all('date', ['date', 'timestamp', 'timestamptz']),
  ...all('json', ['json', 'jsonb']),
  ...all('bytes', ['bytea']),
  ...all('string[]', ['_text', '_varchar', '_uuid', '_int8']),
  ...all('number[]', ['_int2', '_int4', '_float8', '_numeric']),
  ...all('boolean[]', ['_bool']),
  ...all('date[]', ['_timestamptz', '_date']),
};

type Scalar = 'boolean' | 'number' | 'string' | 'date';
type Kind = Scalar | `${Scalar}[]` | 'json' | 'bytes';

function all(kind: Kind, types: readonly string[]): Record<string, Kind> {
  return Object.fromEntries(types.map((type) => [type, kind]));
}

/** A column as PostgreSQL describes it, with what its statement tells beside. */
export interface KnownColumn {
  readonly name: string;
  readonly type: string;
  readonly fact: Fact;
}

/** Where a row is not what its type says, a sentence each. */
export function differences(checker: ts.TypeChecker, row: ts.Type, columns: readonly KnownColumn[]): string[] {
  const names = columns.map(({ name }) => name);
  return [
    ...names.filter((name, at) => names.indexOf(name) < at).map((name) => `two columns are called ${name}`),
    ...unlikeKeys(checker, row, names, ''),
    ...columns.flatMap(({ name, type, fact }) => {
      const property = row.getProperty(name);
      const kind = READ_AS[type];
      if (!property) return [];
      if (!kind) return [`${name} is ${type}, of which this test does not know what the driver makes`];
      const said = new Said(checker, property);
      return [
        ...(isOf(checker, said.bare, kind) ? [] : [`${name} is ${type}, read as ${kind}; the type says ${said.text}`]),
        ...said.nullDifferences(name, fact.mayBeNull),
        ...(kind === 'json' && fact.shape ? shapeDifferences(checker, said.bare, fact.shape, name) : []),
      ];
    }),
  ];
}

function unlikeKeys(checker: ts.TypeChecker, type: ts.Type, names: readonly string[], path: string): string[] {
  const said = checker.getPropertiesOfType(type).map(({ name }) => name);
  return [
    ...said.filter((name) => !names.includes(name)).map((name) => `${path}${name} is in the type, not in the row`),
    ...names.filter((name) => !said.includes(name)).map((name) => `${path}${name} is in the row, not in the type`),
  ];
}

/** What a type says of one of its properties. */
class Said {
  readonly bare: ts.Type;
  readonly text: string;
  private readonly saysNull: boolean;

  constructor(
    checker: ts.TypeChecker,
    private readonly property: ts.Symbol,
  ) {
    const type = checker.getTypeOfSymbol(property);
    this.bare = checker.getNonNullableType(type);
    this.text = checker.typeToString(type);
    this.saysNull = (type.isUnion() ? type.types : [type]).some(({ flags }) => flags & (ts.TypeFlags.Null | ts.TypeFlags.Unknown));
  }

  nullDifferences(name: string, mayBeNull: boolean | null): string[] {
    return [
      ...(this.property.flags & ts.SymbolFlags.Optional ? [`${name} is always there; the type says it may be missing`] : []),
      ...(mayBeNull === true && !this.saysNull ? [`${name} may be null; the type says ${this.text}`] : []),
      ...(mayBeNull === false && this.saysNull ? [`${name} is never null; the type says ${this.text}`] : []),
    ];
  }
}

/** The same inside JSON, as far as the statement says what it is made of. */
function shapeDifferences(checker: ts.TypeChecker, type: ts.Type, shape: Shape, path: string): string[] {
  if ('list' in shape) {
    const element = checker.isArrayType(type) ? checker.getIndexTypeOfType(type, ts.IndexKind.Number) : undefined;
    return element
      ? shapeDifferences(checker, element, shape.list, `${path}[]`)
      : [`${path} is a list; the type says ${checker.typeToString(type)}`];
  }
  if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return [];
  return [
    ...unlikeKeys(checker, type, [...shape.keys.keys()], `${path}.`),
    ...[...shape.keys].flatMap(([key, fact]) => {
      const property = type.getProperty(key);
      if (!property) return [];
      const said = new Said(checker, property);
      const kind = fact.type ? inJson(READ_AS[fact.type]) : undefined;
      return [
        ...(!kind || isOf(checker, said.bare, kind) ? [] : [`${path}.${key} is ${fact.type} in JSON; the type says ${said.text}`]),
        ...said.nullDifferences(`${path}.${key}`, fact.mayBeNull),
        ...(fact.shape ? shapeDifferences(checker, said.bare, fact.shape, `${path}.${key}`) : []),
      ];
    }),
  ];
}

function isOf(checker: ts.TypeChecker, type: ts.Type, kind: Kind): boolean {
  if (type.flags & ts.TypeFlags.Never) return true;
  const options = type.isUnion() ? type.types : [type];
  return options.every((option) => isOneOf(checker, option, kind));
}

function isOneOf(checker: ts.TypeChecker, type: ts.Type, kind: Kind): boolean {
  if (kind.endsWith('[]')) {
    const element = checker.isArrayType(type) ? checker.getIndexTypeOfType(type, ts.IndexKind.Number) : undefined;
    return element !== undefined && isOf(checker, element, kind.slice(0, -2) as Scalar);
  }
  if (kind === 'json') return !(type.flags & ts.TypeFlags.Any) && isJson(checker, type, new Set());
  if (kind === 'date') return type.symbol?.name === 'Date';
  if (kind === 'bytes') return ['Buffer', 'Uint8Array'].includes(type.symbol?.name ?? '');
  return (type.flags & FLAGS[kind as Exclude<Scalar, 'date'>]) !== 0;
}

const FLAGS = { boolean: ts.TypeFlags.BooleanLike, number: ts.TypeFlags.NumberLike, string: ts.TypeFlags.StringLike };

/** JSON knows no instants, and no functions. */
function isJson(checker: ts.TypeChecker, type: ts.Type, seen: Set<ts.Type>): boolean {
  if (seen.has(type)) return true;
  seen.add(type);
  if (type.isUnionOrIntersection()) return type.types.every((part) => isJson(checker, part, seen));
  if (!(type.flags & ts.TypeFlags.Object)) return true;
  if (['Date', 'Map', 'Set', 'Buffer', 'Uint8Array'].includes(type.symbol?.name ?? '')) return false;
  if (type.getCallSignatures().length > 0) return false;
  const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  if (element) return isJson(checker, element, seen);
  return checker.getPropertiesOfType(type).every((property) => isJson(checker, checker.getTypeOfSymbol(property), seen));
}

/** JSON writes instants as text. Numbers of any size are numbers in it, so what is `string` by itself may be either. */
const inJson = (kind: Kind | undefined): Kind | undefined =>
  kind === 'date' ? 'string' : kind === 'boolean' || kind === 'number' ? kind : undefined;
