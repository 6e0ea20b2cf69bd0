import type { Event } from 'revpact/vocabulary';
import type { TargetFilter } from 'revpact/icp';

/** The first of March 2026, 12:00 UTC, and so many days and hours after. */
export const t = (day: number, hour = 0): number => Date.UTC(2026, 2, 1, 12) + (day * 24 + hour) * 3_600_000;

const human = (party: string, person: string) => ({ party, person, kind: 'human' }) as const;

/** A sales leader of `sales` lets sales development contact an account from day 0, for ten days. */
export const aGrant = (given: Partial<Extract<Event, { type: 'exception_granted' }>> = {}): Extract<Event, { type: 'exception_granted' }> => ({
  id: 'g1',
  type: 'exception_granted',
  at: t(0),
  by: human('sales', 'p9'),
  accountId: 'fair',
  to: 'sales_development',
  until: t(10),
  why: 'Met at the fair',
  ...given,
});

export const anEnd = (at: number, ends = 'g1', id = 'x1'): Extract<Event, { type: 'exception_ended' }> => ({
  id,
  type: 'exception_ended',
  at,
  by: human('sales', 'p9'),
  ends,
});

export const anOptOut = (leadId: string, at: number, channel?: 'phone' | 'email'): Extract<Event, { type: 'opted_out' }> => ({
  id: `o_${leadId}`,
  type: 'opted_out',
  at,
  by: human('sales_development', 'p1'),
  leadId,
  ...(channel === undefined ? {} : { channel }),
});

/** Employees give 30 from 250, 10 from 50; a known industry 20; banks a further 15 from the 10th of March on. Tiers A 50, B 20. */
export const PLAIN: TargetFilter = {
  id: 'plain',
  title: 'Plain market',
  criteria: [
    {
      id: 'size',
      title: 'Big enough?',
      missing: 'zero',
      role: 'banded',
      bands: [
        { when: { is: 'range', attribute: 'employees', from: '250' }, points: 30 },
        { when: { is: 'range', attribute: 'employees', from: '50' }, points: 10 },
      ],
    },
    {
      id: 'industry',
      title: 'A trade we know?',
      missing: 'zero',
      role: 'weighted',
      when: { is: 'one_of', attribute: 'industry', values: ['retail', 'banking'] },
      points: 20,
    },
    {
      id: 'bank',
      title: 'A bank?',
      missing: 'zero',
      role: 'weighted',
      when: { is: 'equal', attribute: 'industry', value: 'banking' },
      points: 15,
      from: '2026-03-10T00:00:00Z',
    },
  ],
  tiers: [
    { id: 'A', atLeast: 50 },
    { id: 'B', atLeast: 20 },
  ],
};
