import { describe, expect, test } from 'vitest';
import { unwrap } from 'revpact/kernel';
import { createLifecycle, lintLifecycle, replay, resolve, safeCreateLifecycle } from 'revpact/lifecycle';
import { MILESTONES, POST_SALE_STAGES, STANDARD_FRAMEWORKS, STANDARD_PARTIES, hubspot, sirius2006, withPostSale, type Event, type Framework, type PostSaleParts } from 'revpact/vocabulary';

const partsOf = (framework: Framework): PostSaleParts => (framework.id === 'hubspot' ? { advocate: 'evangelist' } : {});

describe.each(STANDARD_FRAMEWORKS)('$id takes the loop on', (framework) => {
  const looped = unwrap(withPostSale(framework, partsOf(framework)));

  test('as stages and steps more, and nothing less', () => {
    expect(looped.stages.slice(0, framework.stages.length)).toEqual(framework.stages);
    expect(looped.transitions.slice(0, framework.transitions.length)).toEqual(framework.transitions);
    expect(looped.milestones).toEqual(framework.milestones);
  });

  test('and is as fit to live with as before', () => {
    expect(safeCreateLifecycle(looped)).toMatchObject({ ok: true });
    const codes = (one: Framework) => lintLifecycle(one, STANDARD_PARTIES).map(({ code }) => code);
    expect(codes(looped)).toEqual(codes(framework));
  });

  test('from a customer to an advocate, a reference, a case study, and to an inquiry again', () => {
    const [won] = framework.milestones.won!;
    const advocate = partsOf(framework).advocate ?? 'advocate';
    const by = { party: 'customer_success', kind: 'human' };
    const events = [
      { type: 'opportunity_won', opportunityId: 'o', stage: won },
      { type: 'advocacy', kind: 'reference', act: 'agreed' },
      { type: 'advocacy', kind: 'reference', act: 'made' },
      { type: 'advocacy', kind: 'reference', act: 'used', usedFor: 'another' },
      { type: 'advocacy', kind: 'case_study', act: 'made' },
      { type: 'inquiry' },
    ].map((line, i) => ({ id: `e${String(i)}`, leadId: 'a', at: i, by, ...line }) as unknown as Event);
    const { visits, violations } = replay(createLifecycle(looped), resolve(events));
    expect(visits.map(({ stage }) => stage)).toEqual([won, advocate, 'reference', 'case_study', framework.milestones.inquiry![0]]);
    expect(violations.filter(({ type }) => type !== 'opportunity_won')).toEqual([]);
  });

  test('but not twice', () => {
    const again = withPostSale(looped);
    expect(again.ok ? [] : again.issues.map(({ code }) => code)).toContain('vocabulary.post_sale_already_there');
  });
});

test('a reference may be made at once', () => {
  const lifecycle = createLifecycle(unwrap(withPostSale(sirius2006)));
  expect(lifecycle.candidates('won').map(({ on, to }) => `${on} ${to}`)).toEqual(['advocacy advocate', 'advocacy reference', 'advocacy case_study']);
});

describe('where it cannot be tied on', () => {
  const [first] = POST_SALE_STAGES;
  test.each<{ when: string; framework: Framework; parts?: PostSaleParts; issues: readonly (readonly [string, string])[] }>([
    {
      when: 'nothing is ever won, or asked for',
      framework: { ...sirius2006, milestones: { mql: ['mql'] } },
      issues: [
        ['no_milestone', 'milestones.won'],
        ['no_milestone', 'milestones.inquiry'],
      ],
    },
    { when: 'advocacy leads somewhere already', framework: hubspot, issues: [['post_sale_already_there', 'transitions']] },
    { when: 'a stage has the name of one of the loop', framework: { ...sirius2006, stages: [...sirius2006.stages, { ...first, term: 'Fan' }] }, issues: [['duplicate_stage', 'addStages.0.stage.id']] },
    { when: 'a part is given to no stage', framework: hubspot, parts: { advocate: 'evangelists' }, issues: [['unknown_stage', 'advocate'], ['post_sale_already_there', 'transitions']] },
    {
      when: 'a stage is given two parts',
      framework: hubspot,
      parts: { advocate: 'evangelist', reference: 'evangelist' },
      issues: [
        ['two_parts', 'advocate'],
        ['two_parts', 'reference'],
      ],
    },
    { when: 'the customer is given a part', framework: sirius2006, parts: { advocate: 'won' }, issues: [['two_parts', 'advocate']] },
    { when: 'its name would be too long', framework: { ...sirius2006, id: 'a'.repeat(60) }, issues: [['long_id', 'id']] },
    { when: 'its name is that of the framework', framework: sirius2006, parts: { id: 'sirius_2006' }, issues: [['taken_id', 'id']] },
  ])('$when', ({ framework, parts, issues }) => {
    const result = withPostSale(framework, parts);
    expect(result.ok ? [] : result.issues.map(({ code, path }) => [code.replace('vocabulary.', ''), path.join('.')])).toEqual(issues);
  });
});

test('no milestone of the loop is a milestone of the sale', () => {
  for (const framework of STANDARD_FRAMEWORKS) {
    const { milestones } = unwrap(withPostSale(framework, partsOf(framework)));
    for (const milestone of MILESTONES) for (const { id } of POST_SALE_STAGES) expect(milestones[milestone] ?? []).not.toContain(id);
  }
});
