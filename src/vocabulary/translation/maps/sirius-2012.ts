import type { sirius2012 } from '../../frameworks/sirius-2012.js';
import { OPEN_DEALS, type StageMeanings } from '../meaning.js';

/** A stage for each side's acceptance and for each side's own finds. */
export const sirius2012Meanings = /* @__PURE__ */ (() => ({
  framework: 'sirius_2012',
  means: {
    inbound_inquiry: ['inbound'],
    outbound_inquiry: ['outbound'],
    aql: ['marketing_qualified'],
    tal: ['development_accepted', 'development_working'],
    tql: ['development_qualified'],
    tgl: ['development_generated'],
    sal: ['sales_accepted', 'sales_working', 'sales_qualified'],
    sgl: ['sales_generated'],
    sql: OPEN_DEALS,
    won: ['customer', 'advocate'],
    rejected: ['rejected'],
    disqualified: ['disqualified'],
    expired: ['expired'],
    lost: ['lost'],
    recycled: ['recycled'],
  },
  hides: {},
} as const satisfies StageMeanings<typeof sirius2012>))();
