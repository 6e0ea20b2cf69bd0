import type { FactMetric } from '../../definition/metric.js';
import { mqlVolume } from './mql-volume.js';

/** Leads that sales qualified for the first time. */
export const sqlVolume = /* @__PURE__ */ (() =>
  ({
    ...mqlVolume,
    id: 'sql_volume',
    title: 'SQL volume',
    question: 'How many leads did sales qualify for the first time in the period?',
    hides: 'Whether they close. What one side calls qualified is agreed in the framework.',
    source: 'SiriusDecisions waterfall: sales qualified leads.',
    basis: { ...mqlVolume.basis, base: { milestone: 'sql', pick: 'first' } },
  }) as const satisfies FactMetric)();
