import { describe, expect, test } from 'vitest';
import { review, safeReview, type Pact } from 'revpact/pact';
import type { Event } from 'revpact/vocabulary';
import { acme, life, ny } from '../support/pact.js';

const ALL = ['company', 'job_title', 'source', 'trigger'];
const sdr = 'sales_development/sdr_ben';
const delivered = (at: string, fields: readonly string[] = ALL) => [
  { type: 'inquiry', at: ny('04-01', '09:00'), by: 'marketing', stage: 'inquiry', source: 'webinar' },
  { type: 'qualified', at, by: 'marketing', stage: 'mql' },
  { type: 'handed_off', at, by: 'marketing', handOff: 'mql_to_sdr', to: 'sales_development', toPerson: 'sdr_ben', fields },
] as const;
const attempt = (at: string, kind: 'human' | 'automation' = 'human') => ({ type: 'attempt', at, by: sdr, kind, channel: 'phone' }) as const;
const accepted = (at: string) => ({ type: 'accepted', at, by: sdr, stage: 'tal' }) as const;

/** New York, 08:30 to 17:30, Monday 20 April 2026. All minutes below are worked out by hand. */
const events: readonly Event[] = [
  // 40 minutes on the same morning: in time.
  ...life('A', ...delivered(ny('04-20', '10:05')), attempt(ny('04-20', '10:45')), accepted(ny('04-20', '11:00'))),
  // Without the trigger. 16:30–17:30 is 60 minutes, 08:30–09:31 next day 61: one minute too late.
  ...life('B', ...delivered(ny('04-20', '16:30'), ['company', 'job_title', 'source']), attempt(ny('04-21', '09:31')), accepted(ny('04-21', '09:40'))),
  // Friday 17:00 to Monday 09:59: 30 + 89 minutes, in time. The mail on Saturday is a sequencer's and does not count.
  ...life('C', ...delivered(ny('04-24', '17:00')), attempt(ny('04-25', '10:00'), 'automation'), attempt(ny('04-27', '09:59')), accepted(ny('04-27', '10:00'))),
  // Nobody ever tried.
  ...life('D', ...delivered(ny('04-28', '09:00'))),
];

const judged = (asOf: string, pacts: readonly Pact[] = [acme()]) => review(pacts, { events }, { period: '2026-Q2', asOf });
const finding = (of: ReturnType<typeof judged>, clause: string) => {
  const found = of.findings.find((one) => one.clause === clause);
  if (found === undefined) throw new Error(`no finding on ${clause}`);
  return found;
};

describe('a quarter worked by hand', () => {
  test.each([
    { asOf: ny('04-28', '09:30'), state: 'at_risk', counts: { met: 2, excused: 1, running: 1, breachedOpen: 0 }, because: 'one clock still runs and would decide' },
    { asOf: ny('04-28', '11:00'), state: 'at_risk', counts: { met: 2, excused: 1, running: 1, breachedOpen: 0 }, because: 'two hours are over exactly now; an answer at this moment would be in time' },
    { asOf: ny('04-28', '11:01'), state: 'broken', counts: { met: 2, excused: 1, running: 0, breachedOpen: 1 }, because: 'two of three, and 90 % are agreed' },
  ])('first response as of $asOf is $state: $because', ({ asOf, state, counts }) => {
    expect(finding(judged(asOf), 'sdr_first_response')).toMatchObject({ state, counts });
  });

  test('before D came, the breach that an incomplete delivery explains is excused, and both are listed', () => {
    const then = judged(ny('04-28', '08:59'));
    expect(finding(then, 'sdr_first_response')).toMatchObject({ state: 'excused', numerator: 2, denominator: 2 });
    expect(finding(then, 'complete_delivery')).toMatchObject({ state: 'broken', numerator: 2, denominator: 3 });
    expect(finding(then, 'sdr_first_response').evidence.find(({ leadId }) => leadId === 'B')).toMatchObject({ state: 'excused', because: 'complete_delivery', marginMs: -60_000 });
  });

  test('a promise is judged by the version under which it began', () => {
    const stricter: Pact = {
      ...acme(),
      version: '2026.2',
      effectiveFrom: ny('04-22', '00:00'),
      clauses: acme().clauses.map((clause) => (clause.id === 'sdr_first_response' ? { ...clause, within: { minutes: 60 } } : clause)),
    };
    const states = (pacts: readonly Pact[]) =>
      Object.fromEntries(finding(judged(ny('04-28', '08:59'), pacts), 'sdr_first_response').evidence.map(({ leadId, state }) => [String(leadId), state]));
    expect(states([acme(), stricter])).toEqual({ A: 'met', B: 'excused', C: 'answered_late' });
    expect(states([stricter, acme()])).toEqual(states([acme(), stricter]));
  });

  test('what is due next is what still runs, on leads still in the cycle', () => {
    const { due } = judged(ny('04-28', '10:45'));
    expect(due.map(({ leadId, clause, leftMs, flag }) => ({ leadId, clause, leftMs, flag }))).toEqual([
      { leadId: 'D', clause: 'sdr_first_response', leftMs: 15 * 60_000, flag: 'yellow' },
      { leadId: 'D', clause: 'sdr_answer', leftMs: (480 - 105) * 60_000, flag: 'green' },
    ]);
  });

  test('the funnel adds up, and every lead is somewhere', () => {
    const { funnel } = judged(ny('06-30', '00:00'));
    expect(funnel.stages.every(({ balanced }) => balanced)).toBe(true);
    expect(Object.fromEntries(funnel.stages.filter(({ entered }) => entered > 0).map(({ stage, entered, closing }) => [stage, [entered, closing]]))).toEqual({
      inquiry: [4, 0],
      mql: [4, 1],
      tal: [3, 3],
    });
  });

  test('deliveries by source add up to the deliveries', () => {
    expect(judged(ny('06-30', '00:00')).quality).toEqual([
      {
        handOff: 'mql_to_sdr',
        fromParty: 'marketing',
        toParty: 'sales_development',
        bySource: [{ of: 'webinar', delivered: 4, accepted: 3, rejected: 0, definitional: 0, expired: 0, waiting: 1, disqualified: 0, opportunities: 0 }],
        byTier: [],
        // Tried after 40, 119 and 121 working minutes, and D never: the second of four, and beyond the last.
        followUp: [
          { of: 'webinar', delivered: 4, tried: 3, sentBack: 0, untried: 1, attempts: 3, median: { ms: 119 * 60_000, atLeast: null }, ninth: { ms: null, atLeast: 121 * 60_000 } },
        ],
      },
    ]);
  });

  test('the order of the rows changes nothing', () => {
    const shuffled = review([acme()], { events: [...events].reverse() }, { period: '2026-Q2', asOf: ny('06-30', '00:00') });
    expect(shuffled.findings).toEqual(judged(ny('06-30', '00:00')).findings);
  });

  test('what was recorded later is not known earlier', () => {
    const late = events.map((event) => (event.type === 'attempt' && event.leadId === 'A' ? { ...event, knownAt: Date.UTC(2026, 4, 1) } : event));
    const known = (knownBy: number) => finding(review([acme()], { events: late }, { period: '2026-Q2', asOf: ny('06-30', '00:00'), knownBy }), 'sdr_first_response').counts.met;
    expect([known(Date.UTC(2026, 4, 1)), known(Date.UTC(2026, 4, 1) + 1)]).toEqual([1, 2]);
  });

  test('each number of the scorecard carries the digest of its records: another record is another digest, another order none', () => {
    const digests = (of: ReturnType<typeof judged>): readonly (string | null)[] => of.scorecard.map(({ result }) => result.records);
    const now = digests(judged(ny('05-01', '09:00')));
    const later = ny('05-01', '09:00');
    expect(now.every((one) => /^[0-9a-f]{64}$/.test(one ?? ''))).toBe(true);
    expect(digests(review([acme()], { events: events.toReversed() }, { period: '2026-Q2', asOf: later }))).toEqual(now);
    const more = digests(review([acme()], { events: [...events, ...life('E', ...delivered(ny('04-28', '09:00')))] }, { period: '2026-Q2', asOf: later }));
    // Volume, acceptance, speed and conversion have one more; no deal came.
    expect(more.map((one, i) => one === now[i])).toEqual([false, false, false, false, true, true]);
  });

  test('a review is plain data: JSON gives it back', () => {
    const made = judged(ny('06-30', '00:00'));
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  });
});

test.each([
  { when: 'a date instead of a moment', pacts: [acme()], options: { period: '2026-Q2', asOf: '2026-06-30' }, code: 'input.invalid' },
  { when: 'a period that is none', pacts: [acme()], options: { period: '2026-Q5', asOf: 0 }, code: 'input.invalid' },
  { when: 'a judgement before the period', pacts: [acme()], options: { period: '2026-Q2', asOf: ny('03-01', '00:00') }, code: 'pact.review_too_early' },
  { when: 'a period before the pact', pacts: [acme()], options: { period: '2024', asOf: '2025-01-01T00:00:00Z' }, code: 'pact.no_version_in_force' },
  { when: 'a period that ends before it begins', pacts: [acme()], options: { period: { label: 'spring', start: 2, end: 1, zone: 'UTC' }, asOf: 3 }, code: 'input.invalid' },
  { when: 'a period without an end', pacts: [acme()], options: { period: { label: 'spring', start: 2, end: Number.NaN, zone: 'UTC' }, asOf: 3 }, code: 'input.invalid' },
  { when: 'no pact', pacts: [], options: { period: '2026-Q2', asOf: ny('06-30', '00:00') }, code: 'pact.no_version_in_force' },
  { when: 'versions of two pacts', pacts: [acme(), { ...acme(), id: 'other' }], options: { period: '2026-Q2', asOf: ny('06-30', '00:00') }, code: 'pact.different_pacts' },
])('refused: $when', ({ pacts, options, code }) => {
  expect(safeReview(pacts, { events: [] }, options)).toMatchObject({ ok: false, issues: expect.arrayContaining([expect.objectContaining({ code })]) as unknown });
});

test('the period before is looked at equally early: its young cohort was as young', () => {
  const converts = (lead: string, month: string) =>
    life(
      lead,
      { type: 'qualified', at: `2026-${month}-10T12:00:00Z`, by: 'marketing', stage: 'mql' },
      { type: 'opportunity_opened', at: `2026-${month}-25T12:00:00Z`, by: 'sales/rep_grace', stage: 'sql', opportunityId: lead },
    );
  const rate = (asOf: string) => {
    const made = review([acme()], { events: [...converts('X', '03'), ...converts('Y', '04')] }, { period: '2026-04', asOf });
    return [made.scorecard, made.before ?? []].map((rows) => rows.find(({ entry }) => entry.metric === 'mql_to_sql_rate')?.result).map((result) => (result?.kind === 'fraction' ? [result.numerator, result.denominator] : []));
  };
  // On 20 April neither month's lead had converted 19 days into its month; a month later both had.
  expect(rate('2026-04-20T12:00:00Z')).toEqual([[0, 1], [0, 1]]);
  expect(rate('2026-05-20T12:00:00Z')).toEqual([[1, 1], [1, 1]]);
});

describe('over several periods, and towards the goal', () => {
  const converts = (lead: string, month: string) =>
    life(
      lead,
      { type: 'qualified', at: `2026-${month}-10T12:00:00Z`, by: 'marketing', stage: 'mql' },
      { type: 'opportunity_opened', at: `2026-${month}-25T12:00:00Z`, by: 'sales/rep_grace', stage: 'sql', opportunityId: lead },
    );
  const log = [...converts('X', '02'), ...converts('Y', '03'), ...converts('Z', '04')];
  const asked = { period: '2026-04', asOf: '2026-04-20T12:00:00Z' } as const;
  const rates = (options: Parameters<typeof review>[2]) =>
    (review([acme()], { events: log }, options).trends.find(({ entry }) => entry.metric === 'mql_to_sql_rate')?.points ?? []).map(({ period, result }) => [
      period.label,
      ...(result.kind === 'fraction' ? [result.numerator, result.denominator] : []),
    ]);

  test('a trend is there where it is asked for, looked at as was asked', () => {
    expect(rates(asked)).toEqual([]);
    expect(rates({ ...asked, trend: { periods: 3, look: 'equally_early' } })).toEqual([['2026-02', 0, 1], ['2026-03', 0, 1], ['2026-04', 0, 1]]);
    expect(rates({ ...asked, trend: { periods: 3, look: 'now' } })).toEqual([['2026-02', 1, 1], ['2026-03', 1, 1], ['2026-04', 0, 1]]);
    // The pact's first version took effect on 1 July 2025: ten months.
    const labels = rates({ ...asked, trend: { periods: 12, look: 'at_its_end' } }).map(([label]) => label);
    expect([labels.length, labels[0], labels.at(-1)]).toEqual([10, '2025-07', '2026-04']);
  });

  test.each([{ periods: 1, look: 'now' }, { periods: 37, look: 'now' }, { periods: 2.5, look: 'now' }, { periods: 3, look: 'later' }])('%j is no trend', (trend) => {
    expect(safeReview([acme()], { events: [] }, { ...asked, trend: trend as never })).toMatchObject({ ok: false, issues: [{ code: 'input.invalid', path: expect.arrayContaining(['trend']) as unknown }] });
  });

  test('all stand alike towards the goal: two of three since January, one in six is asked for', () => {
    const { goal } = review([acme()], { events: log }, asked);
    expect(goal?.period.label).toBe('2026-01-01/2026-06-30');
    expect(goal?.shared).toMatchObject({ state: 'on_the_way', result: { numerator: 2, denominator: 3 } });
  });

  test('a pact that says when its fiscal year begins has periods of it', () => {
    const fiscal: Pact = { ...acme(), periods: { weekStart: 7, fiscalYearStart: 2, fiscalYearNamed: 'end' } };
    const made = review([fiscal], { events: log }, { period: 'FY2027-Q1', asOf: '2026-04-20T12:00:00Z' });
    expect([made.period.start, made.period.end]).toEqual(['2026-01-31T23:00:00Z', '2026-04-30T22:00:00Z'].map((text) => Date.parse(text)));
    // 20 April 2026 is a Monday; its week began on Sunday the 19th.
    expect(made.scorecard.find(({ entry }) => entry.cadence === 'weekly')?.nextCheck).toBe('2026-04-26');
    expect(safeReview([acme()], { events: log }, { period: 'FY2027-Q1', asOf: '2026-04-20T12:00:00Z' }).ok).toBe(false);
  });
});

describe('versions', () => {
  const first = acme();
  const later = (from: string, changes: Partial<Pact> = {}): Pact => ({ ...first, version: '2026.2', effectiveFrom: from, ...changes });
  const clauseOf = (made: ReturnType<typeof judged>, id: string) => made.findings.find(({ clause }) => clause === id);

  test('a delivery is held against what was agreed when it was made', () => {
    const stricter = later(ny('04-27', '00:00'), {
      clauses: first.clauses.map((clause) => (clause.kind === 'delivery' && clause.id === 'complete_delivery' ? { ...clause, requires: [...clause.requires, 'budget'] } : clause)),
    });
    const { numerator, denominator, evidence } = finding(judged(ny('04-29', '00:00'), [first, stricter]), 'complete_delivery');
    // A and C before the change were complete, B was not; D came after it, without a budget.
    expect([numerator, denominator]).toEqual([2, 4]);
    expect(evidence.find(({ leadId }) => leadId === 'D')?.because).toBe('missing: budget');
  });

  test('the period before is there when the pact is older than its present version', () => {
    const made = (pacts: readonly Pact[]) => review(pacts, { events: [] }, { period: '2026-Q2', asOf: ny('06-01', '00:00') });
    expect(made([first, later(ny('04-27', '00:00'))]).before).not.toBeNull();
    expect(made([{ ...first, effectiveFrom: ny('02-01', '00:00') }, later(ny('04-27', '00:00'))]).before).toBeNull();
  });

  test('before the first version nothing was promised', () => {
    const young: Pact = { ...first, effectiveFrom: ny('04-22', '00:00') };
    const made = judged(ny('04-28', '08:59'), [young]);
    expect(finding(made, 'complete_delivery').evidence.map(({ leadId }) => leadId)).toEqual(['C']);
    expect(finding(made, 'sdr_first_response').evidence.map(({ leadId }) => leadId)).toEqual(['C']);
  });

  test('a promise does not disappear by being agreed away', () => {
    const lenient = later(ny('04-28', '12:00'), { clauses: first.clauses.filter(({ id }) => id !== 'sdr_first_response') });
    expect(clauseOf(judged(ny('04-29', '00:00'), [first, lenient]), 'sdr_first_response')).toMatchObject({
      pactVersion: '2026.1',
      counts: { met: 2, breachedOpen: 1, excused: 1 },
    });
  });

  test('a clock keeps the working hours it began with, and a version may rename parties', () => {
    const always = { from: '00:00', to: '24:00' };
    const week = { mon: [always], tue: [always], wed: [always], thu: [always], fri: [always], sat: [always], sun: [always] };
    const around = later(ny('04-28', '10:00'), { calendars: first.calendars.map((calendar) => (calendar.id === 'new_york_sdr' ? { ...calendar, week } : calendar)) });
    const { due } = judged(ny('04-28', '10:45'), [first, around]);
    expect(due.map(({ clause, leftMs }) => [clause, leftMs])).toEqual([
      ['sdr_first_response', 15 * 60_000],
      ['sdr_answer', (480 - 105) * 60_000],
    ]);
    const renamed = later(ny('04-28', '10:00'), JSON.parse(JSON.stringify({ ...first, version: '2026.2' }).replaceAll('sales_development', 'sdr_team')) as Partial<Pact>);
    const after = safeReview([first, { ...renamed, version: '2026.2', effectiveFrom: ny('04-28', '10:00') }], { events }, { period: '2026-Q2', asOf: ny('04-28', '10:45') });
    expect(after.ok).toBe(true);
  });

  test('a version not yet in force moves no period', () => {
    const nextYear = later('2027-01-01T00:00:00Z', { zone: 'Asia/Tokyo' });
    expect(judged(ny('04-29', '00:00'), [first, nextYear]).period).toEqual(judged(ny('04-29', '00:00')).period);
  });

  test('two versions need two names', () => {
    expect(safeReview([first, { ...first, effectiveFrom: ny('04-01', '00:00') }], { events }, { period: '2026-Q2', asOf: ny('04-29', '00:00') })).toMatchObject({
      ok: false,
      issues: [{ code: 'pact.same_version' }],
    });
  });
});

test('automation waives nothing, and that is said', () => {
  const waived = life('D', { type: 'waived', at: ny('04-28', '12:00'), by: 'sales_development', kind: 'automation', clause: 'sdr_first_response', why: 'rule 7' });
  const made = review([acme()], { events: [...events, ...waived] }, { period: '2026-Q2', asOf: ny('04-29', '00:00') });
  expect(finding(made, 'sdr_first_response').counts).toMatchObject({ waived: 0, breachedOpen: 1 });
  expect(made.notices.map(({ code }) => code)).toContain('pact.waived_by_automation');
});

test('the period before knows nothing of what came later: a deal lost in it and won since was lost', () => {
  const deal = (type: string, at: string, more: object) => ({ type, at, by: 'sales/rep_grace', opportunityId: 'O', ...more });
  const reopened = life(
    'R',
    deal('opportunity_opened', '2026-02-02T12:00:00Z', { amount: { minor: 10_000, currency: 'EUR' } }) as never,
    deal('opportunity_lost', '2026-03-01T12:00:00Z', { stage: 'lost' }) as never,
    deal('opportunity_advanced', '2026-06-01T12:00:00Z', { stage: 'sql', amount: { minor: 99_900, currency: 'EUR' } }) as never,
    deal('opportunity_won', '2026-06-20T12:00:00Z', { stage: 'won' }) as never,
  );
  const of = (rows: ReturnType<typeof review>['scorecard'], metric: string) => rows.find(({ entry }) => entry.metric === metric)?.result;
  const quarter = (period: string, asOf: string) => review([acme()], { events: reopened }, { period, asOf });
  const then = quarter('2026-Q1', '2026-04-01T00:00:00+02:00').scorecard;
  const before = quarter('2026-Q2', '2026-07-01T00:00:00+02:00').before ?? [];
  for (const metric of ['win_rate', 'pipeline_created']) expect(of(before, metric)).toEqual(of(then, metric));
  expect(of(before, 'win_rate')).toMatchObject({ numerator: 0, denominator: 1 });
});

test('working hours that end before a promise is due are an issue, not an exception', () => {
  const rare = { ...acme(), calendars: acme().calendars.map((calendar) => ({ ...calendar, week: { mon: [{ from: '09:00', to: '09:10' }] } })) };
  const never = { ...rare, clauses: rare.clauses.map((clause) => (clause.kind === 'acceptance' ? { ...clause, within: { minutes: 527_040 } } : clause)) };
  expect(safeReview([never], { events }, { period: '2026-Q2', asOf: ny('04-29', '00:00') })).toMatchObject({ ok: false, issues: [{ code: 'sla.beyond_horizon' }] });
});
