import type { LeadFact, StageVisitFact } from '../../vocabulary/fact.js';
import type { Framework } from '../../vocabulary/framework.js';
import { isAnswering } from './answering.js';
import type { ByLead, Draft } from './by-lead.js';

/**
 * One row a lead, in the order in which they first appear. What came since something else came after it in the log.
 *
 * @param visits - In the order of their entering events, as `replay` gives them.
 */
export const leadFacts = ({ milestones }: Framework, log: ByLead, visits: readonly StageVisitFact[]): readonly LeadFact[] => {
  const rows: Draft<LeadFact>[] = [];
  let next = 0;
  log.each((event, lead, order) => {
    const row = (rows[lead] ??= {
      leadId: event.leadId,
      accountId: null,
      source: null,
      campaign: null,
      owner: null,
      firstAt: event.at,
      firstEvent: event.id,
      firstParty: event.by.party,
      mqlAt: null,
      assignedAt: null,
      routedAt: null,
      answeredAt: null,
      answeredSinceAssignedAt: null,
      lastAt: event.at,
      optedOutAt: null,
      fitScore: null,
      fitTier: null,
    });
    row.lastAt = event.at;
    for (let visit = visits[next]; visit?.enteredOrder === order; visit = visits[next]) {
      next += 1;
      if (!visit.inferred && milestones.mql?.includes(visit.stage) === true) row.mqlAt ??= event.at;
    }
    if (isAnswering(event)) {
      row.answeredAt ??= event.at;
      if (row.assignedAt !== null) row.answeredSinceAssignedAt ??= event.at;
    }
    row.accountId ??= event.accountId ?? null;
    switch (event.type) {
      case 'inquiry':
      case 'touch':
      case 'qualified':
        row.source ??= event.source ?? null;
        row.campaign ??= event.campaign ?? null;
        break;
      case 'assigned':
        row.owner = event.to;
        row.assignedAt ??= event.at;
        break;
      case 'handed_off':
        row.owner = event.toPerson ?? row.owner;
        row.routedAt ??= event.at;
        if (event.toPerson !== undefined) row.assignedAt ??= event.at;
        break;
      case 'opted_out':
        if (event.channel === undefined) row.optedOutAt ??= event.at;
        break;
      default:
    }
  });
  return rows;
};
