import { feedIssue } from '../issues.js';
import type { Issue } from '../../../kernel/issue.js';
import { fail, ok, type Result } from '../../../kernel/result.js';

/** Longer text is refused: ten years of one country's holidays are some 100,000 characters. */
export const ICALENDAR_LIMIT = 10_000_000;

/** One event or zone of an iCalendar text, as its unfolded lines: its own first, then each block inside it. */
export interface Block {
  readonly lines: readonly string[];
  readonly inner: readonly Block[];
  /** Whether its own END line was found before anything else ended. */
  readonly finished: boolean;
}

/** The events and zones of an iCalendar text, each with its position among its like. */
export interface Content {
  readonly events: readonly Block[];
  readonly zones: readonly Block[];
}

/** Folded lines put together again. */
const unfold = (text: string): readonly string[] => {
  const lines: string[][] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    if ((line.startsWith(' ') || line.startsWith('\t')) && lines.length > 0) lines.at(-1)?.push(line.slice(1));
    else lines.push([line]);
  }
  return lines.map((parts) => parts.join(''));
};

interface OpenBlock {
  readonly name: string;
  readonly lines: string[];
  readonly inner: Block[];
}

/**
 * Text taken apart into events and zones before any line of it is read, so that one bad event costs no other.
 *
 * Issues: `sla.feed_not_text`, `sla.feed_too_long`, `sla.feed_no_calendar`.
 */
export const contentOf = (text: unknown, eventLimit: number): Result<Content> => {
  if (typeof text !== 'string') return fail([feedIssue('feed_not_text', undefined)]);
  if (text.length > ICALENDAR_LIMIT) return fail([tooLong(ICALENDAR_LIMIT, 'characters')]);
  const events: Block[] = [];
  const zones: Block[] = [];
  let calendars = 0;
  const open: OpenBlock[] = [];
  const openByName = new Map<string, number>();
  const begin = (name: string): void => {
    open.push({ name, lines: [], inner: [] });
    openByName.set(name, (openByName.get(name) ?? 0) + 1);
  };
  const close = (finished: boolean): void => {
    const block = open.pop();
    if (block === undefined) return;
    openByName.set(block.name, (openByName.get(block.name) ?? 0) - 1);
    const made = { lines: block.lines, inner: block.inner, finished };
    if (block.name === 'VEVENT') events.push(made);
    else if (block.name === 'VTIMEZONE') zones.push(made);
    else open.at(-1)?.inner.push(made);
  };
  // Files of some programs begin with a mark of their byte order.
  for (const line of unfold(text.replace(/^\uFEFF/, ''))) {
    const [begins, ends] = [named(line, 'BEGIN:'), named(line, 'END:')];
    if (begins !== null) {
      // Neither events nor zones lie inside one another: one that begins leaves the one before without an end.
      if (begins === 'VEVENT' || begins === 'VTIMEZONE' || begins === 'VCALENDAR') while (open.length > 0) close(false);
      if (begins === 'VCALENDAR') calendars += 1;
      else if (open.length > 0 || begins === 'VEVENT' || begins === 'VTIMEZONE') begin(begins);
    } else if (ends === null) {
      if (line.trim() !== '') open.at(-1)?.lines.push(line);
    } else if ((openByName.get(ends) ?? 0) > 0) {
      while (open.at(-1)?.name !== ends) close(false);
      close(true);
    } else if (ends === 'VCALENDAR') {
      while (open.length > 0) close(false);
    }
  }
  while (open.length > 0) close(false);
  if (calendars === 0) return fail([feedIssue('feed_no_calendar', undefined)]);
  if (events.length > eventLimit) return fail([tooLong(eventLimit, 'events')]);
  return ok({ events, zones });
};

const tooLong = (limit: number, what: string): Issue => feedIssue('feed_too_long', { limit, what });

/** The name on a BEGIN or END line, or null where the line is another. */
const named = (line: string, word: 'BEGIN:' | 'END:'): string | null =>
  line.length < 100 && line.slice(0, word.length).toUpperCase() === word ? line.slice(word.length).trim().toUpperCase() : null;
