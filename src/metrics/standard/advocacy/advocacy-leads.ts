import type { FactMetric } from '../../definition/metric.js';
import { advocacyActs } from './advocacy-acts.js';

/** Different leads for which a reference or a case study was used in the period. */
export const advocacyLeads = /* @__PURE__ */ (() =>
  ({
    ...advocacyActs,
    id: 'advocacy_leads',
    title: 'Leads served by advocacy',
    question: 'For how many leads was a reference or a case study used in the period?',
    hides: 'Uses that name no lead: they are counted apart.',
    source: 'Distinct leads named where advocacy was used.',
    dimensions: [],
    measure: { kind: 'distinct', column: 'row.usedFor' },
    basis: { ...advocacyActs.basis, where: [{ column: 'row.act', is: 'equals', value: 'used' }] },
  }) as const satisfies FactMetric)();
