import { describe, expect, test } from 'vitest';
import { lintLifecycle } from 'revpact/lifecycle';
import { hubspot, sirius2006, type Framework } from 'revpact/vocabulary';

const [inquiry, mql, sal, sql, won, , , expired] = sirius2006.stages;
const found = (framework: Framework, parties?: readonly string[]): readonly string[] => lintLifecycle(framework, parties).map(({ code, path }) => `${code.replace('lifecycle.', '')} at ${path.join('.')}`);

test('the original waterfall is sound', () => {
  expect(found(sirius2006, ['marketing', 'sales_development', 'sales'])).toEqual([]);
});

test('HubSpot’s stage "other" is only ever set by hand', () => {
  expect(found(hubspot, ['marketing', 'sales', 'customer_success'])).toEqual(['unreachable_stage at stages.7']);
});

describe('a life that is bad to live', () => {
  const base: Framework = { ...sirius2006, milestones: {} };
  test.each<{ when: string; framework: Partial<Framework>; parties?: readonly string[]; issues: readonly string[] }>([
    {
      when: 'a stage that no step leads on from',
      framework: {
        stages: [inquiry, mql, won],
        transitions: [
          { on: 'inquiry', from: ['start'], to: 'inquiry' },
          { on: 'qualified', from: ['inquiry'], to: 'mql' },
          { on: 'opportunity_won', from: ['inquiry'], to: 'won' },
        ],
      },
      issues: ['trap at stages.1'],
    },
    {
      when: 'two stages that only lead to each other',
      framework: {
        stages: [inquiry, mql, won],
        transitions: [
          { on: 'inquiry', from: ['start', 'mql'], to: 'inquiry' },
          { on: 'qualified', from: ['inquiry'], to: 'mql' },
          { on: 'opportunity_won', from: ['start'], to: 'won' },
        ],
      },
      issues: ['trap at stages.0', 'trap at stages.1'],
    },
    {
      when: 'a stage nobody reaches, which is no trap besides',
      framework: { stages: [mql, won], transitions: [{ on: 'opportunity_won', from: ['start'], to: 'won' }] },
      issues: ['unreachable_stage at stages.0'],
    },
    {
      when: 'an exit that nobody comes back from',
      framework: { stages: [expired], transitions: [{ on: 'expired', from: ['start'], to: 'expired' }] },
      issues: ['exit_without_return at stages.0'],
    },
    { when: 'neither customer nor exit', framework: { stages: [inquiry], transitions: [{ on: 'inquiry', from: ['start'], to: 'inquiry' }] }, issues: ['no_end at '] },
    {
      when: 'an acceptance within one party',
      framework: {
        stages: [mql, { ...sal, owner: 'marketing' }, won],
        transitions: [
          { on: 'qualified', from: ['start'], to: 'mql' },
          { on: 'accepted', from: ['mql'], to: 'sal' },
          { on: 'opportunity_won', from: ['sal'], to: 'won' },
        ],
      },
      issues: ['self_hand_off at transitions.1'],
    },
    {
      when: 'an owner who is no party',
      framework: { stages: [{ ...sql, owner: 'sale' }, won], transitions: [{ on: 'opportunity_opened', from: ['start'], to: 'sql' }, { on: 'opportunity_won', from: ['sql'], to: 'won' }] },
      parties: ['sales'],
      issues: ['unknown_owner at stages.0.owner'],
    },
  ])('$when', ({ framework, parties, issues }) => {
    expect(found({ ...base, ...framework }, parties)).toEqual(issues);
  });
});
