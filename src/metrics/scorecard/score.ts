import type { IsoDate } from '../../kernel/date.js';
import type { Ratio } from '../../kernel/ratio.js';
import { okUnless, type Result } from '../../kernel/result.js';
import type { PeriodCalendar, YearAndWeek } from '../../vocabulary/period-calendar.js';
import type { MetricDefinition } from '../definition/metric.js';
import type { MetricOptions } from '../engine/candidate.js';
import { evaluate } from '../engine/evaluate.js';
import type { MetricResult } from '../engine/result.js';
import { factSource, type FactsIn } from '../engine/source.js';
import { definitionOf, type LookedAt } from './looked-at.js';
import { nextCheck } from './next-check.js';
import { entryIssues } from './scorecard-check.js';
import type { ScorecardEntry } from './scorecard.js';
import { reaches, seenIn, thresholdOf, type NoFlag } from './seen.js';

/** How a number stands against its thresholds; `none` where that cannot be said. */
export const FLAGS = ['green', 'yellow', 'red', 'none'] as const;
/** One of {@link FLAGS}. */
export type Flag = (typeof FLAGS)[number];

/** How a number stands. */
export interface Flagged {
  readonly flag: Flag;
  /** Whether the target itself is reached; null without a flag. */
  readonly onTarget: boolean | null;
  /** Why there is no flag; null where there is one. */
  readonly reason: NoFlag | null;
}

/** One line of a scorecard. */
export interface ScorecardRow extends Flagged {
  readonly entry: ScorecardEntry;
  readonly title: string;
  readonly owner: string;
  readonly result: MetricResult;
  /** The day on which it is to be looked at next, in the period's zone. */
  readonly nextCheck: IsoDate;
  /** What its time is, where it is one: open hours of a calendar, or all hours; null where it is none. */
  readonly time: 'working' | 'calendar' | null;
  /** The inputs of a formula that are times, by name, and what theirs is. */
  readonly inputTimes: Readonly<Record<string, 'working' | 'calendar'>>;
}

/** What a scorecard is computed under. */
export interface ScorecardOptions extends Omit<MetricOptions, 'groupBy'> {
  /** On which day weeks begin, and in which month fiscal quarters are counted from; Monday and January where it is left out. */
  readonly yearAndWeek?: YearAndWeek;
}

const ISO_WEEK: YearAndWeek = { weekStart: 1, fiscalYearStart: 1, fiscalYearNamed: 'start' };

/**
 * Each entry's number with its flag, by cross-multiplication: no rounded value is compared. A sum in a currency that no
 * unit has is 0 of it. A sample that is too small bears no flag and keeps its number.
 *
 * Issues: those of `entryIssues`.
 *
 * @example
 * ```ts
 * import { unwrap } from 'revpact/kernel';
 * import { scorecard, STANDARD_METRICS, type ScorecardEntry } from 'revpact/metrics';
 * import { NO_FACTS, periodOf, sirius2006 } from 'revpact/vocabulary';
 *
 * const period = periodOf('2026-Q2', 'Europe/Berlin');
 * if (period === null) throw new Error('no such period');
 * const entry: ScorecardEntry = {
 *   metric: 'acceptance_rate', direction: 'higher', target: '0.9', yellow: '0.9', red: '0.8', owner: 'sales', cadence: 'weekly',
 * };
 * const [row] = unwrap(scorecard([entry], STANDARD_METRICS, NO_FACTS, { framework: sirius2006, period, asOf: period.end }));
 * [row?.flag, row?.reason, row?.nextCheck] // => ['none', 'no_value', '2026-07-06']
 * ```
 */
export const scorecard = (
  entries: readonly ScorecardEntry[],
  definitions: readonly MetricDefinition[],
  facts: FactsIn,
  options: ScorecardOptions,
): Result<readonly ScorecardRow[]> =>
  okUnless(entryIssues(entries, definitions), () => {
    const calendar: PeriodCalendar = { zone: options.period.zone, ...(options.yearAndWeek ?? ISO_WEEK) };
    const source = factSource(facts);
    return entries.map((entry): ScorecardRow => {
      const { definition, result, seen } = lookedAt(entry, definitions, source, options);
      const next = nextCheck(entry.cadence, options.asOf, calendar);
      return {
        entry,
        title: definition.title,
        owner: entry.owner,
        result,
        ...flagOf(entry, seen),
        nextCheck: next,
        time: timeOf(definition),
        inputTimes: inputTimesOf(definition),
      };
    });
  });

/** A number that is looked at, as it is and in the unit of its thresholds. */
export const lookedAt = (
  looked: LookedAt,
  definitions: readonly MetricDefinition[],
  facts: FactsIn,
  { parameters, ...options }: MetricOptions,
): { readonly definition: MetricDefinition; readonly result: MetricResult; readonly seen: Ratio | NoFlag } => {
  const definition = definitionOf(looked, definitions);
  const result = evaluate(definition, facts, { ...options, groupBy: [], parameters: { ...parameters, ...looked.parameters } });
  return { definition, result, seen: seenIn(looked, definition, result) };
};

/** Which time a metric is of: what it reads from cumulative open time is working time. */
export const timeOf = ({ measure, basis }: Pick<MetricDefinition, 'measure' | 'basis'>): ScorecardRow['time'] => {
  if (measure.kind === 'formula') {
    if (measure.of !== 'duration' || basis.kind !== 'formula') return null;
    return Object.values(basis.inputs).some((input) => timeOf(input) === 'working') ? 'working' : 'calendar';
  }
  if (measure.kind !== 'percentile' && measure.kind !== 'mean') return null;
  return [measure.from, measure.to].flat().some((column) => column.endsWith('OpenMs')) ? 'working' : 'calendar';
};

/** The inputs of a formula that are times. */
export const inputTimesOf = ({ basis }: Pick<MetricDefinition, 'basis'>): ScorecardRow['inputTimes'] =>
  Object.fromEntries(
    Object.entries(basis.kind === 'formula' ? basis.inputs : {}).flatMap(([name, input]) => {
      const time = timeOf(input);
      return time === null ? [] : [[name, time]];
    }),
  );

/** The flag of a value, or none and why. */
export const flagOf = (entry: ScorecardEntry, seen: Ratio | NoFlag): Flagged => {
  if (typeof seen === 'string') return { flag: 'none', onTarget: null, reason: seen };
  const reached = (text: string): boolean => reaches(seen, thresholdOf(text), entry.direction);
  return { flag: reached(entry.yellow) ? 'green' : reached(entry.red) ? 'yellow' : 'red', onTarget: reached(entry.target), reason: null };
};
