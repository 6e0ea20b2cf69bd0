import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWith } from 'revpact/kernel';
import { Clause, type ClauseFinding } from 'revpact/sla';
import type { ExitFact, HandOffFact } from 'revpact/vocabulary';
import { aFeedback, aProvision, april, found } from '../../support/counted.js';
import { aDelivery, aLead, anAttempt, utc } from '../../support/promises.js';

const shown = ({ evidence }: ClauseFinding): readonly unknown[] => evidence.map(({ leadId, state, because }) => [leadId, state, because]);
const DAY = 86_400_000;

describe('quality: tier a or b, and nothing sent back as definitional', () => {
  const quality = {
    id: 'quality',
    kind: 'quality',
    title: 'Good leads',
    by: 'marketing',
    to: 'sales_development',
    tiers: ['a', 'b'],
    notRejectedAs: ['definitional'],
    share: '0.8',
  } as const;
  const accepted = { acceptedAt: april('07 09:00'), acceptedEvent: 'ok' };
  const rejected = (rejectionClass: HandOffFact['rejectionClass'], at = '07 09:00') =>
    ({ rejectedAt: april(at), rejectedEvent: 'no', rejectionClass, reason: 'not_icp' });

  test.each<{ when: string; delivery: Partial<HandOffFact>; asOf?: string; is: readonly [string, string | null] }>([
    { when: 'of tier a, and accepted', delivery: { fitTier: 'a', ...accepted }, is: ['met', null] },
    { when: 'of tier c, and accepted', delivery: { fitTier: 'c', ...accepted }, is: ['breached_open', 'tier c'] },
    { when: 'of tier a, sent back as definitional', delivery: { fitTier: 'a', ...rejected('definitional') }, is: ['breached_open', 'sent back as definitional: not_icp'] },
    { when: 'of tier a, sent back as clerical', delivery: { fitTier: 'a', ...rejected('clerical') }, is: ['met', null] },
    { when: 'of tier a, and unanswered: it may still be sent back', delivery: { fitTier: 'a' }, is: ['running', null] },
    { when: 'of tier a, sent back as definitional on the day after one looks', delivery: { fitTier: 'a', ...rejected('definitional') }, asOf: '07 09:00', is: ['running', null] },
    { when: 'of tier a, and expired', delivery: { fitTier: 'a', expiredAt: april('09 09:00'), expiredEvent: 'x' }, is: ['met', null] },
    { when: 'of no recorded tier', delivery: accepted, is: ['unproven', 'no tier was recorded'] },
    { when: 'of no recorded tier, sent back as definitional', delivery: rejected('definitional'), is: ['breached_open', 'sent back as definitional: not_icp'] },
  ])('$when → $is', ({ delivery, asOf, is }) => {
    expect(shown(found(quality, { handOffs: [aDelivery(delivery)] }, asOf === undefined ? {} : { asOf: april(asOf) }))).toEqual([['L1', ...is]]);
  });

  test('tiers alone are judged at the delivery', () => {
    const { notRejectedAs, ...byTier } = quality;
    expect(notRejectedAs).toEqual(['definitional']);
    expect(found(byTier, { handOffs: [aDelivery({ fitTier: 'b' })] }).state).toBe('kept');
  });

  test('the share, in words, with a waiver and too small a sample', () => {
    const handOffs = [
      ...['L1', 'L2', 'L3'].map((leadId) => aDelivery({ leadId, deliveredEvent: leadId, fitTier: 'a', ...accepted })),
      aDelivery({ leadId: 'L4', deliveredEvent: 'L4', fitTier: 'c' }),
      aDelivery({ leadId: 'L5', deliveredEvent: 'L5', fitTier: 'd' }),
    ];
    expect(found(quality, { handOffs })).toMatchObject({
      state: 'broken',
      numerator: 3,
      denominator: 5,
      sentence: 'Of 5 deliveries by marketing to sales development, 3 were as agreed (60 %); agreed are 80 %.',
    });
    const waivers = ['L4', 'L5'].map((leadId) => ({ clause: 'quality', leadId, at: april('20 09:00'), event: `w${leadId}`, by: 'sam', why: 'a fair' }));
    expect(found(quality, { handOffs }, { waivers })).toMatchObject({ state: 'kept', counts: { met: 3, waived: 2 } });
    expect(found(quality, { handOffs }, { waivers, asOf: april('20 09:00') }).state).toBe('broken');
    expect(found({ ...quality, minimumSample: 6 }, { handOffs })).toMatchObject({
      state: 'unproven',
      sentence: 'Of 5 deliveries by marketing to sales development, 3 were as agreed (60 %); agreed are 80 %. 6 are needed before the share is judged.',
    });
    expect(found({ ...quality, minimumSample: 5 }, { handOffs }).state).toBe('broken');
    expect(found(quality).sentence).toBe('Marketing made no delivery to sales development whose quality could be judged.');
  });

  test('quality that asks for nothing is none', () => {
    const { tiers, notRejectedAs, ...nothing } = quality;
    expect([tiers.length, notRejectedAs.length]).toEqual([2, 1]);
    expect(readWith(Clause, nothing)).toMatchObject({ ok: false, issues: [{ path: ['tiers'] }] });
  });
});

describe('list compliance: nine of ten attempts on the list', () => {
  const list = {
    id: 'list',
    kind: 'list_compliance',
    title: 'Work the list',
    by: 'sales_development',
    to: 'marketing',
    item: 'target_list',
    counting: 'all_attempts',
    share: '0.9',
  } as const;
  const provisions = [aProvision({ event: 'p1', accountIds: ['acme', 'globex'] }), aProvision({ event: 'p2', at: april('10 09:00'), accountIds: ['globex', 'initech'] })];
  const calls = (accountId: string | null, day: string, over: object = {}) => anAttempt({ eventId: `c${day}`, accountId, at: april(day), ...over });

  test.each([
    { when: 'on the list', attempt: calls('acme', '06 10:00'), is: ['met', null] },
    { when: 'on no list', attempt: calls('hooli', '06 10:00'), is: ['breached_open', 'hooli was not on the list'] },
    { when: 'on no list, and let through', attempt: calls('hooli', '06 10:00', { excepted: true }), is: ['met', 'hooli was let through'] },
    { when: 'on no list, and nobody knows whether it was let through', attempt: calls('hooli', '06 10:00', { excepted: null }), is: ['breached_open', 'hooli was not on the list'] },
    { when: 'taken off by the next list', attempt: calls('acme', '10 10:00'), is: ['breached_open', 'acme was not on the list'] },
    { when: 'on the next list, at the moment it is provided', attempt: calls('initech', '10 09:00'), is: ['met', null] },
    { when: 'on the next list, a second before', attempt: calls('initech', '10 08:59'), is: ['breached_open', 'initech was not on the list'] },
    { when: 'before there was any', attempt: calls('acme', '01 08:00'), is: ['unproven', 'no list had been provided'] },
    { when: 'of an account that nobody knows', attempt: calls(null, '06 10:00'), is: ['unproven', 'no account is known'] },
    { when: 'on some time of the day on which the list changed', attempt: calls('acme', '10 00:00', { byDay: true }), is: ['unproven', 'the list changed on a day that is all that is known'] },
    { when: 'on some time of that day, and on both lists', attempt: calls('globex', '10 00:00', { byDay: true }), is: ['met', null] },
  ])('an account $when → $is', ({ attempt, is }) => {
    expect(shown(found(list, { provisions, activities: [attempt] }))).toEqual([['L1', ...is]]);
  });

  test('a list that is known to the day only says nothing of that day where it changes the answer', () => {
    const byDay = [provisions[0]!, aProvision({ event: 'p2', at: april('10 00:00'), byDay: true, accountIds: ['globex', 'initech'] })];
    const on = (accountId: string, day: string) => found(list, { provisions: byDay, activities: [calls(accountId, day)] }).evidence[0]!.state;
    expect([on('acme', '09 23:59'), on('acme', '10 12:00'), on('globex', '10 12:00'), on('acme', '12 09:00')]).toEqual(['met', 'unproven', 'met', 'breached_open']);
  });

  test('of two lists at one moment the later in the log holds, whatever their events are called', () => {
    const two = [aProvision({ event: 'z', order: 1, accountIds: ['acme'] }), aProvision({ event: 'a', order: 2, accountIds: ['globex'] })];
    const on = (accountId: string) => [two, [...two].reverse()].map((rows) => found(list, { provisions: rows, activities: [calls(accountId, '06 10:00')] }).evidence[0]!.state);
    expect([on('acme'), on('globex')]).toEqual([['breached_open', 'breached_open'], ['met', 'met']]);
  });

  test('an attempt that names no account has that of its lead', () => {
    const lead = aLead({ accountId: 'acme' });
    expect(found(list, { provisions, leads: [lead], activities: [calls(null, '06 10:00')] }).state).toBe('kept');
  });

  test('only people of the party count, attempts and no conversations; first attempts once a lead', () => {
    const activities = [
      calls('hooli', '02 10:00', { leadId: 'L2', party: 'marketing' }),
      calls('hooli', '02 11:00', { leadId: 'L2', human: false }),
      calls('hooli', '02 12:00', { leadId: 'L2', kind: 'contact' }),
      calls('hooli', '03 10:00', { leadId: 'L2' }),
      calls('acme', '06 10:00', { leadId: 'L2' }),
      calls('acme', '06 11:00'),
      calls('hooli', '07 11:00'),
    ];
    const all = found(list, { provisions, activities });
    expect(all).toMatchObject({ numerator: 2, denominator: 4, sentence: 'Sales development made 2 of 4 attempts on accounts of "target_list" (50 %); agreed are 90 %.' });
    const first = found({ ...list, counting: 'first_attempts' }, { provisions, activities: [...activities].reverse() });
    expect(shown(first)).toEqual([['L2', 'breached_open', 'hooli was not on the list'], ['L1', 'met', null]]);
    expect(found(list, { provisions }).sentence).toBe('No attempt by sales development could be held against "target_list".');
  });

  test('is what a look through all lists finds', () => {
    const names = ['a', 'b', 'c'];
    const lists = fc.array(fc.record({ day: fc.nat({ max: 25 }), accountIds: fc.subarray(names) }), { maxLength: 6 });
    const attempts = fc.array(fc.record({ day: fc.nat({ max: 25 }), accountId: fc.constantFrom(...names) }), { maxLength: 8 });
    fc.assert(
      fc.property(lists, attempts, (given, made) => {
        const provided = given.map(({ day, accountIds }, i) => aProvision({ event: `p${String(i)}`, at: utc('2026-04-01 00:00') + day * DAY, accountIds }));
        const activities = made.map(({ day, accountId }, i) => anAttempt({ eventId: `c${String(i)}`, leadId: `L${String(i)}`, accountId, at: utc('2026-04-01 00:00') + day * DAY }));
        const states = activities.map(({ at, accountId }) => {
          const held = provided.filter((one) => one.at <= at);
          const last = Math.max(...held.map((one) => one.at));
          const latest = held.filter((one) => one.at === last).at(-1);
          return latest === undefined ? 'unproven' : latest.accountIds.includes(accountId ?? '') ? 'met' : 'breached_open';
        });
        const finding = found(list, { provisions: [...provided].reverse(), activities });
        const byEvent = new Map(finding.evidence.map(({ startedEvent, state }) => [startedEvent, state]));
        expect(activities.map(({ eventId }) => byEvent.get(eventId))).toEqual(states);
      }),
    );
  });
});

describe('complete feedback: who lets a lead go says why', () => {
  const complete = {
    id: 'complete',
    kind: 'feedback_completeness',
    title: 'Reasons with their specifics',
    by: 'sales_development',
    to: 'marketing',
    reasons: ['no_budget', 'competitor'],
    specifics: { competitor: ['which', 'why'] },
    share: '0.9',
  } as const;
  const anExit = (over: Partial<ExitFact> = {}): ExitFact => ({
    leadId: 'L9',
    nth: 1,
    exit: 'disqualified',
    at: april('11 09:00'),
    event: 'moved',
    party: 'sales_development',
    person: null,
    class: null,
    reason: null,
    specifics: [],
    legal: true,
    attempts: 0,
    attemptChannels: 0,
    firstAttemptAt: null,
    contacts: 0,
    recycledAt: null,
    mqlAgainAt: null,
    sqlAgainAt: null,
    ...over,
  });

  test.each([
    { when: 'an agreed reason', said: {}, is: ['met', null] },
    { when: 'a reason of its own', said: { reason: 'lousy' }, is: ['breached_open', '"lousy" is no agreed reason'] },
    { when: 'no reason', said: { kind: 'lost', reason: null }, is: ['breached_open', 'no reason'] },
    { when: 'a reason with half of its specifics', said: { reason: 'competitor', specifics: ['why'] }, is: ['breached_open', 'missing: which'] },
    { when: 'a reason with all and more', said: { reason: 'competitor', specifics: ['price', 'which', 'why'] }, is: ['met', null] },
    { when: 'a reason named like what every object has', said: { reason: 'constructor' }, is: ['breached_open', '"constructor" is no agreed reason'] },
  ] as const)('$when → $is', ({ said, is }) => {
    expect(shown(found(complete, { feedback: [aFeedback(said)] }))).toEqual([['L1', ...is]]);
  });

  test('a lead that was put into an exit without a word counts, once; one that expired does not', () => {
    const exits = [anExit({ leadId: 'L1', event: 'fed_back', reason: 'no_budget' }), anExit(), anExit({ leadId: 'L8', event: 'x', exit: 'expired' }), anExit({ leadId: 'L7', event: 'y', party: 'sales' })];
    const finding = found(complete, { feedback: [aFeedback()], exits });
    expect(shown(finding)).toEqual([['L1', 'met', null], ['L9', 'breached_open', 'no reason']]);
    expect(finding.sentence).toBe('Sales development said everything that was agreed on 1 of 2 leads that it let go (50 %); agreed are 90 %.');
  });

  test('only what is named, only the hand-off that is named', () => {
    const feedback = [aFeedback(), aFeedback({ event: 'f2', kind: 'meeting_declined', reason: null, leadId: 'L2', delivery: 2 })];
    expect(shown(found({ ...complete, about: ['disqualified', 'rejected'] }, { feedback }))).toEqual([['L1', 'met', null]]);
    const handOffs = [
      aDelivery({ handOff: 'mql_to_sdr' }),
      aDelivery({ leadId: 'L2', handOff: 'mql_to_sdr' }),
      aDelivery({ leadId: 'L2', delivery: 2, handOff: 'sdr_to_ae', deliveredAt: april('08 09:00') }),
      aDelivery({ leadId: 'L2', delivery: 3, handOff: 'mql_to_sdr', deliveredAt: april('20 09:00') }),
    ];
    expect(shown(found({ ...complete, handOff: 'mql_to_sdr' }, { feedback, handOffs }))).toEqual([['L1', 'met', null]]);
    expect(shown(found({ ...complete, handOff: 'sdr_to_ae' }, { feedback, handOffs }))).toEqual([['L2', 'breached_open', 'no reason']]);
    // An exit that said nothing knows no delivery: its moment tells.
    const exits = [anExit({ leadId: 'L2', at: april('08 08:00') }), anExit({ leadId: 'L2', event: 'x', at: april('08 09:00') })];
    expect(found({ ...complete, handOff: 'mql_to_sdr' }, { exits, handOffs }).evidence.map(({ startedEvent }) => startedEvent)).toEqual(['moved']);
    expect(found({ ...complete, handOff: 'mql_to_sdr' }, { feedback })).toMatchObject({
      state: 'unproven',
      sentence: 'Sales development let no lead go that marketing is owed a reason for.',
    });
  });

  test('a waiver lets go what was promised, not what came later and is owed no reason', () => {
    const feedback = [aFeedback({ reason: null }), aFeedback({ event: 'f2', kind: 'meeting_declined', at: april('12 09:00'), reason: null })];
    const waivers = [{ clause: complete.id, leadId: 'L1', at: april('20 09:00'), event: 'w', by: 'mia', why: 'told by phone' }];
    expect(shown(found({ ...complete, about: ['disqualified'] }, { feedback }, { waivers }))).toEqual([['L1', 'waived', 'w']]);
  });

  test('as it was worded when the lead was let go', () => {
    const earlier = { ...complete, reasons: ['lousy'] };
    const wordingAt = () => earlier;
    expect(found(complete, { feedback: [aFeedback({ reason: 'lousy' })] }, { wordingAt }).state).toBe('kept');
    expect(found(complete, { feedback: [aFeedback()] }, { wordingAt: () => null }).state).toBe('unproven');
  });
});
