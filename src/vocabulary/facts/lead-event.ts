import type { Instant } from '../../kernel/instant.js';
import type { Channel } from '../activity.js';
import type { EventType } from '../event.js';
import type { StageId } from '../framework.js';
import type { PartyId } from '../party.js';
import { table } from './table.js';

/** One row an event in the life of a lead, flat: what the conditions of a clause are asked of. */
export interface LeadEventFact {
  readonly eventId: string;
  readonly leadId: string;
  readonly type: EventType;
  readonly at: Instant;
  /** Position in the resolved log: with `at` a total order. */
  readonly order: number;
  /** Known to the day only: `at` is the start of that day. */
  readonly byDay: boolean;
  readonly party: PartyId;
  readonly person: string | null;
  readonly human: boolean;
  readonly channel: Channel | null;
  /** The stage that the lead entered by it, as `replay` has it; null where it entered none, or nobody knows by what it came there. */
  readonly entered: StageId | null;
  /** The stage that the lead left by it, as `replay` has it; null where it entered none, or was nowhere before. */
  readonly left: StageId | null;
  readonly meetingId: string | null;
  /** When the meeting is to take place, where the event says so. */
  readonly startsAt: Instant | null;
  /** The fit tier, where the event records one. */
  readonly tier: string | null;
  /** Where the lead came from, where the event says so. */
  readonly source: string | null;
  /** Who holds the lead from then on, where the event says so: whom it was assigned or handed to. */
  readonly holder: string | null;
  /** The party that holds it from then on, where the event says so. */
  readonly holderParty: PartyId | null;
  /** The event that this one answers, where it says so. */
  readonly answers: string | null;
}

/** Its columns in a warehouse. */
export const leadEventTable = /* @__PURE__ */ table<LeadEventFact>('lead_event', {
  eventId: 'text',
  leadId: 'text',
  type: 'text',
  at: 'integer',
  order: 'integer',
  byDay: 'boolean',
  party: 'text',
  person: 'text?',
  human: 'boolean',
  channel: 'text?',
  entered: 'text?',
  left: 'text?',
  meetingId: 'text?',
  startsAt: 'integer?',
  tier: 'text?',
  source: 'text?',
  holder: 'text?',
  holderParty: 'text?',
  answers: 'text?',
});
