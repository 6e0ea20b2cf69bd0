import type { Instant } from '../kernel/instant.js';
import { unwrap } from '../kernel/result.js';
import type { Facts } from '../vocabulary/fact.js';
import { inapplicable } from './applicable.js';
import { tableOf } from './basis.js';
import type { MetricOptions } from './candidate.js';
import { cell, FACT_READINGS } from './column.js';
import { groupKey, safeParseGroupBy, type GroupKey } from './group.js';
import type { MetricDefinition } from './metric.js';
import { unitsOf, type Reason } from './unit.js';

/** One unit behind a number, with the reason why it is in or out. */
export interface Evidence {
  /** What identifies the unit: `leadId` and, where a lead has several, which one. */
  readonly key: Readonly<Record<string, string | number>>;
  readonly leadId: string;
  readonly baseAt: Instant;
  readonly baseEvent: string | null;
  readonly targetAt: Instant | null;
  readonly targetEvent: string | null;
  readonly inDenominator: boolean;
  readonly inNumerator: boolean;
  readonly reason: Reason;
  /** Milliseconds of a percentile, minor units of a sum; null for the others and where there is none. */
  readonly value: number | null;
  readonly currency: string | null;
  readonly group: GroupKey;
}

/**
 * The records behind a number: every unit whose base happened before asOf, those outside the period or filtered out among
 * them, by date and then key. Counting `inNumerator`, `inDenominator` and the reasons gives the result again. Empty for a
 * metric that does not apply.
 */
export const explain = (definition: MetricDefinition, facts: Facts, options: MetricOptions): readonly Evidence[] => {
  const groupBy = unwrap(safeParseGroupBy(definition, options.groupBy ?? []));
  if (inapplicable(definition, options.framework) !== null) return [];
  const keys = FACT_READINGS[tableOf(definition.basis)].keys;
  const measured = definition.measure.kind === 'percentile' || definition.measure.kind === 'sum';
  return Array.from(
    unitsOf(definition, facts, { ...options, groupBy }),
    ({ candidate, inDenominator, inNumerator, reason, group }): Evidence => ({
      key: Object.fromEntries(keys.map((name) => [name, keyCell(candidate.row, name)])),
      leadId: candidate.leadId,
      baseAt: candidate.baseAt,
      baseEvent: candidate.baseEvent,
      targetAt: candidate.targetAt,
      targetEvent: candidate.targetEvent,
      inDenominator,
      inNumerator,
      reason,
      value: measured ? candidate.value : null,
      currency: candidate.currency,
      group: groupKey(groupBy, group),
    }),
  ).sort(byDateThenKey);
};

const keyCell = (row: object, name: string): string | number => {
  const value = cell(row, name);
  if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`a fact without its key ${name}`);
  return value;
};

const byDateThenKey = (a: Evidence, b: Evidence): number => {
  if (a.baseAt !== b.baseAt) return a.baseAt - b.baseAt;
  for (const [name, x] of Object.entries(a.key)) {
    const y = b.key[name];
    if (y !== undefined && x !== y) return x < y ? -1 : 1;
  }
  return 0;
};
