import type { Localised } from '../../kernel/localised.js';
import { COMPARISONS, type ComparisonSign, type Operator } from './formula.shared.js';
import { assignmentsTexts } from '../text.js';

/** A formula as it is written: names are not looked up yet. */
export type FormulaSyntax =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: FormulaSyntax; readonly right: FormulaSyntax }
  | { readonly kind: 'call'; readonly name: string; readonly of: readonly ArgumentSyntax[] };
export interface ArgumentSyntax {
  readonly value: FormulaSyntax;
  readonly where: ConditionSyntax | null;
}
export type ConditionSyntax = readonly ComparisonSyntax[];
export type ComparisonSyntax =
  | { readonly kind: 'compare'; readonly sign: ComparisonSign; readonly left: FormulaSyntax; readonly right: FormulaSyntax }
  | { readonly kind: 'state'; readonly of: FormulaSyntax; readonly is: 'present' | 'not_observable' };

export type SyntaxReading<T> = { readonly ok: true; readonly syntax: T } | { readonly ok: false; readonly reason: Localised };

/** Reads `mean_interactions / followers * 100`. */
export const readFormula = (source: string): SyntaxReading<FormulaSyntax> => readWhole(source, (reader) => reader.sum());

/** Reads `count(posts) >= 10 and posts.coder present`. */
export const readCondition = (source: string): SyntaxReading<ConditionSyntax> => readWhole(source, (reader) => reader.condition());

function readWhole<T>(source: string, read: (reader: Reader) => T): SyntaxReading<T> {
  const reader = new Reader(source);
  try {
    const syntax = read(reader);
    reader.end();
    return { ok: true, syntax };
  } catch (error) {
    if (error instanceof Unexpected) return { ok: false, reason: error.reason };
    throw error;
  }
}

class Unexpected extends Error {
  constructor(readonly reason: Localised) {
    super(reason.en);
  }
}

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|"([^"]*)"|([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)|(<=|>=|!=|[-+*/=<>(),])|(\S))/y;
interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'sign' | 'other' | 'end';
  readonly text: string;
  readonly at: number;
}

function tokensOf(source: string): Token[] {
  const found = [...source.trimEnd().matchAll(new RegExp(TOKEN, 'gy'))].map((match): Token => {
    const place = match.slice(1).findIndex((part) => part !== undefined);
    const kind = (['number', 'text', 'name', 'sign', 'other'] as const)[place] ?? 'other';
    return { kind, text: match[place + 1] ?? '', at: match.index + match[0].length - match[0].trimStart().length };
  });
  return [...found, { kind: 'end', text: '', at: source.trimEnd().length }];
}

/** Deeper than anybody nests; the call stack goes further. */
const DEEPEST = 50;

/** By recursive descent, a method for each rule of the grammar. */
class Reader {
  private readonly tokens: readonly Token[];
  private place = 0;
  private depth = 0;

  constructor(source: string) {
    this.tokens = tokensOf(source);
  }

  condition(): ConditionSyntax {
    const all = [this.comparison()];
    while (this.takes('name', 'and')) all.push(this.comparison());
    return all;
  }

  sum(): FormulaSyntax {
    return this.operations(['+', '-'], () => this.operations(['*', '/'], () => this.factor()));
  }

  end(): void {
    if (this.next.kind !== 'end') this.refuse();
  }

  private comparison(): ComparisonSyntax {
    const left = this.sum();
    for (const is of ['present', 'not_observable'] as const) if (this.takes('name', is)) return { kind: 'state', of: left, is };
    const sign = COMPARISONS.find((one) => this.takes('sign', one)) ?? this.refuse();
    return { kind: 'compare', sign, left, right: this.sum() };
  }

  private operations(operators: readonly Operator[], operand: () => FormulaSyntax): FormulaSyntax {
    let left = operand();
    for (;;) {
      const operator = operators.find((one) => this.takes('sign', one));
      if (!operator) return left;
      left = { kind: 'operation', operator, left, right: operand() };
    }
  }

  private factor(): FormulaSyntax {
    if (++this.depth > DEEPEST) this.refuse();
    const factor = this.signed();
    this.depth--;
    return factor;
  }

  private signed(): FormulaSyntax {
    if (this.takes('sign', '-')) return { kind: 'operation', operator: '-', left: { kind: 'number', value: 0 }, right: this.factor() };
    if (this.takes('sign', '(')) {
      const inside = this.sum();
      this.expect(')');
      return inside;
    }
    const { kind, text } = this.next;
    if (kind !== 'number' && kind !== 'text' && kind !== 'name') this.refuse();
    this.place++;
    if (kind === 'number') return { kind, value: Number(text) };
    if (kind === 'text') return { kind, value: text };
    return this.takes('sign', '(') ? { kind: 'call', name: text, of: this.arguments() } : { kind: 'name', name: text };
  }

  private arguments(): ArgumentSyntax[] {
    const given: ArgumentSyntax[] = [];
    do given.push({ value: this.sum(), where: this.takes('name', 'where') ? this.condition() : null });
    while (this.takes('sign', ','));
    this.expect(')');
    return given;
  }

  private expect(sign: string): void {
    if (!this.takes('sign', sign)) this.refuse();
  }

  private takes(kind: Token['kind'], text: string): boolean {
    const found = this.next.kind === kind && this.next.text === text;
    if (found) this.place++;
    return found;
  }

  private get next(): Token {
    return this.tokens[this.place] ?? { kind: 'end', text: '', at: 0 };
  }

  private refuse(): never {
    const { kind, text, at } = this.next;
    const { formulaEnds, formulaUnexpected } = assignmentsTexts.inBoth.worksheet;
    throw new Unexpected(kind === 'end' ? formulaEnds : formulaUnexpected(text, at + 1));
  }
}
