import type { FactMetric } from '../../definition/metric.js';
import { influencedOpportunitiesBeforeCreationOfAccount } from './influenced-opportunities-before-creation-of-account.js';

/** Of the opportunities won in the period, those whose account marketing touched before they were won. */
export const influencedWinsOfAccount = /* @__PURE__ */ (() =>
  ({
    ...influencedOpportunitiesBeforeCreationOfAccount,
    id: 'influenced_wins_of_account',
    title: 'Marketing-influenced wins, before close, touches of the account',
    question: 'How many of the opportunities won in the period are ones whose account marketing touched before they were won?',
    hides: 'Touches that came between the decision and its record. A touch on the way counts whatever it did.',
    basis: {
      ...influencedOpportunitiesBeforeCreationOfAccount.basis,
      date: ['row.wonAt'],
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
            before: { column: 'row.wonAt', withinMs: null },
            atLeast: 1,
            atMost: null,
          },
        ],
      },
      settled: ['row.wonAt'],
    },
  }) as const satisfies FactMetric)();
