import type { LeadEvent, OpportunityAdvancedEvent, OpportunityLostEvent, OpportunityOpenedEvent, OpportunityWonEvent } from '../../vocabulary/event.js';

/** An event in the life of a deal. A hand-over to delivery is none: it makes no deal and changes nothing of one. */
export type DealEvent = OpportunityOpenedEvent | OpportunityAdvancedEvent | OpportunityWonEvent | OpportunityLostEvent;

export const isDealEvent = (event: LeadEvent): event is DealEvent => {
  switch (event.type) {
    case 'opportunity_opened':
    case 'opportunity_advanced':
    case 'opportunity_won':
    case 'opportunity_lost':
      return true;
    default:
      return false;
  }
};
