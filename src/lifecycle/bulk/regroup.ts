import type { FieldColumns, LogColumns } from '../../vocabulary/log-columns.js';
import type { RowOrder } from './order.js';

/** A log whose rows are in order, lead by lead: what is read many times is then read from front to back. */
export const regroup = (log: LogColumns, { rows, starts }: Pick<RowOrder, 'rows' | 'starts'>): LogColumns => {
  if (isInPlace(rows)) return log;
  const { words, fitTier, fields, qualification, dayEnd } = log;
  return {
    ...log,
    lead: leadsIn(starts, rows.length),
    type: bytes(log.type, rows),
    at: moments(log.at, rows),
    party: shorts(log.party, rows),
    human: bytes(log.human, rows),
    to: shorts(log.to, rows),
    rejectionClass: bytes(log.rejectionClass, rows),
    stage: shorts(log.stage, rows),
    leftStage: shorts(log.leftStage, rows),
    ...(dayEnd === undefined ? {} : { dayEnd: moments(dayEnd, rows) }),
    ...(words === undefined ? {} : { words: Object.fromEntries(Object.entries(words).map(([field, column]) => [field, { words: column.words, code: shorts(column.code, rows) }])) }),
    ...(fitTier === undefined ? {} : { fitTier: { tiers: fitTier.tiers, code: shorts(fitTier.code, rows) } }),
    ...(fields === undefined ? {} : { fields: movedFields(fields, rows) }),
    ...(qualification === undefined
      ? {}
      : { qualification: { fields: qualification.fields, code: shorts(qualification.code, rows), known: bytes(qualification.known, rows) } }),
  };
};

const isInPlace = (rows: Uint32Array): boolean => {
  for (let place = 0; place < rows.length; place += 1) if (rows[place] !== place) return false;
  return true;
};

const leadsIn = (starts: Uint32Array, size: number): Uint32Array => {
  const leads = new Uint32Array(size);
  for (let lead = 0; lead + 1 < starts.length; lead += 1) {
    const end = starts[lead + 1] ?? 0;
    for (let place = starts[lead] ?? 0; place < end; place += 1) leads[place] = lead;
  }
  return leads;
};

// One function for each width: a loop that sees arrays of several kinds asks at every number which one it has. And one column
// after another: the rows lie all over the log, and a narrow column stays at hand.
const bytes = (column: Uint8Array, rows: Uint32Array): Uint8Array => {
  const into = new Uint8Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) into[place] = column[rows[place] ?? 0] ?? 0;
  return into;
};

const shorts = (column: Uint16Array, rows: Uint32Array): Uint16Array => {
  if (!hasCodes(column)) return column;
  const into = new Uint16Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) into[place] = column[rows[place] ?? 0] ?? 0;
  return into;
};

/** Most logs say nothing in some columns. */
const hasCodes = (column: Uint16Array): boolean => {
  for (let row = 0; row < column.length; row += 1) if (column[row] !== 0) return true;
  return false;
};

const moments = (column: Float64Array, rows: Uint32Array): Float64Array => {
  const into = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) into[place] = column[rows[place] ?? 0] ?? 0;
  return into;
};

const movedFields = ({ names, starts, name, change }: FieldColumns, rows: Uint32Array): FieldColumns => {
  const into = { starts: new Uint32Array(rows.length + 1), name: new Uint16Array(name.length), change: new Uint8Array(change.length) };
  let next = 0;
  rows.forEach((row, place) => {
    for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i += 1) {
      into.name[next] = name[i] ?? 0;
      into.change[next] = change[i] ?? 0;
      next += 1;
    }
    into.starts[place + 1] = next;
  });
  return { names, ...into };
};
