import type { Account } from '../../vocabulary/account.js';
import type { Contact } from '../../vocabulary/lead.js';
import type { Profile, ProfileValue } from '../../vocabulary/words.js';
import type { TargetFilter } from '../filter/filter.js';
import type { AccountColumn, AccountColumns, AttributeColumns, ContactColumns } from './account-columns.js';
import { attributesAsked, conditionsAsked } from './asked.js';

/** Who there is at the accounts, where criteria ask about people. */
export interface KnownPeople {
  /** Whom to call at an account. Nobody, so that what is asked of a contact is not known, where undefined. */
  readonly contactOf?: (account: Account) => Contact | undefined;
  /** Everyone known. Who belongs to none of the accounts is left out. */
  readonly contacts?: readonly Contact[];
}

/**
 * Accounts as typed columns: of every account the attributes that a filter asks, and no others, so that how much is held
 * depends on the filter and the number of accounts alone.
 *
 * @example
 * ```ts
 * import { columnsOfAccounts } from 'revpact/icp';
 *
 * const when = { is: 'range', attribute: 'employees', from: '50' } as const;
 * const size = { id: 'size', title: 'Big enough?', missing: 'zero', role: 'weighted', when, points: 30 } as const;
 * const filter = { id: 'core', title: 'Core market', criteria: [size], tiers: [{ id: 'A', atLeast: 30 }] };
 * const accounts = [{ id: 'a1', attributes: { employees: 250, city: 'Jena' } }, { id: 'a2', attributes: {} }];
 * columnsOfAccounts(accounts, filter).account // => { employees: { kind: 'number', values: Float64Array.of(250, NaN) } }
 * ```
 */
export const columnsOfAccounts = (accounts: readonly Account[], filter: Pick<TargetFilter, 'criteria'>, people: KnownPeople = {}): AccountColumns => {
  const asked = attributesAsked(filter.criteria.flatMap(conditionsAsked));
  const { contactOf, contacts } = people;
  const called = contactOf === undefined ? null : accounts.map((account) => contactOf(account));
  return {
    rows: accounts.length,
    ids: accounts.map(({ id }) => id),
    account: columnsOf(
      asked.account,
      accounts.map(({ attributes }) => attributes),
    ),
    ...(called === null
      ? {}
      : {
          contact: {
            ids: called.map((contact) => contact?.id ?? null),
            attributes: columnsOf(
              asked.contact,
              called.map((contact) => contact?.attributes),
            ),
          },
        }),
    ...(contacts === undefined ? {} : { contacts: contactColumns(asked.contacts, accounts, contacts) }),
  };
};

/** A contact of an id that several rows have is known at each of them. */
const contactColumns = (asked: ReadonlySet<string>, accounts: readonly Account[], contacts: readonly Contact[]): ContactColumns => {
  const rowsOf = new Map<string, number[]>();
  accounts.forEach(({ id }, row) => {
    const rows = rowsOf.get(id);
    if (rows === undefined) rowsOf.set(id, [row]);
    else rows.push(row);
  });
  const placed = contacts.flatMap((contact) => (rowsOf.get(contact.accountId ?? '') ?? []).map((row) => ({ contact, row })));
  return {
    rows: placed.length,
    ids: placed.map(({ contact }) => contact.id),
    accountRow: Int32Array.from(placed, ({ row }) => row),
    attributes: columnsOf(
      asked,
      placed.map(({ contact }) => contact.attributes),
    ),
  };
};

const columnsOf = (names: ReadonlySet<string>, profiles: readonly (Profile | undefined)[]): AttributeColumns =>
  Object.fromEntries([...names].map((name) => [name, columnOf(name, profiles)]));

const columnOf = (name: string, profiles: readonly (Profile | undefined)[]): AccountColumn => {
  const values = profiles.map((profile) => (profile !== undefined && Object.hasOwn(profile, name) ? (profile[name] ?? null) : null));
  const [type = 'number', ...others] = new Set(values.flatMap((value) => (value === null ? [] : [typeOf(value)])));
  if (others.length > 0) return { kind: 'rows', values };
  switch (type) {
    case 'number':
      return { kind: 'number', values: Float64Array.from(values, (value) => (typeof value === 'number' ? value : NaN)) };
    case 'boolean':
      return { kind: 'yes_no', values: Uint8Array.from(values, (value) => (typeof value === 'boolean' ? Number(value) : 255)) };
    case 'string': {
      const { codes, different } = numbered(values, (value) => (typeof value === 'string' ? value : null));
      return { kind: 'text', codes, words: [...different.keys()] };
    }
    case 'list': {
      const { codes, different } = numbered(values, (value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : null));
      return { kind: 'list', codes, lists: [...different.values()].map((row) => listIn(values[row])) };
    }
  }
};

const listIn = (value: ProfileValue | undefined): readonly string[] => (typeof value === 'object' && value !== null ? value : []);

const typeOf = (value: Exclude<ProfileValue, null>): 'number' | 'string' | 'boolean' | 'list' => {
  switch (typeof value) {
    case 'number':
      return 'number';
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    default:
      return 'list';
  }
};

/** Values numbered as they first occur, and the row where each did. */
const numbered = (values: readonly ProfileValue[], keyOf: (value: ProfileValue) => string | null) => {
  const numbers = new Map<string, number>();
  const different = new Map<string, number>();
  const codes = Int32Array.from(values, (value, row) => {
    const key = keyOf(value);
    if (key === null) return -1;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    different.set(key, row);
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  });
  return { codes, different };
};
