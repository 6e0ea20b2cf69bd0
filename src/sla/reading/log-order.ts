import { byText } from '../../kernel/group.js';
import type { Facts } from '../../vocabulary/fact.js';
import type { Moment } from '../clock/course.js';

/** The order of what happened: by moment, and at one moment as the resolved log has it. */
export interface LogOrder {
  /** Whether one came after the other. At one moment, where the log has no place for either, it counts as later. */
  readonly isAfter: (one: Moment, other: Moment) => boolean;
  /** For sorting: the same result however the rows were ordered. */
  readonly compare: (a: Moment, b: Moment) => number;
}

/** The order of a log, from the places that `leadEvents` name. They are looked at only where two things share a moment. */
export const logOrder = ({ leadEvents }: Facts): LogOrder => {
  let places: ReadonlyMap<string, number> | null = null;
  const placeOf = (event: string): number | undefined => (places ??= new Map(leadEvents.map(({ eventId, order }) => [eventId, order]))).get(event);
  const between = (a: Moment, b: Moment): number | null => {
    const [placeA, placeB] = [placeOf(a.event), placeOf(b.event)];
    return placeA === undefined || placeB === undefined ? null : placeA - placeB;
  };
  return {
    isAfter: (one, other) => one.at > other.at || (one.at === other.at && one.event !== other.event && (between(one, other) ?? 1) > 0),
    compare: (a, b) => a.at - b.at || (between(a, b) ?? byText(a.event, b.event)),
  };
};
