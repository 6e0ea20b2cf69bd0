import type { FactMetric } from '../../definition/metric.js';
import { opportunitiesCreated } from './opportunities-created.js';

/** Of the opportunities opened in the period, those whose account marketing touched in the 90 days before they were opened. */
export const influencedOpportunitiesRecentlyOfAccount = /* @__PURE__ */ (() =>
  ({
    ...opportunitiesCreated,
    id: 'influenced_opportunities_recently_of_account',
    title: 'Marketing-influenced opportunities, within 90 days before creation, touches of the account',
    question: 'How many of the opportunities opened in the period are ones whose account marketing touched in the 90 days before they were opened?',
    hides: 'Touches 91 days before. How many there were, and what else happened. An opportunity of no known account is touched by nobody.',
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
            before: { column: 'row.openedAt', withinMs: 90 * 86_400_000 },
            atLeast: 1,
            atMost: null,
          },
        ],
      },
      settled: ['row.openedAt'],
    },
  }) as const satisfies FactMetric)();
