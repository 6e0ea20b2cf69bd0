import { openSegments, type ClockColumns, type OpenHours } from 'revpact/sla';
import { DAY, FROM } from '../../calendar/office.js';
import { AS_OF, HELD, LATE, MET, OVERDUE, OWED, type Judged } from '../clocks.js';

/** Where the sums end: late enough for every promise, so that nothing has to be looked up twice. */
const UNTIL = AS_OF + 60 * DAY;

/**
 * The bare kernel: open stretches with prefix sums and a day index, and a loop that says when each clock is due, how much
 * ran and what became of it. Nothing is checked, nothing grows, every moment is known to lie in the table.
 */
export const prefixSums = (open: OpenHours) => {
  const stretches = openSegments(open, FROM, UNTIL);
  const starts = Float64Array.from(stretches, ({ start }) => start);
  const ends = Float64Array.from(stretches, ({ end }) => end);
  const sums = new Float64Array(stretches.length + 1);
  stretches.forEach(({ start, end }, i) => (sums[i + 1] = (sums[i] ?? 0) + end - start));
  const firstOfDay = Int32Array.from({ length: (UNTIL - FROM) / DAY + 1 }, (_, day) => {
    const at = stretches.findIndex(({ end }) => end > FROM + day * DAY);
    return at < 0 ? stretches.length : at;
  });
  const stretchAt = (at: number): number => {
    let i = firstOfDay[Math.floor((at - FROM) / DAY)] ?? 0;
    while ((ends[i] ?? 0) <= at) i += 1;
    return i;
  };
  const openAt = (at: number): number => {
    const i = stretchAt(at);
    return (sums[i] ?? 0) + Math.max(0, at - (starts[i] ?? 0));
  };
  const asOfOpenMs = openAt(AS_OF);

  /** The moment by which so much is open, looked for from a stretch on. */
  const momentWith = (openMs: number, from: number): number => {
    let i = from;
    while ((sums[i + 1] ?? 0) < openMs) i += 1;
    return (ends[i] ?? 0) - (sums[i + 1] ?? 0) + openMs;
  };

  const plain = ({ rows, startedAt, targetOpenMs, stoppedAt }: ClockColumns): Judged => {
    const state = new Uint8Array(rows);
    const dueAt = new Float64Array(rows);
    const ranOpenMs = new Float64Array(rows);
    for (let row = 0; row < rows; row += 1) {
      const start = startedAt[row] ?? 0;
      const first = stretchAt(start);
      const startOpenMs = (sums[first] ?? 0) + Math.max(0, start - (starts[first] ?? 0));
      const due = momentWith(startOpenMs + (targetOpenMs[row] ?? 0), first);
      const stop = stoppedAt[row] ?? NaN;
      const isStopped = stop < AS_OF;
      dueAt[row] = due;
      ranOpenMs[row] = (isStopped ? openAt(stop) : asOfOpenMs) - startOpenMs;
      state[row] = isStopped ? (stop <= due ? MET : LATE) : AS_OF > due ? OVERDUE : OWED;
    }
    return { state, dueAt, ranOpenMs };
  };

  /** The same with pauses that are known to be in order and apart. */
  const held = ({ rows, startedAt, targetOpenMs, stoppedAt, pauses }: ClockColumns): Judged => {
    const state = new Uint8Array(rows);
    const dueAt = new Float64Array(rows);
    const ranOpenMs = new Float64Array(rows);
    for (let row = 0; row < rows; row += 1) {
      const start = startedAt[row] ?? 0;
      const target = targetOpenMs[row] ?? 0;
      const stopped = stoppedAt[row] ?? NaN;
      const isStopped = stopped < AS_OF;
      const stop = isStopped ? stopped : AS_OF;
      const first = stretchAt(start);
      let base = (sums[first] ?? 0) + Math.max(0, start - (starts[first] ?? 0));
      let due = NaN;
      let ran = -1;
      let isHeld = false;
      const end = pauses?.starts[row + 1] ?? 0;
      for (let i = pauses?.starts[row] ?? 0; i < end && !isHeld; i += 1) {
        const from = pauses?.from[i] ?? 0;
        if (from >= AS_OF) break;
        const until = pauses?.until[i] ?? NaN;
        const fromOpenMs = openAt(from);
        if (Number.isNaN(due) && fromOpenMs - base >= target) due = momentWith(base + target, first);
        if (ran < 0 && stop <= from) ran = openAt(stop) - base;
        isHeld = !(until < AS_OF);
        if (ran < 0 && (isHeld || stop < until)) ran = fromOpenMs - base;
        if (!isHeld) base += openAt(until) - fromOpenMs;
      }
      if (Number.isNaN(due) && !isHeld) due = momentWith(base + target, first);
      dueAt[row] = due;
      ranOpenMs[row] = ran < 0 ? openAt(stop) - base : ran;
      state[row] = isStopped ? (stop > due ? LATE : MET) : AS_OF > due ? OVERDUE : Number.isNaN(due) ? HELD : OWED;
    }
    return { state, dueAt, ranOpenMs };
  };
  return { plain, held };
};
