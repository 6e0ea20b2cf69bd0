import type { FactMetric } from '../../definition/metric.js';
import { attemptsByPerson } from './attempts-by-person.js';

/** Different leads that a person tried to reach or spoke with in the period, by person. */
export const leadsWorked = /* @__PURE__ */ (() =>
  ({
    ...attemptsByPerson,
    id: 'leads_worked',
    title: 'Leads worked, by person',
    question: 'On how many leads did each person work in the period?',
    hides: 'How much work each was. A lead that two people worked on counts for both, and once in the whole.',
    source: 'Distinct leads with activity of a person.',
    measure: { kind: 'distinct', column: 'row.leadId' },
    basis: { ...attemptsByPerson.basis, where: [{ column: 'row.human', is: 'equals', value: true }] },
  }) as const satisfies FactMetric)();
