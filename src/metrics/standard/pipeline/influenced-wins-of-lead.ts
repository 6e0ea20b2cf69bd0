import type { FactMetric } from '../../definition/metric.js';
import { influencedOpportunitiesBeforeCreationOfLead } from './influenced-opportunities-before-creation-of-lead.js';

/** Of the opportunities won in the period, those whose lead marketing touched before they were won. */
export const influencedWinsOfLead = /* @__PURE__ */ (() =>
  ({
    ...influencedOpportunitiesBeforeCreationOfLead,
    id: 'influenced_wins_of_lead',
    title: 'Marketing-influenced wins, before close, touches of the lead',
    question: 'How many of the opportunities won in the period are ones whose lead marketing touched before they were won?',
    hides: 'Touches that came between the decision and its record. A touch on the way counts whatever it did.',
    basis: {
      ...influencedOpportunitiesBeforeCreationOfLead.basis,
      date: ['row.wonAt'],
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
            before: { column: 'row.wonAt', withinMs: null },
            atLeast: 1,
            atMost: null,
          },
        ],
      },
      settled: ['row.wonAt'],
    },
  }) as const satisfies FactMetric)();
