import { digest } from '../../kernel/canonical.js';
import { FACT_READINGS } from '../definition/column.js';
import type { Unit } from './candidate.js';
import type { Units } from './unit.js';

/**
 * What the records behind a number come to, whatever their order: how many, and the sum of their SHA-256 sums modulo 2^256.
 * Two of them add up. It tells records that changed from such that did not; it is no seal against somebody who forges them.
 */
export interface RecordsHash {
  n: number;
  sum: bigint;
}

const MODULUS = 1n << 256n;

export const noRecords = (): RecordsHash => ({ n: 0, sum: 0n });

export const mergeRecords = (into: RecordsHash, other: RecordsHash): void => {
  into.n += other.n;
  into.sum = (into.sum + other.sum) % MODULUS;
};

/** Takes the record of one unit in: what identifies it, its moments, how it stands and what it is measured by. */
export const recordTaker = ({ table, currencies, words }: Units): ((into: RecordsHash, unit: Unit) => void) => {
  const { keys } = FACT_READINGS[table.key];
  return (into, unit) => {
    const { row, baseAt, targetAt, reason, value, weight } = unit;
    const record = digest([
      keys.map((name) => table.cell(row, name)),
      baseAt,
      known(targetAt),
      reason,
      known(value),
      known(weight),
      currencies[unit.currency] ?? null,
      words[unit.word] ?? null,
    ]);
    into.n += 1;
    into.sum = (into.sum + BigInt(`0x${record}`)) % MODULUS;
  };
};

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** The digest of the records: equal where they are, as 64 hex digits. */
export const recordsDigest = (inputs: ReadonlyMap<string, RecordsHash>): string =>
  digest([...inputs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { n, sum }]) => [name, n, sum.toString(16)]));
