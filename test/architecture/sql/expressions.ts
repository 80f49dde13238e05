import type { FuncCall, Node, SelectStmt, SubLink } from 'libpg-query';
import { type Fact, NOTHING, type Relation, type Scope, type Shape, type StatementColumns } from './columns.js';
import { forEachObject, selectOf, wordsOf } from './tree.js';

const NEVER: Fact = { mayBeNull: false, type: null, shape: null };
/** Functions that answer something whatever they are given. */
const SURE = [
  'count',
  'now',
  'clock_timestamp',
  'json_build_object',
  'jsonb_build_object',
  'row_number',
  'rank',
  'gen_random_uuid',
  'random',
];
/** Aggregates that answer null when there was no row. */
const OF_ROWS = ['min', 'max', 'sum', 'avg', 'string_agg', 'array_agg', 'bool_and', 'bool_or'];
const JSON_LISTS = ['json_agg', 'jsonb_agg'];
const JSON_OBJECTS = ['json_object_agg', 'jsonb_object_agg'];
const TO_JSON = /^(to_jsonb?|row_to_json)$/;
const AGGREGATES = [...OF_ROWS, ...JSON_LISTS, ...JSON_OBJECTS, 'count'];

/** What is known of an expression: whether it may be null, its type where it is a plain column or a cast, and the shape of its JSON. */
export class Expressions {
  constructor(private readonly statements: StatementColumns) {}

  factOf(node: Node, scope: Scope, select: SelectStmt | null): Fact {
    const of = (inner: Node): Fact => this.factOf(inner, scope, select);
    if ('ColumnRef' in node) return this.column(wordsOf(node.ColumnRef.fields), scope);
    if ('A_Const' in node) return { ...NOTHING, mayBeNull: node.A_Const.isnull === true };
    if ('TypeCast' in node)
      return { ...of(node.TypeCast.arg!), type: castTo(node.TypeCast.typeName?.names, node.TypeCast.typeName?.arrayBounds) };
    if ('FuncCall' in node) return this.call(node.FuncCall, scope, select);
    if ('CoalesceExpr' in node) return firstOf((node.CoalesceExpr.args ?? []).map(of));
    if ('MinMaxExpr' in node) return { ...NOTHING, mayBeNull: firstOf((node.MinMaxExpr.args ?? []).map(of)).mayBeNull };
    if ('NullTest' in node || 'BooleanTest' in node) return { ...NEVER, type: 'bool' };
    if ('A_ArrayExpr' in node || 'RowExpr' in node || 'SQLValueFunction' in node) return NEVER;
    if ('CollateClause' in node) return of(node.CollateClause.arg!);
    if ('SubLink' in node) return this.query(node.SubLink, scope);
    if ('BoolExpr' in node) return { ...strict((node.BoolExpr.args ?? []).map(of), false), type: 'bool' };
    if ('A_Expr' in node) {
      const { kind, lexpr, rexpr } = node.A_Expr;
      if (kind === 'AEXPR_DISTINCT' || kind === 'AEXPR_NOT_DISTINCT') return { ...NEVER, type: 'bool' };
      if (kind !== 'AEXPR_OP' || wordsOf(node.A_Expr.name).some((name) => name.startsWith('-') && name !== '-')) return NOTHING;
      return strict(
        [lexpr, rexpr].flatMap((side) => (side ? [of(side)] : [])),
        true,
      );
    }
    if ('CaseExpr' in node) {
      const { args = [], defresult } = node.CaseExpr;
      const results = args.flatMap((arm) => ('CaseWhen' in arm && arm.CaseWhen.result ? [of(arm.CaseWhen.result)] : []));
      return defresult ? strict([...results, of(defresult)], true) : { ...NOTHING, mayBeNull: true };
    }
    return NOTHING;
  }

  private column(words: readonly string[], scope: Scope): Fact {
    const name = words.at(-1)!;
    for (const { relations, condition } of scope.levels) {
      const relation =
        words.length > 1 ? relations.find(({ alias }) => alias === words[0]) : relations.find(({ columns }) => columns?.has(name));
      if (relation) return this.statements.columnOf(relation, name, condition);
      if (relations.some(({ columns }) => !columns) && words.length === 1) return NOTHING;
    }
    return NOTHING;
  }

  private call({ funcname, args = [], over, agg_filter }: FuncCall, scope: Scope, select: SelectStmt | null): Fact {
    const name = wordsOf(funcname).at(-1)!;
    const shape = this.shapeOf(name, args, scope, select);
    if (SURE.includes(name)) return { mayBeNull: false, type: name === 'count' ? 'int8' : null, shape };
    if (over) return NOTHING;
    if (AGGREGATES.includes(name)) {
      if (!select?.groupClause) return { mayBeNull: true, type: null, shape };
      const isOfRows = !agg_filter && [...JSON_LISTS, ...JSON_OBJECTS, 'array_agg'].includes(name);
      return { mayBeNull: isOfRows ? false : null, type: null, shape };
    }
    const row = args.length === 1 ? this.whole(args[0]!, scope) : null;
    return { mayBeNull: TO_JSON.test(name) && row ? row.isOptional : null, type: null, shape };
  }

  private shapeOf(name: string, args: readonly Node[], scope: Scope, select: SelectStmt | null): Shape | null {
    if (/^jsonb?_build_object$/.test(name)) {
      const keys = new Map<string, Fact>();
      for (let at = 0; at < args.length; at += 2) {
        const key = args[at]!;
        if (!('A_Const' in key) || !key.A_Const.sval?.sval) return null;
        keys.set(key.A_Const.sval.sval, this.factOf(args[at + 1]!, scope, select));
      }
      return { keys };
    }
    if (!JSON_LISTS.includes(name) && !TO_JSON.test(name)) return null;
    const columns = this.whole(args[0]!, scope)?.columns;
    const one = columns ? { keys: columns } : this.factOf(args[0]!, scope, select).shape;
    return one && (JSON_LISTS.includes(name) ? { list: one } : one);
  }

  /** The relation whose row is given as a whole, by its alias. */
  private whole(node: Node, scope: Scope): Relation | null {
    const words = 'ColumnRef' in node ? wordsOf(node.ColumnRef.fields) : [];
    if (words.length !== 1) return null;
    for (const { relations } of scope.levels) {
      if (relations.some(({ columns }) => columns?.has(words[0]!))) return null;
      const relation = relations.find(({ alias }) => alias === words[0]);
      if (relation) return relation;
    }
    return null;
  }

  private query({ subLinkType, subselect }: SubLink, scope: Scope): Fact {
    if (subLinkType === 'EXISTS_SUBLINK') return { ...NEVER, type: 'bool' };
    if (subLinkType === 'ARRAY_SUBLINK') return NEVER;
    const select = selectOf(subselect);
    if (subLinkType !== 'EXPR_SUBLINK' || !select) return NOTHING;
    const [fact] = this.statements.ofSelect(select, scope)?.values() ?? [];
    if (!fact) return NOTHING;
    const alwaysAnswers = !select.groupClause && !select.havingClause && !select.limitCount && (hasAggregate(select) || !select.fromClause);
    return alwaysAnswers ? fact : { ...fact, mayBeNull: fact.mayBeNull === true ? true : null };
  }
}

/** The first of several that is not null. */
function firstOf(facts: readonly Fact[]): Fact {
  const nulls = facts.map(({ mayBeNull }) => mayBeNull);
  const mayBeNull = nulls.includes(false) ? false : nulls.includes(null) ? null : true;
  return { mayBeNull, type: facts[0]?.type ?? null, shape: facts.find(({ shape }) => shape)?.shape ?? null };
}

/** Null as soon as one of several is. */
function strict(facts: readonly Fact[], always: boolean): Fact {
  const nulls = facts.map(({ mayBeNull }) => mayBeNull);
  if (nulls.every((one) => one === false)) return NEVER;
  return { ...NOTHING, mayBeNull: always && nulls.includes(true) ? true : null };
}

function castTo(names: readonly Node[] | undefined, bounds: readonly Node[] | undefined): string | null {
  const name = wordsOf(names ?? []).at(-1);
  return name ? `${bounds?.length ? '_' : ''}${name}` : null;
}

function hasAggregate({ targetList }: SelectStmt): boolean {
  let found = false;
  forEachObject(withoutQueries(targetList), (object) => {
    found ||= 'funcname' in object && AGGREGATES.includes(wordsOf(object['funcname'] as Node[]).at(-1)!) && !('over' in object);
  });
  return found;
}

/** Aggregates of an inner query say nothing of the outer one. */
const withoutQueries = (part: unknown): unknown =>
  JSON.parse(JSON.stringify(part ?? null, (key, value: unknown) => (key === 'SubLink' ? null : value)));
