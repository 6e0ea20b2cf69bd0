import { describe, expect, test } from 'vitest';
import { unwrap } from 'revpact/kernel';
import { parsePact, review, type Pact } from 'revpact/pact';
import { safeParseEvent } from 'revpact/vocabulary';
import { acmeJson, life, ny } from '../support/pact.js';

/** The example pact with timed clauses of every kind beside its own. Eight hours are 480 minutes. */
const pact = (): Pact => {
  const json = acmeJson() as { clauses: readonly unknown[] };
  const owed = { by: 'sales_development', to: 'marketing', handOff: 'mql_to_sdr', share: '0.9', within: { minutes: 480 } };
  return parsePact({
    ...json,
    clauses: [
      ...json.clauses,
      { ...owed, id: 'next', kind: 'response_time', title: 'Answers each request', from: 'delivered', answer: 'next', within: { minutes: 60 } },
      { ...owed, id: 'updates', kind: 'response_time', title: 'Keeps in touch', from: 'accepted', answer: 'periodic' },
      { ...owed, id: 'resolved', kind: 'resolution', title: 'Comes to something', from: 'delivered', reaches: 'sql' },
      { ...owed, id: 'held', kind: 'ownership', title: 'Is not kept' },
      { ...owed, id: 'accepted_and_tried', kind: 'acceptance', title: 'Accepts, and tries', attemptWithin: { minutes: 240 } },
      { ...owed, id: 'answered', kind: 'feedback_answered', title: 'Gets an answer', by: 'marketing', to: 'sales_development', share: '1' },
    ],
  });
};

const sdr = 'sales_development/sdr_ben';
const delivered = [
  { type: 'inquiry', at: ny('04-01', '09:00'), by: 'marketing', stage: 'inquiry', source: 'webinar' },
  { type: 'qualified', at: ny('04-20', '10:00'), by: 'marketing', stage: 'mql' },
  { type: 'handed_off', at: ny('04-20', '10:00'), by: 'marketing', handOff: 'mql_to_sdr', to: 'sales_development', toPerson: 'sdr_ben', fields: [] },
] as const;

/** Monday 20 April 2026. Sales development works 08:30 to 17:30 in New York, marketing 09:00 to 12:30 and 13:30 to 18:00 in Berlin, six hours ahead. */
const events = [
  ...life(
    'kept',
    ...delivered,
    { type: 'accepted', at: ny('04-20', '11:00'), by: sdr, stage: 'tal' },
    { type: 'attempt', at: ny('04-20', '12:00'), by: sdr, channel: 'phone' },
    { type: 'inquiry', at: ny('04-20', '17:00'), by: 'marketing', source: 'webinar' },
    { type: 'attempt', at: ny('04-21', '09:00'), by: sdr, channel: 'phone' },
    { type: 'qualified', at: ny('04-21', '10:00'), by: sdr, stage: 'tql' },
    { type: 'handed_off', at: ny('04-21', '10:00'), by: sdr, handOff: 'sdr_to_sales', to: 'sales', fields: [] },
    { type: 'accepted', at: ny('04-21', '10:30'), by: 'sales/ae_ana', stage: 'sal' },
    { type: 'opportunity_opened', at: ny('04-21', '11:00'), by: 'sales/ae_ana', opportunityId: 'o', stage: 'sql' },
  ),
  // Sales opens a deal without any hand-off: from then on its stage is theirs.
  ...life(
    'moved',
    ...delivered,
    { type: 'accepted', at: ny('04-20', '10:10'), by: sdr, stage: 'tal' },
    { type: 'attempt', at: ny('04-20', '11:10'), by: sdr, channel: 'phone' },
    { type: 'opportunity_opened', at: ny('04-20', '15:00'), by: 'sales/ae_ana', opportunityId: 'm', stage: 'sql' },
  ),
  ...life('stamped', ...delivered, { type: 'accepted', at: ny('04-20', '10:10'), by: sdr, stage: 'tal' }),
  ...life('sent_back', ...delivered, { type: 'rejected', at: ny('04-20', '10:30'), by: sdr, class: 'clerical', reason: 'no_trigger', stage: 'rejected' }),
];

describe('timed clauses of every kind in a pact, as of Thursday noon', () => {
  const { findings } = review([pact()], { events }, { period: '2026-Q2', asOf: ny('04-23', '12:00') });
  const rows = (clause: string): readonly string[] => {
    const found = findings.find((one) => one.clause === clause);
    if (found === undefined) throw new Error(`no finding on ${clause}`);
    return found.evidence.map(({ leadId, state, marginMs }) => `${leadId} ${state}${marginMs === null ? '' : ` ${String(marginMs / 60_000)}`}`).sort();
  };

  test('the lead asked at 17:00 and was called next morning at 09:00: 30 minutes before closing and 30 after opening', () => {
    expect(rows('next')).toEqual(['kept met 0']);
  });

  test('after the acceptance at 11:00 called at 12:00, then at 09:00: 60 minutes, 330 and 30; then handed on', () => {
    // The lead that was accepted and never called: 480 minutes from 10:10 on Monday were over on Tuesday at 09:10.
    // From there 500 minutes on Tuesday, 540 on Wednesday and 210 on Thursday.
    expect(rows('updates')).toEqual(['kept cancelled', 'kept met 120', 'kept met 420', 'moved cancelled', 'moved met 420', 'stamped breached_open -1250']);
  });

  test('a deal after 450 minutes of Monday and 150 of Tuesday, by another party; sent back after 30; nothing of the third', () => {
    // 480 minutes from 10:00 on Monday were over on Tuesday at 09:00; from there 510 minutes on Tuesday, 540, and 210.
    expect(rows('resolved')).toEqual(['kept answered_late -120', 'moved met 180', 'sent_back met 450', 'stamped breached_open -1260']);
  });

  test('handed on 450 and 90 minutes after it was handed over; sent back after 30; the third is still held', () => {
    expect(rows('held')).toEqual(['kept answered_late -60', 'moved met 180', 'sent_back met 450', 'stamped breached_open -1260']);
  });

  test('all were answered in time, and one of three accepted was never tried', () => {
    const found = findings.find(({ clause }) => clause === 'accepted_and_tried')!;
    expect([found.state, found.alarms.map(({ kind, count, evidence }) => [kind, count, evidence.map(({ leadId }) => leadId)])]).toEqual(['kept', [['rubber_stamp', 1, ['stamped']]]]);
  });

  test('what was sent back at 16:30 in Berlin waits: 90 minutes that day, 210 next morning, 180 after lunch; now it is Thursday, six in the evening', () => {
    // From Tuesday 16:30: 90 minutes, 480 on Wednesday, 480 on Thursday.
    expect(rows('answered')).toEqual(['sent_back breached_open -1050']);
  });
});

test('tiers are called in clauses and events what the target filter calls them', () => {
  const json = acmeJson() as { clauses: readonly { id: string }[] };
  const tiered = parsePact({
    ...json,
    clauses: [
      ...json.clauses.map((clause) => (clause.id === 'sdr_answer' ? { ...clause, warn: { minutes: 30 }, windows: [{ tiers: ['A'], within: { minutes: 60 } }] } : clause)),
      { id: 'fit', kind: 'quality', title: 'They fit', by: 'marketing', to: 'sales_development', tiers: ['A', 'B'], share: '0.5' },
    ],
  });
  const scored = unwrap(
    safeParseEvent({ id: 'scored', type: 'score_changed', at: ny('04-20', '09:00'), by: { party: 'marketing', kind: 'human' }, leadId: 'L', score: 90, kind: 'fit', tier: 'A' }),
  );
  const { findings } = review([tiered], { events: [scored, ...life('L', ...delivered)] }, { period: '2026-Q2', asOf: ny('04-23', '12:00') });
  const evidence = (clause: string) => findings.find((one) => one.clause === clause)?.evidence.map(({ dueAt, state }) => [dueAt, state]);
  expect(evidence('sdr_answer')).toEqual([[Date.parse(ny('04-20', '11:00')), 'breached_open']]);
  expect(evidence('fit')).toEqual([[null, 'met']]);
});
