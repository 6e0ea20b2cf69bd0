import { endOfDay, parseDate, toInstant, toIso, type Instant, type ZoneId } from 'revpact/kernel';

/** A moment from the command line, and what it was taken for, in words. */
export interface Moment {
  readonly at: Instant;
  readonly said: string;
}

/**
 * The moment that an argument names. A date is the end of that day in the zone: all of the day counts, and nothing of
 * the next. Text with time and offset is taken as it is. Anything else is a reason why not.
 *
 * The library takes no date for a moment; this is the one place where a person may write one.
 */
export const momentOf = (text: string, zone: ZoneId): Moment | { readonly reason: string } => {
  const date = parseDate(text);
  if (date !== null) {
    const at = endOfDay(zone, date);
    return { at, said: `the end of ${text} in ${zone}, ${toIso(at)}` };
  }
  const at = toInstant(text);
  if (typeof at === 'number') return { at, said: toIso(at) };
  return { reason: /^\d{4}-\d\d-\d\d$/.test(text) ? 'there is no such date between 1900 and 2200' : `${at.reason}; or a date alone, such as 2026-03-31` };
};
