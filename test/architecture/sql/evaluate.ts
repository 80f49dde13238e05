import ts from 'typescript';
import { lineOf, type Source } from './program.js';
import { SqlText } from './sql-text.js';

/** What a piece of source is worth before the program runs. A function and an unopened object stay source, with the names they see. */
type Value = SqlText | number | boolean | null | readonly Value[] | Later;

/** Source that is evaluated when somebody asks, among the names that were known where it stands. */
class Later {
  constructor(
    readonly node: ts.Expression,
    readonly known: Known,
  ) {}
}

/** Names whose value is settled, by declaration. In one variant of a statement, a name has one value. */
type Known = ReadonlyMap<ts.Node, Value>;
type Variant = readonly [Value, Known];

/** Source that is worth something only at run time. */
export class Unseen extends Error {
  constructor(node: ts.Node) {
    super(`${lineOf(node)}: “${node.getText()}” is not known before the program runs`);
  }
}

/**
 * Every text that an expression can be, as far as its source says: literals, templates, constants of any file, choices between them,
 * functions of one expression, and parameters by the calls that give them.
 * `samples` stands in for names that only a running program knows.
 * @throws Unseen
 */
export class Evaluator {
  private readonly nothing: Known = new Map();

  constructor(
    private readonly source: Source,
    private readonly samples: Readonly<Record<string, string>> = {},
  ) {}

  textsOf(node: ts.Expression): SqlText[] {
    const texts = this.variants(node, this.nothing).map(([value]) => textOf(value, node));
    return [...new Map(texts.map((text) => [text.toString(), text])).values()];
  }

  private variants(node: ts.Expression, known: Known): Variant[] {
    if (ts.isStringLiteralLike(node)) return [[SqlText.at(node, node.text), known]];
    if (ts.isNumericLiteral(node)) return [[Number(node.text.replaceAll('_', '')), known]];
    if (node.kind === ts.SyntaxKind.NullKeyword) return [[null, known]];
    if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword)
      return [[node.kind === ts.SyntaxKind.TrueKeyword, known]];
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node))
      return this.variants(node.expression, known);
    if (ts.isTemplateExpression(node)) return this.template(node, known);
    if (ts.isConditionalExpression(node)) return this.choice(node, known);
    if (ts.isBinaryExpression(node)) return this.binary(node, known);
    if (ts.isArrayLiteralExpression(node)) return this.list(node, known);
    if (ts.isObjectLiteralExpression(node) || ts.isArrowFunction(node) || ts.isFunctionExpression(node))
      return [[new Later(node, known), known]];
    if (ts.isIdentifier(node)) return this.name(node, known);
    if (ts.isPropertyAccessExpression(node)) return this.property(node, known);
    if (ts.isElementAccessExpression(node)) return this.element(node, known);
    if (ts.isCallExpression(node)) return this.call(node, known);
    throw new Unseen(node);
  }

  private template(node: ts.TemplateExpression, known: Known): Variant[] {
    return node.templateSpans.reduce<Variant[]>(
      (begun, span) =>
        begun.flatMap(([before, then]) =>
          this.variants(span.expression, then).map(([value, now]): Variant => [
            (before as SqlText).then(textOf(value, span.expression)).then(SqlText.at(node, span.literal.text)),
            now,
          ]),
        ),
      [[SqlText.at(node, node.head.text), known]],
    );
  }

  /** Either side, unless the condition is settled. */
  private choice({ condition, whenTrue, whenFalse }: ts.ConditionalExpression, known: Known): Variant[] {
    const sides = this.attempt(() => this.variants(condition, known));
    if (!sides) return [...this.variants(whenTrue, known), ...this.variants(whenFalse, known)];
    return sides.flatMap(([value, then]) => this.variants(value ? whenTrue : whenFalse, then));
  }

  private binary(node: ts.BinaryExpression, known: Known): Variant[] {
    const work = OPERATORS[node.operatorToken.kind];
    if (!work) throw new Unseen(node);
    return this.variants(node.left, known).flatMap(([left, then]) =>
      this.variants(node.right, then).map(([right, now]): Variant => [work(left, right), now]),
    );
  }

  private list(node: ts.ArrayLiteralExpression, known: Known): Variant[] {
    return node.elements.reduce<Variant[]>(
      (begun, element) =>
        begun.flatMap(([before, then]) =>
          this.variants(ts.isSpreadElement(element) ? element.expression : element, then).map(([value, now]): Variant => [
            [...(before as Value[]), ...(ts.isSpreadElement(element) ? (value as Value[]) : [value])],
            now,
          ]),
        ),
      [[[], known]],
    );
  }

  private name(node: ts.Identifier, known: Known): Variant[] {
    const declaration = this.source.declarationOf(node);
    if (!declaration) throw new Unseen(node);
    const settled = known.get(declaration);
    if (settled instanceof Later && !isFunction(settled.node))
      return this.variants(settled.node, settled.known).map(([value]) => [value, new Map([...known, [declaration, value]])]);
    if (settled !== undefined) return [[settled, known]];
    const sample = this.samples[node.text];
    if (sample !== undefined) return [[SqlText.at(node, sample), known]];
    const values = (isWritten(declaration) ? null : this.byType(node)) ?? this.byDeclaration(declaration, node, known);
    return values.map(([value, then]): Variant => [value, new Map([...known, ...then, [declaration, value]])]);
  }

  /** A name whose type is a list of literals can be any of them. */
  private byType(node: ts.Expression): Variant[] | null {
    const type = this.source.checker.getTypeAtLocation(node);
    const options = type.isUnion() ? type.types : [type];
    if (!options.every((option) => option.isStringLiteral() || option.isNumberLiteral())) return null;
    return options.map((option): Variant => [SqlText.at(node, String((option as ts.LiteralType).value)), this.nothing]);
  }

  private byDeclaration(declaration: ts.Declaration, node: ts.Node, known: Known): Variant[] {
    if (ts.isFunctionDeclaration(declaration)) return [[new Later(declaration as never, known), known]];
    if (ts.isParameter(declaration)) return this.parameter(declaration, known);
    if (ts.isBindingElement(declaration)) return this.binding(declaration, known);
    if (!ts.isVariableDeclaration(declaration)) throw new Unseen(node);
    const loop = declaration.parent.parent;
    if (ts.isForOfStatement(loop))
      return this.variants(loop.expression, known).flatMap(([value]) => each(value, node).map((one): Variant => [one, known]));
    if (!declaration.initializer || !(declaration.parent.flags & ts.NodeFlags.Const)) throw new Unseen(node);
    return this.variants(declaration.initializer, known);
  }

  /** What the calls give, all parameters of one call together. */
  private parameter(declaration: ts.ParameterDeclaration, known: Known): Variant[] {
    const calls = this.source.callsOf(declaration.parent);
    if (calls.length === 0) throw new Unseen(declaration);
    const at = declaration.parent.parameters.indexOf(declaration);
    return calls.flatMap((call) => {
      const given = this.given(declaration.parent, call, this.nothing);
      const value = given.get(declaration);
      if (!(value instanceof Later)) throw new Unseen(call.arguments[at] ?? call);
      return this.variants(value.node, value.known).map(([found]): Variant => [found, new Map([...known, ...given])]);
    });
  }

  private given(callee: ts.SignatureDeclaration, call: ts.CallExpression, known: Known): Known {
    return new Map(
      callee.parameters.flatMap((parameter, at) => {
        const argument = call.arguments[at] ?? parameter.initializer;
        return argument ? [[parameter, new Later(argument, known)] as const] : [];
      }),
    );
  }

  /** `{ broken }` of a parameter or of a constant. */
  private binding(declaration: ts.BindingElement, known: Known): Variant[] {
    const whole = declaration.parent.parent;
    const name = declaration.propertyName ?? declaration.name;
    if (!ts.isObjectBindingPattern(declaration.parent) || !ts.isIdentifier(name)) throw new Unseen(declaration);
    const settled = known.get(whole);
    const wholes = settled ? this.opened(settled, known) : this.byDeclaration(whole, declaration, known);
    return wholes.flatMap(([value, then]) => this.member(value, name.text, declaration).map(([one]): Variant => [one, then]));
  }

  private opened(value: Value, known: Known): Variant[] {
    return value instanceof Later && !isFunction(value.node)
      ? this.variants(value.node, value.known).map(([one]) => [one, known])
      : [[value, known]];
  }

  private property(node: ts.PropertyAccessExpression, known: Known): Variant[] {
    const byType = this.byType(node);
    if (byType) return byType.map(([value]) => [value, known]);
    return this.variants(node.expression, known).flatMap(([value, then]) =>
      this.member(value, node.name.text, node).map(([one]): Variant => [one, then]),
    );
  }

  private element(node: ts.ElementAccessExpression, known: Known): Variant[] {
    return this.variants(node.expression, known).flatMap(([value, then]) =>
      this.variants(node.argumentExpression, then).flatMap(([key, now]) =>
        this.member(value, textOf(key, node).toString(), node).map(([one]): Variant => [one, now]),
      ),
    );
  }

  private member(value: Value, name: string, node: ts.Node): Variant[] {
    if (Array.isArray(value)) {
      const list = value as readonly Value[];
      return [[name === 'length' ? list.length : list[Number(name)]!, this.nothing]];
    }
    if (!(value instanceof Later) || !ts.isObjectLiteralExpression(value.node)) throw new Unseen(node);
    const found = value.node.properties.find((property) => property.name && 'text' in property.name && property.name.text === name);
    if (found && ts.isPropertyAssignment(found)) return this.variants(found.initializer, value.known);
    if (found && ts.isShorthandPropertyAssignment(found)) return this.name(found.name, value.known);
    throw new Unseen(node);
  }

  private call(node: ts.CallExpression, known: Known): Variant[] {
    const join = ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'join' ? node.expression.expression : null;
    if (join)
      return this.variants(join, known).flatMap(([list, then]) =>
        this.variants(node.arguments[0]!, then).map(([by, now]): Variant => [
          SqlText.join(
            each(list, node).map((one) => textOf(one, node)),
            textOf(by, node),
          ),
          now,
        ]),
      );
    return this.variants(node.expression, known).flatMap(([callee, then]) => {
      if (!(callee instanceof Later)) throw new Unseen(node);
      const returned = returnedBy(callee.node);
      if (!returned) throw new Unseen(node);
      const names = new Map([...callee.known, ...this.given(callee.node as ts.ArrowFunction, node, then)]);
      return this.variants(returned, names).map(([value]): Variant => [value, then]);
    });
  }

  private attempt<T>(work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      if (error instanceof Unseen) return null;
      throw error;
    }
  }
}

const OPERATORS: Partial<Record<ts.SyntaxKind, (left: Value, right: Value) => Value>> = {
  [ts.SyntaxKind.PlusToken]: (left, right) => (left as SqlText).then(right as SqlText),
  [ts.SyntaxKind.AsteriskToken]: (left, right) => Number(left) * Number(right),
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: (left, right) => String(left) === String(right),
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: (left, right) => String(left) !== String(right),
};

/** A constant whose text stands where it is declared: that file has written it, though its type may tell the text as well. */
const isWritten = (declaration: ts.Declaration): boolean =>
  ts.isVariableDeclaration(declaration) &&
  declaration.initializer !== undefined &&
  (ts.isTemplateExpression(declaration.initializer) || ts.isStringLiteralLike(declaration.initializer));

const isFunction = (node: ts.Node): boolean => ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node);

/** The one expression that a function answers with. */
function returnedBy(node: ts.Node): ts.Expression | undefined {
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node) && !ts.isFunctionDeclaration(node)) return undefined;
  const { body } = node;
  if (!body || !ts.isBlock(body)) return body;
  const last = body.statements.at(-1);
  return body.statements.length === 1 && last && ts.isReturnStatement(last) ? last.expression : undefined;
}

function textOf(value: Value, node: ts.Node): SqlText {
  if (value instanceof SqlText) return value;
  if (typeof value === 'number') return SqlText.at(node, String(value));
  throw new Unseen(node);
}

function each(value: Value, node: ts.Node): readonly Value[] {
  if (Array.isArray(value)) return value as readonly Value[];
  throw new Unseen(node);
}
