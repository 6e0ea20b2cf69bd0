import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { newCustomers } from '../revenue/new-customers.js';
import { cacFullyLoaded } from './cac-fully-loaded.js';
import { cacMedia } from './cac-media.js';

/** Media spend of the period over the new customers whose first touch was of a campaign that media money went into. */
export const cacPaid = /* @__PURE__ */ (() =>
  ({
    ...cacFullyLoaded,
    id: 'cac_paid',
    title: 'CAC, paid',
    question: 'What did a new customer cost who came through paid media?',
    hides: 'Customers who came through paid media and were first touched otherwise. Spend on campaigns nobody named.',
    source: 'blufire: paid spend over paid-acquired customers, as against blended.',
    dimensions: [],
    basis: {
      kind: 'formula',
      inputs: {
        spend: cacMedia.basis.inputs.spend,
        customers: inputOf({
          ...newCustomers,
          basis: {
            ...newCustomers.basis,
            where: [
              ...newCustomers.basis.where,
              {
                is: 'related',
                table: 'spend',
                on: [{ theirs: 'row.campaign', ours: 'row.firstTouchCampaign' }],
                where: [{ column: 'row.kind', is: 'equals', value: 'media' }],
                at: 'row.at',
                after: null,
                before: null,
                atLeast: 1,
                atMost: null,
              },
            ],
          },
        }),
      },
    },
  }) as const satisfies FormulaMetric)();
