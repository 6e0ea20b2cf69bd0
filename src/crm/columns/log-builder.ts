import { dayEnds } from '../../kernel/day-end.js';
import type { LeadEvent } from '../../vocabulary/event.js';
import type { FieldColumns, LogColumns } from '../../vocabulary/log-columns.js';
import { logNames, shapeOf, tooManyNames, WORD_FIELDS, type LogShape } from './log-shape.js';
import { textIndex, type TextIndex } from '../reading/text-index.js';

/** A log that grows. A row is a lead, a moment, an order, and the number of a shape that many rows share. */
export interface LogBuilder {
  readonly leads: TextIndex;
  /** The number of the event's shape. */
  readonly shapeOf: (event: LeadEvent) => number;
  readonly add: (shape: number, lead: number, at: number, seq: number) => void;
  /** Which names are more than columns can number, or null. */
  readonly tooMany: () => string | null;
  readonly log: () => LogColumns;
}

const room = (size: number) => ({ shape: new Uint32Array(size), lead: new Uint32Array(size), at: new Float64Array(size), seq: new Float64Array(size) });

export const logBuilder = (): LogBuilder => {
  const [leads, names] = [textIndex(), logNames()];
  const shapes: LogShape[] = [];
  const numbers = new Map<string, number>();
  let rows = 0;
  let columns = room(1024);
  return {
    leads,
    shapeOf: (event) => {
      const shape = shapeOf(event, names);
      const key = JSON.stringify(shape);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, shapes.length);
      return shapes.push(shape) - 1;
    },
    add: (shape, lead, at, seq) => {
      if (rows === columns.lead.length) {
        const wider = room(rows * 2);
        wider.shape.set(columns.shape);
        wider.lead.set(columns.lead);
        wider.at.set(columns.at);
        wider.seq.set(columns.seq);
        columns = wider;
      }
      columns.shape[rows] = shape;
      columns.lead[rows] = lead;
      columns.at[rows] = at;
      columns.seq[rows] = seq;
      rows += 1;
    },
    tooMany: () => tooManyNames(names),
    log: () => {
      const shape = columns.shape.subarray(0, rows);
      const spread = <T extends Uint8Array | Uint16Array>(column: T, of: (one: LogShape) => number): T => {
        const values = Uint16Array.from(shapes, of);
        if (values.every((value) => value === 0)) return column;
        for (let row = 0; row < rows; row += 1) column[row] = values[shape[row] ?? 0] ?? 0;
        return column;
      };
      const bytes = (of: (one: LogShape) => number): Uint8Array => spread(new Uint8Array(rows), of);
      const codes = (of: (one: LogShape) => number): Uint16Array => spread(new Uint16Array(rows), of);
      return {
        rows,
        leads: leads.texts,
        lead: columns.lead.slice(0, rows),
        type: bytes(({ type }) => type),
        at: columns.at.slice(0, rows),
        seq: columns.seq.slice(0, rows),
        ...dayColumn(names.zones.texts, shapes, shape, columns.at),
        parties: names.parties.texts,
        party: codes(({ party }) => party),
        human: bytes(({ human }) => human),
        to: codes(({ to }) => to),
        rejectionClass: bytes(({ rejectionClass }) => rejectionClass),
        stages: names.stages.texts,
        stage: codes(({ stage }) => stage),
        leftStage: codes(({ leftStage }) => leftStage),
        words: Object.fromEntries(WORD_FIELDS.map((field, i) => [field, { words: names.words[i]?.texts ?? [], code: codes(({ words }) => words[i] ?? 0) }])),
        fitTier: { tiers: names.tiers.texts, code: codes(({ tier }) => tier) },
        fields: fieldColumns(names.fields.texts, shapes, shape),
        qualification: { fields: names.findings.texts, code: codes(({ finding }) => finding), known: bytes(({ known }) => known) },
      };
    },
  };
};

/** The days of events known to the day only, where there are any. What else is the same of all rows of a shape, its zone is too. */
const dayColumn = (zones: readonly string[], shapes: readonly LogShape[], shape: Uint32Array, at: Float64Array): Pick<LogColumns, 'dayEnd'> => {
  if (zones.length === 0) return {};
  const endOf = dayEnds();
  const dayEnd = new Float64Array(shape.length).fill(NaN);
  shape.forEach((one, row) => {
    const dayIn = shapes[one]?.dayIn ?? 0;
    if (dayIn > 0) dayEnd[row] = endOf(zones[dayIn - 1], at[row] ?? 0);
  });
  return { dayEnd };
};

const fieldColumns = (names: readonly string[], shapes: readonly LogShape[], shape: Uint32Array): FieldColumns => {
  const starts = new Uint32Array(shape.length + 1);
  shape.forEach((one, row) => (starts[row + 1] = (starts[row] ?? 0) + (shapes[one]?.fields.length ?? 0)));
  const size = starts[shape.length] ?? 0;
  const [name, change] = [new Uint16Array(size), new Uint8Array(size)];
  let at = 0;
  for (const one of shape) {
    for (const field of shapes[one]?.fields ?? []) {
      name[at] = field.name;
      change[at] = field.change;
      at += 1;
    }
  }
  return { names, starts, name, change };
};
