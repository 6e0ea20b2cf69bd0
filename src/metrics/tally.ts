import { toWhole, type Whole } from '../kernel/ratio.js';
import type { Facts } from '../vocabulary/fact.js';
import type { MetricOptions } from './candidate.js';
import { compareGroups, groupKey, type GroupKey } from './group.js';
import type { Measure } from './measure.js';
import type { MetricDefinition } from './metric.js';
import { unitsOf, type Unit } from './unit.js';

/** A fraction not yet divided. A count is over 1. */
export interface FractionTally {
  readonly kind: 'fraction';
  readonly numerator: Whole;
  readonly denominator: Whole;
  /** Units of the cohort that may still reach the target. */
  readonly open: number;
}

/** The value at a rank of durations, and what it is of. */
export interface PercentileTally {
  readonly kind: 'percentile';
  /** All units, those without an end among them. */
  readonly n: number;
  readonly open: number;
  /** Milliseconds at the rank; null where there are no units, or the rank falls on an open one. */
  readonly ms: number | null;
  /** Where the rank falls on an open one: the longest of those that have an end, which all open ones rank behind. */
  readonly lowerBound: number | null;
}

/** Sums of money, each in its own currency. */
export interface SumTally {
  readonly kind: 'sum';
  readonly sums: readonly { readonly currency: string; readonly minor: Whole; readonly n: number }[];
  /** Units without an amount or a currency: in no sum. */
  readonly unknown: number;
  readonly open: number;
}

/** The exact integers of one metric, before any quotient is made. */
export type Tally = FractionTally | PercentileTally | SumTally;

/** One member of the columns grouped by, with its integers. */
export interface TallyGroup {
  readonly key: GroupKey;
  readonly tally: Tally;
}

/**
 * The exact integers of a metric that applies: one for each group that has units, in order, or exactly one without
 * `groupBy`. What a warehouse returns for the same definition, from the same facts, decodes to the same value. What facts
 * say only as of the log's end is read as it stands, whatever `asOf`: see `evaluate`.
 */
export const tallyOf = (definition: MetricDefinition, facts: Facts, options: MetricOptions): readonly TallyGroup[] => {
  const columns = options.groupBy ?? [];
  const groups = new Map<string, { members: readonly (string | null)[]; gather: Gather }>();
  if (columns.length === 0) groups.set('[]', { members: [], gather: gatherOf(definition.measure) });
  for (const unit of unitsOf(definition, facts, options)) {
    if (!unit.inDenominator && !unit.inNumerator) continue;
    const key = JSON.stringify(unit.group);
    const group = groups.get(key) ?? { members: unit.group, gather: gatherOf(definition.measure) };
    groups.set(key, group);
    group.gather.add(unit);
  }
  return [...groups.values()]
    .sort((a, b) => compareGroups(a.members, b.members))
    .map(({ members, gather }) => ({ key: groupKey(columns, members), tally: gather.done() }));
};

/** Takes the units of one group in, and gives their tally. */
interface Gather {
  readonly add: (unit: Unit) => void;
  readonly done: () => Tally;
}

const gatherOf = (measure: Measure): Gather => {
  switch (measure.kind) {
    case 'count':
      return fraction(() => 1);
    case 'share':
    case 'ratio':
      return fraction((units) => units);
    case 'percentile':
      return percentile(measure.rank.numerator, measure.rank.denominator);
    case 'sum':
      return sum();
  }
};

const fraction = (over: (units: number) => number): Gather => {
  let [numerator, denominator, open] = [0, 0, 0];
  return {
    add: (unit) => {
      if (unit.inNumerator) numerator += 1;
      if (unit.inDenominator) denominator += 1;
      if (unit.reason === 'still_open') open += 1;
    },
    done: () => ({ kind: 'fraction', numerator, denominator: over(denominator), open }),
  };
};

const percentile = (p: number, q: number): Gather => {
  const closed: number[] = [];
  let n = 0;
  return {
    add: ({ candidate: { value } }) => {
      n += 1;
      if (value !== null) closed.push(value);
    },
    done: () => {
      const sorted = Float64Array.from(closed).sort();
      const rank = nearestRank(p, q, n);
      const ms = sorted[rank - 1] ?? null;
      return { kind: 'percentile', n, open: n - closed.length, ms, lowerBound: n > 0 && ms === null ? (sorted.at(-1) ?? null) : null };
    },
  };
};

/** The smallest rank with at least p/q of n at or below it: 1 to n, 0 of none. Integers throughout. */
const nearestRank = (p: number, q: number, n: number): number => Number((BigInt(p) * BigInt(n) + BigInt(q) - 1n) / BigInt(q));

const sum = (): Gather => {
  const sums = new Map<string, { minor: bigint; n: number }>();
  let [unknown, open] = [0, 0];
  return {
    add: ({ inNumerator, reason, candidate: { value, currency } }) => {
      if (reason === 'no_amount') unknown += 1;
      if (reason === 'still_open') open += 1;
      if (!inNumerator || value === null || currency === null) return;
      const so = sums.get(currency) ?? { minor: 0n, n: 0 };
      sums.set(currency, { minor: so.minor + BigInt(value), n: so.n + 1 });
    },
    done: () => ({
      kind: 'sum',
      sums: [...sums]
        .sort(([a], [b]) => compareGroups([a], [b]))
        .map(([currency, { minor, n }]) => ({ currency, minor: toWhole(minor), n })),
      unknown,
      open,
    }),
  };
};
