import type { FactMetric } from '../../definition/metric.js';
import { channelMix } from './channel-mix.js';

/** Of the calls of the period, the share that went to accounts on the target list as it then stood. */
export const listCompliance = /* @__PURE__ */ (() =>
  ({
    ...channelMix,
    id: 'list_compliance',
    title: 'List compliance',
    question: 'Of the calls that people made in the period, how many went to accounts on the agreed list?',
    hides: 'Calls to leads of no known account, and calls from before there was a list: both are left out. Whether the list is any good.',
    source: 'Calls to accounts on the active list over calls.',
    dimensions: ['row.person'],
    basis: {
      ...channelMix.basis,
      where: [
        { column: 'row.kind', is: 'equals', value: 'attempt' },
        { column: 'row.channel', is: 'equals', value: 'phone' },
        { column: 'row.human', is: 'equals', value: true },
        { column: 'row.onList', is: 'not_null' },
      ],
      target: { is: 'met', all: [{ column: 'row.onList', is: 'equals', value: true }] },
    },
  }) as const satisfies FactMetric)();
