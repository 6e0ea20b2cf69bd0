import { expect, test } from 'vitest';
import { factsFrom, resolve } from 'revpact/lifecycle';
import { assessClauses, clocksOf, type Clause } from 'revpact/sla';
import { sirius2006, type Event } from 'revpact/vocabulary';
import { april } from '../../support/counted.js';
import { aContext } from '../../support/promises.js';

const marketing = { party: 'marketing', person: 'mia', kind: 'human' } as const;
const sdr = { party: 'sales_development', person: 'dev', kind: 'human' } as const;
const at = (text: string) => ({ at: april(text) });

/** April at Acme: a list of two accounts, three MQLs, of which one is tried twice, one let go, one sent back. */
const EVENTS: readonly Event[] = [
  { id: 'list', type: 'provided', ...at('01 09:00'), by: marketing, item: 'target_list', to: 'sales_development', accountIds: ['acme', 'globex'] },
  { id: 'money', type: 'provided', ...at('02 09:00'), by: sdr, item: 'budget', to: 'marketing', amount: { minor: 500_000, currency: 'EUR' } },
  { id: 'a1', type: 'score_changed', ...at('06 08:00'), by: marketing, leadId: 'A', accountId: 'acme', score: 80, kind: 'fit', tier: 'a' },
  { id: 'a2', type: 'handed_off', ...at('06 09:00'), by: marketing, leadId: 'A', to: 'sales_development', stage: 'mql' },
  { id: 'a3', type: 'attempt', ...at('06 10:00'), by: sdr, leadId: 'A', channel: 'phone' },
  { id: 'a4', type: 'attempt', ...at('06 16:00'), by: sdr, leadId: 'A', channel: 'email' },
  { id: 'a5', type: 'accepted', ...at('06 17:00'), by: sdr, leadId: 'A', stage: 'sal' },
  { id: 'b1', type: 'score_changed', ...at('07 08:00'), by: marketing, leadId: 'B', accountId: 'hooli', score: 20, kind: 'fit', tier: 'c' },
  { id: 'b2', type: 'handed_off', ...at('07 09:00'), by: marketing, leadId: 'B', to: 'sales_development', stage: 'mql' },
  { id: 'b3', type: 'accepted', ...at('07 10:00'), by: sdr, leadId: 'B', stage: 'sal' },
  { id: 'b4', type: 'attempt', ...at('07 11:00'), by: sdr, leadId: 'B', channel: 'phone' },
  { id: 'b5', type: 'disqualified', ...at('08 09:00'), by: sdr, leadId: 'B', reason: 'competitor', stage: 'disqualified' },
  { id: 'c1', type: 'handed_off', ...at('09 09:00'), by: marketing, leadId: 'C', to: 'sales_development', stage: 'mql' },
  { id: 'c2', type: 'rejected', ...at('09 10:00'), by: sdr, leadId: 'C', class: 'definitional', reason: 'not_icp', stage: 'rejected' },
  { id: 'c3', type: 'feedback_answered', ...at('10 09:00'), by: marketing, leadId: 'C', answers: 'c2' },
  { id: 'talk', type: 'practice_held', ...at('15 09:00'), by: marketing, practice: 'review', parties: ['marketing', 'sales_development'] },
];

const owed = { by: 'marketing', to: 'sales_development' } as const;
const due = { by: 'sales_development', to: 'marketing' } as const;
const CLAUSES: readonly Clause[] = [
  { ...owed, id: 'quality', kind: 'quality', title: 'Quality', tiers: ['a', 'b'], notRejectedAs: ['definitional'], share: '0.5' },
  { ...owed, id: 'list', kind: 'provision', title: 'List', item: 'target_list', counting: 'accounts', atLeast: 2, when: { withinWorkingDays: 1 } },
  { ...due, id: 'money', kind: 'budget', title: 'Budget', item: 'budget', amount: { minor: 500_000, currency: 'EUR' }, when: { withinWorkingDays: 1 } },
  { ...due, id: 'tries', kind: 'attempts', title: 'Attempts', from: 'delivered', atLeast: 2, within: { minutes: 480 }, share: '0.5' },
  { ...due, id: 'compliance', kind: 'list_compliance', title: 'List only', item: 'target_list', counting: 'all_attempts', share: '0.6' },
  { ...due, id: 'reasons', kind: 'feedback_completeness', title: 'Reasons', specifics: { competitor: ['which'] }, share: '0.6' },
  { ...owed, id: 'talk', kind: 'practice', title: 'Review', practice: 'review', atLeast: 1, when: 'period_end' },
];

test('from events to findings', () => {
  const { facts } = factsFrom(sirius2006, resolve(EVENTS));
  const context = aContext();
  const findings = assessClauses(CLAUSES, { ...facts, clocks: clocksOf(CLAUSES, facts, context) }, context);
  expect(findings.map(({ clause, state, numerator, denominator }) => [clause, state, numerator, denominator])).toEqual([
    // A is of tier a, B of tier c; C was sent back as definitional.
    ['quality', 'broken', 1, 3],
    ['list', 'kept', 2, 2],
    // A day late.
    ['money', 'broken', 500_000, 500_000],
    // A twice, B once; C needs none.
    ['tries', 'kept', 1, 2],
    // Two on Acme, one on Hooli.
    ['compliance', 'kept', 2, 3],
    // Which competitor was not said.
    ['reasons', 'broken', 1, 2],
    ['talk', 'kept', 1, 1],
  ]);
});
