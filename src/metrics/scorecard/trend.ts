import type { Instant } from '../../kernel/instant.js';
import { compareRatios, type Ratio } from '../../kernel/ratio.js';
import { okUnless, type Result } from '../../kernel/result.js';
import type { Period } from '../../vocabulary/period.js';
import type { MetricDefinition } from '../definition/metric.js';
import type { MetricOptions } from '../engine/candidate.js';
import type { MetricResult } from '../engine/result.js';
import { factSource, type FactSource, type FactsIn } from '../engine/source.js';
import { definitionOf } from './looked-at.js';
import { flagOf, lookedAt, timeOf, type Flagged, type ScorecardRow } from './score.js';
import { entryIssues } from './scorecard-check.js';
import type { ScorecardEntry } from './scorecard.js';
import type { NoFlag } from './seen.js';

/**
 * As of when each period of a trend is looked at.
 *
 * - `equally_early`: as long after its end, or as far into it, as the last one is now: a young cohort beside cohorts that were
 *   as young.
 * - `at_its_end`: as it stood when it ended; the last one, where it still runs, as it stands now.
 * - `now`: all as of the same moment; older cohorts have had more time.
 */
export const TREND_LOOKS = ['equally_early', 'at_its_end', 'now'] as const;
/** One of {@link TREND_LOOKS}. */
export type TrendLook = (typeof TREND_LOOKS)[number];

/** A number in one of the periods. */
export interface TrendPoint extends Flagged {
  readonly period: Period;
  readonly asOf: Instant;
  /** Whether the period was over by then. */
  readonly complete: boolean;
  readonly result: MetricResult;
  /** Beside the point before it; null for the first, and where one of the two has no value. */
  readonly change: 'better' | 'worse' | 'same' | null;
}

/** An entry over several periods. */
export interface Trend {
  readonly entry: ScorecardEntry;
  readonly title: string;
  readonly look: TrendLook;
  readonly points: readonly TrendPoint[];
  /** Which time it is of, where it is a time. */
  readonly time: ScorecardRow['time'];
}

/** Which periods, and how they are looked at. */
export interface TrendOptions extends Omit<MetricOptions, 'period' | 'groupBy'> {
  /** In order; those that have not begun at `asOf` are left out. */
  readonly periods: readonly Period[];
  readonly look: TrendLook;
}

/**
 * Each entry over several periods, each point with its flag under today's thresholds. A number whose sample is too small
 * has no flag and no change.
 *
 * @param factsAt - The facts as of a moment, made of what had happened before it: some things a fact row says only as they
 *   stood at the log's end. Asked moment by moment, once for all entries.
 *
 * Issues: those of `entryIssues`.
 *
 * @example
 * ```ts
 * import { unwrap } from 'revpact/kernel';
 * import { STANDARD_METRICS, trends, type ScorecardEntry } from 'revpact/metrics';
 * import { NO_FACTS, periodOf, periodsUpTo, sirius2006 } from 'revpact/vocabulary';
 *
 * const march = periodOf('2026-03', 'UTC');
 * if (march === null) throw new Error('no such period');
 * const entry: ScorecardEntry = {
 *   metric: 'mql_volume', direction: 'higher', target: '9', yellow: '9', red: '5', owner: 'marketing', cadence: 'monthly',
 * };
 * const options = { framework: sirius2006, periods: periodsUpTo(march, 3), asOf: march.end, look: 'equally_early' } as const;
 * const [trend] = unwrap(trends([entry], STANDARD_METRICS, () => NO_FACTS, options));
 * trend?.points.map(({ period, change }) => [period.label, change]) // => [['2026-01', null], ['2026-02', 'same'], ['2026-03', 'same']]
 * ```
 */
export const trends = (
  entries: readonly ScorecardEntry[],
  definitions: readonly MetricDefinition[],
  factsAt: (asOf: Instant) => FactsIn,
  { periods, look, ...options }: TrendOptions,
): Result<readonly Trend[]> =>
  okUnless(entryIssues(entries, definitions), () => {
    const begun = periods.filter(({ start }) => start < options.asOf);
    const last = begun.at(-1);
    let [source, madeFor]: [FactSource | null, Instant | null] = [null, null];
    // Moment by moment, so that facts of one moment at a time are held.
    const looks = begun.map((period) => {
      const asOf = last === undefined ? options.asOf : momentOf(look, period, last, options.asOf);
      const facts = source === null || madeFor !== asOf ? factSource(factsAt(asOf)) : source;
      [source, madeFor] = [facts, asOf];
      return entries.map((entry) => ({ period, asOf, ...lookedAt(entry, definitions, facts, { ...options, period, asOf }) }));
    });
    return entries.map((entry, e) => {
      const points = looks.flatMap((looked, i): readonly TrendPoint[] => {
        const [now, before] = [looked[e], looks[i - 1]?.[e]];
        if (now === undefined) return [];
        const { period, asOf, result, seen } = now;
        return [
          {
            period,
            asOf,
            complete: asOf >= period.end,
            result,
            ...flagOf(entry, seen),
            change: changeOf(entry, before?.seen ?? null, seen),
          },
        ];
      });
      const definition = definitionOf(entry, definitions);
      return { entry, title: definition.title, look, points, time: timeOf(definition) };
    });
  });

/** The moment that is to an earlier period what `asOf` is to a later one: as long after its end, or as far into it. */
export const equallyEarly = (period: Period, earlier: Period, asOf: Instant): Instant =>
  asOf >= period.end ? earlier.end + (asOf - period.end) : Math.min(earlier.end, earlier.start + (asOf - period.start));

const momentOf = (look: TrendLook, period: Period, last: Period, asOf: Instant): Instant => {
  switch (look) {
    case 'equally_early':
      return period === last ? asOf : equallyEarly(last, period, asOf);
    case 'at_its_end':
      return Math.min(period.end, asOf);
    case 'now':
      return asOf;
  }
};

const changeOf = ({ direction }: ScorecardEntry, before: Ratio | NoFlag | null, seen: Ratio | NoFlag): TrendPoint['change'] => {
  if (before === null || typeof before === 'string' || typeof seen === 'string') return null;
  const order = compareRatios(seen, before) * (direction === 'higher' ? 1 : -1);
  return order === 0 ? 'same' : order > 0 ? 'better' : 'worse';
};
