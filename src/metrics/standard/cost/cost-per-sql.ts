import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { sqlVolume } from '../volume/sql-volume.js';
import { costPerLead } from './cost-per-lead.js';

/** All spend of the period over the leads that first reached the milestone `sql` in it. */
export const costPerSql = /* @__PURE__ */ (() =>
  ({
    ...costPerLead,
    id: 'cost_per_sql',
    title: 'Cost per SQL',
    question: 'What did a lead cost that first reached SQL in the period?',
    hides: 'Spend and SQLs of one period, whichever belongs to which: those who get there now were paid for earlier.',
    source: 'Spend of the period over SQLs of the period.',
    basis: { kind: 'formula', inputs: { ...costPerLead.basis.inputs, units: inputOf(sqlVolume) } },
  }) as const satisfies FormulaMetric)();
