import type { FactMetric } from '../../definition/metric.js';
import { referencesAgreed } from './references-agreed.js';

/** Case studies that were made in the period. */
export const caseStudiesMade = /* @__PURE__ */ (() =>
  ({
    ...referencesAgreed,
    id: 'case_studies_made',
    title: 'Case studies made',
    question: 'How many case studies were made in the period?',
    hides: 'Whether anybody uses them.',
    source: 'The post-sale loop: customer, advocate, case study, inquiry.',
    basis: {
      ...referencesAgreed.basis,
      where: [{ column: 'row.kind', is: 'equals', value: 'case_study' }, { column: 'row.act', is: 'equals', value: 'made' }],
    },
  }) as const satisfies FactMetric)();
