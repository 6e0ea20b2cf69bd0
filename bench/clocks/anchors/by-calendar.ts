import type { ClockColumns } from 'revpact/sla';
import type { Additions, Spans } from '../../calendar/questions.js';
import { AS_OF, LATE, MET, OVERDUE, OWED, type Judged } from '../clocks.js';

/** What packages for business time offer. */
export interface BusinessTime {
  readonly elapsed: (spans: Spans) => Float64Array;
  readonly add: (additions: Additions) => Float64Array;
}

/** Clocks as one judges them with such a package: add the promise to the start, compare, and ask how much has passed. */
export const byCalendar =
  ({ elapsed, add }: BusinessTime) =>
  ({ startedAt, targetOpenMs, stoppedAt }: ClockColumns): Judged => {
    const to = stoppedAt.map((stop) => (stop < AS_OF ? stop : AS_OF));
    const dueAt = add({ from: startedAt, openMs: targetOpenMs });
    return {
      dueAt,
      ranOpenMs: elapsed({ from: startedAt, to }),
      state: Uint8Array.from(dueAt, (due, row) => {
        const stop = stoppedAt[row] ?? NaN;
        return stop < AS_OF ? (stop <= due ? MET : LATE) : AS_OF > due ? OVERDUE : OWED;
      }),
    };
  };
