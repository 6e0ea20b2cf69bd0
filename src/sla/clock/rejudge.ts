import type { Instant } from '../../kernel/instant.js';
import type { ClockFact } from '../../vocabulary/fact.js';
import type { HoursOfClock } from '../clause.js';
import { lengthOf } from '../words.js';
import { judgeClock, type ClockState } from './clock.js';
import { knownBy } from './known.js';

/** What can differ between two judgements of one promise. */
export const REJUDGED = ['state', 'due', 'target', 'start', 'person', 'calendar'] as const;
/** One thing that differs between two judgements of one promise. */
export type RejudgedField = (typeof REJUDGED)[number];

/** One promise as it stands under one text of the pact. */
export interface Standing {
  readonly pactVersion: string;
  readonly state: ClockState;
  readonly startedAt: Instant;
  readonly dueAt: Instant | null;
  readonly targetOpenMs: number;
  readonly person: string | null;
  readonly calendar: string;
  readonly calendarDigest: string;
}

/** One promise that two texts see differently. */
export interface RejudgedRow {
  readonly clause: string;
  readonly leadId: string;
  readonly delivery: number;
  readonly cycle: number;
  /** Null where the first text promised nothing here. */
  readonly before: Standing | null;
  /** Null where the second text promises nothing here. */
  readonly after: Standing | null;
  /** What differs; empty where only one of them promises. */
  readonly changed: readonly RejudgedField[];
  readonly sentence: string;
}

/** What becomes of promises under another text. */
export interface Rejudged {
  /** In the order of the clocks before; then those that are new. */
  readonly rows: readonly RejudgedRow[];
  /** How many promises stand as they stood. */
  readonly unchanged: number;
}

/** When both are looked at, and the working hours of each side's clocks. */
export interface RejudgeOptions {
  readonly asOf: Instant;
  readonly hoursBefore: HoursOfClock;
  readonly hoursAfter: HoursOfClock;
}

/**
 * What changes between clocks of the same promises under two versions of a pact. Nothing is rewritten: a clock stays with the
 * version that it began under, and this says what another would have made of it. Two clocks are of the same promise where
 * the same event started them, else where they are the same clock of the same delivery.
 */
export const rejudge = (before: readonly ClockFact[], after: readonly ClockFact[], options: RejudgeOptions): Rejudged => {
  const { asOf, hoursBefore, hoursAfter } = options;
  const pairs = paired(before, after);
  const rows = pairs.flatMap(([was, is]): readonly RejudgedRow[] => {
    const clock = was ?? is;
    if (clock === null) return [];
    const [a, b] = [was === null ? null : standing(was, asOf, hoursBefore), is === null ? null : standing(is, asOf, hoursAfter)];
    const changed = a === null || b === null ? [] : differences(a, b);
    if (a !== null && b !== null && changed.length === 0) return [];
    const { clause, leadId, delivery, cycle } = clock;
    return [{ clause, leadId, delivery, cycle, before: a, after: b, changed, sentence: inWords(leadId, a, b, changed) }];
  });
  return { rows, unchanged: pairs.length - rows.length };
};

const paired = (before: readonly ClockFact[], after: readonly ClockFact[]): readonly (readonly [ClockFact | null, ClockFact | null])[] => {
  const byStart = (clock: ClockFact): string => JSON.stringify([clock.clause, clock.leadId, clock.startedEvent]);
  const byPlace = (clock: ClockFact): string => JSON.stringify([clock.clause, clock.leadId, clock.delivery, clock.cycle]);
  const partners = new Map<ClockFact, ClockFact>();
  const taken = new Set<ClockFact>();
  for (const key of [byStart, byPlace]) {
    const free = new Map(after.filter((clock) => !taken.has(clock)).map((clock) => [key(clock), clock]));
    for (const was of before) {
      const is = partners.has(was) ? undefined : free.get(key(was));
      if (is === undefined || taken.has(is)) continue;
      partners.set(was, is);
      taken.add(is);
    }
  }
  return [
    ...before.map((was): readonly [ClockFact, ClockFact | null] => [was, partners.get(was) ?? null]),
    ...after.filter((is) => !taken.has(is)).map((is): readonly [null, ClockFact] => [null, is]),
  ];
};

const standing = (clock: ClockFact, asOf: Instant, hoursOf: HoursOfClock): Standing => {
  const open = hoursOf(clock);
  const { due, targetOpenMs } = knownBy(clock, asOf, open);
  const { pactVersion, startedAt, person, calendar, calendarDigest } = clock;
  return { pactVersion, state: judgeClock(clock, asOf, open).state, startedAt, dueAt: due, targetOpenMs, person, calendar, calendarDigest };
};

const differences = (a: Standing, b: Standing): readonly RejudgedField[] => {
  const differs: Readonly<Record<RejudgedField, boolean>> = {
    state: a.state !== b.state,
    due: a.dueAt !== b.dueAt,
    target: a.targetOpenMs !== b.targetOpenMs,
    start: a.startedAt !== b.startedAt,
    person: a.person !== b.person,
    calendar: a.calendar !== b.calendar || a.calendarDigest !== b.calendarDigest,
  };
  return REJUDGED.filter((field) => differs[field]);
};

const stateWords = (state: ClockState): string => state.replaceAll('_', ' ');

const inWords = (leadId: string, a: Standing | null, b: Standing | null, changed: readonly RejudgedField[]): string => {
  if (a === null) return `${leadId}: nothing was promised; it would be ${b === null ? '' : stateWords(b.state)}.`;
  if (b === null) return `${leadId}: ${stateWords(a.state)}; nothing would be promised any more.`;
  const state = a.state === b.state ? `${stateWords(a.state)} as before` : `${stateWords(b.state)} instead of ${stateWords(a.state)}`;
  const target = changed.includes('target') ? `, ${lengthOf(b.targetOpenMs)} instead of ${lengthOf(a.targetOpenMs)}` : '';
  const due = changed.includes('due') ? dueInWords(a.dueAt, b.dueAt) : '';
  return `${leadId}: ${state}${target}${due}.`;
};

const dueInWords = (a: Instant | null, b: Instant | null): string => {
  if (b === null) return ', with no date while it stands still';
  if (a === null) return ', with a date again';
  return `, due ${lengthOf(b - a)} ${b > a ? 'later' : 'earlier'}`;
};
