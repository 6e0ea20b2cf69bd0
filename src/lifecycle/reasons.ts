import { START } from '../vocabulary/framework.js';
import type { LeadEvent } from '../vocabulary/event.js';
import type { Lifecycle } from './lifecycle.js';
import { figuresOf } from './requirement.js';
import { stepFacts, type Standing } from './standing.js';
import type { LifecycleTable } from './table.js';
import { explain, type Explanation } from './transition.js';

/** Why a step was refused, by the cell that refused it and the figures that its words would name. */
export type Reasons = (cell: number, from: number, event: LeadEvent, code: number, answers: number, standing: Standing) => Explanation;

/**
 * Explanations, each put into words once: a log of a million events strays in a few hundred ways. Two refusals by one cell
 * whose unmet requirements have the same figures share one explanation, which is plain data.
 */
export const reasonsOf = (lifecycle: Lifecycle, { guards, stages }: LifecycleTable): Reasons => {
  const known = new Map<number, Map<string, Explanation>>();
  return (cell, from, event, code, answers, standing) => {
    const byFigures = known.get(cell) ?? new Map<string, Explanation>();
    if (byFigures.size === 0) known.set(cell, byFigures);
    const asked = guards[code] ?? [];
    // A stage that the framework does not have shares its cell with every other such stage: its name is a figure too.
    let figures = event.stage ?? '';
    const facts = asked.length === 0 ? null : stepFacts(standing, event);
    asked.forEach((one, bit) => {
      if (facts !== null && (answers & (1 << bit)) === 0) figures += ` ${figuresOf(one, facts)}`;
    });
    const found = byFigures.get(figures) ?? explain(lifecycle, stages[from] ?? START, event, facts ?? stepFacts(standing, event));
    byFigures.set(figures, found);
    return found;
  };
};
