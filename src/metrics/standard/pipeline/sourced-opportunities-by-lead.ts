import type { FactMetric } from '../../definition/metric.js';
import { opportunitiesCreated } from './opportunities-created.js';

/** Of the opportunities opened in the period, those whose lead marketing brought: the party that recorded the lead's first event is marketing. */
export const sourcedOpportunitiesByLead = /* @__PURE__ */ (() =>
  ({
    ...opportunitiesCreated,
    id: 'sourced_opportunities_by_lead',
    title: 'Marketing-sourced opportunities, by who brought the lead',
    question: "How many of the opportunities opened in the period are ones whose lead marketing brought: the party that recorded the lead's first event is marketing?",
    hides: 'Who worked on it since, and leads that a CRM credits by a source field of its own: narrow by `row.source` for that.',
    source: "petavue, marketing-sourced pipeline: lead source, first touch, and marketing touch before sales' first activity are three defensible definitions; show them side by side.",
    measure: { kind: 'share', digits: 4, rounding: 'half-even' },
    basis: {
      ...opportunitiesCreated.basis,
      target: {
        is: 'met',
        all: [
          {
            is: 'related',
            table: 'leads',
            on: [{ theirs: 'row.leadId', ours: 'row.leadId' }],
            where: [{ column: 'row.firstParty', is: 'equals', value: 'marketing' }],
            at: 'row.firstAt',
            after: null,
            before: null,
            atLeast: 1,
            atMost: null,
          },
        ],
      },
      settled: ['row.openedAt'],
    },
  }) as const satisfies FactMetric)();
