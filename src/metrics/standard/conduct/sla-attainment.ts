import type { FactMetric } from '../../definition/metric.js';

/**
 * Met over met, answered late and breached, of clocks that began in the period and are decided; waived, excused and cancelled
 * ones are in neither.
 */
export const slaAttainment = {
  id: 'sla_attainment',
  title: 'SLA attainment, by start',
  question: 'Of the promises that began to run in the period and are decided, how many were kept?',
  hides: 'How late the others were. While the period is young those kept early are in and those still running are not: read it by due date then. One answered late is not kept.',
  source: 'Met over met, met late, breached and open, and expired. Zendesk and Chatwoot call a late answer missed; Salesforce fires success for it.',
  unit: 'clock',
  dimensions: ['row.clause'],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'rows',
    table: 'clocks',
    date: ['row.startedAt'],
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
    maturity: 'decided',
  },
} as const satisfies FactMetric;
