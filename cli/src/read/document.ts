import { parse, type AnyNode, type ObjectNode, type StringNode, type IdentifierNode, type ValueNode } from '@humanwhocodes/momoa';
import type { Failure, Issue, Path } from 'revpact/kernel';
import type { World } from '../world.js';
import { complaint, fileIssue, readable, unreadable, type Complaint, type Read } from './complaint.js';
import { readText } from './text.js';

/** JSON nests at most this deep, as in the library. */
const DEPTH_LIMIT = 64;

/** A pact, a mapping: what people write by hand is smaller than this. */
export const DOCUMENT_BYTES = 5_000_000;

/** A place in a file, from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A JSON value that remembers where each part of it stands. */
export interface Document {
  readonly file: string;
  readonly value: unknown;
  /** Where a path leads; for a key that is missing, the object that lacks it. */
  readonly positionOf: (path: Path) => Position;
  /** An issue of the library's with its place in this file. */
  readonly complain: (issue: Issue) => Complaint;
  /** Every issue of a refusal; where there were too many to carry, a last line says how many are missing. */
  readonly complainAll: (failure: Failure) => readonly Complaint[];
}

/** Read a JSON file strictly: no duplicate keys, no comments, at most 64 levels. */
export const readDocument = async (world: World, file: string): Promise<Read<Document>> => {
  const text = await readText(world, file, DOCUMENT_BYTES);
  return text.ok ? parseDocument(file, text.value) : text;
};

export const parseDocument = (file: string, text: string): Read<Document> => {
  const tree = parseJson(file, text);
  if (!tree.ok) return tree;
  const twice = duplicateKeys(file, tree.value);
  if (twice.length > 0) return unreadable(...twice);
  const positionOf = (path: Path): Position => positionIn(tree.value, path);
  const complain = (issue: Issue): Complaint => {
    const { line, column } = positionOf(issue.path);
    return complaint(file, issue, line, column);
  };
  const complainAll = ({ issues, issueCount }: Failure): readonly Complaint[] => [
    ...issues.map(complain),
    ...(issueCount > issues.length ? [complaint(file, fileIssue('more_issues', { count: issueCount - issues.length }))] : []),
  ];
  const value: unknown = JSON.parse(text);
  return readable({ file, value, positionOf, complain, complainAll });
};

/** The syntax tree of JSON text: what `JSON.parse` takes and nothing else. Duplicate keys are still in it. */
export const parseJson = (file: string, text: string): Read<ValueNode> => {
  const deep = tooDeep(text);
  if (deep !== null) return unreadable(complaint(file, fileIssue('too_deep', { limit: DEPTH_LIMIT }), deep.line, deep.column));
  try {
    const tree = parse(text, { mode: 'json', ranges: true }).body;
    JSON.parse(text);
    return readable(tree);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const place = 'line' in error && 'column' in error ? { line: Number(error.line), column: Number(error.column) } : null;
    const reason = error.message.replace(/\s*\(\d+:\d+\)$/, '');
    return unreadable(complaint(file, fileIssue('not_json', { reason }), place?.line ?? null, place?.column ?? null));
  }
};

/** A complaint for each key that an object has twice: which of the two was meant, nobody can say. */
export const duplicateKeys = (file: string, node: ValueNode): Complaint[] => {
  if (node.type === 'Array') return node.elements.flatMap((element) => duplicateKeys(file, element.value));
  if (node.type !== 'Object') return [];
  const first = new Map<string, number>();
  return node.members.flatMap((member) => {
    const key = keyOf(member.name);
    const { line, column } = startOf(member.name);
    const firstLine = first.get(key);
    if (firstLine === undefined) first.set(key, line);
    const here = firstLine === undefined ? [] : [complaint(file, fileIssue('duplicate_key', { key, firstLine }), line, column)];
    return [...here, ...duplicateKeys(file, member.value)];
  });
};

export const keyOf = (name: StringNode | IdentifierNode): string => (name.type === 'String' ? name.value : name.name);

export const startOf = (node: AnyNode): Position => ({ line: node.loc.start.line, column: node.loc.start.column });

const positionIn = (tree: ValueNode, path: Path): Position => {
  let node = tree;
  let place = startOf(tree);
  for (const key of path) {
    if (node.type === 'Array' && typeof key === 'number') {
      const element = node.elements[key];
      if (element === undefined) return place;
      node = element.value;
      place = startOf(node);
    } else if (node.type === 'Object') {
      const member = memberOf(node, String(key));
      if (member === undefined) return place;
      node = member.value;
      place = startOf(member.name);
    } else return place;
  }
  return place;
};

const memberOf = (node: ObjectNode, key: string): ObjectNode['members'][number] | undefined =>
  node.members.find((member) => keyOf(member.name) === key);

/** Where text first nests beyond the limit, or null. Looked at before parsing, which goes down a call for each level. */
const tooDeep = (text: string): Position | null => {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (inString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '[' || sign === '{') {
      depth += 1;
      if (depth > DEPTH_LIMIT) {
        const lines = text.slice(0, at).split('\n');
        return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
      }
    } else if (sign === ']' || sign === '}') depth -= 1;
  }
  return null;
};
