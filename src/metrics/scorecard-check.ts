import type { Issue, Path } from '../kernel/issue.js';
import { nearest } from '../kernel/nearest.js';
import { tableOf } from './basis.js';
import { filterIssues } from './filter.js';
import { metricsIssue } from './issues.js';
import type { MetricDefinition } from './metric.js';
import type { Scorecard, ScorecardEntry } from './scorecard.js';

/** More metrics than this are not looked at. */
export const MOST_METRICS = 7;

/**
 * What is wrong with entries beside these definitions: `metrics.unknown_metric`, `metrics.unknown_column` and
 * `metrics.unusable_column` in `where`, `metrics.wrong_threshold_unit`; all at once.
 */
export const entryIssues = (
  entries: readonly ScorecardEntry[],
  definitions: readonly MetricDefinition[],
  at: Path = [],
): readonly Issue[] =>
  entries.flatMap((entry, i) => {
    const definition = definitions.find(({ id }) => id === entry.metric);
    if (definition === undefined) {
      const suggestion = nearest(
        entry.metric,
        definitions.map(({ id }) => id),
      );
      return [metricsIssue('unknown_metric', { metric: entry.metric, suggestion }, [...at, i, 'metric'])];
    }
    const where = entry.where ?? [];
    return [
      ...where.flatMap((filter, f) => filterIssues(filter, tableOf(definition.basis), [...at, i, 'where', f])),
      ...unitIssues(entry, definition).map((reason) => metricsIssue('wrong_threshold_unit', { metric: entry.metric, reason }, [...at, i])),
    ];
  });

const unitIssues = ({ unit, currency }: ScorecardEntry, { measure: { kind } }: MetricDefinition): readonly string[] => [
  ...(unit !== undefined && kind !== 'percentile' ? ['only a duration has a unit of time'] : []),
  ...(currency !== undefined && kind !== 'sum' ? ['only a sum has a currency'] : []),
  ...(currency === undefined && kind === 'sum' ? ['a sum needs the currency that is looked at'] : []),
];

/** Warnings about a scorecard that can be computed: `metrics.too_many_metrics`, `metrics.one_sided`. */
export const lintScorecard = ({ entries }: Scorecard, at: Path = []): readonly Issue[] => {
  const owners = new Set(entries.map(({ owner }) => owner));
  const [only] = owners;
  return [
    ...(entries.length > MOST_METRICS
      ? [metricsIssue('too_many_metrics', { count: entries.length, most: MOST_METRICS }, [...at, 'entries'])]
      : []),
    ...(only !== undefined && owners.size === 1 ? [metricsIssue('one_sided', { owner: only }, [...at, 'entries'])] : []),
  ];
};
