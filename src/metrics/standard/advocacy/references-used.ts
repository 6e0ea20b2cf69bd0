import type { FactMetric } from '../../definition/metric.js';
import { referencesAgreed } from './references-agreed.js';

/** References that were used in the period. One that is used twice counts twice. */
export const referencesUsed = /* @__PURE__ */ (() =>
  ({
    ...referencesAgreed,
    id: 'references_used',
    title: 'References used',
    question: 'How many references were used in the period?',
    hides: 'Whether it helped.',
    source: 'The post-sale loop: customer, advocate, case study, inquiry.',
    basis: {
      ...referencesAgreed.basis,
      where: [{ column: 'row.kind', is: 'equals', value: 'reference' }, { column: 'row.act', is: 'equals', value: 'used' }],
    },
  }) as const satisfies FactMetric)();
