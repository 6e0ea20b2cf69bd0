import type { FactMetric } from '../../definition/metric.js';
import { meetingsSet } from './meetings-set.js';

/** Meetings that took place in the period. */
export const meetingsHeld = /* @__PURE__ */ (() =>
  ({
    ...meetingsSet,
    id: 'meetings_held',
    title: 'Meetings held',
    question: 'How many meetings took place in the period?',
    hides: 'What they led to, and how many were set for it.',
    source: 'The second of three states that growthhacksuite.com (?p=3889) keeps apart: set, held, accepted.',
    basis: { ...meetingsSet.basis, date: ['row.heldAt'] },
  }) as const satisfies FactMetric)();
