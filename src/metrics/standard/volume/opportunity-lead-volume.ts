import type { FactMetric } from '../../definition/metric.js';
import { mqlVolume } from './mql-volume.js';

/** Leads that reached an opportunity for the first time. */
export const opportunityLeadVolume = /* @__PURE__ */ (() =>
  ({
    ...mqlVolume,
    id: 'opportunity_lead_volume',
    title: 'Leads that became an opportunity',
    question: 'How many leads reached an opportunity for the first time in the period?',
    hides: 'Opportunities without a lead, and second opportunities of the same lead: those are in the number of opportunities.',
    source: 'Volume by stage; counts leads, as against opportunity records.',
    basis: { ...mqlVolume.basis, base: { milestone: 'opportunity', pick: 'first' } },
  }) as const satisfies FactMetric)();
