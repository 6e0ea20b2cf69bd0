import type { salesforce } from '../../frameworks/salesforce.js';
import type { StageMeanings } from '../meaning.js';

/** Lead status knows whether somebody tried, and not who took the lead on; the ten stages split what others call a deal. */
export const salesforceMeanings = /* @__PURE__ */ (() => ({
  framework: 'salesforce',
  means: {
    open_not_contacted: ['inbound', 'outbound', 'marketing_qualified', 'development_accepted', 'sales_accepted', 'recycled'],
    working_contacted: ['development_working', 'development_qualified', 'development_generated', 'sales_working', 'sales_generated'],
    closed_converted: ['sales_qualified'],
    closed_not_converted: ['rejected', 'disqualified', 'expired'],
    prospecting: ['deal_prospecting'],
    qualification: ['deal_qualification'],
    needs_analysis: ['deal_needs'],
    value_proposition: ['deal_value'],
    id_decision_makers: ['deal_deciders'],
    perception_analysis: ['deal_perception'],
    proposal_price_quote: ['deal_quote'],
    negotiation_review: ['deal_negotiation'],
    closed_won: ['customer', 'advocate'],
    closed_lost: ['lost'],
  },
  hides: {},
} as const satisfies StageMeanings<typeof salesforce>))();
