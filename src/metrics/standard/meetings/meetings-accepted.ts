import type { FactMetric } from '../../definition/metric.js';
import { meetingsSet } from './meetings-set.js';

/** Meetings that their receiver accepted as qualified in the period. */
export const meetingsAccepted = /* @__PURE__ */ (() =>
  ({
    ...meetingsSet,
    id: 'meetings_accepted',
    title: 'Meetings accepted',
    question: 'How many meetings did sales accept as qualified in the period?',
    hides: 'Meetings nobody has judged yet, and why others were declined.',
    source: 'The third of three states that growthhacksuite.com (?p=3889) keeps apart: set, held, accepted.',
    basis: { ...meetingsSet.basis, date: ['row.acceptedAt'] },
  }) as const satisfies FactMetric)();
