import type { FactMetric } from '../../definition/metric.js';
import { referencesAgreed } from './references-agreed.js';

/** References that were made in the period. */
export const referencesMade = /* @__PURE__ */ (() =>
  ({
    ...referencesAgreed,
    id: 'references_made',
    title: 'References made',
    question: 'How many references were made in the period?',
    hides: 'Whether anybody uses them.',
    source: 'The post-sale loop: customer, advocate, case study, inquiry.',
    basis: {
      ...referencesAgreed.basis,
      where: [{ column: 'row.kind', is: 'equals', value: 'reference' }, { column: 'row.act', is: 'equals', value: 'made' }],
    },
  }) as const satisfies FactMetric)();
