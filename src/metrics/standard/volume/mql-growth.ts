import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { mqlVolume } from './mql-volume.js';

/** By how much the number of first MQLs grew over that of the period before. */
export const mqlGrowth = /* @__PURE__ */ (() =>
  ({
    id: 'mql_growth',
    title: 'Lead velocity rate',
    question: 'By what share did the number of qualified leads grow over the period before?',
    hides: 'How many there are: from 1 to 2 is 100 %. Seasons. A period that is not over yet is compared with a whole one.',
    source: 'Rekener, lead velocity rate: (120 - 100) ÷ 100 = 20 %.',
    unit: 'period',
    dimensions: [],
    measure: {
      kind: 'formula',
      steps: [
        { name: 'growth', op: 'subtract', left: { input: 'now' }, right: { input: 'before' } },
        { name: 'rate', op: 'divide', left: { step: 'growth' }, right: { input: 'before' } },
      ],
      of: 'number',
      digits: 4,
      rounding: 'half-even',
    },
    basis: { kind: 'formula', inputs: { now: inputOf(mqlVolume), before: inputOf(mqlVolume, 1) } },
  }) as const satisfies FormulaMetric)();
