import { posix } from 'node:path';
import ts from 'typescript';
import { parse, placeOf, type Source } from './sources.js';

/** Where each name of a file comes from: another file under a name there, or this one. */
interface Origin {
  readonly path: string;
  readonly name: string;
}

const originOf = (path: string, specifier: string, name: string): Origin => ({
  path: posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts'),
  name,
});

const namesBrought = (source: Source): ReadonlyMap<string, Origin> =>
  new Map(
    parse(source).statements.flatMap((statement): [string, Origin][] => {
      if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
      const from = statement.moduleSpecifier;
      if (from === undefined || !ts.isStringLiteral(from)) return [];
      const names = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : statement.exportClause;
      if (names === undefined || !(ts.isNamedImports(names) || ts.isNamedExports(names))) return [];
      return names.elements.map(({ name, propertyName }) => [name.text, originOf(source.path, from.text, (propertyName ?? name).text)]);
    }),
  );

const exportedNames = (source: Source): readonly string[] =>
  parse(source).statements.flatMap((statement) =>
    ts.isExportDeclaration(statement) && statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause)
      ? statement.exportClause.elements.map(({ name }) => name.text)
      : [],
  );

const namesDeclared = (statement: ts.Statement): readonly string[] => {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  }
  const named = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) || ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
  return named && statement.name !== undefined ? [statement.name.text] : [];
};

const isDocumented = (statement: ts.Statement): boolean =>
  ts.getJSDocCommentsAndTags(statement).some((doc) => ts.isJSDoc(doc) && doc.comment !== undefined && doc.comment.length > 0);

/**
 * Every name in a room's table of contents whose declaration says nothing about it. A schema and its type share a name
 * and a comment, on either of them.
 */
export const undocumented = (sources: readonly Source[]): readonly string[] => {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const check = (path: string, name: string): readonly string[] => {
    const source = byPath.get(path);
    if (source === undefined) return [`${path} is no file, and ${name} should come from it`];
    const brought = namesBrought(source).get(name);
    if (brought !== undefined) return check(brought.path, brought.name);
    const file = parse(source);
    const declarations = file.statements.filter((statement) => namesDeclared(statement).includes(name));
    const [first] = declarations;
    if (first === undefined) return [`${path} declares no ${name}`];
    return declarations.some(isDocumented) ? [] : [`${placeOf(file, first)} ${name}`];
  };
  return [...new Set(sources.filter(({ path }) => /^[^/]+\/index\.ts$/.test(path)).flatMap((index) => exportedNames(index).flatMap((name) => check(index.path, name))))];
};
