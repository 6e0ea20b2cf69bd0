import type { sirius2006 } from '../../frameworks/sirius-2006.js';
import { OPEN_DEALS, type StageMeanings } from '../meaning.js';

/**
 * One acceptance, and it depends on the company whose: what sales development has taken on is an MQL where sales
 * accepts and a SAL where it accepts itself. What it qualified or found counts as an MQL (MarketOne). There is no
 * place for demand that sales finds itself.
 */
export const sirius2006Meanings = /* @__PURE__ */ (() => ({
  framework: 'sirius_2006',
  means: {
    inquiry: ['inbound', 'outbound'],
    mql: ['marketing_qualified', 'development_accepted', 'development_working', 'development_qualified', 'development_generated'],
    sal: ['development_accepted', 'development_working', 'sales_accepted', 'sales_working', 'sales_qualified'],
    sql: OPEN_DEALS,
    won: ['customer', 'advocate'],
    rejected: ['rejected'],
    disqualified: ['disqualified'],
    expired: ['expired'],
    lost: ['lost'],
    recycled: ['recycled'],
  },
  hides: {},
} as const satisfies StageMeanings<typeof sirius2006>))();
