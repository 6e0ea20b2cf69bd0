import type { AccountMapping, Row } from 'revpact/crm';
import type { Condition, TargetFilter } from 'revpact/icp';

/** Between the words of a list, once its cell was read: nobody types it. */
const BETWEEN = '\u001f';

/**
 * How a file of accounts is read so that target filters can ask it: columns `id`, `name` and `owner`; attributes that are agreed
 * to be yes or no, or lists, as such. Where no attributes are agreed on, what a filter asks of one says which it is. All other
 * columns stay text and whole numbers.
 */
export const accountColumns = (filters: readonly TargetFilter[], columns: readonly string[]): AccountMapping => {
  const kinds = new Map(filters.flatMap(kindsOf));
  const read = columns.flatMap((column) => {
    const kind = FIXED.includes(column) ? undefined : kinds.get(column);
    if (kind === undefined) return [];
    return [[column, kind === 'list' ? { column, as: kind, separator: BETWEEN } : { column, as: kind }] as const];
  });
  return {
    id: 'id',
    ...(columns.includes('name') ? { name: 'name' } : {}),
    ...(columns.includes('owner') ? { owner: 'owner' } : {}),
    ...(read.length === 0 ? {} : { attributes: Object.fromEntries(read) }),
  };
};

/** Rows whose lists, `a;b` in text or `["a","b"]` from JSON and Parquet, are written alike. */
export const accountRows = (rows: readonly Row[], { attributes = {} }: AccountMapping): readonly Row[] => {
  const lists = new Set(Object.values(attributes).flatMap(({ as, column }) => (as === 'list' ? [column] : [])));
  if (lists.size === 0) return rows;
  return rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(
      Object.entries(row.cells).map(([column, text]) => [column, text === null || !lists.has(column) ? text : (wordsIn(text) ?? text.split(';')).join(BETWEEN)]),
    ),
  }));
};

/** The words of a JSON array, without its nulls; null for text that is none. */
const wordsIn = (text: string): readonly string[] | null => {
  if (!text.startsWith('[')) return null;
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found.flatMap((one: unknown) => (one === null ? [] : [typeof one === 'string' ? one : JSON.stringify(one)])) : null;
  } catch {
    return null;
  }
};

const FIXED = ['id', 'name', 'owner'];

type Kind = 'boolean' | 'list';

const kindsOf = ({ attributes, criteria }: TargetFilter): readonly (readonly [string, Kind])[] => {
  if (attributes === undefined) return criteria.flatMap((one) => (one.role === 'banded' ? one.bands.map(({ when }) => when) : [one.when])).flatMap(asked);
  return attributes.flatMap(({ name, about, type }): (readonly [string, Kind])[] => {
    if (about !== undefined) return [];
    return type === 'list' ? [[name, 'list']] : type === 'yes_no' ? [[name, 'boolean']] : [];
  });
};

/** What conditions on the account ask for: yes or no, or words of a list. */
const asked = (condition: Condition): readonly (readonly [string, Kind])[] => {
  switch (condition.is) {
    case 'all':
    case 'any':
    case 'none':
      return condition.of.flatMap(asked);
    case 'contacts':
      return asked(condition.where);
    case 'overlap':
    case 'count':
      return condition.about === undefined ? [[condition.attribute, 'list']] : [];
    case 'equal':
      return condition.about === undefined && typeof condition.value === 'boolean' ? [[condition.attribute, 'boolean']] : [];
    default:
      return [];
  }
};
