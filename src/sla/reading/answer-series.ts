import type { Instant } from '../../kernel/instant.js';
import { doubtfulAt, firstAfter, positionSince, type Answer } from './answer.js';
import type { Course, Ending, Moment } from '../clock/course.js';
import type { LogOrder } from './log-order.js';

/** What a series of promises on one delivery is told from. All moments are in the order of the log. */
export interface Series {
  readonly delivery: Pick<Course, 'leadId' | 'delivery' | 'person' | 'handed'>;
  /** From when on the lead is with its receiver. */
  readonly start: Moment;
  readonly answers: readonly Answer[];
  /** Those of them that are known to the day only. */
  readonly days: readonly Answer[];
  /** What lets each of them go, and the lead out of its receiver's hands. */
  readonly endings: readonly Ending[];
  /** Events that the clause says cancel a promise. */
  readonly cancelling: readonly Moment[];
}

/** @param earliest - What comes before fulfils nothing. */
const courseFrom = ({ delivery, answers, days, endings }: Series, start: Moment, order: LogOrder, earliest: Instant = start.at): Course => ({
  ...delivery,
  start,
  fulfilled: (since) => firstAfter(answers, start, Math.max(since, earliest), order),
  endings,
  doubtful: doubtfulAt(days, start.at),
});

const endOf = (endings: readonly Ending[]): Instant => endings.reduce((first, { at }) => Math.min(first, at), Infinity);

/** The earlier of two, where there are. */
const earlier = (a: Moment | null, b: Moment | null, { compare }: LogOrder): Moment | null =>
  a === null || b === null ? (a ?? b) : compare(a, b) <= 0 ? a : b;

/**
 * One promise for each time that the lead asked and nobody owed it an answer already: the oldest that is unanswered counts,
 * and one answer settles all that came before it. What cancels a promise settles them too.
 */
export const answersToEach = (series: Series, asks: readonly Moment[], order: LogOrder): readonly Course[] => {
  const courses: Course[] = [];
  const end = endOf(series.endings);
  let settled: Moment = series.start;
  for (let i = positionSince(asks, series.start.at); i < asks.length; i += 1) {
    const ask = asks[i];
    if (ask === undefined || ask.at >= end) break;
    if (!order.isAfter(ask, settled)) continue;
    const course = courseFrom(series, ask, order);
    courses.push(course);
    const next = earlier(course.fulfilled(ask.at), firstAfter(series.cancelling, ask, ask.at, order), order);
    if (next === null) break;
    settled = next;
  }
  return courses;
};

/**
 * An update and the next, for as long as the lead is with its receiver: the first promise begins with that, and each update
 * begins another. Two updates at one moment are one. A silence is one breach, however long it lasts. What cancels a promise
 * ends the series.
 */
export const updatesFrom = (series: Series, order: LogOrder): readonly Course[] => {
  const courses: Course[] = [];
  const cancelled = firstAfter(series.cancelling, series.start, series.start.at, order);
  const end = Math.min(endOf(series.endings), cancelled?.at ?? Infinity);
  for (let course = courseFrom(series, series.start, order); ; ) {
    courses.push(course);
    const next = course.fulfilled(course.start.at);
    if (next === null || next.at >= end) return courses;
    // Another update at the very moment would meet a promise of no length.
    course = courseFrom(series, next, order, next.at + 1);
  }
};
