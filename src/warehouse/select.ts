import type { MilestoneBasis, RowsBasis } from '../metrics/basis.js';
import type { ColumnRef } from '../metrics/column-ref.js';
import type { MetricOptions } from '../metrics/candidate.js';
import { asOfSql, column, condition, read, type Scope } from './expression.js';

/** What the select of candidates needs besides the metric. */
export interface SelectOptions extends MetricOptions {
  readonly groupBy: readonly ColumnRef[];
  readonly joinsLead: boolean;
}

/** What is said of each candidate, as expressions. */
export interface Verdict {
  /** Its date. */
  readonly axis: string;
  /** 1 or 0: in the numerator, in the denominator, still open. */
  readonly num: string;
  readonly den: string;
  readonly pending: string;
  /** Milliseconds of a percentile, minor units of a sum; left out where neither is asked for. */
  readonly value?: string;
  readonly currency?: string;
}

/** The common table expression `candidate`: one row for each unit that its filters keep, with its groups as `dim_1`, …. */
export const candidate = (sides: readonly string[]): string => `candidate AS (\n${sides.join('\nUNION ALL\n')}\n)`;

/** One or zero for a condition; one that is unknown is not met. */
export const bit = (condition: string): string => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;

/** The leads as of the moment, where the metric reads them; they are one row a lead, so that joining them multiplies nothing. */
export const leadsSql = (scope: Scope, { joinsLead }: SelectOptions): readonly string[] =>
  joinsLead ? [asOfSql('lead_seen', 'leads', scope)] : [];

/** Candidates from a relation that goes by `r`, narrowed by the metric's filters. */
export const select = (
  verdict: Verdict,
  from: string,
  { where }: MilestoneBasis | RowsBasis,
  scope: Scope,
  { groupBy, joinsLead }: SelectOptions,
): string => {
  const { dialect } = scope;
  const columns = [
    `${verdict.axis} AS axis_at`,
    `${verdict.num} AS in_num`,
    `${verdict.den} AS in_den`,
    `${verdict.pending} AS pending`,
    ...(verdict.value === undefined ? [] : [`${verdict.value} AS unit_value`]),
    ...(verdict.currency === undefined ? [] : [`${verdict.currency} AS unit_currency`]),
    ...groupBy.map((ref, i) => `${read(ref, scope)} AS dim_${String(i + 1)}`),
  ];
  const lead = `  LEFT JOIN lead_seen AS l ON ${column(dialect, 'l', 'leadId')} = ${column(dialect, 'r', 'leadId')}`;
  const kept = where.map((filter) => `(${condition(filter, scope)})`);
  return [
    `  SELECT\n    ${columns.join(',\n    ')}`,
    `  FROM ${from}`,
    ...(joinsLead ? [lead] : []),
    ...(kept.length === 0 ? [] : [`  WHERE ${kept.join(' AND ')}`]),
  ].join('\n');
};
