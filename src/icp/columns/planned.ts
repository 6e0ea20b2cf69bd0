import type { Judge } from '../score/judge.js';
import { nodeOf, outcomeRows, spareFor, type Node } from './answers.js';
import { conditionsAsked } from './asked.js';
import { packed, type Layout } from './layout.js';
import { outcomesOf, type Outcomes } from './outcomes.js';
import { sizeOf, type Source, type Sources } from './sources.js';

/** A criterion made ready: what it asks, of which sources, and what comes of it. */
export interface Planned {
  readonly bands: readonly Node[];
  readonly asked: readonly Source[];
  readonly outcomes: Outcomes;
}

export const plannedOf = (judge: Judge, sources: Sources): Planned => {
  const bands = conditionsAsked(judge.criterion).map((condition) => nodeOf(condition, sources));
  return { bands, asked: [...new Set(bands.flatMap(sourcesIn))], outcomes: outcomesOf(judge) };
};

const sourcesIn = (node: Node): readonly Source[] => ('source' in node ? [node.source] : node.of.flatMap(sourcesIn));

/** What each outcome adds: one array a lane. */
export const lanesOf = (layout: Layout, { outcomes: { parts } }: Planned): readonly Int32Array[] => {
  const all = parts.map((one) => packed(layout, one));
  return Array.from({ length: layout.lanes }, (_, lane) => Int32Array.from(all, (sums) => sums[lane] ?? 0));
};

/**
 * What a criterion adds for every class of a source, or wherever classes of several meet: one table a lane. The first source's
 * classes follow one another; classes stand for rows, and are asked like them.
 */
export const addedWhereMet = (layout: Layout, planned: Planned, sources: readonly Source[]): readonly Int32Array[] => {
  const rows = waysToMeet(sources);
  let stride = 1;
  const classes = new Map(
    sources.map((source) => {
      const [size, step] = [sizeOf(source), stride];
      stride *= size;
      return [source, Int32Array.from({ length: rows }, (_, i) => Math.floor(i / step) % size)];
    }),
  );
  const outcomes = new Int32Array(rows);
  outcomeRows(planned.bands, classes, rows, outcomes, spareFor(rows));
  return lanesOf(layout, planned).map((lane) => outcomes.map((outcome) => lane[outcome] ?? 0));
};

/** In how many ways classes of these sources can meet. */
export const waysToMeet = (sources: readonly Source[]): number => sources.reduce((product, source) => product * sizeOf(source), 1);

/** Tables that are added up, one a lane. */
export const sumOf = (a: readonly Int32Array[], b: readonly Int32Array[]): readonly Int32Array[] =>
  a.map((table, lane) => table.map((own, i) => own + (b[lane]?.[i] ?? 0)));
