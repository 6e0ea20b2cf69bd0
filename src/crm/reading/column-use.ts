import { splitField } from '../mapping/event-fields.js';
import type { Mapping } from '../mapping/mapping.js';
import { templateColumns, type ColumnSource, type Source } from '../mapping/source.js';
import { FREE_FIELDS, INTEGER_FIELDS } from './text-grade.js';

/**
 * What it is about a column's cell that decides whether its row becomes events, besides being filled or not:
 *
 * - nothing: the column is left out, and no condition asks about it.
 * - exact: the text itself; a condition asks, or it must be one of a few words.
 * - graded: only its grade; it fills fields that take any text.
 * - short: as graded, and the text stands within a template.
 * - typed: that it can be read, as a moment, a number or an amount.
 * - ordinary: more than can be told from the cell alone.
 */
export type ColumnUse =
  | { readonly kind: 'nothing' | 'exact' | 'graded' | 'short' | 'ordinary' }
  | { readonly kind: 'typed'; readonly source: ColumnSource; readonly least: number; readonly most: number };

/** Longest text of a cell within a template that needs no second look. */
export const SHORT = 40;

/** How a column is used, of all the rules of a mapping together. */
export const columnUse = (mapping: Mapping, column: string): ColumnUse => {
  const uses = usesOf(mapping, column);
  const has = (kind: ColumnUse['kind']): boolean => uses.some((use) => use.kind === kind);
  if (mayContradict(mapping, column)) return { kind: 'ordinary' };
  if (has('ordinary')) return { kind: 'ordinary' };
  if (has('exact')) return { kind: 'exact' };
  const typed = uses.filter((use) => use.kind === 'typed');
  const [first] = typed;
  if (first !== undefined) {
    const same = typed.every(({ source }) => JSON.stringify({ ...source, optional: null }) === JSON.stringify({ ...first.source, optional: null }));
    if (!same) return { kind: 'exact' };
    return { ...first, least: Math.max(...typed.map(({ least }) => least)), most: Math.min(...typed.map(({ most }) => most)) };
  }
  if (has('short')) return { kind: 'short' };
  if (uses.length === 0 && mapping.ignoreColumns?.includes(column) === true) return { kind: 'nothing' };
  return { kind: 'graded' };
};

const usesOf = ({ rules, ignoreRows = [] }: Mapping, column: string): readonly ColumnUse[] => {
  const conditions = [...ignoreRows.flatMap(({ when }) => when), ...rules.flatMap(({ when = [] }) => when)];
  return [
    ...conditions.flatMap((one): ColumnUse[] =>
      one.column === column ? [{ kind: one.is === 'present' || one.is === 'absent' ? 'graded' : 'exact' }] : [],
    ),
    ...rules.flatMap(({ type, set }): ColumnUse[] => [
      ...(typeof type === 'object' && type.column === column ? [{ kind: 'exact' } as const] : []),
      ...Object.entries(set).flatMap(([field, source]) => useIn(field, source, column)),
    ]),
  ];
};

const isFree = (field: string): boolean => {
  const [root] = splitField(field);
  return FREE_FIELDS.has(field) || root === 'attributes' || root === 'specifics';
};

const useIn = (field: string, source: Source, column: string): readonly ColumnUse[] => {
  if ('value' in source) return [];
  if ('prefix' in source) return column.startsWith(source.prefix) ? [{ kind: 'graded' }] : [];
  if ('template' in source) {
    const columns = templateColumns(source.template);
    if (!columns.includes(column)) return [];
    const longest = source.template.length + columns.length * SHORT;
    return [{ kind: isFree(field) && longest <= 200 && /^[\x20-\x7e]*$/.test(source.template) ? 'short' : 'exact' }];
  }
  const beside = 'zone' in source ? source.zone : 'currency' in source ? source.currency : null;
  const read: readonly ColumnUse[] = source.column === column ? [readingUse(field, source)] : [];
  return typeof beside === 'object' && beside !== null && beside.column === column ? [...read, { kind: 'exact' }] : read;
};

const readingUse = (field: string, source: ColumnSource): ColumnUse => {
  const everything = { kind: 'typed', source, least: -Infinity, most: Infinity } as const;
  switch (source.as) {
    case 'text':
      return { kind: source.values === undefined && source.nulls === undefined && isFree(field) ? 'graded' : 'exact' };
    case 'integer': {
      if (splitField(field)[0] === 'attributes') return everything;
      const range = Object.hasOwn(INTEGER_FIELDS, field) ? INTEGER_FIELDS[field] : undefined;
      return range === undefined ? { kind: 'exact' } : { ...everything, least: range[0], most: range[1] };
    }
    case 'boolean':
    case 'list':
    case 'corrections':
      return { kind: 'exact' };
    case 'instant':
    case 'local':
      return ['at', 'knownAt', 'startsAt', 'until', 'change.at'].includes(field) || splitField(field)[0] === 'attributes' ? everything : { kind: 'exact' };
    case 'date':
    case 'moment':
    case 'money':
      return everything;
  }
};

/** Whether a column's attribute may be filled by something else besides, so that their texts would have to be compared. */
const mayContradict = ({ rules }: Mapping, column: string): boolean =>
  rules.some(({ set }) =>
    Object.entries(set).some(([field, source]) => {
      if ('prefix' in source) return field === 'attributes' || Object.keys(set).some((other) => other.startsWith(`${field}.`));
      const [root, part] = splitField(field);
      return root === 'attributes' && part === column && !('column' in source && source.column === column);
    }),
  );
