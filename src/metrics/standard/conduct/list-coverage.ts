import type { FactMetric } from '../../definition/metric.js';

/** Of the accounts on the target list at the end of the period, the share that a person called in it. */
export const listCoverage = {
  id: 'list_coverage',
  title: 'List coverage',
  question: 'Of the accounts on the list, how many did anybody call in the period?',
  hides: 'How often, whether anybody answered, and calls to leads of no known account.',
  source: 'Accounts on the list that were called over accounts on the list.',
  unit: 'list entry',
  dimensions: [],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'rows',
    table: 'listEntries',
    date: ['row.listedAt'],
    ahead: false,
    pick: { which: 'last', per: ['row.accountId'], among: [] },
    standing: { until: ['row.delistedAt'] },
    where: [],
    target: {
      is: 'met',
      all: [
        {
          is: 'related',
          table: 'activities',
          on: [{ theirs: 'row.accountId', ours: 'row.accountId' }],
          where: [
            { column: 'row.at', is: 'in_period' },
            { column: 'row.kind', is: 'equals', value: 'attempt' },
            { column: 'row.channel', is: 'equals', value: 'phone' },
            { column: 'row.human', is: 'equals', value: true },
          ],
          at: 'row.at',
          after: null,
          before: null,
          atLeast: 1,
          atMost: null,
        },
      ],
    },
    settled: ['row.listedAt'],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
