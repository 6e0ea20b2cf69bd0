import { duplicateIds } from '../../icp/duplicates.js';
import type { Condition } from '../../icp/filter/condition.js';
import type { TargetFilter } from '../../icp/filter/filter.js';
import { conditionsOf, walk } from '../../icp/filter/walk.js';
import type { Issue, Path } from '../../kernel/issue.js';
import { nearest } from '../../kernel/nearest.js';
import type { Dialect } from '../dialect.js';
import { warehouseIssue } from '../issues.js';
import type { AccountTable } from './account-table.js';
import { columnAt } from './condition-sql.js';

/** What keeps a filter from being a statement over these tables in this dialect. */
export const compileIssues = (filter: TargetFilter, dialect: Dialect, accounts: AccountTable): readonly Issue[] => [
  // The columns of two criteria of one id could not be told apart.
  ...duplicateIds('criterion', filter.criteria.map(({ id }) => id), ['criteria'], 'id'),
  ...missingColumns(filter, accounts),
  ...missingLiterals(filter, dialect),
];

const missingColumns = ({ criteria }: TargetFilter, accounts: AccountTable): readonly Issue[] =>
  criteria.flatMap((criterion, c) =>
    conditionsOf(criterion, ['criteria', c]).flatMap(({ when, path }) =>
      walk(when, path).flatMap(({ condition, path: place }) => {
        if (!('attribute' in condition)) return [];
        const { attribute, about = 'account' } = condition;
        const columns = about === 'account' ? accounts.attributes : accounts.contacts?.attributes;
        // Without contacts what is asked of one is not known, as it is in a score.
        if (columns === undefined || columnAt(columns, attribute) !== null) return [];
        const params = { criterion: criterion.id, attribute, about, suggestion: nearest(attribute, Object.keys(columns)) };
        return [warehouseIssue('no_column', params, [...place, 'attribute'])];
      }),
    ),
  );

const missingLiterals = ({ criteria }: TargetFilter, dialect: Dialect): readonly Issue[] =>
  criteria.flatMap((criterion, c) =>
    conditionsOf(criterion, ['criteria', c]).flatMap(({ when, path }) =>
      walk(when, path).flatMap(({ condition, path: place }) =>
        wordsOf(condition).flatMap(({ word, at }) => {
          const why = refusal(() => dialect.text(word));
          return why === null ? [] : [warehouseIssue('no_literal', { criterion: criterion.id, why }, [...place, ...at])];
        }),
      ),
    ),
  );

/** What a condition compares with that is text, and where it says so. */
const wordsOf = (condition: Condition): readonly { readonly word: string; readonly at: Path }[] => {
  const each = (key: string, values: readonly unknown[]): readonly { readonly word: string; readonly at: Path }[] =>
    values.flatMap((word, i) => (typeof word === 'string' ? [{ word, at: [key, i] }] : []));
  switch (condition.is) {
    case 'equal':
      return typeof condition.value === 'string' ? [{ word: condition.value, at: ['value'] }] : [];
    case 'one_of':
    case 'overlap':
      return each('values', condition.values);
    case 'contains':
      return each('any', condition.any);
    default:
      return [];
  }
};

/** Why a dialect refuses to quote; null where it does not. */
const refusal = (quote: () => string): string | null => {
  try {
    quote();
    return null;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
};
