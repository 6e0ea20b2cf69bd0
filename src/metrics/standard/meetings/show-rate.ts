import type { FactMetric } from '../../definition/metric.js';
import { meetingsSet } from './meetings-set.js';

/** Held over meetings whose start has come. A chain of reschedulings is one meeting; one cancelled before its start, and neither held nor missed after that, is none. */
export const showRateMetric = /* @__PURE__ */ (() =>
  ({
    ...meetingsSet,
    id: 'show_rate',
    title: 'Show rate',
    question: 'Of the meetings due in the period and not called off before, how many took place?',
    hides: 'Meetings that were called off in time, and those moved out of the period. Past its start and without a record, a meeting counts against the rate and is open.',
    source: 'Rekener, demo complete rate: 18 of 25 is 72 %. Whether cancelled meetings count is a choice that vendors leave open.',
    measure: { kind: 'share', digits: 4, rounding: 'half-even' },
    basis: {
      ...meetingsSet.basis,
      date: ['row.startsAt'],
      where: [
        {
          is: 'any',
          of: [
            { column: 'row.cancelledAt', is: 'null' },
            { column: 'row.startsAt', is: 'not_after', other: 'row.cancelledAt' },
            // Called off and then agreed on anew.
            { column: 'row.heldAt', is: 'not_null' },
            { column: 'row.cancelledAt', is: 'not_after', other: 'row.noShowAt' },
          ],
        },
      ],
      target: { is: 'met', all: [{ column: 'row.heldAt', is: 'not_null' }] },
      settled: ['row.noShowAt', 'row.cancelledAt'],
    },
  }) as const satisfies FactMetric)();
