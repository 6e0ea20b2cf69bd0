import type { Instant } from '../../kernel/instant.js';
import type { Channel } from '../../vocabulary/activity.js';
import type { EventType, LeadEvent } from '../../vocabulary/event.js';
import type { ExitFact, StageVisitFact } from '../../vocabulary/fact.js';
import type { Exit, Framework, Stage } from '../../vocabulary/framework.js';
import type { PartyId } from '../../vocabulary/party.js';
import type { ByLead, Draft } from './by-lead.js';
import { given } from './specifics.js';

/** What was done for a lead since its last delivery, or since the beginning where it was never delivered. */
interface Effort {
  readonly attempts: Map<PartyId, Attempts>;
  contacts: number;
}

/** What people of one party tried. */
interface Attempts {
  count: number;
  readonly channels: Set<Channel>;
  readonly firstAt: Instant;
}

/**
 * One row for each recorded entry into a stage that is an exit, in order. A lead is brought back when the stay after the
 * exit is in a stage that is none. A stay that was only inferred makes no row: nobody knows when the lead left, by whom
 * and why, so that nobody is asked; where it is the stay after an exit, the lead was back by then at the latest. The entry
 * that brings a lead back may be the one by which it is an MQL again; an inferred one is none.
 *
 * @param visits - In the order of their entering events, as `replay` gives them; an inferred one right before the stay
 * that the same event enters.
 */
export const exitFacts = (framework: Framework, log: ByLead, visits: readonly StageVisitFact[]): readonly ExitFact[] => {
  const stageOf = new Map(framework.stages.map((stage) => [stage.id, stage]));
  const rows: Draft<ExitFact>[] = [];
  const efforts: Effort[] = [];
  const lastOf: (Draft<ExitFact> | undefined)[] = [];
  const leftBy: (Draft<ExitFact> | undefined)[] = [];
  const { mql = [], sql = [] } = framework.milestones;
  /** The exits of each lead after which it was brought back, and what it has not reached again since. */
  const towardsMql: Draft<ExitFact>[][] = [];
  const towardsSql: Draft<ExitFact>[][] = [];
  let next = 0;
  log.each((event, lead, order) => {
    const effort = (efforts[lead] ??= { attempts: new Map(), contacts: 0 });
    for (let visit = visits[next]; visit?.enteredOrder === order; visit = visits[next]) {
      next += 1;
      const stage = stageOf.get(visit.stage);
      const exit = stage === undefined ? undefined : exitOf(stage, event.type);
      const left = leftBy[lead];
      if (stage?.class !== 'exit' && exit === undefined && left !== undefined) {
        left.recycledAt = event.at;
        (towardsMql[lead] ??= []).push(left);
        (towardsSql[lead] ??= []).push(left);
      }
      leftBy[lead] = undefined;
      if (!visit.inferred && mql.includes(visit.stage)) for (const row of towardsMql[lead]?.splice(0) ?? []) row.mqlAgainAt = event.at;
      if (!visit.inferred && sql.includes(visit.stage)) for (const row of towardsSql[lead]?.splice(0) ?? []) row.sqlAgainAt = event.at;
      if (exit === undefined || visit.inferred) continue;
      const tried = effort.attempts.get(event.by.party);
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
        attempts: tried?.count ?? 0,
        attemptChannels: tried?.channels.size ?? 0,
        firstAttemptAt: tried?.firstAt ?? null,
        contacts: effort.contacts,
        recycledAt: null,
        mqlAgainAt: null,
        sqlAgainAt: null,
      };
      rows.push(row);
      lastOf[lead] = row;
      leftBy[lead] = row;
    }
    if (event.type === 'handed_off') efforts[lead] = { attempts: new Map(), contacts: 0 };
    else if (event.by.kind !== 'human') return;
    else if (event.type === 'contact_made' || event.type === 'meeting_held') effort.contacts += 1;
    else if (event.type === 'attempt') {
      const tried = effort.attempts.get(event.by.party) ?? { count: 0, channels: new Set(), firstAt: event.at };
      tried.count += 1;
      tried.channels.add(event.channel);
      effort.attempts.set(event.by.party, tried);
    }
  });
  return rows;
};

/** Which exit a stay is: its stage's, or, in a stage that stands for several, as a CRM's do, that of the event that led into it. */
export const exitOf = ({ class: stageClass, exit }: Stage, type: EventType): Exit | undefined => {
  if (exit !== undefined || stageClass !== 'exit') return exit;
  if (type === 'opportunity_lost') return 'lost';
  return type === 'rejected' || type === 'disqualified' || type === 'expired' ? type : undefined;
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
