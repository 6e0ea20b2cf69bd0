import { groupBy } from '../../kernel/group.js';
import type { Account } from '../../vocabulary/account.js';
import type { Profile, ProfileValue } from '../../vocabulary/words.js';
import type { Whom } from '../score/subject.js';
import type { AccountColumn, AccountColumns, AttributeColumns } from './account-columns.js';

/** One row of columns as an account again, and who is known there. */
export interface AccountRow {
  readonly account: Account;
  readonly whom: Whom;
}

/**
 * One row of columns as an account, with the attributes that have columns: what `scorer` needs to say why it has its
 * points. Who asks for many rows makes the reader once.
 *
 * @example
 * ```ts
 * import { accountAt } from 'revpact/icp';
 *
 * const employees = { kind: 'number', values: Float64Array.of(250, NaN) } as const;
 * const at = accountAt({ rows: 2, ids: ['a1', 'a2'], account: { employees } });
 * at(0).account // => { id: 'a1', attributes: { employees: 250 } }
 * at(1).account.attributes // => { employees: null }
 * ```
 */
export const accountAt = ({ ids, account, contact, contacts }: AccountColumns): ((row: number) => AccountRow) => {
  const known = contacts === undefined ? null : { contacts, at: groupBy([...contacts.accountRow.keys()], (one) => contacts.accountRow[one]) };
  return (row) => {
    const id = ids[row];
    if (id === undefined) throw new RangeError(`there is no row ${String(row)}`);
    const called = contact?.ids[row] ?? null;
    return {
      account: { id, attributes: profileAt(account, row) },
      whom: {
        ...(contact === undefined || called === null ? {} : { contact: { id: called, attributes: profileAt(contact.attributes, row) } }),
        ...(known === null
          ? {}
          : {
              contacts: (known.at.get(row) ?? []).map((one) => ({
                id: known.contacts.ids[one] ?? '',
                attributes: profileAt(known.contacts.attributes, one),
              })),
            }),
      },
    };
  };
};

const profileAt = (columns: AttributeColumns, row: number): Profile =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, cellOf(column, row)]));

const cellOf = (column: AccountColumn, row: number): ProfileValue => {
  switch (column.kind) {
    case 'number': {
      const value = column.values[row] ?? NaN;
      return Number.isFinite(value) ? value : null;
    }
    case 'text':
      return column.words[column.codes[row] ?? -1] ?? null;
    case 'yes_no':
      return column.values[row] === 1 ? true : column.values[row] === 0 ? false : null;
    case 'list':
      return column.lists[column.codes[row] ?? -1] ?? null;
    case 'rows':
      return column.values[row] ?? null;
  }
};
