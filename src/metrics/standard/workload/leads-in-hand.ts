import type { FactMetric } from '../../definition/metric.js';
import { stageInventory } from '../volume/stage-inventory.js';

/** Leads that stand in a stage from MQL to opportunity at the end of the period, by the person who holds them. */
export const leadsInHand = /* @__PURE__ */ (() =>
  ({
    ...stageInventory,
    id: 'leads_in_hand',
    title: 'Leads in hand, by owner',
    question: 'How many leads did each person hold at the end of the period?',
    hides: 'How much work each still is, and who held it before: the owner is the last one known.',
    source: 'Open leads by owner, as of a moment.',
    dimensions: ['lead.owner'],
    basis: {
      ...stageInventory.basis,
      where: [
        ...stageInventory.basis.where,
        {
          is: 'any',
          of: [
            { column: 'row.stage', is: 'milestone', milestone: 'mql' },
            { column: 'row.stage', is: 'milestone', milestone: 'delivered' },
            { column: 'row.stage', is: 'milestone', milestone: 'accepted' },
            { column: 'row.stage', is: 'milestone', milestone: 'sql' },
            { column: 'row.stage', is: 'milestone', milestone: 'opportunity' },
          ],
        },
      ],
    },
  }) as const satisfies FactMetric)();
