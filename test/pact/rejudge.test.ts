import { describe, expect, test } from 'vitest';
import { rejudgePact, type Pact } from 'revpact/pact';
import { unwrap } from 'revpact/kernel';
import { acme, life, ny } from '../support/pact.js';

const sdr = 'sales_development/sdr_ben';
const answered = (leadId: string, delivered: string, attempted: string) =>
  life(
    leadId,
    { type: 'qualified', at: delivered, by: 'marketing', stage: 'mql', source: 'webinar' },
    { type: 'handed_off', at: delivered, by: 'marketing', handOff: 'mql_to_sdr', to: 'sales_development', toPerson: 'sdr_ben', fields: ['company', 'job_title', 'source', 'trigger'] },
    { type: 'attempt', at: attempted, by: sdr, channel: 'phone' },
    { type: 'accepted', at: attempted, by: sdr, stage: 'tal' },
  );
// New York, Monday 20 April 2026, 08:30 to 17:30: answered within 40 and within 90 minutes; two hours are agreed.
const events = [...answered('A', ny('04-20', '10:00'), ny('04-20', '10:40')), ...answered('B', ny('04-20', '10:00'), ny('04-20', '11:30'))];
const asked = { period: '2026-Q2', asOf: ny('05-01', '00:00') };
const drafted = (minutes: number, over: Partial<Pact> = {}): Pact => ({
  ...acme(),
  version: 'draft',
  clauses: acme().clauses.map((clause) => (clause.id === 'sdr_first_response' ? { ...clause, within: { minutes } } : clause)),
  ...over,
});

describe('what a draft would have made of a quarter', () => {
  test('an hour instead of two: one of two answers would have come late', () => {
    const { before, after, rows, unchanged, findings } = unwrap(rejudgePact([acme()], drafted(60), { events }, asked));
    expect([before, after]).toEqual(['2026.1', 'draft']);
    // Two clocks of the first response, which the draft sees otherwise, and two of the acceptance window, which it does not.
    expect(rows.map(({ leadId, clause, before: was, after: is, changed }) => [leadId, clause, was?.state, is?.state, changed])).toEqual([
      ['A', 'sdr_first_response', 'met', 'met', ['due', 'target']],
      ['B', 'sdr_first_response', 'met', 'answered_late', ['state', 'due', 'target']],
    ]);
    expect(unchanged).toBe(2);
    const response = findings.find(({ clause }) => clause === 'sdr_first_response');
    expect(response).toMatchObject({ before: { state: 'kept', numerator: 2, denominator: 2 }, after: { state: 'broken', numerator: 1, denominator: 2 } });
    expect(findings.map(({ clause }) => clause)).toEqual(acme().clauses.map(({ id }) => id));
  });

  test('the same text changes nothing, whenever it says that it takes effect', () => {
    const { rows, unchanged, findings } = unwrap(rejudgePact([acme()], { ...acme(), effectiveFrom: ny('12-01', '00:00') }, { events }, asked));
    expect([rows, unchanged]).toEqual([[], 4]);
    expect(findings.every(({ before, after }) => JSON.stringify(before) === JSON.stringify(after))).toBe(true);
  });

  test('a clause that one of them does not have stands on one side', () => {
    const without = drafted(120, { clauses: acme().clauses.filter(({ id }) => id !== 'sdr_answer') });
    const { rows, findings } = unwrap(rejudgePact([acme()], without, { events }, asked));
    expect(rows.map(({ clause, after }) => [clause, after])).toEqual([['sdr_answer', null], ['sdr_answer', null]]);
    expect(findings.find(({ clause }) => clause === 'sdr_answer')).toMatchObject({ before: { state: 'kept' }, after: null });
  });

  test('only promises begun in the period are asked about', () => {
    expect(unwrap(rejudgePact([acme()], drafted(60), { events }, { ...asked, period: '2026-03' }))).toMatchObject({ rows: [], unchanged: 0 });
  });
});

test.each([
  { what: 'a draft of another pact', draft: drafted(60, { id: 'other' }), options: asked, code: 'pact.different_pacts' },
  { what: 'a period that is none', draft: drafted(60), options: { ...asked, period: 'soon' }, code: 'input.invalid' },
  { what: 'a moment before the period', draft: drafted(60), options: { ...asked, asOf: ny('03-01', '00:00') }, code: 'pact.review_too_early' },
])('$what is an issue', ({ draft, options, code }) => {
  const made = rejudgePact([acme()], draft, { events }, options);
  expect(made.ok ? [] : made.issues.map((issue) => issue.code)).toEqual([code]);
});
