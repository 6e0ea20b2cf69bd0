import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { mqlToSqlRate } from '../conversion/mql-to-sql-rate.js';
import { mqlVolume } from '../volume/mql-volume.js';

/** The share of first MQLs of the period that have not reached SQL before asOf: what a velocity of converters is silent about. */
export const mqlToSqlNotConverted = /* @__PURE__ */ (() =>
  ({
    id: 'mql_to_sql_not_converted',
    title: 'MQLs not converted to SQL',
    question: 'Of the leads that became MQL in the period, how many has sales not qualified by now?',
    hides: 'Whether they still may: a young cohort has a high share.',
    source: 'The share not converted beside a velocity of converters only.',
    unit: 'period',
    dimensions: [],
    measure: {
      kind: 'formula',
      steps: [
        { name: 'not_converted', op: 'subtract', left: { input: 'mqls' }, right: { input: 'converted' } },
        { name: 'share', op: 'divide', left: { step: 'not_converted' }, right: { input: 'mqls' } },
      ],
      of: 'number',
      digits: 4,
      rounding: 'half-even',
    },
    basis: {
      kind: 'formula',
      inputs: { mqls: inputOf(mqlVolume), converted: inputOf({ ...mqlToSqlRate, measure: { kind: 'count' } }) },
    },
  }) as const satisfies FormulaMetric)();
