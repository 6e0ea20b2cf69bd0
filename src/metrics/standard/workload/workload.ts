import type { FormulaMetric } from '../../definition/metric.js';

/** Leads worked by a person over what that person can take on: the days of the quota `workload` that have begun. */
export const workload = {
  id: 'workload',
  title: 'Workload against capacity, by person',
  question: 'How much of what each person can take on did they work on?',
  hides: 'How hard the cases were. Somebody without a quota has none to be measured against.',
  source: 'Workload by person against agreed capacity (headcount, ramp, leads per person).',
  unit: 'period',
  dimensions: ['row.person'],
  measure: {
    kind: 'formula',
    steps: [{ name: 'load', op: 'divide', left: { input: 'worked' }, right: { input: 'capacity' } }],
    of: 'number',
    digits: 4,
    rounding: 'half-even',
  },
  basis: {
    kind: 'formula',
    inputs: {
      worked: {
        unit: 'activity',
        measure: { kind: 'distinct', column: 'row.leadId' },
        basis: {
          kind: 'rows',
          table: 'activities',
          date: ['row.at'],
          ahead: false,
          pick: null,
          standing: null,
          where: [{ column: 'row.human', is: 'equals', value: true }],
          target: null,
          settled: [],
          maturity: 'flag',
        },
        shift: 0,
      },
      capacity: {
        unit: 'day of a quota',
        measure: { kind: 'total', column: 'row.count' },
        basis: {
          kind: 'rows',
          table: 'quotas',
          date: ['row.at'],
          ahead: false,
          pick: null,
          standing: null,
          where: [{ column: 'row.kind', is: 'equals', value: 'workload' }],
          target: null,
          settled: [],
          maturity: 'flag',
        },
        shift: 0,
      },
    },
  },
} as const satisfies FormulaMetric;
