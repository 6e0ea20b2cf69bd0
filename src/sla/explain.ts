import { formatDate } from '../kernel/date.js';
import type { Instant } from '../kernel/instant.js';
import { formatLocal, localDate } from '../kernel/zone.js';
import type { ClockFact } from '../vocabulary/fact.js';
import { judgeClock, type ClockJudgement } from './clock.js';
import type { OpenHours } from './open-hours.js';
import { isOpen, nextOpening, openSegments } from './open-time.js';
import { lengthOf } from './words.js';

/** A stretch of working time that a clock ran through. */
export interface WorkingInterval {
  readonly from: Instant;
  readonly to: Instant;
  readonly ms: number;
}

/** Why a clock is due when it is, and where it stands. */
export interface ClockExplanation {
  readonly judgement: ClockJudgement;
  /** Working time from the start until the promise is due: adds up to what was promised. */
  readonly untilDue: readonly WorkingInterval[];
  /** Working time from the start until it was stopped or cancelled, or until `asOf`. */
  readonly consumed: readonly WorkingInterval[];
  /** Holidays of the calendar from the day of the start to the day it is due: for people who wonder why it is that late. */
  readonly holidays: readonly string[];
  /** The same in words, on the calendar's wall clock. */
  readonly sentences: readonly string[];
}

/** Each working interval of a clock, in rows and in words. `open` is the calendar that the clock runs on. */
export const explainClock = (open: OpenHours, clock: ClockFact, asOf: Instant): ClockExplanation => {
  const judgement = judgeClock(clock, asOf, open);
  const intervals = (to: Instant): readonly WorkingInterval[] =>
    openSegments(open, clock.startedAt, to).map(({ start, end }) => ({ from: start, to: end, ms: end - start }));
  const consumed = intervals(Math.min(asOf, clock.stoppedAt ?? clock.endedAt ?? asOf));
  const holidays = holidaysBetween(open, clock.startedAt, clock.dueAt);
  return {
    judgement,
    untilDue: intervals(clock.dueAt),
    consumed,
    holidays,
    sentences: [
      ...begun(open, clock),
      ...(holidays.length === 0 ? [] : [`Closed meanwhile: ${holidays.join('; ')}.`]),
      `It is due at ${formatLocal(open.calendar.zone, clock.dueAt)}.`,
      `Working time that passed: ${lengthOf(consumed.reduce((sum, { ms }) => sum + ms, 0))}.`,
      verdictOf(judgement),
    ],
  };
};

const begun = (open: OpenHours, clock: ClockFact): readonly string[] => {
  const { zone, id } = open.calendar;
  const started = formatLocal(zone, clock.startedAt);
  const first = `The clock started at ${started} with ${lengthOf(clock.targetOpenMs)} of working time on the calendar "${id}".`;
  const opens = isOpen(open, clock.startedAt) ? null : nextOpening(open, clock.startedAt);
  return opens === null ? [first] : [first, `That was outside working hours; they began at ${formatLocal(zone, opens)}.`];
};

const holidaysBetween = (open: OpenHours, from: Instant, to: Instant): readonly string[] => {
  const [first, last] = [from, to].map((at) => formatDate(localDate(open.calendar.zone, at)));
  return open.calendar.holidays
    .filter(({ date }) => date >= (first ?? '') && date <= (last ?? ''))
    .map(({ date, name, off }) => `${date} ${name}${off === undefined ? '' : ` (${off.from} to ${off.to})`}`);
};

const verdictOf = (judgement: ClockJudgement): string => {
  switch (judgement.state) {
    case 'not_started':
      return 'It has not started yet.';
    case 'running':
      return judgement.left === null ? 'It is running.' : `It is running with ${lengthOf(judgement.left)} left.`;
    case 'met':
      return `It was met with ${lengthOf(judgement.spare)} to spare.`;
    case 'breached_open':
      return judgement.over === null ? 'It is overdue.' : `It is overdue by ${lengthOf(judgement.over)} of working time.`;
    case 'answered_late':
      return `It was answered ${lengthOf(judgement.over)} of working time late.`;
    case 'waived':
      return 'It was waived.';
    case 'excused':
      return `It was broken, and the earlier breach of "${judgement.by}" excuses it.`;
    case 'cancelled':
      return 'It stopped mattering before it was due.';
    case 'unproven':
      return 'It proves nothing: a moment of it is known to the day only.';
  }
};
