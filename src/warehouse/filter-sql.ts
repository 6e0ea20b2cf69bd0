import { stagesOf } from '../metrics/engine/applicable.js';
import type { Filter, PlainFilter, RelatedFilter } from '../metrics/definition/filter.js';
import { integer, type Dialect } from './dialect.js';
import { read, type RowAlias } from './expression.js';
import type { Scope } from './scope.js';

/** A condition on a unit. Each is unknown, and so not met, where what it asks about is NULL. */
export const condition = (filter: Filter, scope: Scope): string => {
  switch (filter.is) {
    case 'any':
      return `(${filter.of.map((one) => `(${plainCondition(one, scope)})`).join(' OR ')})`;
    case 'related':
      return counted(filter, scope);
    default:
      return plainCondition(filter, scope);
  }
};

/** A condition that asks about one row alone. */
export const plainCondition = (filter: PlainFilter, scope: Scope, row: RowAlias = 'r'): string => {
  const { dialect, framework, period, asOf } = scope;
  const left = read(filter.column, scope, row);
  switch (filter.is) {
    case 'equals':
      return `${left} = ${literal(filter.value, dialect)}`;
    case 'one_of':
      return `${left} IN (${filter.values.map(dialect.text).join(', ')})`;
    case 'null':
      return `${left} IS NULL`;
    case 'not_null':
      return `${left} IS NOT NULL`;
    case 'at_least':
      return `${left} >= ${integer(filter.value)}`;
    case 'at_most':
      return `${left} <= ${integer(filter.value)}`;
    case 'milestone':
      return inStages(left, stagesOf(framework, filter.milestone), dialect);
    case 'not_after':
      return `${left} <= ${read(filter.other, scope, row)}`;
    case 'past':
      return `${left} < ${integer(asOf)}`;
    case 'older_than':
      return `${left} <= ${integer(Math.min(asOf, period.end) - filter.ms)}`;
    case 'newer_than':
      return `${left} < ${integer(Math.min(asOf, period.end))} AND ${left} > ${integer(Math.min(asOf, period.end) - filter.ms)}`;
    case 'in_period':
      return `${left} >= ${integer(period.start)} AND ${left} < ${integer(period.end)}`;
  }
};

/** One of some stages; of none where the framework does not map the milestone. */
const inStages = (left: string, stages: readonly string[], { text }: Dialect): string =>
  stages.length === 0 ? '1 = 0' : `${left} IN (${stages.map(text).join(', ')})`;

/** How many rows were found for a unit, by the name that `joinRelated` gave the count; a unit of none has no row there. */
const counted = (filter: RelatedFilter, scope: Scope): string => {
  const found = `COALESCE(n${String(scope.related.indexOf(filter) + 1)}.found, 0)`;
  const bounds = [
    ...(filter.atLeast === null ? [] : [`${found} >= ${integer(filter.atLeast)}`]),
    ...(filter.atMost === null ? [] : [`${found} <= ${integer(filter.atMost)}`]),
  ];
  return bounds.length === 0 ? '1 = 1' : bounds.join(' AND ');
};

const literal = (value: string | number | boolean, dialect: Dialect): string =>
  typeof value === 'string' ? dialect.text(value) : typeof value === 'boolean' ? dialect.boolean(value) : integer(value);
