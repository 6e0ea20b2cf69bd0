import type { Instant } from '../../kernel/instant.js';
import type { Account } from '../../vocabulary/account.js';
import type { TargetFilter } from '../filter/filter.js';
import { scorer } from './score.js';
import type { Whom } from './subject.js';

/**
 * The filter as a predicate: whether an account fits and is in one of the tiers. One of which that is not known is not let in.
 *
 * @param tiers - Which tiers; all of them where left out.
 * @example
 * ```ts
 * import { lets } from 'revpact/icp';
 *
 * const big = lets(
 *   {
 *     id: 'core',
 *     title: 'Core market',
 *     criteria: [
 *       { id: 'size', title: 'Big enough?', missing: 'zero', role: 'weighted', when: { is: 'range', attribute: 'employees', from: '50' }, points: 30 },
 *     ],
 *     tiers: [{ id: 'A', atLeast: 30 }, { id: 'B', atLeast: 0 }],
 *   },
 *   0,
 *   ['A'],
 * );
 * const accounts = [{ id: 'a1', attributes: { employees: 250 } }, { id: 'a2', attributes: { employees: 3 } }];
 * accounts.filter((account) => big(account)).map(({ id }) => id) // => ['a1']
 * ```
 */
export const lets = (filter: TargetFilter, asOf: Instant, tiers?: readonly string[]): ((account: Account, whom?: Whom) => boolean) => {
  const score = scorer(filter, asOf);
  const among = tiers === undefined ? null : new Set(tiers);
  return (account, whom) => {
    const { tier } = score(account, whom);
    return tier !== null && (among === null || among.has(tier));
  };
};
