import { describe, expect, test } from 'vitest';
import { unwrap } from 'revpact/kernel';
import { safeReview, type Review } from 'revpact/pact';
import { csvRecords } from '../support/acme-csv.js';
import { acmeYear } from '../support/acme.js';
import { acme } from '../support/pact.js';

/**
 * The main job against a second opinion: the generator knows what really became of every delivery and deal, and counts
 * it from its own schedule, with its own working-time arithmetic and none of the library.
 */
const { year, events, accounts } = acmeYear();
const truth = year.truth();
const made: Review = unwrap(
  safeReview([acme()], { events: events.events, accounts: accounts.accounts }, { period: '2026-Q2', asOf: truth.asOf }),
);

const finding = (clause: string) => {
  const found = made.findings.find((one) => one.clause === clause);
  if (found === undefined) throw new Error(`no finding on ${clause}`);
  const { counts } = found;
  return {
    ...found,
    /** Late or never, whether excused, waived or neither. */
    failed: counts.answeredLate + counts.breachedOpen + counts.excused + counts.waived,
  };
};
const metric = (id: string) => {
  const row = made.scorecard.find(({ entry }) => entry.metric === id);
  if (row === undefined) throw new Error(`no metric ${id}`);
  return row.result;
};
const { mql_to_sdr: toSdr, tql_to_sales: toSales } = truth.handOffs;

describe('the review of the example quarter finds what the generator did', () => {
  test('every row is accounted for', () => {
    expect(events.accepted + events.rejected + events.ignored).toBe(events.read);
    expect(made.log.read).toBe(made.log.kept + made.log.duplicates + made.log.cut + made.log.voided + made.log.directives);
  });

  test.each([
    { clause: 'sdr_first_response', tally: toSdr.firstAttempt },
    { clause: 'sdr_answer', tally: toSdr.answer },
    { clause: 'sales_answer', tally: toSales.answer },
    { clause: 'sales_follow_up', tally: truth.salesFirstAttemptOfAccepted },
  ])('$clause: in time, late or never, still running, ended before due', ({ clause, tally }) => {
    const { counts, failed } = finding(clause);
    expect({ met: counts.met, failed, running: counts.running, cancelled: counts.cancelled }).toEqual({
      met: tally.in_time,
      failed: tally.late + tally.never + tally.ended_after_due,
      running: tally.open,
      cancelled: tally.ended_before_due,
    });
  });

  test('a lead that was accepted and not tried is a rubber stamp', () => {
    expect(toSdr.untried.count).toBeGreaterThan(0);
    const [alarm] = finding('sdr_answer').alarms;
    expect(alarm).toMatchObject({ kind: 'rubber_stamp', count: toSdr.untried.count });
    expect(alarm?.sentence).toBe(`${String(toSdr.untried.count)} of ${String(toSdr.untried.of)} accepted deliveries were not tried in the agreed time.`);
  });

  test('the manager is told of each promise that was overdue, and of no other', () => {
    const key = (leadId: string, dueAt: number | null): string => `${leadId} ${String(dueAt)}`;
    const overdue = toSdr.records.firstAttempt.filter(({ escalated }) => escalated).map(({ leadId, dueAt }) => key(leadId, dueAt));
    const told = made.escalations
      .filter(({ clause, tell }) => clause === 'sdr_first_response' && tell === 'manager')
      .map(({ leadId, dueAt }) => key(leadId, dueAt));
    const before = told.filter((one) => !toSdr.records.firstAttempt.some(({ leadId, dueAt }) => key(leadId, dueAt) === one));
    expect(overdue.length).toBeGreaterThan(10);
    expect(told.filter((one) => !before.includes(one)).sort()).toEqual(overdue.sort());
  });

  test('what is excused failed on a delivery that came incomplete', () => {
    const { late, never, ended_after_due: ended } = toSdr.firstAttemptOfIncomplete;
    expect(finding('sdr_first_response').counts.excused).toBeLessThanOrEqual(late + never + ended);
    expect(finding('sdr_first_response').counts.excused).toBeGreaterThanOrEqual(late + never + ended - toSdr.waived.late - toSdr.waived.never);
  });

  test('complete deliveries, and MQLs', () => {
    expect([finding('complete_delivery').numerator, finding('complete_delivery').denominator]).toEqual([toSdr.complete, toSdr.deliveries]);
    expect([finding('tql_delivery').numerator, finding('tql_delivery').denominator]).toEqual([toSales.complete, toSales.deliveries]);
    expect(finding('mql_volume').numerator).toBe(truth.mql.first);
    expect(metric('mql_volume')).toMatchObject({ numerator: truth.mql.first });
  });

  test('the scorecard: acceptance, conversion, pipeline by currency, wins', () => {
    expect(metric('acceptance_rate')).toMatchObject({ numerator: toSdr.accepted, denominator: toSdr.deliveries });
    expect(metric('mql_to_sql_rate')).toMatchObject({ numerator: truth.mqlWithOpportunity, denominator: truth.mql.first });
    const pipeline = metric('pipeline_created');
    const sums = pipeline.kind === 'sum' ? Object.fromEntries(pipeline.sums.map(({ currency, minor }) => [currency, minor])) : {};
    expect(sums).toEqual(truth.opened.lastRecorded.minorByCurrency);
    expect(metric('win_rate')).toMatchObject({ numerator: truth.won.count, denominator: truth.won.count + truth.lost.count });
  });

  test('speed to lead is one of the observed values: nine in ten answered within it, one in ten not', () => {
    const result = metric('speed_to_lead');
    const clocks = finding('sdr_first_response').evidence.filter(({ state }) => state !== 'cancelled' && state !== 'waived');
    const within = clocks.filter(({ stoppedAt, marginMs }) => stoppedAt !== null && 120 * 60_000 - (marginMs ?? 0) <= (result.kind === 'percentile' ? (result.ms ?? 0) : 0));
    expect(result).toMatchObject({ kind: 'percentile', n: clocks.length });
    expect(within.length * 10).toBeGreaterThanOrEqual(clocks.length * 9);
    expect((within.length - 1) * 10).toBeLessThan(clocks.length * 9);
  });

  test('where calls went: on the list, let through, neither; and which feedback was answered', () => {
    // Counted from the rows of the file, first of each id, as whoever has only a spreadsheet would.
    const rows = [...new Map([...csvRecords(year.events)].reverse().map((row) => [row['id'], row])).values()];
    const taken = new Set(rows.filter((row) => row['change'] === 'void').map((row) => row['corrects']));
    const moved = new Map(rows.filter((row) => row['change'] === 'at').map((row) => [row['corrects'], Date.parse(row['change_at'] ?? '')]));
    const told = rows.filter((row) => row['id']?.startsWith('bad-') === false && !taken.has(row['id'])).map((row) => ({ ...row, when: moved.get(row['id']) ?? Date.parse(row['at'] ?? '') }));
    type Told = (typeof told)[number] & Readonly<Record<string, unknown>>;
    const ofType = (type: string): readonly Told[] => told.filter((row: Told) => row['type'] === type);
    const inQuarter = ({ when }: { readonly when: number }): boolean => when >= truth.window.start && when < truth.asOf;

    const list = ofType('provided').filter((row) => row['item'] === 'target_list' && row.when < truth.asOf).sort((a, b) => b.when - a.when)[0];
    const accounts = new Set(String(list?.['account_ids']).split('|'));
    const researched = new Set(ofType('provided').filter((row) => row['item'] === 'dossiers' && row.when < truth.asOf).flatMap((row) => String(row['account_ids']).split('|')));
    const ends = new Map(ofType('exception_ended').map((row) => [row['ends'], row.when]));
    const leave = ofType('exception_granted').filter((row) => row['party'] === 'marketing');
    const letThrough = (call: Told): boolean =>
      leave.some((row) => row['account_id'] === call['account_id'] && row.when <= call.when && call.when < Math.min(Date.parse(String(row['until'])), ends.get(row['id']) ?? Infinity));
    const calls = ofType('attempt').filter((row) => row['kind'] === 'human' && row['party'] === 'sales_development' && row['channel'] === 'phone' && inQuarter(row));
    const known = calls.filter((row) => row['account_id'] !== '' && row.when >= (list?.when ?? NaN));
    const onList = known.filter((row) => accounts.has(String(row['account_id'])));
    const excepted = known.filter((row) => !onList.includes(row) && letThrough(row));
    expect(excepted.length).toBeGreaterThan(10);
    expect(made.lists).toMatchObject([
      {
        party: 'sales_development',
        accounts: accounts.size,
        researched: [...accounts].filter((one) => researched.has(one)).length,
        attempts: { onList: onList.length, excepted: excepted.length, offList: known.length - onList.length - excepted.length, unknown: calls.length - known.length },
      },
    ]);

    const back = new Map(told.filter((row: Told) => (row['type'] === 'rejected' || row['type'] === 'disqualified') && inQuarter(row)).map((row: Told) => [row['id'], row]));
    const answered = ofType('feedback_answered').filter((row) => row.when < truth.asOf && back.has(row['answers']));
    expect(answered.length).toBeGreaterThan(50);
    expect(made.answers.closure.numerator).toBe(answered.length);
    expect(made.answers.items.filter(({ kind }) => kind === 'rejected' || kind === 'disqualified')).toHaveLength(back.size);
  });

  test('the story that the example tells', () => {
    expect(Object.fromEntries(made.findings.map(({ clause, state }) => [clause, state]))).toEqual({
      mql_volume: 'kept',
      complete_delivery: 'broken',
      sdr_first_response: 'excused',
      sdr_answer: 'kept',
      tql_delivery: 'kept',
      sales_answer: 'broken',
      sales_follow_up: 'kept',
      expansion_response: 'unproven',
    });
    expect(made.funnel.stages.every(({ balanced }) => balanced)).toBe(true);
  });
});
