import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Calendar, Holiday, Hours, Weekday } from 'revpact/vocabulary';

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

const DAYS: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** What an override closes of a day's hours, minute by minute; null where it opens a minute that the week does not. */
const closedBy = (usual: readonly Hours[], special: Times): readonly Hours[] | null => {
  const minute = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const text = (at: number): string => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  const within = (at: number, spans: readonly Hours[]): boolean => spans.some(({ from, to }) => minute(from) <= at && at < minute(to));
  const off: Hours[] = [];
  for (let at = 0; at < 1440; at += 1) {
    const [was, is] = [within(at, usual), within(at, hours(special))];
    if (is && !was) return null;
    if (was && !is) off.push({ from: text(at), to: text(at + 1) });
  }
  return off;
};

/** A peer's calendar in our words: breaks and overrides become partial holidays; null where an override opens more than the week. */
export const fromPeer = (peer: PeerCalendar): Calendar | null => {
  const week = Object.fromEntries(Object.entries(peer.weekly).map(([day, times]) => [day, hours(times)]));
  const holidays: Holiday[] = peer.holidays.map((date) => ({ date, name: 'holiday' }));
  for (const [date, times] of Object.entries(peer.breaks ?? {})) {
    for (const off of hours(times)) holidays.push({ date, name: 'break', off });
  }
  for (const [date, times] of Object.entries(peer.overrides ?? {})) {
    const off = closedBy(hours(peer.weekly[DAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]!] ?? []), times);
    if (off === null || peer.holidays.includes(date)) return null;
    for (const part of off) holidays.push({ date, name: 'override', off: part });
  }
  return { id: 'peer', zone: peer.tz, week, holidays };
};
