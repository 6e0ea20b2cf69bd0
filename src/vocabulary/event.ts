import * as z from 'zod';
import type { Failure } from '../kernel/result.js';
import { fail, ok, type Result } from '../kernel/result.js';
import { parseDate } from '../kernel/date.js';
import { readWith, schema } from '../kernel/schema.js';
import { isStartOfDay, isZone, startOfDay } from '../kernel/zone.js';
import type { Issue } from '../kernel/issue.js';
import * as agreement from './events/agreement.js';
import * as conversation from './events/conversation.js';
import * as demand from './events/demand.js';
import * as handOff from './events/hand-off.js';
import * as deal from './events/opportunity.js';

/** Everything that can happen, in the order in which a lead's life usually meets it. */
export const EVENT_TYPES = [
  'inquiry',
  'touch',
  'score_changed',
  'qualification_recorded',
  'assigned',
  'qualified',
  'handed_off',
  'accepted',
  'rejected',
  'attempt',
  'contact_made',
  'meeting_booked',
  'meeting_rescheduled',
  'meeting_cancelled',
  'meeting_held',
  'meeting_no_show',
  'meeting_accepted',
  'meeting_declined',
  'opted_out',
  'disqualified',
  'expired',
  'feedback_answered',
  'recycled',
  'opportunity_opened',
  'opportunity_advanced',
  'opportunity_won',
  'opportunity_lost',
  'handed_over',
  'advocacy',
  'practice_held',
  'provided',
  'exception_granted',
  'exception_ended',
  'dispute_raised',
  'dispute_settled',
  'waived',
  'correction',
  'merge',
  'erasure',
] as const;
export const EventType = /* @__PURE__ */ schema(() => z.enum(EVENT_TYPES));
/** The name of something that can happen. */
export type EventType = z.infer<typeof EventType>;

/** Types of events that are about the agreement or about the log itself. */
export const AGREEMENT_EVENT_TYPES = [
  'practice_held',
  'provided',
  'exception_granted',
  'exception_ended',
  'dispute_raised',
  'dispute_settled',
  'waived',
  'correction',
  'merge',
  'erasure',
] as const;
/** The name of something that can happen in the life of one lead. */
export type LeadEventType = Exclude<EventType, (typeof AGREEMENT_EVENT_TYPES)[number]>;
const isLeadEventType = (type: EventType): type is LeadEventType => !AGREEMENT_EVENT_TYPES.some((other) => other === type);
export const LeadEventType = /* @__PURE__ */ schema(() => z.enum(EVENT_TYPES.filter(isLeadEventType)));

/** Somebody showed interest, inbound or outbound. */
export interface InquiryEvent extends z.output<typeof demand.InquiryEvent> {}
/** A marketing touch: seen, opened, attended. */
export interface TouchEvent extends z.output<typeof demand.TouchEvent> {}
/** The lead's score became another. */
export interface ScoreChangedEvent extends z.output<typeof demand.ScoreChangedEvent> {}
/** One field of a qualification framework was found out, or an earlier finding was taken back. */
export interface QualificationRecordedEvent extends z.output<typeof demand.QualificationRecordedEvent> {}
/** The lead was given to someone. */
export interface AssignedEvent extends z.output<typeof demand.AssignedEvent> {}
/** A side found that the lead meets its criteria; the stage says whose (MQL, SQL). */
export interface QualifiedEvent extends z.output<typeof demand.QualifiedEvent> {}
/** The person asked not to be contacted. */
export interface OptedOutEvent extends z.output<typeof demand.OptedOutEvent> {}
/** A lead was delivered to another party. Who acts delivers; `to` receives. */
export interface HandedOffEvent extends z.output<typeof handOff.HandedOffEvent> {}
/** The receiver took the delivered lead on. */
export interface AcceptedEvent extends z.output<typeof handOff.AcceptedEvent> {}
/** Sent back at the hand-off, before the receiver's first attempt. */
export interface RejectedEvent extends z.output<typeof handOff.RejectedEvent> {}
/** Let go after acceptance and at least one attempt. */
export interface DisqualifiedEvent extends z.output<typeof handOff.DisqualifiedEvent> {}
/** The clock's doing, recorded by the host. */
export interface ExpiredEvent extends z.output<typeof handOff.ExpiredEvent> {}
/** What was fed back about a lead was answered: what was done about it, or why nothing is. */
export interface FeedbackAnsweredEvent extends z.output<typeof handOff.FeedbackAnsweredEvent> {}
/** Brought back into the cycle after an exit. */
export interface RecycledEvent extends z.output<typeof handOff.RecycledEvent> {}
/** Somebody tried to reach the lead. */
export interface AttemptEvent extends z.output<typeof conversation.AttemptEvent> {}
/** A two-way conversation took place; what was learned goes with it. */
export interface ContactMadeEvent extends z.output<typeof conversation.ContactMadeEvent> {}
/** A meeting was agreed on, for a time to come. */
export interface MeetingBookedEvent extends z.output<typeof conversation.MeetingBookedEvent> {}
/** A booked meeting was moved to another time. */
export interface MeetingRescheduledEvent extends z.output<typeof conversation.MeetingRescheduledEvent> {}
/** A booked meeting was called off beforehand. */
export interface MeetingCancelledEvent extends z.output<typeof conversation.MeetingCancelledEvent> {}
/** A meeting took place. */
export interface MeetingHeldEvent extends z.output<typeof conversation.MeetingHeldEvent> {}
/** A booked meeting to which the lead did not come. */
export interface MeetingNoShowEvent extends z.output<typeof conversation.MeetingNoShowEvent> {}
/** The receiving seller found the held meeting worth it. */
export interface MeetingAcceptedEvent extends z.output<typeof conversation.MeetingAcceptedEvent> {}
/** The receiving seller found the held meeting not worth it. */
export interface MeetingDeclinedEvent extends z.output<typeof conversation.MeetingDeclinedEvent> {}
/** A deal was opened. */
export interface OpportunityOpenedEvent extends z.output<typeof deal.OpportunityOpenedEvent> {}
/** A deal moved on; probability is what was recorded then, in percent, never assumed from the stage. */
export interface OpportunityAdvancedEvent extends z.output<typeof deal.OpportunityAdvancedEvent> {}
/** A deal was won. */
export interface OpportunityWonEvent extends z.output<typeof deal.OpportunityWonEvent> {}
/** A deal was lost. */
export interface OpportunityLostEvent extends z.output<typeof deal.OpportunityLostEvent> {}
/** A won customer handed over to those who deliver, with the promises made. */
export interface HandedOverEvent extends z.output<typeof deal.HandedOverEvent> {}
/** A customer agreed to speak for us, did so, or that was used. */
export interface AdvocacyEvent extends z.output<typeof deal.AdvocacyEvent> {}
/** The two sides did something together that the pact asks for. */
export interface PracticeHeldEvent extends z.output<typeof agreement.PracticeHeldEvent> {}
/** One party provided to another what the pact asks for: a target list, dossiers, a budget. */
export interface ProvidedEvent extends z.output<typeof agreement.ProvidedEvent> {}
/** A person let an account be contacted that is not on the target list, until a moment. Who acts grants. */
export interface ExceptionGrantedEvent extends z.output<typeof agreement.ExceptionGrantedEvent> {}
/** An exception ends before its time. */
export interface ExceptionEndedEvent extends z.output<typeof agreement.ExceptionEndedEvent> {}
/** A number or a lead is contested. */
export interface DisputeRaisedEvent extends z.output<typeof agreement.DisputeRaisedEvent> {}
/** A dispute came to its end. */
export interface DisputeSettledEvent extends z.output<typeof agreement.DisputeSettledEvent> {}
/** A breach let go by a person, with who and why. */
export interface WaivedEvent extends z.output<typeof agreement.WaivedEvent> {}
/** An event recorded earlier was wrong: it never was, happened at another time, or entered another stage. It stays in the log. */
export interface CorrectionEvent extends z.output<typeof agreement.CorrectionEvent> {}
/** Two leads are one: the history of `from` belongs to `into`. */
export interface MergeEvent extends z.output<typeof agreement.MergeEvent> {}
/** Personal data was erased, of a lead or of one of our own people: what they did still counts, and names nobody. */
export interface ErasureEvent extends z.output<typeof agreement.ErasureEvent> {}

/** An event in the life of one lead: it may carry the stage that was entered. */
export type LeadEvent =
  | InquiryEvent
  | TouchEvent
  | ScoreChangedEvent
  | QualificationRecordedEvent
  | AssignedEvent
  | QualifiedEvent
  | OptedOutEvent
  | HandedOffEvent
  | AcceptedEvent
  | RejectedEvent
  | DisqualifiedEvent
  | ExpiredEvent
  | FeedbackAnsweredEvent
  | RecycledEvent
  | AttemptEvent
  | ContactMadeEvent
  | MeetingBookedEvent
  | MeetingRescheduledEvent
  | MeetingCancelledEvent
  | MeetingHeldEvent
  | MeetingNoShowEvent
  | MeetingAcceptedEvent
  | MeetingDeclinedEvent
  | OpportunityOpenedEvent
  | OpportunityAdvancedEvent
  | OpportunityWonEvent
  | OpportunityLostEvent
  | HandedOverEvent
  | AdvocacyEvent;

/** An event about the agreement or about the log itself: no lead steps anywhere by it. */
export type AgreementEvent =
  | PracticeHeldEvent
  | ProvidedEvent
  | ExceptionGrantedEvent
  | ExceptionEndedEvent
  | DisputeRaisedEvent
  | DisputeSettledEvent
  | WaivedEvent
  | CorrectionEvent
  | MergeEvent
  | ErasureEvent;

/** A dated fact: the only thing that is stored. */
export type Event = LeadEvent | AgreementEvent;

const eventShape = /* @__PURE__ */ schema(() =>
  z.discriminatedUnion('type', [
    demand.InquiryEvent,
    demand.TouchEvent,
    demand.ScoreChangedEvent,
    demand.QualificationRecordedEvent,
    demand.AssignedEvent,
    demand.QualifiedEvent,
    demand.OptedOutEvent,
    handOff.HandedOffEvent,
    handOff.AcceptedEvent,
    handOff.RejectedEvent,
    handOff.DisqualifiedEvent,
    handOff.ExpiredEvent,
    handOff.FeedbackAnsweredEvent,
    handOff.RecycledEvent,
    conversation.AttemptEvent,
    conversation.ContactMadeEvent,
    conversation.MeetingBookedEvent,
    conversation.MeetingRescheduledEvent,
    conversation.MeetingCancelledEvent,
    conversation.MeetingHeldEvent,
    conversation.MeetingNoShowEvent,
    conversation.MeetingAcceptedEvent,
    conversation.MeetingDeclinedEvent,
    deal.OpportunityOpenedEvent,
    deal.OpportunityAdvancedEvent,
    deal.OpportunityWonEvent,
    deal.OpportunityLostEvent,
    deal.HandedOverEvent,
    deal.AdvocacyEvent,
    agreement.PracticeHeldEvent,
    agreement.ProvidedEvent,
    agreement.ExceptionGrantedEvent,
    agreement.ExceptionEndedEvent,
    agreement.DisputeRaisedEvent,
    agreement.DisputeSettledEvent,
    agreement.WaivedEvent,
    agreement.CorrectionEvent,
    agreement.MergeEvent,
    agreement.ErasureEvent,
  ]),
);

/** The form of each type of event. */
export const eventShapes = (): typeof eventShape.options => eventShape.options;

/** What {@link Event} takes in: the same, with moments in any of the four forms. */
export type EventInput = z.input<typeof eventShape>;

/** The schema of every event. An event known to the day only says in which zone, and lies at the start of that day there. */
export const Event: z.ZodType<Event, EventInput> = /* @__PURE__ */ schema(() =>
  eventShape
    .refine((event) => event.precision === undefined || event.zone !== undefined, {
      path: ['zone'],
      error: 'an event known to the day only says in which zone that day lies',
    })
    .refine((event) => event.precision === undefined || event.zone === undefined || isStartOfDay(event.zone, event.at), {
      path: ['at'],
      error: 'an event known to the day only lies at the start of that day in its zone; give its date, such as 2026-03-31',
    }),
);

/** An event known to the day may give that day's date: its moment is then the first of the day in its zone. */
const withDayStart = (input: unknown): unknown => {
  if (typeof input !== 'object' || input === null) return input;
  try {
    const { at, precision, zone }: { readonly at?: unknown; readonly precision?: unknown; readonly zone?: unknown } = input;
    if (precision !== 'day' || typeof at !== 'string' || typeof zone !== 'string' || !isZone(zone)) return input;
    const date = parseDate(at);
    return date === null ? input : { ...input, at: startOfDay(zone, date) };
  } catch {
    // What throws when it is looked at is refused by whoever reads it.
    return input;
  }
};

/**
 * Read one event. One that is known to the day only (`precision: 'day'`, with a `zone`) may give its date for a moment.
 *
 * Issues: `input.unknown_key` (with a suggestion), `input.missing`, `input.wrong_type`, `input.not_one_of`,
 * `input.invalid`, `input.not_text`, `input.too_deep`; all at once, each with its path.
 */
export const safeParseEvent = (input: unknown): Result<Event> => readWith(Event, withDayStart(input));

/** Read many events: all of them, or every issue of every one, with the position first in its path. */
export const safeParseEvents = (input: readonly unknown[]): Result<readonly Event[]> => {
  const events: Event[] = [];
  const issues: Issue[] = [];
  let count = 0;
  input.forEach((one, i) => {
    const read = readWith(Event, withDayStart(one), [i]);
    if (read.ok) events.push(read.value);
    else {
      count += read.issueCount;
      if (issues.length < 1000) issues.push(...read.issues);
    }
  });
  return count === 0 ? ok(events) : (fail(issues, count) satisfies Failure);
};
