import { MILESTONES, type Framework, type Milestone, type StageId } from '../../vocabulary/framework.js';
import { tableOf, type FactBasis, type MilestoneBasis } from '../definition/basis.js';
import type { FactKey } from '../definition/column.js';
import type { ColumnRef } from '../definition/column-ref.js';
import type { Filter, PlainFilter } from '../definition/filter.js';
import { isFormula, type MetricDefinition } from '../definition/metric.js';

/** Why a number does not exist here at all: a milestone or a stage that the framework does not have. Never a 0. */
export type Inapplicable =
  | { readonly code: 'milestone_not_mapped'; readonly milestone: Milestone; readonly framework: string }
  | { readonly code: 'stage_not_known'; readonly stage: string; readonly framework: string };

/**
 * The first milestone or stage of a definition that the framework does not have, or null when the metric applies. Of
 * alternatives, one that is there will do; the others match nothing. A deal's stage is as its source calls it, and is not asked.
 */
export const inapplicable = (definition: MetricDefinition, framework: Framework): Inapplicable | null => {
  const bases = isFormula(definition) ? Object.values(definition.basis.inputs).map(({ basis }) => basis) : [definition.basis];
  const [missing] = bases.flatMap((basis) => missingOf(basis, framework));
  return missing ?? null;
};

const missingOf = (basis: FactBasis, framework: Framework): readonly Inapplicable[] => {
  const filters: readonly Filter[] =
    basis.kind === 'milestone'
      ? basis.where
      : [...basis.where, ...(basis.pick?.among ?? []), ...(basis.target?.is === 'met' ? basis.target.all : [])];
  const own = basis.kind === 'milestone' ? [basis.base.milestone, ...(basis.target === null ? [] : [basis.target.milestone])] : [];
  const table = tableOf(basis);
  return [...own.flatMap((one) => unmapped(one, framework)), ...filters.flatMap((filter) => missingFrom(filter, table, framework))];
};

const missingFrom = (filter: Filter, table: FactKey, framework: Framework): readonly Inapplicable[] => {
  switch (filter.is) {
    case 'milestone':
      return unmapped(filter.milestone, framework);
    case 'equals':
      return holdsStages(filter.column, table) ? unknown([String(filter.value)], framework) : [];
    case 'one_of':
      return holdsStages(filter.column, table) ? unknown(filter.values, framework) : [];
    case 'any': {
      const named = filter.of.filter((one) => names(one, table)).map((one) => missingFrom(one, table, framework));
      return named.every((missing) => missing.length > 0) ? named.flat() : [];
    }
    case 'related':
      return filter.where.flatMap((one) => missingFrom(one, filter.table, framework));
    default:
      return [];
  }
};

/** Whether a condition names a milestone or a stage. */
const names = (filter: PlainFilter, table: FactKey): boolean =>
  filter.is === 'milestone' || ((filter.is === 'equals' || filter.is === 'one_of') && holdsStages(filter.column, table));

const unmapped = (milestone: Milestone, framework: Framework): readonly Inapplicable[] =>
  framework.milestones[milestone] === undefined ? [{ code: 'milestone_not_mapped', milestone, framework: framework.id }] : [];

const unknown = (stages: readonly StageId[], framework: Framework): readonly Inapplicable[] =>
  stages.some((stage) => framework.stages.some(({ id }) => id === stage))
    ? []
    : stages.slice(0, 1).map((stage) => ({ code: 'stage_not_known', stage, framework: framework.id }));

/** Whether a column holds stages of the framework and nothing else. */
const holdsStages = (column: ColumnRef, table: FactKey): boolean =>
  (table === 'stageVisits' && column === 'row.stage') || (table === 'leadEvents' && (column === 'row.entered' || column === 'row.left'));

/** The stages that count as a milestone; none where it is not mapped. */
export const stagesOf = (framework: Framework, milestone: Milestone): readonly StageId[] => framework.milestones[milestone] ?? [];

/** The stages in which a target is reached: its own, and those of later milestones where `reached` will do. */
export const targetStages = (framework: Framework, { milestone, reach }: NonNullable<MilestoneBasis['target']>): readonly StageId[] =>
  reach === 'strict'
    ? stagesOf(framework, milestone)
    : MILESTONES.slice(MILESTONES.indexOf(milestone)).flatMap((one) => stagesOf(framework, one));
