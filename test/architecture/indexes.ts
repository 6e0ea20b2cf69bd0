import ts from 'typescript';
import { importsOf, nodesOf, parse, roomOf, type Source } from './sources.js';

/** Folders to which members are added, one file each. */
export const OPEN_SETS = [
  'metrics/standard/volume',
  'metrics/standard/conversion',
  'metrics/standard/stage-time',
  'metrics/standard/hand-off',
  'metrics/standard/response',
  'metrics/standard/conduct',
  'metrics/standard/leakage',
  'metrics/standard/workload',
  'metrics/standard/meetings',
  'metrics/standard/pipeline',
  'metrics/standard/win-rate',
  'metrics/standard/revenue',
  'metrics/standard/cost',
  'metrics/standard/forecast',
  'metrics/standard/advocacy',
  'sla/clauses',
  'vocabulary/frameworks',
  'vocabulary/qualification',
  'warehouse/dialects',
] as const;

/** What is amiss with each room's table of contents: none, no header that says what the room is for, or a star. */
export const poorIndexes = (sources: readonly Source[]): readonly string[] =>
  [...new Set(sources.map(({ path }) => roomOf(path)))]
    .filter((room) => room !== '')
    .flatMap((room) => {
      const index = sources.find(({ path }) => path === `${room}/index.ts`);
      if (index === undefined) return [`${room} has no index.ts`];
      return [
        ...(new RegExp(`^/\\*\\*(?:(?!\\*/)[^])*@module ${room}\\b`).test(index.text) ? [] : [`${index.path} does not begin with its @module comment`]),
        ...(hasStar(index) ? [`${index.path} exports a star`] : []),
      ];
    });

const hasStar = (source: Source): boolean =>
  nodesOf(parse(source)).some(
    (node) => ts.isExportDeclaration(node) && (node.exportClause === undefined || ts.isNamespaceExport(node.exportClause)),
  );

/** Every file of an open set that the list in its folder's index leaves out. */
export const unlistedMembers = (sources: readonly Source[], folder: string): readonly string[] => {
  const index = sources.find(({ path }) => path === `${folder}/index.ts`);
  if (index === undefined) return [`${folder} has no index.ts`];
  const listed = namesInLists(index);
  return sources
    .filter(({ path }) => path.startsWith(`${folder}/`) && path !== index.path)
    .filter(({ path }) => !namesFrom(index, path).some((name) => listed.has(name)))
    .map(({ path }) => path);
};

/** Names that stand in an exported list, written out or spread. */
const namesInLists = (index: Source): ReadonlySet<string> =>
  new Set(
    nodesOf(parse(index))
      .filter(ts.isVariableStatement)
      .filter((statement) => statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true)
      .flatMap(nodesOf)
      .filter(ts.isArrayLiteralExpression)
      .flatMap((list) => list.elements)
      .map((element) => (ts.isSpreadElement(element) ? element.expression : element))
      .filter(ts.isIdentifier)
      .map((name) => name.text),
  );

const namesFrom = (index: Source, path: string): readonly string[] => {
  if (!importsOf(index).some(({ to }) => to === path)) return [];
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.ts$/, '.js');
  return nodesOf(parse(index))
    .filter(ts.isImportDeclaration)
    .filter(({ moduleSpecifier }) => ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === `./${file}`)
    .flatMap(nodesOf)
    .filter(ts.isImportSpecifier)
    .map(({ name }) => name.text);
};
