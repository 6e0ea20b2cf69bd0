import type { FactMetric } from '../../definition/metric.js';
import { opportunitiesCreated } from './opportunities-created.js';

/** Of the opportunities opened in the period, those whose account marketing touched at any time. */
export const influencedOpportunitiesAtAnyTimeOfAccount = /* @__PURE__ */ (() =>
  ({
    ...opportunitiesCreated,
    id: 'influenced_opportunities_at_any_time_of_account',
    title: 'Marketing-influenced opportunities, at any time, touches of the account',
    question: 'How many of the opportunities opened in the period are ones whose account marketing touched at any time?',
    hides: 'Touches that came when the matter was settled: at any time is before it was opened, while it was open, and after it closed. An opportunity of no known account is touched by nobody.',
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
            before: null,
            atLeast: 1,
            atMost: null,
          },
        ],
      },
      settled: ['row.wonAt', 'row.lostAt'],
    },
  }) as const satisfies FactMetric)();
