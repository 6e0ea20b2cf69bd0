import { describe, expect, test } from 'vitest';
import { readWith } from 'revpact/kernel';
import { Clause, clocksOf, clocksUnder, lintClauses, type ResponseTime } from 'revpact/sla';
import { accepts, attempts, delivers, marketing, rejects, robot, sales, sdr, type Line } from '../../support/lead-log.js';
import { aContext } from '../../support/promises.js';
import { clocksIn, delivered, factsOf, findingOn, moment, on, promisesOn } from '../../support/timed.js';

/** Two working hours, Monday to Friday, nine to five. */
const speed = {
  id: 'speed',
  kind: 'response_time',
  title: 'Speed to lead',
  by: 'sales_development',
  to: 'marketing',
  share: '0.9',
  within: { minutes: 120 },
  from: 'delivered',
} as const satisfies ResponseTime;
const next = { ...speed, answer: 'next' } as const;
const periodic = { ...speed, answer: 'periodic', within: { minutes: 480 } } as const;

const call = (when: string): Line => on(when, attempts);
const ask = (when: string): Line => on(when, { type: 'inquiry' });
const book = (when: string, startsAt: string): Line => on(when, { type: 'meeting_booked', meetingId: 'm1', startsAt: moment(startsAt), by: sdr });

describe('what counts as a first answer, from Monday nine, due at eleven', () => {
  const by = (counts: ResponseTime['counts'], ...lines: readonly Line[]): readonly string[] =>
    promisesOn(counts === undefined ? speed : { ...speed, counts }, [...delivered, ...lines], '07 09:00');
  const mail = (when: string): Line => on(when, { type: 'attempt', channel: 'email', by: sdr });
  const sequence = (when: string): Line => on(when, { type: 'attempt', channel: 'email', by: robot });

  test.each<{ when: string; is: string; counts?: ResponseTime['counts']; lines: readonly Line[] }>([
    { when: 'a call', lines: [call('06 10:00')], is: 'met 06 10:00' },
    { when: 'a call, said to be what counts', counts: {}, lines: [call('06 10:00')], is: 'met 06 10:00' },
    { when: 'a sequencer’s mail, where nothing is said', lines: [sequence('06 10:00')], is: 'breached_open' },
    { when: 'a sequencer’s mail, where people count', counts: { actor: 'human' }, lines: [sequence('06 10:00')], is: 'breached_open' },
    { when: 'a sequencer’s mail, where anybody does', counts: { actor: 'any' }, lines: [sequence('06 10:00')], is: 'met 06 10:00' },
    { when: 'a mail, where calls are asked for', counts: { channels: ['phone'] }, lines: [mail('06 10:00')], is: 'breached_open' },
    { when: 'a mail, then a call', counts: { channels: ['phone'] }, lines: [mail('06 10:00'), call('06 10:30')], is: 'met 06 10:30' },
    { when: 'a meeting that was booked, where nothing is said', lines: [book('06 10:00', '08 10:00')], is: 'breached_open' },
    { when: 'a meeting that was booked, where it counts', counts: { futureMeeting: true }, lines: [book('06 10:00', '08 10:00')], is: 'met 06 10:00' },
    { when: 'the same beside calls: it goes over no channel', counts: { futureMeeting: true, channels: ['phone'] }, lines: [book('06 10:00', '08 10:00')], is: 'met 06 10:00' },
    { when: 'a meeting of yesterday, entered today', counts: { futureMeeting: true }, lines: [book('06 10:00', '05 10:00')], is: 'breached_open' },
    { when: 'a meeting that marketing booked', counts: { futureMeeting: true }, lines: [on('06 10:00', { type: 'meeting_booked', meetingId: 'm1', startsAt: moment('08 10:00'), by: marketing })], is: 'breached_open' },
    { when: 'the lead’s own call is a conversation and no attempt', lines: [on('06 10:00', { type: 'contact_made', channel: 'phone', by: sdr })], is: 'breached_open' },
    { when: 'a call after the delivery expired', counts: {}, lines: [on('06 10:00', { type: 'expired' }), call('06 10:30')], is: 'breached_open' },
  ])('$when → $is', ({ counts, lines, is }) => {
    expect(by(counts, ...lines)).toEqual([`06 09:00 due 06 11:00: ${is}`]);
  });

  test('at the moment of the delivery, the log tells an answer from what came before', () => {
    const before = [...delivered.slice(0, 2), call('06 09:00'), delivered[2]!];
    const after = [...delivered, call('06 09:00')];
    for (const clause of [speed, { ...speed, counts: {} }]) {
      expect(promisesOn(clause, before, '07 09:00')).toEqual(['06 09:00 due 06 11:00: breached_open']);
      expect(promisesOn(clause, after, '07 09:00')).toEqual(['06 09:00 due 06 11:00: met 06 09:00']);
    }
  });

  test('reopened by an inquiry, it asks for another answer; what counted before counts then', () => {
    const again = { ...speed, reopen: { by: [{ on: ['inquiry'] }], then: 'restart' } } as const;
    const lines = [...delivered, call('06 10:00'), ask('07 09:00'), on('07 09:30', { type: 'attempt', channel: 'email', by: robot }), call('07 10:00')];
    expect(promisesOn(again, lines)).toEqual(['06 09:00 due 06 11:00: met 06 10:00', '07 09:00 due 07 11:00: met 07 10:00']);
    expect(promisesOn({ ...again, counts: { actor: 'any' } }, lines)[1]).toBe('07 09:00 due 07 11:00: met 07 09:30');
  });
});

describe('next: each time that the lead asks, two working hours', () => {
  test.each<{ when: string; lines: readonly Line[]; is: readonly string[] }>([
    { when: 'nobody asks', lines: [], is: [] },
    { when: 'what brought the lead here was answered by others', lines: [call('06 10:00')], is: [] },
    { when: 'asked and answered', lines: [ask('06 10:00'), call('06 11:00')], is: ['06 10:00 due 06 12:00: met 06 11:00'] },
    { when: 'asked, and nobody answers', lines: [ask('06 10:00')], is: ['06 10:00 due 06 12:00: breached_open'] },
    {
      when: 'asked three times: the oldest that is unanswered counts, and one answer settles them',
      lines: [ask('06 10:00'), ask('06 11:00'), ask('06 11:30'), call('06 13:00')],
      is: ['06 10:00 due 06 12:00: answered_late 06 13:00'],
    },
    {
      when: 'asked once more after the answer',
      lines: [ask('06 10:00'), call('06 11:00'), ask('06 12:00'), call('06 15:00'), ask('06 16:00'), call('07 09:30')],
      is: ['06 10:00 due 06 12:00: met 06 11:00', '06 12:00 due 06 14:00: answered_late 06 15:00', '06 16:00 due 07 10:00: met 07 09:30'],
    },
    { when: 'a sequencer answers', lines: [ask('06 10:00'), on('06 10:01', { type: 'attempt', channel: 'email', by: robot })], is: ['06 10:00 due 06 12:00: breached_open'] },
    { when: 'asked at the very moment of an answer, after it', lines: [call('06 10:00'), ask('06 10:00')], is: ['06 10:00 due 06 12:00: breached_open'] },
    { when: 'answered at the very moment', lines: [ask('06 10:00'), call('06 10:00')], is: ['06 10:00 due 06 12:00: met 06 10:00'] },
    { when: 'sent back before it is due', lines: [ask('06 10:00'), on('06 11:00', rejects)], is: ['06 10:00 due 06 12:00: cancelled'] },
    { when: 'sent back when it was overdue', lines: [ask('06 10:00'), on('06 13:00', rejects)], is: ['06 10:00 due 06 12:00: breached_open'] },
    { when: 'asked after it was sent back', lines: [on('06 10:00', rejects), ask('06 11:00')], is: [] },
    { when: 'expired before it is due: the lead is with nobody', lines: [ask('06 10:00'), on('06 11:00', { type: 'expired' })], is: ['06 10:00 due 06 12:00: cancelled'] },
    {
      when: 'handed on to sales: they answer',
      lines: [on('06 09:30', accepts), ask('06 10:00'), on('06 11:00', { type: 'handed_off', to: 'sales', by: sdr }), ask('06 11:30'), on('06 11:40', { ...attempts, by: sales })],
      is: ['06 10:00 due 06 12:00: cancelled'],
    },
    {
      when: 'delivered anew: what was asked before is superseded, what is asked then is another',
      lines: [ask('06 10:00'), on('06 11:00', delivers), ask('06 11:30'), call('06 12:00')],
      is: ['06 10:00 due 06 12:00: superseded', '06 11:30 due 06 13:30: met 06 12:00'],
    },
  ])('$when', ({ lines, is }) => {
    expect(promisesOn(next, [...delivered, ...lines], '10 09:00')).toEqual(is);
  });

  test('since acceptance, what was asked before it is not asked of the accepter', () => {
    const lines = [...delivered, ask('06 09:30'), on('06 10:00', accepts), ask('06 11:00'), call('06 12:00')];
    expect(promisesOn({ ...next, from: 'accepted' }, lines)).toEqual(['06 11:00 due 06 13:00: met 06 12:00']);
    expect(promisesOn({ ...next, from: 'accepted' }, delivered)).toEqual([]);
  });

  test('a clause says by what a lead asks', () => {
    const mails = { ...next, asks: [{ on: ['contact_made'], channels: ['email'] }] } as const;
    const lines = [...delivered, ask('06 10:00'), on('06 11:00', { type: 'contact_made', channel: 'email', by: sdr }), call('06 12:00')];
    expect(promisesOn(mails, lines)).toEqual(['06 11:00 due 06 13:00: met 06 12:00']);
  });

  test('what cancels a promise settles it: the next that is asked is a promise of its own', () => {
    const clause = { ...next, cancelledBy: [{ on: ['meeting_booked'] }] } as const;
    const lines = [...delivered, ask('06 10:00'), book('06 11:00', '08 10:00'), ask('06 12:00'), call('06 13:00')];
    expect(promisesOn(clause, lines)).toEqual(['06 10:00 due 06 12:00: cancelled', '06 12:00 due 06 14:00: met 06 13:00']);
  });

  test('what a lead asked before the clause was about it hides nothing that it asks later', () => {
    const clause = { ...next, onlyAfter: [{ on: ['meeting_booked'] }] } as const;
    const lines = [...delivered, ask('06 10:00'), book('06 11:00', '08 10:00'), ask('06 12:00'), call('06 13:00')];
    expect(promisesOn(clause, lines)).toEqual(['06 12:00 due 06 14:00: met 06 13:00']);
    expect(promisesOn(clause, [...delivered, ask('06 10:00')])).toEqual([]);
  });

  test('each is a clock of its own on the delivery, and only what happened before asOf is known', () => {
    const lines = [...delivered, ask('06 10:00'), call('06 11:00'), ask('06 12:00'), call('06 15:00')];
    expect(clocksIn(next, lines).map(({ delivery, cycle }) => [delivery, cycle])).toEqual([[1, 1], [1, 2]]);
    expect(promisesOn(next, lines, '06 10:00')).toEqual([]);
    expect(promisesOn(next, lines, '06 11:00')).toEqual(['06 10:00 due 06 12:00: running']);
    expect(promisesOn(next, lines, '06 14:30')).toEqual(['06 10:00 due 06 12:00: met 06 11:00', '06 12:00 due 06 14:00: breached_open']);
  });

  test('an inquiry known to the day only proves nothing', () => {
    const lines = [...delivered, on('07 00:00', { type: 'inquiry', precision: 'day', zone: 'Etc/UTC' }), call('07 10:00')];
    expect(findingOn(next, lines).counts.unproven).toBe(1);
  });
});

describe('periodic: an update at least every eight working hours', () => {
  test.each<{ when: string; lines: readonly Line[]; is: readonly string[] }>([
    { when: 'a silence is one breach, however long', lines: [], is: ['06 09:00 due 06 17:00: breached_open'] },
    {
      when: 'each update begins the next',
      lines: [call('06 15:00'), call('07 14:00'), call('09 10:00')],
      is: [
        '06 09:00 due 06 17:00: met 06 15:00',
        '06 15:00 due 07 15:00: met 07 14:00',
        '07 14:00 due 08 14:00: answered_late 09 10:00',
        '09 10:00 due 10 10:00: breached_open',
      ],
    },
    {
      when: 'two at one moment are one',
      lines: [call('06 15:00'), call('06 15:00'), call('07 14:00')],
      is: ['06 09:00 due 06 17:00: met 06 15:00', '06 15:00 due 07 15:00: met 07 14:00', '07 14:00 due 08 14:00: breached_open'],
    },
    {
      when: 'until the lead has left',
      lines: [on('06 10:00', accepts), call('06 15:00'), on('07 10:00', { type: 'disqualified', reason: 'no_budget', by: sdr }), call('07 11:00')],
      is: ['06 09:00 due 06 17:00: met 06 15:00', '06 15:00 due 07 15:00: cancelled'],
    },
    {
      when: 'until it is won',
      lines: [
        on('06 10:00', accepts),
        call('06 15:00'),
        on('06 16:00', { type: 'opportunity_opened', opportunityId: 'o', by: sales }),
        on('07 10:00', { type: 'opportunity_won', opportunityId: 'o', by: sales }),
      ],
      is: ['06 09:00 due 06 17:00: met 06 15:00', '06 15:00 due 07 15:00: cancelled'],
    },
    {
      when: 'until it is assigned to another party',
      lines: [call('06 15:00'), on('07 10:00', { type: 'assigned', to: 'sam', toParty: 'sales' }), call('07 11:00')],
      is: ['06 09:00 due 06 17:00: met 06 15:00', '06 15:00 due 07 15:00: cancelled'],
    },
    {
      when: 'delivered anew, it begins anew',
      lines: [call('06 15:00'), on('07 10:00', delivers), call('07 11:00')],
      is: ['06 09:00 due 06 17:00: met 06 15:00', '06 15:00 due 07 15:00: superseded', '07 10:00 due 08 10:00: met 07 11:00', '07 11:00 due 08 11:00: breached_open'],
    },
  ])('$when', ({ lines, is }) => {
    expect(promisesOn(periodic, [...delivered, ...lines], '20 09:00')).toEqual(is);
  });

  test('what cancels a promise ends the series', () => {
    const clause = { ...periodic, cancelledBy: [{ on: ['meeting_booked'] }] } as const;
    const lines = [...delivered, call('06 15:00'), book('07 10:00', '08 10:00'), call('07 11:00')];
    expect(promisesOn(clause, lines)).toEqual(['06 09:00 due 06 17:00: met 06 15:00', '06 15:00 due 07 15:00: cancelled']);
  });

  test('a pause holds whichever of them runs', () => {
    const clause = { ...periodic, pauses: [{ from: { on: ['meeting_booked'] }, until: { on: ['meeting_held'] } }] } as const;
    const held = on('08 10:00', { type: 'meeting_held', meetingId: 'm1', by: sdr });
    const lines = [...delivered, call('06 15:00'), book('06 16:00', '08 10:00'), held];
    // One hour ran on Monday, none until Wednesday at ten, and seven are left: until five.
    expect(promisesOn(clause, lines, '08 12:00')).toEqual(['06 09:00 due 06 17:00: met 06 15:00', '06 15:00 due 08 17:00: running']);
  });

  test('ten thousand on one lead take no quadratic time', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => {
      const at = moment('06 09:00') + (i + 1) * 1000;
      return [{ ...attempts, at }, { type: 'inquiry', at: at + 500 }] as const satisfies readonly Line[];
    }).flat();
    const facts = factsOf([...delivered, ...many]);
    const began = performance.now();
    const series = clocksOf([periodic, next], facts, aContext());
    expect(performance.now() - began).toBeLessThan(5000);
    expect(series.map(({ cycle }) => cycle)).toEqual([10_001, 10_000].flatMap((length) => Array.from({ length }, (_, i) => i + 1)));
  });
});

describe('how it is written and said', () => {
  const codes = (input: unknown): readonly unknown[] => {
    const read = readWith(Clause, input);
    return read.ok ? [] : read.issues.map((issue) => [issue.code, ...issue.path]);
  };
  test.each<{ when: string; clause: unknown; is: readonly unknown[] }>([
    { when: 'as pacts wrote it before', clause: speed, is: [] },
    { when: 'with everything', clause: { ...next, asks: [{ on: ['inquiry'] }], counts: { actor: 'any', channels: ['phone'], futureMeeting: true }, expires: true }, is: [] },
    { when: 'asks where nobody asks', clause: { ...periodic, asks: [{ on: ['inquiry'] }] }, is: [['input.invalid', 'asks']] },
    { when: 'asks of the first answer', clause: { ...speed, asks: [{ on: ['inquiry'] }] }, is: [['input.invalid', 'asks']] },
    { when: 'reopened although it begins anew by itself', clause: { ...next, reopen: { by: [{ on: ['inquiry'] }], then: 'resume' } }, is: [['input.invalid', 'reopen']] },
    { when: 'a channel that is none', clause: { ...speed, counts: { channels: ['pigeon'] } }, is: [['input.not_one_of', 'counts', 'channels', 0]] },
    { when: 'no channel', clause: { ...speed, counts: { channels: [] } }, is: [['input.invalid', 'counts', 'channels']] },
    { when: 'expires: false', clause: { ...speed, expires: false }, is: [['input.not_one_of', 'expires']] },
  ])('$when', ({ clause, is }) => {
    expect(codes(clause)).toEqual(is);
  });

  test('what no lead can ever ask by is found', () => {
    const clause = { ...next, asks: [{ on: ['inquiry'] }, { on: ['inquiry'], channels: ['email'] }] } as const;
    expect(lintClauses([clause]).map(({ code, path }) => [code, ...path])).toEqual([['sla.condition_never_met', 0, 'asks', 1]]);
  });

  test('sentences', () => {
    const asked = [...delivered, ask('06 10:00'), call('06 11:00'), ask('06 12:00'), call('06 15:00')];
    expect(findingOn(next, asked).sentence).toBe('Sales development answered 1 of 2 requests of leads within 2 working hours (50 %); agreed are 90 %.');
    expect(findingOn(next, delivered).sentence).toBe('No request of a lead with sales development has yet been judged against 2 working hours.');
    expect(findingOn(periodic, [...delivered, call('06 15:00'), on('06 16:00', rejects)]).sentence).toBe(
      'Sales development gave 1 of 1 update within 8 working hours (100 %); agreed are 90 %. 1 stopped mattering before it was due.',
    );
    expect(findingOn(periodic, [], {}).sentence).toBe('No update by sales development has yet been judged against 8 working hours.');
  });
});

test('what a lead asked before it was promised is owed no answer, and holds up none', () => {
  const lines = [...delivered, ask('06 10:00'), ask('08 10:00')];
  const from = (when: string): readonly string[] =>
    clocksUnder([{ clauses: [next], context: aContext(), from: moment(when), until: null }], factsOf(lines)).map(({ startedEvent }) => startedEvent);
  expect(from('01 00:00')).toEqual(['e4']);
  expect(from('07 00:00')).toEqual(['e5']);
});
