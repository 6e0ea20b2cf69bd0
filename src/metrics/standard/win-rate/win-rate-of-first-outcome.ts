import type { FactMetric } from '../../definition/metric.js';

/** Won over won and lost by an opportunity's first outcome, of those first closed in the period. */
export const winRateOfFirstOutcome = {
  id: 'win_rate_of_first_outcome',
  title: 'Win rate, of first outcomes',
  question: 'Of the opportunities first closed in the period, how many were won at the first attempt?',
  hides: 'What became of them: one that was lost, reopened and won is lost here, and won by its last outcome.',
  source: 'Reopened opportunities as a choice that win rates leave unsaid; the last outcome is the usual one.',
  unit: 'state of an opportunity',
  dimensions: ['row.type'],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'rows',
    table: 'opportunityStates',
    date: ['row.from'],
    ahead: false,
    pick: {
      which: 'first',
      per: ['row.opportunityId'],
      among: [{ column: 'row.status', is: 'one_of', values: ['won', 'lost'] }],
    },
    standing: null,
    where: [],
    target: { is: 'met', all: [{ column: 'row.status', is: 'equals', value: 'won' }] },
    settled: ['row.from'],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
