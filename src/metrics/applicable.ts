import type { Framework, Milestone, StageId } from '../vocabulary/framework.js';
import type { MetricDefinition } from './metric.js';

/** Why a number does not exist here at all: a milestone that the framework does not know. Never a 0. */
export interface Inapplicable {
  readonly code: 'milestone_not_mapped';
  readonly milestone: Milestone;
  readonly framework: string;
}

/** The milestone of a definition that the framework does not map, or null when the metric applies. */
export const inapplicable = (definition: MetricDefinition, framework: Framework): Inapplicable | null => {
  if (definition.basis.kind === 'rows') return null;
  const { base, target } = definition.basis;
  const missing = [base.milestone, ...(target === null ? [] : [target.milestone])].find((one) => framework.milestones[one] === undefined);
  return missing === undefined ? null : { code: 'milestone_not_mapped', milestone: missing, framework: framework.id };
};

/** The stages that count as a milestone; none where it is not mapped. */
export const stagesOf = (framework: Framework, milestone: Milestone): readonly StageId[] => framework.milestones[milestone] ?? [];
