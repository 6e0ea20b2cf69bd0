import type { FactBasis } from '../metrics/definition/basis.js';
import type { Filter } from '../metrics/definition/filter.js';
import { condition } from './filter-sql.js';
import { bit, read } from './expression.js';
import { joinLead } from './lead-sql.js';
import { joinRelated } from './related-sql.js';
import type { Scope } from './scope.js';

/** What is said of each candidate, as expressions. */
export interface Verdict {
  /** Its date, and when it began. */
  readonly axis: string;
  readonly base: string;
  /** Conditions: it reached the target; it may still reach it. */
  readonly reached: string;
  readonly pending: string;
  /** Which side it counts on. */
  readonly side: 'both' | 'base' | 'target';
  /** By which name what was reached is read: the unit's own row, or another's. */
  readonly goal: 'r' | 't';
  /** What a measure takes of it, by column. */
  readonly measured: Readonly<Record<string, string>>;
}

/** The common table expression `candidate`: one row for each unit that its filters keep, with its groups as `dim_1`, …. */
export const candidateSql = (sides: readonly string[]): string => `candidate AS (\n${sides.join('\nUNION ALL\n')}\n)`;

/** The conditions that a metric narrows its units by. */
export const kept = (where: readonly Filter[], scope: Scope): readonly string[] => where.map((filter) => condition(filter, scope));

/** Candidates from a relation that goes by `r`, those that meet all conditions. */
export const selectCandidates = (verdict: Verdict, relation: string, joins: readonly string[], conditions: readonly string[], { maturity }: FactBasis, scope: Scope): string => {
  const decided = maturity === 'decided';
  const counts = verdict.side === 'base' ? '0' : bit(verdict.reached);
  const columns = [
    `${verdict.axis} AS axis_at`,
    `${verdict.base} AS base_at`,
    `${counts} AS in_num`,
    `${inBase(verdict, decided)} AS in_den`,
    `${bit(verdict.pending)} AS pending`,
    ...Object.entries(verdict.measured).map(([name, expression]) => `${expression} AS ${name}`),
    ...scope.groupBy.map((ref, i) => `${dimension(ref, verdict, scope)} AS dim_${String(i + 1)}`),
  ];
  return [
    `  SELECT\n    ${columns.join(',\n    ')}`,
    `  FROM ${relation} AS r${joinLead(scope)}`,
    ...joinRelated(relation, scope),
    ...joins,
    ...(conditions.length === 0 ? [] : [`  WHERE ${conditions.map((one) => `(${one})`).join(' AND ')}`]),
  ].join('\n');
};

const inBase = ({ side, pending }: Verdict, decided: boolean): string => {
  if (side === 'target') return '0';
  return decided ? `CASE WHEN ${pending} THEN 0 ELSE 1 END` : '1';
};

/** A column to group by; what was reached has one only where it was. */
const dimension = (ref: string, { reached, side, goal }: Verdict, scope: Scope): string =>
  ref.startsWith('target.') ? `CASE WHEN ${side === 'base' ? '1 = 0' : reached} THEN ${read(ownRef(ref), scope, goal)} END` : read(ref, scope);

const ownRef = (ref: string): string => `row.${ref.slice('target.'.length)}`;
