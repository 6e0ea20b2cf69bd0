import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrap } from 'revpact/kernel';
import { createLifecycle, transition } from 'revpact/lifecycle';
import { STANDARD_FRAMEWORKS, extendFramework, safeParseExtension, sirius2006, sirius2012, type Extension, type Framework, type Stage } from 'revpact/vocabulary';

const nothing: Extension = { id: 'ours', title: 'Ours', extends: 'sirius_2006', source: 'Agreed in May' };
const stage = (id: string, term = id): Stage => ({
  id,
  term,
  definition: 'As agreed.',
  owner: 'sales',
  kind: 'inventory',
  class: 'qualification',
  entry: 'As agreed.',
  leave: 'As agreed.',
});
/** What both sides agreed on, without the name it goes by. */
const body = ({ demandUnit, stages, transitions, milestones }: Framework) => ({ demandUnit, stages, transitions, milestones });
const found = (extension: Extension, bases?: Parameters<typeof extendFramework>[1]): readonly (readonly [string, string])[] => {
  const result = extendFramework(extension, bases);
  return result.ok ? [] : result.issues.map(({ code, path }) => [code.replace('vocabulary.', ''), path.join('.')] as const);
};

test.each(STANDARD_FRAMEWORKS)('an extension of $id that says nothing is the same framework under another name', (framework) => {
  const same = unwrap(extendFramework({ ...nothing, extends: framework.id }));
  expect(body(same)).toEqual(body(framework));
  expect(same).toMatchObject({ id: 'ours', title: 'Ours', source: 'Agreed in May', confidence: 'custom' });
});

describe('an extension', () => {
  const everything: Extension = {
    ...nothing,
    extends: 'sirius_2012',
    dropStages: ['sgl'],
    rename: [{ stage: 'sal', term: 'Working', owner: 'sales_development' }],
    addStages: [{ stage: stage('sqo', 'Sales qualified opportunity'), after: 'sql' }, { stage: stage('demo'), before: 'sqo' }, { stage: stage('parked') }],
    forbid: [{ on: 'expired', from: ['sql', 'tal'], to: 'expired' }],
    tighten: [
      { on: 'disqualified', from: ['sal'], to: 'disqualified', requires: [{ kind: 'attempted_since_acceptance', atLeast: 6 }, { kind: 'human' }] },
      { on: 'rejected', from: ['aql'], to: 'rejected', requires: [{ kind: 'rejection_class', oneOf: ['clerical'] }] },
    ],
    addTransitions: [
      { on: 'meeting_held', from: ['sql'], to: 'demo' },
      { on: 'opportunity_advanced', from: ['sql', 'demo'], to: 'sqo' },
      { on: 'opportunity_won', from: ['sqo'], to: 'won' },
    ],
    milestones: { opportunity: ['sqo'], accepted: null },
  };
  const ours = unwrap(extendFramework(everything));

  test('reads as plain JSON', () => {
    expect(safeParseExtension(JSON.parse(JSON.stringify(everything)))).toEqual({ ok: true, value: everything });
  });

  test('adds, drops and renames stages, each in its place', () => {
    expect(ours.stages.map(({ id }) => id)).toEqual([
      ...['inbound_inquiry', 'outbound_inquiry', 'aql', 'tal', 'tql', 'tgl', 'sal', 'sql', 'demo', 'sqo', 'won'],
      ...['rejected', 'disqualified', 'expired', 'lost', 'recycled', 'parked'],
    ]);
    expect(ours.stages.find(({ id }) => id === 'sal')).toMatchObject({ term: 'Working', owner: 'sales_development', class: 'qualification' });
  });

  test('drops the steps of a dropped stage, and those it forbids', () => {
    const steps = ours.transitions.flatMap(({ on, from, to }) => from.map((one) => `${on} ${one} ${to}`));
    expect(steps.filter((step) => step.includes('sgl'))).toEqual([]);
    expect(steps).not.toContain('expired sql expired');
    expect(steps).not.toContain('expired tal expired');
    expect(steps).toContain('expired aql expired');
  });

  test('asks for more where it tightens, and only there', () => {
    const requires = (on: string, from: string) => ours.transitions.find((step) => step.on === on && step.from.includes(from))?.requires;
    expect(requires('disqualified', 'sal')).toEqual([{ kind: 'attempted_since_acceptance', atLeast: 6 }, { kind: 'human' }]);
    expect(requires('disqualified', 'tal')).toEqual([{ kind: 'attempted_since_acceptance', atLeast: 1 }]);
    expect(requires('rejected', 'aql')).toEqual([{ kind: 'delivered' }, { kind: 'by_receiver' }, { kind: 'not_attempted_since_delivery' }, { kind: 'rejection_class', oneOf: ['clerical'] }]);
  });

  test('says its own milestones, and keeps the others', () => {
    expect(ours.milestones).toEqual({ ...sirius2012.milestones, opportunity: ['sqo'], accepted: undefined });
    expect('accepted' in ours.milestones).toBe(false);
  });

  test('makes a lifecycle that lives by it', () => {
    const lifecycle = createLifecycle(ours);
    const facts = { party: 'sales', human: true, rejectionClass: null, delivered: false, attemptsSinceDelivery: 0, attemptsSinceAcceptance: 5 };
    expect(transition(lifecycle, 'sal', { type: 'disqualified' }, facts)).toMatchObject({ ok: false, guard: 'attempted_since_acceptance' });
    expect(transition(lifecycle, 'sal', { type: 'disqualified' }, { ...facts, attemptsSinceAcceptance: 6 })).toEqual({ ok: true, stage: 'disqualified' });
  });

  test('changes nothing that it rests on', () => {
    const before = JSON.stringify(sirius2012);
    extendFramework(everything);
    expect(JSON.stringify(sirius2012)).toBe(before);
  });
});

describe('what fits no base', () => {
  const aStage = stage('parked');
  test.each<{ when: string; change: Partial<Extension>; issues: readonly (readonly [string, string])[] }>([
    { when: 'a base that nobody knows', change: { extends: 'sirius_2007' }, issues: [['unknown_base', 'extends']] },
    { when: 'itself for a base', change: { extends: 'ours' }, issues: [['cyclic_extension', 'extends']] },
    { when: 'the name of another', change: { id: 'hubspot' }, issues: [['taken_id', 'id']] },
    { when: 'a stage that is there', change: { addStages: [{ stage: stage('mql') }] }, issues: [['duplicate_stage', 'addStages.0.stage.id']] },
    { when: 'a stage added twice', change: { addStages: [{ stage: aStage }, { stage: aStage }] }, issues: [['duplicate_stage', 'addStages.1.stage.id']] },
    { when: 'a stage called start', change: { addStages: [{ stage: stage('start') }] }, issues: [['reserved_stage', 'addStages.0.stage.id']] },
    { when: 'a place beside no stage', change: { addStages: [{ stage: aStage, after: 'mqll' }] }, issues: [['unknown_stage', 'addStages.0.after']] },
    { when: 'two places', change: { addStages: [{ stage: aStage, after: 'mql', before: 'sal' }] }, issues: [['two_places', 'addStages.0']] },
    { when: 'a stage renamed that is not there', change: { rename: [{ stage: 'sla', term: 'x' }] }, issues: [['unknown_stage', 'rename.0.stage']] },
    { when: 'a stage renamed that is added here', change: { addStages: [{ stage: aStage }], rename: [{ stage: 'parked', term: 'x' }] }, issues: [['renamed_own_stage', 'rename.0']] },
    {
      when: 'one thing named twice, another once',
      change: { rename: [{ stage: 'sal', term: 'Working' }, { stage: 'sal', term: 'Working', owner: 'sales' }] },
      issues: [['renamed_twice', 'rename.1.term']],
    },
    { when: 'a word that is taken', change: { rename: [{ stage: 'sal', term: 'Inquiry' }] }, issues: [['same_term', '']] },
    { when: 'a stage dropped that is not there', change: { dropStages: ['slq'] }, issues: [['unknown_stage', 'dropStages.0']] },
    { when: 'a stage dropped twice', change: { dropStages: ['recycled', 'recycled'] }, issues: [['dropped_twice', 'dropStages.1']] },
    { when: 'a dropped stage renamed', change: { dropStages: ['recycled'], rename: [{ stage: 'recycled', term: 'x' }] }, issues: [['unknown_stage', 'rename.0.stage']] },
    {
      when: 'a step forbidden that is not there',
      change: { forbid: [{ on: 'accepted', from: ['mql', 'inquiry'], to: 'sal' }], milestones: { accepted: null, sql: null, opportunity: null, won: null } },
      issues: [['no_such_step', 'forbid.0.from.1']],
    },
    {
      when: 'a step forbidden twice',
      change: { forbid: [{ on: 'expired', from: ['sal', 'sal'], to: 'expired' }] },
      issues: [['forbidden_twice', 'forbid.0.from.1']],
    },
    {
      when: 'a step forbidden and tightened',
      change: { forbid: [{ on: 'expired', from: ['sal'], to: 'expired' }], tighten: [{ on: 'expired', from: ['sal'], to: 'expired', requires: [{ kind: 'human' }] }] },
      issues: [['no_such_step', 'tighten.0.from.0']],
    },
    {
      when: 'a step forbidden and added',
      change: { forbid: [{ on: 'expired', from: ['sal'], to: 'expired' }], addTransitions: [{ on: 'expired', from: ['sal'], to: 'expired' }] },
      issues: [['forbidden_and_added', 'addTransitions.0.from.0']],
    },
    { when: 'a step that is there', change: { addTransitions: [{ on: 'accepted', from: ['mql'], to: 'sal' }] }, issues: [['duplicate_step', 'addTransitions.0.from.0']] },
    {
      when: 'a step between stages that are not there',
      change: { addTransitions: [{ on: 'accepted', from: ['mqll'], to: 'sall' }] },
      issues: [
        ['unknown_stage', 'addTransitions.0.from.0'],
        ['unknown_stage', 'addTransitions.0.to'],
      ],
    },
    { when: 'a step back to start', change: { addTransitions: [{ on: 'recycled', from: ['sal'], to: 'start' }] }, issues: [['reserved_stage', 'addTransitions.0.to']] },
    {
      when: 'less than was asked',
      change: {
        tighten: [
          { on: 'rejected', from: ['mql'], to: 'rejected', requires: [{ kind: 'delivered' }] },
          { on: 'accepted', from: ['mql'], to: 'sal', requires: [{ kind: 'human' }] },
        ],
      },
      issues: [
        ['no_tighter', 'tighten.0.requires.0'],
        ['no_tighter', 'tighten.1.requires.0'],
      ],
    },
    { when: 'a milestone on a stage that is not there', change: { milestones: { mql: ['mqll'] } }, issues: [['unknown_stage', 'milestones.mql.0']] },
    {
      when: 'a milestone whose only stage was dropped',
      change: { dropStages: ['sal'], addTransitions: [{ on: 'opportunity_opened', from: ['mql'], to: 'sql' }] },
      issues: [['milestone_empty', 'milestones.accepted']],
    },
    {
      when: 'milestones to which no step leads any more',
      change: { forbid: [{ on: 'opportunity_opened', from: ['sal'], to: 'sql' }] },
      issues: [
        ['milestone_out_of_reach', 'milestones.sql'],
        ['milestone_out_of_reach', 'milestones.opportunity'],
        ['milestone_out_of_reach', 'milestones.won'],
      ],
    },
    {
      when: 'too many stages',
      change: { addStages: Array.from({ length: 60 }, (_, i) => ({ stage: stage(`s${String(i)}`) })) },
      issues: [['too_many_stages', '']],
    },
    {
      when: 'everything at once: every conflict',
      change: { dropStages: ['x'], rename: [{ stage: 'y', term: 'y' }], addStages: [{ stage: stage('sal') }], forbid: [{ on: 'touch', from: ['mql'], to: 'sal' }] },
      issues: [
        ['unknown_stage', 'dropStages.0'],
        ['unknown_stage', 'rename.0.stage'],
        ['duplicate_stage', 'addStages.0.stage.id'],
        ['no_such_step', 'forbid.0.from.0'],
      ],
    },
  ])('$when', ({ change, issues }) => {
    expect(found({ ...nothing, ...change })).toEqual(issues);
  });

  test.each<{ when: string; change: Partial<Extension>; says: string }>([
    {
      when: 'a step forbidden that went with its stage',
      change: { dropStages: ['recycled'], forbid: [{ on: 'expired', from: ['recycled'], to: 'expired' }] },
      says: '"ours" has no step from "recycled" to "expired" on "expired"',
    },
    {
      when: 'a step forbidden and tightened',
      change: { forbid: [{ on: 'expired', from: ['sal'], to: 'expired' }], tighten: [{ on: 'expired', from: ['sal'], to: 'expired', requires: [{ kind: 'human' }] }] },
      says: '"ours" has no step from "sal" to "expired" on "expired"',
    },
    {
      when: 'a step that the base never had',
      change: { forbid: [{ on: 'touch', from: ['sal'], to: 'sql' }] },
      says: '"sirius_2006" has no step from "sal" to "sql" on "touch"',
    },
    { when: 'a dropped stage renamed', change: { dropStages: ['recycled'], rename: [{ stage: 'recycled', term: 'x' }] }, says: '"ours" has no stage "recycled"' },
  ])('is said of the framework that lacks it: $when', ({ change, says }) => {
    const result = extendFramework({ ...nothing, ...change });
    expect(result.ok ? [] : result.issues.map(({ message }) => message)).toContain(says);
  });

  test('a step that would ask for more than can be said: where it was tightened', () => {
    const requires: NonNullable<Extension['tighten']>[number]['requires'] = [
      { kind: 'human' },
      { kind: 'contacted' },
      { kind: 'party', oneOf: ['sales'] },
      { kind: 'fields', allOf: ['phone'] },
      { kind: 'fit_tier', oneOf: ['a'] },
      { kind: 'qualification', framework: 'bant', allOf: ['need'] },
    ];
    const tighten = [
      { on: 'expired' as const, from: ['sal'], to: 'expired', requires },
      { on: 'rejected' as const, from: ['mql'], to: 'rejected', requires },
    ];
    // Nothing and six are six; three and six are nine.
    expect(found({ ...nothing, tighten })).toEqual([['too_many_requirements', 'tighten.1.requires']]);
  });

  test('its migrations are held against its own stages, and are its own alone', () => {
    const digest = 'a'.repeat(64);
    expect(found({ ...nothing, migrations: [{ from: digest, stages: { old: 'sall', start: 'sal', older: 'start' } }, { from: digest, stages: { old: 'sal' } }] })).toEqual([
      ['unknown_stage', 'migrations.0.stages.old'],
      ['reserved_stage', 'migrations.0.stages.start'],
      ['reserved_stage', 'migrations.0.stages.older'],
      ['duplicate_migration', 'migrations.1.from'],
    ]);
    // A state that was stored under the base is another framework's, and its rule may lead to a stage that is dropped.
    const base: Framework = { ...sirius2006, id: 'base', migrations: [{ from: digest, stages: { old: 'recycled' } }] };
    const ours = unwrap(extendFramework({ ...nothing, extends: 'base', dropStages: ['recycled'] }, [base]));
    expect('migrations' in ours).toBe(false);
    expect(createLifecycle(ours).stages).not.toContain('recycled');
  });

  test('names that are near are suggested', () => {
    const result = extendFramework({ ...nothing, extends: 'forester_2021' });
    expect(result).toMatchObject({ ok: false, issues: [{ params: { suggestion: 'forrester_2021' } }] });
  });

  test.each<{ was: readonly [string, object]; now: object; why: string | null }>([
    { was: ['more attempts', { kind: 'attempted_since_acceptance', atLeast: 3 }], now: { kind: 'attempted_since_acceptance', atLeast: 4 }, why: null },
    { was: ['fewer attempts', { kind: 'attempted_since_acceptance', atLeast: 3 }], now: { kind: 'attempted_since_acceptance', atLeast: 2 }, why: 'looser' },
    { was: ['as many attempts', { kind: 'attempted_since_acceptance', atLeast: 3 }], now: { kind: 'attempted_since_acceptance', atLeast: 3 }, why: 'no_tighter' },
    { was: ['attempts within other days', { kind: 'attempted_within', atLeast: 3, days: 5 }], now: { kind: 'attempted_within', atLeast: 1, days: 2 }, why: null },
    { was: ['fewer parties', { kind: 'party', oneOf: ['sales', 'marketing'] }], now: { kind: 'party', oneOf: ['sales'] }, why: null },
    { was: ['another party', { kind: 'party', oneOf: ['sales'] }], now: { kind: 'party', oneOf: ['marketing'] }, why: 'looser' },
    { was: ['the same tiers', { kind: 'fit_tier', oneOf: ['a', 'b'] }], now: { kind: 'fit_tier', oneOf: ['b', 'a'] }, why: 'no_tighter' },
    { was: ['a word of another field', { kind: 'says', field: 'kind', oneOf: ['fit'] }], now: { kind: 'says', field: 'act', oneOf: ['made'] }, why: null },
    { was: ['another field', { kind: 'fields', allOf: ['phone'] }], now: { kind: 'fields', allOf: ['phone', 'country'] }, why: null },
    { was: ['the same fields', { kind: 'fields', allOf: ['phone', 'country'] }], now: { kind: 'fields', allOf: ['phone'] }, why: 'no_tighter' },
    { was: ['fields of another framework', { kind: 'qualification', framework: 'bant', allOf: ['need'] }], now: { kind: 'qualification', framework: 'meddic', allOf: ['champion'] }, why: null },
    { was: ['the opposite', { kind: 'contacted' }], now: { kind: 'not_contacted' }, why: 'contradictory' },
  ])('a step may ask for more: $was.0 → $why', ({ was, now, why }) => {
    const requires = (one: object) => [one] as unknown as NonNullable<Framework['transitions'][number]['requires']>;
    const base: Framework = { ...sirius2006, id: 'base', transitions: sirius2006.transitions.map((step) => (step.on === 'opportunity_opened' ? { ...step, requires: requires(was[1]) } : step)) };
    const issues = found({ ...nothing, extends: 'base', tighten: [{ on: 'opportunity_opened', from: ['sal'], to: 'sql', requires: requires(now) }] }, [base]);
    expect(issues).toEqual(why === null ? [] : [[why, 'tighten.0.requires.0']]);
  });
});

describe('extensions of extensions', () => {
  const first: Extension = { ...nothing, id: 'first', addStages: [{ stage: stage('demo'), after: 'sql' }], addTransitions: [{ on: 'meeting_held', from: ['sql'], to: 'demo' }] };
  const second: Extension = { ...nothing, id: 'second', extends: 'first', addTransitions: [{ on: 'opportunity_won', from: ['demo'], to: 'won' }] };

  test('are the same as extending what was extended', () => {
    const inOneGo = extendFramework(second, [...STANDARD_FRAMEWORKS, first]);
    const inTwo = extendFramework(second, [unwrap(extendFramework(first))]);
    expect(inOneGo).toMatchObject({ ok: true });
    expect(inOneGo).toEqual(inTwo);
  });

  test('report the conflicts of each, and where each was given', () => {
    const issues = found({ ...second, dropStages: ['x'] }, [...STANDARD_FRAMEWORKS, { ...first, rename: [{ stage: 'y', term: 'y' }] }]);
    expect(issues).toEqual([
      ['unknown_stage', `bases.${String(STANDARD_FRAMEWORKS.length)}.rename.0.stage`],
      ['unknown_stage', 'dropStages.0'],
    ]);
  });

  test('may stand in the list themselves', () => {
    expect(extendFramework(second, [...STANDARD_FRAMEWORKS, first, { ...second }]).ok).toBe(true);
    expect(found(second, [...STANDARD_FRAMEWORKS, first, { ...second, title: 'Another' }])).toEqual([['taken_id', 'id']]);
  });

  test('in a circle are refused, and all of it is named', () => {
    const circle = extendFramework(second, [{ ...first, extends: 'third' }, { ...nothing, id: 'third', extends: 'second' }]);
    expect(circle).toMatchObject({ ok: false, issues: [{ code: 'vocabulary.cyclic_extension', params: { cycle: ['second', 'first', 'third', 'second'] } }] });
    const lasso = extendFramework({ ...nothing, extends: 'second' }, [second, { ...first, extends: 'second' }]);
    expect(lasso).toMatchObject({ ok: false, issues: [{ params: { cycle: ['second', 'first', 'second'] } }] });
  });

  test('of a base that is there twice are refused', () => {
    expect(found(second, [sirius2006, first, { ...first, title: 'Another' }])).toEqual([['ambiguous_base', 'extends']]);
  });

  const long = 5_000;
  const chain = (change: (i: number) => Partial<Extension>): Extension[] =>
    Array.from({ length: long }, (_, i) => ({ ...nothing, id: `e${String(i)}`, extends: i === 0 ? 'sirius_2006' : `e${String(i - 1)}`, ...change(i) }));

  test('by the thousand neither hang nor overflow', () => {
    const all = chain((i) => ({ rename: [{ stage: 'sal', term: `Working ${String(i)}` }] }));
    const last = unwrap(extendFramework(all[long - 1]!, [sirius2006, ...all]));
    expect(last.stages.find(({ id }) => id === 'sal')?.term).toBe(`Working ${String(long - 1)}`);
  });

  test('by the thousand in a circle are refused', () => {
    const all = chain((i) => (i === 0 ? { extends: `e${String(long - 1)}` } : {}));
    const result = extendFramework(all[0]!, all);
    expect(result).toMatchObject({ ok: false, issueCount: 1 });
    expect(result.ok ? '' : result.issues[0]!.message.length).toBeLessThan(200);
  });

  test('by the thousand, each wrong, are counted, and the first thousand shown', () => {
    const all = chain(() => ({ dropStages: ['x'] }));
    const result = extendFramework(all[long - 1]!, [sirius2006, ...all]);
    expect(result).toMatchObject({ ok: false, issueCount: long });
    expect(result.ok ? 0 : result.issues.length).toBe(1000);
  });

  test('by the thousand, each with a stage more, end where there are too many', () => {
    const all = chain((i) => ({ addStages: [{ stage: stage(`s${String(i)}`) }] }));
    expect(extendFramework(all[long - 1]!, [sirius2006, ...all])).toMatchObject({ ok: false, issues: [{ code: 'vocabulary.too_many_stages' }], issueCount: 1 });
  });
});

describe('laws over random extensions', () => {
  const ids = sirius2006.stages.map(({ id }) => id);
  const anyStage = fc.constantFrom(...ids, 'new_one', 'nowhere', 'start');
  const anyStep = fc.record({
    on: fc.constantFrom('accepted', 'expired', 'opportunity_opened', 'touch' as const),
    from: fc.array(anyStage, { minLength: 1, maxLength: 3 }),
    to: anyStage,
  }) as fc.Arbitrary<Framework['transitions'][number]>;
  const anyExtension = (id: string, base: string): fc.Arbitrary<Extension> =>
    fc.record(
      {
        id: fc.constant(id),
        title: fc.constant(id),
        extends: fc.constant(base),
        source: fc.constant('random'),
        dropStages: fc.array(anyStage, { maxLength: 1 }),
        rename: fc.array(fc.record({ stage: anyStage, term: fc.constantFrom('One', 'Two', 'Three') }), { maxLength: 2 }),
        addStages: fc.array(fc.record({ stage: fc.constantFrom('new_one', 'new_two', 'sal').map((one) => stage(`${one}_${id}`)), after: anyStage }, { requiredKeys: ['stage'] }), { maxLength: 2 }),
        forbid: fc.array(anyStep, { maxLength: 2 }),
        addTransitions: fc.array(anyStep, { maxLength: 2 }),
      },
      { requiredKeys: ['id', 'title', 'extends', 'source'] },
    );

  test('an outcome is a framework that makes a lifecycle, or there are issues; nothing is thrown', () => {
    fc.assert(
      fc.property(anyExtension('a', 'sirius_2006'), (extension) => {
        const result = extendFramework(extension);
        if (result.ok) expect(createLifecycle(result.value).stages.length).toBe(result.value.stages.length);
        else expect(result.issueCount).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  test('extending twice is composing', () => {
    fc.assert(
      fc.property(anyExtension('a', 'sirius_2006'), anyExtension('b', 'a'), (a, b) => {
        const once = extendFramework(a);
        fc.pre(once.ok);
        const [together, apart] = [extendFramework(b, [sirius2006, a]), extendFramework(b, [unwrap(once)])];
        expect(together).toEqual(apart);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is no extension', () => {
  test.each<{ when: string; input: unknown; issues: readonly string[] }>([
    { when: 'nothing', input: null, issues: ['input.wrong_type'] },
    { when: 'a mistyped key', input: { ...nothing, renames: [] }, issues: ['input.unknown_key'] },
    { when: 'no base', input: { id: 'a', title: 'A', source: 's' }, issues: ['input.missing'] },
    { when: 'an unknown event', input: { ...nothing, forbid: [{ on: 'accept', from: ['mql'], to: 'sal' }] }, issues: ['input.not_one_of'] },
    { when: 'an unknown milestone', input: { ...nothing, milestones: { sqo: ['sql'] } }, issues: ['input.unknown_key'] },
  ])('$when', ({ input, issues }) => {
    const result = safeParseExtension(input);
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual(issues);
  });
});
