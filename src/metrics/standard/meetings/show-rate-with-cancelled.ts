import type { FactMetric } from '../../definition/metric.js';
import { showRateMetric } from './show-rate.js';

/** Held over all meetings whose start has come, those cancelled before it among them. */
export const showRateWithCancelled = /* @__PURE__ */ (() =>
  ({
    ...showRateMetric,
    id: 'show_rate_with_cancelled',
    title: 'Show rate, cancelled ones counted',
    question: 'Of all meetings due in the period, called off or not, how many took place?',
    hides: 'Who called off, and when. A meeting that was moved counts where it was moved to.',
    source: 'Rekener, demo complete rate, in the stricter reading in which a meeting called off in time was still a meeting set.',
    basis: { ...showRateMetric.basis, where: [] },
  }) as const satisfies FactMetric)();
