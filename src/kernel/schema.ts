import type * as z from 'zod';
import { issueCatalogue, type Issue, type Path } from './issue.js';
import { fail, ok, type Result } from './result.js';
import { nearest } from './nearest.js';
import { isWellFormed } from './text.js';

/**
 * Build a schema in one call that a bundler may drop: marked pure at the call, an unused schema costs an embedder
 * nothing, though building it calls zod many times.
 */
export const schema = <T>(build: () => T): T => build();

/** How deep input may nest; deeper is refused before anything walks it. */
export const DEPTH_LIMIT = 64;
/** How many values input may hold, a value that stands in two places counted twice. */
const VALUE_LIMIT = 1_000_000;

/** How many options of a list a message names. */
const SHOWN = 12;
/** Options as people read them; a long list is cut, all of it is in the issue's parameters. */
const listed = (options: readonly unknown[]): string =>
  options.slice(0, SHOWN).map((option) => JSON.stringify(option)).join(', ') +
  (options.length > SHOWN ? ` and ${String(options.length - SHOWN)} more` : '');

/** What can be wrong with any input, whatever it is about: the codes `input.…`. */
export const inputIssue = /* @__PURE__ */ issueCatalogue('input', {
  unknown_key: (p: { key: string; suggestion: string | null }) =>
    `unknown key "${p.key}"${p.suggestion === null ? '' : `; did you mean "${p.suggestion}"?`}`,
  missing: (p: { expected: string }) => `missing; expected ${p.expected}`,
  wrong_type: (p: { expected: string; received: string }) => `expected ${p.expected}, found ${p.received}`,
  not_one_of: (p: { options: readonly unknown[]; received: string; suggestion: string | null }) =>
    `found ${p.received}; ${p.suggestion === null ? '' : `did you mean "${p.suggestion}"? `}expected one of ${listed(p.options)}`,
  invalid: (p: { reason: string }) => p.reason,
  not_text: () => 'half of a surrogate pair is no text',
  not_plain: () => 'is no plain data: a view of bytes, or looking at it throws',
  too_large: (p: { limit: number }) => `holds more than ${String(p.limit)} values`,
  too_deep: (p: { limit: number }) => `nested deeper than ${String(p.limit)} levels`,
});

/** Read outside data with a schema: the value, or every issue with its code and path. Never throws for bad input. */
export const readWith = <T>(type: z.ZodType<T>, input: unknown, at: Path = []): Result<T> => {
  const form = formOf(input);
  if (form.refused !== null) return fail([{ ...form.refused, path: [...at, ...form.refused.path] }]);
  const broken = form.broken.map((path) => inputIssue('not_text', undefined, path));
  const lost = form.lost.map((path) => inputIssue('unknown_key', { key: '__proto__', suggestion: null }, path));
  const parsed = type.safeParse(input, { reportInput: true });
  if (parsed.success && broken.length === 0 && lost.length === 0) return ok(parsed.data);
  const said = new Set([...broken, ...lost].map(({ path }) => JSON.stringify(path)));
  const issues = (parsed.error?.issues ?? [])
    .flatMap((issue) => fromZod(issue, (path) => knownKeys(type, path), input))
    .filter(({ path }) => !said.has(JSON.stringify(path)));
  return fail([...broken, ...lost, ...issues].map((issue) => ({ ...issue, path: [...at, ...issue.path] })));
};

/** What can be said of any input before its schema is asked. */
interface Form {
  /** Why nothing may walk it: it is nested too deep or contains itself, is too large, or throws when it is looked at. */
  readonly refused: Issue | null;
  /** Where names or values hold half of a surrogate pair: such a text has no UTF-8, and what it is part of no digest. */
  readonly broken: readonly Path[];
  /** Keys called `__proto__`, which records cannot hold and would lose. */
  readonly lost: readonly Path[];
}

const formOf = (input: unknown): Form => {
  const broken: Path[] = [];
  const lost: Path[] = [];
  const path: (string | number)[] = [];
  let values = 0;
  let refused: Issue | null = null;
  const walk = (value: unknown): boolean => {
    values += 1;
    if (typeof value === 'string') {
      if (!isWellFormed(value)) broken.push([...path]);
      return true;
    }
    if (typeof value !== 'object' || value === null) return true;
    if (ArrayBuffer.isView(value)) refused = inputIssue('not_plain', undefined, [...path]);
    else if (path.length >= DEPTH_LIMIT) refused = inputIssue('too_deep', { limit: DEPTH_LIMIT }, [...path]);
    else if (values > VALUE_LIMIT) refused = inputIssue('too_large', { limit: VALUE_LIMIT });
    if (refused !== null) return false;
    const isArray = Array.isArray(value);
    for (const [key, inner] of Object.entries(value)) {
      path.push(isArray ? Number(key) : key);
      if (!isWellFormed(key)) broken.push([...path]);
      else if (key === '__proto__') lost.push([...path]);
      else if (!walk(inner)) return false;
      path.pop();
    }
    return true;
  };
  try {
    walk(input);
  } catch {
    refused = inputIssue('not_plain', undefined, [...path]);
  }
  return { refused, broken, lost };
};

/** What zod says of a union that was given no words of its own. */
const ANY_UNION = 'Invalid input';

type ZodIssue = z.core.$ZodIssue;

/** zod's issue in our words. One unknown-keys issue of zod's becomes one of ours for each key. */
const fromZod = (issue: ZodIssue, known: (path: readonly PropertyKey[]) => readonly string[], input: unknown): Issue[] => {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  const received = describe(valueAt(input, path));
  switch (issue.code) {
    case 'unrecognized_keys': {
      const words = known(issue.path);
      // A key that another member of a union knows is no slip.
      const meant = (key: string): string | null => (words.includes(key) ? null : nearest(key, words));
      return issue.keys.map((key) => inputIssue('unknown_key', { key, suggestion: meant(key) }, [...path, key]));
    }
    case 'invalid_type':
      return valueAt(input, path) === undefined
        ? [inputIssue('missing', { expected: issue.expected }, path)]
        : [inputIssue('wrong_type', { expected: issue.expected, received }, path)];
    case 'invalid_value': {
      const value = valueAt(input, path);
      const words = issue.values.filter((option): option is string => typeof option === 'string');
      const suggestion = typeof value === 'string' ? nearest(value, words) : null;
      return value === undefined
        ? [inputIssue('missing', { expected: `one of ${words.join(', ')}` }, path)]
        : [inputIssue('not_one_of', { options: issue.values, received, suggestion }, path)];
    }
    case 'invalid_union': {
      const options: readonly unknown[] | null = 'options' in issue && Array.isArray(issue.options) ? issue.options : null;
      if (options !== null) {
        const key = issue.path.at(-1);
        const value = valueAt(input, path);
        const words = options.filter((option): option is string => typeof option === 'string');
        if (value === undefined && key !== undefined) return [inputIssue('missing', { expected: `one of ${words.join(', ')}` }, path)];
        const suggestion = typeof value === 'string' ? nearest(value, words) : null;
        return [inputIssue('not_one_of', { options: words, received, suggestion }, path)];
      }
      if (issue.message !== ANY_UNION) {
        return valueAt(input, path) === undefined
          ? [inputIssue('missing', { expected: issue.message }, path)]
          : [inputIssue('wrong_type', { expected: issue.message, received }, path)];
      }
      // The branch that came furthest says most: the fewest issues at the top, where there is a choice, and then in all.
      const [best] = [...issue.errors].sort((a, b) => strangeness(a) - strangeness(b) || a.length - b.length);
      if (best === undefined) return [inputIssue('invalid', { reason: issue.message }, path)];
      return best.flatMap((inner) => fromZod({ ...inner, path: [...issue.path, ...inner.path] }, known, input));
    }
    case 'custom': {
      const params = issue.params ?? {};
      return typeof params['code'] === 'string'
        ? [{ code: params['code'], path, params: (params['params'] ?? {}) as Readonly<Record<string, unknown>>, message: issue.message }]
        : [inputIssue('invalid', { reason: issue.message }, path)];
    }
    default:
      return [inputIssue('invalid', { reason: `${lowerFirst(issue.message)} (found ${received})` }, path)];
  }
};

/** How little of a value's own keys a branch of a union knows, and how many it misses. */
const strangeness = (issues: readonly ZodIssue[]): number =>
  issues.reduce((sum, issue) => sum + (issue.path.length > 1 ? 0 : issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys.length : 1), 0);

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const valueAt = (input: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    input,
  );

const describe = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  if (typeof value === 'object') return 'an object';
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : `a ${typeof value}`;
};

/** The keys the schema knows at a path, for suggestions; unions and wrappers are looked through. */
const knownKeys = (type: z.ZodType, path: readonly PropertyKey[]): readonly string[] => {
  // zod gives schemas of every kind one opaque type; what they are made of is in `_zod.def`, which it documents for this use.
  const def = (type as unknown as { _zod: { def: Record<string, unknown> } })._zod.def;
  const inner = (def['innerType'] ?? def['in']) as z.ZodType | undefined;
  if (def['type'] === 'lazy') return knownKeys((def['getter'] as () => z.ZodType)(), path);
  if (inner !== undefined && def['type'] !== 'array') return knownKeys(inner, path);
  if (def['type'] === 'union') return (def['options'] as z.ZodType[]).flatMap((option) => knownKeys(option, path));
  const [head, ...rest] = path;
  if (def['type'] === 'object') {
    const shape = def['shape'] as Record<string, z.ZodType>;
    if (head === undefined) return Object.keys(shape);
    const next = typeof head === 'string' && Object.hasOwn(shape, head) ? shape[head] : undefined;
    return next === undefined ? [] : knownKeys(next, rest);
  }
  if (def['type'] === 'array' && head !== undefined) return knownKeys(def['element'] as z.ZodType, rest);
  if (def['type'] === 'record' && head !== undefined) return knownKeys(def['valueType'] as z.ZodType, rest);
  return [];
};
