import * as z from 'zod';
import { IsoDate } from '../../kernel/date.js';
import { EARLIEST, Instant, IsoInstant, LATEST } from '../../kernel/instant.js';
import { ZoneId } from '../../kernel/zone.js';
import { Account } from '../account.js';
import { Activity, CallOutcome, Channel } from '../activity.js';
import { Calendar, Holiday, Hours, JointCalendar, Opening, Season, WallTime, Week } from '../calendar.js';
import { Event, EventType, eventShapes } from '../event.js';
import { Actor } from '../events/base.js';
import { ErasureEvent } from '../events/agreement.js';
import { RejectionClass } from '../events/hand-off.js';
import { Extension } from '../extension/extension.js';
import { Framework, Migration, Milestone, Requirement, Stage, Transition } from '../framework.js';
import { GLOSSARY } from '../glossary.js';
import { Glossary, Term, type NameKind } from '../glossary/term.js';
import { Contact, Lead } from '../lead.js';
import { Meeting } from '../meeting.js';
import { Currency, Money, Spend } from '../money.js';
import { ForecastCategory, Opportunity, OpportunityType } from '../opportunity.js';
import { Party, Person } from '../party.js';
import { QualificationFramework } from '../qualification.js';
import { Quota } from '../quota.js';
import { Rate } from '../rate.js';
import { Attributes, ForeignId, Id, TierName, Words } from '../words.js';

/** What is known of a schema besides its form: its word in the glossary, and what JSON Schema shows and checks of it. */
export interface SchemaNote {
  /** Its name among the definitions of a JSON Schema. */
  readonly id: string;
  /** The glossary's term for it; absent where it is form alone, such as `IsoDate`. */
  readonly term?: string;
  readonly title?: string;
  readonly description?: string;
  /** Further keywords of JSON Schema: what our own checks know of the form and zod cannot say. */
  readonly [keyword: string]: unknown;
}

/** Notes on schemas, by the schema itself. Private to who built it: zod's global registry is never touched. */
export type SchemaRegistry = z.core.$ZodRegistry<SchemaNote>;

/** The note of a schema that the glossary has a term for: under `schema` with its own name, or another name in data. */
export const explained = (id: string, kind: NameKind = 'schema', name: string = id): SchemaNote => {
  const term = GLOSSARY.find(({ writtenAs }) => writtenAs.some((written) => written.kind === kind && written.name === name));
  if (term === undefined) throw new Error(`no term explains the ${kind} "${name}"`);
  return { id, term: term.id, title: term.term, description: term.definition };
};

/**
 * The schemas of this room with the glossary's words for them, in a registry of one's own: `registry.get(Lead)` is what a
 * lead is called and defined as. Built on each call, so that nothing happens on import and a bundler can drop it.
 *
 * @example
 * ```ts
 * import { Lead, vocabularyRegistry } from 'revpact/vocabulary';
 *
 * vocabularyRegistry().get(Lead)?.title // => 'Lead'
 * vocabularyRegistry().get(Lead)?.term // => 'lead'
 * ```
 */
export const vocabularyRegistry = (): SchemaRegistry => {
  const registry: SchemaRegistry = z.registry<SchemaNote>();
  for (const [type, note] of [...wordNotes(), ...formNotes()]) registry.add(type, note);
  for (const shape of eventShapes()) registry.add(shape, eventNote(shape.shape.type.value));
  registry.add(ErasureEvent, { ...eventNote('erasure'), oneOf: [{ required: ['leadId'] }, { required: ['person'] }] });
  return registry;
};

type Note = readonly [z.ZodType, SchemaNote];

/** What people have a word for. */
const wordNotes = (): readonly Note[] => [
  [Account, explained('Account')],
  [Activity, explained('Activity')],
  [Actor, explained('Actor')],
  [Attributes, explained('Attributes')],
  [Calendar, explained('Calendar')],
  [CallOutcome, explained('CallOutcome')],
  [Channel, explained('Channel')],
  [Contact, explained('Contact')],
  [Event, explained('Event')],
  [Extension, explained('Extension')],
  [Framework, explained('Framework')],
  [Lead, explained('Lead')],
  [Meeting, explained('Meeting')],
  [Migration, explained('Migration')],
  [Milestone, explained('Milestone')],
  [Money, explained('Money')],
  [Opportunity, explained('Opportunity')],
  [Party, explained('Party')],
  [Person, explained('Person')],
  [QualificationFramework, explained('QualificationFramework')],
  [Quota, explained('Quota')],
  [Rate, explained('Rate')],
  [Requirement, explained('Requirement')],
  [Spend, explained('Spend')],
  [Stage, explained('Stage')],
  [Transition, explained('Transition')],
  [ForecastCategory, { id: 'ForecastCategory', title: 'Forecast category', description: 'How sure the seller is: omitted, pipeline, best_case, most_likely, commit or closed.' }],
  [OpportunityType, { id: 'OpportunityType', title: 'Opportunity type', description: 'new_business, expansion or renewal.' }],
  [RejectionClass, { id: 'RejectionClass', title: 'Rejection class', description: 'procedural: wrongly routed. clerical: incomplete or wrong record. definitional: not what was agreed.' }],
];

/** What is form alone, with as much of our own checks as JSON Schema can say. */
const formNotes = (): readonly Note[] => [
  [Id, { id: 'Id', title: 'Id', description: 'Lower case letters, digits and underscores, at most 64.', examples: ['speed_to_lead'] }],
  [TierName, { id: 'TierName', title: 'Name of a tier', description: 'Letters, digits and underscores, as scores and target filters give it.', examples: ['A'] }],
  [ForeignId, { id: 'ForeignId', title: 'Id of another system', description: 'Any text of 1 to 200 characters without control characters.' }],
  [Words, { id: 'Words', title: 'Words', description: 'Text for people, 1 to 4,000 characters.' }],
  [EventType, { id: 'EventType', title: 'Type of event', description: 'What happened.' }],
  [Term, { id: 'Term', title: 'Term', description: 'One word of the agreement.' }],
  [Glossary, { id: 'Glossary', title: 'Glossary', description: 'The words both sides agreed on.' }],
  [Currency, { id: 'Currency', title: 'Currency', description: 'A code of ISO 4217.', examples: ['EUR', 'USD'] }],
  [Hours, { id: 'Hours', title: 'Hours', description: 'Opening hours on the wall clock. An end at or before the start lies on the next day.' }],
  [Holiday, { id: 'Holiday', title: 'Holiday', description: 'A day on which a calendar is closed, wholly or in part.' }],
  [Week, { id: 'Week', title: 'Week', description: 'Opening hours by weekday; a weekday left out is closed.' }],
  [Season, { id: 'Season', title: 'Season', description: 'A range of dates, both of them part of it, on which another week holds.' }],
  [Opening, { id: 'Opening', title: 'Opening', description: 'A date with hours of its own, whatever its weekday, season or a holiday of the whole day says.' }],
  [JointCalendar, { id: 'JointCalendar', title: 'Joint calendar', description: 'Other calendars as one: open when any of them is, or when all of them are.' }],
  [WallTime, { id: 'WallTime', title: 'Time of day', description: 'Such as 09:00, up to 24:00 for the end of the day.', examples: ['09:00'] }],
  [ZoneId, { id: 'ZoneId', title: 'Time zone', description: 'An IANA name.', pattern: '^[A-Za-z][A-Za-z0-9_+/-]{0,63}$', examples: ['Europe/Berlin', 'UTC'] }],
  [IsoDate, { id: 'IsoDate', title: 'Date', description: 'A civil date between 1900 and 2200.', pattern: DATE, examples: ['2026-03-31'] }],
  [IsoInstant, { id: 'IsoInstant', title: 'Moment', description: 'ISO text with its offset from UTC.', pattern: MOMENT, examples: ['2026-03-31T17:00:00+02:00'] }],
  [
    Instant,
    {
      id: 'Instant',
      title: 'Moment',
      description: 'ISO text with its offset from UTC, or whole milliseconds since 1970 in UTC.',
      anyOf: [
        { type: 'string', pattern: MOMENT },
        { type: 'integer', minimum: EARLIEST, exclusiveMaximum: LATEST },
        { type: 'object', required: ['epochMilliseconds'], properties: { epochMilliseconds: { type: 'integer', minimum: EARLIEST, exclusiveMaximum: LATEST } } },
      ],
      examples: ['2026-03-31T17:00:00+02:00'],
    },
  ],
];

const DAY = '(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])';

/** A date between 1900 and 2200, whether or not its month has that day. */
export const DATE = `^(?:19|20|21)[0-9]{2}-${DAY}$`;

/** ISO text with an offset, whether or not its month has that day. */
const MOMENT = `^[0-9]{4}-${DAY}T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,3})?)?(?:Z|[+-](?:0[0-9]|1[0-8]):[0-5][0-9])$`;

/** The note of one type of event, by the term that explains it: `handed_off` is `HandedOffEvent`. */
const eventNote = (type: EventType): SchemaNote => {
  const name = type.split('_').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
  return explained(`${name}Event`, 'event', type);
};
