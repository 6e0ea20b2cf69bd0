import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLAUSE_KINDS, lintClauses, type Clause } from 'revpact/sla';
import type { ActivityFact, Channel, Facts, HandOffFact } from 'revpact/vocabulary';
import { april, found } from '../../support/counted.js';
import { aContext, aDelivery, anAttempt, someFacts } from '../../support/promises.js';

/** Three attempts, two by phone, in two working days of eight hours from Monday the sixth at nine: by Tuesday 17:00. */
const three = {
  id: 'three',
  kind: 'attempts',
  title: 'Three attempts',
  by: 'sales_development',
  to: 'marketing',
  from: 'delivered',
  atLeast: 3,
  mix: [{ channels: ['phone'], atLeast: 2 }],
  within: { minutes: 960 },
  share: '0.9',
} as const;

/** `tries('06 10:00 phone', '06 11:00 email')`. */
const tries = (...texts: readonly `${string} ${string} ${Channel}`[]): readonly ActivityFact[] =>
  texts.map((text, i) => {
    const [day = '', time = '', channel = ''] = text.split(' ');
    return anAttempt({ eventId: `a${String(i + 1)}`, at: april(`${day} ${time}`), channel: channel as Channel });
  });
const state = (activities: readonly ActivityFact[], delivery: Partial<HandOffFact> = {}, more: Partial<Facts> = {}, clause: object = {}) =>
  found({ ...three, ...clause }, { handOffs: [aDelivery(delivery)], activities, ...more }).evidence[0]?.state ?? null;

const enough = tries('06 10:00 phone', '06 15:00 email', '07 16:00 phone');

describe('three attempts, two by phone, in two working days', () => {
  test.each<{ when: string; activities: readonly ActivityFact[]; delivery?: Partial<HandOffFact>; facts?: Partial<Facts>; is: string }>([
    { when: 'phone, email, phone', activities: enough, is: 'met' },
    { when: 'recorded the wrong way round', activities: [...enough].reverse(), is: 'met' },
    { when: 'the third at the very end', activities: tries('06 10:00 phone', '06 15:00 email', '07 17:00 phone'), is: 'met' },
    { when: 'the third the morning after', activities: tries('06 10:00 phone', '06 15:00 email', '08 09:01 phone'), is: 'answered_late' },
    { when: 'three, one by phone', activities: tries('06 10:00 phone', '06 15:00 email', '07 16:00 email'), is: 'breached_open' },
    { when: 'two by phone in four', activities: tries('06 10:00 email', '06 15:00 phone', '07 10:00 social', '07 11:00 phone'), is: 'met' },
    { when: 'two', activities: enough.slice(0, 2), is: 'breached_open' },
    { when: 'one of three before the delivery', activities: tries('06 08:00 phone', '06 15:00 email', '07 16:00 phone'), is: 'breached_open' },
    { when: 'one of three by a sequencer', activities: enough.map((one, i) => ({ ...one, human: i !== 1 })), is: 'breached_open' },
    { when: 'one of three by marketing', activities: enough.map((one, i) => ({ ...one, party: i === 1 ? 'marketing' : one.party })), is: 'breached_open' },
    { when: 'one of three a conversation', activities: enough.map((one, i) => ({ ...one, kind: i === 1 ? 'contact' : 'attempt' })), is: 'breached_open' },
    { when: 'one, then sent back', activities: enough.slice(0, 1), delivery: { rejectedAt: april('06 11:00'), rejectedEvent: 'r' }, is: 'cancelled' },
    { when: 'one, then delivered anew', activities: enough.slice(0, 1), delivery: { supersededAt: april('06 11:00') }, is: 'superseded' },
    { when: 'one, then expired: the clock excuses nobody', activities: enough.slice(0, 1), delivery: { expiredAt: april('06 11:00'), expiredEvent: 'x' }, is: 'breached_open' },
    { when: 'two before it was sent back, one after', activities: enough, delivery: { rejectedAt: april('07 15:00'), rejectedEvent: 'r' }, is: 'cancelled' },
    {
      when: 'one of three on some time of the day of the delivery: it may have been before',
      activities: enough.map((one, i) => (i === 0 ? { ...one, byDay: true, at: april('06 00:00') } : one)),
      is: 'unproven',
    },
    {
      when: 'one of two on some time of that day: not enough either way',
      activities: enough.slice(0, 2).map((one, i) => (i === 0 ? { ...one, byDay: true, at: april('06 00:00') } : one)),
      is: 'breached_open',
    },
  ])('$when → $is', ({ activities, delivery, facts, is }) => {
    expect(state(activities, delivery, facts)).toBe(is);
  });

  test('one and then disqualified is too few: giving up is what the promise is about', () => {
    const exits = [{ leadId: 'L1', nth: 1, exit: 'disqualified', at: april('06 12:00'), event: 'd', party: 'sales_development', person: 'sam', class: null, reason: 'unreachable', specifics: [], legal: true, attempts: 1, attemptChannels: 1, firstAttemptAt: april('05 12:00'), contacts: 0, recycledAt: null, mqlAgainAt: null, sqlAgainAt: null }] as const;
    expect(state(enough.slice(0, 1), {}, { exits })).toBe('breached_open');
    const lost = [{ ...exits[0], exit: 'lost' }] as const;
    expect(state(enough.slice(0, 1), {}, { exits: lost })).toBe('cancelled');
  });

  test('a clause may say that having reached the lead is enough', () => {
    const contact = { eventId: 'c', leadId: 'L1', type: 'contact_made', at: april('06 11:00'), order: 1, byDay: false, party: 'sales_development', person: 'sam', human: true, channel: 'phone', entered: null, left: null, meetingId: null, startsAt: null, tier: null, source: null, holder: null, holderParty: null, answers: null } as const;
    const reached = { cancelledBy: [{ on: ['contact_made'] }] };
    expect(state(enough.slice(0, 1), {}, { leadEvents: [contact] }, reached)).toBe('cancelled');
    expect(state(enough.slice(0, 1), {}, { leadEvents: [contact] })).toBe('breached_open');
  });

  test('since acceptance, and only over some channels', () => {
    const accepted = { acceptedAt: april('06 12:00'), acceptedEvent: 'ok' };
    expect(state(enough, accepted, {}, { from: 'accepted' })).toBe('breached_open');
    expect(state([...enough, ...tries('07 16:30 phone').map((one) => ({ ...one, eventId: 'a4' }))], accepted, {}, { from: 'accepted' })).toBe('met');
    expect(state(enough, {}, {}, { from: 'accepted' })).toBeNull();
    expect(state(enough, {}, {}, { channels: ['phone'] })).toBe('breached_open');
    expect(state(enough, {}, {}, { channels: ['phone'], atLeast: 2 })).toBe('met');
  });

  test('is what counting them one by one finds', () => {
    const rows = fc.array(fc.record({ minute: fc.integer({ min: -60, max: 2000 }), channel: fc.constantFrom<Channel>('phone', 'email'), human: fc.boolean() }), { maxLength: 9 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 }), (given, atLeast, calls) => {
        const start = april('06 09:00');
        const activities = given.map(({ minute, ...one }, i) => anAttempt({ eventId: `a${String(i)}`, at: start + minute * 60_000, ...one }));
        const counting = activities.filter(({ at, human }) => human && at >= start).sort((a, b) => a.at - b.at);
        const isEnough = (some: readonly ActivityFact[]): boolean => some.length >= atLeast && some.filter(({ channel }) => channel === 'phone').length >= calls;
        const last = counting.find(({ at }) => isEnough(counting.filter((one) => one.at <= at)))?.at;
        const mix = calls === 0 ? {} : { mix: [{ channels: ['phone'], atLeast: calls }] };
        const { mix: _, ...plain } = three;
        const [row] = found({ ...plain, atLeast, ...mix } as Clause, { handOffs: [aDelivery()], activities }).evidence;
        expect([row!.stoppedAt, row!.state]).toEqual([last ?? null, last === undefined ? 'breached_open' : last <= april('07 17:00') ? 'met' : 'answered_late']);
      }),
    );
  });

  test('the finding in words', () => {
    const handOffs = [aDelivery(), aDelivery({ leadId: 'L2', deliveredEvent: 'd2' })];
    expect(found(three, { handOffs, activities: enough }).sentence).toBe(
      'Sales development made 3 attempts on 1 of 2 deliveries within 16 working hours (50 %); agreed are 90 %. 1 is overdue and still open.',
    );
    expect(found(three).sentence).toBe('No delivery to sales development has yet been judged against 3 attempts within 16 working hours.');
  });

  test('a part beyond the whole is told', () => {
    const heavy: Clause = { ...three, mix: [{ channels: ['phone'], atLeast: 4 }] };
    expect(lintClauses([heavy]).map(({ code, path }) => [code, ...path])).toEqual([['sla.mix_beyond_total', 0, 'mix', 0, 'atLeast']]);
    expect(lintClauses([three])).toEqual([]);
  });

  test('a part over channels that do not count is told: nobody could ever keep it', () => {
    const idle: Clause = { ...three, channels: ['email', 'social'], mix: [{ channels: ['phone', 'email'], atLeast: 1 }, { channels: ['phone'], atLeast: 1 }] };
    expect(lintClauses([idle]).map(({ code, path }) => [code, ...path])).toEqual([['sla.mix_never_counts', 0, 'mix', 1, 'channels']]);
  });

  test('many deliveries and attempts of one lead take no quadratic time', () => {
    const size = 20_000;
    const handOffs = Array.from({ length: size }, (_, i) =>
      aDelivery({ delivery: i + 1, deliveredAt: april('06 09:00') + i * 1000, deliveredEvent: `d${String(i)}`, supersededAt: i + 1 < size ? april('06 09:00') + (i + 1) * 1000 : null }));
    const activities = Array.from({ length: size }, (_, i) => anAttempt({ eventId: `a${String(i)}`, at: april('06 09:00') + i * 1000 + 500, channel: 'email' }));
    const kind = CLAUSE_KINDS.find((one) => one.kind === 'attempts')!;
    const before = process.cpuUsage().user;
    expect(kind.clocks(three, someFacts({ handOffs, activities }), aContext())).toHaveLength(size);
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(20);
  });
});
