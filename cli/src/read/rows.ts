import { extname } from 'node:path';
import type { World } from '../world.js';
import { complaint, fileIssue, unreadable, type Read } from './complaint.js';
import { readCsv } from './csv.js';
import { readJsonRows } from './json-rows.js';
import type { Table } from './table.js';
import { readText, unopened } from './text.js';

/** Text is held in memory as a whole; more than this belongs in Parquet. */
export const TEXT_BYTES = 400_000_000;

/** A syntax tree takes many times the room of its text. */
export const JSON_BYTES = 100_000_000;

const FORMATS: Readonly<Record<string, (world: World, file: string) => Promise<Read<Table>>>> = {
  '.csv': (world, file) => fromText(world, file, TEXT_BYTES, readCsv),
  '.tsv': (world, file) => fromText(world, file, TEXT_BYTES, readCsv),
  '.txt': (world, file) => fromText(world, file, TEXT_BYTES, readCsv),
  '.json': (world, file) => fromText(world, file, JSON_BYTES, readJsonRows),
  '.ndjson': (world, file) => fromText(world, file, JSON_BYTES, readJsonRows),
  '.jsonl': (world, file) => fromText(world, file, JSON_BYTES, readJsonRows),
  '.parquet': async (world, file) => {
    try {
      await world.files.size(file);
    } catch (error) {
      return unreadable(unopened(file, error));
    }
    // The database is large, and who reads no Parquet need not load it.
    const { readParquet } = await import('./parquet.js');
    return readParquet(file, world.files.resolve(file));
  },
};

/** The rows of a file as text cells, with their lines, and the lines that are no rows. The name's ending says the format. */
export const readRows = async (world: World, file: string): Promise<Read<Table>> => {
  const read = FORMATS[extname(file).toLowerCase()];
  return read === undefined
    ? unreadable(complaint(file, fileIssue('unknown_format', { known: Object.keys(FORMATS) })))
    : read(world, file);
};

const fromText = async (
  world: World,
  file: string,
  limit: number,
  parse: (file: string, text: string) => Read<Table>,
): Promise<Read<Table>> => {
  const text = await readText(world, file, limit);
  return text.ok ? parse(file, text.value) : text;
};
