import { ok, fail, type Result } from '../../kernel/result.js';
import type { Issue } from '../../kernel/issue.js';
import type { LogColumns } from '../../vocabulary/log-columns.js';
import type { Lifecycle } from '../lifecycle.js';
import { stageNumbers } from '../number.js';
import type { LifecycleTable } from '../table.js';
import { answerTo, type Answer } from './answers.js';
import { columnIssues } from './column-issues.js';
import { askedBy, learnerOf } from './learn.js';
import { clear, EFFECTS, followRow, newLead } from './lead-now.js';
import { orderRows, type RowOrder } from './order.js';

/** A log in order, its facts folded, and every guard answered: what is left is to walk the table. */
export interface FoldedLog {
  readonly table: LifecycleTable;
  readonly order: RowOrder;
  /** By place in the order: where the row's cells begin in the table, stage before 0. Add the stage. */
  readonly cell: Uint32Array;
  /** By place in the order: the number of the stage that the row says was left, 0 for none; null where no row says so. */
  readonly left: Uint8Array | null;
  /** How many rows name a stage as left that the framework does not have. */
  readonly unknownLeft: number;
}

/**
 * Put a log in order, fold what its events say of each lead, and answer what each step may require.
 *
 * Issues: `lifecycle.missing_column` (the framework asks about something that the log has no column for),
 * `lifecycle.column_length`, `lifecycle.column_code` (a code outside its dictionary, or a moment that is none; the first row
 * of each column).
 */
export const foldMany = (lifecycle: Lifecycle, log: LogColumns): Result<FoldedLog> => {
  const table = lifecycle.table();
  const issues: readonly Issue[] = columnIssues(table, log);
  return issues.length > 0 ? fail(issues) : ok(foldOrdered(table, log, orderRows(log)));
};

/** The same of columns that were checked and put in order. */
export const foldOrdered = (table: LifecycleTable, log: LogColumns, order: RowOrder): FoldedLog => {
  const asked = askedBy(table);
  const lead = newLead(asked.fields.size, asked.findings.size);
  const answers = table.guards.map((guards) => guards.map((one) => answerTo(one, log, lead, asked)));
  const learner = learnerOf(log, lead, asked);
  const numbers = stageNumbers(table);
  const enters = Uint8Array.from([0, ...log.stages.map((id) => numbers.get(id) ?? table.unknown)]);
  const { offsets, guardBits } = table;
  const states = table.stages.length;
  const { rows, starts } = order;
  const { type, stage } = log;
  const cell = new Uint32Array(log.rows);

  for (let whose = 0; whose + 1 < starts.length; whose += 1) {
    const end = starts[whose + 1] ?? 0;
    clear(lead);
    for (let i = starts[whose] ?? 0; i < end; i += 1) {
      const row = rows[i] ?? 0;
      const code = type[row] ?? 0;
      learner?.before(row);
      const bits = guardBits[code] ?? 0;
      const given = bits === 0 ? 0 : answered(answers[code] ?? [], row);
      cell[i] = (offsets[code] ?? 0) + (((enters[stage[row] ?? 0] ?? 0) << bits) | given) * states;
      const effect = EFFECTS[code] ?? 0;
      if (effect !== 0) followRow(lead, log, row, effect);
      learner?.after(row);
    }
  }
  return { table, order, cell, ...leftStages(table, log, rows) };
};

const answered = (answers: readonly Answer[], row: number): number => {
  let bits = 0;
  for (let bit = 0; bit < answers.length; bit += 1) if (answers[bit]?.(row) === true) bits |= 1 << bit;
  return bits;
};

/** The stages that rows say were left, in numbers and in order. Logs without any, as most are, get no column. */
const leftStages = (table: LifecycleTable, log: LogColumns, rows: Uint32Array): Pick<FoldedLog, 'left' | 'unknownLeft'> => {
  if (isZero(log.leftStage)) return { left: null, unknownLeft: 0 };
  const numbers = stageNumbers(table);
  const numberOf = Uint8Array.from([0, ...log.stages.map((id) => numbers.get(id) ?? 0)]);
  let unknownLeft = 0;
  const left = new Uint8Array(rows.length);
  rows.forEach((row, i) => {
    const code = log.leftStage[row] ?? 0;
    left[i] = numberOf[code] ?? 0;
    if (code !== 0 && left[i] === 0) unknownLeft += 1;
  });
  return { left, unknownLeft };
};

const isZero = (column: Uint16Array): boolean => {
  for (let row = 0; row < column.length; row += 1) if (column[row] !== 0) return false;
  return true;
};
