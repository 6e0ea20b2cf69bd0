import type { Instant } from '../../kernel/instant.js';
import { table } from './table.js';

/** One row a meeting, through all its reschedulings. */
export interface MeetingFact {
  readonly meetingId: string;
  readonly leadId: string;
  readonly bookedAt: Instant;
  readonly bookedBy: string | null;
  readonly startsAt: Instant;
  readonly reschedules: number;
  readonly cancelledAt: Instant | null;
  readonly heldAt: Instant | null;
  readonly noShowAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly declinedAt: Instant | null;
}

/** Its columns in a warehouse. */
export const meetingTable = /* @__PURE__ */ table<MeetingFact>('meeting', {
  meetingId: 'text',
  leadId: 'text',
  bookedAt: 'integer',
  bookedBy: 'text?',
  startsAt: 'integer',
  reschedules: 'integer',
  cancelledAt: 'integer?',
  heldAt: 'integer?',
  noShowAt: 'integer?',
  acceptedAt: 'integer?',
  declinedAt: 'integer?',
});
