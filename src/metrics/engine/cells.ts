import { unwrap } from '../../kernel/result.js';
import type { GroupRef } from '../definition/column-ref.js';
import type { MetricDefinition } from '../definition/metric.js';
import { inapplicable } from './applicable.js';
import type { MetricOptions } from './candidate.js';
import { emptyCell, gather, groupTallies, mergeCell, totalTally, type FigureCell } from './gather.js';
import { compareGroups, groupKey, safeParseGroupBy } from './group.js';
import { inputsOf, type Input } from './inputs.js';
import { togetherOf, type Together } from './together.js';
import { recordsDigest } from './records.js';
import { notApplicable, resultOf, type MetricResult } from './result.js';
import { factSource, type FactsIn } from './source.js';
import type { FactTally, TallyGroup } from './tally.js';
import { tallyOfState } from './tally-of-state.js';
import { emptyState } from './state.js';

/**
 * What a metric has counted so far: integers, sets and lists of plain data that a structured clone carries from worker to
 * worker. One figure by name; the only one of a metric that is no formula has an empty name.
 */
export interface MetricCell {
  readonly figures: Map<string, FigureCell>;
}

/** A metric as a fold over parts of the facts. */
export interface MetricCells {
  /**
   * What the parts must not divide. `row`: nothing, each row by itself. `lead`: all rows of a lead. `account`: all rows of an
   * account, be it that they name it or that their lead is of it; leads and accounts that any row ties to each other go
   * together. `all`: the facts cannot be divided. Rows of no lead (of neither lead nor account) stand in one part, any one.
   */
  readonly together: Together;
  readonly create: () => MetricCell;
  /** Counts some facts in. The cell is taken over; go on with the one returned. */
  readonly add: (cell: MetricCell, facts: FactsIn) => MetricCell;
  /** Both cells as one, in either order. The first is taken over; go on with the one returned. */
  readonly merge: (into: MetricCell, other: MetricCell) => MetricCell;
  readonly extract: (cell: MetricCell) => MetricResult;
}

/**
 * A metric that is counted in parts, by workers, over a stream, or in any engine with accumulators: whatever the parts, and
 * in whatever order they come together, `extract` yields the very value of `evaluate` over all facts.
 *
 * A fact is to be in one part only, as it stands in the end: an event that is delivered twice is `resolve`'s to drop, and
 * a lead whose life goes on is counted when its facts are made. Throws as `evaluate` does.
 *
 * @example
 * ```ts
 * import { cellsOf, mqlVolume } from 'revpact/metrics';
 * import { NO_FACTS, periodOf, sirius2006 } from 'revpact/vocabulary';
 *
 * const period = periodOf('2026-Q2', 'Europe/Berlin');
 * if (period === null) throw new Error('no such period');
 * const { create, add, merge, extract, together } = cellsOf(mqlVolume, { framework: sirius2006, period, asOf: period.end });
 * const result = extract(merge(add(create(), NO_FACTS), add(create(), NO_FACTS)));
 * together // => 'lead'
 * result.kind === 'fraction' ? result.value : null // => '0'
 * ```
 */
export const cellsOf = (definition: MetricDefinition, options: MetricOptions): MetricCells => {
  const groupBy = unwrap(safeParseGroupBy(definition, options.groupBy ?? definition.dimensions));
  const reason = inapplicable(definition, options.framework);
  const inputs = reason === null ? inputsOf(definition, groupBy, options) : [];
  const create = (): MetricCell => ({ figures: new Map(inputs.map(({ name }) => [name, emptyCell()])) });
  const merge = (into: MetricCell, other: MetricCell): MetricCell => {
    for (const [name, cell] of other.figures) {
      const own = into.figures.get(name);
      if (own === undefined) into.figures.set(name, cell);
      else mergeCell(own, cell);
    }
    return into;
  };
  return {
    together: togetherOf(inputs),
    create,
    add: (cell, facts) => merge(cell, cellOf(inputs, facts)),
    merge,
    extract: (cell) =>
      reason === null
        ? resultOf(
            definition,
            totalOf(inputs, cell),
            groupBy.length === 0 ? [] : groupsOf(inputs, cell, groupBy),
            options,
            options.digest === true ? recordsDigest(new Map(Array.from(cell.figures, ([name, { records }]) => [name, records]))) : null,
          )
        : notApplicable(definition, reason, options),
  };
};

/** What the figures of a metric count over some facts. */
export const cellOf = (inputs: readonly Input[], facts: FactsIn): MetricCell => {
  const source = factSource(facts);
  return { figures: new Map(inputs.map((input) => [input.name, gather(input, source)])) };
};

/** The integers of all units. */
export const totalOf = (inputs: readonly Input[], { figures }: MetricCell): TallyGroup['tally'] => {
  const tallies = inputs.map((input) => [input.name, totalTally(input, figures.get(input.name) ?? emptyCell())] as const);
  return tallyFrom(tallies);
};

const tallyFrom = (tallies: readonly (readonly [name: string, tally: FactTally])[]): TallyGroup['tally'] => {
  const [first] = tallies;
  return first !== undefined && first[0] === '' ? first[1] : { kind: 'formula', inputs: Object.fromEntries(tallies) };
};

/** The integers of each group, in order. Groups of a formula are those of its inputs that have every column. */
export const groupsOf = (inputs: readonly Input[], { figures }: MetricCell, groupBy: readonly GroupRef[]): readonly TallyGroup[] =>
  groupsFrom(
    inputs.map((input) => ({ input, groups: groupTallies(input, figures.get(input.name) ?? emptyCell()) })),
    groupBy,
  );

/** The groups of a metric from those of its figures, wherever they were counted. */
export const groupsFrom = (
  counted: readonly {
    readonly input: Input;
    readonly groups: readonly { readonly members: readonly (string | null)[]; readonly tally: FactTally }[];
  }[],
  groupBy: readonly GroupRef[],
): readonly TallyGroup[] => {
  const [only] = counted;
  if (only !== undefined && only.input.name === '')
    return only.groups.map(({ members, tally }) => ({ key: groupKey(groupBy, members), tally }));
  const all = new Map<string, readonly (string | null)[]>();
  for (const { input, groups } of counted) {
    if (input.groupBy.length === groupBy.length) for (const { members } of groups) all.set(JSON.stringify(members), members);
  }
  const byKey = counted.map(({ input, groups }) => ({
    input,
    places: input.groupBy.map((ref) => groupBy.indexOf(ref)),
    tallies: new Map(groups.map(({ members, tally }) => [JSON.stringify(members), tally])),
    none: tallyOfState(input.measure, emptyState(), input.rates()),
  }));
  return [...all.values()].sort(compareGroups).map((members) => ({
    key: groupKey(groupBy, members),
    tally: tallyFrom(
      byKey.map(({ input, places, tallies, none }) => [
        input.name,
        tallies.get(JSON.stringify(places.map((place) => members[place] ?? null))) ?? none,
      ]),
    ),
  }));
};
