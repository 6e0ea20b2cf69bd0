import type { Account, Profile } from 'revpact/vocabulary';
import type { Criterion, TargetFilter } from 'revpact/icp';

export const anAccount = (attributes: Profile, id = 'a1'): Account => ({ id, attributes });

const question = { title: 'Asked by both sides' };

/** Industry retail or hospitality 20 points, size in bands up to 40, Germany a must, competitors out. */
export const CORE: TargetFilter = {
  id: 'core',
  title: 'Core market',
  criteria: [
    { ...question, id: 'country', missing: 'zero', role: 'must_have', when: { is: 'equal', attribute: 'country', value: 'DE' } },
    {
      ...question,
      id: 'competitor',
      missing: 'zero',
      role: 'disqualifier',
      when: { is: 'contains', attribute: 'tags', any: ['competitor'] },
    },
    {
      ...question,
      id: 'industry',
      missing: 'neutral',
      role: 'weighted',
      when: { is: 'one_of', attribute: 'industry', values: ['retail', 'hospitality'] },
      points: 20,
    },
    {
      ...question,
      id: 'size',
      missing: 'zero',
      role: 'banded',
      bands: [
        { when: { is: 'range', attribute: 'employees', from: '250' }, points: 40 },
        { when: { is: 'range', attribute: 'employees', from: '50', below: '250' }, points: 25 },
        { when: { is: 'range', attribute: 'employees', below: '50' }, points: -5 },
      ],
    },
  ],
  tiers: [
    { id: 'A', atLeast: 45 },
    { id: 'B', atLeast: 20 },
  ],
};

export const withCriterion = (...criteria: readonly Criterion[]): TargetFilter => ({ ...CORE, criteria });
