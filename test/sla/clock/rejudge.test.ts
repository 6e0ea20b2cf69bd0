import { expect, test } from 'vitest';
import { rejudge } from 'revpact/sla';
import { aTimedClause, clocksOn } from '../../support/courses.js';
import { anEvent, inOrder } from '../../support/lead-events.js';
import { HOUR, office, utc } from '../../support/promises.js';

const moment = (time: string): number => utc(`2026-04-06 ${time}`);
const events = inOrder(
  anEvent('handed_off', '09:00', { leadId: 'L1', eventId: 'h1' }),
  anEvent('handed_off', '09:10', { leadId: 'L2', eventId: 'h2' }),
  anEvent('inquiry', '09:20', { leadId: 'L2' }),
  anEvent('handed_off', '09:30', { leadId: 'L2', eventId: 'h3' }),
  anEvent('attempt', '10:30', { leadId: 'L1', eventId: 'a1' }),
);
const options = { asOf: moment('12:00'), hoursBefore: () => office, hoursAfter: () => office };
const strict = clocksOn(aTimedClause({ within: { minutes: 60 } }), events);

test('the same text changes nothing', () => {
  expect(rejudge(strict, strict, options)).toEqual({ rows: [], unchanged: 3 });
});

test('more time: what was late would have been met, what is overdue would still run', () => {
  const kinder = clocksOn(aTimedClause({ within: { minutes: 180 } }), events, { pactVersion: '2' });
  const { rows, unchanged } = rejudge(strict, kinder, options);
  expect(unchanged).toBe(0);
  expect(rows.map(({ leadId, delivery, before, after, changed }) => [leadId, delivery, before?.state, after?.state, changed])).toEqual([
    ['L1', 1, 'answered_late', 'met', ['state', 'due', 'target']],
    ['L2', 2, 'breached_open', 'running', ['state', 'due', 'target']],
    ['L2', 3, 'breached_open', 'running', ['state', 'due', 'target']],
  ]);
  expect(rows[0]!.sentence).toBe('L1: met instead of answered late, 3 h instead of 1 h, due 2 h later.');
  expect([rows[0]!.before?.targetOpenMs, rows[0]!.after?.targetOpenMs, rows[0]!.after?.pactVersion]).toEqual([HOUR, 3 * HOUR, '2']);
});

test('a promise that one of them does not make stands alone', () => {
  const fewer = clocksOn(aTimedClause({ within: { minutes: 60 }, onlyAfter: [{ on: ['inquiry'] }] }), events);
  expect(rejudge(strict, fewer, options).rows.map(({ leadId, delivery, after }) => [leadId, delivery, after])).toEqual([
    ['L1', 1, null],
    ['L2', 2, null],
  ]);
  const { rows } = rejudge(fewer, strict, options);
  expect(rows.map(({ sentence }) => sentence)).toEqual([
    'L1: nothing was promised; it would be answered late.',
    'L2: nothing was promised; it would be breached open.',
  ]);
});

test('a promise that starts with another event is still the same delivery’s', () => {
  const [clock] = strict;
  const later = { ...clock!, startedAt: moment('10:00'), startedEvent: 'accepted', dueAt: moment('11:00'), startOpenMs: clock!.startOpenMs + HOUR };
  const { rows } = rejudge([clock!], [later], options);
  expect(rows.map(({ before, after, changed }) => [before?.state, after?.state, changed])).toEqual([['answered_late', 'met', ['state', 'due', 'start']]]);
});
