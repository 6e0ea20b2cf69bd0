import { outcomeRows, spareFor } from './answers.js';
import { addCoded, addFour, type Add } from './classes.js';
import type { Layout } from './layout.js';
import { lanesOf, type Planned } from './planned.js';
import { BLOCK, sizeOf, type Source } from './sources.js';

/** Done with each block of rows: adds to the sums, one array a lane. True where all cells were ones that the columns may hold. */
export type Step = (start: number, rows: number, sums: readonly Int32Array[]) => boolean;

/** What each class of every source adds, one table a lane. */
export type Tables = ReadonlyMap<Source, readonly Int32Array[]>;

/** So many columns are added in one go. */
const FOUR = 4;

export const columnSteps = (tables: Tables, lanes: number): readonly Step[] =>
  Array.from({ length: lanes }, (_, lane) =>
    addsIn(tables, lane).map((add): Step => (start, rows, sums) => add(start, rows, sums[lane] ?? new Int32Array(rows))),
  ).flat();

/** A lane to which a source adds nothing is left alone, but for the first: there its cells are looked at. */
const addsIn = (tables: Tables, lane: number): readonly Add[] => {
  const own = [...tables].flatMap(([source, byLane]) => {
    const table = byLane[lane] ?? new Int32Array(0);
    return lane === 0 || table.some((some) => some !== 0) ? [{ source, table }] : [];
  });
  const coded = own.flatMap(({ source, table }) => (source.coded === undefined ? [] : [source.coded(table)]));
  const fours = coded.slice(0, coded.length - (coded.length % FOUR));
  return [
    ...fours.flatMap((a, i) => {
      const [b, c, d] = fours.slice(i + 1, i + FOUR);
      return i % FOUR === 0 && b !== undefined && c !== undefined && d !== undefined ? [addFour(a, b, c, d)] : [];
    }),
    ...coded.slice(fours.length).map(addCoded),
    ...own.flatMap(({ source, table }) => (source.coded === undefined ? [source.adder(table)] : [])),
  ];
};

/** Where too many classes meet for a table, every condition is answered for the rows at work. */
export const answerStep = (layout: Layout, planned: Planned): Step => {
  const { bands, asked } = planned;
  const classes = new Map(asked.map((source) => [source, new Int32Array(BLOCK)]));
  const adds = asked.map((source) => ({ source, add: source.adder(Int32Array.from({ length: sizeOf(source) }, (_, one) => one)) }));
  const outcomes = new Int32Array(BLOCK);
  const spare = spareFor(BLOCK);
  const lanes = lanesOf(layout, planned);
  return (start, rows, sums) => {
    const fine = adds.every(({ source, add }) => add(start, rows, classes.get(source)?.fill(0) ?? outcomes));
    outcomeRows(bands, classes, rows, outcomes, spare);
    lanes.forEach((lane, l) => { addUp(lane, outcomes, rows, sums[l]); });
    return fine;
  };
};

const addUp = (table: Int32Array, at: Int32Array, rows: number, sums: Int32Array = new Int32Array(rows)): void => {
  for (let i = 0; i < rows; i += 1) sums[i] = (sums[i] ?? 0) + (table[at[i] ?? 0] ?? 0);
};
