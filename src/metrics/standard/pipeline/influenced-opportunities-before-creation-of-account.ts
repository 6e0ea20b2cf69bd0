import type { FactMetric } from '../../definition/metric.js';
import { opportunitiesCreated } from './opportunities-created.js';

/** Of the opportunities opened in the period, those whose account marketing touched before they were opened. */
export const influencedOpportunitiesBeforeCreationOfAccount = /* @__PURE__ */ (() =>
  ({
    ...opportunitiesCreated,
    id: 'influenced_opportunities_before_creation_of_account',
    title: 'Marketing-influenced opportunities, before creation, touches of the account',
    question: 'How many of the opportunities opened in the period are ones whose account marketing touched before they were opened?',
    hides: "How long before: a newsletter of three years ago influences as much as yesterday's demonstration. An opportunity of no known account is touched by nobody.",
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
            on: [{ theirs: 'row.accountId', ours: 'row.accountId' }],
            where: [{ column: 'row.party', is: 'equals', value: 'marketing' }],
            at: 'row.at',
            after: null,
            before: { column: 'row.openedAt', withinMs: null },
            atLeast: 1,
            atMost: null,
          },
        ],
      },
      settled: ['row.openedAt'],
    },
  }) as const satisfies FactMetric)();
