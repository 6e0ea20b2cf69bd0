import { describe, expect, test } from 'vitest';
import { agenda, commitments, escalations, schedule, type ClauseBase, type ClauseFinding } from 'revpact/sla';
import { periodOf, type ClockFact } from 'revpact/vocabulary';
import { aRow, held, mon, nineToFive, people, promised, tue } from '../../support/due.js';

const HOUR = 3_600_000;
const at = (rows: readonly ClockFact[], asOf: number, clause: Partial<ClauseBase> = {}) => schedule([promised(clause)], rows, asOf, () => nineToFive);

describe('what is owed, of two working hours from Monday at nine', () => {
  test.each([
    { when: 'an hour in', row: {}, asOf: mon('10:00'), state: 'running', due: mon('11:00'), left: HOUR, flag: 'green' },
    { when: 'half an hour before it is due', row: {}, asOf: mon('10:30'), state: 'running', due: mon('11:00'), left: HOUR / 2, flag: 'yellow' },
    { when: 'at the moment at which it is due', row: {}, asOf: mon('11:00'), state: 'running', due: mon('11:00'), left: 0, flag: 'red' },
    { when: 'an hour late', row: {}, asOf: mon('12:00'), state: 'breached_open', due: mon('11:00'), left: -HOUR, flag: 'red' },
    { when: 'the next morning before opening', row: {}, asOf: tue('08:00'), state: 'breached_open', due: mon('11:00'), left: -6 * HOUR, flag: 'red' },
    { when: 'while it waits', row: { pauses: [held('10:00')], dueAt: null }, asOf: mon('12:00'), state: 'paused', due: null, left: HOUR, flag: 'green' },
    { when: 'before a pause that came later', row: { pauses: [held('10:00')], dueAt: null }, asOf: mon('09:30'), state: 'running', due: mon('11:00'), left: 1.5 * HOUR, flag: 'green' },
    { when: 'after a pause of four hours', row: { pauses: [held('10:00', '14:00')], dueAt: mon('15:00') }, asOf: mon('14:30'), state: 'running', due: mon('15:00'), left: HOUR / 2, flag: 'yellow' },
    { when: 'in a pause whose end came later', row: { pauses: [held('10:00', '14:00')], dueAt: mon('15:00') }, asOf: mon('13:00'), state: 'paused', due: null, left: HOUR, flag: 'green' },
    { when: 'as the answer comes', row: { stoppedAt: mon('10:00'), stoppedEvent: 'a', stopOpenMs: HOUR }, asOf: mon('10:00'), state: 'running', due: mon('11:00'), left: HOUR, flag: 'green' },
  ])('$when: $state', ({ row, asOf, state, due, left, flag }) => {
    const [item] = at([aRow(row)], asOf, { warn: { minutes: 30 } });
    expect(item && [item.state, item.dueAt, item.leftMs, item.flag]).toEqual([state, due, left, flag]);
  });

  test.each([
    { when: 'before it began', row: {}, asOf: mon('09:00') },
    { when: 'after the answer', row: { stoppedAt: mon('10:00'), stoppedEvent: 'a', stopOpenMs: HOUR }, asOf: mon('10:01') },
    { when: 'after a late answer', row: { stoppedAt: mon('12:00'), stoppedEvent: 'a', stopOpenMs: 3 * HOUR }, asOf: mon('13:00') },
    { when: 'sent back before it was due', row: { endedAt: mon('10:00'), endedBy: 'rejected', cancelledAt: mon('10:00') }, asOf: mon('10:30') },
    { when: 'sent back after it was due', row: { endedAt: mon('12:00'), endedBy: 'rejected' }, asOf: mon('13:00') },
    { when: 'let go', row: { waivedAt: mon('10:00'), waivedEvent: 'w' }, asOf: mon('13:00') },
    { when: 'excused', row: { excusedBy: 'complete' }, asOf: mon('13:00') },
    { when: 'known to the day only', row: { unproven: true }, asOf: mon('10:00') },
    { when: 'of a clause that was not asked about', row: { clause: 'other' }, asOf: mon('10:00') },
  ])('nothing is owed $when', ({ row, asOf }) => {
    expect(at([aRow(row)], asOf)).toEqual([]);
  });
});

test('outside hours it says when they begin, and counts no closed time', () => {
  const row = aRow({ startedAt: mon('16:30'), holders: [{ from: mon('16:30'), person: 'sam' }], dueAt: tue('10:30') });
  expect(at([row], mon('20:00'), { warn: { minutes: 60 } })).toEqual([
    {
      id: 'first_response:delivered',
      clause: 'first_response',
      kind: 'response_time',
      title: 'First response',
      leadId: 'L1',
      delivery: 1,
      by: 'sales',
      person: 'sam',
      to: 'marketing',
      state: 'outside_hours',
      startedAt: mon('16:30'),
      warnAt: tue('09:30'),
      dueAt: tue('10:30'),
      leftMs: 1.5 * HOUR,
      flag: 'green',
      pausedSince: null,
      opensAt: tue('09:00'),
    },
  ]);
});

test.each([
  { warn: { minutes: 30 }, warnAt: mon('10:30') },
  { warn: { share: '0.75' }, warnAt: mon('10:30') },
  { warn: { after: { minutes: 45 } }, warnAt: mon('09:45') },
  // A warning that would come after it is due warns of nothing.
  { warn: { after: { minutes: 180 } }, warnAt: null },
] as const)('it turns yellow by $warn', ({ warn, warnAt }) => {
  expect(at([aRow()], mon('09:30'), { warn })[0]?.warnAt).toBe(warnAt);
});

test('another target counts from the moment at which it came', () => {
  // Four hours until ten past ten, from then on one: an hour and ten have passed, so that it is due at once.
  const row = aRow({ targetOpenMs: 4 * HOUR, retargets: [{ at: mon('10:10'), event: 'hot', targetOpenMs: HOUR }], dueAt: mon('10:10') });
  expect(at([row], mon('10:00')).map(({ dueAt }) => dueAt)).toEqual([mon('13:00')]);
  expect(at([row], mon('10:20')).map(({ dueAt, leftMs }) => [dueAt, leftMs])).toEqual([[mon('10:10'), -HOUR / 6]]);
});

test('whoever holds the lead is named; given away at that very moment it is still with the one before', () => {
  const row = aRow({ holders: [{ from: mon('09:00'), person: 'sam' }, { from: mon('09:30'), person: 'ana' }] });
  expect([mon('09:30'), mon('09:31')].map((asOf) => at([row], asOf)[0]?.person)).toEqual(['sam', 'ana']);
});

test('the earliest due stands first, what waits last, whatever the order of the clocks', () => {
  const rows = [
    aRow({ leadId: 'waits', pauses: [held('09:30')], dueAt: null }),
    aRow({ leadId: 'later', targetOpenMs: 4 * HOUR, dueAt: mon('13:00') }),
    aRow({ leadId: 'sooner' }),
  ];
  expect(at(rows, mon('10:00')).map(({ leadId }) => leadId)).toEqual(['sooner', 'later', 'waits']);
});

test('an agenda plots everything by date in a zone: due, warnings, who is told, what the period asks for', () => {
  const clause = promised({ warn: { minutes: 60 }, escalation: [{ when: { after: { minutes: 30 } }, tell: 'manager' }] });
  const rows = [aRow({ startedAt: mon('16:30'), dueAt: tue('10:30') }), aRow({ leadId: 'L2', pauses: [held('09:30')], dueAt: null })];
  const april = periodOf('2026-04', 'America/New_York')!;
  const finding: ClauseFinding = {
    clause: 'leads', kind: 'volume', title: 'Enough leads', by: 'marketing', to: 'sales', pactVersion: '1', period: '2026-04', asOf: mon('20:00'),
    state: 'at_risk',
    counts: { met: 3, answeredLate: 0, breachedOpen: 0, running: 0, paused: 0, waived: 0, excused: 0, superseded: 0, cancelled: 0, unproven: 0 },
    numerator: 3, denominator: 20, agreed: { numerator: 4, denominator: 22 }, evidence: [], alarms: [], deadline: april.end, plot: null, sentence: '3 of 20.',
  };
  const owed = commitments([finding, { ...finding, clause: 'each', deadline: null }, { ...finding, clause: 'over', deadline: mon('20:00') }, { ...finding, clause: 'all_there', state: 'kept', numerator: 20 }], mon('20:00'));
  const told = escalations([clause], rows, { from: mon('20:00'), to: tue('20:00') }, () => nineToFive, people);
  const plotted = agenda({ due: schedule([clause], rows, mon('20:00'), () => nineToFive), escalations: told, commitments: owed }, 'America/New_York');
  expect(plotted.days.map(({ date, entries }) => [date, entries.map(({ what, at: moment }) => [what, moment])])).toEqual([
    ['2026-04-07', [['warning', tue('09:30')], ['due', tue('10:30')], ['escalation', tue('11:00')]]],
    ['2026-04-30', [['commitment', april.end - 1]]],
  ]);
  expect(plotted.undated.map(({ leadId }) => leadId)).toEqual(['L2']);
});
