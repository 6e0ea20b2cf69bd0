import { EARLIEST, LATEST } from '../../kernel/instant.js';

const LATELY = 1021;

/**
 * The moment of the usual spellings (`2026-03-31T17:00:00[.000]` with `Z` or `+02:00`, and thirteen digits), read in
 * place; `NaN` for anything else, which is not to say that it names none: the ordinary reading decides.
 */
export const instantReader = (): ((text: string, start: number, end: number) => number) => {
  // The days met lately, by date; a date that is none is NaN.
  const dates = new Int32Array(LATELY);
  const days = new Float64Array(LATELY);
  return (text, start, end) => {
    const length = end - start;
    if (length === 13) return inRange(digits(text, start, 13));
    if (length < 20 || length > 29) return NaN;
    const year = digits(text, start, 4);
    const month = digits(text, start + 5, 2);
    const day = digits(text, start + 8, 2);
    const hour = digits(text, start + 11, 2);
    const minute = digits(text, start + 14, 2);
    const second = digits(text, start + 17, 2);
    const between = text.charCodeAt(start + 10);
    const signs =
      text.charCodeAt(start + 4) === 45 &&
      text.charCodeAt(start + 7) === 45 &&
      (between === 84 || between === 32) &&
      text.charCodeAt(start + 13) === 58 &&
      text.charCodeAt(start + 16) === 58;
    if (!signs || !(hour < 24 && minute < 60 && second < 60)) return NaN;
    const date = year * 10_000 + month * 100 + day;
    if (!(date > 0)) return NaN;
    const place = date % LATELY;
    if (dates[place] !== date) {
      days[place] = dayMs(year, month, day);
      dates[place] = date;
    }
    let at = start + 19;
    let fraction = 0;
    if (text.charCodeAt(at) === 46) {
      const from = at + 1;
      for (at = from; at < end && isDigit(text.charCodeAt(at)); at += 1);
      const places = at - from;
      if (places < 1 || places > 3) return NaN;
      fraction = digits(text, from, places) * (places === 1 ? 100 : places === 2 ? 10 : 1);
    }
    const local = (days[place] ?? NaN) + ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
    const sign = text.charCodeAt(at);
    if (sign === 90) return at + 1 === end ? inRange(local) : NaN;
    if ((sign !== 43 && sign !== 45) || at + 6 !== end || text.charCodeAt(at + 3) !== 58) return NaN;
    const hours = digits(text, at + 1, 2);
    const minutes = digits(text, at + 4, 2);
    if (!(hours <= 18 && minutes < 60)) return NaN;
    return inRange(local - (sign === 45 ? -1 : 1) * (hours * 60 + minutes) * 60_000);
  };
};

const inRange = (at: number): number => (at >= EARLIEST && at < LATEST ? at : NaN);

const dayMs = (year: number, month: number, day: number): number => {
  const at = Date.UTC(year, month - 1, day);
  const back = new Date(at);
  // Two digits of a year mean another one here.
  return year >= 1000 && back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? at : NaN;
};

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The number that so many digits make; `NaN` where one is none. */
export const digits = (text: string, start: number, count: number): number => {
  let number = 0;
  for (let at = start; at < start + count; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    number = number * 10 + digit;
  }
  return number;
};
