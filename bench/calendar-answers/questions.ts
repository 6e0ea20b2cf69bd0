import { Temporal } from 'temporal-polyfill';

/** Hours on a day, as `['09:00', '12:00', '13:00', '17:00']`: opens, closes, opens, closes. */
export type DayHours = readonly string[];

/** One question with its answer, worked by hand. Moments are wall-clock times in the zone. */
export interface Question {
  readonly name: string;
  readonly zone: string;
  /** Monday first; a day without hours is closed. */
  readonly week: readonly DayHours[];
  readonly holidays?: readonly string[];
  readonly from: string;
  /** The open minutes until then are asked for … */
  readonly to?: string;
  /** … or the moment by which so many have passed. */
  readonly add?: number;
  readonly answer: number | string;
}

const week = (hours: DayHours, weekend: DayHours = []): readonly DayHours[] => [hours, hours, hours, hours, hours, weekend, weekend];
const OFFICE = week(['09:00', '17:00']);
const LUNCH = week(['09:00', '12:00', '13:00', '17:00']);
const ALWAYS = week(['00:00', '24:00'], ['00:00', '24:00']);
const NIGHTS = week(['00:00', '06:00', '22:00', '24:00'], ['00:00', '06:00', '22:00', '24:00']);
const NEW_YORK = 'America/New_York';

export const QUESTIONS: readonly Question[] = [
  { name: 'an afternoon', zone: NEW_YORK, week: OFFICE, from: '2026-06-01 14:00', to: '2026-06-01 15:30', answer: 90 },
  { name: 'over a weekend', zone: NEW_YORK, week: OFFICE, from: '2026-06-05 16:30', to: '2026-06-08 09:30', answer: 60 },
  { name: 'over a holiday', zone: NEW_YORK, week: OFFICE, holidays: ['2026-07-03'], from: '2026-07-02 16:00', to: '2026-07-06 10:00', answer: 120 },
  { name: 'seconds', zone: NEW_YORK, week: OFFICE, from: '2026-06-01 16:59:30', to: '2026-06-02 09:00:15', answer: 0.75 },
  { name: 'office, clocks go forward at the weekend', zone: NEW_YORK, week: OFFICE, from: '2026-03-06 16:30', to: '2026-03-09 09:30', answer: 60 },
  { name: 'office, clocks go back at the weekend', zone: NEW_YORK, week: OFFICE, from: '2026-10-30 16:30', to: '2026-11-02 09:30', answer: 60 },
  { name: 'a lunch break between', zone: NEW_YORK, week: LUNCH, from: '2026-06-01 11:00', to: '2026-06-01 14:00', answer: 120 },
  { name: 'from one lunch break to the next', zone: NEW_YORK, week: LUNCH, from: '2026-06-01 12:30', to: '2026-06-02 12:30', answer: 420 },
  { name: 'nights, from noon to noon', zone: NEW_YORK, week: NIGHTS, from: '2026-06-01 12:00', to: '2026-06-02 12:00', answer: 480 },
  { name: 'always open, clocks go forward', zone: NEW_YORK, week: ALWAYS, from: '2026-03-07 12:00', to: '2026-03-08 12:00', answer: 1380 },
  { name: 'always open, clocks go back', zone: NEW_YORK, week: ALWAYS, from: '2026-10-31 12:00', to: '2026-11-01 12:00', answer: 1500 },
  { name: 'opens in an hour that is skipped', zone: NEW_YORK, week: week(['02:30', '10:00'], ['02:30', '10:00']), from: '2026-03-08 01:00', to: '2026-03-08 12:00', answer: 420 },
  { name: 'opens in an hour that comes twice', zone: NEW_YORK, week: week(['01:00', '02:00'], ['01:00', '02:00']), from: '2026-11-01 00:00', to: '2026-11-01 06:00', answer: 120 },
  { name: 'Cairo skips midnight', zone: 'Africa/Cairo', week: ALWAYS, from: '2026-04-23 12:00', to: '2026-04-24 12:00', answer: 1380 },
  { name: 'Lord Howe goes back half an hour', zone: 'Australia/Lord_Howe', week: ALWAYS, from: '2026-04-04 12:00', to: '2026-04-05 12:00', answer: 1470 },
  { name: 'Apia leaves out a Friday', zone: 'Pacific/Apia', week: OFFICE, from: '2011-12-29 16:00', to: '2012-01-02 10:00', answer: 120 },
  { name: 'Kathmandu, a day and an hour', zone: 'Asia/Kathmandu', week: OFFICE, from: '2026-06-01 09:15', to: '2026-06-02 10:15', answer: 540 },
  { name: 'add within a day', zone: NEW_YORK, week: OFFICE, from: '2026-06-01 14:00', add: 90, answer: '2026-06-01 15:30' },
  { name: 'add up to the closing', zone: NEW_YORK, week: OFFICE, from: '2026-06-01 09:00', add: 480, answer: '2026-06-01 17:00' },
  { name: 'add over a lunch break', zone: NEW_YORK, week: LUNCH, from: '2026-06-01 11:30', add: 60, answer: '2026-06-01 13:30' },
  { name: 'add from a lunch break', zone: NEW_YORK, week: LUNCH, from: '2026-06-01 12:30', add: 60, answer: '2026-06-01 14:00' },
  { name: 'add over a weekend on which clocks go forward', zone: NEW_YORK, week: OFFICE, from: '2025-03-07 16:30', add: 60, answer: '2025-03-10 09:30' },
  { name: 'add over a weekend on which clocks go back', zone: NEW_YORK, week: OFFICE, from: '2025-10-31 16:30', add: 60, answer: '2025-11-03 09:30' },
  { name: 'add over a night on which clocks go forward', zone: NEW_YORK, week: NIGHTS, from: '2026-03-08 00:00', add: 300, answer: '2026-03-08 06:00' },
  { name: 'add three days of nights', zone: NEW_YORK, week: NIGHTS, from: '2026-06-01 12:00', add: 1440, answer: '2026-06-04 06:00' },
];

export const momentOf = (zone: string, text: string): number => Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime(zone).epochMilliseconds;
export const wallOf = (zone: string, at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16).replace('T', ' ');
