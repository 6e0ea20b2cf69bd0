import type { ClockColumns } from './columns.js';

/** A column by its name, with how many rows it must have. */
export interface Column<Numbers> {
  readonly name: string;
  readonly column: Numbers;
  readonly rows: number;
  /** NaN stands for none. */
  readonly mayLack: boolean;
}

const given = <Numbers>(name: string, column: Numbers | undefined, rows: number, mayLack = false): readonly Column<Numbers>[] =>
  column === undefined ? [] : [{ name, column, rows, mayLack }];

/** The rows behind clocks, with the names of their columns: where those of each clock begin, and their moments. */
interface NestedColumns {
  readonly starts: string;
  readonly begin: Uint32Array;
  readonly at: string;
  readonly moments: Float64Array;
}

export const nestedColumns = ({ pauses, retargets }: ClockColumns): readonly NestedColumns[] => [
  ...(pauses === undefined ? [] : [{ starts: 'pauses.starts', begin: pauses.starts, at: 'pauses.from', moments: pauses.from }]),
  ...(retargets === undefined ? [] : [{ starts: 'retargets.starts', begin: retargets.starts, at: 'retargets.at', moments: retargets.at }]),
];

/** Moments that do not come before the start of their clock. */
export const laterColumns = ({ rows, stoppedAt, endedAt }: ClockColumns): readonly Column<Float64Array>[] => [
  ...given('stoppedAt', stoppedAt, rows, true),
  ...given('endedAt', endedAt, rows, true),
];

export const momentColumns = (clocks: ClockColumns): readonly Column<Float64Array>[] => {
  const { rows, startedAt, waivedAt, pauses, retargets } = clocks;
  return [
    ...given('startedAt', startedAt, rows),
    ...laterColumns(clocks),
    ...given('waivedAt', waivedAt, rows, true),
    ...given('pauses.from', pauses?.from, pauses?.from.length ?? 0),
    ...given('pauses.until', pauses?.until, pauses?.from.length ?? 0, true),
    ...given('retargets.at', retargets?.at, retargets?.at.length ?? 0),
  ];
};

export const targetColumns = ({ rows, targetOpenMs, retargets }: ClockColumns): readonly Column<Float64Array>[] => [
  ...given('targetOpenMs', targetOpenMs, rows),
  ...given('retargets.targetOpenMs', retargets?.targetOpenMs, retargets?.at.length ?? 0),
];

export const flagColumns = ({ rows, superseded, excused, unproven, pauses }: ClockColumns): readonly Column<Uint8Array>[] => [
  ...given('superseded', superseded, rows),
  ...given('excused', excused, rows),
  ...given('unproven', unproven, rows),
  ...given('pauses.answered', pauses?.answered, pauses?.from.length ?? 0),
];

export const startColumns = ({ rows, pauses, retargets }: ClockColumns): readonly Column<Uint32Array>[] => [
  ...given('pauses.starts', pauses?.starts, rows + 1),
  ...given('retargets.starts', retargets?.starts, rows + 1),
];
