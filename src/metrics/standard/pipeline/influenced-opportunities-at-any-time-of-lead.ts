import type { FactMetric } from '../../definition/metric.js';
import { opportunitiesCreated } from './opportunities-created.js';

/** Of the opportunities opened in the period, those whose lead marketing touched at any time. */
export const influencedOpportunitiesAtAnyTimeOfLead = /* @__PURE__ */ (() =>
  ({
    ...opportunitiesCreated,
    id: 'influenced_opportunities_at_any_time_of_lead',
    title: 'Marketing-influenced opportunities, at any time, touches of the lead',
    question: 'How many of the opportunities opened in the period are ones whose lead marketing touched at any time?',
    hides: 'Touches that came when the matter was settled: at any time is before it was opened, while it was open, and after it closed.',
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
            before: null,
            atLeast: 1,
            atMost: null,
          },
        ],
      },
      settled: ['row.wonAt', 'row.lostAt'],
    },
  }) as const satisfies FactMetric)();
