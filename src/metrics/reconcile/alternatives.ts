import { canonicalJson } from '../../kernel/canonical.js';
import { periodOf, previousPeriod } from '../../vocabulary/period.js';
import { MILESTONES, type Framework } from '../../vocabulary/framework.js';
import type { FactBasis, Maturity, MilestoneBasis, RowsBasis } from '../definition/basis.js';
import type { MetricOptions } from '../engine/candidate.js';
import { filterWords } from './filter-words.js';
import { alike, text, type Cause } from './knob.js';
import { redefined, type Report } from './report.js';
import { maturityWords, pickWords, windowWords } from './setting-words.js';

/** Another way to have one setting. Of alternatives with the same `setting` only one is tried at once. */
export interface Alternative {
  readonly setting: string;
  readonly cause: Cause;
  readonly says: string;
  readonly set: (report: Report) => Report;
}

/**
 * The ways in which reports of the same name usually differ: which entry is picked, what counts as reached, by which date a
 * unit belongs to the period, with or without its window, its maturity and each of its conditions, as of the period's end or
 * as it was known then, the period by the clock of UTC, the period before, and another milestone. A formula has only those of its period: its inputs are other numbers.
 */
export const usualAlternatives = (report: Report): readonly Alternative[] => {
  const { basis } = report.definition;
  return [
    ...(basis.kind === 'milestone'
      ? milestoneAlternatives(basis, report.options.framework)
      : basis.kind === 'rows'
        ? rowAlternatives(basis)
        : []),
    ...(basis.kind === 'formula' ? [] : basis.where.map(without)),
    ...periodAlternatives(report),
  ];
};

const milestoneAlternatives = (basis: MilestoneBasis, { milestones }: Framework): readonly Alternative[] => [
  ...others('unit', 'definition', basis.of, ['lead', 'account'] as const, (of) => ({ of })),
  ...others('pick', 'definition', basis.base.pick, ['first', 'last', 'every'] as const, (pick) => ({ base: { ...basis.base, pick } })),
  ...(basis.target === null
    ? []
    : [
        ...others('reach', 'definition', basis.target.reach, ['strict', 'reached'] as const, (reach) => ({
          target: { milestone: basis.target?.milestone ?? basis.base.milestone, reach },
        })),
        ...others('order', 'definition', basis.order, ['at_or_after', 'after'] as const, (order) => ({ order })),
        ...others('cohort', 'timing', basis.cohort, ['base.at', 'target.at'] as const, (cohort) => ({ cohort })),
        ...others('window', 'definition', basis.window, [null], () => ({ window: null }), windowWords),
        ...maturities(basis),
      ]),
  ...others(
    'base',
    'definition',
    basis.base.milestone,
    MILESTONES.filter((one) => milestones[one] !== undefined),
    (milestone) => ({ base: { ...basis.base, milestone } }),
  ),
];

const rowAlternatives = (basis: RowsBasis): readonly Alternative[] => [
  ...others('pick', 'definition', basis.pick, [null], () => ({ pick: null }), pickWords),
  ...(basis.target === null ? [] : maturities(basis)),
];

const maturities = (basis: FactBasis): readonly Alternative[] =>
  others<Maturity>('maturity', 'timing', basis.maturity, ['flag', 'decided'], (maturity) => ({ maturity }), maturityWords);

const others = <T>(
  setting: string,
  cause: Cause,
  now: T,
  all: readonly T[],
  change: (value: T) => object,
  read: (value: T) => string = text,
): readonly Alternative[] =>
  all
    .filter((value) => !alike(value, now))
    .map((value) => ({
      setting,
      cause,
      says: `${setting}: ${read(now)} → ${read(value)}`,
      set: (report) => withBasis(report, change(value)),
    }));

const without = (filter: FactBasis['where'][number]): Alternative => ({
  setting: `where ${canonicalJson(filter)}`,
  cause: 'population',
  says: `"${filterWords(filter)}" left out`,
  set: (report) =>
    report.definition.basis.kind === 'formula'
      ? report
      : withBasis(report, { where: report.definition.basis.where.filter((one) => !alike(one, filter)) }),
});

const periodAlternatives = ({ data, options: { period, asOf, knownBy = null } }: Report): readonly Alternative[] => {
  const before = previousPeriod(period);
  const utc = period.zone === 'UTC' ? null : periodOf(period.label, 'UTC');
  return [
    // Facts that are made already know what they know.
    ...(typeof data === 'function' && knownBy !== period.end
      ? [timing('knownBy', 'knownBy: the end of the period', { knownBy: period.end })]
      : []),
    ...(asOf === period.end ? [] : [timing('asOf', 'asOf: the end of the period', { asOf: period.end })]),
    ...(utc === null ? [] : [timing('period', `period: ${period.label} in ${period.zone} → in UTC`, { period: utc })]),
    ...(before === null ? [] : [timing('period', `period: ${period.label} → ${before.label}`, { period: before })]),
  ];
};

const timing = (setting: string, says: string, change: Partial<MetricOptions>): Alternative => ({
  setting,
  cause: 'timing',
  says,
  set: (report) => ({ ...report, options: { ...report.options, ...change } }),
});

const withBasis = (report: Report, change: object): Report => redefined(report, { basis: { ...report.definition.basis, ...change } });
