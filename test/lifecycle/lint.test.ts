import { describe, expect, test } from 'vitest';
import { lintLifecycle } from 'revpact/lifecycle';
import { sirius2006, STANDARD_FRAMEWORKS, type Framework, type Requirement, type Transition } from 'revpact/vocabulary';

const [inquiry, mql, sal, sql, won, , , expired] = sirius2006.stages;
const found = (framework: Framework, parties?: readonly string[]): readonly string[] => lintLifecycle(framework, parties).map(({ code, path }) => `${code.replace('lifecycle.', '')} at ${path.join('.')}`);

test.each(STANDARD_FRAMEWORKS.filter(({ id }) => id.startsWith('sirius')))('$id is sound', (framework) => {
  expect(found(framework, ['marketing', 'sales_development', 'sales'])).toEqual([]);
});

test('what a vendor ships is not always what two sides should agree on', () => {
  const said = new Map(STANDARD_FRAMEWORKS.map((framework) => [framework.id, found(framework)] as const).filter(([, issues]) => issues.length > 0));
  expect(Object.fromEntries(said)).toEqual({
    // A stage that is only ever set by hand.
    hubspot: ['unreachable_stage at stages.7'],
    // Dynamics asks for nothing before a lead is disqualified.
    dynamics_365: ['disqualification_without_attempt at transitions.7'],
  });
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

describe('an exit without its rule', () => {
  /** The original waterfall with each step on an event replaced. */
  const having = (on: Transition['on'], change: Partial<Transition>): Framework => ({
    ...sirius2006,
    transitions: sirius2006.transitions.map((step) => (step.on === on ? { ...step, ...change } : step)),
  });
  const rejected: readonly Requirement[] = [{ kind: 'delivered' }, { kind: 'not_attempted_since_delivery' }, { kind: 'rejection_class', oneOf: ['clerical'] }];
  const without = (kind: Requirement['kind']): readonly Requirement[] => rejected.filter((one) => one.kind !== kind);
  const at = (on: Transition['on']): string => `transitions.${String(sirius2006.transitions.findIndex((step) => step.on === on))}`;

  test.each<{ when: string; framework: Framework; issues: readonly string[] }>([
    { when: 'a rejection also after an attempt', framework: having('rejected', { requires: without('not_attempted_since_delivery') }), issues: [`rejection_after_attempt at ${at('rejected')}`] },
    { when: 'a rejection of no class', framework: having('rejected', { requires: without('rejection_class') }), issues: [`rejection_without_class at ${at('rejected')}`] },
    { when: 'a rejection of one class only', framework: having('rejected', { requires: rejected }), issues: [] },
    { when: 'a disqualification without an attempt', framework: having('disqualified', { requires: [{ kind: 'human' }] }), issues: [`disqualification_without_attempt at ${at('disqualified')}`] },
    {
      when: 'a disqualification after attempts within days',
      framework: having('disqualified', { requires: [{ kind: 'attempted_within', atLeast: 6, days: 14 }] }),
      issues: [],
    },
    { when: 'a disqualification before acceptance', framework: having('disqualified', { from: ['sal', 'mql'] }), issues: [`disqualification_before_acceptance at ${at('disqualified')}.from.1`] },
    { when: 'an expiry decided by a person', framework: { ...sirius2006, transitions: [...sirius2006.transitions, { on: 'recycled', from: ['sal'], to: 'expired' }] }, issues: [`expiry_by_hand at transitions.${String(sirius2006.transitions.length)}`] },
    { when: 'a loss before there is an opportunity', framework: having('opportunity_lost', { from: ['sql', 'sal'] }), issues: [`loss_before_opportunity at ${at('opportunity_lost')}.from.1`] },
    {
      when: 'a return that nobody counts',
      framework: {
        ...having('recycled', { from: ['disqualified', 'expired', 'lost'] }),
        transitions: [...having('recycled', { from: ['disqualified', 'expired', 'lost'] }).transitions, { on: 'inquiry', from: ['rejected'], to: 'inquiry' }],
      },
      issues: ['return_without_recycling at stages.5'],
    },
    { when: 'no return at all', framework: having('recycled', { from: ['disqualified', 'expired', 'lost'] }), issues: ['exit_without_return at stages.5'] },
    {
      when: 'an exit filed anew as another',
      framework: { ...sirius2006, transitions: [...sirius2006.transitions, { on: 'disqualified', from: ['rejected'], to: 'disqualified' }] },
      issues: [],
    },
  ])('$when', ({ framework, issues }) => {
    expect(found(framework)).toEqual(issues);
  });
});

describe('one party on both ends of a hand-off', () => {
  const accepting = (change: { readonly owner?: string; readonly requires?: readonly Requirement[]; readonly waiting?: boolean }): Framework => ({
    ...sirius2006,
    stages: [
      mql,
      { ...mql, id: 'delivered', owner: 'sales_development' },
      { ...sal, owner: change.owner ?? 'sales_development' },
      won,
    ],
    transitions: [
      { on: 'qualified', from: ['start'], to: 'mql' },
      { on: change.waiting === false ? 'assigned' : 'handed_off', from: ['mql'], to: 'delivered' },
      { on: 'accepted', from: ['delivered'], to: 'sal', ...(change.requires === undefined ? {} : { requires: change.requires }) },
      { on: 'opportunity_won', from: ['sal'], to: 'won' },
    ],
    milestones: {},
  });

  test.each<{ when: string; framework: Framework; issues: readonly string[] }>([
    { when: 'delivered into a stage of the receiver’s, who accepts: two parties', framework: accepting({}), issues: [] },
    { when: 'delivered by marketing and accepted into a stage of marketing’s', framework: accepting({ owner: 'marketing' }), issues: ['self_hand_off at transitions.2'] },
    { when: 'accepted by none but who delivered', framework: accepting({ requires: [{ kind: 'party', oneOf: ['marketing'] }] }), issues: ['self_hand_off at transitions.2'] },
    { when: 'accepted by who delivered or by another', framework: accepting({ requires: [{ kind: 'party', oneOf: ['marketing', 'sales'] }] }), issues: [] },
    { when: 'never handed off, from and into stages of one owner', framework: accepting({ waiting: false }), issues: ['self_hand_off at transitions.2'] },
  ])('$when', ({ framework, issues }) => {
    expect(found(framework)).toEqual(issues);
  });
});

describe('a step that is never taken', () => {
  const stepOn = (on: Transition['on'], ...requires: readonly Requirement[]): Framework => ({
    ...sirius2006,
    stages: [inquiry, mql, won],
    transitions: [
      { on: 'inquiry', from: ['start'], to: 'inquiry' },
      { on, from: ['inquiry'], to: 'mql', requires },
      { on: 'opportunity_won', from: ['inquiry', 'mql'], to: 'won' },
    ],
    milestones: {},
  });
  const said = (framework: Framework): readonly string[] => lintLifecycle(framework).map(({ message }) => message.replace(/^the step on .* can never be taken: /, ''));

  test.each<{ when: string; framework: Framework; because: readonly string[] }>([
    { when: 'contacted and not contacted', framework: stepOn('qualified', { kind: 'not_contacted' }, { kind: 'contacted' }), because: ['a lead was contacted or it was not'] },
    {
      when: 'parties that exclude each other',
      framework: stepOn('qualified', { kind: 'party', oneOf: ['marketing'] }, { kind: 'human' }, { kind: 'party', oneOf: ['sales', 'sales_development'] }),
      because: ['no party is both of marketing and of sales, sales_development'],
    },
    {
      when: 'words of one field that exclude each other',
      framework: stepOn('disqualified', { kind: 'says', field: 'reason', oneOf: ['no_budget'] }, { kind: 'says', field: 'reason', oneOf: ['no_need'] }),
      because: ['no reason is both of no_budget and of no_need'],
    },
    {
      when: 'a class and another class, each said in its way',
      framework: stepOn('rejected', { kind: 'rejection_class', oneOf: ['clerical'] }, { kind: 'says', field: 'class', oneOf: ['procedural'] }),
      because: ['no class is both of clerical and of procedural'],
    },
    { when: 'tiers that exclude each other', framework: stepOn('qualified', { kind: 'fit_tier', oneOf: ['a'] }, { kind: 'fit_tier', oneOf: ['b', 'c'] }), because: ['no fit tier is both of a and of b, c'] },
    { when: 'a class that such an event does not give', framework: stepOn('qualified', { kind: 'rejection_class', oneOf: ['clerical'] }), because: ['"qualified" gives no class'] },
    { when: 'a word that such an event does not say', framework: stepOn('qualified', { kind: 'says', field: 'reason', oneOf: ['x'] }), because: ['"qualified" has no reason'] },
    { when: 'a word that there is not', framework: stepOn('advocacy', { kind: 'says', field: 'kind', oneOf: ['testimonial'] }), because: ['the kind of "advocacy" is never testimonial'] },
    { when: 'a stage that it does not lead to', framework: stepOn('qualified', { kind: 'says', field: 'stage', oneOf: ['won'] }), because: ['an event that names won does not enter "mql"'] },
    { when: 'lists that share a word', framework: stepOn('qualified', { kind: 'party', oneOf: ['marketing', 'sales'] }, { kind: 'party', oneOf: ['sales'] }), because: [] },
    { when: 'words of two fields', framework: stepOn('advocacy', { kind: 'says', field: 'kind', oneOf: ['reference'] }, { kind: 'says', field: 'act', oneOf: ['made'] }), because: [] },
    { when: 'the stage that it leads to', framework: stepOn('qualified', { kind: 'says', field: 'stage', oneOf: ['mql', 'won'] }), because: [] },
  ])('$when', ({ framework, because }) => {
    expect(said(framework)).toEqual(because);
  });

  const forked = (first: readonly Requirement[], second: readonly Requirement[]): Framework => ({
    ...sirius2006,
    stages: [inquiry, mql, won],
    transitions: [
      { on: 'qualified', from: ['start'], to: 'inquiry', requires: first },
      { on: 'qualified', from: ['inquiry', 'start'], to: 'mql', requires: second },
      { on: 'opportunity_won', from: ['inquiry', 'mql'], to: 'won' },
    ],
    milestones: {},
  });
  test.each<{ when: string; framework: Framework; issues: readonly string[] }>([
    { when: 'after one that asks for nothing', framework: forked([], [{ kind: 'human' }]), issues: ['shadowed_step at transitions.1.from.1'] },
    { when: 'after one that asks for less', framework: forked([{ kind: 'human' }], [{ kind: 'delivered' }, { kind: 'human' }]), issues: ['shadowed_step at transitions.1.from.1'] },
    { when: 'after one that asks for nothing, where the event must name its stage', framework: forked([], [{ kind: 'says', field: 'stage', oneOf: ['mql'] }]), issues: [] },
    { when: 'before one that asks for less', framework: forked([{ kind: 'human' }], []), issues: [] },
    { when: 'beside one that asks for something else', framework: forked([{ kind: 'human' }], [{ kind: 'delivered' }]), issues: [] },
    { when: 'beside one that asks for the same, where the event names the stage', framework: forked([], []), issues: [] },
  ])('$when', ({ framework, issues }) => {
    expect(found(framework)).toEqual(issues);
  });
});

test.each<{ when: string; milestones: Framework['milestones']; issues: readonly string[] }>([
  { when: 'in order', milestones: { inquiry: ['inquiry'], mql: ['mql'], won: ['won'] }, issues: [] },
  { when: 'two on one stage', milestones: { sql: ['sql'], opportunity: ['sql'] }, issues: [] },
  { when: 'one on several, overlapping the next', milestones: { inquiry: ['inquiry', 'sal'], mql: ['mql'] }, issues: [] },
  { when: 'the MQL before the inquiry', milestones: { inquiry: ['mql'], mql: ['inquiry'] }, issues: ['milestones_out_of_order at milestones.mql'] },
  { when: 'all of them behind won', milestones: { sql: ['won'], opportunity: ['sql'], won: ['sal'] }, issues: ['milestones_out_of_order at milestones.opportunity', 'milestones_out_of_order at milestones.won'] },
])('milestones $when', ({ milestones, issues }) => {
  expect(found({ ...sirius2006, milestones })).toEqual(issues);
});

test('a step for a party that there is none can never be taken; asked only where the parties are given', () => {
  const accepts: Transition = { on: 'accepted', from: ['mql'], to: 'sal', requires: [{ kind: 'human' }, { kind: 'party', oneOf: ['sales', 'slaes_development'] }] };
  const framework: Framework = { ...sirius2006, transitions: sirius2006.transitions.map((step) => (step.on === 'accepted' ? accepts : step)) };
  expect(found(framework)).toEqual([]);
  const issues = lintLifecycle(framework, ['marketing', 'sales_development', 'sales']);
  expect(issues.map(({ code, path }) => `${code} at ${path.join('.')}`)).toEqual(['lifecycle.unknown_party at transitions.2.requires.1.oneOf.1']);
  expect(issues[0]?.message).toBe('"accepted" into "sal" is for "slaes_development", which is no party here; did you mean "sales_development"?');
});

test('five hundred steps from sixty-four stages each are looked through within seconds', () => {
  const stages = Array.from({ length: 64 }, (_, i) => ({ ...inquiry, id: `s${String(i)}`, term: `S${String(i)}` }));
  const ids = stages.map(({ id }) => id);
  const steps = (on: Transition['on'], requires: readonly Requirement[]): readonly Transition[] => ids.map((to) => ({ on, from: ids, to, requires }));
  const asked: readonly Requirement[] = [{ kind: 'human' }, { kind: 'fields', allOf: ['a', 'b'] }, { kind: 'fit_tier', oneOf: ['a', 'b'] }];
  const types = ['touch', 'attempt', 'qualified', 'accepted', 'assigned', 'handed_off', 'expired', 'recycled'] as const;
  const started = performance.now();
  const issues = lintLifecycle({ ...sirius2006, stages, milestones: {}, transitions: types.flatMap((on) => steps(on, asked)) });
  expect(issues.some(({ code }) => code === 'lifecycle.shadowed_step')).toBe(false);
  expect(performance.now() - started).toBeLessThan(4000);
});
