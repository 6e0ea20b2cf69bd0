import * as z from 'zod';
import { schema } from './schema.js';

/** A civil date without time: `2026-03-31`. Which stretch of time it covers depends on a zone. */
export type IsoDate = string;

/** A date as people write it; `month` and `day` count from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAY = 86_400_000;

/** Days since 1970-01-01 of a civil date; negative before it. */
export const dayNumber = ({ year, month, day }: CivilDate): number => Date.UTC(year, month - 1, day) / DAY;

/** The civil date so many days after 1970-01-01; the inverse of {@link dayNumber}. */
export const fromDayNumber = (number: number): CivilDate => {
  const at = new Date(number * DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
};

/** ISO weekday: 1 for Monday to 7 for Sunday. */
export const weekday = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** The civil date that text names, or null: `2026-02-30` names none. */
export const parseDate = (text: string): CivilDate | null => {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (found === null) return null;
  const date = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
  return date.year >= 1900 && date.year < 2200 && formatDate(fromDayNumber(dayNumber(date))) === text ? date : null;
};

/** A civil date as text: `2026-03-31`. */
export const formatDate = ({ year, month, day }: CivilDate): IsoDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The civil date of text that {@link IsoDate} has accepted. */
export const dateOf = (text: IsoDate): CivilDate => {
  const date = parseDate(text);
  if (date === null) throw new Error(`not a date: ${text}`);
  return date;
};

/** A real civil date between 1900 and 2200, as text. */
export const IsoDate = /* @__PURE__ */ schema(() =>
  z.string().refine((text) => parseDate(text) !== null, { error: 'a date is written as 2026-03-31 and must exist' }),
);
