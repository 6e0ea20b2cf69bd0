/**
 * How an export writes its dates, as data: `DD.MM.YYYY HH:mm`. Letters stand for parts, everything else for itself. No
 * regular expression comes from a mapping, and reading takes one step a letter.
 */
type Part = 'year' | 'month' | 'day' | 'hour' | 'hour12' | 'minute' | 'second' | 'fraction' | 'half' | 'offset';

interface Token {
  /** A part of the date, or null for letters that stand for themselves. */
  readonly part: Part | null;
  readonly text: string;
  /** Fewest and most digits. */
  readonly least: number;
  readonly most: number;
}

const TOKENS: Readonly<Record<string, readonly [part: Part, least: number, most: number]>> = {
  YYYY: ['year', 4, 4],
  MMM: ['month', 3, 3],
  MM: ['month', 2, 2],
  M: ['month', 1, 2],
  DD: ['day', 2, 2],
  D: ['day', 1, 2],
  HH: ['hour', 2, 2],
  H: ['hour', 1, 2],
  hh: ['hour12', 2, 2],
  h: ['hour12', 1, 2],
  mm: ['minute', 2, 2],
  ss: ['second', 2, 2],
  SSS: ['fraction', 1, 3],
  A: ['half', 2, 2],
  Z: ['offset', 1, 6],
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A written form, ready to read with. */
export type WrittenForm = readonly Token[];

/** What a form names: a day, a wall time, a moment with its offset; null where it names no day or names a part twice. */
export type FormKind = 'date' | 'local' | 'instant';

/** The parts of a form; null where it holds a letter that stands for nothing. `T` stands for itself. */
export const compileForm = (form: string): WrittenForm | null => {
  const tokens: Token[] = [];
  for (let at = 0; at < form.length; ) {
    const sign = form.charAt(at);
    let end = at + 1;
    while (end < form.length && form.charAt(end) === sign) end += 1;
    const run = form.slice(at, end);
    const token = Object.hasOwn(TOKENS, run) ? TOKENS[run] : undefined;
    if (token !== undefined) tokens.push({ part: token[0], text: run, least: token[1], most: token[2] });
    else if (/^(?:[\x20-\x40\x5b-\x60\x7b-\x7e]+|T)$/.test(run)) tokens.push({ part: null, text: run, least: 0, most: 0 });
    else return null;
    at = end;
  }
  return tokens;
};

/** What a form names, or null where no moment can be made of it. */
export const kindOfForm = (form: WrittenForm): FormKind | null => {
  const parts = form.flatMap(({ part }) => part ?? []);
  const has = (part: Part): boolean => parts.includes(part);
  const day = has('year') && has('month') && has('day');
  if (!day || new Set(parts).size < parts.length) return null;
  const time = has('hour') || (has('hour12') && has('half'));
  if (!time) return parts.length === 3 ? 'date' : null;
  if (!has('minute') || has('hour') === has('hour12') || has('half') !== has('hour12') || (has('fraction') && !has('second'))) return null;
  return has('offset') ? 'instant' : 'local';
};

/** The same in ISO 8601: `2026-03-31`, `2026-03-31T17:00:00.000`, with its offset where the form has one; null where the text is not written so. */
export const isoOf = (form: WrittenForm, text: string): string | null => {
  const found: Partial<Record<Part, string>> = {};
  let at = 0;
  for (const { part, text: letters, least, most } of form) {
    if (part === null) {
      if (!text.startsWith(letters, at)) return null;
      at += letters.length;
      continue;
    }
    const end = part === 'offset' ? offsetEnd(text, at) : least === 3 || part === 'half' ? at + least : digitsEnd(text, at, most);
    if (end - at < least || end > text.length) return null;
    found[part] = text.slice(at, end);
    at = end;
  }
  return at === text.length ? spell(found) : null;
};

const digitsEnd = (text: string, start: number, most: number): number => {
  let end = start;
  while (end < start + most && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1;
  return end;
};

/** `Z`, `+02`, `+0200` or `+02:00`. */
const offsetEnd = (text: string, start: number): number => {
  if (text.startsWith('Z', start)) return start + 1;
  return start + (/^[+-]\d\d(?::?\d\d)?/.exec(text.slice(start, start + 6))?.[0].length ?? 0);
};

const spell = (found: Readonly<Partial<Record<Part, string>>>): string | null => {
  const { year = '', day = '' } = found;
  const month = monthOf(found.month ?? '');
  if (month === null) return null;
  const date = `${year}-${month}-${day.padStart(2, '0')}`;
  if (found.minute === undefined) return date;
  const hour = found.hour ?? hourOf(found.hour12 ?? '', found.half ?? '');
  if (hour === null) return null;
  const time = `${hour.padStart(2, '0')}:${found.minute}:${found.second ?? '00'}.${(found.fraction ?? '0').padEnd(3, '0')}`;
  return `${date}T${time}${found.offset === undefined ? '' : longOffset(found.offset)}`;
};

const monthOf = (text: string): string | null => {
  if (text.length < 3) return text.padStart(2, '0');
  const place = MONTHS.indexOf(text.toLowerCase());
  return place === -1 ? null : String(place + 1).padStart(2, '0');
};

/** Twelve hours of the clock as twenty-four: 12 AM is midnight, 12 PM noon. */
const hourOf = (hour: string, half: string): string | null => {
  const number = Number(hour);
  const later = half.toUpperCase();
  if (number < 1 || number > 12 || (later !== 'AM' && later !== 'PM')) return null;
  return String((number % 12) + (later === 'PM' ? 12 : 0));
};

const longOffset = (offset: string): string => {
  if (offset === 'Z') return offset;
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  return `${offset.charAt(0)}${digits.slice(0, 2)}:${digits.slice(2)}`;
};
