import type { FactMetric } from '../../definition/metric.js';
import { leakUnrouted } from './leak-unrouted.js';

/** Of the leads that first became MQL in the period, at least 7 days ago, the share that was never assigned to anybody and has not left. */
export const leakUnowned = /* @__PURE__ */ (() =>
  ({
    ...leakUnrouted,
    id: 'leak_unowned',
    title: 'Leak: unowned',
    question: 'Of the MQLs of the period that are at least a week old, how many has nobody ever held?',
    hides: 'Leads whose owner has left the company or does nothing.',
    source: 'No formula is accepted; LeanData and ixia name kinds of leaks. Here: an MQL of at least 7 days that was never assigned, and that has not left by an exit.',
    basis: {
      ...leakUnrouted.basis,
      target: { is: 'met', all: [{ column: 'row.assignedAt', is: 'null' }, leakUnrouted.basis.target.all[1]] },
    },
  }) as const satisfies FactMetric)();
