import type { Issue } from '../../kernel/issue.js';
import { fail, type Result } from '../../kernel/result.js';
import { unknownStage } from './stages.js';
import { extendFramework } from './extend.js';
import type { Extension } from './extension.js';
import type { Framework, Requirement, Stage, StageId, Transition } from '../framework.js';
import { vocabularyIssue } from '../issues.js';

/** The stages of a customer who speaks for us. */
export const POST_SALE_STAGES = [
  {
    id: 'advocate',
    term: 'Advocate',
    definition: 'A customer who agreed to speak for us.',
    owner: 'customer_success',
    kind: 'inventory',
    class: 'customer',
    entry: 'The customer agrees to give a reference or a case study.',
    leave: 'The reference or case study is there, or new demand is recorded.',
  },
  {
    id: 'reference',
    term: 'Reference',
    definition: 'A customer whom others may ask about us.',
    owner: 'customer_success',
    kind: 'inventory',
    class: 'customer',
    entry: 'The customer gave a reference.',
    leave: 'A case study is there too, or new demand is recorded. Being used for a deal is an event and moves nothing.',
  },
  {
    id: 'case_study',
    term: 'Case study',
    definition: 'A customer whose story may be told.',
    owner: 'marketing',
    kind: 'inventory',
    class: 'customer',
    entry: 'The case study is finished.',
    leave: 'A reference is there too, or new demand is recorded. Being used for a deal is an event and moves nothing.',
  },
] as const satisfies readonly Stage[];

/** Stages of a framework that take a part of the loop, so that it adds none for it; and a name for the outcome. */
export interface PostSaleParts {
  /** The composed framework's id: the framework's with `_post_sale` behind it, where none is given. */
  readonly id?: string;
  readonly advocate?: StageId;
  readonly reference?: StageId;
  readonly caseStudy?: StageId;
}

/**
 * A framework with the loop after the sale: customer → advocate → reference or case study → inquiry. It is tied on by
 * milestones: the stages of `won` lead in by `advocacy` (agreed, or made at once), and `inquiry` leads back to the
 * stages of that milestone. That a reference was used is an event of its own and moves nobody.
 *
 * Where the framework has steps on `advocacy` already, as HubSpot's evangelist, they stay, the caller says which part
 * each of their stages takes, and the loop begins behind them.
 *
 * Issues: `vocabulary.no_milestone` (there is no `won` or no `inquiry`), `vocabulary.post_sale_already_there`,
 * `vocabulary.unknown_stage` and `vocabulary.two_parts` (in `parts`), `vocabulary.duplicate_stage` (a stage has the id of
 * one of the loop's, and takes no part), `vocabulary.same_term`, `vocabulary.taken_id`, `vocabulary.long_id`, `vocabulary.too_many_stages`,
 * `vocabulary.too_many_steps`.
 *
 * @example
 * ```ts
 * import { unwrap } from 'revpact/kernel';
 * import { hubspot, sirius2006, withPostSale } from 'revpact/vocabulary';
 *
 * unwrap(withPostSale(sirius2006)).stages.length // => 13
 * unwrap(withPostSale(hubspot, { advocate: 'evangelist' })).stages.length // => 10
 * ```
 */
export const withPostSale = (framework: Framework, parts: PostSaleParts = {}): Result<Framework> => {
  const advocate = parts.advocate ?? 'advocate';
  const reference = parts.reference ?? 'reference';
  const caseStudy = parts.caseStudy ?? 'case_study';
  const id = parts.id ?? `${framework.id}_post_sale`;
  const { won = [], inquiry = [] } = framework.milestones;
  const issues = [
    ...(['won', 'inquiry'] as const)
      .filter((milestone) => framework.milestones[milestone] === undefined)
      .map((milestone) => vocabularyIssue('no_milestone', { framework: framework.id, milestone }, ['milestones', milestone])),
    ...partIssues(framework, parts, [advocate, reference, caseStudy]),
    ...(id === framework.id ? [vocabularyIssue('taken_id', { id }, ['id'])] : []),
    ...(id.length > 64 ? [vocabularyIssue('long_id', { id, limit: 64 }, ['id'])] : []),
  ];
  if (issues.length > 0) return fail(issues);

  const agreed: Requirement = { kind: 'says', field: 'act', oneOf: ['agreed'] };
  const made = (kind: 'reference' | 'case_study'): readonly Requirement[] => [
    { kind: 'says', field: 'act', oneOf: ['made'] },
    { kind: 'says', field: 'kind', oneOf: [kind] },
  ];
  // What the framework says of advocacy itself stays as it was agreed.
  const silent = won.filter((stage) => !framework.transitions.some(({ on, from }) => on === 'advocacy' && from.includes(stage)));
  const steps: readonly Transition[] = [
    { on: 'advocacy', from: silent, to: advocate, requires: [agreed] },
    { on: 'advocacy', from: [...silent, advocate, caseStudy], to: reference, requires: made('reference') },
    { on: 'advocacy', from: [...silent, advocate, reference], to: caseStudy, requires: made('case_study') },
    ...inquiry.map((to) => ({ on: 'inquiry' as const, from: [advocate, reference, caseStudy], to })),
  ];
  const taken = new Set([parts.advocate, parts.reference, parts.caseStudy].map((stage, i) => (stage === undefined ? null : POST_SALE_STAGES[i]?.id)));
  const loop: Extension = {
    id,
    title: `${framework.title}, with the post-sale loop`,
    extends: framework.id,
    source: `${framework.source} Post-sale loop: customer to advocate to reference or case study to inquiry, as agreed here; no source names its stages.`,
    addStages: POST_SALE_STAGES.filter((stage) => !taken.has(stage.id)).map((stage) => ({ stage })),
    addTransitions: steps.flatMap((step) => without(framework, step)),
  };
  return extendFramework(loop, [framework]);
};

const partIssues = (framework: Framework, { advocate, reference, caseStudy }: PostSaleParts, all: readonly StageId[]): readonly Issue[] => {
  const known = framework.stages.map(({ id }) => id);
  const named = Object.entries({ advocate, reference, caseStudy }).flatMap(([part, stage]) => (stage === undefined ? [] : [{ part, stage }]));
  const leads = new Set(framework.transitions.filter(({ on }) => on === 'advocacy').map(({ to }) => to));
  const stages = [...leads].filter((stage) => !named.some((one) => one.stage === stage));
  return [
    ...named.filter(({ stage }) => !known.includes(stage)).map(({ part, stage }) => unknownStage(stage, framework.id, known, [part])),
    ...named
      .filter(({ stage }) => all.filter((one) => one === stage).length > 1 || framework.milestones.won?.includes(stage) === true)
      .map(({ part, stage }) => vocabularyIssue('two_parts', { stage }, [part])),
    ...(stages.length === 0 ? [] : [vocabularyIssue('post_sale_already_there', { framework: framework.id, stages }, ['transitions'])]),
  ];
};

/** The part of a step that the framework does not have already. */
const without = ({ transitions }: Framework, step: Transition): readonly Transition[] => {
  const from = step.from.filter((stage) => !transitions.some((one) => one.on === step.on && one.to === step.to && one.from.includes(stage)));
  return from.length === 0 ? [] : [{ ...step, from }];
};
