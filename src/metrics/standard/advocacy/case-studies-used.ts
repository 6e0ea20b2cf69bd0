import type { FactMetric } from '../../definition/metric.js';
import { referencesAgreed } from './references-agreed.js';

/** Case studies that were used in the period. One that is used twice counts twice. */
export const caseStudiesUsed = /* @__PURE__ */ (() =>
  ({
    ...referencesAgreed,
    id: 'case_studies_used',
    title: 'Case studies used',
    question: 'How many case studies were used in the period?',
    hides: 'Whether it helped.',
    source: 'The post-sale loop: customer, advocate, case study, inquiry.',
    basis: {
      ...referencesAgreed.basis,
      where: [{ column: 'row.kind', is: 'equals', value: 'case_study' }, { column: 'row.act', is: 'equals', value: 'used' }],
    },
  }) as const satisfies FactMetric)();
