import type { FactMetric } from '../../definition/metric.js';

/** The share of each channel among the attempts of people: the parts add up to the whole. */
export const channelMix = {
  id: 'channel_mix',
  title: 'Channel mix',
  question: 'Which share of the attempts of the period went over which channel?',
  hides: 'How many there were. The whole is always 100 %.',
  source: 'Activity by channel over all activity.',
  unit: 'activity',
  dimensions: ['target.channel'],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'rows',
    table: 'activities',
    date: ['row.at'],
    ahead: false,
    pick: null,
    standing: null,
    where: [{ column: 'row.kind', is: 'equals', value: 'attempt' }, { column: 'row.human', is: 'equals', value: true }],
    target: { is: 'met', all: [{ column: 'row.at', is: 'not_null' }] },
    settled: ['row.at'],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
