import type { FactMetric } from '../../definition/metric.js';
import { speedToLead } from './speed-to-lead.js';

/** Nineteen in twenty of the leads were answered within this many open milliseconds; the unanswered rank behind all that were. */
export const speedToLeadP95 = /* @__PURE__ */ (() =>
  ({
    ...speedToLead,
    id: 'speed_to_lead_p95',
    title: 'Speed to lead, 95th percentile',
    question: 'Within how much working time were nineteen in twenty of the leads handed over answered?',
    hides: 'The slowest twentieth, and whether the answer was any good. A lead with several response clauses counts once for each, by its first clock on a delivery.',
    source: 'Varicent, lead response terminology; unanswered leads ranked last, which averages such as the 42 hours of HBR 2011 leave out.',
    measure: { ...speedToLead.measure, rank: { numerator: 19, denominator: 20 } },
  }) as const satisfies FactMetric)();
