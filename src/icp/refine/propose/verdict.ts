import type { Proposal } from './proposal.js';
import { named } from './alarm.js';

/** Whether a proposal may be adopted, and every reason for or against. */
export const verdictOf = ({
  criteria,
  points,
  comparison,
  drift,
  alarms,
}: Pick<Proposal, 'criteria' | 'points' | 'comparison' | 'drift' | 'alarms'>): Pick<Proposal, 'adoptable' | 'why'> => {
  const against = [
    ...(criteria.every(({ change }) => change === 'kept') ? ['nothing changes'] : []),
    ...(points.converged ? [] : ['the fit did not settle: the pull is too weak for these outcomes']),
    ...(comparison.better ? [] : [notBetter(comparison)]),
    ...(drift.score?.verdict === 'stop'
      ? [`what is scored has moved: the stability index of the points is ${drift.score.psi.toFixed(2)}, and above 0.25 nothing is taken unseen`]
      : []),
    ...alarms.flatMap((alarm) => (alarm.blocks ? [`${named(alarm)} bars the way: ${alarm.message}`] : [])),
  ];
  return { adoptable: against.length === 0, why: against.length > 0 ? against : [better(comparison)] };
};

const notBetter = ({ difference }: Proposal['comparison']): string => {
  if (difference === null) return 'the newer rows hold only wins or only losses: nothing can be compared';
  if (difference.low === null || difference.high === null) return 'the newer rows hold too few accounts won or lost to tell';
  return `on the newer rows it does not rank better beyond chance: AUC ${signed(difference.difference)}, 95 % of draws from ${signed(difference.low)} to ${signed(difference.high)}`;
};

const better = ({ champion, challenger, difference }: Proposal['comparison']): string =>
  `on the newer rows it ranks better: AUC ${(challenger.auc ?? 0).toFixed(3)} against ${(champion.auc ?? 0).toFixed(3)}, ` +
  `95 % of draws from ${signed(difference?.low ?? 0)} to ${signed(difference?.high ?? 0)}`;

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
