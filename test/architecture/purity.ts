import ts from 'typescript';
import { nodesOf, parse, placeOf, type Source } from './sources.js';

/** Names by which a file could reach the world, whatever the host offers. */
const WORLD = new Set(
  (
    'console process performance fetch XMLHttpRequest WebSocket EventSource Worker setTimeout setInterval setImmediate ' +
    'queueMicrotask requestAnimationFrame localStorage sessionStorage indexedDB document window self navigator location ' +
    'globalThis global require module Buffer Deno Bun crypto eval Function WebAssembly SharedArrayBuffer Atomics WeakRef'
  ).split(' '),
);

/** Members of a built-in that read clock, chance, or the zone and language of whoever runs the program. */
const OF_BUILT_IN: ReadonlyMap<string, readonly string[]> = new Map([
  ['Date', ['now', 'parse']],
  ['Math', ['random']],
  ['z', ['config', 'compile', 'globalRegistry']],
]);
const OF_ANYTHING = new Set(
  (
    'getHours getMinutes getDay getDate getMonth getFullYear getYear getTimezoneOffset setHours setMinutes setDate setMonth setFullYear ' +
    'toLocaleString toLocaleDateString toLocaleTimeString toLocaleLowerCase toLocaleUpperCase localeCompare toDateString toTimeString'
  ).split(' '),
);

/** The one file that asks the host for time zones. */
const ASKS_INTL = 'kernel/zone.ts';

/** Whether an identifier stands for a value of that name, rather than for a property or a type of it. */
const refersToValue = (node: ts.Identifier): boolean => {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent)) {
    return 'initializer' in parent && parent.initializer === node;
  }
  return !(ts.isTypeReferenceNode(parent) || ts.isQualifiedName(parent) || ts.isMethodSignature(parent) || ts.isImportSpecifier(parent));
};

/** Names that a file gives to things of its own; ambient declarations give none. */
const ownNames = (nodes: readonly ts.Node[]): ReadonlySet<string> =>
  new Set(
    nodes.flatMap((node) =>
      (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node) || ts.isImportSpecifier(node)) &&
      ts.isIdentifier(node.name) &&
      !isAmbient(node)
        ? [node.name.text]
        : [],
    ),
  );

const isAmbient = (node: ts.Node): boolean => {
  for (let at = node; !ts.isSourceFile(at); at = at.parent) {
    if (ts.canHaveModifiers(at) && ts.getModifiers(at)?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) === true) return true;
  }
  return false;
};

const impurityOf = (node: ts.Node, path: string, own: ReadonlySet<string>): string | null => {
  if (ts.isIdentifier(node) && refersToValue(node)) {
    if (WORLD.has(node.text) && !own.has(node.text)) return node.text;
    if (node.text === 'Intl' && path !== ASKS_INTL) return node.text;
    if (OF_BUILT_IN.has(node.text) && ts.isVariableDeclaration(node.parent)) return `parts of ${node.text}`;
  }
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    const member = ts.isPropertyAccessExpression(node)
      ? node.name.text
      : ts.isStringLiteralLike(node.argumentExpression)
        ? node.argumentExpression.text
        : '';
    if (OF_ANYTHING.has(member)) return `.${member}`;
    if (ts.isIdentifier(node.expression) && OF_BUILT_IN.get(node.expression.text)?.includes(member) === true) return `${node.expression.text}.${member}`;
    if (member === 'constructor') return '.constructor, a door to code generation';
  }
  if (ts.isIdentifier(node) && node.text === 'Date') {
    const { parent } = node;
    if (ts.isCallExpression(parent) && parent.expression === node) return 'Date()';
    if (ts.isNewExpression(parent) && parent.expression === node && parent.arguments?.length !== 1) return 'new Date without one moment';
  }
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.arguments.length > 0) {
    const method = node.expression.name.text;
    if (method === 'meta' || method === 'describe') return `.${method}(), which writes to zod's global registry`;
  }
  if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) return 'import.meta';
  return null;
};

/** Every place at which a file would read a clock, chance or the host, talk to the world, or make code out of text. */
export const impurities = (sources: readonly Source[]): readonly string[] =>
  sources.flatMap((source) => {
    const file = parse(source);
    const nodes = nodesOf(file);
    const own = ownNames(nodes);
    return nodes.flatMap((node) => {
      const found = impurityOf(node, source.path, own);
      return found === null ? [] : [`${placeOf(file, node)} uses ${found}`];
    });
  });
