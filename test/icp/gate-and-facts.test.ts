import { expect, test } from 'vitest';
import fc from 'fast-check';
import { gateState, mayContact, providedList, type ContactRules } from 'revpact/icp';
import { factsFrom, resolve } from 'revpact/lifecycle';
import { sirius2006, type Event } from 'revpact/vocabulary';
import { aGrant, t } from '../support/calling.js';

const RULES: ContactRules = { exceptionsBy: ['sales'], longestDays: 14 };
const PARTIES = ['sales_development', 'sales'] as const;
const ACCOUNTS = ['a', 'b', 'c'] as const;

const someLog = fc
  .array(
    fc.oneof(
      fc.record({ what: fc.constant('list' as const), day: fc.nat(6), to: fc.constantFrom(...PARTIES), accounts: fc.subarray([...ACCOUNTS]) }),
      fc.record({ what: fc.constant('call' as const), day: fc.nat(6), to: fc.constantFrom(...PARTIES), accounts: fc.subarray([...ACCOUNTS], { minLength: 1, maxLength: 1 }) }),
      fc.record({ what: fc.constant('grant' as const), day: fc.nat(6), to: fc.constantFrom(...PARTIES), accounts: fc.subarray([...ACCOUNTS], { minLength: 1, maxLength: 1 }) }),
    ),
    { maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ what, day, to, accounts }, i): Event => {
      const base = { id: `e${String(i)}`, at: t(day) };
      const [accountId = 'a'] = accounts;
      if (what === 'list') return { ...base, type: 'provided', item: 'target_list', by: { party: 'marketing', kind: 'human' }, to, accountIds: accounts };
      if (what === 'grant') return aGrant({ ...base, to, accountId, until: t(day + 2) });
      return { ...base, type: 'attempt', by: { party: to, kind: 'human' }, leadId: `l_${accountId}`, accountId, channel: 'phone' };
    }),
  );

test('what the gate says beforehand the facts say afterwards: who was on the list of their party', () => {
  fc.assert(
    fc.property(someLog, (events) => {
      const state = gateState(events, RULES);
      const { facts } = factsFrom(sirius2006, resolve(events));
      for (const { accountId, at, party, channel, leadId, onList } of facts.activities) {
        const list = providedList(events, { to: party, at });
        const verdict = mayContact({ leadId, accountId, channel, at, party }, list, RULES, state);
        expect(list === null ? null : list.in.some((one) => one.accountId === accountId)).toBe(onList);
        expect(verdict.allowed && verdict.because === 'on_list').toBe(onList === true);
        // A grant of sales to sales is to itself.
        const leave = events.some(
          (event) => event.type === 'exception_granted' && event.to === party && event.to !== 'sales' && event.accountId === accountId && event.at <= at && at < event.until,
        );
        expect(verdict.allowed).toBe(onList === true || leave);
      }
    }),
    { numRuns: 300 },
  );
});
