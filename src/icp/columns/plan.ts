import type { Judge } from '../score/judge.js';
import { layoutOf, type Layout, type Place } from './layout.js';
import { fitsTable, meetingsFor, meetingSteps, strides, type Meeting } from './meeting.js';
import { mostParts } from './outcomes.js';
import { addedWhereMet, plannedOf, sumOf, type Planned } from './planned.js';
import { sizeOf, type Source, type Sources } from './sources.js';
import { answerStep, columnSteps, type Step, type Tables } from './steps.js';

/** What is done with each block of rows. */
export interface Plan {
  readonly layout: Layout;
  /** What all rows' points begin with. */
  readonly points: number;
  readonly steps: readonly Step[];
}

/** Every column is added once, by one table over its classes, whatever number of criteria ask it. */
export const planOf = (judges: readonly Judge[], sources: Sources): Plan => {
  const planned = judges.map((judge) => plannedOf(judge, sources));
  const outcomes = planned.map((one) => one.outcomes);
  const several = planned.filter(({ asked }) => asked.length > 1);
  const meetings = meetingsFor(several.filter(fitsTable));
  const layout = layoutOf(
    mostParts(outcomes),
    meetings.map(({ size }) => size - 1),
  );
  const placed = meetings.flatMap((meeting, i) => {
    const place = layout.meetings[i];
    return place === undefined ? [] : [{ meeting, place }];
  });
  return {
    layout,
    points: outcomes.reduce((sum, { least }) => sum + least, 0),
    steps: [
      ...columnSteps(tablesOf(layout, planned, placed), layout.lanes),
      ...placed.flatMap(({ meeting, place }) => meetingSteps(layout, meeting, place)),
      ...several.filter((one) => !fitsTable(one)).map((one) => answerStep(layout, one)),
    ],
  };
};

/** What each class adds: to the parts, and to the numbers of meetings. */
const tablesOf = (
  layout: Layout,
  planned: readonly Planned[],
  placed: readonly { readonly meeting: Meeting; readonly place: Place }[],
): Tables => {
  const tables = new Map<Source, readonly Int32Array[]>();
  const add = (source: Source, byLane: readonly Int32Array[]): void => {
    const before = tables.get(source);
    tables.set(source, before === undefined ? byLane : sumOf(before, byLane));
  };
  for (const one of planned) {
    const [source, ...others] = one.asked;
    if (source !== undefined && others.length === 0) add(source, addedWhereMet(layout, one, [source]));
  }
  for (const { meeting, place } of placed) {
    for (const { source, byClass } of strides(meeting, place)) {
      add(source, Array.from({ length: layout.lanes }, (_, lane) => (lane === place.lane ? byClass : new Int32Array(sizeOf(source)))));
    }
  }
  return tables;
};
