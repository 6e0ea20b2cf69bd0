import * as z from 'zod';
import { Account } from '../account.js';
import { Activity } from '../activity.js';
import { Calendar } from '../calendar.js';
import { Event } from '../event.js';
import { Extension } from '../extension/extension.js';
import { Framework } from '../framework.js';
import { Glossary } from '../glossary/term.js';
import type { DocumentKind, JsonSchema, JsonSchemaPart } from './json-schema.js';
import { Contact, Lead } from '../lead.js';
import { Meeting } from '../meeting.js';
import { Spend } from '../money.js';
import { Opportunity } from '../opportunity.js';
import { Party } from '../party.js';
import { QualificationFramework } from '../qualification.js';
import { Quota } from '../quota.js';
import { Rate } from '../rate.js';
import { DATE } from './registry.js';

const TEXT = 'text is well-formed Unicode, and the length of an id counts UTF-16 units';
const MOMENTS = 'a moment exists and lies between 1900 and 2200';
const ZONES = 'a time zone is one that this host knows';
const SPAN = 'a date exists, and a span ends on the day it begins or later, at most ten years on';
const DAYS = 'an event known to the day only gives its date, or the moment at which that day starts in its zone';

/** The kinds of document that this room has schemas for. */
export const vocabularyDocuments = (): readonly DocumentKind[] => [
  { name: 'event', type: Event, beyond: [TEXT, MOMENTS, ZONES, DAYS], amend: withDates },
  { name: 'events', type: z.array(Event), beyond: [TEXT, MOMENTS, ZONES, DAYS], amend: withDates },
  {
    name: 'framework',
    type: Framework,
    beyond: [TEXT, 'stages, steps, milestones and migrations name stages that there are, and no id stands twice (createLifecycle)'],
  },
  { name: 'extension', type: Extension, beyond: [TEXT, 'it fits the framework that it extends (extendFramework)'] },
  { name: 'qualification', type: QualificationFramework, beyond: [TEXT, 'no two fields have one id'] },
  { name: 'glossary', type: Glossary, beyond: [TEXT, 'no two words can be mixed up (glossaryIssues)'] },
  {
    name: 'calendar',
    type: Calendar,
    beyond: [TEXT, ZONES, 'a date exists', 'hours of one day do not overlap; seasons share no date; no opening and no holiday stands twice; it opens at some time (openHours)'],
  },
  { name: 'party', type: Party, beyond: [TEXT] },
  { name: 'account', type: Account, beyond: [TEXT] },
  { name: 'contact', type: Contact, beyond: [TEXT] },
  { name: 'lead', type: Lead, beyond: [TEXT, MOMENTS] },
  { name: 'opportunity', type: Opportunity, beyond: [TEXT, MOMENTS] },
  { name: 'meeting', type: Meeting, beyond: [TEXT, MOMENTS] },
  { name: 'activity', type: Activity, beyond: [TEXT, MOMENTS] },
  { name: 'spend', type: Spend, beyond: [TEXT, SPAN] },
  { name: 'quota', type: Quota, beyond: [TEXT, SPAN, 'a quota is a count or an amount, one of them, and has a day of its weekdays'] },
  { name: 'rate', type: Rate, beyond: [TEXT, 'a date exists', 'a rate is above zero', 'a rate is between two currencies'] },
];

/**
 * `safeParseEvent` takes a date for the moment of an event that is known to the day, and wants its zone: each type of
 * event says so.
 */
const withDates = (schema: JsonSchema): JsonSchema => ({
  ...schema,
  $defs: { ...Object.fromEntries(Object.entries(schema.$defs).map(([id, part]) => [id, isEvent(part) ? dated(part) : part])), Day: DAY },
});

interface EventPart extends JsonSchemaPart {
  readonly properties: JsonSchemaPart;
}

const isEvent = (part: JsonSchemaPart): part is EventPart =>
  typeof part['properties'] === 'object' && part['properties'] !== null && 'precision' in part['properties'] && 'at' in part['properties'];

const dated = (part: EventPart): JsonSchemaPart => ({
  ...part,
  properties: { ...part.properties, at: { anyOf: [part.properties['at'], { $ref: '#/$defs/Day' }] } },
  allOf: [
    { if: { required: ['precision'] }, then: { required: ['zone'] } },
    { if: { properties: { at: { $ref: '#/$defs/Day' } }, required: ['at'] }, then: { required: ['precision', 'zone'] } },
  ],
});

/** The date of an event that is known to the day. */
const DAY: JsonSchemaPart = { title: 'Day', description: 'For an event with precision "day" and a zone.', type: 'string', pattern: DATE };
