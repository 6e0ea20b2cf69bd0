import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** One file, by its path below its package's src: `sla/clock.ts`. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

const sourcesIn = (folder: string): readonly Source[] => {
  const src = fileURLToPath(new URL(`../../${folder}/`, import.meta.url));
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => ({ path, text: readFileSync(src + path, 'utf8') }));
};

/** Every file of the library, in a stable order. */
export const librarySources = (): readonly Source[] => sourcesIn('src');

/** Every file of the command line. */
export const programSources = (): readonly Source[] => sourcesIn('cli/src');

/** The folder right below src that a file lies in; '' for src itself. */
export const roomOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '');

const parsed = new WeakMap<Source, ts.SourceFile>();

export const parse = (source: Source): ts.SourceFile => {
  const file = parsed.get(source) ?? ts.createSourceFile(source.path, source.text, ts.ScriptTarget.ES2022, true);
  parsed.set(source, file);
  return file;
};

/** Each node of a file, outermost first; comments are none. */
export const nodesOf = (root: ts.Node): readonly ts.Node[] => {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return nodes;
};

/** `sla/clock.ts:12`, as editors open it. */
export const placeOf = (file: ts.SourceFile, node: ts.Node): string =>
  `${file.fileName}:${String(file.getLineAndCharacterOfPosition(node.getStart()).line + 1)}`;

/** One module that a file names: by import, re-export, or as a type. */
export interface Import {
  readonly place: string;
  readonly from: string;
  readonly specifier: string;
  /** The file below src that a relative specifier means; null for packages. */
  readonly to: string | null;
  /** Gone once compiled. */
  readonly typeOnly: boolean;
}

export const importsOf = (source: Source): readonly Import[] => {
  const file = parse(source);
  return nodesOf(file).flatMap((node) => {
    const found = moduleNamed(node);
    if (found === null) return [];
    const { specifier, typeOnly } = found;
    return [{ place: placeOf(file, node), from: source.path, specifier, to: resolve(source.path, specifier), typeOnly }];
  });
};

const moduleNamed = (node: ts.Node): { readonly specifier: string; readonly typeOnly: boolean } | null => {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, typeOnly: node.importClause !== undefined && bringsTypesOnly(node.importClause) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
    const names = node.exportClause !== undefined && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : [];
    return { specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly || (names.length > 0 && names.every((name) => name.isTypeOnly)) };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return { specifier: node.argument.literal.text, typeOnly: true };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    return { specifier: argument !== undefined && ts.isStringLiteral(argument) ? argument.text : '(computed)', typeOnly: false };
  }
  return null;
};

const bringsTypesOnly = (clause: ts.ImportClause): boolean => {
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  if (clause.name !== undefined || clause.namedBindings === undefined || ts.isNamespaceImport(clause.namedBindings)) return false;
  return clause.namedBindings.elements.length > 0 && clause.namedBindings.elements.every((name) => name.isTypeOnly);
};

const resolve = (from: string, specifier: string): string | null =>
  specifier.startsWith('.') ? new URL(specifier, `file:///${from}`).pathname.slice(1).replace(/\.js$/, '.ts') : null;
