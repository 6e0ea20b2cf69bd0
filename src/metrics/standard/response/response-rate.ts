import type { FactMetric } from '../../definition/metric.js';
import { responseFromCreationP90 } from './response-from-creation-p90.js';

/** Of the leads that were created in the period, the share that a person of ours ever answered. */
export const responseRate = /* @__PURE__ */ (() =>
  ({
    ...responseFromCreationP90,
    id: 'response_rate',
    title: 'Response rate',
    question: 'Of the leads that were created in the period, how many has anybody answered?',
    hides: 'How long it took, and whether an answer was due: whoever is on record counts, also a customer who asked nothing.',
    source: 'HBR 2011, "The short life of online sales leads": 23 % were never answered.',
    measure: { kind: 'share', digits: 4, rounding: 'half-even' },
    basis: { ...responseFromCreationP90.basis, target: { is: 'met', all: [{ column: 'row.answeredAt', is: 'not_null' }] } },
  }) as const satisfies FactMetric)();
