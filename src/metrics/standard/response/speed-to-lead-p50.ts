import type { FactMetric } from '../../definition/metric.js';
import { speedToLead } from './speed-to-lead.js';

/** Half of the leads were answered within this many open milliseconds; the unanswered rank behind all that were. */
export const speedToLeadP50 = /* @__PURE__ */ (() =>
  ({
    ...speedToLead,
    id: 'speed_to_lead_p50',
    title: 'Speed to lead, median',
    question: 'Within how much working time was half of the leads handed over answered?',
    hides: 'The slower half, and whether the answer was any good. A lead with several response clauses counts once for each, by its first clock on a delivery.',
    source: 'Varicent, lead response terminology; unanswered leads ranked last, which averages such as the 42 hours of HBR 2011 leave out.',
    measure: { ...speedToLead.measure, rank: { numerator: 1, denominator: 2 } },
  }) as const satisfies FactMetric)();
