import type { FactMetric } from '../../definition/metric.js';
import { responseFromMqlP90 } from './response-from-mql-p90.js';

/**
 * Calendar time from MQL within which half of the leads that first became MQL in the period got an answer from a person of
 * ours; the unanswered rank last.
 */
export const responseFromMqlP50 = /* @__PURE__ */ (() =>
  ({
    ...responseFromMqlP90,
    id: 'response_from_mql_p50',
    title: 'Response time from MQL, median',
    question: 'Within what time from MQL was half of the leads answered?',
    hides: 'The slower half. Nights and weekends count, and so does the time until the lead is handed over. Answers from before it became MQL are none.',
    source: 'Pedowitz Group starts when the lead becomes MQL; unanswered leads rank last: the 42 hours of HBR 2011 leave out the 23 % that were never answered.',
    measure: { ...responseFromMqlP90.measure, rank: { numerator: 1, denominator: 2 } },
  }) as const satisfies FactMetric)();
