import type { FactMetric } from '../../definition/metric.js';
import { mqlVolume } from './mql-volume.js';

/** Every entry into MQL, those of recycled leads among them. */
export const mqlEntries = /* @__PURE__ */ (() =>
  ({
    ...mqlVolume,
    id: 'mql_entries',
    title: 'MQL entries',
    question: 'How often did a lead become MQL in the period?',
    hides: 'How many different leads that is: one that is recycled and qualified again counts each time.',
    source: 'Every-entry counting, as against first entries; HubSpot tells latest and cumulative apart.',
    unit: 'visit',
    basis: { ...mqlVolume.basis, base: { milestone: 'mql', pick: 'every' } },
  }) as const satisfies FactMetric)();
