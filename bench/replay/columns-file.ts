import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LogColumns } from 'revpact/vocabulary';

/** The columns of a log with their types, the widest first, so that each begins where its type may. */
const COLUMNS = {
  at: Float64Array,
  seq: Float64Array,
  lead: Uint32Array,
  party: Uint16Array,
  to: Uint16Array,
  stage: Uint16Array,
  leftStage: Uint16Array,
  type: Uint8Array,
  human: Uint8Array,
  rejectionClass: Uint8Array,
} as const;
const names = Object.keys(COLUMNS) as readonly (keyof typeof COLUMNS)[];

/** Columns are kept in a file, so that a process which measures memory need not make a million objects first. */
export const columnsFile = (path: string, make: () => LogColumns): LogColumns => {
  if (!existsSync(path)) {
    const log = make();
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, Buffer.concat(names.map((name) => Buffer.from(log[name].buffer, log[name].byteOffset, log[name].byteLength))));
    const { rows, leads, parties, stages } = log;
    writeFileSync(`${path}.json`, JSON.stringify({ rows, leads: leads.length, parties, stages }));
  }
  const { rows, leads, parties, stages } = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as { rows: number; leads: number; parties: string[]; stages: string[] };
  const { buffer, byteOffset } = readFileSync(path);
  if (byteOffset !== 0) throw new Error('a file so small that it shares its memory');
  let at = 0;
  const column = <C>(of: new (buffer: ArrayBufferLike, offset: number, length: number) => C, width: number): C => {
    const made = new of(buffer, at, rows);
    at += rows * width;
    return made;
  };
  const columns = Object.fromEntries(names.map((name) => [name, column<object>(COLUMNS[name], COLUMNS[name].BYTES_PER_ELEMENT)]));
  // Field by field as COLUMNS says; the compiler sees only a record. Ids are of no interest, only their number.
  return { rows, leads: Array.from({ length: leads }, String), parties, stages, ...columns } as unknown as LogColumns;
};
