import type { hubspot } from '../../frameworks/hubspot.js';
import { OPEN_DEALS, type StageMeanings } from '../meaning.js';

const STAYS = 'HubSpot leaves a contact in this stage when it is let go: lead status holds that, not the lifecycle stage';

/** One stage for all that sales does before a deal; no exit, so that who left stays where they were. */
export const hubspotMeanings = /* @__PURE__ */ (() => ({
  framework: 'hubspot',
  means: {
    subscriber: ['subscribed'],
    lead: ['inbound', 'outbound', 'recycled'],
    marketingqualifiedlead: ['marketing_qualified'],
    salesqualifiedlead: [
      'development_accepted',
      'development_working',
      'development_qualified',
      'development_generated',
      'sales_accepted',
      'sales_working',
      'sales_generated',
      'sales_qualified',
    ],
    opportunity: OPEN_DEALS,
    customer: ['customer'],
    evangelist: ['advocate'],
    other: ['unclassified'],
  },
  hides: {
    lead: STAYS,
    marketingqualifiedlead: STAYS,
    salesqualifiedlead: STAYS,
    opportunity: 'HubSpot leaves a contact in this stage when the deal is lost: the deal stage holds that, not the lifecycle stage',
  },
} as const satisfies StageMeanings<typeof hubspot>))();
