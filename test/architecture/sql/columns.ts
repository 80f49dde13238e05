import type { Node, RangeVar, ReturningClause, SelectStmt, WithClause } from 'libpg-query';
import { Expressions } from './expressions.js';
import { selectOf, speaksOf, wordsOf } from './tree.js';

/** The tables as the migrations made them: of each column its type and whether it may be null. */
export type Catalog = ReadonlyMap<string, ReadonlyMap<string, { readonly type: string; readonly isNullable: boolean }>>;

/** What is known of a value from the statement alone; null where nothing is. */
export interface Fact {
  readonly mayBeNull: boolean | null;
  readonly type: string | null;
  readonly shape: Shape | null;
}

/** What a JSON value is made of. */
export type Shape = { readonly list: Shape } | { readonly keys: ReadonlyMap<string, Fact> };

export type Columns = ReadonlyMap<string, Fact>;

/** A table, or a query under a name, and whether an outer join can leave all of it empty. */
export interface Relation {
  readonly alias: string;
  /** Null where they are not known, as those of a function. */
  readonly columns: Columns | null;
  readonly isOptional: boolean;
}

/** The names that a piece of SQL sees: relations from the nearest select outwards, and the queries of WITH. */
export interface Scope {
  readonly levels: readonly { readonly relations: readonly Relation[]; readonly condition: unknown }[];
  readonly queries: ReadonlyMap<string, Columns | null>;
}

export const NOTHING: Fact = { mayBeNull: null, type: null, shape: null };

/** Reads from a statement which of its columns can be null, and what its JSON is made of. It says what it knows, and no more. */
export class StatementColumns {
  private readonly expressions = new Expressions(this);

  constructor(readonly catalog: Catalog) {}

  /** The columns that a statement answers with, by name; null when they can't be told. */
  of(node: Node, scope: Scope = { levels: [], queries: new Map() }): Columns | null {
    if ('SelectStmt' in node) return this.ofSelect(node.SelectStmt, scope);
    if ('InsertStmt' in node) {
      const { cols, withClause, returningClause } = node.InsertStmt;
      return this.returned(this.written(node.InsertStmt, cols, this.withQueries(withClause, scope), []), returningClause);
    }
    if ('UpdateStmt' in node) {
      const { targetList, fromClause, withClause, returningClause } = node.UpdateStmt;
      return this.returned(this.written(node.UpdateStmt, targetList, this.withQueries(withClause, scope), fromClause), returningClause);
    }
    if ('DeleteStmt' in node) {
      const { usingClause, withClause, returningClause } = node.DeleteStmt;
      return this.returned(this.written(node.DeleteStmt, [], this.withQueries(withClause, scope), usingClause), returningClause);
    }
    return null;
  }

  ofSelect(select: SelectStmt, outer: Scope): Columns | null {
    const scope = this.withQueries(select.withClause, outer);
    if (select.op !== 'SETOP_NONE') return this.ofUnion(select, scope);
    return this.targets(select.targetList ?? [], this.inside(select, scope), select);
  }

  /** What the expressions of a select see. */
  inside(select: SelectStmt, outer: Scope): Scope {
    const scope = this.withQueries(select.withClause, outer);
    const condition = [select.whereClause, select.fromClause, select.havingClause];
    return this.level(select.fromClause ?? [], scope, condition);
  }

  private level(from: readonly Node[], scope: Scope, condition: unknown): Scope {
    let relations: Relation[] = [];
    for (const item of from) {
      const seen = { ...scope, levels: [{ relations, condition }, ...scope.levels] };
      relations = [...relations, ...this.relations(item, seen, false)];
    }
    return { ...scope, levels: [{ relations, condition }, ...scope.levels] };
  }

  private ofUnion({ larg, rarg }: SelectStmt, scope: Scope): Columns | null {
    const [left, right] = [this.ofSelect(larg!, scope), this.ofSelect(rarg!, scope)];
    if (!left || !right || left.size !== right.size) return null;
    const others = [...right.values()];
    return new Map(
      [...left].map(([name, fact], at): [string, Fact] => {
        const both = [fact.mayBeNull, others[at]!.mayBeNull];
        const mayBeNull = both.includes(true) ? true : both.includes(null) ? null : false;
        return [name, { mayBeNull, type: fact.type, shape: fact.shape }];
      }),
    );
  }

  private targets(list: readonly Node[], scope: Scope, select: SelectStmt | null): Columns | null {
    const columns = new Map<string, Fact>();
    for (const target of list) {
      if (!('ResTarget' in target) || !target.ResTarget.val) return null;
      const { name, val } = target.ResTarget;
      const words = 'ColumnRef' in val ? wordsOf(val.ColumnRef.fields) : [];
      if (words.at(-1) !== '*') {
        columns.set(name ?? nameOf(val), this.expressions.factOf(val, scope, select));
        continue;
      }
      const of = scope.levels[0]!.relations.filter(({ alias }) => words.length === 1 || alias === words[0]);
      for (const relation of of) {
        if (!relation.columns) return null;
        for (const [column] of relation.columns) columns.set(column, this.columnOf(relation, column, scope.levels[0]!.condition));
      }
    }
    return columns;
  }

  private withQueries(clause: WithClause | undefined, scope: Scope): Scope {
    const queries = new Map(scope.queries);
    for (const cte of clause?.ctes ?? []) {
      if (!('CommonTableExpr' in cte)) continue;
      const { ctename, ctequery, aliascolnames } = cte.CommonTableExpr;
      queries.set(ctename!, clause!.recursive ? null : renamed(this.of(ctequery!, { ...scope, queries }), wordsOf(aliascolnames)));
    }
    return { ...scope, queries };
  }

  private relations(item: Node, scope: Scope, isOptional: boolean): Relation[] {
    if ('JoinExpr' in item) {
      const { jointype, larg, rarg } = item.JoinExpr;
      const left = this.relations(larg!, scope, isOptional || jointype === 'JOIN_RIGHT' || jointype === 'JOIN_FULL');
      const seen = {
        ...scope,
        levels: [{ ...scope.levels[0]!, relations: [...scope.levels[0]!.relations, ...left] }, ...scope.levels.slice(1)],
      };
      return [...left, ...this.relations(rarg!, seen, isOptional || jointype === 'JOIN_LEFT' || jointype === 'JOIN_FULL')];
    }
    if ('RangeVar' in item) {
      const { relname, alias } = item.RangeVar;
      return [this.named(relname!, alias?.aliasname ?? relname!, scope, isOptional)];
    }
    if ('RangeSubselect' in item) {
      const { subquery, alias } = item.RangeSubselect;
      const select = selectOf(subquery);
      const columns = select && renamed(this.ofSelect(select, scope), wordsOf(alias?.colnames));
      return [{ alias: alias?.aliasname ?? '', columns, isOptional }];
    }
    const alias = 'RangeFunction' in item ? item.RangeFunction.alias?.aliasname : undefined;
    return [{ alias: alias ?? '', columns: null, isOptional }];
  }

  private named(name: string, alias: string, scope: Scope, isOptional: boolean): Relation {
    if (scope.queries.has(name)) return { alias, columns: scope.queries.get(name)!, isOptional };
    const table = this.catalog.get(name);
    const columns =
      table &&
      new Map([...table].map(([column, { type, isNullable }]): [string, Fact] => [column, { mayBeNull: isNullable, type, shape: null }]));
    return { alias, columns: columns ?? null, isOptional };
  }

  /** A column that a condition speaks of may have been told from null by it: then nothing is known. */
  columnOf({ alias, columns, isOptional }: Relation, name: string, condition: unknown): Fact {
    const fact = columns?.get(name) ?? NOTHING;
    if (fact.mayBeNull !== false && speaksOf(condition, name)) return { ...fact, mayBeNull: null };
    if (!isOptional) return fact;
    return { ...fact, mayBeNull: speaksOf((condition as unknown[])[0], alias) ? null : true };
  }

  /** What RETURNING sees: the table, whose columns that were given a value may hold one, and what is joined to it. */
  private written(
    { relation, whereClause }: { relation?: RangeVar; whereClause?: Node },
    set: readonly Node[] = [],
    scope: Scope,
    from: readonly Node[] = [],
  ): Scope {
    const name = relation!.relname!;
    const target = this.named(name, relation!.alias?.aliasname ?? name, { ...scope, queries: new Map() }, false);
    const given = set.flatMap((one) => ('ResTarget' in one ? [one.ResTarget.name] : []));
    const columns = new Map(
      [...target.columns!].map(([column, fact]): [string, Fact] => [
        column,
        fact.mayBeNull && given.includes(column) ? { ...fact, mayBeNull: null } : fact,
      ]),
    );
    const others = this.level(from, scope, [whereClause, from]);
    const [level] = others.levels;
    return { ...others, levels: [{ ...level!, relations: [{ ...target, columns }, ...level!.relations] }, ...others.levels.slice(1)] };
  }

  private returned(scope: Scope, clause: ReturningClause | undefined): Columns | null {
    return this.targets(clause?.exprs ?? [], scope, null);
  }
}

/** How PostgreSQL calls a column that was given no name. */
function nameOf(value: Node): string {
  if ('ColumnRef' in value) return wordsOf(value.ColumnRef.fields).at(-1)!;
  if ('FuncCall' in value) return wordsOf(value.FuncCall.funcname).at(-1)!;
  if ('TypeCast' in value) return nameOf(value.TypeCast.arg!);
  if ('CoalesceExpr' in value) return 'coalesce';
  return '?column?';
}

const renamed = (columns: Columns | null, names: readonly string[]): Columns | null =>
  columns && new Map([...columns].map(([name, fact], at): [string, Fact] => [names[at] ?? name, fact]));
