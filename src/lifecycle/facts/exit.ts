import type { LeadEvent } from '../../vocabulary/event.js';
import type { ExitFact, StageVisitFact } from '../../vocabulary/fact.js';
import type { Framework } from '../../vocabulary/framework.js';
import type { ByLead, Draft } from './by-lead.js';

/** What was done for a lead since its last delivery, or since the beginning where it was never delivered. */
interface Effort {
  readonly attempts: Map<string, number>;
  contacts: number;
}

/**
 * One row for each entry into a stage that is an exit, in order. A lead is brought back when the stay after the exit is
 * in a stage that is none.
 *
 * @param visits - In the order of their entering events, as `replay` gives them.
 */
export const exitFacts = (framework: Framework, log: ByLead, visits: readonly StageVisitFact[]): readonly ExitFact[] => {
  const exitOf = new Map(framework.stages.flatMap(({ id, exit }) => (exit === undefined ? [] : [[id, exit] as const])));
  const rows: Draft<ExitFact>[] = [];
  const efforts: Effort[] = [];
  const lastOf: (Draft<ExitFact> | undefined)[] = [];
  const leftBy: (Draft<ExitFact> | undefined)[] = [];
  let next = 0;
  log.each((event, lead, order) => {
    const effort = (efforts[lead] ??= { attempts: new Map(), contacts: 0 });
    const visit = visits[next];
    if (visit?.enteredOrder === order) {
      next += 1;
      const exit = exitOf.get(visit.stage);
      const left = leftBy[lead];
      if (exit === undefined && left !== undefined) left.recycledAt = event.at;
      leftBy[lead] = undefined;
      if (exit !== undefined) {
        const row: Draft<ExitFact> = {
          leadId: event.leadId,
          nth: (lastOf[lead]?.nth ?? 0) + 1,
          exit,
          at: event.at,
          event: event.id,
          party: event.by.party,
          person: event.by.person ?? null,
          ...reasonOf(event),
          legal: visit.legal,
          attempts: effort.attempts.get(event.by.party) ?? 0,
          contacts: effort.contacts,
          recycledAt: null,
        };
        rows.push(row);
        lastOf[lead] = row;
        leftBy[lead] = row;
      }
    }
    if (event.type === 'handed_off') efforts[lead] = { attempts: new Map(), contacts: 0 };
    else if (event.type === 'contact_made') effort.contacts += 1;
    else if (event.type === 'attempt' && event.by.kind === 'human') {
      effort.attempts.set(event.by.party, (effort.attempts.get(event.by.party) ?? 0) + 1);
    }
  });
  return rows;
};

const reasonOf = (event: LeadEvent): Pick<ExitFact, 'class' | 'reason' | 'specifics'> => {
  switch (event.type) {
    case 'rejected':
      return { class: event.class, reason: event.reason, specifics: given(event.specifics) };
    case 'disqualified':
      return { class: null, reason: event.reason, specifics: given(event.specifics) };
    case 'opportunity_lost':
      return { class: null, reason: event.reason ?? null, specifics: [] };
    default:
      return { class: null, reason: null, specifics: [] };
  }
};

const given = (specifics: Readonly<Record<string, string>> = {}): readonly string[] =>
  Object.entries(specifics)
    .filter(([, value]) => value.trim() !== '')
    .map(([name]) => name)
    .sort();
