import type { Issue } from '../../kernel/issue.js';
import { fail, ok, type Result } from '../../kernel/result.js';
import type { Cells } from './event-recipe.js';
import { crmIssue } from '../issues.js';
import { eventsBy, learn, type Lesson } from './lesson.js';
import { missingColumns, safeParseMapping, type Mapping } from '../mapping/mapping.js';
import { cellOf, COLUMN_LIMIT, isRow, NO_ROW, type Row } from './read-cell.js';
import { planOf, readRow, type Plan } from './read-row.js';
import { NO_PATTERN, patternsOf, type PatternColumn, type Patterns } from './row-pattern.js';
import type { ReadRow, RowCounts } from './row-outcome.js';

/** Reads the rows of one export, one after the other, and counts what became of them. */
export interface EventReader {
  /** What becomes of one row. Nothing of it is kept but what rows of its kind have in common. */
  readonly read: (row: Row) => ReadRow;
  /** How many rows were read so far, and what became of them. */
  readonly counts: () => RowCounts;
  /** What is wrong with the export as a whole, so far: `crm.nothing_taken` where no rule took any row, and none left any out. */
  readonly notices: () => readonly Issue[];
}

/**
 * A reader for rows that come one at a time, from a file, a stream or a generator: nothing is held but counts. Its
 * state lives in the reader and nowhere else; `importEvents` is this, over all rows at once.
 *
 * Issues: `crm.column_missing`, and those of `safeParseMapping`.
 *
 * @param header - The columns of the export.
 * @example
 * ```ts
 * import { eventReader, GENERIC_MAPPING } from 'revpact/crm';
 *
 * const columns = ['id', 'type', 'at', 'lead_id', 'party', 'kind'];
 * const reader = eventReader(GENERIC_MAPPING, columns);
 * const cells = { id: 'e1', type: 'inquiry', at: '2026-03-31T09:00:00Z', lead_id: 'l1', party: 'marketing', kind: 'human' };
 * reader.ok && reader.value.read({ line: 2, cells }).kind // => 'accepted'
 * reader.ok && reader.value.read({ line: 3, cells: { ...cells, at: 'soon' } }).kind // => 'rejected'
 * reader.ok && reader.value.counts() // => { read: 2, accepted: 1, rejected: 1, ignored: 0 }
 * ```
 */
export const eventReader = (mapping: Mapping, header: readonly string[]): Result<EventReader> => {
  const checked = safeParseMapping(mapping);
  if (!checked.ok) return checked;
  const missing = missingColumns(checked.value, header);
  return missing.length > 0 ? fail(missing) : ok(readerOf(checked.value));
};

/** A reader by a mapping that was read before. */
export const readerOf = (mapping: Mapping): EventReader => {
  const plan = planOf(mapping);
  const read = quickly(plan);
  const count = { read: 0, accepted: 0, rejected: 0, ignored: 0 };
  let strangers = 0;
  return {
    read: (row) => {
      const outcome: ReadRow = isRow(row) ? read(row) : { kind: 'rejected', row: { ...NO_ROW, issues: [crmIssue('not_row', undefined)] } };
      count.read += 1;
      count[outcome.kind] += 1;
      if (outcome.kind === 'rejected' && isStranger(outcome.row.issues)) strangers += 1;
      return outcome;
    },
    counts: () => ({ ...count }),
    notices: () => nothingTaken(mapping, count.read, strangers),
  };
};

/** Whether no rule took the row. */
export const isStranger = (issues: readonly Issue[]): boolean => issues[0]?.code === 'crm.no_rule';

/** The one issue of an export that is not the mapping's. */
export const nothingTaken = ({ rules }: Mapping, rows: number, strangers: number): readonly Issue[] =>
  rows > 0 && strangers === rows ? [crmIssue('nothing_taken', { rows, rules: rules.map(({ id }) => id) })] : [];

/** `readRow`, where rows of a pattern that was met before are not judged again. */
const quickly = (plan: Plan): ((row: Row) => ReadRow) => {
  const patterns = patternsOf(plan.mapping, plan.desk.clocks);
  const lessons: (Lesson | undefined)[] = [];
  const values = new Map<string, unknown>();
  let names: readonly string[] = [];
  let columns: readonly PatternColumn[] = [];
  return (row) => {
    const here = Object.keys(row.cells);
    if (here.length > COLUMN_LIMIT) return readRow(plan, row);
    if (!isSame(here, names)) {
      names = here;
      columns = here.map(patterns.column);
    }
    const beside = (column: string): string | null => cellOf(row, column);
    let pattern = 0;
    for (const column of columns) {
      if (column.kind === 'nothing') continue;
      const cell: unknown = row.cells[column.name];
      if (cell === null || cell === undefined || cell === '') continue;
      if (typeof cell !== 'string') return readRow(plan, row);
      const kind = patterns.kindOf(column, cell, 0, cell.length, beside);
      if (kind === 0) return readRow(plan, row);
      if (column.kind === 'typed') values.set(column.name, valueOf(patterns));
      pattern = patterns.step(pattern, kind);
      if (pattern === NO_PATTERN) return readRow(plan, row);
    }
    const cells: Cells = { text: (column) => row.cells[column] ?? '', value: (column) => values.get(column) };
    const lesson = lessons[pattern];
    if (lesson === undefined) {
      const first = learn(plan, patterns, row, cells);
      lessons[pattern] = first.lesson;
      return first.read;
    }
    if (lesson.kind === 'accept') return { kind: 'accepted', events: eventsBy(lesson.recipes, cells) };
    if (lesson.kind === 'ignore') return { kind: 'ignored', row: { line: row.line, rule: lesson.rule } };
    return readRow(plan, row);
  };
};

const valueOf = ({ number: [number = NaN], amount }: Patterns): unknown => (Number.isNaN(number) ? amount : number);

const isSame = (a: readonly string[], b: readonly string[]): boolean => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
};
