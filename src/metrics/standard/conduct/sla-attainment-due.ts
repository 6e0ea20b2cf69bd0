import type { FactMetric } from '../../definition/metric.js';

/** Met over all clocks that came due in the period; waived, excused and cancelled ones are in neither. */
export const slaAttainmentDue = {
  id: 'sla_attainment_due',
  title: 'SLA attainment, by due date',
  question: 'Of the promises that came due in the period, how many were kept?',
  hides: 'How late the others were, and promises that are paused without end: they are not due. One answered late is not kept.',
  source: 'The same share by the due date, so that every promise in it is decided.',
  unit: 'clock',
  dimensions: ['row.clause'],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'rows',
    table: 'clocks',
    date: ['row.dueAt'],
    ahead: false,
    pick: null,
    standing: null,
    where: [
      { is: 'any', of: [{ column: 'row.stoppedAt', is: 'not_after', other: 'row.dueAt' }, { column: 'row.cancelledAt', is: 'null' }] },
      { is: 'any', of: [{ column: 'row.stoppedAt', is: 'not_after', other: 'row.dueAt' }, { column: 'row.waivedAt', is: 'null' }] },
      { is: 'any', of: [{ column: 'row.stoppedAt', is: 'not_after', other: 'row.dueAt' }, { column: 'row.excusedBy', is: 'null' }] },
      { column: 'row.unproven', is: 'equals', value: false },
    ],
    target: { is: 'met', all: [{ column: 'row.stoppedAt', is: 'not_after', other: 'row.dueAt' }] },
    settled: ['row.dueAt'],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
