import type { Instant } from '../../kernel/instant.js';
import { formatLocal } from '../../kernel/zone.js';
import type { ClockFact, ClockPause, ClockRetarget } from '../../vocabulary/fact.js';
import { daysOff, type DayOff } from '../calendar/days-off.js';
import type { OpenHours } from '../calendar/open-hours.js';
import { isOpen, nextOpening, openSegments } from '../calendar/open-time.js';
import { without } from '../calendar/segment.js';
import { lengthOf } from '../words.js';
import { judgeClock, type ClockJudgement } from './clock.js';
import { knownBy } from './known.js';
import { ledgerOf, type LedgerRow } from './ledger.js';

/** A stretch of working time that a clock ran through. */
export interface WorkingInterval {
  readonly from: Instant;
  readonly to: Instant;
  readonly ms: number;
}

/** Why a clock is due when it is, and where it stands: everything as it was known at the moment of asking. */
export interface ClockExplanation {
  readonly judgement: ClockJudgement;
  /** What it was counted on. */
  readonly calendar: Pick<OpenHours, 'id' | 'zone' | 'digest' | 'zoneData'>;
  /** Null while the clock stands still. */
  readonly dueAt: Instant | null;
  /**
   * Working time that the clock runs through from the start until the promise is due; up to the pause where it stands still.
   * Adds up to what was promised, unless a later target made it due at once.
   */
  readonly untilDue: readonly WorkingInterval[];
  /** Working time from the start until it was stopped or ended, or until `asOf`; pauses left out. */
  readonly consumed: readonly WorkingInterval[];
  readonly pauses: readonly ClockPause[];
  readonly retargets: readonly ClockRetarget[];
  /** Holidays of the calendar from the day of the start to the day it is due: for people who wonder why it is that late. */
  readonly holidays: readonly DayOff[];
  /** Who held it, and how much of `consumed` each took. */
  readonly held: readonly LedgerRow[];
  /** The same in words, on the calendar's wall clock. */
  readonly sentences: readonly string[];
}

/** Each working interval of a clock, each pause and holiday, and who held it, in rows and in words. `open` is the calendar that it runs on. */
export const explainClock = (open: OpenHours, clock: ClockFact, asOf: Instant): ClockExplanation => {
  const judgement = judgeClock(clock, asOf, open);
  const { due, pauses, retargets, stopped } = knownBy(clock, asOf, open);
  const holes = pauses.map(({ from, until }) => ({ start: from, end: until ?? Infinity }));
  const intervals = (to: Instant): readonly WorkingInterval[] =>
    without(openSegments(open, clock.startedAt, to), holes).map(({ start, end }) => ({ from: start, to: end, ms: end - start }));
  const end = stopped?.at ?? (clock.endedAt !== null && clock.endedAt < asOf ? clock.endedAt : asOf);
  const consumed = intervals(end);
  const held = ledgerOf(clock, open, asOf);
  const holidays = daysOff(open, clock.startedAt, due ?? asOf);
  const when = (at: Instant): string => formatLocal(open.zone, at);
  const { id, zone, digest, zoneData } = open;
  return {
    judgement,
    calendar: { id, zone, digest, zoneData },
    dueAt: due,
    untilDue: intervals(due ?? asOf),
    consumed,
    pauses,
    retargets,
    holidays,
    held,
    sentences: [
      ...begun(open, clock),
      ...(holidays.length === 0 ? [] : [`Closed meanwhile: ${holidays.map(dayInWords).join('; ')}.`]),
      ...pauses.map((pause) => pauseInWords(pause, when)),
      ...retargets.map(({ at, event, targetOpenMs }) => `From ${when(at)} on it had ${lengthOf(targetOpenMs)} in all, by the event "${event}".`),
      due === null ? 'While it stands still, nobody knows when it is due.' : `It is due at ${when(due)}.`,
      `Working time that passed: ${lengthOf(consumed.reduce((sum, { ms }) => sum + ms, 0))}.`,
      ...(held.length < 2 ? [] : [`Held by ${held.map(({ person, openMs }) => `${person ?? 'nobody'} for ${lengthOf(openMs)}`).join(', ')}.`]),
      verdictOf(judgement, when),
    ],
  };
};

const begun = (open: OpenHours, clock: ClockFact): readonly string[] => {
  const started = formatLocal(open.zone, clock.startedAt);
  const first = `The clock started at ${started} with ${lengthOf(clock.targetOpenMs)} of working time on the calendar "${open.id}".`;
  const opens = isOpen(open, clock.startedAt) ? null : nextOpening(open, clock.startedAt);
  return opens === null ? [first] : [first, `That was outside working hours; they began at ${formatLocal(open.zone, opens)}.`];
};

const dayInWords = ({ date, name, insteadOf, off }: DayOff): string =>
  `${date} ${name}${insteadOf === null ? '' : ` (of ${insteadOf})`}${off === null ? '' : ` (${off.from} to ${off.to})`}`;

const pauseInWords = ({ because, from, fromEvent, until, untilEvent }: ClockPause, when: (at: Instant) => string): string => {
  const since = `${because === 'held' ? 'It stood still' : 'It was fulfilled'} from ${when(from)}, by the event "${fromEvent}",`;
  if (until === null) return `${since} and nothing has ended that yet.`;
  return `${since} until ${when(until)}${untilEvent === null ? '' : `, by the event "${untilEvent}"`}.`;
};

const verdictOf = (judgement: ClockJudgement, when: (at: Instant) => string): string => {
  switch (judgement.state) {
    case 'not_started':
      return 'It has not started yet.';
    case 'running':
      return `It is running with ${lengthOf(judgement.left)} left.`;
    case 'outside_hours': {
      const opens = judgement.opens === null ? '' : `, and goes on at ${when(judgement.opens)}`;
      return `It is outside working hours with ${lengthOf(judgement.left)} left${opens}.`;
    }
    case 'paused':
      return `It is paused since ${when(judgement.since)} with ${lengthOf(judgement.left)} left.`;
    case 'met':
      return `It was met with ${lengthOf(judgement.spare)} to spare.`;
    case 'breached_open':
      return judgement.over === 0 ? 'It is overdue, though no working time has passed since.' : `It is overdue by ${lengthOf(judgement.over)} of working time.`;
    case 'answered_late':
      return judgement.over === 0 ? 'It was answered late, though no working time had passed since.' : `It was answered ${lengthOf(judgement.over)} of working time late.`;
    case 'waived':
      return `It was waived${judgement.by === null ? '' : ` by ${judgement.by}`}${judgement.why === null ? '' : ` ("${judgement.why}")`}.`;
    case 'excused':
      return `It was broken, and the earlier breach of "${judgement.by}" excuses it.`;
    case 'superseded':
      return 'Another clock took its place before it was due.';
    case 'cancelled':
      return 'It stopped mattering before it was due.';
    case 'unproven':
      return 'It proves nothing: a moment of it is known to the day only.';
  }
};
