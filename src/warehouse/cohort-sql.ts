import type { FactBasis } from '../metrics/definition/basis.js';
import { integer } from './dialect.js';
import type { Scope } from './scope.js';

/**
 * Which candidates the number is of: those of the period, or standing at its end, that have had the time asked for. Where only those
 * decided count, the open ones stay, to be counted apart.
 */
export const cohortSql = (basis: FactBasis, scope: Scope): string => `cohort AS (SELECT * FROM candidate WHERE ${[...dated(basis, scope), ...mature(basis, scope)].join(' AND ')})`;

const dated = (basis: FactBasis, { period, asOf }: Scope): readonly string[] => {
  const now = Math.min(period.end, asOf);
  if (basis.kind === 'rows' && basis.standing !== null) return [`axis_at < ${integer(now)}`];
  // No cohort reaches beyond asOf, but for rows that count before they come.
  const end = basis.kind === 'rows' && basis.ahead ? period.end : now;
  return [`axis_at >= ${integer(period.start)}`, `axis_at < ${integer(end)}`];
};

const mature = ({ maturity }: FactBasis, { asOf }: Scope): readonly string[] =>
  typeof maturity === 'string' ? [] : [`base_at <= ${integer(asOf - maturity.olderThanMs)}`];
