import type { Condition, ContactCount } from '../filter/condition.js';
import { within } from '../score/answer.js';
import type { AccountColumn, AccountColumns, AttributeColumns, ContactColumns } from './account-columns.js';
import { answerRows, codeOf, nodeOf, spareFor, UNKNOWN, YES } from './answers.js';
import { addAt } from './classes.js';
import { BLOCK, sizeOf, sourcesOf, type Source, type Sources } from './sources.js';

/** What conditions asked of accounts read. */
export const accountSources = (conditions: readonly Condition[], columns: AccountColumns): Sources =>
  sourcesOf(conditions, {
    column: ({ about, attribute }) => columnOf(about === 'account' ? columns.account : columns.contact?.attributes, attribute),
    count: (condition) => countSource(condition, columns),
    ofAccounts: (source) => source,
  });

const columnOf = (columns: AttributeColumns | undefined, attribute: string): AccountColumn | null =>
  columns !== undefined && Object.hasOwn(columns, attribute) ? (columns[attribute] ?? null) : null;

/** Whether so many of an account's contacts answer yes, for every account. Contacts nobody gave are not counted: no answer is known. */
const countSource = (condition: ContactCount, columns: AccountColumns): Source => {
  const answers =
    columns.contacts === undefined ? new Uint8Array(columns.rows).fill(UNKNOWN) : countedBy(condition, columns, columns.contacts);
  return { cells: null, adder: (byClass) => addAt(answers, byClass) };
};

const countedBy = ({ where, from = 0, below = Infinity }: ContactCount, columns: AccountColumns, contacts: ContactColumns): Uint8Array => {
  const { accountRow } = contacts;
  // Asked of each contact in turn as the one that is called.
  const sources = sourcesOf([where], {
    column: ({ about, attribute }) => columnOf(about === 'account' ? columns.account : contacts.attributes, attribute),
    count: (condition) => countSource(condition, columns),
    ofAccounts: (source) => gathered(source, columns.rows, accountRow),
  });
  const node = nodeOf(where, sources);
  const reads = sources.all.map((source) => ({ source, add: source.adder(itself(source)), at: new Int32Array(BLOCK) }));
  const classes = new Map(reads.map(({ source, at }) => [source, at]));
  const answers = new Uint8Array(BLOCK);
  const spare = spareFor(BLOCK);
  const yes = new Int32Array(columns.rows);
  const open = new Int32Array(columns.rows);
  for (let start = 0; start < contacts.rows; start += BLOCK) {
    const end = Math.min(start + BLOCK, contacts.rows);
    for (const { add, at } of reads) add(start, end - start, at.fill(0));
    answerRows(node, classes, end - start, answers, spare);
    for (let i = 0; i < end - start; i += 1) {
      const account = accountRow[start + i] ?? 0;
      if (answers[i] === YES) yes[account] = (yes[account] ?? 0) + 1;
      else if (answers[i] === UNKNOWN) open[account] = (open[account] ?? 0) + 1;
    }
  }
  return Uint8Array.from(yes, (sure, row) => codeOf(within(sure, sure + (open[row] ?? 0), from, below)));
};

/** A table that says of every class which it is. */
const itself = (source: Source): Int32Array => Int32Array.from({ length: sizeOf(source) }, (_, one) => one);

/** What accounts' rows say, for the contacts of each. */
const gathered = (source: Source, rows: number, accountRow: Int32Array): Source => {
  const ofAccounts = new Int32Array(rows);
  source.adder(itself(source))(0, rows, ofAccounts);
  const classOf = accountRow.map((row) => ofAccounts[row] ?? 0);
  return { cells: source.cells, adder: (byClass) => addAt(classOf, byClass) };
};
