import type { FormulaMetric } from '../../definition/metric.js';

/** The share of attempts over `social` less the share that was agreed, the parameter `agreed_social_share`. */
export const channelMixGapSocial = {
  id: 'channel_mix_gap_social',
  title: 'Social share against the agreed mix',
  question: 'By how much does the share of attempts over social differ from what was agreed?',
  hides: 'How many attempts there were, and over which channels the difference went.',
  source: 'Activity by channel against the agreed mix.',
  unit: 'period',
  dimensions: [],
  measure: {
    kind: 'formula',
    steps: [
      { name: 'share', op: 'divide', left: { input: 'social' }, right: { input: 'attempts' } },
      { name: 'gap', op: 'subtract', left: { step: 'share' }, right: { parameter: 'agreed_social_share' } },
    ],
    of: 'number',
    digits: 4,
    rounding: 'half-even',
  },
  basis: {
    kind: 'formula',
    inputs: {
      social: {
        unit: 'activity',
        measure: { kind: 'count' },
        basis: {
          kind: 'rows',
          table: 'activities',
          date: ['row.at'],
          ahead: false,
          pick: null,
          standing: null,
          where: [
            { column: 'row.kind', is: 'equals', value: 'attempt' },
            { column: 'row.human', is: 'equals', value: true },
            { column: 'row.channel', is: 'equals', value: 'social' },
          ],
          target: null,
          settled: [],
          maturity: 'flag',
        },
        shift: 0,
      },
      attempts: {
        unit: 'activity',
        measure: { kind: 'count' },
        basis: {
          kind: 'rows',
          table: 'activities',
          date: ['row.at'],
          ahead: false,
          pick: null,
          standing: null,
          where: [{ column: 'row.kind', is: 'equals', value: 'attempt' }, { column: 'row.human', is: 'equals', value: true }],
          target: null,
          settled: [],
          maturity: 'flag',
        },
        shift: 0,
      },
    },
  },
} as const satisfies FormulaMetric;
