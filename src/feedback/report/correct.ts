import { groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import type { Issue } from '../../kernel/issue.js';
import { listing } from '../../lifecycle/log/listed.js';
import type { Account } from '../../vocabulary/account.js';
import type { Contact } from '../../vocabulary/lead.js';
import type { Profile } from '../../vocabulary/words.js';
import { feedbackIssue } from '../issues.js';
import type { FactCorrection } from './corrections.js';
import { saysTheSame } from './same-value.js';

/** Records with what conversations put right, and what had to be decided on the way. */
export interface Corrected<T> {
  /** In the order given; those of which nothing changed are the same objects. */
  readonly records: readonly T[];
  /** The correction behind each value that changed, in the order of the records: who said so, and when it could be known. */
  readonly applied: readonly FactCorrection[];
  /**
   * `feedback.correction_without_record`, `feedback.conflicting_corrections`, `feedback.record_differs`,
   * `feedback.unknown_attribute` (one that no record can hold): the first 1,000.
   */
  readonly issues: readonly Issue[];
  readonly issueCount: number;
}

/**
 * Accounts as they were known at a moment: what conversations put right and what was recorded of that strictly before
 * `asOf`. The last word on each attribute counts. Two that disagree are reported, unless the later one knew of the earlier;
 * so is a record that says something else than what the conversation found there, since one of the two is newer than the
 * other and nobody can tell which.
 *
 * @example
 * ```ts
 * import { correctAccounts, corrections } from 'revpact/feedback';
 * import { resolve } from 'revpact/lifecycle';
 *
 * const by = { party: 'sales', kind: 'human' } as const;
 * const call = {
 *   id: 'e1', type: 'contact_made', at: 1000, by, leadId: 'l1', accountId: 'acme', channel: 'phone',
 *   corrected: [{ about: 'account', attribute: 'employees', was: 50, is: 250 }],
 * } as const;
 * const told = corrections(resolve([call]));
 * const accounts = [{ id: 'acme', attributes: { employees: 50 } }];
 * correctAccounts(accounts, told, 1001).records[0]?.attributes // => { employees: 250 }
 * correctAccounts(accounts, told, 1000).records[0]?.attributes // => { employees: 50 }
 * ```
 */
export const correctAccounts = (accounts: readonly Account[], told: readonly FactCorrection[], asOf: Instant): Corrected<Account> =>
  correct('account', accounts, told, asOf);

/** As {@link correctAccounts}, for the people there. */
export const correctContacts = (contacts: readonly Contact[], told: readonly FactCorrection[], asOf: Instant): Corrected<Contact> =>
  correct('contact', contacts, told, asOf);

const correct = <T extends { readonly id: string; readonly attributes?: Profile }>(
  about: FactCorrection['about'],
  records: readonly T[],
  told: readonly FactCorrection[],
  asOf: Instant,
): Corrected<T> => {
  const issues = listing<Issue>();
  const known = told.filter((one) => one.about === about && one.knownAt < asOf).sort((a, b) => a.at - b.at || a.order - b.order || a.nth - b.nth);
  const ids = new Set(records.map(({ id }) => id));
  const placed = known.filter((one) => {
    const { id, leadId: lead, attribute } = one;
    if (attribute === '__proto__') issues.add(feedbackIssue('unknown_attribute', { about, attribute, accepted: [], suggestion: null }, [one.event]));
    else if (id === null || !ids.has(id)) issues.add(feedbackIssue('correction_without_record', { about, id, lead, attribute }, [one.event]));
    else return true;
    return false;
  });
  const ofRecord = groupBy(placed, ({ id }) => id);
  const applied: FactCorrection[] = [];
  const corrected = records.map((record): T => {
    const changes = [...groupBy(ofRecord.get(record.id) ?? [], ({ attribute }) => attribute).values()].flatMap((words) => lastWord(record, words, issues.add));
    if (changes.length === 0) return record;
    applied.push(...changes);
    return { ...record, attributes: { ...record.attributes, ...Object.fromEntries(changes.map(({ attribute, is }) => [attribute, is])) } };
  });
  const { first, count } = issues.list();
  return { records: corrected, applied, issues: first, issueCount: count };
};

/** What was said last of one attribute, where it changes the record. */
const lastWord = (
  { id, attributes = {} }: { readonly id: string; readonly attributes?: Profile },
  words: readonly [FactCorrection, ...FactCorrection[]],
  report: (issue: Issue) => void,
): readonly FactCorrection[] => {
  const last = words.at(-1) ?? words[0];
  const { about, attribute, event } = last;
  // One that found the earlier value on record knew of it: things changed, and nobody disagrees.
  const overruled = words.filter((word, i) => {
    const next = words[i + 1];
    return next !== undefined && !saysTheSame(word.is, next.is) && !saysTheSame(word.is, next.was);
  });
  if (overruled.length > 0) {
    report(feedbackIssue('conflicting_corrections', { about, id, attribute, kept: event, overruled: overruled.map((word) => word.event) }, [event]));
  }
  const found = Object.hasOwn(attributes, attribute) ? (attributes[attribute] ?? null) : null;
  if (saysTheSame(found, last.is)) return [];
  if (last.was !== null && words.every(({ was, is }) => !saysTheSame(found, was) && !saysTheSame(found, is))) {
    report(feedbackIssue('record_differs', { about, id, attribute, event }, [event]));
  }
  return [last];
};
