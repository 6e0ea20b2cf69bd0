import type { FactMetric } from '../../definition/metric.js';

/** Of the opportunities that first reached a stage in the period and are closed, those won; for each stage. */
export const winRateFromStage = {
  id: 'win_rate_from_stage',
  title: 'Win rate, from a stage',
  question: 'Of the opportunities that first reached a stage in the period and are closed, how many were won?',
  hides: 'The open ones, and deals that skipped the stage. Over all stages together a deal counts once for each that it reached: read it by stage.',
  source: 'orm-tech: win rate from stage X, beside that of all closed deals.',
  unit: 'state of an opportunity',
  dimensions: ['row.stage'],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'rows',
    table: 'opportunityStates',
    date: ['row.from'],
    ahead: false,
    pick: { which: 'first', per: ['row.opportunityId', 'row.stage'], among: [{ column: 'row.status', is: 'equals', value: 'open' }] },
    standing: null,
    where: [
      {
        is: 'related',
        table: 'opportunityStates',
        on: [{ theirs: 'row.opportunityId', ours: 'row.opportunityId' }],
        where: [
          { column: 'row.until', is: 'null' },
          { column: 'row.status', is: 'one_of', values: ['won', 'lost'] },
        ],
        at: 'row.from',
        after: null,
        before: null,
        atLeast: 1,
        atMost: null,
      },
    ],
    target: {
      is: 'met',
      all: [
        {
          is: 'related',
          table: 'opportunityStates',
          on: [{ theirs: 'row.opportunityId', ours: 'row.opportunityId' }],
          where: [
            { column: 'row.until', is: 'null' },
            { column: 'row.status', is: 'equals', value: 'won' },
          ],
          at: 'row.from',
          after: null,
          before: null,
          atLeast: 1,
          atMost: null,
        },
      ],
    },
    settled: ['row.from'],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
