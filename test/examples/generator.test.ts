import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { GENERIC_MAPPING, importAccounts, importEvents } from 'revpact/crm';
import { generate } from '../../examples/acme/generate.js';
import { HOSTILE_TEXTS, TWO_LINES } from '../../examples/acme/generator/hostile.js';
import { addWorking, workingBetween } from '../../examples/acme/generator/hours.js';
import { randomOf, whole } from '../../examples/acme/generator/random.js';
import { OFFICES, OPENINGS, type PartyName } from '../../examples/acme/generator/world.js';
import { csvRecords } from '../support/acme-csv.js';

const acme = generate();
const rows = csvRecords(acme.events);
type Row = (typeof rows)[number];

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const at = (row: Row): number => Date.parse(row['at'] ?? '');
const is = (row: Row, column: string, ...values: readonly string[]): boolean => values.includes(row[column] ?? '');

/** Every event once, the first row of it, without the rows that cannot be read. */
const events = [...new Map([...rows].reverse().map((row) => [row['id'], row])).values()]
  .reverse()
  .filter((row) => !/^bad-/.test(row['id'] ?? ''));
const corrections = events.filter((row) => is(row, 'type', 'correction'));
const voided = new Set(corrections.filter((row) => is(row, 'change', 'void')).map((row) => row['corrects']));
const redated = new Map(
  corrections.filter((row) => is(row, 'change', 'at')).map((row) => [row['corrects'], Date.parse(row['change_at'] ?? '')]),
);

/** The events that hold, by lead, in their order. */
const byLead = new Map<string, { readonly row: Row; readonly at: number }[]>();
for (const row of events) {
  const lead = row['lead_id'] ?? '';
  if (lead === '' || voided.has(row['id'])) continue;
  const told = byLead.get(lead) ?? [];
  told.push({ row, at: redated.get(row['id']) ?? at(row) });
  byLead.set(lead, told);
}
for (const told of byLead.values()) told.sort((a, b) => a.at - b.at || Number(a.row['seq']) - Number(b.row['seq']));

/** Each delivery with what followed until the next one. */
const deliveries = [...byLead.values()].flatMap((told) =>
  told.flatMap(({ row, at: deliveredAt }, i) => {
    if (!is(row, 'type', 'handed_off')) return [];
    const next = told.findIndex((later, j) => j > i && is(later.row, 'type', 'handed_off'));
    return [{ row, at: deliveredAt, then: told.slice(i + 1, next === -1 ? told.length : next) }];
  }),
);
type Told = (typeof deliveries)[number]['then'][number];
const attempted = (row: Row, then: readonly Told[]) =>
  then.find((one) => is(one.row, 'type', 'attempt') && is(one.row, 'kind', 'human') && one.row['party'] === row['to']);

describe('the same seed gives the same files', () => {
  const hashes = [sha256(acme.events), sha256(acme.accounts)];

  test('twice in one process', () => {
    const again = generate();
    expect([sha256(again.events), sha256(again.accounts)]).toEqual(hashes);
  });

  test.each(['Pacific/Apia', 'America/St_Johns'])('from the command line, on a machine in %s', (zone) => {
    const out = mkdtempSync(join(tmpdir(), 'acme-'));
    const script = fileURLToPath(new URL('../../examples/acme/generate.ts', import.meta.url));
    const env = { ...process.env, TZ: zone };
    execFileSync(process.execPath, ['--import', 'tsx', script, '--out', out], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const written = ['events.csv', 'accounts.csv'].map((name) => sha256(readFileSync(join(out, name), 'utf8')));
    rmSync(out, { recursive: true });
    expect(written).toEqual(hashes);
  });

  test('and another seed another year', () => {
    const other = generate('another');
    expect(other.events).not.toBe(acme.events);
    expect(other.accounts).not.toBe(acme.accounts);
  });
});

describe('the dirt in the files is what the report says', () => {
  const count = (fits: (row: Row) => boolean): number => events.filter(fits).length;
  const texts = rows.map((row) => JSON.stringify(row));
  const moments = [...byLead.keys()].flatMap((lead) => {
    const seen = new Map<number, Row[]>();
    for (const row of events.filter((one) => one['lead_id'] === lead)) seen.set(at(row), [...(seen.get(at(row)) ?? []), row]);
    return [...seen.values()].filter(({ length }) => length > 1);
  });
  const cells = events.flatMap((row) => Object.values(row));
  const day = (date: string, sign: RegExp) => (row: Row) => row['at']?.startsWith(date) === true && sign.test(row['at']);
  const changes = [
    day('2025-10-26', /\+\d\d:\d\d$/),
    day('2026-03-29', /\+\d\d:\d\d$/),
    day('2025-11-02', /-\d\d:\d\d$/),
    day('2026-03-08', /-\d\d:\d\d$/),
  ];
  const twice = [day('2025-10-26T02', /\+\d\d:\d\d$/), day('2025-11-02T01', /-\d\d:\d\d$/)];
  const answer = ({ then }: (typeof deliveries)[number]) => then.find(({ row }) => is(row, 'type', 'accepted', 'rejected'))?.row['type'];
  const tried = ({ row, then }: (typeof deliveries)[number]) => attempted(row, then) !== undefined;
  const has = (told: readonly Told[], type: string) => told.some(({ row }) => is(row, 'type', type));
  const ofType = (type: string): number => count((row) => is(row, 'type', type));
  const asked = events.filter((row) => is(row, 'type', 'inquiry'));
  const answered = (how: string) => deliveries.filter((one) => answer(one) === how);
  const { report } = acme;
  const { illegal } = report;

  test.each([
    { dirt: 'rows in all', said: report.rows, found: rows.length },
    { dirt: 'leads', said: report.leads, found: new Set(asked.map((row) => row['lead_id'])).size },
    { dirt: 'moments with several events of a lead', said: report.ties, found: moments.length },
    {
      dirt: 'of these, without a number',
      said: report.tiesWithoutSeq,
      found: moments.filter((tied) => tied.every((row) => row['seq'] === '')).length,
    },
    { dirt: 'rows twice to the letter', said: report.exactDuplicates, found: texts.length - new Set(texts).size },
    {
      dirt: 'rows twice with differences',
      said: report.editedDuplicates,
      found: new Set(texts).size - new Set(rows.map((row) => row['id'])).size,
    },
    { dirt: 'hostile texts', said: report.hostileTexts, found: cells.filter((cell) => HOSTILE_TEXTS.some((text) => text === cell)).length },
    {
      dirt: 'texts over two lines',
      said: report.twoLineTexts,
      found: cells.filter((cell) => TWO_LINES.some((text) => text === cell)).length,
    },
    { dirt: 'late rows', said: report.lateRows, found: count((row) => Date.parse(row['known_at'] ?? '') - at(row) > 86_400_000) },
    { dirt: 'events after the review', said: report.afterAsOf, found: count((row) => at(row) >= Date.parse('2026-07-01T00:00:00+02:00')) },
    { dirt: 'events on days when clocks change', said: report.onClockChangeDays, found: count((row) => changes.some((on) => on(row))) },
    { dirt: 'events in an hour that came twice', said: report.inRepeatedHours, found: count((row) => twice.some((on) => on(row))) },
    { dirt: 'inquiries without source', said: report.blankSources, found: asked.filter((row) => is(row, 'source', '')).length },
    { dirt: 'people without name', said: report.blankPeople, found: count((row) => is(row, 'kind', 'human') && is(row, 'person', '')) },
    {
      dirt: 'automation under a name',
      said: report.automationUnderAPerson,
      found: count((row) => is(row, 'type', 'attempt') && is(row, 'kind', 'automation') && row['person'] !== ''),
    },
    { dirt: 'leads brought back', said: report.recycled, found: ofType('recycled') },
    {
      dirt: 'deals reopened',
      said: report.reopenedOpportunities,
      found: count((row) => is(row, 'type', 'opportunity_advanced') && is(row, 'stage', 'sql')),
    },
    { dirt: 'deliveries unanswered', said: report.unanswered, found: deliveries.filter((one) => answer(one) === undefined).length },
    {
      dirt: 'accepted and never tried',
      said: report.acceptedNeverAttempted,
      found: answered('accepted').filter((one) => !tried(one)).length,
    },
    { dirt: 'rejected after an attempt', said: illegal.rejected_after_attempt, found: answered('rejected').filter(tried).length },
    {
      dirt: 'disqualified without attempt',
      said: illegal.disqualified_without_attempt,
      found: deliveries.filter((one) => has(one.then, 'disqualified') && !tried(one)).length,
    },
    {
      dirt: 'won without opportunity',
      said: illegal.won_without_opportunity,
      found: [...byLead.values()].filter((told) => has(told, 'opportunity_won') && !has(told, 'opportunity_opened')).length,
    },
    { dirt: 'events taken back', said: report.voids, found: voided.size },
    { dirt: 'events re-dated', said: report.redated, found: redated.size },
    { dirt: 'merges', said: report.merges, found: ofType('merge') },
    { dirt: 'erasures', said: report.erasures, found: ofType('erasure') },
    {
      dirt: 'breaches waived',
      said: report.waived,
      found: count((row) => is(row, 'type', 'waived') && is(row, 'clause', 'sdr_first_response')),
    },
    { dirt: 'opt-outs', said: report.optedOut, found: ofType('opted_out') },
  ])('$dirt: $said', ({ said, found }) => {
    expect(said).toBe(found);
    expect(said).toBeGreaterThan(0);
  });

  test('the rows are not in the order of time', () => {
    expect(rows.some((row, i) => at(row) < at(rows[i - 1] ?? row))).toBe(true);
  });
});

describe('the reader takes all but the rows that cannot be read', () => {
  const header = Object.keys(rows[0] ?? {});

  test('events', () => {
    const imported = importEvents(GENERIC_MAPPING, rows.map((cells, i) => ({ line: i + 2, cells })), header);
    expect(imported.ok).toBe(true);
    if (!imported.ok) return;
    const { read, accepted, rejected, ignored, rejectedRows } = imported.value;
    expect({ read, accepted, rejected, ignored }).toEqual({ read: rows.length, accepted: rows.length - 25, rejected: 25, ignored: 0 });
    const bad = rows.flatMap((row) => (/^bad-/.test(row['id'] ?? '') ? [row['id']] : []));
    expect(rejectedRows.map(({ cells }) => cells['id'])).toEqual(bad);
    expect(bad).toHaveLength(acme.report.unreadableRows);
  });

  test('accounts', () => {
    const accounts = csvRecords(acme.accounts);
    const imported = importAccounts(undefined, accounts.map((cells, i) => ({ line: i + 2, cells })));
    expect(imported.ok && [imported.value.read, imported.value.accepted]).toEqual([1800, 1800]);
    for (const column of ['owner', 'industry', 'employees', 'country', 'revenue_eur', 'tech']) {
      expect(accounts.some((account) => account[column] === '')).toBe(true);
    }
  });
});

describe('the second opinion', () => {
  /** Minute by minute on the wall clock: slow, and as plain as can be. */
  const minutesOpen = (party: PartyName, from: number, to: number): number => {
    const { zone, openings, holidays, closedFrom } = OFFICES[party];
    const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    const weekday = new Intl.DateTimeFormat('en-US', { timeZone: zone, weekday: 'short' });
    let minutes = 0;
    for (let minute = from; minute < to; minute += 60_000) {
      const [date = '', time = ''] = wall.format(minute).split(' ');
      const free = /^S/.test(weekday.format(minute)) || holidays.includes(date) || time >= (closedFrom[date] ?? '24:00');
      if (!free && openings.some(([opens, closes]) => time >= opens && time < closes)) minutes += 1;
    }
    return minutes;
  };

  test.each(['marketing', 'sales_development', 'sales'] as const)('counts the working time of %s as the wall clock does', (party) => {
    const random = randomOf(party);
    const starts = ['2025-10-24', '2025-10-31', '2025-12-23', '2026-03-06', '2026-03-27', '2026-05-22', '2026-06-18'];
    for (const start of starts) {
      const from = Date.parse(`${start}T00:00:00Z`) + whole(random, 0, 24 * 60) * 60_000;
      const to = from + whole(random, 60, 5 * 24 * 60) * 60_000;
      const minutes = minutesOpen(party, from, to);
      expect(workingBetween(OPENINGS[party], from, to)).toBe(minutes * 60_000);
      const due = addWorking(OPENINGS[party], from, (minutes + 1) * 60_000);
      expect(due).toBeGreaterThan(to);
      expect(workingBetween(OPENINGS[party], from, due)).toBe((minutes + 1) * 60_000);
    }
  });

  const truth = acme.truth();
  const [start, end] = [Date.parse('2026-04-01T00:00:00+02:00'), Date.parse('2026-07-01T00:00:00+02:00')];
  const inQuarter = (moment: number): boolean => moment >= start && moment < end;

  test.each([
    { handOff: 'mql_to_sdr', agreed: 4, promised: 120 },
    { handOff: 'tql_to_sales', agreed: 3, promised: null },
  ] as const)('finds in the schedule what stands in the file: $handOff', ({ handOff, agreed, promised }) => {
    const found = deliveries.filter((one) => is(one.row, 'hand_off', handOff) && inQuarter(one.at));
    const answers = (type: string) => found.filter(({ then }) => then.some((one) => is(one.row, 'type', type) && one.at < end)).length;
    const { deliveries: counted, complete, accepted, rejected, firstAttempt } = truth.handOffs[handOff];
    expect(counted).toBe(found.length);
    expect(complete).toBe(found.filter(({ row }) => row['fields']?.split('|').length === agreed).length);
    expect([accepted, rejected]).toEqual([answers('accepted'), answers('rejected')]);
    if (promised === null) return;
    const inTime = found.filter((one) => {
      const first = attempted(one.row, one.then);
      return first !== undefined && first.at < end && workingBetween(OPENINGS.sales_development, one.at, first.at) <= promised * 60_000;
    });
    expect(firstAttempt.in_time).toBe(inTime.length);
  });

  test('finds the MQLs and the opportunities of the file', () => {
    const firsts = (fits: (row: Row) => boolean) =>
      [...byLead.values()].flatMap((told) => told.find(({ row }) => fits(row))?.at ?? []).filter(inQuarter).length;
    expect(truth.mql.first).toBe(firsts((row) => is(row, 'type', 'qualified') && is(row, 'stage', 'mql')));
    expect(truth.tql.first).toBe(firsts((row) => is(row, 'type', 'qualified') && is(row, 'stage', 'tql')));
    const opened = [...byLead.values()].flat().filter((one) => is(one.row, 'type', 'opportunity_opened') && inQuarter(one.at));
    const minor = (currency: string) =>
      opened.filter(({ row }) => row['currency'] === currency).reduce((sum, { row }) => sum + Math.round(Number(row['amount']) * 100), 0);
    expect(truth.opened).toMatchObject({ count: opened.length, minorByCurrency: { EUR: minor('EUR'), USD: minor('USD') } });
  });

  test('tells the story of the quarter', () => {
    const { mql_to_sdr: sdr, tql_to_sales: sales } = truth.handOffs;
    const owed = (counts: typeof sdr.answer): number => counts.in_time + counts.late + counts.never + counts.ended_after_due;
    const percent = (part: number, all: number): number => Math.round((1000 * part) / all) / 10;
    const kept = (counts: typeof sdr.answer): number => percent(counts.in_time, owed(counts));
    expect(truth.mql.first).toBeGreaterThanOrEqual(360);
    expect(truth.mql.first).toBeLessThanOrEqual(400);
    expect(percent(sdr.complete, sdr.deliveries)).toBeLessThan(90);
    expect(kept(sdr.firstAttempt)).toBeLessThan(90);
    expect(kept(sdr.firstAttemptOfComplete)).toBeGreaterThan(90);
    expect(kept(sdr.answer)).toBeGreaterThan(95);
    expect(percent(sales.complete, sales.deliveries)).toBeGreaterThan(95);
    expect(kept(sales.answer)).toBeLessThan(90);
    expect(kept(sales.firstAttempt)).toBeGreaterThan(90);
  });
});
