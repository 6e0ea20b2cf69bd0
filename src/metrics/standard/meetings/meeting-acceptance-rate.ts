import type { FactMetric } from '../../definition/metric.js';
import { meetingsHeld } from './meetings-held.js';

/** Accepted over held meetings. */
export const meetingAcceptanceRate = /* @__PURE__ */ (() =>
  ({
    ...meetingsHeld,
    id: 'meeting_acceptance_rate',
    title: 'Meeting acceptance rate',
    question: 'Of the meetings held in the period, how many did sales accept as qualified?',
    hides: 'Silence: a meeting without a verdict counts against the rate and is open.',
    source: 'Accepted over held, as growthhacksuite.com (?p=3889) keeps the states apart.',
    measure: { kind: 'share', digits: 4, rounding: 'half-even' },
    basis: {
      ...meetingsHeld.basis,
      target: { is: 'met', all: [{ column: 'row.acceptedAt', is: 'not_null' }] },
      settled: ['row.declinedAt'],
    },
  }) as const satisfies FactMetric)();
