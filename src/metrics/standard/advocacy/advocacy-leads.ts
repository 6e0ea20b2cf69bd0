import type { FactMetric } from '../../definition/metric.js';

/** Different leads for which a reference or a case study was used in the period. */
export const advocacyLeads = {
  id: 'advocacy_leads',
  title: 'Leads served by advocacy',
  question: 'For how many leads was a reference or a case study used in the period?',
  hides: 'Uses that name no lead: they are counted apart.',
  source: 'Distinct leads named where advocacy was used.',
  unit: 'advocacy',
  dimensions: [],
  measure: { kind: 'distinct', column: 'row.usedFor' },
  basis: {
    kind: 'rows',
    table: 'advocacy',
    date: ['row.at'],
    ahead: false,
    pick: null,
    standing: null,
    where: [{ column: 'row.act', is: 'equals', value: 'used' }],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
