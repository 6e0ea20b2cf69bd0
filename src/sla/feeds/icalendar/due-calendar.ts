import { digest } from '../../../kernel/canonical.js';
import type { Instant } from '../../../kernel/instant.js';
import type { Commitment } from '../../due/commitment.js';
import type { Escalation } from '../../due/escalation.js';
import type { ReviewDay } from '../../due/review-day.js';
import type { DueItem } from '../../due/schedule.js';
import { lengthOf, partyWords } from '../../words.js';
import { calendarText, type CalendarEntry } from './write.js';

/** What the text needs that the rows do not say. */
export interface DueCalendarOptions {
  /** What the calendar is called. */
  readonly name: string;
  /** The host's own domain, such as `pact.acme.example`: it makes the entries' ids the host's. */
  readonly domain: string;
  /** The moment as of which the rows were asked for; calendar programs take the later of two texts. */
  readonly stamp: Instant;
  /** What parties and people are called, by id; an id stands for itself. */
  readonly partyNames?: Readonly<Record<string, string>>;
  readonly personNames?: Readonly<Record<string, string>>;
}

/** The text, and what has no place in it. */
export interface DueCalendar {
  readonly text: string;
  /** Promises that are due at no moment yet: their clock is paused, and nobody knows until when. */
  readonly undated: readonly DueItem[];
}

/** What is due, who is to be told, what a period asks for, and reviews: the rows that `agenda` plots by date. */
export interface DueRows {
  readonly due: readonly DueItem[];
  readonly escalations?: readonly Escalation[];
  readonly commitments?: readonly Commitment[];
  readonly reviews?: readonly ReviewDay[];
}

/**
 * What is due, as an iCalendar text that calendar programs subscribe to: an entry at the moment each promise is due, with
 * an alarm at its warning; one for each time that somebody is to be told; one for what a period asks for, at the last second
 * in which it is in time; and one on the day of each review. Entry ids are made of the rows' own, so that a promise that moves replaces its entry, and
 * one that is kept goes with the next text.
 *
 * @example
 * ```ts
 * import { dueCalendar } from 'revpact/sla/icalendar';
 *
 * const { text } = dueCalendar({ due: [] }, { name: 'Due', domain: 'pact.acme.example', stamp: Date.UTC(2026, 2, 31, 15) });
 * text.split('\r\n').slice(0, 2) // => ['BEGIN:VCALENDAR', 'VERSION:2.0']
 * ```
 */
export const dueCalendar = ({ due, escalations = [], commitments = [], reviews = [] }: DueRows, options: DueCalendarOptions): DueCalendar => ({
  text: calendarText(options, [
    ...due.flatMap((item) => dueEntry(item, options)),
    ...escalations.map((escalation) => escalationEntry(escalation, options)),
    ...commitments.map((commitment) => commitmentEntry(commitment, options)),
    ...reviews.map((review) => reviewEntry(review, options)),
  ]),
  undated: due.filter(({ dueAt }) => dueAt === null),
});

const uid = (what: string, id: string, { domain }: DueCalendarOptions): string => `${digest([what, id]).slice(0, 32)}@${domain}`;

const dueEntry = (item: DueItem, options: DueCalendarOptions): readonly CalendarEntry[] => {
  const { id, title, leadId, by, person, to, warnAt, dueAt, leftMs, flag } = item;
  if (dueAt === null) return [];
  const left = leftMs < 0 ? `Overdue by ${lengthOf(leftMs)} of working time.` : `${lengthOf(leftMs)} of working time left.`;
  return [
    {
      uid: uid('due', id, options),
      when: { at: dueAt },
      summary: `${title}: ${leadId}`,
      description: `${whoIs(by, person, options)} owes this to ${partyIs(to, options)}.\n${left}`,
      categories: [flag],
      alarms: warnAt === null ? [] : [{ at: warnAt, text: `${title}: ${leadId}` }],
    },
  ];
};

const escalationEntry = ({ id, at, title, leadId, rung, tell, party, person }: Escalation, options: DueCalendarOptions): CalendarEntry => ({
  uid: uid('escalation', id, options),
  when: { at },
  summary: tell === 'reassign' ? `Give to somebody else: ${leadId}` : `Tell ${person === null ? tell : nameOf(person, options)}: ${title}: ${leadId}`,
  description: `Step ${String(rung)} of what was agreed for "${title}", which ${partyIs(party, options)} owes.`,
  categories: ['escalation'],
  alarms: [],
});

const commitmentEntry = ({ id, title, by, to, dueAt, sentence }: Commitment, options: DueCalendarOptions): CalendarEntry => ({
  uid: uid('commitment', id, options),
  // The moment itself is too late already.
  when: { at: dueAt - 1 },
  summary: title,
  description: `${partyIs(by, options)} owes this to ${partyIs(to, options)}.\n${sentence}`,
  categories: ['commitment'],
  alarms: [],
});

const reviewEntry = ({ id, date, title, attendees }: ReviewDay, options: DueCalendarOptions): CalendarEntry => ({
  uid: uid('review', id, options),
  when: { date },
  summary: title,
  description: attendees.length === 0 ? '' : `With ${attendees.join('; ')}.`,
  categories: ['review'],
  alarms: [],
});

const whoIs = (party: string, person: string | null, options: DueCalendarOptions): string =>
  person === null ? partyIs(party, options) : nameOf(person, options);

const partyIs = (party: string, { partyNames = {} }: DueCalendarOptions): string => partyWords(party, partyNames);

const nameOf = (person: string, { personNames = {} }: DueCalendarOptions): string =>
  (Object.hasOwn(personNames, person) ? personNames[person] : undefined) ?? person;
