import type { Account, Attributes } from 'revpact/vocabulary';
import type { Criterion, TargetFilter } from 'revpact/icp';

export const anAccount = (attributes: Attributes, id = 'a1'): Account => ({ id, attributes });

const question = { title: 'Asked by both sides' };

/** Industry retail or hospitality 20 points, size in bands up to 40, Germany a must, competitors out. */
export const CORE: TargetFilter = {
  id: 'core',
  title: 'Core market',
  criteria: [
    { ...question, id: 'country', attribute: 'country', missing: 'zero', role: 'must_have', test: { is: 'equal', value: 'DE' } },
    {
      ...question,
      id: 'competitor',
      attribute: 'tags',
      missing: 'zero',
      role: 'disqualifier',
      test: { is: 'contains', any: ['competitor'] },
    },
    {
      ...question,
      id: 'industry',
      attribute: 'industry',
      missing: 'neutral',
      role: 'weighted',
      test: { is: 'one_of', values: ['retail', 'hospitality'] },
      points: 20,
    },
    {
      ...question,
      id: 'size',
      attribute: 'employees',
      missing: 'zero',
      role: 'banded',
      bands: [
        { test: { is: 'range', from: '250' }, points: 40 },
        { test: { is: 'range', from: '50', below: '250' }, points: 25 },
        { test: { is: 'range', below: '50' }, points: -5 },
      ],
    },
  ],
  tiers: [
    { id: 'A', atLeast: 45 },
    { id: 'B', atLeast: 20 },
  ],
};

export const withCriterion = (...criteria: readonly Criterion[]): TargetFilter => ({ ...CORE, criteria });
