import type { ObjectNode, ValueNode } from '@humanwhocodes/momoa';
import { readable, type Read } from './complaint.js';
import { duplicateKeys, keyOf, parseJson, startOf } from './document.js';
import { cellsOf, type Malformed, type Row, type Table } from './table.js';

/**
 * Rows of a JSON array of objects, or of one object a line. Strings are taken as they are, numbers as they are written
 * (`0.10` stays `0.10`, and an id of twenty digits keeps them all), arrays and objects as their JSON text. A key that a
 * row lacks is null. What is no object, or has a key twice, is malformed.
 */
export const readJsonRows = (file: string, text: string): Read<Table> => {
  if (/^\s*\[/.test(text)) {
    const tree = parseJson(file, text);
    if (!tree.ok) return tree;
    const elements = tree.value.type === 'Array' ? tree.value.elements.map((element) => element.value) : [];
    return readable(tableOf(elements.map((node) => oneRow(file, text, node, startOf(node).line))));
  }
  return readable(tableOf(linesOf(text).flatMap(({ line, content }) => (content.trim() === '' ? [] : [lineRow(file, content, line)]))));
};

type JsonRow = Malformed | { readonly line: number; readonly values: ReadonlyMap<string, string | null> };

const lineRow = (file: string, content: string, line: number): JsonRow => {
  const tree = parseJson(file, content);
  if (tree.ok) return oneRow(file, content, tree.value, line);
  return { line, reason: tree.complaints[0]?.issue.message ?? 'is not JSON' };
};

const oneRow = (file: string, text: string, node: ValueNode, line: number): JsonRow => {
  if (node.type !== 'Object') return { line, reason: 'is not a JSON object' };
  const twice = duplicateKeys(file, node)[0];
  if (twice !== undefined) return { line, reason: `the key ${JSON.stringify(twice.issue.params['key'])} occurs twice` };
  return { line, values: valuesOf(text, node) };
};

const valuesOf = (text: string, node: ObjectNode): ReadonlyMap<string, string | null> =>
  new Map(node.members.map((member) => [keyOf(member.name), textOf(text, member.value)]));

const textOf = (text: string, node: ValueNode): string | null => {
  if (node.type === 'Null') return null;
  if (node.type === 'String') return node.value;
  return text.slice(node.loc.start.offset, node.loc.end.offset);
};

const tableOf = (found: readonly JsonRow[]): Table => {
  const columns = [...new Set(found.flatMap((row) => ('values' in row ? [...row.values.keys()] : [])))];
  const rows = found.flatMap((row): Row[] =>
    'values' in row ? [{ line: row.line, cells: cellsOf(columns, columns.map((column) => row.values.get(column) ?? null)) }] : [],
  );
  return { columns, rows, malformed: found.flatMap((row) => ('values' in row ? [] : [row])) };
};

const linesOf = (text: string): { line: number; content: string }[] =>
  text.split(/\r\n|\n|\r/).map((content, i) => ({ line: i + 1, content }));
