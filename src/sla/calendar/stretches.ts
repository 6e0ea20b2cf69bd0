import type { Instant } from '../../kernel/instant.js';
import { offsetChanges, offsetReader } from '../../kernel/zone.js';
import type { Calendar } from '../../vocabulary/calendar.js';
import type { Segment } from './segment.js';
import { wallHours } from './wall-hours.js';

/** The open stretches between two moments, cut off at both: ascending and apart. */
export type Stretches = (from: Instant, to: Instant) => readonly Segment[];

/** The open stretches of a calendar that was checked: for each stretch of constant offset, what the wall clock shows meanwhile. */
export const stretchesOf = (calendar: Calendar): Stretches => {
  const wall = wallHours(calendar);
  const offsetAt = offsetReader(calendar.zone);
  return (from, to) => {
    const found: Segment[] = [];
    const changes = offsetChanges(calendar.zone, from, to, offsetAt);
    changes.forEach(({ at, offset }, i) => {
      wall(at + offset, (changes[i + 1]?.at ?? to) + offset, (opens, closes) => {
        const [start, end] = [opens - offset, closes - offset];
        const last = found.at(-1);
        // Where the clocks change within open hours, real time goes on without a gap.
        if (last?.end === start) found[found.length - 1] = { start: last.start, end };
        else found.push({ start, end });
      });
    });
    return found;
  };
};
