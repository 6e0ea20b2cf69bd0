import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const KINDS = { Float64Array, Uint32Array, Uint16Array, Uint8Array } as const;
type Kind = keyof typeof KINDS;
type Numbers = Float64Array | Uint32Array | Uint16Array | Uint8Array;

/** Arrays of numbers kept in a file, so that a process which measures memory need not hold what they were made of. */
export const arraysFile = <Arrays extends { readonly [Name in keyof Arrays]: Numbers }>(path: string, make: () => Arrays): Arrays => {
  if (!existsSync(path)) {
    const arrays = Object.entries<Numbers>(make());
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, Buffer.concat(arrays.map(([, column]) => padded(column))));
    writeFileSync(`${path}.json`, JSON.stringify(arrays.map(([name, column]) => [name, column.constructor.name, column.length])));
  }
  const columns = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as readonly (readonly [string, Kind, number])[];
  const file: Buffer = readFileSync(path);
  if (file.byteOffset % 8 !== 0) throw new Error('a file so small that it shares its memory');
  let at = file.byteOffset;
  const read = columns.map(([name, kind, length]) => {
    // What was read from a file is shared with no other thread.
    const column = new KINDS[kind](file.buffer as ArrayBuffer, at, length);
    at += Math.ceil((length * column.BYTES_PER_ELEMENT) / 8) * 8;
    return [name, column];
  });
  // Name by name as they were written; the compiler sees only a record.
  return Object.fromEntries(read) as unknown as Arrays;
};

const padded = ({ buffer, byteOffset, byteLength }: Numbers): Buffer =>
  Buffer.concat([new Uint8Array(buffer, byteOffset, byteLength), Buffer.alloc((8 - (byteLength % 8)) % 8)]);
