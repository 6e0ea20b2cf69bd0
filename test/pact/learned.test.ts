import { expect, test } from 'vitest';
import { unwrap } from 'revpact/kernel';
import { review, safeParsePact } from 'revpact/pact';
import { reviewDocument, toMarkdown } from 'revpact/report';
import type { Event } from 'revpact/vocabulary';
import { acmeJson, life, ny } from '../support/pact.js';

/** The example with a promise: marketing answers within forty of its working hours, which is five days of its office. */
const { approvals: _approvals, clauses, ...rest } = acmeJson();
const promise = { id: 'answers', kind: 'feedback_answered', title: 'Marketing answers', by: 'marketing', to: 'sales_development', within: { minutes: 2400 }, share: '0.9' };
const pact = unwrap(safeParsePact({ ...rest, approvals: [], clauses: [...(Array.isArray(clauses) ? (clauses as unknown[]) : []), promise] }));

/** One lead that was worked; where it had no need, it left on Tuesday at 10:00 in Berlin. */
const lead = (id: string, source: string, fate: { readonly left: boolean; readonly answered: boolean }): readonly Event[] => {
  const sdr = 'sales_development/sdr_ben';
  const worked = life(
    id,
    { type: 'qualified', at: ny('04-20', '09:00'), by: 'marketing/mk_anna', stage: 'mql', source },
    { type: 'handed_off', at: ny('04-20', '09:30'), by: 'marketing/mk_anna', handOff: 'mql_to_sdr', to: 'sales_development', fields: [] },
    { type: 'accepted', at: ny('04-20', '10:00'), by: sdr },
    { type: 'attempt', at: ny('04-20', '11:00'), by: sdr, channel: 'phone', outcome: 'connected' },
  );
  if (!fate.left) return worked;
  const left = life(id, { type: 'disqualified', at: ny('04-21', '04:00'), by: sdr, reason: 'no_need', stage: 'disqualified' });
  const answers = fate.answered ? life(id, { type: 'feedback_answered', at: ny('04-23', '04:00'), by: 'marketing/mk_anna', answers: left[0]?.id ?? '' }) : [];
  return [...worked, ...left, ...answers];
};

test('each learning of a review says who owes an answer to it, and since when', () => {
  const forty = Array.from({ length: 40 }, (_, i) => i);
  const events = forty.flatMap((i) => [
    ...lead(`f${String(i)}`, 'fair', { left: i < 25, answered: i < 6 }),
    ...lead(`w${String(i)}`, 'web', { left: i < 1, answered: false }),
  ]);
  const made = review([pact], { events }, { period: '2026-Q2', asOf: ny('06-30', '00:00') });

  const fair = made.learned.tables.find(({ by }) => by === 'source')?.rows.find(({ of }) => of === 'fair');
  const noFit = fair?.learnings.find(({ lesson }) => lesson === 'not_fit');
  expect(noFit).toMatchObject({ share: { numerator: 25, denominator: 40 }, rest: { numerator: 1, denominator: 40 }, verdict: 'more' });
  // Seven of the forty hours on Tuesday, eight on each of the four days after it, the last one on the next Tuesday.
  expect(noFit?.owners).toEqual([{ party: 'marketing', items: 25, answered: 6, overdue: 19, dueAt: Date.parse('2026-04-28T10:00:00+02:00') }]);
  expect(made.answers.closure).toMatchObject({ numerator: 6, denominator: 26 });
  expect(toMarkdown(reviewDocument(made))).toContain('Marketing answered 6 of 25 items of it; 19 are overdue, the first since 2026-04-28 10:00.');
});
