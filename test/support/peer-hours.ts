import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Calendar, Hours, Weekday } from 'revpact/vocabulary';

/** Recorded cases of other business-hours libraries; kept beside the checkout, not in it. */
const folder = new URL('../../../shared/data/business-hours/', import.meta.url);

export const hasPeerCases = existsSync(folder);
if (!hasPeerCases) console.warn('notice: ../shared/data/business-hours is absent; the recorded cases of peers are not run');

type Times = readonly (readonly [string, string])[];

export interface PeerCalendar {
  readonly tz: string;
  readonly weekly: Readonly<Partial<Record<Weekday, Times>>>;
  readonly holidays: readonly string[];
  readonly breaks?: Readonly<Record<string, Times>>;
  readonly overrides?: Readonly<Record<string, Times>>;
}

export interface PeerCase {
  readonly id: string;
  readonly op: string;
  readonly calendar: PeerCalendar;
  readonly at?: string;
  readonly from?: string;
  readonly to?: string;
  readonly amount_seconds?: number;
  readonly expected?: unknown;
  readonly expected_seconds?: number;
  readonly expected_periods?: Times;
}

interface PeerFile {
  readonly meta: { readonly count: number };
  readonly calendars?: Readonly<Record<string, PeerCalendar>>;
  readonly cases: readonly (Omit<PeerCase, 'calendar'> & { readonly cal?: string; readonly calendar?: PeerCalendar })[];
}

const readFile = (name: string): unknown => JSON.parse(readFileSync(fileURLToPath(new URL(name, folder)), 'utf8'));

/** Every case of one file, with its calendar beside it. */
export const peerCases = (name: string): readonly PeerCase[] => {
  const file = readFile(name) as PeerFile;
  return file.cases.map((one) => ({ ...one, calendar: one.calendar ?? file.calendars![one.cal!]! }));
};

export interface DstCase {
  readonly cal: string;
  readonly calendar: PeerCalendar;
  readonly from: string;
  readonly to: string;
  readonly biz_seconds: number;
  readonly working_hours_seconds: number;
  readonly plain_reference_seconds: number;
}

interface DstFile {
  readonly calendars: Readonly<Record<string, PeerCalendar>>;
  readonly cases: readonly Omit<DstCase, 'calendar'>[];
}

export const dstCases = (): readonly DstCase[] => {
  const file = readFile('dst_gap_three_implementations.json') as DstFile;
  return file.cases.map((one) => ({ ...one, calendar: file.calendars[one.cal]! }));
};

export interface ConfigCase {
  readonly id: string;
  readonly field: string;
  readonly value: unknown;
  readonly valid: boolean;
}

export const configCases = (): readonly ConfigCase[] =>
  (readFile('working_hours_config_cases.json') as { readonly cases: readonly ConfigCase[] }).cases;

/** A moment as peers wrote it: without an offset it is in UTC. */
export const peerMoment = (text: string): number => Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);

const hours = (times: Times): readonly Hours[] => times.map(([from, to]) => ({ from, to }));

/** A peer's calendar in our words: breaks are parts of a day off, overrides are openings. A holiday that stands twice stands once here. */
export const fromPeer = (peer: PeerCalendar): Calendar => {
  const off = Object.entries(peer.breaks ?? {}).flatMap(([date, times]) => hours(times).map((part) => ({ date, name: 'break', off: part })));
  const openings = Object.entries(peer.overrides ?? {}).map(([date, times]) => ({ date, name: 'override', hours: hours(times) }));
  return {
    id: 'peer',
    zone: peer.tz,
    week: Object.fromEntries(Object.entries(peer.weekly).map(([day, times]) => [day, hours(times)])),
    ...(openings.length === 0 ? {} : { openings }),
    holidays: [...[...new Set(peer.holidays)].map((date) => ({ date, name: 'holiday' })), ...off],
  };
};
