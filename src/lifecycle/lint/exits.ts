import type { Issue } from '../../kernel/issue.js';
import { START, type Exit, type Framework, type Requirement, type Stage, type StageId, type Transition } from '../../vocabulary/framework.js';
import { lifecycleIssue } from '../issues.js';

/**
 * The four exits are told apart by what must have happened before them. A framework that calls a stage one of them and does not
 * ask for it counts together what an agreement keeps apart.
 */
export const lintExits = (framework: Framework): readonly Issue[] => {
  const { stages, transitions } = framework;
  const stageOf = new Map(stages.map((stage) => [stage.id, stage]));
  const unaccepted = withoutAcceptance(framework);
  const steps = transitions.flatMap((step, i) => {
    const exit = stageOf.get(step.to)?.exit;
    return exit === undefined ? [] : ofStep(exit, step, ['transitions', i], stageOf, unaccepted);
  });
  const returns = stages.flatMap((stage, i) => {
    if (stage.class !== 'exit') return [];
    const back = transitions.filter(({ from, to }) => from.includes(stage.id) && stageOf.get(to)?.class !== 'exit');
    // An exit that nobody comes back from at all is reported as such.
    if (back.length === 0 || back.some(({ on }) => on === 'recycled')) return [];
    return [lifecycleIssue('return_without_recycling', { stage: stage.id, on: [...new Set(back.map(({ on }) => on))] }, ['stages', i])];
  });
  return [...steps, ...returns];
};

const ofStep = (
  exit: Exit,
  { on, from, to, requires = [] }: Transition,
  path: readonly (string | number)[],
  stageOf: ReadonlyMap<StageId, Stage>,
  unaccepted: ReadonlySet<StageId>,
): readonly Issue[] => {
  const asks = (...kinds: readonly Requirement['kind'][]): boolean => requires.some(({ kind }) => kinds.includes(kind));
  // Between exits a lead is only filed anew: what had to happen did, before the first.
  const living = from.map((stage, i) => ({ stage, at: [...path, 'from', i] })).filter(({ stage }) => stageOf.get(stage)?.class !== 'exit');
  if (living.length === 0) return [];
  switch (exit) {
    case 'rejected':
      return [
        ...(asks('not_attempted_since_delivery') ? [] : [lifecycleIssue('rejection_after_attempt', { on, to }, path)]),
        ...(asks('rejection_class') ? [] : [lifecycleIssue('rejection_without_class', { on, to }, path)]),
      ];
    case 'disqualified':
      return [
        ...(asks('attempted_since_acceptance', 'attempted_within') ? [] : [lifecycleIssue('disqualification_without_attempt', { on, to }, path)]),
        ...living
          .filter(({ stage }) => unaccepted.has(stage))
          .map(({ stage, at }) => lifecycleIssue('disqualification_before_acceptance', { from: stage, to }, at)),
      ];
    case 'expired':
      return on === 'expired' ? [] : [lifecycleIssue('expiry_by_hand', { on, to }, path)];
    case 'lost':
      return living
        .filter(({ stage }) => stageOf.get(stage)?.class !== 'opportunity')
        .map(({ stage, at }) => lifecycleIssue('loss_before_opportunity', { from: stage, to }, at));
  }
};

/** The stages that a lead may be in without ever having been accepted; none where acceptance is no step, and what is required of a step alone looks after it. */
const withoutAcceptance = ({ transitions }: Framework): ReadonlySet<StageId> => {
  if (!transitions.some(({ on }) => on === 'accepted')) return new Set();
  const reached = new Set<StageId>([START]);
  for (const stage of reached) {
    for (const { on, from, to } of transitions) if (on !== 'accepted' && from.includes(stage)) reached.add(to);
  }
  return reached;
};
