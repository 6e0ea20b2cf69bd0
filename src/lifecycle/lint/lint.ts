import type { Issue } from '../../kernel/issue.js';
import { nearest } from '../../kernel/nearest.js';
import { MILESTONES, START, type Framework, type Stage, type StageId, type Transition } from '../../vocabulary/framework.js';
import type { PartyId } from '../../vocabulary/party.js';
import { lifecycleIssue } from '../issues.js';
import { lintExits } from './exits.js';
import { lintSteps } from './steps.js';

/**
 * What is legal to agree and bad to live with; each issue points at the stage, step or milestone.
 *
 * Issues, of stages: `lifecycle.unreachable_stage`; `lifecycle.trap` (a reachable stage from which no step leads on to a
 * customer or an exit); `lifecycle.no_end` (there is neither; then nothing is called a trap);
 * `lifecycle.exit_without_return`; and, where the parties are given, `lifecycle.unknown_owner`.
 *
 * Of hand-offs: `lifecycle.self_hand_off` (the party that delivers also accepts).
 *
 * Of exits: `lifecycle.rejection_after_attempt`, `lifecycle.rejection_without_class`,
 * `lifecycle.disqualification_without_attempt`, `lifecycle.disqualification_before_acceptance`,
 * `lifecycle.expiry_by_hand`, `lifecycle.loss_before_opportunity`, `lifecycle.return_without_recycling`.
 *
 * Of steps: `lifecycle.never_legal` (requirements that never hold together, or never on such an event),
 * `lifecycle.shadowed_step`; and, where the parties are given, `lifecycle.unknown_party` (a step is for one that is none).
 * Of milestones: `lifecycle.milestones_out_of_order`.
 */
export const lintLifecycle = (framework: Framework, parties?: readonly PartyId[]): readonly Issue[] => [
  ...lintStages(framework, parties),
  ...lintActors(framework, parties),
  ...lintHandOffs(framework),
  ...lintExits(framework),
  ...lintSteps(framework),
  ...lintMilestones(framework),
];

const lintStages = (framework: Framework, parties: readonly PartyId[] | undefined): readonly Issue[] => {
  const { stages, transitions } = framework;
  const stageOf = new Map(stages.map((stage) => [stage.id, stage]));
  const reached = closure(START, (stage) => transitions.filter(({ from }) => from.includes(stage)).map(({ to }) => to));
  const ends = stages.filter(isEnd);
  const saved = new Set(ends.flatMap(({ id }) => [...closure(id, (stage) => transitions.filter(({ to }) => to === stage).flatMap(({ from }) => from))]));

  const stageIssues = (stage: Stage, i: number): Issue[] => {
    const { id, owner } = stage;
    const path = ['stages', i];
    const returns = transitions.some(({ from, to }) => from.includes(id) && stageOf.get(to)?.class !== 'exit');
    return [
      ...(reached.has(id) ? [] : [lifecycleIssue('unreachable_stage', { stage: id }, path)]),
      ...(reached.has(id) && ends.length > 0 && !saved.has(id) ? [lifecycleIssue('trap', { stage: id }, path)] : []),
      ...(stage.class === 'exit' && !returns ? [lifecycleIssue('exit_without_return', { stage: id }, path)] : []),
      ...(parties === undefined || parties.includes(owner)
        ? []
        : [lifecycleIssue('unknown_owner', { stage: id, owner, suggestion: nearest(owner, parties) }, [...path, 'owner'])]),
    ];
  };

  return [...stages.flatMap(stageIssues), ...(ends.length === 0 ? [lifecycleIssue('no_end', { framework: framework.id })] : [])];
};

/** Steps that are for a party that nobody knows. */
const lintActors = ({ transitions }: Framework, parties: readonly PartyId[] | undefined): readonly Issue[] =>
  parties === undefined
    ? []
    : transitions.flatMap(({ on, to, requires = [] }, i) =>
        requires.flatMap((one, r) =>
          one.kind === 'party'
            ? one.oneOf.flatMap((party, p) =>
                parties.includes(party) ? [] : [lifecycleIssue('unknown_party', { on, to, party, suggestion: nearest(party, parties) }, ['transitions', i, 'requires', r, 'oneOf', p])],
              )
            : [],
        ),
      );

/**
 * Who delivers stands on one end of a hand-off, who accepts on the other. A stage that a hand-off leads into waits with
 * its receiver: its deliverers are the owners of the stages before. The accepter is who may take the step, where it says
 * so, else the owner of the stage that acceptance leads into.
 */
const lintHandOffs = ({ stages, transitions }: Framework): readonly Issue[] => {
  const ownerOf = new Map(stages.map(({ id, owner }) => [id, owner]));
  const deliverersOf = (stage: StageId): readonly PartyId[] => {
    const before = transitions.filter(({ on, to }) => on === 'handed_off' && to === stage).flatMap(({ from }) => from);
    return (before.length === 0 ? [stage] : before).flatMap((one) => ownerOf.get(one) ?? []);
  };
  const acceptersOf = ({ to, requires = [] }: Transition): readonly PartyId[] => {
    const named = requires.flatMap((one) => (one.kind === 'party' ? one.oneOf : []));
    const owner = ownerOf.get(to);
    return named.length > 0 ? named : owner === undefined ? [] : [owner];
  };
  return transitions.flatMap((step, i) => {
    if (step.on !== 'accepted') return [];
    const accepters = [...new Set(acceptersOf(step))];
    return step.from.flatMap((stage) => {
      const deliverers = [...new Set(deliverersOf(stage))];
      // Several may deliver or accept: one of them on both ends is bad where nobody else can stand on the other.
      const both = deliverers.filter((party) => accepters.length === 1 && accepters[0] === party);
      return both.map((party) => lifecycleIssue('self_hand_off', { from: stage, to: step.to, party }, ['transitions', i]));
    });
  });
};

/** A milestone that comes later in a lead's life is mapped to no earlier stage than those before it. */
const lintMilestones = ({ stages, milestones }: Framework): readonly Issue[] => {
  const place = new Map(stages.map(({ id }, i) => [id, i]));
  const first = MILESTONES.flatMap((milestone) => {
    const places = (milestones[milestone] ?? []).flatMap((stage) => place.get(stage) ?? []);
    return places.length === 0 ? [] : [{ milestone, at: Math.min(...places) }];
  });
  return first.flatMap(({ milestone, at }, i) => {
    const ahead = first.slice(0, i).find((earlier) => earlier.at > at);
    return ahead === undefined ? [] : [lifecycleIssue('milestones_out_of_order', { earlier: ahead.milestone, later: milestone }, ['milestones', milestone])];
  });
};

const isEnd = (stage: Stage): boolean => stage.class === 'customer' || stage.class === 'exit';

/** Everything that can be reached from a stage, itself included. */
const closure = (from: StageId, next: (stage: StageId) => readonly StageId[]): ReadonlySet<StageId> => {
  const seen = new Set<StageId>([from]);
  for (const stage of seen) for (const one of next(stage)) seen.add(one);
  return seen;
};
