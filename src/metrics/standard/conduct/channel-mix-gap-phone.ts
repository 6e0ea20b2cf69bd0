import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { attemptsByChannel } from './attempts-by-channel.js';
import { channelMixGapEmail } from './channel-mix-gap-email.js';

/** The share of attempts over `phone` less the share that was agreed, the parameter `agreed_phone_share`. */
export const channelMixGapPhone = /* @__PURE__ */ (() =>
  ({
    ...channelMixGapEmail,
    id: 'channel_mix_gap_phone',
    title: 'Phone share against the agreed mix',
    question: 'By how much does the share of attempts over phone differ from what was agreed?',
    hides: 'How many attempts there were, and over which channels the difference went.',
    source: 'Activity by channel against the agreed mix.',
    measure: {
      ...channelMixGapEmail.measure,
      steps: [
        { name: 'share', op: 'divide', left: { input: 'phone' }, right: { input: 'attempts' } },
        { name: 'gap', op: 'subtract', left: { step: 'share' }, right: { parameter: 'agreed_phone_share' } },
      ],
    },
    basis: {
      kind: 'formula',
      inputs: {
        phone: inputOf({
          ...attemptsByChannel,
          basis: { ...attemptsByChannel.basis, where: [...attemptsByChannel.basis.where, { column: 'row.channel', is: 'equals', value: 'phone' }] },
        }),
        attempts: inputOf(attemptsByChannel),
      },
    },
  }) as const satisfies FormulaMetric)();
