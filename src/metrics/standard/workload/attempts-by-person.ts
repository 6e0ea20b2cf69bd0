import type { FactMetric } from '../../definition/metric.js';
import { attemptsByChannel } from '../conduct/attempts-by-channel.js';

/** Attempts of people, by who made them. */
export const attemptsByPerson = /* @__PURE__ */ (() =>
  ({
    ...attemptsByChannel,
    id: 'attempts_by_person',
    title: 'Attempts, by person',
    question: 'How often did each person try to reach leads in the period?',
    hides: 'Whom they reached. It is no ranking: who works hard cases tries less often.',
    source: 'Activity by person, people only.',
    dimensions: ['row.person'],
  }) as const satisfies FactMetric)();
