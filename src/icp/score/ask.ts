import type { Account } from '../../vocabulary/account.js';
import type { Condition } from '../filter/condition.js';
import { holdsOf } from './answer.js';
import { askedFor } from './asked.js';
import { subjectOf, type Whom } from './subject.js';

/** What a condition finds: it holds, it does not, or nobody knows. `why` is for people. */
export interface Finding {
  readonly holds: boolean | null;
  readonly why: string;
}

/**
 * Ask one condition of an account. Its answer is yes, no, or not known.
 *
 * @example
 * ```ts
 * import { ask } from 'revpact/icp';
 *
 * const account = { id: 'a1', attributes: { employees: 250, tools: ['CRM', 'Calendar'] } };
 * ask({ is: 'range', attribute: 'employees', from: '50', below: '250' }, account).why // => 'employees is 250, not at least 50 and below 250'
 * ask({ is: 'overlap', attribute: 'tools', values: ['calendar'] }, account).holds // => true
 * ask({ is: 'present', attribute: 'role', about: 'contact' }, account).holds // => false
 * ask({ is: 'equal', attribute: 'role', about: 'contact', value: 'buyer' }, account).holds // => null
 * ```
 */
export const ask = (condition: Condition, account: Account, whom: Whom = {}): Finding => {
  const asked = askedFor(condition);
  const subject = subjectOf(account, whom);
  const answer = asked.answer(subject);
  return { holds: holdsOf(answer), why: asked.why(subject, answer) };
};
