import type { FactMetric } from '../../definition/metric.js';
import { opportunitiesCreated } from './opportunities-created.js';

/** Of the opportunities opened in the period, those that marketing touched before sales did anything. */
export const sourcedOpportunitiesBeforeSales = /* @__PURE__ */ (() =>
  ({
    ...opportunitiesCreated,
    id: 'sourced_opportunities_before_sales',
    title: 'Marketing-sourced opportunities, marketing before sales',
    question: 'How many of the opportunities opened in the period are ones that marketing touched before sales did anything?',
    hides: "How much before, and whether the touch mattered. Touched in the same moment as sales began, it is marketing's.",
    source: "petavue, marketing-sourced pipeline: lead source, first touch, and marketing touch before sales' first activity are three defensible definitions; show them side by side.",
    measure: { kind: 'share', digits: 4, rounding: 'half-even' },
    basis: {
      ...opportunitiesCreated.basis,
      target: {
        is: 'met',
        all: [
          { column: 'row.firstMarketingTouchAt', is: 'not_null' },
          {
            is: 'any',
            of: [
              { column: 'row.firstSalesActivityAt', is: 'null' },
              { column: 'row.firstMarketingTouchAt', is: 'not_after', other: 'row.firstSalesActivityAt' },
            ],
          },
        ],
      },
      settled: ['row.openedAt'],
    },
  }) as const satisfies FactMetric)();
