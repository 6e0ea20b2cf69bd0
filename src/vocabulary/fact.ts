import type { Instant } from '../kernel/instant.js';
import type { RejectionClass } from './events/hand-off.js';
import type { Channel } from './activity.js';
import type { Exit, StageId } from './framework.js';
import type { OpportunityType } from './opportunity.js';
import type { PartyId } from './party.js';

/**
 * The rows that every clause and metric reads, in process and in a warehouse. They hold what happened and never a state
 * that depends on when one looks: instants and cumulative open milliseconds, `null` where nothing happened.
 */

/** One row a lead. Dimensions are those of its first event that carries them. */
export interface LeadFact {
  readonly leadId: string;
  readonly accountId: string | null;
  readonly source: string | null;
  readonly campaign: string | null;
  /** The person it was last assigned or handed to. */
  readonly owner: string | null;
  readonly firstAt: Instant;
  readonly firstEvent: string;
  readonly lastAt: Instant;
  readonly optedOutAt: Instant | null;
}

/** One row a stay in a stage. A stage entered twice has two. */
export interface StageVisitFact {
  readonly leadId: string;
  /** 1 for the lead's first stay anywhere. */
  readonly visit: number;
  readonly stage: StageId;
  /** 1 for the lead's first stay in this stage. */
  readonly entry: number;
  readonly enteredAt: Instant;
  /** Position of the entering event in the resolved log: with `enteredAt` a total order over all leads. */
  readonly enteredOrder: number;
  readonly enteredEvent: string;
  /** Known to the day only. */
  readonly enteredByDay: boolean;
  readonly enteredParty: PartyId;
  readonly leftAt: Instant | null;
  readonly leftEvent: string | null;
  /** Whether the agreed life allows this step. It counts either way. */
  readonly legal: boolean;
}

/** One row a delivery of a lead from one party to another, with its answer. */
export interface HandOffFact {
  readonly leadId: string;
  /** 1 for the lead's first delivery. */
  readonly delivery: number;
  /** Which hand-off of the pact, where the event named one. */
  readonly handOff: string | null;
  readonly fromParty: PartyId;
  readonly toParty: PartyId;
  readonly toPerson: string | null;
  readonly deliveredAt: Instant;
  readonly deliveredOrder: number;
  readonly deliveredEvent: string;
  readonly deliveredByDay: boolean;
  /** Agreed deliverables that came along, by name, sorted. */
  readonly fields: readonly string[];
  readonly acceptedAt: Instant | null;
  readonly acceptedEvent: string | null;
  readonly rejectedAt: Instant | null;
  readonly rejectedEvent: string | null;
  readonly rejectionClass: RejectionClass | null;
  readonly reason: string | null;
  readonly expiredAt: Instant | null;
  readonly expiredEvent: string | null;
  /** When the same lead was delivered again, which ends this delivery. */
  readonly supersededAt: Instant | null;
  /** First attempt by a human of the receiving party since this delivery. */
  readonly firstAttemptAt: Instant | null;
  readonly firstAttemptEvent: string | null;
  readonly firstAttemptPerson: string | null;
  /** Human attempts of the receiving party from this delivery until its end. */
  readonly attempts: number;
}

/** One row a lead's leaving by one of the four exits. */
export interface ExitFact {
  readonly leadId: string;
  /** 1 for the lead's first exit. */
  readonly nth: number;
  readonly exit: Exit;
  readonly at: Instant;
  readonly event: string;
  readonly party: PartyId;
  readonly person: string | null;
  readonly class: RejectionClass | null;
  readonly reason: string | null;
  /** Specifics that were given and not empty, by name, sorted. */
  readonly specifics: readonly string[];
  /** Whether the agreed life allows the step, so that a "rejection" after an attempt can be told from a real one. */
  readonly legal: boolean;
  /** Human attempts by the leaving party on this lead before the exit, since its last delivery. */
  readonly attempts: number;
  /** Conversations on this lead before the exit, since its last delivery. */
  readonly contacts: number;
  /** When it was brought back, where it was. */
  readonly recycledAt: Instant | null;
}

/** One row an attempt or conversation. */
export interface ActivityFact {
  readonly eventId: string;
  readonly leadId: string;
  readonly accountId: string | null;
  readonly at: Instant;
  readonly kind: 'attempt' | 'contact';
  readonly channel: Channel;
  readonly party: PartyId;
  readonly person: string | null;
  readonly human: boolean;
}

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

/** One row an opportunity. Amounts are the last recorded. */
export interface OpportunityFact {
  readonly opportunityId: string;
  readonly leadId: string;
  readonly accountId: string | null;
  readonly source: string | null;
  readonly type: OpportunityType;
  readonly openedAt: Instant | null;
  readonly openedEvent: string | null;
  readonly wonAt: Instant | null;
  readonly lostAt: Instant | null;
  /** The event that closed it. Reopened and closed again, the last counts. */
  readonly closedEvent: string | null;
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly person: string | null;
}

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

/** Everything that is computed from. */
export interface Facts {
  readonly leads: readonly LeadFact[];
  readonly stageVisits: readonly StageVisitFact[];
  readonly handOffs: readonly HandOffFact[];
  readonly exits: readonly ExitFact[];
  readonly activities: readonly ActivityFact[];
  readonly meetings: readonly MeetingFact[];
  readonly opportunities: readonly OpportunityFact[];
  /** Empty without a pact. */
  readonly clocks: readonly ClockFact[];
}

/** What a column of a fact table holds. Moments are integers: epoch milliseconds. */
export type ColumnType = 'text' | 'integer' | 'boolean' | 'text_list';

/** A fact table's columns: the contract with a warehouse. A `?` says that the column may be null. */
export interface FactTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnType | `${ColumnType}?`>>;
}

type Columns<Row> = { readonly [Key in keyof Row]-?: ColumnType | `${ColumnType}?` };
const table = <Row>(name: string, columns: Columns<Row>): { readonly name: string; readonly columns: Columns<Row> } => ({ name, columns });

/** Every fact table by its key in {@link Facts}. Column names in a warehouse are the same in snake_case. */
export const FACT_TABLES = /* @__PURE__ */ (() => ({
  leads: table<LeadFact>('lead', {
    leadId: 'text',
    accountId: 'text?',
    source: 'text?',
    campaign: 'text?',
    owner: 'text?',
    firstAt: 'integer',
    firstEvent: 'text',
    lastAt: 'integer',
    optedOutAt: 'integer?',
  }),
  stageVisits: table<StageVisitFact>('stage_visit', {
    leadId: 'text',
    visit: 'integer',
    stage: 'text',
    entry: 'integer',
    enteredAt: 'integer',
    enteredOrder: 'integer',
    enteredEvent: 'text',
    enteredByDay: 'boolean',
    enteredParty: 'text',
    leftAt: 'integer?',
    leftEvent: 'text?',
    legal: 'boolean',
  }),
  handOffs: table<HandOffFact>('hand_off', {
    leadId: 'text',
    delivery: 'integer',
    handOff: 'text?',
    fromParty: 'text',
    toParty: 'text',
    toPerson: 'text?',
    deliveredAt: 'integer',
    deliveredOrder: 'integer',
    deliveredEvent: 'text',
    deliveredByDay: 'boolean',
    fields: 'text_list',
    acceptedAt: 'integer?',
    acceptedEvent: 'text?',
    rejectedAt: 'integer?',
    rejectedEvent: 'text?',
    rejectionClass: 'text?',
    reason: 'text?',
    expiredAt: 'integer?',
    expiredEvent: 'text?',
    supersededAt: 'integer?',
    firstAttemptAt: 'integer?',
    firstAttemptEvent: 'text?',
    firstAttemptPerson: 'text?',
    attempts: 'integer',
  }),
  exits: table<ExitFact>('lead_exit', {
    leadId: 'text',
    nth: 'integer',
    exit: 'text',
    at: 'integer',
    event: 'text',
    party: 'text',
    person: 'text?',
    class: 'text?',
    reason: 'text?',
    specifics: 'text_list',
    legal: 'boolean',
    attempts: 'integer',
    contacts: 'integer',
    recycledAt: 'integer?',
  }),
  activities: table<ActivityFact>('activity', {
    eventId: 'text',
    leadId: 'text',
    accountId: 'text?',
    at: 'integer',
    kind: 'text',
    channel: 'text',
    party: 'text',
    person: 'text?',
    human: 'boolean',
  }),
  meetings: table<MeetingFact>('meeting', {
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
  }),
  opportunities: table<OpportunityFact>('opportunity', {
    opportunityId: 'text',
    leadId: 'text',
    accountId: 'text?',
    source: 'text?',
    type: 'text',
    openedAt: 'integer?',
    openedEvent: 'text?',
    wonAt: 'integer?',
    lostAt: 'integer?',
    closedEvent: 'text?',
    amountMinor: 'integer?',
    currency: 'text?',
    person: 'text?',
  }),
  clocks: table<ClockFact>('clock', {
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
  }),
}))();

/** No facts at all, to start from. */
export const NO_FACTS: Facts = {
  leads: [],
  stageVisits: [],
  handOffs: [],
  exits: [],
  activities: [],
  meetings: [],
  opportunities: [],
  clocks: [],
};
