import type { FactMetric } from '../../definition/metric.js';
import { opportunitiesWon } from './opportunities-won.js';

/** New-business opportunities won in the period. */
export const newCustomers = /* @__PURE__ */ (() =>
  ({
    ...opportunitiesWon,
    id: 'new_customers',
    title: 'New customers',
    question: 'How many new customers were won in the period?',
    hides: 'Whether they stay. It counts won opportunities of new business: an account that buys twice as new business counts twice.',
    source: 'The denominator of customer acquisition cost: expansion and renewal acquire nobody.',
    dimensions: [],
    basis: { ...opportunitiesWon.basis, where: [{ column: 'row.type', is: 'equals', value: 'new_business' }] },
  }) as const satisfies FactMetric)();
