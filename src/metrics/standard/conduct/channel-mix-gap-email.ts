import type { FormulaMetric } from '../../definition/metric.js';

/** The share of attempts over `email` less the share that was agreed, the parameter `agreed_email_share`. */
export const channelMixGapEmail = {
  id: 'channel_mix_gap_email',
  title: 'Email share against the agreed mix',
  question: 'By how much does the share of attempts over email differ from what was agreed?',
  hides: 'How many attempts there were, and over which channels the difference went.',
  source: 'Activity by channel against the agreed mix.',
  unit: 'period',
  dimensions: [],
  measure: {
    kind: 'formula',
    steps: [
      { name: 'share', op: 'divide', left: { input: 'email' }, right: { input: 'attempts' } },
      { name: 'gap', op: 'subtract', left: { step: 'share' }, right: { parameter: 'agreed_email_share' } },
    ],
    of: 'number',
    digits: 4,
    rounding: 'half-even',
  },
  basis: {
    kind: 'formula',
    inputs: {
      email: {
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
            { column: 'row.channel', is: 'equals', value: 'email' },
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
