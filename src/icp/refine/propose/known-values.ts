import { byText, groupBy } from '../../../kernel/group.js';
import type { Instant } from '../../../kernel/instant.js';
import type { Account } from '../../../vocabulary/account.js';
import type { Contact } from '../../../vocabulary/lead.js';
import type { Profile, ProfileValue } from '../../../vocabulary/words.js';
import type { OutcomeRow } from '../data/columns-of-outcomes.js';
import type { OutcomeLabel } from './labels.js';

/** One value of an attribute, and since when it was on record. */
export interface KnownValue {
  readonly about: 'account' | 'contact';
  /** The account's or contact's id. */
  readonly id: string;
  readonly attribute: string;
  readonly value: ProfileValue;
  /** Null where nobody knows when it was recorded. */
  readonly knownAt: Instant | null;
}

/** Hand-overs with what was on record of their accounts. */
export interface OutcomeRows {
  readonly rows: readonly OutcomeRow[];
  /** Attributes with two different values recorded at one moment, neither of which counts, by how many hand-overs. */
  readonly conflicting: readonly { readonly about: 'account' | 'contact'; readonly attribute: string; readonly rows: number }[];
}

/**
 * The values of accounts as recorded at one moment: an export of that day, or null where that is not known.
 *
 * @example
 * ```ts
 * import { knownOfAccounts } from 'revpact/icp/refine';
 *
 * knownOfAccounts([{ id: 'acme', attributes: { employees: 40 } }], null)
 * // => [{ about: 'account', id: 'acme', attribute: 'employees', value: 40, knownAt: null }]
 * ```
 */
export const knownOfAccounts = (accounts: readonly Account[], knownAt: Instant | null): readonly KnownValue[] =>
  accounts.flatMap(({ id, attributes }) => valuesOf('account', id, attributes, knownAt));

/**
 * {@link knownOfAccounts} of contacts.
 *
 * @example
 * ```ts
 * import { knownOfContacts } from 'revpact/icp/refine';
 *
 * knownOfContacts([{ id: 'p1', attributes: { seniority: 'head' } }], 100)
 * // => [{ about: 'contact', id: 'p1', attribute: 'seniority', value: 'head', knownAt: 100 }]
 * ```
 */
export const knownOfContacts = (contacts: readonly Contact[], knownAt: Instant | null): readonly KnownValue[] =>
  contacts.flatMap(({ id, attributes = {} }) => valuesOf('contact', id, attributes, knownAt));

const valuesOf = (about: 'account' | 'contact', id: string, profile: Profile, knownAt: Instant | null): readonly KnownValue[] =>
  Object.entries(profile).map(([attribute, value]) => ({ about, id, attribute, value, knownAt }));

/**
 * Each labelled hand-over with its account (and contact) as on record then: of every attribute the value recorded last at or
 * before the hand-over. Where there is none, a value of unknown date stands in, without a date; and where there is only a later
 * one, that one with its date, so that a refinement can leave it out and say so. Values of a date beat those of none.
 *
 * @param contactOf - The contact that each lead is, by lead id. Leads left out have none.
 * @example
 * ```ts
 * import { outcomeRows } from 'revpact/icp/refine';
 *
 * const label = { leadId: 'l1', accountId: 'a1', at: 200, win: true, decidedAt: 900 };
 * const employees = { about: 'account', id: 'a1', attribute: 'employees' } as const;
 * const { rows } = outcomeRows([label], [
 *   { ...employees, value: 40, knownAt: 100 },
 *   { ...employees, value: 90, knownAt: 300 },
 * ]);
 * rows[0]?.attributes // => { employees: 40 }
 * ```
 */
export const outcomeRows = (
  labels: readonly OutcomeLabel[],
  values: readonly KnownValue[],
  { contactOf = {} }: { readonly contactOf?: Readonly<Record<string, string>> } = {},
): OutcomeRows => {
  const histories = {
    account: historiesOf(values.filter(({ about }) => about === 'account')),
    contact: historiesOf(values.filter(({ about }) => about === 'contact')),
  };
  const conflicts = new Map<string, { about: 'account' | 'contact'; attribute: string; rows: number }>();
  const profileAt = (about: 'account' | 'contact', id: string, at: Instant): { profile: Profile; knownAt: Record<string, Instant> } => {
    const found = [...(histories[about].get(id) ?? new Map<string, History>())].flatMap(([attribute, history]) => {
      const held = valueAt(history, at);
      if (held !== 'conflicting') return [{ attribute, value: held.value, knownAt: held.knownAt }];
      const key = `${about} ${attribute}`;
      conflicts.set(key, { about, attribute, rows: (conflicts.get(key)?.rows ?? 0) + 1 });
      return [];
    });
    return {
      profile: Object.fromEntries(found.map(({ attribute, value }) => [attribute, value])),
      knownAt: Object.fromEntries(found.flatMap(({ attribute, knownAt }) => (knownAt === null ? [] : [[attribute, knownAt]]))),
    };
  };
  const rows = labels.map(({ leadId, accountId, at, win }): OutcomeRow => {
    const account = profileAt('account', accountId, at);
    const contactId = Object.hasOwn(contactOf, leadId) ? contactOf[leadId] : undefined;
    const contact = contactId === undefined ? undefined : profileAt('contact', contactId, at);
    return {
      account: accountId,
      at,
      won: win,
      attributes: account.profile,
      knownAt: account.knownAt,
      ...(contact === undefined ? {} : { contact: contact.profile, contactKnownAt: contact.knownAt }),
    };
  });
  return { rows, conflicting: [...conflicts.values()].sort((a, b) => byText(a.about, b.about) || byText(a.attribute, b.attribute)) };
};

/** What was recorded of one attribute of one account: by date and then by text, each said once; and what has no date. */
interface History {
  readonly dated: readonly Recorded[];
  readonly undated: readonly Recorded[];
}
interface Recorded {
  readonly value: ProfileValue;
  readonly knownAt: Instant | null;
}

const historiesOf = (values: readonly KnownValue[]): ReadonlyMap<string, ReadonlyMap<string, History>> =>
  new Map(
    [...groupBy(values, ({ id }) => id)].map(([id, own]) => [
      id,
      new Map([...groupBy(own, ({ attribute }) => attribute)].map(([attribute, history]) => [attribute, historyOf(history)])),
    ]),
  );

const historyOf = (values: readonly KnownValue[]): History => {
  const said = [...groupBy(values, ({ knownAt, value }) => JSON.stringify([knownAt, value]))].map(([text, [first]]) => ({ ...first, text }));
  const dated = said.filter(({ knownAt }) => knownAt !== null);
  return {
    dated: dated.sort((a, b) => (a.knownAt ?? 0) - (b.knownAt ?? 0) || byText(a.text, b.text)),
    undated: said.filter(({ knownAt }) => knownAt === null),
  };
};

const valueAt = ({ dated, undated }: History, at: Instant): Recorded | 'conflicting' => {
  const next = firstAfter(dated, at);
  const last = dated[next - 1];
  if (last !== undefined) return dated[next - 2]?.knownAt === last.knownAt ? 'conflicting' : last;
  const [standIn, other] = undated.length > 0 ? undated : dated;
  if (standIn === undefined) throw new Error('a history without values');
  return other !== undefined && other.knownAt === standIn.knownAt ? 'conflicting' : standIn;
};

/** The position of the first value recorded after a moment. */
const firstAfter = (dated: readonly Recorded[], at: Instant): number => {
  let [low, high] = [0, dated.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dated[middle]?.knownAt ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
};
