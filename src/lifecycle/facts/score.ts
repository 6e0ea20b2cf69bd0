import type { ScoreFact } from '../../vocabulary/fact.js';
import type { ByLead } from './by-lead.js';

/** One row a recorded score, in order. What it was before is what the event says, not the row before. */
export const scoreFacts = (log: ByLead): readonly ScoreFact[] => {
  const rows: ScoreFact[] = [];
  log.each((event, _, order) => {
    if (event.type !== 'score_changed') return;
    const { id, leadId, at, kind, score, was, tier } = event;
    rows.push({ eventId: id, leadId, at, order, kind, score, was: was ?? null, tier: tier ?? null });
  });
  return rows;
};
