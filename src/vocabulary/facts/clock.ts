import type { Instant } from '../../kernel/instant.js';
import type { PartyId } from '../party.js';
import { table } from './table.js';

/** A stretch in which a clock did not run. */
export interface ClockPause {
  /** held: somebody waits for something. answered: the promise had been fulfilled, until it was reopened. */
  readonly because: 'held' | 'answered';
  readonly from: Instant;
  readonly fromEvent: string;
  /** Null where nothing has ended it yet. */
  readonly until: Instant | null;
  readonly untilEvent: string | null;
}

/** Another target for a clock that was already running: the lead became another priority. */
export interface ClockRetarget {
  readonly at: Instant;
  readonly event: string;
  /** Promised open milliseconds from then on, counted from the start of the clock, pauses left out. */
  readonly targetOpenMs: number;
}

/** Who held the lead while its clock ran, from a moment on. */
export interface ClockHolder {
  readonly from: Instant;
  /** Null where nobody is named. */
  readonly person: string | null;
}

/**
 * One row a clock: one cycle of one clause's promise on one delivery of one lead. `openMs` columns are open milliseconds
 * of the clause's calendar, cumulative from its origin to the start, and from there on only while the clock ran: time that
 * it took is a subtraction.
 */
export interface ClockFact {
  readonly clause: string;
  /** The clause's kind, such as `response_time`. */
  readonly kind: string;
  readonly leadId: string;
  /** Which delivery of the lead; 0 where the promise is about none. */
  readonly delivery: number;
  /** 1 for the first clock of the clause on this delivery; a promise that begins anew makes another. */
  readonly cycle: number;
  /** Who owes. */
  readonly party: PartyId;
  /** Whose hours it runs on: the person who held it when it began. */
  readonly person: string | null;
  /** Everyone who held it while it ran, in order. */
  readonly holders: readonly ClockHolder[];
  readonly pactVersion: string;
  readonly calendar: string;
  /** SHA-256 of the calendar that it was counted on. */
  readonly calendarDigest: string;
  readonly startedAt: Instant;
  readonly startedEvent: string;
  readonly startOpenMs: number;
  /** Promised open milliseconds as of the start; exactly on time is met. */
  readonly targetOpenMs: number;
  /** Targets that came later, in order. */
  readonly retargets: readonly ClockRetarget[];
  /** Stretches in which it did not run: ascending and apart. */
  readonly pauses: readonly ClockPause[];
  /** When it is due, pauses and later targets considered; null while it is paused and nobody knows until when. */
  readonly dueAt: Instant | null;
  /** When the promise was fulfilled. */
  readonly stoppedAt: Instant | null;
  readonly stoppedEvent: string | null;
  /** `startOpenMs` and the open time that the clock ran until it was stopped. */
  readonly stopOpenMs: number | null;
  /** When it stopped being owed, unfulfilled: the lead was delivered anew, sent back, opted out. */
  readonly endedAt: Instant | null;
  readonly endedBy: string | null;
  /** The same moment where it came at or before the clock was due; an end that came later heals no breach. */
  readonly cancelledAt: Instant | null;
  /** Waived by a person: when, by which event, by whom and why. */
  readonly waivedAt: Instant | null;
  readonly waivedEvent: string | null;
  readonly waivedBy: string | null;
  readonly waivedWhy: string | null;
  /** The other side's earlier breach that excuses this one, by clause. Judged before any excuse. */
  readonly excusedBy: string | null;
  /** The start is known to the day only: a clock in hours on it proves nothing. */
  readonly unproven: boolean;
}

/** Its columns in a warehouse. */
export const clockTable = /* @__PURE__ */ table<ClockFact>('clock', {
  clause: 'text',
  kind: 'text',
  leadId: 'text',
  delivery: 'integer',
  cycle: 'integer',
  party: 'text',
  person: 'text?',
  holders: 'json',
  pactVersion: 'text',
  calendar: 'text',
  calendarDigest: 'text',
  startedAt: 'integer',
  startedEvent: 'text',
  startOpenMs: 'integer',
  targetOpenMs: 'integer',
  retargets: 'json',
  pauses: 'json',
  dueAt: 'integer?',
  stoppedAt: 'integer?',
  stoppedEvent: 'text?',
  stopOpenMs: 'integer?',
  endedAt: 'integer?',
  endedBy: 'text?',
  cancelledAt: 'integer?',
  waivedAt: 'integer?',
  waivedEvent: 'text?',
  waivedBy: 'text?',
  waivedWhy: 'text?',
  excusedBy: 'text?',
  unproven: 'boolean',
});
