import type { Localised } from '../../kernel/localised.js';
import { assignmentsTexts } from '../text.js';
import {
  AGGREGATES,
  type AggregateName,
  type CallName,
  CALLS,
  type Comparison,
  type Condition,
  type FieldId,
  type Formula,
  type FormulaRows,
  PAIRINGS,
  type PairingName,
  type ResultKind,
} from './formula.shared.js';
import type { ArgumentSyntax, ComparisonSyntax, ConditionSyntax, FormulaSyntax } from './formula-syntax.js';
import { AGGREGATED, BOOL, resultOf } from './field-results.js';
import { cellsIn, narrowest } from './formula-rows.js';
import type { SchemaNames } from './names.js';

const texts = assignmentsTexts.inBoth.worksheet;

/** From where a formula looks: bare names are fields of `section`, cells those of a row of `repeat`, or of the entries of `list`. */
export interface Scope {
  readonly section: string | null;
  readonly repeat: string;
  readonly list: FieldId | null;
}

/** A formula with what it comes to; `unknown` where that depends on a part with a mistake of its own. */
export interface Resolved {
  readonly formula: Formula;
  readonly is: ResultKind | 'unknown';
  /** The list whose keys it speaks of. */
  readonly options: string | null;
}

/** Looks up what a formula names and compares the kinds of its values. Every mistake is said; then there is no result. */
export class FormulaResolver {
  constructor(
    private readonly names: SchemaNames,
    private readonly say: (reason: Localised) => void,
  ) {}

  formula(syntax: FormulaSyntax, scope: Scope): Resolved | null {
    switch (syntax.kind) {
      case 'number':
        return { formula: syntax, is: 'number', options: null };
      case 'text':
        return { formula: { kind: 'word', value: syntax.value }, is: 'word', options: null };
      case 'name':
        return this.cell(syntax.name, scope);
      case 'operation': {
        const [left, right] = [this.number(syntax.left, scope), this.number(syntax.right, scope)];
        return left && right && { formula: { kind: 'operation', operator: syntax.operator, left, right }, is: 'number', options: null };
      }
      case 'call':
        return this.call(syntax.name, syntax.of, scope);
    }
  }

  condition(syntax: ConditionSyntax, scope: Scope): Condition | null {
    const found = syntax.map((comparison) => this.comparison(comparison, scope));
    return found.every((comparison) => comparison !== null) ? found : null;
  }

  private comparison(syntax: ComparisonSyntax, scope: Scope): Comparison | null {
    if (syntax.kind === 'state') {
      const cell = syntax.of.kind === 'name' ? this.cell(syntax.of.name, scope) : this.mistake(texts.stateOfCell);
      return cell?.formula.kind === 'cell' ? { kind: 'state', field: cell.formula.field, is: syntax.is } : null;
    }
    const left = this.formula(syntax.left, scope);
    const right = left && this.compared(left, syntax.right, scope);
    if (!left || !right) return null;
    if (left.is === 'word' && syntax.sign !== '=' && syntax.sign !== '!=') return this.mistake(texts.wordsUnordered(syntax.sign));
    return { kind: 'compare', sign: syntax.sign, left: left.formula, right: right.formula };
  }

  /** What stands right of a sign: beside a choice, a bare name is one of its options. */
  private compared(left: Resolved, right: FormulaSyntax, scope: Scope): Resolved | null {
    if (left.is === 'word' && right.kind === 'name') return this.option(left.options, right.name);
    if (left.is === 'word' && right.kind === 'text' && left.options !== null) return this.option(left.options, right.value);
    const found = this.formula(right, scope);
    if (!found || left.is === 'unknown' || found.is === 'unknown' || left.is === found.is) return found;
    return this.mistake(texts.comparedUnlike(left.is, found.is));
  }

  private option(list: string | null, key: string): Resolved | null {
    const options = list === null ? undefined : this.names.options.get(list);
    const isKnown = list === BOOL ? key === 'true' || key === 'false' : !Array.isArray(options) || options.some((one) => one.key === key);
    return isKnown
      ? { formula: { kind: 'word', value: key }, is: 'word', options: list }
      : this.mistake(texts.noSuchOption(list ?? '', key));
  }

  private cell(name: string, scope: Scope): Resolved | null {
    const field = this.names.field(name, scope.section);
    if (!field) return this.mistake(texts.noSuchField(name));
    if (field.list !== scope.list && field.list !== null) return this.mistake(texts.onlyInAggregate(name));
    if (field.repeat && !this.names.lineage(scope.repeat).includes(field.repeat)) return this.mistake(texts.onlyInAggregate(name));
    return { formula: { kind: 'cell', field: field.id }, ...resultOf(field) };
  }

  private number(syntax: FormulaSyntax, scope: Scope): Formula | null {
    return this.of('number', syntax, scope);
  }

  private of(kind: ResultKind, syntax: FormulaSyntax, scope: Scope): Formula | null {
    const found = this.formula(syntax, scope);
    if (!found || found.is === kind || found.is === 'unknown') return found?.formula ?? null;
    return this.mistake(texts.wrongKind(kind, found.is));
  }

  private call(name: string, given: readonly ArgumentSyntax[], scope: Scope): Resolved | null {
    const aggregate = AGGREGATES.find((one) => one === name);
    if (aggregate) return this.aggregate(aggregate, given, scope);
    const pairing = PAIRINGS.find((one) => one === name);
    if (pairing) return this.pairing(pairing, given, scope);
    if (!Object.hasOwn(CALLS, name)) return this.mistake(texts.noSuchFunction(name));
    const call = name as CallName;
    if (given.length !== CALLS[call]) return this.mistake(texts.takes(name, CALLS[call]));
    const of = given.map(({ value }) => this.of(call === 'days' ? 'date' : 'number', value, scope));
    if (given.some(({ where }) => where)) return this.mistake(texts.onlyAggregatesWhere(name));
    if (!of.every((one) => one !== null)) return null;
    return { formula: { kind: 'call', name: call, of }, is: call === 'wilson95' ? 'interval' : 'number', options: null };
  }

  private aggregate(name: AggregateName, given: readonly ArgumentSyntax[], scope: Scope): Resolved | null {
    const [first, ...others] = given;
    if (!first || others.length > 0) return this.mistake(texts.takes(name, 1));
    if (scope.list !== null || this.isInside) return this.mistake(texts.noNesting(name));
    const inside = this.rowsOf(first.value, scope);
    const found =
      inside &&
      this.inside(() => ({
        of: inside.isRows ? null : this.formula(first.value, inside.scope),
        where: first.where ? this.condition(first.where, inside.scope) : [],
      }));
    if (!inside || !found || found.where === null || (found.of === null && !inside.isRows)) return null;
    if (inside.isRows && name !== 'count') return this.mistake(texts.onlyCountRows(name));
    const rows: FormulaRows = { repeat: inside.scope.repeat, list: inside.scope.list, where: first.where ? found.where : null };
    return this.aggregated(name, found.of, rows);
  }

  private aggregated(name: AggregateName, of: Resolved | null, rows: FormulaRows): Resolved | null {
    const takes = AGGREGATED[name];
    if (of && takes.of !== null && of.is !== takes.of && of.is !== 'unknown') return this.mistake(texts.wrongKind(takes.of, of.is));
    const options = takes.of === 'word' ? (of?.options ?? null) : null;
    return { formula: { kind: 'aggregate', name, of: of?.formula ?? null, rows }, is: takes.is, options };
  }

  private pairing(name: PairingName, given: readonly ArgumentSyntax[], scope: Scope): Resolved | null {
    const [first, second, ...others] = given;
    if (!first || !second || others.length > 0) return this.mistake(texts.takes(name, 2));
    const inside = this.rowsOf(first.value, scope);
    const [one, two] = inside ? [this.formula(first.value, inside.scope), this.formula(second.value, inside.scope)] : [];
    if (!inside || !one || !two) return null;
    if (one.formula.kind !== 'cell' || two.formula.kind !== 'cell') return this.mistake(texts.pairsOfFields(name));
    if (one.options !== two.options) return this.mistake(texts.pairsOfOneList(name));
    const rows: FormulaRows = { repeat: inside.scope.repeat, list: inside.scope.list, where: null };
    const formula: Formula = { kind: 'pairing', name, first: one.formula.field, second: two.formula.field, rows };
    return { formula, is: name === 'kappa95' ? 'interval' : 'number', options: null };
  }

  private isInside = false;
  private inside<T>(read: () => T): T {
    this.isInside = true;
    try {
      return read();
    } finally {
      this.isInside = false;
    }
  }

  /** Which rows an argument speaks of: those of a section or a list by its name, else the narrowest that its fields are of. */
  private rowsOf(syntax: FormulaSyntax, scope: Scope): { readonly scope: Scope; readonly isRows: boolean } | null {
    const name = syntax.kind === 'name' ? syntax.name : '';
    const section = this.names.sections.get(name);
    if (section) return { scope: { section: name, repeat: section, list: null }, isRows: true };
    const fields = cellsIn(syntax).map((one) => this.names.field(one, scope.section));
    if (fields.some((field) => !field)) return this.formula(syntax, scope) && null;
    const known = fields.filter((field) => field !== undefined);
    const list = known.find((field) => field.list !== null)?.list ?? null;
    const isList = syntax.kind === 'name' && known[0]?.file?.type === 'list' && known[0].file.fields !== undefined;
    const repeat = narrowest(known, this.names);
    if (!repeat) return this.mistake(texts.noRows);
    return { scope: { section: known[0]?.section ?? scope.section, repeat, list: isList ? (known[0]?.id ?? null) : list }, isRows: isList };
  }

  private mistake(reason: Localised): null {
    this.say(reason);
    return null;
  }
}
