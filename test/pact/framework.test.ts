import { describe, expect, test } from 'vitest';
import { formatPath } from 'revpact/kernel';
import { frameworkOf, lintPact, parsePact, review, safeParsePact } from 'revpact/pact';
import { acmeJson, life, ny } from '../support/pact.js';

/** The original waterfall with one more stage between acceptance and the opportunity, and no way round it. */
const ours = {
  id: 'ours',
  title: 'Our waterfall',
  extends: 'sirius_2006',
  source: 'Agreed in May 2026',
  addStages: [
    {
      stage: {
        id: 'discovery',
        term: 'Discovery',
        definition: 'A first conversation took place.',
        owner: 'sales_development',
        kind: 'inventory',
        class: 'qualification',
        entry: 'A conversation was held.',
        leave: 'A deal is opened, or the lead is let go.',
      },
      after: 'sal',
    },
  ],
  forbid: [{ on: 'opportunity_opened', from: ['sal'], to: 'sql' }],
  addTransitions: [
    { on: 'contact_made', from: ['sal'], to: 'discovery' },
    { on: 'opportunity_opened', from: ['discovery'], to: 'sql' },
    { on: 'disqualified', from: ['discovery'], to: 'disqualified', requires: [{ kind: 'attempted_since_acceptance', atLeast: 1 }] },
    { on: 'expired', from: ['discovery'], to: 'expired' },
  ],
};
const withFramework = (framework: unknown): Record<string, unknown> => ({ ...acmeJson(), framework });
const issuesOf = (framework: unknown): readonly string[] => {
  const read = safeParsePact(withFramework(framework));
  return read.ok ? [] : read.issues.map(({ code, path }) => `${code} at ${formatPath(path)}`);
};

describe('a pact that extends a shipped framework', () => {
  test('is read as it was written, and its framework is the base as changed', () => {
    const pact = parsePact(withFramework(ours));
    expect(pact.framework).toEqual(ours);
    expect(frameworkOf(pact).stages.map(({ id }) => id)).toEqual(['inquiry', 'mql', 'sal', 'discovery', 'sql', 'won', 'rejected', 'disqualified', 'expired', 'lost', 'recycled']);
    expect(lintPact(pact).filter(({ code }) => code.startsWith('lifecycle.'))).toEqual([]);
  });

  test.each([
    { wrong: 'a base that does not ship', framework: { ...ours, extends: 'sirius_2016' }, issue: 'vocabulary.unknown_base at framework.extends' },
    { wrong: 'a step that is not there to forbid', framework: { ...ours, forbid: [{ on: 'touch', from: ['sal'], to: 'sql' }] }, issue: 'vocabulary.no_such_step at framework.forbid[0].from[0]' },
    { wrong: 'a key nobody knows', framework: { ...ours, renames: [] }, issue: 'input.unknown_key at framework.renames' },
    {
      wrong: 'an owner who is no party of the pact',
      framework: { ...ours, rename: [{ stage: 'sal', owner: 'finance' }] },
      issue: 'pact.unknown_reference at framework',
    },
  ])('is refused with its place: $wrong', ({ framework, issue }) => {
    expect(issuesOf(framework)).toContain(issue);
  });

  test('is reviewed by it: opening a deal without the agreed conversation is a step against the agreed life', () => {
    const by = 'sales_development/sdr_ben';
    const steps = (leadId: string, talked: boolean) =>
      life(
        leadId,
        { type: 'inquiry', at: ny('04-01', '09:00'), by: 'marketing' },
        { type: 'qualified', at: ny('04-02', '09:00'), by: 'marketing' },
        { type: 'handed_off', at: ny('04-02', '10:00'), by: 'marketing', handOff: 'mql_to_sdr', to: 'sales_development' },
        { type: 'accepted', at: ny('04-02', '11:00'), by },
        ...(talked ? [{ type: 'contact_made', at: ny('04-03', '11:00'), by, channel: 'phone' } as const] : []),
        { type: 'opportunity_opened', at: ny('04-06', '11:00'), by, opportunityId: `o-${leadId}`, amount: { minor: 100, currency: 'USD' } },
      );
    const { conformance, funnel } = review([parsePact(withFramework(ours))], { events: [...steps('A', true), ...steps('B', false)] }, { period: '2026-Q2', asOf: ny('05-01', '09:00') });
    expect(conformance.leads).toEqual({ numerator: 1, denominator: 2 });
    expect(funnel.stages.filter(({ entered }) => entered > 0).map(({ stage, entered }) => [stage, entered])).toEqual([
      ['inquiry', 2],
      ['mql', 2],
      ['sal', 2],
      ['discovery', 1],
      ['sql', 1],
    ]);
  });
});
