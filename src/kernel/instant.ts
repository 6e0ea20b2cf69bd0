import * as z from 'zod';
import { schema } from './schema.js';

/** A moment: whole milliseconds since 1970-01-01T00:00:00Z, between the years 1900 and 2200. */
export type Instant = number;

/**
 * What a caller may hand in for a moment: epoch milliseconds, a `Date`, ISO text with an offset, or anything that
 * knows its `epochMilliseconds` (Temporal's `Instant` and `ZonedDateTime`). Text without an offset is refused: which
 * moment it names depends on who reads it.
 */
export type InstantInput = number | string | Date | { readonly epochMilliseconds: number };

/** The first moment of 1900 in UTC: no calendar reaches further back. */
export const EARLIEST: Instant = Date.UTC(1900, 0, 1);
/** The first moment of 2200 in UTC, which is no longer readable. */
export const LATEST: Instant = Date.UTC(2200, 0, 1);

const ISO = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(Z|[+-]\d\d:\d\d)$/;

/** Why a moment could not be read. */
export interface NotAnInstant {
  readonly reason: string;
}

/** Epoch milliseconds of what was handed in, or the reason why it names no moment. */
export const toInstant = (input: InstantInput): Instant | NotAnInstant => {
  const ms = typeof input === 'number' ? input : typeof input === 'string' ? isoToInstant(input) : fromObject(input);
  if (typeof ms !== 'number') return ms;
  if (!Number.isInteger(ms)) return { reason: 'a moment is a whole number of milliseconds' };
  if (ms < EARLIEST || ms >= LATEST) return { reason: 'moments run from 1900 to 2200' };
  return ms;
};

const fromObject = (input: Date | { readonly epochMilliseconds: number }): number =>
  input instanceof Date ? input.getTime() : input.epochMilliseconds;

const isoToInstant = (text: string): number | NotAnInstant => {
  const found = ISO.exec(text);
  if (found === null) {
    return {
      reason: /^\d{4}-\d\d-\d\d$/.test(text)
        ? 'a date alone names no moment; an event known to the day only has precision "day" and a zone beside it'
        : 'a moment is written as 2026-03-31T17:00:00+02:00 or 2026-03-31T15:00:00Z, with its offset',
    };
  }
  const [, y, mo, d, h, mi, s = '0', fraction = '0', offset = 'Z'] = found;
  const local = Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s), Number(fraction.padEnd(3, '0')));
  const back = new Date(local);
  const real =
    back.getUTCMonth() === Number(mo) - 1 && back.getUTCDate() === Number(d) && Number(h) < 24 && Number(mi) < 60 && Number(s) < 60;
  if (!real) return { reason: 'no such date or time of day' };
  if (offset === 'Z') return local;
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  if (hours > 18 || minutes > 59) return { reason: 'no such offset' };
  return local - (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
};

/** ISO text in UTC, to the second where the moment is on one: `2026-03-31T15:00:00Z`. */
export const toIso = (at: Instant): string => new Date(at).toISOString().replace('.000Z', 'Z');

/** A moment in input, as any of the four forms; epoch milliseconds once read. */
export const Instant = /* @__PURE__ */ schema(() =>
  z.codec(
    z.union(
      [
        z.number(),
        z.string(),
        z.date(),
        z.custom<{ readonly epochMilliseconds: number }>(
          (value) => typeof value === 'object' && value !== null && typeof (value as { epochMilliseconds?: unknown }).epochMilliseconds === 'number',
        ),
      ],
      { error: 'a moment: ISO text with its offset, or epoch milliseconds' },
    ),
    z.int(),
    {
      decode: (input, payload) => {
        const at = toInstant(input);
        if (typeof at === 'number') return at;
        payload.issues.push({ code: 'custom', input, message: at.reason });
        return 0;
      },
      encode: (at) => at,
    },
  ),
);

/** A moment in a document that is hashed: ISO text with its offset, kept as written. */
export const IsoInstant = /* @__PURE__ */ schema(() =>
  z.string().superRefine((text, context) => {
    const at = toInstant(text);
    if (typeof at !== 'number') context.addIssue({ code: 'custom', message: at.reason });
  }),
);

/** Epoch milliseconds of text that {@link IsoInstant} has accepted. */
export const instantOf = (text: string): Instant => {
  const at = toInstant(text);
  if (typeof at !== 'number') throw new Error(`not a moment: ${text}`);
  return at;
};
