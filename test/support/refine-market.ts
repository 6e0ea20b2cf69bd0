import type { AgreedAttribute, TargetFilter } from 'revpact/icp';
import { columnsOfOutcomes, outcomeTable, type OutcomeRow, type OutcomeTable } from 'revpact/icp/refine';
import { unwrap } from 'revpact/kernel';

const HOUR = 3_600_000;
export const MARKET_START = Date.UTC(2025, 0, 1);

/** A stream of numbers from 0 up to 1 (Park and Miller 1988), the same for the same seed. */
const stream = (seed: number): (() => number) => {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
};

export const MARKET_ATTRIBUTES: readonly AgreedAttribute[] = [
  { name: 'employees', type: 'number', known: 'before', title: 'How many work there?' },
  { name: 'industry', type: 'text', known: 'before' },
  { name: 'webshop', type: 'yes_no', known: 'before' },
  { name: 'country', type: 'text', known: 'before' },
  { name: 'noise', type: 'number', known: 'before' },
  { name: 'seniority', about: 'contact', type: 'text', known: 'before' },
  { name: 'call_length', type: 'number', known: 'after' },
  { name: 'gender', about: 'contact', type: 'text', forbidden: 'nobody is chosen by it' },
];

/** What decides here: size (best from 50 to 500), industry, a webshop, and who is asked; the rest does not. */
const oddsOf = (employees: number | null, industry: string, webshop: boolean, seniority: string): number =>
  -1.6 +
  (employees === null ? -0.8 : employees >= 50 && employees < 500 ? 1.2 : -0.4) +
  ({ saas: 1, retail: 0.3, bank: -0.7 }[industry] ?? 0) +
  (webshop ? 0.8 : 0) +
  (seniority === 'head' ? 0.7 : 0);

/** Hand-overs of a market, one an hour. */
export const marketRows = (rows = 3000, seed = 7): readonly OutcomeRow[] => {
  const next = stream(seed);
  const one = <T>(options: readonly [T, ...T[]]): T => options[Math.floor(next() * options.length)] ?? options[0];
  return Array.from({ length: rows }, (_, row): OutcomeRow => {
    const employees = next() < 0.1 ? null : Math.round(10 ** (1 + next() * 2.5));
    const industry = one(['saas', 'retail', 'bank', 'farm']);
    const webshop = next() < 0.4;
    const seniority = one(['head', 'staff']);
    const won = next() < 1 / (1 + Math.exp(-oddsOf(employees, industry, webshop, seniority)));
    return {
      account: `a${String(Math.floor(next() * rows * 0.9))}`,
      at: MARKET_START + row * HOUR,
      won,
      attributes: {
        ...(employees === null ? {} : { employees }),
        industry,
        webshop,
        country: one(['DE', 'AT', 'CH']),
        noise: Math.floor(next() * 1000),
        call_length: Math.round((won ? 600 : 200) * (0.5 + next())),
      },
      contact: { seniority, gender: one(['f', 'm']) },
    };
  });
};

export const tableOfRows = (rows: readonly OutcomeRow[], attributes: readonly AgreedAttribute[] = MARKET_ATTRIBUTES): OutcomeTable =>
  unwrap(outcomeTable(unwrap(columnsOfOutcomes(rows, attributes)).columns));

/** What was agreed: size the wrong way round, industry about right, a must and a question of two attributes. */
export const MARKET_FILTER: TargetFilter = {
  id: 'core',
  title: 'Core market',
  attributes: MARKET_ATTRIBUTES,
  criteria: [
    { id: 'at_home', title: 'In a country we serve?', missing: 'zero', role: 'must_have', when: { is: 'one_of', attribute: 'country', values: ['DE', 'AT'] } },
    {
      id: 'size',
      title: 'Big enough?',
      missing: 'neutral',
      role: 'banded',
      bands: [
        { when: { is: 'range', attribute: 'employees', from: '500' }, points: 20 },
        { when: { is: 'range', attribute: 'employees', from: '50', below: '500' }, points: 10 },
      ],
    },
    { id: 'software', title: 'In software?', missing: 'zero', role: 'weighted', when: { is: 'equal', attribute: 'industry', value: 'SaaS' }, points: 15 },
    {
      id: 'shop_at_home',
      title: 'A webshop in Germany?',
      missing: 'zero',
      role: 'weighted',
      when: {
        is: 'all',
        of: [
          { is: 'equal', attribute: 'webshop', value: true },
          { is: 'equal', attribute: 'country', value: 'DE' },
        ],
      },
      points: 5,
    },
    {
      id: 'crisis',
      title: 'Through the crisis?',
      missing: 'zero',
      role: 'weighted',
      when: { is: 'present', attribute: 'employees' },
      points: 3,
      until: '2025-01-01T00:00:00Z',
    },
  ],
  tiers: [
    { id: 'A', atLeast: 25 },
    { id: 'B', atLeast: 10 },
  ],
};
