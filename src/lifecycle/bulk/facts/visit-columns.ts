import type { StageVisitFact } from '../../../vocabulary/fact.js';
import type { TableColumns } from '../../../vocabulary/fact-columns.js';
import { INFERRED, LEGAL, OPEN } from '../replay-many.js';
import { daysAt, idsAt, lazily, leadsAt, momentsAt, noPlaces, numbered, numbers, ordersAt, partiesAt, words } from './columns.js';
import { ANSWERS, type Course } from './course.js';

/** The stays of `replay`, from columns: lead by lead, in order. What only an event's own probability says is left out. */
export const visitColumns = (course: Course): TableColumns<StageVisitFact> => {
  const { log, visits, table } = course;
  const { count, stage, entered, entry, flags } = visits;
  // `OPEN` has all bits set: as a signed number it is `NONE`.
  const left = new Int32Array(visits.left.buffer, visits.left.byteOffset, count);
  return {
    rows: count,
    columns: lazily<keyof StageVisitFact>({
      leadId: () => leadsAt(log, entered),
      visit: () => numbers(nthIn(visits)),
      stage: () => words(Int32Array.from(stage), table.stages),
      entry: () => numbers(Float64Array.from(entry)),
      enteredAt: () => momentsAt(log, entered),
      enteredOrder: () => ordersAt(course, entered),
      enteredEvent: idsAt(course, entered),
      enteredByDay: () => daysAt(log, entered),
      enteredParty: () => partiesAt(log, entered),
      leftAt: () => momentsAt(log, left),
      leftEvent: idsAt(course, left),
      legal: () => numbered(count, (visit) => (flags[visit] ?? 0) & LEGAL),
      inferred: () => numbered(count, (visit) => ((flags[visit] ?? 0) & INFERRED) / INFERRED),
      answeredAt: () => momentsAt(log, answeredPlaces(course)),
      earlierMs: () => numbers(earlierIn(course)),
    }),
  };
};

const nthIn = ({ count, starts }: Course['visits']): Float64Array => {
  const nth = new Float64Array(count);
  for (let lead = 0; lead + 1 < starts.length; lead += 1) {
    const [start, end] = [starts[lead] ?? 0, starts[lead + 1] ?? 0];
    for (let visit = start; visit < end; visit += 1) nth[visit] = visit - start + 1;
  }
  return nth;
};

/** By visit, the first place that answers the lead at or after it entered. */
const answeredPlaces = ({ log: { type, human }, visits, starts }: Course): Int32Array => {
  const answered = noPlaces(visits.count);
  for (let lead = 0; lead + 1 < starts.length; lead += 1) {
    const end = visits.starts[lead + 1] ?? 0;
    let [next, waiting] = [visits.starts[lead] ?? 0, visits.starts[lead] ?? 0];
    if (next === end) continue;
    for (let place = starts[lead] ?? 0; place < (starts[lead + 1] ?? 0); place += 1) {
      while (next < end && visits.entered[next] === place) next += 1;
      if (ANSWERS[type[place] ?? 0] !== 1 || human[place] !== 1) continue;
      for (; waiting < next; waiting += 1) answered[waiting] = place;
    }
  }
  return answered;
};

/** By visit, the milliseconds of the lead's earlier stays in the same stage. */
const earlierIn = ({ log: { at }, visits, table }: Course): Float64Array => {
  const { starts, stage, entered, left, flags } = visits;
  const earlier = new Float64Array(visits.count);
  const spent = new Float64Array(table.stages.length);
  for (let lead = 0; lead + 1 < starts.length; lead += 1) {
    const [start, end] = [starts[lead] ?? 0, starts[lead + 1] ?? 0];
    for (let visit = start; visit < end; visit += 1) spent[stage[visit] ?? 0] = 0;
    for (let visit = start; visit < end; visit += 1) {
      const here = stage[visit] ?? 0;
      earlier[visit] = spent[here] ?? 0;
      const leaves = left[visit] ?? OPEN;
      if (leaves === OPEN || ((flags[visit] ?? 0) & INFERRED) !== 0) continue;
      spent[here] = (spent[here] ?? 0) + ((at[leaves] ?? 0) - (at[entered[visit] ?? 0] ?? 0));
    }
  }
  return earlier;
};
