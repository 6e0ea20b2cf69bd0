import { EARLIEST, LATEST } from '../../kernel/instant.js';
import type { Issue } from '../../kernel/issue.js';
import { fail, ISSUE_LIMIT, ok, type Result } from '../../kernel/result.js';
import { flagColumns, laterColumns, momentColumns, nestedColumns, startColumns, targetColumns, type Column } from './column-list.js';
import type { ClockColumns } from './columns.js';
import { clockColumnIssue } from './issues.js';

/** What sound columns span. */
export interface ColumnSpan {
  /** The first and the last moment in them; the last is below the first where there is none. */
  readonly first: number;
  readonly last: number;
  /** The most pauses of one clock. */
  readonly mostPauses: number;
}

/** Looks at every number of the columns once. Issues: `sla.column_length`, `column_value`, `before_start`, `out_of_order`. */
export const checkColumns = (clocks: ClockColumns): Result<ColumnSpan> => {
  const shape = [...lengthIssues(clocks), ...startsIssues(clocks)];
  if (shape.length > 0) return fail(shape);
  const found: Found = { issues: [], count: 0 };
  const span = { first: Infinity, last: -Infinity };
  for (const column of momentColumns(clocks)) checkMoments(column, span, found);
  for (const column of targetColumns(clocks)) checkTargets(column, found);
  for (const column of flagColumns(clocks)) checkFlags(column, found);
  for (const column of laterColumns(clocks)) checkStarts(column, clocks.startedAt, found);
  checkOrder(clocks, found);
  return found.count > 0 ? fail(found.issues, found.count) : ok({ ...span, mostPauses: mostIn(clocks.pauses?.starts) });
};

const lengthIssues = (clocks: ClockColumns): readonly Issue[] =>
  [...momentColumns(clocks), ...targetColumns(clocks), ...flagColumns(clocks), ...startColumns(clocks)].flatMap(
    ({ name, column: { length }, rows }) =>
      length === rows ? [] : [clockColumnIssue('column_length', { column: name, length, rows }, [name])],
  );

/** Where the rows behind each clock begin: from 0 to their number, never back. */
const startsIssues = (clocks: ClockColumns): readonly Issue[] =>
  nestedColumns(clocks).flatMap(({ starts: name, begin, moments }) => {
    const isWrong = (start: number, i: number): boolean =>
      start < (begin[i - 1] ?? 0) || (i === 0 && start > 0) || (i === begin.length - 1 && start !== moments.length);
    const row = begin.findIndex(isWrong);
    return row < 0 ? [] : [clockColumnIssue('out_of_order', { column: name, row }, [name, row])];
  });

interface Found {
  readonly issues: Issue[];
  count: number;
}

/** The first thousand are told, all are counted. */
const tell = (found: Found, issue: () => Issue): void => {
  found.count += 1;
  if (found.issues.length < ISSUE_LIMIT) found.issues.push(issue());
};

// What a loop complains with takes its numbers as arguments: a closure over them would be made anew for every row.
const notAllowed = (found: Found, column: string, row: number, value: number, asked: string): void => {
  tell(found, () => clockColumnIssue('column_value', { column, row, value, asked }, [column, row]));
};

const misplaced = (found: Found, issue: 'out_of_order' | 'before_start', column: string, row: number): void => {
  tell(found, () => clockColumnIssue(issue, { column, row }, [column, row]));
};

const checkMoments = ({ name, column, mayLack }: Column<Float64Array>, span: { first: number; last: number }, found: Found): void => {
  const asked = `whole milliseconds from 1900 to 2200${mayLack ? ', or NaN' : ''}`;
  let { first, last } = span;
  for (let row = 0; row < column.length; row += 1) {
    const moment = column[row] ?? NaN;
    if (moment >= EARLIEST && moment < LATEST && Math.floor(moment) === moment) {
      if (moment < first) first = moment;
      if (moment > last) last = moment;
    } else if (!mayLack || !Number.isNaN(moment)) notAllowed(found, name, row, moment, asked);
  }
  span.first = first;
  span.last = last;
};

const checkTargets = ({ name, column }: Column<Float64Array>, found: Found): void => {
  for (let row = 0; row < column.length; row += 1) {
    const value = column[row] ?? NaN;
    const isTarget = value >= 1 && value <= LATEST - EARLIEST && Math.floor(value) === value;
    if (!isTarget) notAllowed(found, name, row, value, 'whole open milliseconds, one at least');
  }
};

const checkFlags = ({ name, column }: Column<Uint8Array>, found: Found): void => {
  for (let row = 0; row < column.length; row += 1) {
    const value = column[row] ?? 0;
    if (value > 1) notAllowed(found, name, row, value, '0 or 1');
  }
};

const checkStarts = ({ name, column }: Column<Float64Array>, startedAt: Float64Array, found: Found): void => {
  for (let row = 0; row < column.length; row += 1) {
    if ((column[row] ?? NaN) < (startedAt[row] ?? NaN)) misplaced(found, 'before_start', name, row);
  }
};

/** Pauses and targets of one clock never go back, and no pause ends before it begins. */
const checkOrder = (clocks: ClockColumns, found: Found): void => {
  for (const { at, begin, moments } of nestedColumns(clocks)) {
    for (let clock = 0; clock < clocks.rows; clock += 1) {
      const end = begin[clock + 1] ?? 0;
      for (let row = (begin[clock] ?? 0) + 1; row < end; row += 1) {
        if ((moments[row] ?? NaN) < (moments[row - 1] ?? NaN)) misplaced(found, 'out_of_order', at, row);
      }
    }
  }
  const { from, until } = clocks.pauses ?? {};
  for (let row = 0; row < (from?.length ?? 0); row += 1) {
    if ((until?.[row] ?? NaN) < (from?.[row] ?? NaN)) misplaced(found, 'out_of_order', 'pauses.until', row);
  }
};

const mostIn = (starts: Uint32Array | undefined): number => {
  let most = 0;
  for (let clock = 1; starts !== undefined && clock < starts.length; clock += 1) {
    most = Math.max(most, (starts[clock] ?? 0) - (starts[clock - 1] ?? 0));
  }
  return most;
};
