import { describe, expect, test } from 'vitest';
import {
  Account,
  Activity,
  Attributes,
  Contact,
  EVENT_TYPES,
  FACT_TABLES,
  ForeignId,
  Framework,
  Lead,
  Meeting,
  Money,
  NO_FACTS,
  Opportunity,
  Party,
  STANDARD_FRAMEWORKS,
  Spend,
  Words,
  formatMoney,
  parseMinor,
  periodOf,
  previousPeriod,
  safeParseEvent,
  sirius2006,
} from 'revpact/vocabulary';

test.each(STANDARD_FRAMEWORKS.map((framework) => ({ id: framework.id, framework })))('$id reads as a framework', ({ framework }) => {
  expect(Framework.safeParse(framework).success).toBe(true);
  const stages = framework.stages.map((stage) => stage.id);
  expect(new Set(stages).size).toBe(stages.length);
});

test.each([Words, ForeignId])('half of a surrogate pair is no text', (type) => {
  for (const half of ['\ud800', 'a\udc00b']) expect(type.safeParse(half).success).toBe(false);
  expect(type.safeParse('a 🚀').success).toBe(true);
});

test('half of a surrogate pair is no attribute, and no name of one', () => {
  for (const attributes of [{ a: '\ud800' }, { '\ud800': 'a' }]) expect(Attributes.safeParse(attributes).success).toBe(false);
  expect(Attributes.safeParse({ '🚀': '🚀' }).success).toBe(true);
});

test('the original waterfall knows the four exits', () => {
  expect(sirius2006.stages.flatMap((stage) => ('exit' in stage ? [stage.exit] : []))).toEqual(['rejected', 'disqualified', 'expired', 'lost']);
});

const base = { id: 'E1', at: 0, by: { party: 'sales', kind: 'human' }, leadId: 'L1' };

describe('events', () => {
  const specific: Readonly<Record<string, object>> = {
    score_changed: { score: 10, kind: 'fit' },
    qualification_recorded: { framework: 'bant', field: 'budget', value: null, evidence: 'call of 3 May' },
    assigned: { to: 'ben' },
    handed_off: { to: 'sales' },
    rejected: { class: 'clerical', reason: 'bad_data' },
    attempt: { channel: 'phone' },
    contact_made: { channel: 'phone' },
    meeting_booked: { meetingId: 'M1', startsAt: 0 },
    meeting_rescheduled: { meetingId: 'M1', startsAt: 0 },
    meeting_cancelled: { meetingId: 'M1' },
    meeting_held: { meetingId: 'M1' },
    meeting_no_show: { meetingId: 'M1' },
    meeting_accepted: { meetingId: 'M1' },
    meeting_declined: { meetingId: 'M1' },
    disqualified: { reason: 'no_need' },
    feedback_answered: { answers: 'E0' },
    opportunity_opened: { opportunityId: 'O1' },
    opportunity_advanced: { opportunityId: 'O1' },
    opportunity_won: { opportunityId: 'O1' },
    opportunity_lost: { opportunityId: 'O1' },
    handed_over: { opportunityId: 'O1', to: 'customer_success', promises: [] },
    advocacy: { kind: 'reference', act: 'made' },
    practice_held: { leadId: undefined, practice: 'review', parties: ['sales'] },
    provided: { leadId: undefined, item: 'target_list', to: 'sales' },
    exception_granted: { leadId: undefined, accountId: 'A1', to: 'sales', until: 1, why: 'a trade fair' },
    exception_ended: { leadId: undefined, ends: 'E0' },
    dispute_raised: { disputeId: 'D1', subject: 'MQL count' },
    dispute_settled: { leadId: undefined, disputeId: 'D1', outcome: 'agreed' },
    waived: { clause: 'respond', why: 'storm' },
    correction: { leadId: undefined, corrects: 'E0', change: { kind: 'void' }, why: 'typo' },
    merge: { leadId: undefined, from: 'L1', into: 'L2' },
  };

  test.each(EVENT_TYPES.map((type) => ({ type })))('$type reads, and an unknown key in it does not', ({ type }) => {
    const event = Object.fromEntries(Object.entries({ ...base, type, ...specific[type] }).filter(([, value]) => value !== undefined));
    expect(safeParseEvent(event)).toMatchObject({ ok: true });
    expect(safeParseEvent({ ...event, wrong: 1 })).toMatchObject({ ok: false, issues: [{ code: 'input.unknown_key', path: ['wrong'] }] });
  });

  test('an event known to the day says in which zone', () => {
    expect(safeParseEvent({ ...base, type: 'qualified', precision: 'day' })).toMatchObject({ ok: false, issues: [{ path: ['zone'] }] });
    const day = { ...base, type: 'qualified', precision: 'day', zone: 'America/Sao_Paulo' };
    // Midnight in Sao Paulo, three hours behind UTC, as a moment and as a date.
    expect(safeParseEvent({ ...day, at: '2026-01-01T03:00:00Z' })).toMatchObject({ ok: true, value: { at: Date.UTC(2026, 0, 1, 3) } });
    expect(safeParseEvent({ ...day, at: '2026-01-01' })).toMatchObject({ ok: true, value: { at: Date.UTC(2026, 0, 1, 3) } });
    expect(safeParseEvent({ ...day, at: '2026-01-01T22:59:00Z' })).toMatchObject({ ok: false, issues: [{ path: ['at'] }] });
    expect(safeParseEvent({ ...day, at: '2026-02-30' })).toMatchObject({ ok: false, issues: [{ path: ['at'] }] });
  });

  test.each([
    { at: undefined, message: 'missing; expected a moment: ISO text with its offset, or epoch milliseconds' },
    { at: null, message: 'expected a moment: ISO text with its offset, or epoch milliseconds, found null' },
    { at: Number.NaN, message: 'expected a moment: ISO text with its offset, or epoch milliseconds, found NaN' },
  ])('a moment that is $at: $message', ({ at, message }) => {
    expect(safeParseEvent({ ...base, type: 'qualified', at })).toMatchObject({ ok: false, issues: [{ path: ['at'], message }] });
  });

  test('"lousy lead" does not parse', () => {
    expect(safeParseEvent({ ...base, type: 'rejected', note: 'lousy lead' })).toMatchObject({
      ok: false,
      issues: [{ code: 'input.missing', path: ['class'] }, { code: 'input.missing', path: ['reason'] }],
    });
  });
});

describe('money', () => {
  test.each([
    { text: '1234.5', currency: 'EUR', minor: 123450 },
    { text: '1234.50', currency: 'EUR', minor: 123450 },
    { text: '0.10', currency: 'EUR', minor: 10 },
    { text: '-3', currency: 'USD', minor: -300 },
    { text: '500', currency: 'JPY', minor: 500 },
    { text: '1.005', currency: 'KWD', minor: 1005 },
    { text: '1.005', currency: 'EUR', minor: null },
    { text: '12,5O0', currency: 'EUR', minor: null },
    { text: '1e5', currency: 'EUR', minor: null },
    { text: '999999999999999', currency: 'EUR', minor: null },
  ])('$text $currency is $minor', ({ text, currency, minor }) => {
    expect(parseMinor(text, currency)).toBe(minor);
  });

  test('for people', () => {
    expect(formatMoney({ minor: 123456789, currency: 'EUR' })).toBe('1,234,567.89 EUR');
    expect(formatMoney({ minor: -5, currency: 'EUR' })).toBe('−0.05 EUR');
    expect(formatMoney({ minor: 1500, currency: 'JPY' })).toBe('1,500 JPY');
  });
});

describe('periods', () => {
  test.each([
    { label: '2026-Q2', start: '2026-03-31T22:00:00.000Z', end: '2026-06-30T22:00:00.000Z' },
    { label: '2026-Q4', start: '2026-09-30T22:00:00.000Z', end: '2026-12-31T23:00:00.000Z' },
    { label: '2026-03', start: '2026-02-28T23:00:00.000Z', end: '2026-03-31T22:00:00.000Z' },
    { label: '2026', start: '2025-12-31T23:00:00.000Z', end: '2026-12-31T23:00:00.000Z' },
    { label: '2026-04-01/2026-04-07', start: '2026-03-31T22:00:00.000Z', end: '2026-04-07T22:00:00.000Z' },
  ])('$label in Berlin', ({ label, start, end }) => {
    const period = periodOf(label, 'Europe/Berlin');
    expect([period?.start, period?.end].map((at) => new Date(at ?? 0).toISOString())).toEqual([start, end]);
  });

  test.each([
    { label: '2026-Q2', before: '2026-Q1' },
    { label: '2026-Q1', before: '2025-Q4' },
    { label: '2026-01', before: '2025-12' },
    { label: '2026', before: '2025' },
    { label: '2026-04-08/2026-04-14', before: '2026-04-01/2026-04-07' },
    { label: '2026-04-01/2026-05-31', before: '2026-02-01/2026-03-31' },
  ])('before $label comes $before', ({ label, before }) => {
    const period = periodOf(label, 'Europe/Berlin');
    const earlier = period === null ? null : previousPeriod(period);
    expect(earlier).toEqual(periodOf(before, 'Europe/Berlin'));
    expect(earlier?.end).toBe(period?.start);
  });

  test.each(['2026-Q5', '2026-13', 'Q2', '2026-04-07/2026-04-01', '2026-02-30/2026-03-01', ''])('%j names none', (label) => {
    expect(periodOf(label, 'Europe/Berlin')).toBeNull();
  });
});

test('every fact table has a row type to go with it, and no two share a name', () => {
  expect(Object.keys(FACT_TABLES).sort()).toEqual(Object.keys(NO_FACTS).sort());
  const names = Object.values(FACT_TABLES).map((table) => table.name);
  expect(new Set(names).size).toBe(names.length);
});

describe('records of a CRM', () => {
  const records = [
    { record: 'account', schema: Account, good: { id: 'A1', attributes: { employees: 12, country: 'DE' } } },
    { record: 'lead', schema: Lead, good: { id: 'L1', accountId: 'A1', createdAt: '2026-01-01T00:00:00Z' } },
    { record: 'contact', schema: Contact, good: { id: 'C1', name: 'Ann', optedOut: true } },
    { record: 'opportunity', schema: Opportunity, good: { id: 'O1', openedAt: 0, amount: { minor: 100, currency: 'EUR' } } },
    { record: 'meeting', schema: Meeting, good: { id: 'M1', leadId: 'L1', startsAt: 0 } },
    { record: 'activity', schema: Activity, good: { id: 'T1', at: 0, by: { party: 'sales', kind: 'human' }, channel: 'phone' } },
    { record: 'spend', schema: Spend, good: { id: 'S1', from: '2026-01-01', to: '2026-01-31', amount: { minor: 100, currency: 'EUR' } } },
    { record: 'party', schema: Party, good: { id: 'sales', name: 'Sales', calendar: 'office', people: [{ id: 'p', name: 'Pat' }] } },
  ] as const;

  test.each(records)('$record reads, and refuses a key that it does not know', ({ schema, good }) => {
    expect(schema.safeParse(good)).toMatchObject({ success: true });
    expect(schema.safeParse({ ...good, colour: 'red' })).toMatchObject({ success: false, error: { issues: [{ code: 'unrecognized_keys', keys: ['colour'] }] } });
  });

  test.each([
    { wrong: 'a date that does not exist', result: Spend.safeParse({ ...records[6].good, from: '2026-02-30' }) },
    { wrong: 'half a cent', result: Money.safeParse({ minor: 0.5, currency: 'EUR' }) },
    { wrong: 'a currency that is no code', result: Money.safeParse({ minor: 1, currency: 'euro' }) },
  ])('refused: $wrong', ({ result }) => {
    expect(result.success).toBe(false);
  });
});
