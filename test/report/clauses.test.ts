import { expect, test } from 'vitest';
import { unwrap } from 'revpact/kernel';
import { review, safeParsePact } from 'revpact/pact';
import { reviewDocument, toMarkdown, toText } from 'revpact/report';
import { safeParseEvent } from 'revpact/vocabulary';
import { acme, life, ny, withoutLadder } from '../support/pact.js';

const sdr = 'sales_development/sdr_ben';
const pact = unwrap(
  safeParsePact({
    ...acme(),
    clauses: acme().clauses.map((clause) =>
      clause.id !== 'sdr_answer'
        ? withoutLadder(clause)
        : {
            ...clause,
            share: '0.5',
            expires: true,
            attemptWithin: { minutes: 60 },
            pauses: [{ from: { on: ['meeting_booked'] }, until: { on: ['meeting_held'] } }],
            escalation: [{ when: { share: '0.5' }, tell: 'owner' }, { when: { after: { minutes: 60 } }, tell: 'sponsor' }],
          },
    ),
  }),
);
const delivered = (leadId: string) =>
  life(
    leadId,
    { type: 'qualified', at: ny('04-20', '10:00'), by: 'marketing', stage: 'mql', source: 'webinar' },
    { type: 'handed_off', at: ny('04-20', '10:00'), by: 'marketing', handOff: 'mql_to_sdr', to: 'sales_development', toPerson: 'sdr_ben', fields: ['company', 'job_title', 'source', 'trigger'] },
  );
// New York, 08:30 to 17:30. The first is never answered, the second accepted and never tried, the third waits for a meeting.
const events = [
  ...delivered('never'),
  ...delivered('rubber'),
  ...life('rubber', { type: 'accepted', at: ny('04-20', '10:30'), by: sdr, stage: 'tal' }),
  ...delivered('waits'),
  ...life('waits', { type: 'meeting_booked', at: ny('04-20', '11:00'), by: sdr, meetingId: 'm', startsAt: ny('05-20', '11:00') }),
];
const made = review([pact], { events }, { period: '2026-Q2', asOf: ny('04-22', '09:00') });
const said = toText(reviewDocument(made), { width: 160, color: false }).replace(/\s+/g, ' ');

test('who was told: half of the eight hours after four, the sponsor an hour after it was due', () => {
  // "rubber" and "waits" were answered or held before a rung was reached.
  expect(made.escalations.map(({ leadId, at, tell }) => [leadId, at, tell])).toEqual([
    ['never', Date.parse(ny('04-20', '14:00')), 'owner'],
    ['never', Date.parse(ny('04-21', '10:00')), 'sponsor'],
  ]);
  expect(said).toContain('ESCALATED');
  expect(said).toContain('the sponsor');
});

test('what the clock has ended and nobody has recorded', () => {
  expect(made.expiries.map(({ leadId, at }) => [leadId, at])).toEqual([['never', Date.parse(ny('04-21', '09:00')) + 1]]);
  expect(said).toContain('EXPIRED AND NOT RECORDED By what was agreed the clock has ended 1 lead; until somebody records it, it stays overdue and open.');
});

test('what is paused stands apart, and has no date', () => {
  expect(made.due.filter(({ state }) => state === 'paused').map(({ leadId, dueAt }) => [leadId, dueAt])).toEqual([['waits', null]]);
  expect(said).toContain('Paused: nobody knows until when');
});

test('an alarm is told even where the promise is kept', () => {
  const answer = made.findings.find(({ clause }) => clause === 'sdr_answer');
  expect(answer?.alarms.map(({ kind, count }) => [kind, count])).toEqual([['rubber_stamp', 1]]);
  expect(said).toContain('Alarm: rubber stamp.');
});

test('a volume is plotted, and owed by the end of the quarter', () => {
  expect(made.commitments.map(({ clause, dueAt }) => [clause, dueAt])).toEqual([['mql_volume', Date.parse('2026-07-01T00:00:00+02:00')]]);
  expect(said).toContain('By the end of');
  expect(said).toContain('Reached (leads)');
});

test('money stands as money beside what was agreed, not as so many cents', () => {
  const budget = { id: 'fairs', kind: 'budget', title: 'Sales pays its part', by: 'sales', to: 'marketing', item: 'fairs', amount: { minor: 2_500_000, currency: 'EUR' }, when: 'period_end' };
  const paying = unwrap(safeParsePact({ ...acme(), clauses: [...acme().clauses, budget] }));
  const paid = unwrap(safeParseEvent({ id: 'paid', type: 'provided', at: ny('04-20', '10:00'), by: { party: 'sales', kind: 'human' }, item: 'fairs', to: 'marketing', amount: { minor: 1_234_550, currency: 'EUR' } }));
  const text = toMarkdown(reviewDocument(review([paying], { events: [paid] }, { period: '2026-Q2', asOf: ny('04-22', '09:00') })));
  // 12,345.50 of 25,000 are 49.382 %.
  expect(text).toContain('49.4 % (12,345.50 EUR/25,000 EUR)');
  expect(text).not.toContain('1,234,550');
  // By its last minute in Berlin.
  expect(text).toContain('### Owed in the period as a whole');
  expect(text).toContain('| 2026-06-30 23:59 | Sales pays its part | Sales | 49.4 % | 🟡 at risk |');
});
