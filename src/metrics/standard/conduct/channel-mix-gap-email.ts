import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { attemptsByChannel } from './attempts-by-channel.js';

/** The share of attempts over `email` less the share that was agreed, the parameter `agreed_email_share`. */
export const channelMixGapEmail = /* @__PURE__ */ (() =>
  ({
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
        email: inputOf({
          ...attemptsByChannel,
          basis: { ...attemptsByChannel.basis, where: [...attemptsByChannel.basis.where, { column: 'row.channel', is: 'equals', value: 'email' }] },
        }),
        attempts: inputOf(attemptsByChannel),
      },
    },
  }) as const satisfies FormulaMetric)();
