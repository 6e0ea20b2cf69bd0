import type { FactMetric } from '../../definition/metric.js';
import { responseFromMqlP90 } from './response-from-mql-p90.js';

/**
 * Calendar time from MQL within which nineteen in twenty of the leads that first became MQL in the period got an answer from a
 * person of ours; the unanswered rank last.
 */
export const responseFromMqlP95 = /* @__PURE__ */ (() =>
  ({
    ...responseFromMqlP90,
    id: 'response_from_mql_p95',
    title: 'Response time from MQL, 95th percentile',
    question: 'Within what time from MQL were nineteen in twenty of the leads answered?',
    hides: 'The slowest twentieth. Nights and weekends count, and so does the time until the lead is handed over. Answers from before it became MQL are none.',
    source: 'Pedowitz Group starts when the lead becomes MQL; unanswered leads rank last: the 42 hours of HBR 2011 leave out the 23 % that were never answered.',
    measure: { ...responseFromMqlP90.measure, rank: { numerator: 19, denominator: 20 } },
  }) as const satisfies FactMetric)();
