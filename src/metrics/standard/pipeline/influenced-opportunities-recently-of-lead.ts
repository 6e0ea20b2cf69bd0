import type { FactMetric } from '../../definition/metric.js';
import { opportunitiesCreated } from './opportunities-created.js';

/** Of the opportunities opened in the period, those whose lead marketing touched in the 90 days before they were opened. */
export const influencedOpportunitiesRecentlyOfLead = /* @__PURE__ */ (() =>
  ({
    ...opportunitiesCreated,
    id: 'influenced_opportunities_recently_of_lead',
    title: 'Marketing-influenced opportunities, within 90 days before creation, touches of the lead',
    question: 'How many of the opportunities opened in the period are ones whose lead marketing touched in the 90 days before they were opened?',
    hides: 'Touches 91 days before. How many there were, and what else happened.',
    source: 'techstartup.bartleyeditions.com, pipeline attribution, and Pedowitz Group: one qualifying touch is enough; neither additive with sourced nor across teams.',
    measure: { kind: 'share', digits: 4, rounding: 'half-even' },
    basis: {
      ...opportunitiesCreated.basis,
      target: {
        is: 'met',
        all: [
          {
            is: 'related',
            table: 'touches',
            on: [{ theirs: 'row.leadId', ours: 'row.leadId' }],
            where: [{ column: 'row.party', is: 'equals', value: 'marketing' }],
            at: 'row.at',
            after: null,
            before: { column: 'row.openedAt', withinMs: 90 * 86_400_000 },
            atLeast: 1,
            atMost: null,
          },
        ],
      },
      settled: ['row.openedAt'],
    },
  }) as const satisfies FactMetric)();
