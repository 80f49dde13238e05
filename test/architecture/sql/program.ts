import { dirname, relative } from 'node:path';
import ts from 'typescript';

/** The program as the compiler knows it, with what the tests of this folder ask of it again and again. */
export class Source {
  readonly files: readonly ts.SourceFile[];
  readonly checker: ts.TypeChecker;
  private calls: Map<string, ts.CallExpression[]> | undefined;

  constructor(program: ts.Program) {
    this.checker = program.getTypeChecker();
    this.files = program.getSourceFiles().filter((file) => !file.isDeclarationFile && /\/src\//.test(file.fileName));
  }

  /** The declaration behind a name, wherever it was imported from. */
  declarationOf(name: ts.Node): ts.Declaration | undefined {
    const symbol = ts.isShorthandPropertyAssignment(name.parent)
      ? this.checker.getShorthandAssignmentValueSymbol(name.parent)
      : this.checker.getSymbolAtLocation(name);
    if (!symbol) return undefined;
    const real = symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
    return real.valueDeclaration;
  }

  /** Every call in src of a function or method that is declared there. */
  callsOf(declaration: ts.Node): ts.CallExpression[] {
    const name = nameOf(declaration);
    if (!name) return [];
    this.calls ??= this.indexCalls();
    return (this.calls.get(name.text) ?? []).filter((call) => {
      const called = this.declarationOf(calledName(call)!);
      return called === declaration || (called && ts.isVariableDeclaration(called) && called.initializer === declaration);
    });
  }

  private indexCalls(): Map<string, ts.CallExpression[]> {
    const calls = new Map<string, ts.CallExpression[]>();
    for (const file of this.files)
      forEachNode(file, (node) => {
        const name = ts.isCallExpression(node) && calledName(node)?.text;
        if (name) calls.set(name, [...(calls.get(name) ?? []), node as ts.CallExpression]);
      });
    return calls;
  }
}

export function readSource(): Source {
  const path = 'tsconfig.json';
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path, (file) => ts.sys.readFile(file)).config,
    ts.sys,
    dirname(path),
  );
  return new Source(ts.createProgram(fileNames, options));
}

/** `src/teams/teams.queries.ts:34` */
export function lineOf(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${pathOf(node)}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

export const pathOf = (node: ts.Node): string => relative(process.cwd(), node.getSourceFile().fileName);

export function forEachNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => forEachNode(child, visit));
}

/** What a call calls by name: `query` of `this.database.query(…)`. */
export function calledName({ expression }: ts.CallExpression): ts.Identifier | undefined {
  if (ts.isIdentifier(expression)) return expression;
  return ts.isPropertyAccessExpression(expression) && ts.isIdentifier(expression.name) ? expression.name : undefined;
}

function nameOf(declaration: ts.Node): ts.Identifier | undefined {
  if (
    (ts.isFunctionDeclaration(declaration) || ts.isMethodDeclaration(declaration)) &&
    declaration.name &&
    ts.isIdentifier(declaration.name)
  )
    return declaration.name;
  const { parent } = declaration;
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name : undefined;
}
