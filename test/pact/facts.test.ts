import { describe, expect, test } from 'vitest';
import { pactFacts, safeReview, versionsInForce, type Pact, type PactRecords } from 'revpact/pact';
import { unwrap } from 'revpact/kernel';
import type { Event } from 'revpact/vocabulary';
import { acme, life, ny } from '../support/pact.js';

const MINUTE = 60_000;
const asOf = Date.parse('2026-07-01T00:00:00Z');
const sdr = 'sales_development/sdr_ben';

const factsOf = (events: readonly Event[], records: PactRecords = {}, pacts: readonly Pact[] = [acme()]) => {
  const versions = unwrap(versionsInForce(pacts));
  return pactFacts(versions, versions.at(-1)!, events, { asOf }, records).facts;
};

/** Delivered on Monday at 16:30 in New York, tried on Tuesday at 9:31, accepted at 9:40. Ben works from 8:30 to 17:30, Berlin from 9 to 12:30 and 13:30 to 18. */
const handedOver = life(
  'B',
  { type: 'qualified', at: ny('04-20', '16:30'), by: 'marketing', stage: 'mql' },
  { type: 'handed_off', at: ny('04-20', '16:30'), by: 'marketing', handOff: 'mql_to_sdr', to: 'sales_development', toPerson: 'sdr_ben' },
  { type: 'attempt', at: ny('04-21', '09:31'), by: sdr, channel: 'phone' },
  { type: 'accepted', at: ny('04-21', '09:40'), by: sdr, stage: 'tal' },
);

describe('open time, worked by hand', () => {
  test('a delivery by the receiver’s hours: an hour on Monday, and from 8:30 on Tuesday', () => {
    const [row] = factsOf(handedOver).handOffs;
    const since = (openMs: number | null | undefined) => ((openMs ?? NaN) - (row?.deliveredOpenMs ?? NaN)) / MINUTE;
    expect([since(row?.firstAttemptOpenMs), since(row?.acceptedOpenMs)]).toEqual([61 + 60, 70 + 60]);
  });

  test('a stay by the hours of the stage’s owner: 22:30 in Berlin to 15:40 the next day', () => {
    const [mql, tal] = factsOf(handedOver).stageVisits;
    // 9:00–12:30 and 13:30–15:40.
    expect(((mql?.leftOpenMs ?? NaN) - (mql?.enteredOpenMs ?? NaN)) / MINUTE).toBe(210 + 130);
    expect([typeof tal?.enteredOpenMs, tal?.leftOpenMs]).toEqual(['number', null]);
  });

  test('what began before the pact has none, and what began under a version keeps its calendar', () => {
    const early = life('E', { type: 'qualified', at: '2025-05-01T10:00:00Z', by: 'marketing', stage: 'mql' }, { type: 'handed_off', at: '2025-05-01T10:00:00Z', by: 'marketing', to: 'sales_development' });
    const { stageVisits, handOffs } = factsOf(early);
    expect([stageVisits[0]?.enteredOpenMs, handOffs[0]?.deliveredOpenMs]).toEqual([null, null]);

    const allDay = [{ from: '00:00', to: '24:00' }];
    const always = { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay };
    const later: Pact = {
      ...acme(),
      version: '2026.2',
      effectiveFrom: ny('04-21', '00:00'),
      calendars: acme().calendars.map((calendar) => ('of' in calendar ? calendar : { id: calendar.id, zone: calendar.zone, week: always, holidays: [] })),
    };
    const [row] = factsOf(handedOver, {}, [acme(), later]).handOffs;
    expect(((row?.acceptedOpenMs ?? NaN) - (row?.deliveredOpenMs ?? NaN)) / MINUTE).toBe(130);
    const [next] = factsOf(life('F', { type: 'handed_off', at: ny('04-21', '00:00'), by: 'marketing', to: 'sales_development' }, { type: 'accepted', at: ny('04-21', '09:00'), by: sdr }), {}, [acme(), later]).handOffs;
    expect(((next?.acceptedOpenMs ?? NaN) - (next?.deliveredOpenMs ?? NaN)) / MINUTE).toBe(540);
  });

  test('a party that the pact does not name has no hours', () => {
    const [row] = factsOf(life('G', { type: 'handed_off', at: ny('04-20', '10:00'), by: 'marketing', to: 'partners' })).handOffs;
    expect([row?.deliveredAt === null, row?.deliveredOpenMs]).toEqual([false, null]);
  });
});

describe('fit of a lead’s account', () => {
  const from = (accountId: string) => life(accountId, { type: 'inquiry', at: ny('04-20', '10:00'), by: 'marketing', accountId });
  const hospital = { id: 'hospital', attributes: { country: 'DE', industry: 'healthcare', employees: 200, tech: 'google_workspace' } };
  const accounts = [hospital, { id: 'rival', attributes: { country: 'DE', industry: 'scheduling_software', employees: 200 } }, hospital, { id: 'twice', attributes: { country: 'DE', employees: 200 } }, { id: 'twice', attributes: { country: 'DE', employees: 20 } }];

  test.each([
    { account: 'hospital', is: [100, 'A'], because: '40 for its business, 35 for its size, 25 for its calendar; the row that comes twice says the same' },
    { account: 'rival', is: [35, null], because: 'points for its size, and no tier: it sells the same' },
    { account: 'twice', is: [null, null], because: 'two rows say different things' },
    { account: 'stranger', is: [null, null], because: 'nothing is known of it' },
  ])('$account: $because', ({ account, is }) => {
    const [lead] = factsOf(from(account), { accounts }).leads;
    expect([lead?.fitScore, lead?.fitTier]).toEqual(is);
  });

  test('without a filter there is none', () => {
    const { targetFilter: _filter, ...pact } = acme();
    expect(factsOf(from('hospital'), { accounts }, [pact]).leads[0]).toMatchObject({ fitScore: null, fitTier: null });
  });
});

describe('whether feedback says what was agreed', () => {
  const rejected = (more: object) => ({ type: 'rejected', at: ny('04-20', '11:00'), by: sdr, ...more });
  test.each<{ when: string; said: object; is: boolean }>([
    { when: 'an agreed reason with its specifics', said: rejected({ class: 'clerical', reason: 'bad_data', specifics: { field: 'phone' } }), is: true },
    { when: 'without the specifics', said: rejected({ class: 'clerical', reason: 'bad_data' }), is: false },
    { when: 'in another class than agreed', said: rejected({ class: 'definitional', reason: 'bad_data', specifics: { field: 'phone' } }), is: false },
    { when: 'a reason of another exit', said: rejected({ class: 'clerical', reason: 'no_need' }), is: false },
    { when: 'a reason that nobody agreed on', said: rejected({ class: 'clerical', reason: 'lousy' }), is: false },
    { when: 'too few attempts before it: another question', said: { type: 'disqualified', at: ny('04-20', '11:00'), by: sdr, reason: 'unreachable' }, is: true },
    { when: 'a deal lost without a word', said: { type: 'opportunity_lost', at: ny('04-20', '11:00'), by: 'sales', opportunityId: 'o' }, is: false },
    { when: 'a meeting declined for any reason', said: { type: 'meeting_declined', at: ny('04-20', '11:00'), by: 'sales', meetingId: 'm', reason: 'no_authority' }, is: true },
    { when: 'a meeting declined without one', said: { type: 'meeting_declined', at: ny('04-20', '11:00'), by: 'sales', meetingId: 'm' }, is: false },
  ])('$when', ({ said, is }) => {
    expect(factsOf(life('H', said as never)).feedback.map(({ complete }) => complete)).toEqual([is]);
  });

  test('before any version nothing was asked for', () => {
    expect(factsOf(life('I', { type: 'rejected', at: '2025-05-01T10:00:00Z', by: sdr, class: 'clerical', reason: 'lousy' })).feedback.map(({ complete }) => complete)).toEqual([null]);
  });
});

describe('spend and quotas of a review', () => {
  const spend = [{ id: 's', from: '2026-03-28', to: '2026-03-29', amount: { minor: 7, currency: 'EUR' } }];

  test('lie on the days of the pact’s zone', () => {
    const facts = factsOf([], { spend, quotas: [{ id: 'q', kind: 'mql', from: '2026-05-01', to: '2026-05-01', count: 3 }] });
    expect(facts.spend.map(({ at, amountMinor }) => [at, amountMinor])).toEqual([
      [Date.parse('2026-03-28T00:00+01:00'), 3],
      [Date.parse('2026-03-29T00:00+01:00'), 4],
    ]);
    expect(facts.quotas).toMatchObject([{ at: Date.parse('2026-05-01T00:00+02:00'), count: 3 }]);
  });

  test('two records of one id are issues of the review', () => {
    const read = safeReview([acme()], { events: [], spend: [...spend, ...spend] }, { period: '2026-Q2', asOf });
    expect(read.ok ? [] : read.issues.map(({ code, path }) => [code, path])).toEqual([['lifecycle.duplicate_record', ['spend', 1, 'id']]]);
  });
});
