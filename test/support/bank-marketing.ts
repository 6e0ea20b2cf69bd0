import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { columnsOfOutcomes, outcomeTable, type OutcomeTable } from 'revpact/icp/refine';
import { unwrap } from 'revpact/kernel';
import type { AgreedAttribute } from 'revpact/icp';

const FILE = new URL('../../../shared/data/bank-marketing/bank-additional-full.csv.gz', import.meta.url);

/** The numeric columns; the others are words. */
const NUMBERS = ['age', 'duration', 'campaign', 'pdays', 'previous', 'emp.var.rate', 'cons.price.idx', 'cons.conf.idx', 'euribor3m', 'nr.employed'];

/** One contact of a Portuguese bank's campaign, May 2008 to November 2010, in the order of time (Moro, Cortez, Rita 2014). */
export type BankRow = Readonly<Record<string, string>>;

/**
 * 41,188 contacts, 4,640 of which led to a deposit; null where the data is not there. Its codebook says that 999 `pdays` (days
 * since the last contact of another campaign) means that there was none: that is no number of days.
 */
export const bankRows = (): readonly BankRow[] | null => {
  if (!existsSync(FILE)) {
    console.warn('skipped: the bank-marketing data is not beside the repository');
    return null;
  }
  const [header = '', ...lines] = gunzipSync(readFileSync(FILE)).toString('utf8').trim().split('\n');
  const cells = (line: string): readonly string[] => line.trim().replaceAll('"', '').split(';');
  const names = cells(header);
  const valueOf = (name: string, cell: string): string => (name === 'pdays' && cell === '999' ? '' : cell);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, i) => [names[i] ?? '', valueOf(names[i] ?? '', cell)])));
};

/** Its columns as attributes that are known before the call, but for its length. */
export const BANK_ATTRIBUTES: readonly AgreedAttribute[] = [
  ...['job', 'marital', 'education', 'default', 'housing', 'loan', 'contact', 'month', 'day_of_week', 'poutcome'].map(
    (name) => ({ name, type: 'text', known: 'before' }) as const,
  ),
  ...NUMBERS.map((name) => ({ name, type: 'number', known: name === 'duration' ? 'after' : 'before' }) as const),
];

/** A day for each row of the order that `momentOf` gives it; each contact is an account of its own. */
export const bankTable = (
  rows: readonly BankRow[],
  attributes: readonly AgreedAttribute[],
  momentOf: (row: number) => number = (row) => row,
): OutcomeTable => {
  const given = rows.map((row, i) => ({
    account: `c${String(i)}`,
    at: Date.UTC(2008, 4, 1) + momentOf(i) * 60_000,
    won: row['y'] === 'yes',
    attributes: row,
  }));
  return unwrap(outcomeTable(unwrap(columnsOfOutcomes(given, attributes)).columns));
};
