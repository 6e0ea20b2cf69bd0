import type { dynamics365 } from '../../frameworks/dynamics-365.js';
import { OPEN_DEALS, type StageMeanings } from '../meaning.js';

/** As Salesforce for leads; a deal is in progress or on hold, whatever its stage, and reasons cut across the exits. */
export const dynamics365Meanings = /* @__PURE__ */ (() => ({
  framework: 'dynamics_365',
  means: {
    open_new: ['inbound', 'outbound', 'marketing_qualified', 'development_accepted', 'sales_accepted', 'recycled'],
    open_contacted: ['development_working', 'development_qualified', 'development_generated', 'sales_working', 'sales_generated'],
    qualified: ['sales_qualified'],
    disqualified_lost: ['rejected', 'disqualified', 'expired'],
    disqualified_cannot_contact: ['disqualified', 'expired'],
    disqualified_no_longer_interested: ['disqualified'],
    disqualified_canceled: ['rejected', 'disqualified', 'expired'],
    opportunity_in_progress: OPEN_DEALS,
    opportunity_on_hold: OPEN_DEALS,
    opportunity_won: ['customer', 'advocate'],
    opportunity_canceled: ['lost'],
    opportunity_out_sold: ['lost'],
  },
  hides: {},
} as const satisfies StageMeanings<typeof dynamics365>))();
