import type { demandUnit2017 } from '../../frameworks/demand-unit-2017.js';
import { OPEN_DEALS, type StageMeanings } from '../meaning.js';

/** No acceptance: a group that sales took on is prioritized, or qualified where sales development did that first. */
export const demandUnit2017Meanings = /* @__PURE__ */ (() => ({
  framework: 'demand_unit_2017',
  means: {
    target_demand: ['targeted'],
    active_demand: ['detected'],
    engaged_demand: ['subscribed', 'inbound', 'outbound'],
    prioritized_demand: ['marketing_qualified', 'development_accepted', 'development_working', 'sales_accepted', 'sales_working'],
    qualified_demand: ['development_qualified', 'development_generated', 'sales_accepted', 'sales_working', 'sales_generated', 'sales_qualified'],
    pipeline: OPEN_DEALS,
    won: ['customer', 'advocate'],
    rejected: ['rejected'],
    disqualified: ['disqualified'],
    expired: ['expired'],
    lost: ['lost'],
    recycled: ['recycled'],
  },
  hides: {},
} as const satisfies StageMeanings<typeof demandUnit2017>))();
