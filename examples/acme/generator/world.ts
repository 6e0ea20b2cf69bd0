import { openingsOf, wall, type Office, type Opening, type ZoneName } from './hours.js';

/** What both sides of Acme agreed on, as far as the generator must know it. The agreement itself is `pact.json`. */

export type PartyName = 'marketing' | 'sales_development' | 'sales';
export type HandOffName = 'mql_to_sdr' | 'tql_to_sales';

const NEW_YORK_HOLIDAYS = ['2025-07-04', '2025-09-01', '2025-11-27', '2025-12-25', '2026-01-01', '2026-05-25', '2026-06-19'];

/** Working hours and days off, as the agreement’s calendars have them. */
export const OFFICES: Readonly<Record<PartyName, Office>> = {
  marketing: {
    zone: 'Europe/Berlin',
    openings: [
      ['09:00', '12:30'],
      ['13:30', '18:00'],
    ],
    holidays: [
      '2025-10-03',
      '2025-12-25',
      '2025-12-26',
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
    ],
    closedFrom: { '2025-12-24': '12:30' },
  },
  sales_development: {
    zone: 'America/New_York',
    openings: [['08:30', '17:30']],
    holidays: NEW_YORK_HOLIDAYS,
    closedFrom: {},
  },
  sales: {
    zone: 'America/New_York',
    openings: [['09:00', '17:00']],
    holidays: NEW_YORK_HOLIDAYS,
    closedFrom: {},
  },
};

export const OPENINGS: Readonly<Record<PartyName, readonly Opening[]>> = {
  marketing: openingsOf(OFFICES.marketing),
  sales_development: openingsOf(OFFICES.sales_development),
  sales: openingsOf(OFFICES.sales),
};

export const zoneOf = (party: PartyName): ZoneName => OFFICES[party].zone;

/** Who works there, and how often they are late, as a factor on the party's usual share. */
export const PEOPLE: Readonly<Record<PartyName, readonly { readonly id: string; readonly late: number }[]>> = {
  marketing: [
    { id: 'mk_anna', late: 1 },
    { id: 'mk_jonas', late: 1 },
  ],
  sales_development: [
    { id: 'sdr_ben', late: 0.7 },
    { id: 'sdr_chloe', late: 0.6 },
    { id: 'sdr_dev', late: 1.7 },
    { id: 'sdr_ella', late: 1 },
  ],
  sales: [
    { id: 'rep_frank', late: 0.7 },
    { id: 'rep_grace', late: 0.6 },
    { id: 'rep_hugo', late: 1.7 },
  ],
};

/** What must come along with a delivery. */
export const AGREED_FIELDS: Readonly<Record<HandOffName, readonly string[]>> = {
  mql_to_sdr: ['source', 'job_title', 'company', 'trigger'],
  tql_to_sales: ['pain', 'next_step', 'meeting'],
};

/** Promised working minutes of the receiving party. */
export const PROMISES = {
  mql_to_sdr: { receiver: 'sales_development', answer: 8 * 60, firstAttempt: 120, attemptCountsFrom: 'delivery' },
  tql_to_sales: { receiver: 'sales', answer: 16 * 60, firstAttempt: 16 * 60, attemptCountsFrom: 'acceptance' },
} as const satisfies Record<HandOffName, unknown>;

/** Whoever accepts tries within five working days of nine hours: after that, the yes was a rubber stamp. */
export const TRY_WITHIN = 5 * 9 * 60;

/** The waivable clause’s id in the agreement. */
export const WAIVABLE_CLAUSE = 'sdr_first_response';

const BERLIN = 'Europe/Berlin';
/** The first inquiry may come then. */
export const START = wall(BERLIN, '2025-07-01', '00:00');
/** The end of 2026-06-30 in Berlin: what happened from then on is after the review. */
export const AS_OF = wall(BERLIN, '2026-07-01', '00:00');
/** The export was made then. */
export const EXPORTED = wall(BERLIN, '2026-07-03', '20:00');

/** A reporting window in Berlin, half-open. */
export interface Window {
  readonly start: number;
  readonly end: number;
}
export const Q2_2026: Window = { start: wall(BERLIN, '2026-04-01', '00:00'), end: AS_OF };

/** The Sundays on which a clock of ours was put back or forward. */
export const CLOCK_CHANGES: readonly { readonly zone: ZoneName; readonly date: string }[] = [
  { zone: 'Europe/Berlin', date: '2025-10-26' },
  { zone: 'America/New_York', date: '2025-11-02' },
  { zone: 'America/New_York', date: '2026-03-08' },
  { zone: 'Europe/Berlin', date: '2026-03-29' },
];
