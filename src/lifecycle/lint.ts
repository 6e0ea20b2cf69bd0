import type { Issue } from '../kernel/issue.js';
import { nearest } from '../kernel/nearest.js';
import { START, type Framework, type Stage, type StageId } from '../vocabulary/framework.js';
import type { PartyId } from '../vocabulary/party.js';
import { lifecycleIssue } from './issues.js';

/**
 * What is legal to agree and bad to live with; each issue points at the stage or step.
 *
 * Issues: `lifecycle.unreachable_stage`; `lifecycle.trap` (a reachable stage from which no step leads on to a customer
 * or an exit); `lifecycle.no_end` (there is neither; then nothing is called a trap); `lifecycle.exit_without_return`;
 * `lifecycle.self_hand_off` (an acceptance from and into stages of one owner); and, where the parties are given,
 * `lifecycle.unknown_owner`.
 */
export const lintLifecycle = (framework: Framework, parties?: readonly PartyId[]): readonly Issue[] => {
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

  const selfHandOffs = transitions.flatMap(({ on, from, to }, i) =>
    from.flatMap((stage) => {
      const party = stageOf.get(to)?.owner;
      if (on !== 'accepted' || party === undefined || stageOf.get(stage)?.owner !== party) return [];
      return [lifecycleIssue('self_hand_off', { from: stage, to, party }, ['transitions', i])];
    }),
  );

  return [
    ...stages.flatMap(stageIssues),
    ...(ends.length === 0 ? [lifecycleIssue('no_end', { framework: framework.id })] : []),
    ...selfHandOffs,
  ];
};

const isEnd = (stage: Stage): boolean => stage.class === 'customer' || stage.class === 'exit';

/** Everything that can be reached from a stage, itself included. */
const closure = (from: StageId, next: (stage: StageId) => readonly StageId[]): ReadonlySet<StageId> => {
  const seen = new Set<StageId>([from]);
  for (const stage of seen) for (const one of next(stage)) seen.add(one);
  return seen;
};
