import type { forrester2021 } from '../../frameworks/forrester-2021.js';
import { OPEN_DEALS, type StageMeanings } from '../meaning.js';

/** No acceptance: a group that sales took on is prioritized, or qualified where sales development did that first. */
export const forrester2021Meanings = /* @__PURE__ */ (() => ({
  framework: 'forrester_2021',
  means: {
    targeted: ['targeted'],
    detected: ['detected'],
    engaged: ['subscribed', 'inbound', 'outbound'],
    prioritized: ['marketing_qualified', 'development_accepted', 'development_working', 'sales_accepted', 'sales_working'],
    qualified: ['development_qualified', 'development_generated', 'sales_accepted', 'sales_working', 'sales_generated', 'sales_qualified'],
    pipeline: OPEN_DEALS,
    won: ['customer', 'advocate'],
    rejected: ['rejected'],
    disqualified: ['disqualified'],
    expired: ['expired'],
    lost: ['lost'],
    recycled: ['recycled'],
  },
  hides: {},
} as const satisfies StageMeanings<typeof forrester2021>))();
