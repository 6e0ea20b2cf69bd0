import type { Instant } from '../../../kernel/instant.js';
import { formatDate, fromDayNumber, dayNumber, parseDate, type IsoDate } from '../../../kernel/date.js';
import { toIso } from '../../../kernel/instant.js';

const OCTETS = 75;

/** One reminder of an entry, at a moment. */
export interface CalendarAlarm {
  readonly at: Instant;
  readonly text: string;
}

/** One thing that stands in a calendar: at a moment, or on a date. */
export interface CalendarEntry {
  /** The same for the same thing, whenever it is written: calendar programs replace what they have under it. */
  readonly uid: string;
  readonly when: { readonly at: Instant } | { readonly date: IsoDate };
  readonly summary: string;
  readonly description: string;
  readonly categories: readonly string[];
  readonly alarms: readonly CalendarAlarm[];
}

/** What a whole calendar says of itself. */
export interface CalendarHead {
  readonly name: string;
  /** When this text is made: the library reads no clock. */
  readonly stamp: Instant;
}

/**
 * Entries as iCalendar text (RFC 5545): lines end in CRLF and are folded at 75 octets between characters; moments are in
 * UTC, so that no zone has to be described. Entries keep their order. Control characters, which the format cannot hold,
 * become spaces.
 */
export const calendarText = ({ name, stamp }: CalendarHead, entries: readonly CalendarEntry[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//revpact//sla//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => entryLines(entry, stamp)),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');

const entryLines = ({ uid, when, summary, description, categories, alarms }: CalendarEntry, stamp: Instant): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${utc(stamp)}`,
  ...('at' in when ? [`DTSTART:${utc(when.at)}`] : [`DTSTART;VALUE=DATE:${compact(when.date)}`, `DTEND;VALUE=DATE:${compact(dayAfter(when.date))}`]),
  `SUMMARY:${escaped(summary)}`,
  ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
  ...(categories.length === 0 ? [] : [`CATEGORIES:${categories.map(escaped).join(',')}`]),
  // What is due takes none of anybody's time.
  'TRANSP:TRANSPARENT',
  ...alarms.flatMap(({ at, text }) => ['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER;VALUE=DATE-TIME:${utc(at)}`, `DESCRIPTION:${escaped(text)}`, 'END:VALARM']),
  'END:VEVENT',
];

/** `20260331T150000Z`: the format has no fractions of a second, so that a moment within one is written as its beginning. */
const utc = (at: Instant): string => `${compact(toIso(at).slice(0, 19)).replaceAll(':', '')}Z`;

const compact = (text: string): string => text.replaceAll('-', '');

const dayAfter = (date: IsoDate): IsoDate => {
  const civil = parseDate(date);
  if (civil === null) throw new Error(`not a date: ${date}`);
  return formatDate(fromDayNumber(dayNumber(civil) + 1));
};

/** Text as a value: backslash, semicolon, comma and new lines escaped. */
const escaped = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\r\n|\r/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** A line in pieces of at most 75 octets, each but the first begun by a space, none of them cut within a character. */
const folded = (line: string): string => {
  const pieces: string[] = [];
  let piece = '';
  let room = OCTETS;
  for (const character of line) {
    const size = octetsOf(character);
    if (size > room) {
      pieces.push(piece);
      piece = '';
      // The space that begins the next line counts.
      room = OCTETS - 1;
    }
    piece += character;
    room -= size;
  }
  return [...pieces, piece].join('\r\n ');
};

/** How long a character is in UTF-8. */
const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};
