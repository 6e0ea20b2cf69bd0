import type { FactMetric } from '../../definition/metric.js';
import { slaAttainment } from './sla-attainment.js';

/** Met over all clocks that came due in the period; waived, excused and cancelled ones are in neither. */
export const slaAttainmentDue = /* @__PURE__ */ (() =>
  ({
    ...slaAttainment,
    id: 'sla_attainment_due',
    title: 'SLA attainment, by due date',
    question: 'Of the promises that came due in the period, how many were kept?',
    hides: 'How late the others were, and promises that are paused without end: they are not due. One answered late is not kept.',
    source: 'The same share by the due date, so that every promise in it is decided.',
    basis: { ...slaAttainment.basis, date: ['row.dueAt'], maturity: 'flag' },
  }) as const satisfies FactMetric)();
