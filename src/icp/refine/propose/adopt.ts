import { fail, ok, type Result } from '../../../kernel/result.js';
import type { Issue } from '../../../kernel/issue.js';
import { digest } from '../../../kernel/canonical.js';
import { nearest } from '../../../kernel/nearest.js';
import { filterIssues } from '../../filter/check.js';
import type { Criterion } from '../../filter/criterion.js';
import type { TargetFilter } from '../../filter/filter.js';
import { refineIssue } from '../issues.js';
import type { CriterionProposal } from './diff.js';
import { isWhole, resultDigest } from './model-card.js';
import type { Proposal } from './proposal.js';
import { standingsUnder } from './tested.js';
import { cutTiers, tierCounts } from './tier-cuts.js';

/** What both sides decided: every criterion that changes is in one of the two lists. */
export interface Decision {
  readonly accept: readonly string[];
  readonly refuse: readonly string[];
  /**
   * How much of what is handed over each tier may hold, in whole percent, where that was agreed. Tiers left out keep the share
   * of the tested rows that they had.
   */
  readonly tierPercent?: Readonly<Record<string, number>>;
}

/**
 * The filter that comes of a proposal: what is accepted as proposed, what is refused as agreed. Tiers are cut anew on the
 * tested rows, so that each holds the share that it held, or that was agreed. With nothing accepted the filter stays as it is.
 *
 * Only all of it together was tested. Where some is refused, refine again before you rely on how it ranks.
 *
 * Issues: `refine.other_filter`, `refine.altered` (the proposal is not what its card says), `refine.not_adoptable`,
 * `refine.unknown_criterion`, `refine.no_change`, `refine.decided_twice`, `refine.undecided`, `refine.split`,
 * `refine.unknown_tier`, `refine.bad_share`; and those of `filterIssues`, where the filter would become an impossible one.
 */
export const adopt = (filter: TargetFilter, proposal: Proposal, decision: Decision): Result<TargetFilter> => {
  const issues = [...trustIssues(filter, proposal, decision), ...decisionIssues(proposal.criteria, decision), ...shareIssues(filter, decision)];
  if (issues.length > 0) return fail(issues);
  const accepted = new Set(decision.accept);
  if (accepted.size === 0 && decision.tierPercent === undefined) return ok(filter);
  const adopted = { ...filter, criteria: chosenOf(proposal.criteria, accepted).map(({ criterion }) => criterion) };
  const found = { ...adopted, tiers: tiersOf(filter, proposal, accepted, decision.tierPercent ?? {}) };
  const impossible = filterIssues(found);
  return impossible.length > 0 ? fail(impossible) : ok(found);
};

/** The filter with everything accepted: what is tested. */
export const proposedFilter = (filter: TargetFilter, proposals: readonly CriterionProposal[]): TargetFilter => ({
  ...filter,
  criteria: proposals.flatMap(({ after }) => after ?? []),
});

interface Chosen {
  readonly criterion: Criterion;
  readonly side: 'before' | 'after';
}

const chosenOf = (proposals: readonly CriterionProposal[], accepted: ReadonlySet<string>): readonly Chosen[] =>
  proposals.flatMap(({ criterion, change, before, after }): readonly Chosen[] => {
    const takes = change !== 'kept' && accepted.has(criterion);
    const chosen = takes ? after : before;
    return chosen === null ? [] : [{ criterion: chosen, side: takes ? 'after' : 'before' }];
  });

const tiersOf = (
  filter: TargetFilter,
  { criteria, tested }: Proposal,
  accepted: ReadonlySet<string>,
  tierPercent: Readonly<Record<string, number>>,
): TargetFilter['tiers'] => {
  const chosen = chosenOf(criteria, accepted);
  const inForce = chosen.filter(({ criterion, side }) =>
    tested.columns.some((column) => column.criterion === criterion.id && column.side === side),
  );
  const was = tierCounts(filter.tiers, standingsUnder(tested, chosenOf(criteria, new Set())));
  const wanted = filter.tiers.map(({ id }, place) =>
    Object.hasOwn(tierPercent, id) ? Math.floor((tested.rows * (tierPercent[id] ?? 0)) / 100) : (was[place] ?? 0),
  );
  const fewest = inForce.reduce((sum, { criterion }) => sum + fewestOf(criterion), 0);
  return cutTiers(filter.tiers, standingsUnder(tested, chosen), wanted, fewest);
};

/** The fewest points a criterion can give. */
const fewestOf = (criterion: Criterion): number => {
  if (criterion.role === 'weighted') return Math.min(0, criterion.points);
  return criterion.role === 'banded' ? criterion.bands.reduce((fewest, { points }) => Math.min(fewest, points), 0) : 0;
};

const trustIssues = (filter: TargetFilter, proposal: Proposal, { accept }: Decision): readonly Issue[] => [
  ...(digest(filter) === proposal.card.filter.digest ? [] : [refineIssue('other_filter', { filter: filter.id, expected: proposal.card.filter.id })]),
  ...(resultDigest(proposal) === proposal.card.result && isWhole(proposal.card) ? [] : [refineIssue('altered', undefined)]),
  ...(accept.length === 0 || proposal.adoptable ? [] : [refineIssue('not_adoptable', { why: proposal.why }, ['accept'])]),
];

const decisionIssues = (proposals: readonly CriterionProposal[], { accept, refuse }: Decision): readonly Issue[] => {
  const byId = new Map(proposals.map((one) => [one.criterion, one]));
  const changes = proposals.filter(({ change }) => change !== 'kept');
  const accepted = new Set(accept);
  const decided = new Set([...accept, ...refuse]);
  const named = (list: 'accept' | 'refuse', ids: readonly string[]): readonly Issue[] =>
    ids.flatMap((id, i) => {
      const one = byId.get(id);
      const path = [list, i];
      if (one === undefined) return [refineIssue('unknown_criterion', { id, suggestion: nearest(id, changes.map(({ criterion }) => criterion)) }, path)];
      if (one.change === 'kept') return [refineIssue('no_change', { id }, path)];
      const twice = ids.indexOf(id) < i || (list === 'refuse' && accepted.has(id));
      return twice ? [refineIssue('decided_twice', { id }, path)] : [];
    });
  return [
    ...named('accept', accept),
    ...named('refuse', refuse),
    ...changes.flatMap(({ criterion }) => (decided.has(criterion) ? [] : [refineIssue('undecided', { id: criterion })])),
    ...changes.flatMap(({ criterion, together }) => {
      const other = accepted.has(criterion) ? together.find((one) => !accepted.has(one)) : undefined;
      return other === undefined ? [] : [refineIssue('split', { id: criterion, other }, ['accept', accept.indexOf(criterion)])];
    }),
  ];
};

const shareIssues = ({ tiers }: TargetFilter, { tierPercent = {} }: Decision): readonly Issue[] => {
  const known = tiers.map(({ id }) => id);
  const wrong = Object.entries(tierPercent).flatMap(([id, percent]): readonly Issue[] => {
    if (!known.includes(id)) return [refineIssue('unknown_tier', { id, known }, ['tierPercent', id])];
    return Number.isInteger(percent) && percent >= 0 && percent <= 100 ? [] : [refineIssue('bad_share', { id }, ['tierPercent', id])];
  });
  const sum = Object.values(tierPercent).reduce((all, percent) => all + percent, 0);
  return wrong.length === 0 && sum > 100 ? [refineIssue('bad_share', { id: Object.keys(tierPercent).join(', ') }, ['tierPercent'])] : wrong;
};
