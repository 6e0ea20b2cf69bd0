import type { Instant } from '../../kernel/instant.js';
import type { PartyId } from '../party.js';
import { table } from './table.js';

/**
 * One row a clock: one clause's promise on one delivery of one lead. `openMs` columns are cumulative open milliseconds
 * of the clause's calendar, so that elapsed time is a subtraction.
 */
export interface ClockFact {
  readonly clause: string;
  /** The clause's kind, such as `response_time`. */
  readonly kind: string;
  readonly leadId: string;
  readonly delivery: number;
  /** Who owes. */
  readonly party: PartyId;
  readonly person: string | null;
  readonly pactVersion: string;
  readonly calendar: string;
  readonly startedAt: Instant;
  readonly startedEvent: string;
  readonly startOpenMs: number;
  /** Promised open milliseconds; exactly on time is met. */
  readonly targetOpenMs: number;
  readonly dueAt: Instant;
  /** When the promise was fulfilled. */
  readonly stoppedAt: Instant | null;
  readonly stoppedEvent: string | null;
  readonly stopOpenMs: number | null;
  /** When it stopped being owed, unfulfilled: the lead was delivered anew, sent back, opted out. */
  readonly endedAt: Instant | null;
  readonly endedBy: string | null;
  /** The same moment where it came at or before the clock was due; an end that came later heals no breach. */
  readonly cancelledAt: Instant | null;
  /** Waived by a person. */
  readonly waivedAt: Instant | null;
  readonly waivedEvent: string | null;
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
  party: 'text',
  person: 'text?',
  pactVersion: 'text',
  calendar: 'text',
  startedAt: 'integer',
  startedEvent: 'text',
  startOpenMs: 'integer',
  targetOpenMs: 'integer',
  dueAt: 'integer',
  stoppedAt: 'integer?',
  stoppedEvent: 'text?',
  stopOpenMs: 'integer?',
  endedAt: 'integer?',
  endedBy: 'text?',
  cancelledAt: 'integer?',
  waivedAt: 'integer?',
  waivedEvent: 'text?',
  excusedBy: 'text?',
  unproven: 'boolean',
});
