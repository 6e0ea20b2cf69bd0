import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { salVolume } from '../volume/sal-volume.js';
import { costPerLead } from './cost-per-lead.js';

/** All spend of the period over the leads that first reached the milestone `accepted` in it. */
export const costPerSal = /* @__PURE__ */ (() =>
  ({
    ...costPerLead,
    id: 'cost_per_sal',
    title: 'Cost per SAL',
    question: 'What did a lead cost that first reached SAL in the period?',
    hides: 'Spend and SALs of one period, whichever belongs to which: those who get there now were paid for earlier.',
    source: 'Spend of the period over SALs of the period.',
    basis: { kind: 'formula', inputs: { ...costPerLead.basis.inputs, units: inputOf(salVolume) } },
  }) as const satisfies FormulaMetric)();
