import type { FactMetric } from '../../definition/metric.js';
import { opportunitiesCreated } from './opportunities-created.js';

/** Of the opportunities opened in the period, those whose first touch was marketing's. */
export const sourcedOpportunitiesByFirstTouch = /* @__PURE__ */ (() =>
  ({
    ...opportunitiesCreated,
    id: 'sourced_opportunities_by_first_touch',
    title: 'Marketing-sourced opportunities, by first touch',
    question: "How many of the opportunities opened in the period are ones whose first touch was marketing's?",
    hides: 'Every later touch. The first is the earliest inquiry or touch of the lead, or of any lead of its account, before the opportunity was opened.',
    source: "petavue, marketing-sourced pipeline: lead source, first touch, and marketing touch before sales' first activity are three defensible definitions; show them side by side.",
    measure: { kind: 'share', digits: 4, rounding: 'half-even' },
    basis: {
      ...opportunitiesCreated.basis,
      target: {
        is: 'met',
        all: [{ column: 'row.firstTouchParty', is: 'equals', value: 'marketing' }],
      },
      settled: ['row.openedAt'],
    },
  }) as const satisfies FactMetric)();
