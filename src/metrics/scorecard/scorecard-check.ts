import { dateOf, dayNumber, fromDayNumber } from '../../kernel/date.js';
import type { Issue, Path } from '../../kernel/issue.js';
import { nearest } from '../../kernel/nearest.js';
import { tableOf } from '../definition/basis.js';
import type { Filter } from '../definition/filter.js';
import { filterIssues } from '../definition/filter-check.js';
import { isFormula, type MetricDefinition } from '../definition/metric.js';
import { metricsIssue } from '../issues.js';
import type { LookedAt } from './looked-at.js';
import type { GoalMeasure, Scorecard, ScorecardEntry, SharedGoal } from './scorecard.js';

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
): readonly Issue[] => entries.flatMap((entry, i) => lookedAtIssues(entry, definitions, [...at, i]));

/** The same of a shared goal's numbers, and `metrics.wrong_pace`. */
export const goalIssues = (goal: SharedGoal, definitions: readonly MetricDefinition[], at: Path = []): readonly Issue[] => [
  ...(goal.measure === undefined ? [] : measureIssues(goal.measure, definitions, [...at, 'measure'])),
  ...(goal.parts ?? []).flatMap((part, i) => measureIssues(part, definitions, [...at, 'parts', i])),
];

const measureIssues = (measure: GoalMeasure, definitions: readonly MetricDefinition[], at: Path): readonly Issue[] => {
  const definition = definitions.find(({ id }) => id === measure.metric);
  // What stands at a moment may be less the moment after.
  const stock = definition?.basis.kind === 'rows' && definition.basis.standing !== null;
  const kind = stock ? 'stock' : definition?.measure.kind;
  const addsUp = kind === undefined || kind === 'count' || kind === 'distinct' || kind === 'total' || kind === 'sum';
  return [
    ...lookedAtIssues(measure, definitions, at),
    ...(measure.pace === 'none' || addsUp ? [] : [metricsIssue('wrong_pace', { metric: measure.metric, measure: kind }, [...at, 'pace'])]),
  ];
};

const lookedAtIssues = (looked: LookedAt, definitions: readonly MetricDefinition[], at: Path): readonly Issue[] => {
  const definition = definitions.find(({ id }) => id === looked.metric);
  if (definition === undefined) {
    const suggestion = nearest(
      looked.metric,
      definitions.map(({ id }) => id),
    );
    return [metricsIssue('unknown_metric', { metric: looked.metric, suggestion }, [...at, 'metric'])];
  }
  return [
    ...(looked.where ?? []).flatMap((filter, f) => whereIssues(filter, definition, [...at, 'where', f])),
    ...unitIssues(looked, definition).map((reason) => metricsIssue('wrong_threshold_unit', { metric: looked.metric, reason }, [...at])),
  ];
};

/** A condition on a formula must speak of columns that one of its inputs has. */
const whereIssues = (filter: Filter, definition: MetricDefinition, at: Path): readonly Issue[] => {
  if (!isFormula(definition)) return filterIssues(filter, tableOf(definition.basis), at);
  const found = Object.values(definition.basis.inputs).map(({ basis }) => filterIssues(filter, tableOf(basis), at));
  return found.some((issues) => issues.length === 0) ? [] : (found[0] ?? []);
};

const unitIssues = ({ unit, currency, parameters, minimumSample }: LookedAt, { measure }: MetricDefinition): readonly string[] => {
  const { kind } = measure;
  const lasts = kind === 'percentile' || kind === 'mean' || (kind === 'formula' && measure.of === 'duration');
  const money = kind === 'sum' || (kind === 'formula' && measure.of === 'money');
  const known =
    kind === 'formula'
      ? measure.steps.flatMap(({ left, right }) => [left, right].flatMap((one) => ('parameter' in one ? [one.parameter] : [])))
      : [];
  const strange = Object.keys(parameters ?? {}).find((name) => !known.includes(name));
  return [
    ...(unit !== undefined && !lasts ? ['only a duration has a unit of time'] : []),
    ...(currency !== undefined && !money && kind !== 'value_share' ? ['only money has a currency'] : []),
    ...(currency === undefined && money ? ['money needs the currency that is looked at'] : []),
    ...(strange === undefined ? [] : [`nothing in it asks for "${strange}"`]),
    ...(minimumSample !== undefined && kind === 'total' ? ['a total does not say of how many it is'] : []),
  ];
};

/**
 * Warnings about a scorecard that can be computed: `metrics.too_many_metrics`, `metrics.one_sided` (one party owns all of it),
 * `metrics.party_without_metric` (a side owns none), `metrics.goal_without_measure`, `metrics.party_without_part` (others bring
 * something towards the goal that is measured), `metrics.goal_not_half_a_year`.
 *
 * @param sides - Who must own a metric: the parties of the shared goal, where it is left out.
 */
export const lintScorecard = (
  { entries, sharedGoal }: Scorecard,
  at: Path = [],
  sides: readonly string[] = sharedGoal?.parties ?? [],
): readonly Issue[] => {
  const owners = new Set(entries.map(({ owner }) => owner));
  const [only] = owners;
  const oneSided = only !== undefined && owners.size === 1;
  const without = oneSided || owners.size === 0 ? [] : sides.filter((party) => !owners.has(party));
  return [
    ...(entries.length > MOST_METRICS
      ? [metricsIssue('too_many_metrics', { count: entries.length, most: MOST_METRICS }, [...at, 'entries'])]
      : []),
    ...(oneSided ? [metricsIssue('one_sided', { owner: only }, [...at, 'entries'])] : []),
    ...without.map((party) => metricsIssue('party_without_metric', { party }, [...at, 'entries'])),
    ...(sharedGoal === undefined ? [] : lintGoal(sharedGoal, [...at, 'sharedGoal'])),
  ];
};

const lintGoal = (goal: SharedGoal, at: Path): readonly Issue[] => {
  const bring = new Set((goal.parts ?? []).map(({ party }) => party));
  return [
    ...(goal.measure === undefined ? [metricsIssue('goal_without_measure', undefined, at)] : []),
    ...(bring.size === 0
      ? []
      : goal.parties.filter((party) => !bring.has(party)).map((party) => metricsIssue('party_without_part', { party }, [...at, 'parts']))),
    ...(halfAYear(goal) ? [] : [metricsIssue('goal_not_half_a_year', { from: goal.from, to: goal.to }, at)]),
  ];
};

/** Whether a goal runs from a day to the one before the same day six months on, give or take the days that months differ by. */
const halfAYear = ({ from, to }: SharedGoal): boolean => {
  const [first, after] = [dateOf(from), fromDayNumber(dayNumber(dateOf(to)) + 1)];
  const months = (after.year - first.year) * 12 + after.month - first.month;
  return Math.abs(months * 31 + after.day - first.day - 6 * 31) <= 3;
};
