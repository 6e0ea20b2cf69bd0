import type { FactMetric } from '../../definition/metric.js';
import { advocacyActs } from './advocacy-acts.js';

/** References that were agreed in the period. */
export const referencesAgreed = /* @__PURE__ */ (() =>
  ({
    ...advocacyActs,
    id: 'references_agreed',
    title: 'References agreed',
    question: 'How many references were agreed in the period?',
    hides: 'Whether anything came of the promise.',
    source: 'The post-sale loop: customer, advocate, case study, inquiry.',
    dimensions: [],
    basis: {
      ...advocacyActs.basis,
      where: [{ column: 'row.kind', is: 'equals', value: 'reference' }, { column: 'row.act', is: 'equals', value: 'agreed' }],
    },
  }) as const satisfies FactMetric)();
