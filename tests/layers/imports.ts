/** What a program file refers to, read from its syntax tree: comments and strings that look like imports do not count. */
import ts from "typescript";

export interface Import {
  readonly specifier: string;
  /** From 1. */
  readonly line: number;
}

/**
 * Every module a file names: static imports and re-exports (types included), `import()`, `import("…").Type`, `require()`,
 * and `new URL("./file.ts", import.meta.url)`, by which a child process or worker is started.
 */
export function readImports(path: string, text: string): readonly Import[] {
  const file = parse(path, text);
  const found: Import[] = [];
  visit(file, (node) => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) found.push({ specifier, line: lineOf(file, node) });
  });
  return found;
}

/** Lines that read the environment: `process.env`, `process["env"]`, `const { env } = process`, `import { env } from "node:process"`. */
export function readEnvironmentUses(path: string, text: string): readonly number[] {
  const file = parse(path, text);
  const lines: number[] = [];
  visit(file, (node) => {
    if (readsEnvironment(node)) lines.push(lineOf(file, node));
  });
  return lines;
}

function specifierOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier);
  if (ts.isExternalModuleReference(node)) return literal(node.expression);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return literal(node.argument.literal);
  if (ts.isCallExpression(node)) {
    const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
    const isRequire = ts.isIdentifier(node.expression) && node.expression.text === "require";
    return isImport || isRequire ? literal(node.arguments[0]) : undefined;
  }
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "URL") {
    const target = literal(node.arguments?.[0]);
    // Only programs: folders and data files are not dependencies of the module graph.
    return target !== undefined && /^\.{1,2}\/.*\.(?:ts|mts|mjs|js)$/u.test(target) ? target : undefined;
  }
  return undefined;
}

function readsEnvironment(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return isProcess(node.expression) && node.name.text === "env";
  if (ts.isElementAccessExpression(node)) return isProcess(node.expression) && literal(node.argumentExpression) === "env";
  if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name)) {
    return node.initializer !== undefined && isProcess(node.initializer) && node.name.elements.some((element) => namesEnv(element));
  }
  if (ts.isImportDeclaration(node) && /^(?:node:)?process$/u.test(literal(node.moduleSpecifier) ?? "")) {
    const bindings = node.importClause?.namedBindings;
    return bindings !== undefined && ts.isNamedImports(bindings) && bindings.elements.some((element) => namesEnv(element));
  }
  return false;
}

function isProcess(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return node.text === "process";
  return (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === "process" &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === "globalThis"
  );
}

function namesEnv(element: ts.BindingElement | ts.ImportSpecifier): boolean {
  const name = element.propertyName ?? element.name;
  return ts.isIdentifier(name) && name.text === "env";
}

function literal(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
}

function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, false);
}

function lineOf(file: ts.SourceFile, node: ts.Node): number {
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}
