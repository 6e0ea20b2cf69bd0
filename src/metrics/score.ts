import { compareRatios, ratioOf, type Ratio, type Whole } from '../kernel/ratio.js';
import { okUnless, type Result } from '../kernel/result.js';
import type { Facts } from '../vocabulary/fact.js';
import { minorDigits } from '../vocabulary/money.js';
import type { MetricOptions } from './candidate.js';
import { evaluate } from './evaluate.js';
import { narrowed, type MetricDefinition } from './metric.js';
import type { MetricResult } from './result.js';
import { entryIssues } from './scorecard-check.js';
import { DURATION_UNITS, type ScorecardEntry } from './scorecard.js';

/** How a number stands against its thresholds; `none` where that cannot be said. */
export const FLAGS = ['green', 'yellow', 'red', 'none'] as const;
/** One of {@link FLAGS}. */
export type Flag = (typeof FLAGS)[number];

/** Why there is no flag. */
export type NoFlag = 'not_applicable' | 'no_value' | 'rank_is_open' | 'sample_too_small';

/** One line of a scorecard. */
export interface ScorecardRow {
  readonly entry: ScorecardEntry;
  readonly title: string;
  readonly owner: string;
  readonly result: MetricResult;
  readonly flag: Flag;
  /** Whether the target itself is reached; null without a flag. */
  readonly onTarget: boolean | null;
  readonly reason: NoFlag | null;
}

/**
 * Each entry's number with its flag, by cross-multiplication: no rounded value is compared. A sum in a currency that no
 * unit has is 0 of it.
 *
 * Issues: those of `entryIssues`.
 */
export const scorecard = (
  entries: readonly ScorecardEntry[],
  definitions: readonly MetricDefinition[],
  facts: Facts,
  options: MetricOptions,
): Result<readonly ScorecardRow[]> =>
  okUnless(entryIssues(entries, definitions), () =>
    entries.map((entry): ScorecardRow => {
      const definition = definitions.find(({ id }) => id === entry.metric);
      if (definition === undefined) throw new Error(`no metric ${entry.metric}`);
      const result = evaluate(narrowed(definition, entry.where ?? []), facts, options);
      return { entry, title: definition.title, owner: entry.owner, result, ...flagOf(entry, definition, result) };
    }),
  );

type Flagged = Pick<ScorecardRow, 'flag' | 'onTarget' | 'reason'>;

const flagOf = (entry: ScorecardEntry, definition: MetricDefinition, result: MetricResult): Flagged => {
  const seen = seenBy(entry, definition, result);
  if (typeof seen === 'string') return { flag: 'none', onTarget: null, reason: seen };
  const reaches = (threshold: string): boolean => {
    const order = compareRatios(seen, ratioOf(threshold));
    return entry.direction === 'higher' ? order >= 0 : order <= 0;
  };
  return { flag: reaches(entry.yellow) ? 'green' : reaches(entry.red) ? 'yellow' : 'red', onTarget: reaches(entry.target), reason: null };
};

/** The value in the unit of the thresholds, or why it bears no flag. */
const seenBy = (entry: ScorecardEntry, { measure }: MetricDefinition, result: MetricResult): Ratio | NoFlag => {
  const few = (sample: Whole): boolean => entry.minimumSample !== undefined && BigInt(sample) < BigInt(entry.minimumSample);
  switch (result.kind) {
    case 'inapplicable':
      return 'not_applicable';
    case 'fraction':
      if (result.value === null) return 'no_value';
      return few(measure.kind === 'count' ? result.numerator : result.denominator) ? 'sample_too_small' : result;
    case 'percentile':
      if (result.n === 0) return 'no_value';
      if (few(result.n)) return 'sample_too_small';
      return result.ms === null
        ? 'rank_is_open'
        : { numerator: result.ms, denominator: entry.unit === undefined ? 1 : DURATION_UNITS[entry.unit] };
    case 'sum': {
      const currency = entry.currency ?? '';
      const found = result.sums.find((sum) => sum.currency === currency);
      if (few(found?.n ?? 0)) return 'sample_too_small';
      return { numerator: found?.minor ?? 0, denominator: 10 ** minorDigits(currency) };
    }
  }
};
