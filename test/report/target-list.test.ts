import { describe, expect, test } from 'vitest';
import { buildTargetList, type TargetFilter } from 'revpact/icp';
import { targetListCsv, targetListDocument, toMarkdown } from 'revpact/report';
import type { Account, Profile } from 'revpact/vocabulary';

const FILTER: TargetFilter = {
  id: 'core',
  title: 'Core *market*',
  criteria: [
    { id: 'country', title: 'Where we sell?', missing: 'refuse', role: 'must_have', when: { is: 'equal', attribute: 'country', value: 'DE' } },
    { id: 'trade', title: 'A trade we know?', missing: 'neutral', role: 'weighted', when: { is: 'equal', attribute: 'trade', value: 'retail' }, points: 30 },
    { id: 'far', title: 'Far away?', missing: 'zero', role: 'weighted', when: { is: 'range', attribute: 'km', from: '500' }, points: -3 },
  ],
  tiers: [
    { id: 'A', atLeast: 20 },
    { id: 'B', atLeast: 3 },
  ],
};
const account = (id: string, attributes: Profile): Account => ({ id, attributes });
const ACCOUNTS = [
  account('=1+1', { country: 'DE', trade: 'retail', km: 900 }),
  account('b', { trade: 'retail', km: 1 }),
  account('c', { country: 'de', trade: 'steel', km: 1 }),
  account('d', { country: 'FR', trade: 'retail', km: 1 }),
];
const asOf = Date.UTC(2026, 5, 1);
const page = (accounts: readonly Account[], { capacity = Infinity, ...more }: { readonly capacity?: number; readonly shown?: number } = {}): string =>
  toMarkdown(targetListDocument(buildTargetList(accounts, FILTER, { asOf, capacity }), FILTER, { zone: 'UTC', ...more }));

describe('a target list for people', () => {
  test('whom to call, whom not, and what decided it', () => {
    const text = page(ACCOUNTS);
    expect(text).toContain('Of 4 accounts 1 is on the list and 3 are not.');
    expect(text).toContain('| 1 | \\=1+1 | A | 27 | 30 | trade is "retail" (+30) | km is 900, at least 500 (−3) |');
    expect(text).toContain('| b | not known whether it fits | 30 | Where we sell? country is not known |');
    expect(text).toContain('| c | too few points for any tier | 0 | A trade we know? trade is "steel", not "retail"; Far away? km is 1, not at least 500 |');
    expect(text).toContain('| d | a must-have is missing | 30 | Where we sell? country is "FR", not "DE" |');
    expect(text).toContain('| Where we sell? | 1 | 25.0 % |');
  });

  test.each([
    { when: 'no account reaches a tier', accounts: ACCOUNTS.slice(1), capacity: 5, says: 'Nobody: no account reaches a tier.' },
    { when: 'none can be worked', accounts: ACCOUNTS, capacity: 0, says: 'Nobody: no account can be worked.' },
    { when: 'there are none', accounts: [], capacity: 5, says: 'Of 0 accounts 0 are on the list and 0 are not.' },
  ])('$when', ({ accounts, capacity, says }) => {
    expect(page(accounts, { capacity })).toContain(says);
  });

  test('what is not shown is counted', () => {
    expect(page(ACCOUNTS, { shown: 2 })).toContain('And 1 more.');
  });

  test('as CSV no cell is run by a spreadsheet', () => {
    const lines = targetListCsv(buildTargetList(ACCOUNTS, FILTER, { asOf })).split('\r\n');
    expect(lines[1]).toBe(`1,'=1+1,,A,27,30,30,true,,0,"country is ""DE""",30,"trade is ""retail""",-3,"km is 900, at least 500"`);
    expect(lines).toHaveLength(6);
  });
});
