import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { opportunitiesCreated } from '../pipeline/opportunities-created.js';
import { costPerLead } from './cost-per-lead.js';

/** All spend of the period over the opportunities opened in it. */
export const costPerOpportunity = /* @__PURE__ */ (() =>
  ({
    ...costPerLead,
    id: 'cost_per_opportunity',
    title: 'Cost per opportunity',
    question: 'What did an opportunity cost that was opened in the period?',
    hides: 'What it is worth, and that spend goes before: those opened now were paid for earlier.',
    source: 'Spend of the period over opportunities of the period.',
    basis: { kind: 'formula', inputs: { ...costPerLead.basis.inputs, units: inputOf(opportunitiesCreated) } },
  }) as const satisfies FormulaMetric)();
