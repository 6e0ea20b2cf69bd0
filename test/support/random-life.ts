import fc from 'fast-check';
import { MILESTONES, SAYABLE, type Event, type EventType, type Framework, type Requirement } from 'revpact/vocabulary';
import { safeCreateLifecycle } from 'revpact/lifecycle';
import { LEAD_EVENT_TYPES } from './random-log.js';

const PARTIES = ['marketing', 'sales_development', 'sales'];
const CLASSES = ['procedural', 'clerical', 'definitional'] as const;
const WORDS = ['agreed', 'made', 'fit', 'phone', 'no_budget', 'connected'];
const TIERS = ['a', 'b', 'c'];
const NAMES = ['budget', 'need', 'region'];
const FINDINGS = ['champion', 'pain', 'metrics'];

const some = <T>(values: readonly T[]): fc.Arbitrary<readonly T[]> => fc.subarray([...values], { minLength: 1 });

/** Any requirement, of every kind. */
export const anyRequirement: fc.Arbitrary<Requirement> = fc.oneof(
  some(PARTIES).map((oneOf) => ({ kind: 'party' as const, oneOf })),
  fc.constantFrom(
    { kind: 'human' as const },
    { kind: 'delivered' as const },
    { kind: 'not_attempted_since_delivery' as const },
    { kind: 'contacted' as const },
    { kind: 'not_contacted' as const },
  ),
  fc.constantFrom(1, 2, 3).map((atLeast) => ({ kind: 'attempted_since_acceptance' as const, atLeast })),
  fc.record({ kind: fc.constant('attempted_within' as const), atLeast: fc.constantFrom(1, 2), days: fc.constantFrom(1, 3) }),
  some(CLASSES).map((oneOf) => ({ kind: 'rejection_class' as const, oneOf })),
  fc.record({ kind: fc.constant('says' as const), field: fc.constantFrom(...SAYABLE), oneOf: some([...WORDS, 'clerical', 'reference']) }),
  some(NAMES).map((allOf) => ({ kind: 'fields' as const, allOf })),
  some(TIERS).map((oneOf) => ({ kind: 'fit_tier' as const, oneOf })),
  some(FINDINGS).map((allOf) => ({ kind: 'qualification' as const, framework: 'meddic', allOf })),
);

/** Any lifecycle that makes sense to the checks: up to six stages, steps with up to three requirements of every kind. */
export const anyFramework: fc.Arbitrary<Framework> = fc
  .integer({ min: 1, max: 6 })
  .chain((count) => {
    const ids = Array.from({ length: count }, (_, i) => `s${String(i)}`);
    const step = fc.record({
      on: fc.oneof(fc.constantFrom<EventType>('accepted', 'rejected', 'disqualified', 'advocacy', 'qualified'), fc.constantFrom(...LEAD_EVENT_TYPES)),
      // Mostly from anywhere, so that what a step requires is what decides.
      from: fc.oneof({ weight: 2, arbitrary: fc.constant(['start', ...ids]) }, { weight: 1, arbitrary: some(['start', ...ids]) }),
      to: fc.constantFrom(...ids),
      requires: fc.oneof({ weight: 3, arbitrary: fc.array(anyRequirement, { minLength: 1, maxLength: 1 }) }, { weight: 1, arbitrary: fc.array(anyRequirement, { maxLength: 3 }) }),
    });
    return fc.array(step, { maxLength: 12, size: 'max' }).map((transitions): Framework => ({
      id: 'any',
      title: 'Any',
      source: 'dice',
      confidence: 'custom',
      demandUnit: 'person',
      stages: ids.map((id) => ({ id, term: id, definition: id, owner: 'sales', kind: 'inventory', class: 'demand', entry: id, leave: id })),
      transitions,
      milestones: { [MILESTONES[0]]: [ids[0] ?? ''] },
    }));
  })
  .filter((framework) => safeCreateLifecycle(framework).ok);

const word = fc.constantFrom(...WORDS);

/** Any log of a few leads under a framework, with everything that requirements ask about: noise, ties, stages left. */
export const anyHistory = (framework: Framework, maxLength = 40): fc.Arbitrary<readonly Event[]> => {
  const used = framework.transitions.map(({ on }) => on);
  const stages = [...framework.stages.map(({ id }) => id), 'no_such_stage', 'start'];
  const telling: EventType[] = ['handed_off', 'accepted', 'attempt', 'contact_made', 'score_changed', 'qualification_recorded', 'meeting_held'];
  return fc
    .array(
      fc.record({
        type: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...used, ...telling) }, { weight: 1, arbitrary: fc.constantFrom(...LEAD_EVENT_TYPES) }),
        leadId: fc.constantFrom('a', 'a', 'a', 'b', 'c'),
        by: fc.record({ party: fc.constantFrom(...PARTIES), kind: fc.constantFrom('human' as const, 'human' as const, 'automation' as const) }),
        to: fc.constantFrom(...PARTIES),
        stage: fc.option(fc.constantFrom(...stages), { freq: 2, nil: undefined }),
        leftStage: fc.option(fc.constantFrom(...stages), { freq: 5, nil: undefined }),
        steps: fc.integer({ min: 0, max: 40 }),
        byDay: fc.constantFrom(true, false, false, false, false, false),
        seq: fc.option(fc.nat(3), { freq: 2, nil: undefined }),
        class: fc.constantFrom(...CLASSES),
        word,
        tier: fc.option(fc.constantFrom(...TIERS), { nil: undefined }),
        name: fc.constantFrom(...NAMES),
        value: fc.constantFrom('x', '', null, 7),
        finding: fc.constantFrom(...FINDINGS),
        records: fc.boolean(),
      }),
      // Without a size, fast-check makes ten at most, and nothing ever adds up.
      { maxLength, size: 'max' },
    )
    .map((rows) =>
      rows.map(({ type, leadId, by, to, stage, leftStage, steps, byDay, seq, class: ground, word: said, tier, name, value, finding, records }, i) => {
        // Eight hours a step: each begins a day in one of three zones without summer.
        const at = steps * 8 * 3_600_000;
        const own: Readonly<Record<string, object>> = {
          score_changed: { score: 1, kind: said === 'fit' ? 'engagement' : 'fit', ...(tier === undefined ? {} : { tier }) },
          qualification_recorded: { framework: 'meddic', field: finding, value: value === 'x' ? 'found' : null, evidence: 'call' },
          assigned: { to: 'dev' },
          handed_off: { to, ...(records ? { fields: [name] } : {}) },
          rejected: { class: ground, reason: said },
          disqualified: { reason: said },
          attempt: { channel: 'phone', ...(records ? { outcome: 'connected' } : {}) },
          contact_made: { channel: said === 'phone' ? 'phone' : 'email' },
          opportunity_lost: records ? { opportunityId: 'o1', reason: said } : { opportunityId: 'o1' },
          advocacy: { kind: records ? 'reference' : 'case_study', act: said === 'agreed' ? 'agreed' : 'made' },
        };
        return {
          id: `e${String(i)}`,
          type,
          at,
          by,
          leadId,
          ...own[type],
          ...(seq === undefined ? {} : { seq }),
          ...(byDay ? { precision: 'day', zone: ['UTC', 'Etc/GMT+8', 'Etc/GMT-8'][steps % 3] } : {}),
          ...(records ? { attributes: { [name]: value } } : {}),
          ...(stage === undefined ? {} : { stage }),
          ...(leftStage === undefined ? {} : { leftStage }),
          // Each type has its own fields, which the compiler cannot follow through a random `type`.
        } as unknown as Event;
      }),
    );
};

/** A framework of one stage that asks much: up to six requirements, of any kind, on each event type of a few. */
export const anyQuestions: fc.Arbitrary<Framework> = fc
  .record({
    stage: anyFramework.map(({ stages }) => stages.slice(0, 1)),
    asked: fc.uniqueArray(fc.tuple(fc.constantFrom<EventType>('accepted', 'rejected', 'attempt', 'qualified', 'contact_made', 'advocacy', 'handed_off'), fc.array(anyRequirement, { minLength: 1, maxLength: 6 })), {
      minLength: 1,
      maxLength: 4,
      selector: ([on]) => on,
    }),
  })
  .map(({ stage, asked }) => ({
    id: 'questions',
    title: 'Questions',
    source: 'dice',
    confidence: 'custom',
    demandUnit: 'person',
    stages: stage,
    transitions: asked.map(([on, requires]) => ({ on, from: ['start'], to: stage[0]?.id ?? '', requires })),
    milestones: {},
  }));

/** A random framework with a random log of it. */
export const anyLife: fc.Arbitrary<{ readonly framework: Framework; readonly events: readonly Event[] }> = anyFramework.chain((framework) =>
  anyHistory(framework).map((events) => ({ framework, events })),
);

