import type { FactMetric } from '../../definition/metric.js';
import { recycleYieldMql } from './recycle-yield-mql.js';

/** Of the leads brought back in the period, the share that became SQL again since. */
export const recycleYieldSql = /* @__PURE__ */ (() =>
  ({
    ...recycleYieldMql,
    id: 'recycle_yield_sql',
    title: 'Recycle yield, SQL',
    question: 'Of the leads that were brought back in the period, how many became SQL again since?',
    hides: 'What it cost to bring them back. Recent ones have had less time.',
    source: 'SiriusDecisions newsletter, July 2017: recycled leads that reach SQL again over recycled.',
    basis: { ...recycleYieldMql.basis, target: { is: 'met', all: [{ column: 'row.sqlAgainAt', is: 'not_null' }] } },
  }) as const satisfies FactMetric)();
