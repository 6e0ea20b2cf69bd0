/**
 * vocabulary: the words both sides agree on, as schemas and their types. No behaviour beyond reading.
 *
 * @module vocabulary
 */

// Who agrees, and when they work
export { Party, Person, STANDARD_PARTIES, type Capacity, type PartyId } from './party.js';
export { Calendar, Holiday, Hours, WallTime, WEEKDAYS, type Week, type Weekday } from './calendar.js';
export { periodOf, previousPeriod, type Period } from './period.js';

// Whom it is about
export { Account } from './account.js';
export { Lead, Contact } from './lead.js';
export { Opportunity, OpportunityType, OPPORTUNITY_TYPES } from './opportunity.js';
export { Meeting } from './meeting.js';
export { Currency, Money, Spend, minorDigits, parseMinor, formatMoney } from './money.js';
export { Activity, Channel, CHANNELS, CallOutcome, CALL_OUTCOMES } from './activity.js';
export { Attributes, ForeignId, Id, Words, type AttributeValue } from './words.js';

// Stages, and the steps between them
export {
  Framework,
  Stage,
  Transition,
  Requirement,
  Milestone,
  MILESTONES,
  STAGE_KINDS,
  STAGE_CLASSES,
  EXITS,
  START,
  type Exit,
  type Milestones,
  type StageId,
} from './framework.js';
export { STANDARD_FRAMEWORKS, hubspot, sirius2006 } from './frameworks/index.js';
export { STANDARD_QUALIFICATIONS, bant, meddic } from './qualification/index.js';
export { QualificationFinding, type QualificationFramework } from './qualification.js';

// What happened
export { Event, EventType, EVENT_TYPES, safeParseEvent, safeParseEvents, type AgreementEvent, type EventInput, type LeadEvent } from './event.js';
export { Actor } from './events/base.js';
export { RejectionClass, REJECTION_CLASSES } from './events/hand-off.js';
export type {
  AcceptedEvent,
  AdvocacyEvent,
  AssignedEvent,
  AttemptEvent,
  ContactMadeEvent,
  CorrectionEvent,
  DisputeRaisedEvent,
  DisputeSettledEvent,
  DisqualifiedEvent,
  ErasureEvent,
  ExpiredEvent,
  HandedOffEvent,
  HandedOverEvent,
  InquiryEvent,
  MeetingAcceptedEvent,
  MeetingBookedEvent,
  MeetingCancelledEvent,
  MeetingDeclinedEvent,
  MeetingHeldEvent,
  MeetingNoShowEvent,
  MeetingRescheduledEvent,
  MergeEvent,
  OpportunityAdvancedEvent,
  OpportunityLostEvent,
  OpportunityOpenedEvent,
  OpportunityWonEvent,
  OptedOutEvent,
  PracticeHeldEvent,
  QualifiedEvent,
  RecycledEvent,
  RejectedEvent,
  ScoreChangedEvent,
  TouchEvent,
  WaivedEvent,
} from './event.js';

// What is computed from
export {
  FACT_TABLES,
  NO_FACTS,
  type ActivityFact,
  type ClockFact,
  type ColumnType,
  type ExitFact,
  type Facts,
  type FactTable,
  type HandOffFact,
  type LeadFact,
  type MeetingFact,
  type OpportunityFact,
  type StageVisitFact,
} from './fact.js';

// What the words mean
export { GLOSSARY, glossaryMarkdown, type Term } from './glossary.js';
