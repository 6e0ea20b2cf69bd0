import { byText, groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import type { Account } from '../../vocabulary/account.js';
import type { Contact } from '../../vocabulary/lead.js';
import type { TargetFilter } from '../filter/filter.js';
import { subjectScorer, type Score } from '../score/score.js';
import { contactIn, subjectOf } from '../score/subject.js';
import { askedOfContact } from './of-contact.js';

/** An account with the contact who would be called there, if anyone, and how well the two fit. */
export interface Candidate {
  readonly contactId: string | null;
  readonly score: Score;
}

/** Who is known at the accounts, and who may be called there. */
interface People {
  readonly contacts: readonly Contact[] | undefined;
  readonly toCall: readonly Contact[] | undefined;
  readonly compare: (a: Score, b: Score) => number;
}

/** How well an account fits, with the best of those who may be called there. */
export const candidateScorer = (filter: TargetFilter, asOf: Instant, { contacts, toCall, compare }: People): ((account: Account) => Candidate) => {
  const scoreOf = subjectScorer(filter, asOf);
  const asked = [...new Set(filter.criteria.flatMap(askedOfContact))];
  const known = contacts === undefined ? null : byAccount(contacts);
  const callable = byAccount(toCall ?? []);
  return (account) => {
    // One subject for all who may be called there: who else works there is then counted once.
    const nobody = subjectOf(account, known === null ? {} : { contacts: eachOnce(known.get(account.id)) });
    // Who asked to be left alone is nobody to call. Of those who give the same answers the first stands for all.
    const candidates = eachOnce(callable.get(account.id)).filter(({ optedOut }) => optedOut !== true);
    const [first, ...more] = [...groupBy(candidates, (one) => answersOf(one, asked)).values()].map(([one]) => one);
    if (first === undefined) return { contactId: null, score: scoreOf(account.id, nobody) };
    const withContact = (contact: Contact): Candidate => ({ contactId: contact.id, score: scoreOf(account.id, { ...nobody, contact: contactIn(contact) }) });
    return more.map(withContact).reduce((best, one) => (compare(one.score, best.score) < 0 ? one : best), withContact(first));
  };
};

/** As much of a contact as scores hang on, as text. What is no number is not known, as null is. */
const answersOf = ({ attributes = {} }: Contact, asked: readonly string[]): string =>
  JSON.stringify(asked.map((name) => (Object.hasOwn(attributes, name) ? attributes[name] : null)));

const byAccount = (contacts: readonly Contact[]): ReadonlyMap<string | null, readonly Contact[]> =>
  groupBy(contacts, ({ accountId }) => accountId ?? null);

/** The contacts of one account, each once, by id as text. Of one whose rows contradict each other no attribute is known. */
const eachOnce = (contacts: readonly Contact[] = []): readonly Contact[] =>
  contacts.length < 2
    ? contacts
    : [...groupBy(contacts, ({ id }) => id).values()].map(agreed).sort((a, b) => byText(a.id, b.id));

const agreed = ([first, ...more]: readonly [Contact, ...Contact[]]): Contact => {
  const text = more.length === 0 ? '' : sayings(first);
  if (more.every((one) => sayings(one) === text)) return first;
  const { id, accountId } = first;
  const optedOut = [first, ...more].some((one) => one.optedOut === true);
  return { id, ...(accountId === undefined ? {} : { accountId }), ...(optedOut ? { optedOut } : {}) };
};

/** All that a row says, whatever the order of its fields. */
const sayings = (contact: Contact): string =>
  JSON.stringify(contact, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => byText(a, b)))
      : value,
  );
