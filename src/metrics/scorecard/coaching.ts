import type { Instant } from '../../kernel/instant.js';
import { byText } from '../../kernel/group.js';
import { toDecimal } from '../../kernel/quotient.js';
import { compareRatios, type Ratio } from '../../kernel/ratio.js';
import type { Period } from '../../vocabulary/period.js';
import type { GroupRef } from '../definition/column-ref.js';
import type { MetricDefinition } from '../definition/metric.js';
import type { MetricOptions } from '../engine/candidate.js';
import { evaluate } from '../engine/evaluate.js';
import type { Figure, MetricResult } from '../engine/result.js';
import { factSource, type FactsIn } from '../engine/source.js';
import { seenFigure, seenIn, type NoFlag, type Reading } from './seen.js';

/** How people are told from one another, and how many it takes until anything is shown. */
export interface CoachingOptions extends Omit<MetricOptions, 'groupBy'> {
  /** The column that names the person: `row.person`, `row.toPerson`, `lead.owner`. */
  readonly by: GroupRef;
  /** In which unit or currency values are read. */
  readonly reading?: Pick<Reading, 'unit' | 'currency'>;
  /** Fewer cases than this say nothing about a person: their number is not shown and is in no distribution. */
  readonly minimumSample: number;
  /** A distribution over fewer people than this would tell who is who. */
  readonly minimumPeople: number;
  /** People by their name; by their number, the best first, only where somebody asks for that. */
  readonly order?: 'person' | { readonly best: 'higher' | 'lower' };
}

/** A person's own number. */
export interface PersonNumber {
  readonly person: string;
  /** What it was made from; null where that is too little to show. */
  readonly figure: Figure | null;
  /** The value as decimal text, in the unit asked for; null where there is none to show. */
  readonly value: string | null;
  readonly reason: NoFlag | null;
}

/** The team's number, and how it spreads over its people: no name is in it. */
export interface TeamNumber {
  readonly result: MetricResult;
  readonly value: string | null;
  /** How many people have cases enough. */
  readonly people: number;
  /** Nearest ranks of their values, from low to high; null where there are too few. */
  readonly spread: { readonly p25: string; readonly median: string; readonly p75: string } | null;
}

/** Numbers by person, for coaching. */
export interface Coaching {
  readonly metric: string;
  readonly title: string;
  readonly measure: MetricResult['measure'];
  readonly unit: string;
  readonly by: GroupRef;
  /** In which unit or currency the values are. */
  readonly reading: Pick<Reading, 'unit' | 'currency'>;
  readonly period: Period;
  readonly asOf: Instant;
  readonly team: TeamNumber;
  readonly people: readonly PersonNumber[];
  /** Cases that name nobody; null where every one names somebody. They are in the team's number. */
  readonly unnamed: Figure | null;
}

/** What one person is shown: the own number beside the team's, and nobody else's. */
export interface OwnNumber extends Omit<Coaching, 'people' | 'unnamed' | 'team'> {
  readonly own: PersonNumber;
  /** Null where the team is so small that its number less the own one would tell another's. */
  readonly team: TeamNumber | null;
}

/**
 * A metric by person, beside the team's number and its distribution. It is for talking with each, so people come by name
 * and not by number, and what too few cases say is not shown.
 *
 * Throws a `RevpactError` for a column that does not exist, and a `RangeError` for a minimum that is no whole number: what is
 * to be hidden must not be shown by mistake.
 *
 * @example
 * ```ts
 * import { acceptanceRate, coaching, ownNumber } from 'revpact/metrics';
 * import { NO_FACTS, periodOf, sirius2006 } from 'revpact/vocabulary';
 *
 * const period = periodOf('2026-Q2', 'Europe/Berlin');
 * if (period === null) throw new Error('no such period');
 * const options = { framework: sirius2006, period, asOf: period.end, by: 'row.toPerson', minimumSample: 10, minimumPeople: 4 };
 * ownNumber(coaching(acceptanceRate, NO_FACTS, options), 'ben') // => null
 * ```
 */
export const coaching = (
  definition: MetricDefinition,
  facts: FactsIn,
  { by, reading = {}, minimumSample, minimumPeople, order = 'person', ...options }: CoachingOptions,
): Coaching => {
  for (const least of [minimumSample, minimumPeople]) {
    if (!Number.isSafeInteger(least) || least < 0) throw new RangeError(`a minimum is a whole number: ${String(least)}`);
  }
  const source = factSource(facts);
  const grouped = evaluate(definition, source, { ...options, groupBy: [by] });
  const groups = grouped.kind === 'inapplicable' ? [] : grouped.groups.map(({ key, ...figure }) => ({ person: key[by] ?? null, figure }));
  const seen = groups.flatMap(({ person, figure }) =>
    person === null ? [] : [{ person, figure, value: seenFigure({ ...reading, minimumSample }, definition, figure) }],
  );
  const values = seen.flatMap(({ value }) => (typeof value === 'string' ? [] : [value])).sort(compareRatios);
  const write = (value: Ratio): string => written(value, definition);
  const result = evaluate(definition, source, { ...options, groupBy: [] });
  const team = seenIn(reading, definition, result);
  return {
    metric: definition.id,
    title: definition.title,
    measure: definition.measure.kind,
    unit: definition.unit,
    by,
    reading,
    period: options.period,
    asOf: options.asOf,
    team: {
      result,
      value: typeof team === 'string' ? null : write(team),
      people: values.length,
      spread: values.length < Math.max(1, minimumPeople) ? null : spreadOf(values, write),
    },
    people: inOrder(seen, order).map(({ person, figure, value }) =>
      typeof value === 'string'
        ? { person, figure: value === 'sample_too_small' ? null : figure, value: null, reason: value }
        : { person, figure, value: write(value), reason: null },
    ),
    unnamed: groups.find(({ person }) => person === null)?.figure ?? null,
  };
};

/** One person's page of a coaching view; null where the person has no cases. */
export const ownNumber = ({ people, unnamed: _unnamed, team, ...head }: Coaching, person: string): OwnNumber | null => {
  const own = people.find((one) => one.person === person);
  return own === undefined ? null : { ...head, own, team: team.spread === null ? null : team };
};

interface Seen {
  readonly person: string;
  readonly figure: Figure;
  readonly value: Ratio | NoFlag;
}

const inOrder = (seen: readonly Seen[], order: NonNullable<CoachingOptions['order']>): readonly Seen[] => {
  const byName = [...seen].sort((a, b) => byText(a.person, b.person));
  if (order === 'person') return byName;
  // Whoever has no value to show comes last, by name.
  return byName.sort((a, b) => {
    if (typeof a.value === 'string' || typeof b.value === 'string')
      return Number(typeof a.value === 'string') - Number(typeof b.value === 'string');
    return compareRatios(a.value, b.value) * (order.best === 'higher' ? -1 : 1);
  });
};

/** Places of a value whose metric names none, such as hours of a percentile. */
const PLACES = 2;

const written = (value: Ratio, { measure }: MetricDefinition): string => {
  const { digits, rounding } = 'digits' in measure ? measure : { digits: PLACES, rounding: 'half-even' as const };
  const whole = BigInt(value.denominator) === 1n;
  return toDecimal(value, whole && !('digits' in measure) ? 0 : digits, rounding) ?? '';
};

const spreadOf = (sorted: readonly Ratio[], write: (value: Ratio) => string): NonNullable<TeamNumber['spread']> => {
  // Nearest rank: the first value with at least so many quarters of all at or below it.
  const at = (quarters: number): string => {
    const value = sorted[Math.ceil((quarters * sorted.length) / 4) - 1];
    return value === undefined ? '' : write(value);
  };
  return { p25: at(1), median: at(2), p75: at(3) };
};
