import { describe, expect, test } from 'vitest';
import { createLifecycle, safeCreateLifecycle, transition, type StepFacts, type Verdict } from 'revpact/lifecycle';
import { STANDARD_FRAMEWORKS, hubspot, sirius2006, type Framework } from 'revpact/vocabulary';

const facts: StepFacts = {
  party: 'sales_development',
  human: true,
  rejectionClass: null,
  delivered: true,
  receiver: 'sales_development',
  attemptsSinceDelivery: 0,
  attemptsSinceAcceptance: 0,
};

test.each(STANDARD_FRAMEWORKS)('$id makes a lifecycle', (framework) => {
  expect(createLifecycle(framework).stages).toEqual(framework.stages.map(({ id }) => id));
});

describe('a framework that contradicts itself', () => {
  const stage = (id: string): Framework['stages'][number] => ({ ...sirius2006.stages[0], id });
  const many = Array.from({ length: 64 }, (_, i) => stage(`s${String(i)}`));
  const good: Framework = { ...sirius2006, stages: [stage('inquiry'), stage('mql')], transitions: [], milestones: {} };
  test.each<{ when: string; change: Partial<Framework>; issues: readonly [string, string][] }>([
    { when: 'a stage listed twice', change: { stages: [stage('mql'), stage('mql')] }, issues: [['lifecycle.duplicate_stage', 'stages.1.id']] },
    { when: 'a stage called start', change: { stages: [stage('start')] }, issues: [['lifecycle.reserved_stage', 'stages.0.id']] },
    {
      when: 'a step from an unknown stage',
      change: { transitions: [{ on: 'accepted', from: ['mqll'], to: 'mql' }] },
      issues: [['lifecycle.unknown_stage', 'transitions.0.from.0']],
    },
    {
      when: 'a step into an unknown stage',
      change: { transitions: [{ on: 'accepted', from: ['mql'], to: 'sal' }] },
      issues: [['lifecycle.unknown_stage', 'transitions.0.to']],
    },
    { when: 'a step back to start', change: { transitions: [{ on: 'recycled', from: ['mql'], to: 'start' }] }, issues: [['lifecycle.reserved_stage', 'transitions.0.to']] },
    {
      when: 'the same step listed twice',
      change: {
        transitions: [
          { on: 'qualified', from: ['start', 'inquiry'], to: 'mql' },
          { on: 'qualified', from: ['inquiry'], to: 'mql', requires: [{ kind: 'human' }] },
        ],
      },
      issues: [['lifecycle.duplicate_transition', 'transitions.1.from.0']],
    },
    { when: 'a milestone on an unknown stage', change: { milestones: { won: ['won'] } }, issues: [['lifecycle.unknown_stage', 'milestones.won.0']] },
    {
      when: 'more requirements on one event than can be told apart',
      change: {
        transitions: [8, 16].map((most) => ({
          on: 'disqualified' as const,
          from: ['inquiry'],
          to: most === 8 ? 'mql' : 'inquiry',
          requires: Array.from({ length: 8 }, (_, i) => ({ kind: 'attempted_since_acceptance' as const, atLeast: most - i })),
        })),
      },
      issues: [['lifecycle.too_many_requirements', 'transitions']],
    },
    {
      when: 'a life whose table would take minutes to walk',
      change: {
        stages: many,
        transitions: (['accepted', 'rejected'] as const).map((on) => ({
          on,
          from: many.map(({ id }) => id),
          to: 's0',
          requires: Array.from({ length: 8 }, (_, i) => ({ kind: 'attempted_since_acceptance' as const, atLeast: i + 1 })),
        })),
      },
      issues: [['lifecycle.too_many_combinations', 'transitions']],
    },
    {
      when: 'several at once',
      change: { stages: [stage('start'), stage('mql')], transitions: [{ on: 'accepted', from: ['x'], to: 'y' }] },
      issues: [
        ['lifecycle.reserved_stage', 'stages.0.id'],
        ['lifecycle.unknown_stage', 'transitions.0.from.0'],
        ['lifecycle.unknown_stage', 'transitions.0.to'],
      ],
    },
  ])('$when is refused, each with its place', ({ change, issues }) => {
    const made = safeCreateLifecycle({ ...good, ...change });
    expect(made.ok ? [] : made.issues.map(({ code, path }) => [code, path.join('.')])).toEqual(issues);
  });

  test('the unknown stage comes with the stage that was meant', () => {
    const made = safeCreateLifecycle({ ...good, transitions: [{ on: 'accepted', from: ['mqll'], to: 'mql' }] });
    expect(made.ok ? '' : made.issues[0]?.message).toBe('no stage "mqll" in this framework; did you mean "mql"?');
  });

  test('the other door throws the same issues', () => {
    expect(() => createLifecycle({ ...good, milestones: { won: ['won'] } })).toThrow(/lifecycle\.unknown_stage/);
  });

  test('two steps on one event from one stage into different stages are fine', () => {
    const transitions: Framework['transitions'] = [
      { on: 'qualified', from: ['start'], to: 'mql' },
      { on: 'qualified', from: ['start'], to: 'inquiry' },
    ];
    expect(safeCreateLifecycle({ ...good, transitions }).ok).toBe(true);
  });

  test('a stage named like a property of every object is a stage like any other', () => {
    const stages = [stage('constructor'), stage('valueof')];
    const transitions: Framework['transitions'] = [{ on: 'qualified', from: ['start'], to: 'constructor' }];
    const lifecycle = createLifecycle({ ...good, stages, transitions });
    expect(transition(lifecycle, 'start', { type: 'qualified' }, facts)).toEqual({ ok: true, stage: 'constructor' });
    expect(transition(lifecycle, 'constructor', { type: 'qualified' }, facts).ok).toBe(false);
  });
});

describe('stage ids are literal where the framework is', () => {
  const lifecycle = createLifecycle(sirius2006);

  test('a stage of the framework compiles, and the answer is one of them', () => {
    const verdict: Verdict<'inquiry' | 'mql' | 'sal' | 'sql' | 'won' | 'rejected' | 'disqualified' | 'expired' | 'lost' | 'recycled'> = transition(
      lifecycle,
      'mql',
      { type: 'accepted', stage: 'sal' },
      facts,
    );
    expect(verdict).toEqual({ ok: true, stage: 'sal' });
    expect(transition(createLifecycle(hubspot), 'lead', { type: 'qualified' }, facts)).toEqual({ ok: true, stage: 'marketingqualifiedlead' });
  });

  test('a stage that the framework does not have fails to compile, and is refused at run time', () => {
    // @ts-expect-error "marketingqualifiedlead" is HubSpot's
    expect(transition(lifecycle, 'marketingqualifiedlead', { type: 'accepted' }, facts)).toMatchObject({ ok: false, code: 'lifecycle.unknown_stage' });
    // @ts-expect-error "sall" is no stage
    expect(transition(lifecycle, 'mql', { type: 'accepted', stage: 'sall' }, facts)).toMatchObject({ ok: false, code: 'lifecycle.unknown_stage' });
    // @ts-expect-error nothing happens by this name
    expect(transition(lifecycle, 'mql', { type: 'acepted' }, facts)).toMatchObject({ ok: false, code: 'lifecycle.no_such_step' });
  });

  test('a framework read at run time has stages that are only text', () => {
    const read: Framework = JSON.parse(JSON.stringify(sirius2006)) as Framework;
    expect(transition(createLifecycle(read), 'mql', { type: 'accepted' }, facts)).toEqual({ ok: true, stage: 'sal' });
  });
});
