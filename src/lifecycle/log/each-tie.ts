/** When events of a log happened, by their places. */
export interface Course {
  readonly at: (place: number) => number;
  /** The source's own order; a number like any other where it has none. */
  readonly seq: (place: number) => number;
  /** The first moment after its day where an event is known to the day only; else `NaN`. */
  readonly dayEnd: (place: number) => number;
  /** Two at one moment, and nothing but their places says which came first. */
  readonly byRow: (first: number, second: number) => void;
  /** One that is known to the day only, and another that lies on that day. A day may be named with several others. */
  readonly byDay: (day: number, other: number) => void;
}

/**
 * Find every event of one lead that is tied with another, in one pass: each is named at least once, but not with each that
 * it is tied with.
 *
 * @param places - The lead's events in the total order.
 */
export const eachTie = (places: ArrayLike<number>, course: Course): void => {
  const { at, dayEnd, byDay } = course;
  // Of the days so far, the one that ends last, and those on which nothing else is known to lie yet.
  let longest = -1;
  let alone: number[] = [];
  for (let from = 0, to = 0; from < places.length; from = to) {
    const first = places[from] ?? 0;
    const now = at(first);
    to = from + 1;
    while (to < places.length && at(places[to] ?? 0) === now) to += 1;
    for (const day of alone) if (dayEnd(day) > now) byDay(day, first);
    if (longest >= 0 && dayEnd(longest) > now) for (let i = from; i < to; i += 1) byDay(longest, places[i] ?? 0);
    alone = tieMoment(places, from, to, course);
    for (let i = from; i < to; i += 1) {
      const place = places[i] ?? 0;
      if (dayEnd(place) > (longest < 0 ? -Infinity : dayEnd(longest))) longest = place;
    }
  }
};

/** Ties among the events of one moment. Returns those known to the day only beside which no exact one stands. */
const tieMoment = (places: ArrayLike<number>, from: number, to: number, { seq, dayEnd, byRow, byDay }: Course): number[] => {
  const alone: number[] = [];
  let [firstExact, firstDay, lastExact, lastDay] = [-1, -1, -1, -1];
  for (let i = from; i < to; i += 1) {
    const place = places[i] ?? 0;
    const isDay = !Number.isNaN(dayEnd(place));
    const before = isDay ? lastDay : lastExact;
    if (before >= 0 && seq(before) === seq(place)) byRow(before, place);
    if (isDay) {
      lastDay = place;
      if (firstDay < 0) firstDay = place;
      alone.push(place);
    } else {
      lastExact = place;
      if (firstExact < 0) firstExact = place;
      if (firstDay >= 0) byDay(firstDay, place);
    }
  }
  if (firstExact < 0 || firstDay < 0) return alone;
  for (const day of alone) byDay(day, firstExact);
  // Exact ones that stood before the first known to the day lie on its day too.
  for (let i = from; i < to && places[i] !== firstDay; i += 1) byDay(firstDay, places[i] ?? 0);
  return [];
};
