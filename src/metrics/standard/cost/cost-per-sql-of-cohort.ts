import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { mqlVolume } from '../volume/mql-volume.js';
import { costPerLead } from './cost-per-lead.js';

/** All spend of the period over the leads that first inquired in it and reached the milestone `sql` since. */
export const costPerSqlOfCohort = /* @__PURE__ */ (() =>
  ({
    ...costPerLead,
    id: 'cost_per_sql_of_cohort',
    title: 'Cost per SQL, of the cohort',
    question: 'What did an SQL cost, of the leads that first inquired in the period?',
    hides: 'That a young cohort is dear: its leads have had no time. Spend on leads that inquire later.',
    source: 'Cost by cohort, as against spend and count of one period; it falls as the cohort matures.',
    basis: {
      kind: 'formula',
      inputs: {
        ...costPerLead.basis.inputs,
        units: inputOf({
          ...mqlVolume,
          basis: {
            ...mqlVolume.basis,
            base: { milestone: 'inquiry', pick: 'first' },
            target: { milestone: 'sql', reach: 'strict' },
          },
        }),
      },
    },
  }) as const satisfies FormulaMetric)();
