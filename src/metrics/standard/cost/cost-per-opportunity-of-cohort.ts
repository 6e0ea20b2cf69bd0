import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { mqlVolume } from '../volume/mql-volume.js';
import { costPerLead } from './cost-per-lead.js';

/** All spend of the period over the leads that first inquired in it and reached the milestone `opportunity` since. */
export const costPerOpportunityOfCohort = /* @__PURE__ */ (() =>
  ({
    ...costPerLead,
    id: 'cost_per_opportunity_of_cohort',
    title: 'Cost per opportunity, of the cohort',
    question: 'What did an opportunity cost, of the leads that first inquired in the period?',
    hides: 'That a young cohort is dear: its leads have had no time. Spend on leads that inquire later. Leads are counted, not deals.',
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
            target: { milestone: 'opportunity', reach: 'strict' },
          },
        }),
      },
    },
  }) as const satisfies FormulaMetric)();
