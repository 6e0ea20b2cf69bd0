import type { Instant } from '../../kernel/instant.js';
import { unwrap } from '../../kernel/result.js';
import { FACT_READINGS, hasLead } from '../definition/column.js';
import type { GroupRef } from '../definition/column-ref.js';
import type { MetricDefinition } from '../definition/metric.js';
import { inapplicable } from './applicable.js';
import type { MetricOptions, Reason, Unit } from './candidate.js';
import { groupingOf, groupKey, safeParseGroupBy, type GroupKey } from './group.js';
import { inputsOf, type Input } from './inputs.js';
import { factSource, type FactSource, type FactsIn, type TableSource } from './source.js';
import { unitsOf } from './unit.js';

/** One unit behind a number, with the reason why it is in or out. */
export interface Evidence {
  /** The figure of a formula that it is behind; null for a metric that is no formula. */
  readonly input: string | null;
  /** What identifies the unit: `leadId` and, where a lead has several, which one. */
  readonly key: Readonly<Record<string, string | number>>;
  /** Null for what concerns no lead. */
  readonly leadId: string | null;
  readonly baseAt: Instant;
  readonly baseEvent: string | null;
  readonly targetAt: Instant | null;
  readonly targetEvent: string | null;
  /** Dated in the period, let through by the filters and old enough: what the number is about. */
  readonly inCohort: boolean;
  readonly inDenominator: boolean;
  readonly inNumerator: boolean;
  readonly reason: Reason;
  /** Milliseconds of a percentile or mean, minor units of money, the number of a total; null for the others and where there is none. */
  readonly value: number | null;
  /** Percent of a weighted sum. */
  readonly weight: number | null;
  readonly currency: string | null;
  /** What is counted once. */
  readonly word: string | null;
  readonly group: GroupKey;
}

/**
 * The records behind a number: every unit whose base happened before asOf, those outside the period or filtered out among
 * them, by figure, date and then key. Counting `inNumerator`, `inDenominator` and the reasons of those `inCohort` gives the
 * result again, of a formula that of each input. Empty for a metric that does not apply.
 */
export const explain = (definition: MetricDefinition, facts: FactsIn, options: MetricOptions): readonly Evidence[] => {
  const groupBy = unwrap(safeParseGroupBy(definition, options.groupBy ?? definition.dimensions));
  if (inapplicable(definition, options.framework) !== null) return [];
  const source = factSource(facts);
  return inputsOf(definition, groupBy, options).flatMap((input) => evidenceOf(input, source));
};

const evidenceOf = (input: Input, source: FactSource): readonly Evidence[] => {
  const { groupBy, options, measure } = input;
  const { table, currencies, words, each } = unitsOf(input, source, options, groupBy);
  const { keys } = FACT_READINGS[table.key];
  const grouping = groupBy.length === 0 ? null : groupingOf(groupBy, source, table, options.asOf);
  const measured = measure.kind !== 'count' && measure.kind !== 'share' && measure.kind !== 'ratio' && measure.kind !== 'distinct';
  const found: Evidence[] = [];
  each((unit) => {
    const { row, reason, inCohort, inDenominator, inNumerator } = unit;
    const untold = reason === 'not_picked' || reason === 'not_standing';
    found.push({
      input: input.name === '' ? null : input.name,
      key: Object.fromEntries(keys.map((name) => [name, keyCell(table, row, name)])),
      leadId: hasLead(table.key) ? textCell(table, row, 'leadId') : null,
      baseAt: unit.baseAt,
      baseEvent: eventOf(table, unit.baseColumn, row),
      targetAt: known(unit.targetAt),
      targetEvent:
        Number.isNaN(unit.targetAt) || unit.targetColumn === null
          ? null
          : eventOf(table, unit.targetColumn, unit.targetRow < 0 ? row : unit.targetRow),
      inCohort,
      inDenominator,
      inNumerator,
      reason,
      value: measured && !untold ? known(unit.value) : null,
      weight: untold ? null : known(unit.weight),
      currency: untold ? null : (currencies[unit.currency] ?? null),
      word: untold ? null : (words[unit.word] ?? null),
      group: groupOf(groupBy, grouping, unit),
    });
  });
  return found.sort(byDateThenKey);
};

const groupOf = (groupBy: readonly GroupRef[], grouping: ReturnType<typeof groupingOf> | null, unit: Unit): GroupKey =>
  grouping === null ? {} : groupKey(groupBy, grouping.members(grouping.of(unit)));

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);

const keyCell = (table: TableSource, row: number, name: string): string | number => {
  const value = table.cell(row, name);
  if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`a fact without its key ${name}`);
  return value;
};

const textCell = (table: TableSource, row: number, name: string): string | null => {
  const value = table.cell(row, name);
  return typeof value === 'string' ? value : null;
};

const eventOf = (table: TableSource, moment: string, row: number): string | null => {
  const column = FACT_READINGS[table.key].happened[moment]?.event ?? null;
  return column === null ? null : textCell(table, row, column);
};

const byDateThenKey = (a: Evidence, b: Evidence): number => {
  if (a.baseAt !== b.baseAt) return a.baseAt - b.baseAt;
  for (const [name, x] of Object.entries(a.key)) {
    const y = b.key[name];
    if (y !== undefined && x !== y) return x < y ? -1 : 1;
  }
  return 0;
};
