import type { FactMetric } from '../../definition/metric.js';
import { referencesAgreed } from './references-agreed.js';

/** Case studies that were agreed in the period. */
export const caseStudiesAgreed = /* @__PURE__ */ (() =>
  ({
    ...referencesAgreed,
    id: 'case_studies_agreed',
    title: 'Case studies agreed',
    question: 'How many case studies were agreed in the period?',
    hides: 'Whether anything came of the promise.',
    source: 'The post-sale loop: customer, advocate, case study, inquiry.',
    basis: {
      ...referencesAgreed.basis,
      where: [{ column: 'row.kind', is: 'equals', value: 'case_study' }, { column: 'row.act', is: 'equals', value: 'agreed' }],
    },
  }) as const satisfies FactMetric)();
