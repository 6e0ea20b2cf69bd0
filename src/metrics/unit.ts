import type { Facts } from '../vocabulary/fact.js';
import { tableOf } from './basis.js';
import type { Candidate, MetricOptions, Outcome } from './candidate.js';
import type { Cell } from './column.js';
import { readerOf, type ColumnRef } from './column-ref.js';
import { allOf, columnsOf, testOf } from './filter.js';
import type { MetricDefinition } from './metric.js';
import { milestoneCandidates } from './milestone-unit.js';
import { rowCandidates } from './row-unit.js';

/** Why a unit is in a number or not. */
export type Reason = Outcome | 'outside_period' | 'filtered_out';

/** A candidate with its verdict. */
export interface Unit {
  readonly candidate: Candidate;
  readonly reason: Reason;
  readonly inDenominator: boolean;
  readonly inNumerator: boolean;
  readonly group: readonly (string | null)[];
}

/** Whether a metric, grouped so, needs the lead of each unit. */
export const readsLead = ({ basis }: MetricDefinition, groupBy: readonly ColumnRef[]): boolean =>
  [...groupBy, ...basis.where.flatMap(columnsOf)].some((ref) => ref.startsWith('lead.'));

/** Every candidate of a metric with its verdict, in no promised order. */
export function* unitsOf(definition: MetricDefinition, facts: Facts, options: MetricOptions): Generator<Unit> {
  const { basis } = definition;
  const { period, asOf, groupBy = [] } = options;
  const rows = tableOf(basis);
  const keep = allOf(basis.where.map((filter) => testOf(filter, rows, asOf)));
  const readers = groupBy.map((ref) => readerOf(ref, rows, asOf));
  const leads = new Map(readsLead(definition, groupBy) ? facts.leads.map((lead) => [lead.leadId, lead]) : []);
  const candidates =
    basis.kind === 'milestone' ? milestoneCandidates(basis, facts, options) : rowCandidates(definition.measure, basis, facts, options);
  for (const candidate of candidates) {
    const lead = leads.get(candidate.leadId) ?? null;
    const { axisAt, outcome } = candidate;
    const dated = axisAt !== null && axisAt >= period.start && axisAt < period.end;
    const reason = axisAt !== null && !dated ? 'outside_period' : !keep(candidate.row, lead) ? 'filtered_out' : outcome;
    const counts = dated && reason === outcome;
    yield {
      candidate,
      reason,
      inDenominator: counts && outcome !== 'target_entry',
      inNumerator: counts && (outcome === 'counted' || outcome === 'converted' || outcome === 'target_entry'),
      group: readers.length === 0 ? NO_GROUP : readers.map((read) => textOf(read(candidate.row, lead))),
    };
  }
}

const NO_GROUP: readonly (string | null)[] = [];

const textOf = (member: Cell): string | null => (typeof member === 'string' ? member : null);
