import type { TargetFilter } from 'revpact/icp';

const asked = { title: 'Agreed by both sides' } as const;

/** Twelve questions of every kind: text, yes or no, numbers in bands, lists, words in text, several attributes at once. */
export const FILTER = {
  id: 'bench',
  title: 'Twelve questions',
  criteria: [
    { ...asked, id: 'country', missing: 'zero', role: 'must_have', when: { is: 'one_of', attribute: 'country', values: ['DE', 'AT', 'CH', 'NL', 'FR', 'PL'] } },
    { ...asked, id: 'competitor', missing: 'zero', role: 'disqualifier', when: { is: 'equal', attribute: 'competitor', value: true } },
    { ...asked, id: 'industry', missing: 'neutral', role: 'weighted', when: { is: 'one_of', attribute: 'industry', values: ['retail', 'hospitality', 'logistics'] }, points: 20 },
    {
      ...asked,
      id: 'size',
      missing: 'zero',
      role: 'banded',
      bands: [
        { when: { is: 'range', attribute: 'employees', from: '1000' }, points: 15 },
        { when: { is: 'range', attribute: 'employees', from: '250', below: '1000' }, points: 30 },
        { when: { is: 'range', attribute: 'employees', from: '50', below: '250' }, points: 20 },
        { when: { is: 'range', attribute: 'employees', below: '50' }, points: -5 },
      ],
    },
    {
      ...asked,
      id: 'revenue',
      missing: 'neutral',
      role: 'banded',
      bands: [
        { when: { is: 'range', attribute: 'revenue_millions', from: '100' }, points: 25 },
        { when: { is: 'range', attribute: 'revenue_millions', from: '9.5', below: '100' }, points: 10 },
      ],
    },
    { ...asked, id: 'young', missing: 'zero', role: 'weighted', when: { is: 'range', attribute: 'founded', from: '2010' }, points: 5 },
    { ...asked, id: 'has_crm', missing: 'zero', role: 'weighted', when: { is: 'present', attribute: 'crm' }, points: 8 },
    { ...asked, id: 'tools', missing: 'zero', role: 'weighted', when: { is: 'overlap', attribute: 'tools', values: ['erp', 'webshop', 'warehouse'] }, points: 12 },
    { ...asked, id: 'many_tools', missing: 'zero', role: 'weighted', when: { is: 'count', attribute: 'tools', from: 3 }, points: 6 },
    { ...asked, id: 'wholesale', missing: 'zero', role: 'weighted', when: { is: 'contains', attribute: 'about', any: ['wholesale', 'franchise'] }, points: 9 },
    {
      ...asked,
      id: 'growing',
      missing: 'zero',
      role: 'weighted',
      when: {
        is: 'all',
        of: [
          { is: 'range', attribute: 'growth', from: '0.2' },
          { is: 'one_of', attribute: 'funding', values: ['series_b', 'series_c'] },
        ],
      },
      points: 15,
    },
    {
      ...asked,
      id: 'unserved',
      missing: 'zero',
      role: 'weighted',
      when: {
        is: 'none',
        of: [
          { is: 'equal', attribute: 'customer', value: true },
          { is: 'equal', attribute: 'in_talks', value: true },
        ],
      },
      points: 10,
    },
  ],
  tiers: [
    { id: 'A', atLeast: 80 },
    { id: 'B', atLeast: 55 },
    { id: 'C', atLeast: 30 },
  ],
} as const satisfies TargetFilter;
