import { MILESTONES, type Framework, type Milestone, type StageId } from '../../vocabulary/framework.js';
import type { FactBasis, MilestoneBasis } from '../definition/basis.js';
import type { Filter } from '../definition/filter.js';
import { isFormula, type MetricDefinition } from '../definition/metric.js';

/** Why a number does not exist here at all: a milestone that the framework does not know. Never a 0. */
export interface Inapplicable {
  readonly code: 'milestone_not_mapped';
  readonly milestone: Milestone;
  readonly framework: string;
}

/**
 * The first milestone of a definition that the framework does not map, or null when the metric applies. Of alternatives,
 * one that is mapped will do; the others match nothing.
 */
export const inapplicable = (definition: MetricDefinition, framework: Framework): Inapplicable | null => {
  const bases = isFormula(definition) ? Object.values(definition.basis.inputs).map(({ basis }) => basis) : [definition.basis];
  const [missing] = bases.flatMap((basis) => missingOf(basis, (one) => framework.milestones[one] !== undefined));
  return missing === undefined ? null : { code: 'milestone_not_mapped', milestone: missing, framework: framework.id };
};

type IsMapped = (milestone: Milestone) => boolean;

const missingOf = (basis: FactBasis, isMapped: IsMapped): readonly Milestone[] => {
  const filters: readonly Filter[] =
    basis.kind === 'milestone'
      ? basis.where
      : [...basis.where, ...(basis.pick?.among ?? []), ...(basis.target?.is === 'met' ? basis.target.all : [])];
  const own = basis.kind === 'milestone' ? [basis.base.milestone, ...(basis.target === null ? [] : [basis.target.milestone])] : [];
  return [...own.filter((one) => !isMapped(one)), ...filters.flatMap((filter) => missingFrom(filter, isMapped))];
};

const missingFrom = (filter: Filter, isMapped: IsMapped): readonly Milestone[] => {
  switch (filter.is) {
    case 'milestone':
      return isMapped(filter.milestone) ? [] : [filter.milestone];
    case 'any': {
      const named = filter.of.flatMap((one) => (one.is === 'milestone' ? [one.milestone] : []));
      return named.some(isMapped) ? [] : named;
    }
    case 'related':
      return filter.where.flatMap((one) => missingFrom(one, isMapped));
    default:
      return [];
  }
};

/** The stages that count as a milestone; none where it is not mapped. */
export const stagesOf = (framework: Framework, milestone: Milestone): readonly StageId[] => framework.milestones[milestone] ?? [];

/** The stages in which a target is reached: its own, and those of later milestones where `reached` will do. */
export const targetStages = (framework: Framework, { milestone, reach }: NonNullable<MilestoneBasis['target']>): readonly StageId[] =>
  reach === 'strict'
    ? stagesOf(framework, milestone)
    : MILESTONES.slice(MILESTONES.indexOf(milestone)).flatMap((one) => stagesOf(framework, one));
