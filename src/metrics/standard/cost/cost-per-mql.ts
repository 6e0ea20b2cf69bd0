import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { mqlVolume } from '../volume/mql-volume.js';
import { costPerLead } from './cost-per-lead.js';

/** All spend of the period over the leads that first became MQL in it. */
export const costPerMql = /* @__PURE__ */ (() =>
  ({
    ...costPerLead,
    id: 'cost_per_mql',
    title: 'Cost per MQL',
    question: 'What did a lead cost that first became MQL in the period?',
    hides: 'Spend and MQLs of one period, whichever belongs to which: those who qualify now were paid for earlier.',
    source: 'Spend of the period over MQLs of the period.',
    basis: { kind: 'formula', inputs: { ...costPerLead.basis.inputs, units: inputOf(mqlVolume) } },
  }) as const satisfies FormulaMetric)();
