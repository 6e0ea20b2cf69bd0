/**
 * vocabulary: the words both sides agree on, as schemas and their types. No behaviour beyond reading.
 *
 * @module vocabulary
 */

// Who agrees, and when they work
export { Party, Person, STANDARD_PARTIES, type Capacity, type PartyId } from './party.js';
export {
  Calendar,
  Holiday,
  Hours,
  JointCalendar,
  Opening,
  Season,
  WallTime,
  WEEKDAYS,
  Week,
  parseCalendar,
  safeParseCalendar,
  type Weekday,
} from './calendar.js';
export { periodAt, periodOf, periodsBetween, periodsUpTo, previousPeriod, type Period } from './period.js';
export { PeriodCalendar, type YearAndWeek } from './period-calendar.js';
export { PERIOD_KINDS, type PeriodKind } from './period-label.js';

// Whom it is about
export { Account } from './account.js';
export { Lead, Contact } from './lead.js';
export { ForecastCategory, FORECAST_CATEGORIES, Opportunity, OpportunityType, OPPORTUNITY_TYPES } from './opportunity.js';
export { Meeting } from './meeting.js';
export { Currency, Money, Spend, minorDigits, parseMinor, formatMoney } from './money.js';
export { Quota } from './quota.js';
export { Rate } from './rate.js';
export { Activity, Channel, CHANNELS, CallOutcome, CALL_OUTCOMES } from './activity.js';
export { Attributes, ForeignId, Id, Profile, ProfileValue, TierName, Words, type AttributeValue } from './words.js';

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
  RECENT_ATTEMPTS,
  SAYABLE,
  Migration,
  type Exit,
  type Milestones,
  type StageId,
} from './framework.js';
export {
  STANDARD_FRAMEWORKS,
  sirius2006,
  sirius2012,
  demandUnit2017,
  forrester2021,
  hubspot,
  salesforce,
  dynamics365,
} from './frameworks/index.js';

// A framework of one's own, the loop after the sale, and what a stage is called elsewhere
export {
  Extension,
  safeParseExtension,
  type AddedStage,
  type RenamedStage,
  type StepName,
  type TightenedStep,
} from './extension/extension.js';
export { extendFramework, isExtension, type Base } from './extension/extend.js';
export { withPostSale, POST_SALE_STAGES, type PostSaleParts } from './extension/post-sale.js';
export { translate, LOSSES, type Loss, type Translation } from './translation/translate.js';
export { coverageOf, type Coverage } from './translation/coverage.js';

// What is asked before a deal, and what is known of it
export { QualificationFramework, safeParseQualification } from './qualification.js';
export { STANDARD_QUALIFICATIONS, bant, champ, gpctbaCi, meddic, meddpicc, spiced } from './qualification/index.js';
export { qualificationOf, type Qualification, type QualificationAnswer, type QualificationField } from './qualification-of.js';

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
  ExceptionEndedEvent,
  ExceptionGrantedEvent,
  ExpiredEvent,
  FeedbackAnsweredEvent,
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
  ProvidedEvent,
  QualificationRecordedEvent,
  QualifiedEvent,
  RecycledEvent,
  RejectedEvent,
  ScoreChangedEvent,
  TouchEvent,
  WaivedEvent,
} from './event.js';

// A log as columns
export { type FieldColumns, type FindingColumn, type LogColumns, type TierColumn, type WordColumn } from './log-columns.js';
export { type DealColumns, type LogDetails, type Names } from './log-details.js';

// What is computed from
export {
  columnType,
  FACT_TABLES,
  NO_FACTS,
  type ActivityFact,
  type AdvocacyFact,
  type ClockFact,
  type ClockHolder,
  type ClockPause,
  type ClockRetarget,
  type ColumnType,
  type ConversationFact,
  type ExitFact,
  type Facts,
  type FactTable,
  type FeedbackFact,
  type HandOffFact,
  type LeadEventFact,
  type LeadFact,
  type ListEntryFact,
  type MeetingFact,
  type OpportunityFact,
  type OpportunityStateFact,
  type PracticeFact,
  type ProvisionFact,
  type QuotaFact,
  type ScoreFact,
  type SpendFact,
  type StageVisitFact,
  type TouchFact,
} from './fact.js';
export { columnsOf, factsOfColumns, type FactColumn, type FactColumns, type TableColumns } from './fact-columns.js';

// What the words mean
export { GLOSSARY } from './glossary.js';
export { termsFor } from './glossary/terms-for.js';
export { glossaryMarkdown } from './glossary/markdown.js';
export { Glossary, Term, TOPICS, NAME_KINDS, safeParseGlossary, type NameKind, type Topic } from './glossary/term.js';
export { glossaryIssues } from './glossary/issues.js';
export { vocabularyRegistry, type SchemaNote, type SchemaRegistry } from './schema/registry.js';
export { vocabularyIssue } from './issues.js';
