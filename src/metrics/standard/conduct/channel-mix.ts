import type { FactMetric } from '../../definition/metric.js';
import { attemptsByChannel } from './attempts-by-channel.js';

/** The share of each channel among the attempts of people: the parts add up to the whole. */
export const channelMix = /* @__PURE__ */ (() =>
  ({
    ...attemptsByChannel,
    id: 'channel_mix',
    title: 'Channel mix',
    question: 'Which share of the attempts of the period went over which channel?',
    hides: 'How many there were. The whole is always 100 %.',
    source: 'Activity by channel over all activity.',
    dimensions: ['target.channel'],
    measure: { kind: 'share', digits: 4, rounding: 'half-even' },
    basis: { ...attemptsByChannel.basis, target: { is: 'met', all: [{ column: 'row.at', is: 'not_null' }] }, settled: ['row.at'] },
  }) as const satisfies FactMetric)();
