import { Decimal } from 'decimal.js';
import type { Event, ExitFact, Facts, Framework, HandOffFact, LeadEvent, OpportunityFact, ProvisionFact, StageVisitFact } from 'revpact/vocabulary';
import { isAboutLead } from './lead-log.js';

/** An event of a lead and its place in the log. */
type Placed = LeadEvent & { readonly order: number };

/** The events of leads with their places, as whoever recounts reads them: all of them, again for every row. */
export const placedIn = (events: readonly Event[]): readonly Placed[] => events.map((event, order) => ({ ...event, order })).filter((event): event is Placed => isAboutLead(event));

const answering = ({ type, by }: Placed): boolean => by.kind === 'human' && ['attempt', 'contact_made', 'meeting_booked'].includes(type);

/** What the columns of a lead say, counted anew. */
export const leadColumns = (leadId: string, log: readonly Placed[], visits: readonly StageVisitFact[], { milestones }: Framework): object => {
  const own = log.filter((event) => event.leadId === leadId);
  const assigned = own.find((event) => event.type === 'assigned' || (event.type === 'handed_off' && event.toPerson !== undefined));
  const mql = visits.filter((visit) => visit.leadId === leadId && !visit.inferred && (milestones.mql ?? []).includes(visit.stage)).map((visit) => visit.enteredAt);
  return {
    leadId,
    firstParty: own[0]?.by.party,
    mqlAt: mql.length === 0 ? null : Math.min(...mql),
    assignedAt: assigned?.at ?? null,
    routedAt: own.find(({ type }) => type === 'handed_off')?.at ?? null,
    answeredAt: own.find(answering)?.at ?? null,
    answeredSinceAssignedAt: assigned === undefined ? null : (own.find((event) => answering(event) && event.order > assigned.order)?.at ?? null),
  };
};

export const visitColumns = (visit: StageVisitFact, log: readonly Placed[], visits: readonly StageVisitFact[]): object => ({
  answeredAt: log.find((event) => event.leadId === visit.leadId && answering(event) && event.order >= visit.enteredOrder)?.at ?? null,
  earlierMs: visits
    .filter((other) => other.leadId === visit.leadId && other.stage === visit.stage && other.visit < visit.visit && !other.inferred)
    .reduce((sum, { enteredAt, leftAt }) => sum + ((leftAt ?? enteredAt) - enteredAt), 0),
});

export const handOffColumns = (row: HandOffFact, log: readonly Placed[], rows: readonly HandOffFact[]): object => {
  const next = rows.find((other) => other.leadId === row.leadId && other.toParty === row.toParty && other.delivery === Math.min(...rows.filter((one) => one.leadId === row.leadId && one.toParty === row.toParty && one.delivery > row.delivery).map((one) => one.delivery)));
  return {
    assignedAt: row.toPerson === null ? assignedTo(row, log) : row.deliveredAt,
    resubmittedAt: row.rejectedAt === null ? null : (next?.deliveredAt ?? null),
    resubmissionAcceptedAt: row.rejectedAt === null ? null : (next?.acceptedAt ?? null),
  };
};

const assignedTo = (row: HandOffFact, log: readonly Placed[]): number | null => {
  let answered = false;
  for (const event of log.filter(({ leadId, order }) => leadId === row.leadId && order > row.deliveredOrder)) {
    if (event.type === 'handed_off' && (event.to === row.toParty || !answered)) return null;
    if (event.id === row.rejectedEvent || event.id === row.expiredEvent) return null;
    if (event.id === row.acceptedEvent) answered = true;
    if (event.type !== 'assigned') continue;
    const said = log
      .filter(({ leadId, order }) => leadId === row.leadId && order <= event.order)
      .flatMap((one) => (one.type === 'handed_off' ? [one.to] : one.type === 'assigned' && one.toParty !== undefined ? [one.toParty] : []))
      .at(-1);
    if ((said ?? event.by.party) === row.toParty) return event.at;
  }
  return null;
};

export const exitColumns = (row: ExitFact, visits: readonly StageVisitFact[], { milestones }: Framework): object => {
  const left = visits.find((visit) => visit.leadId === row.leadId && visit.enteredEvent === row.event && !visit.inferred);
  const again = (stages: readonly string[] = []): number | null =>
    row.recycledAt === null
      ? null
      : (visits.find((visit) => visit.leadId === row.leadId && visit.visit > (left?.visit ?? 0) && !visit.inferred && stages.includes(visit.stage))?.enteredAt ?? null);
  return { mqlAgainAt: again(milestones.mql), sqlAgainAt: again(milestones.sql) };
};

/** What was done for a lead before an exit, since its last delivery: attempts by people of the leaving party. */
export const effortBefore = (row: ExitFact, log: readonly Placed[]): object => {
  const own = log.filter(({ leadId }) => leadId === row.leadId);
  const end = own.findIndex(({ id }) => id === row.event);
  const since = own.slice(0, end).findLastIndex(({ type }) => type === 'handed_off') + 1;
  const tries = own.slice(since, end).filter((event) => event.type === 'attempt' && event.by.kind === 'human' && event.by.party === row.party);
  return {
    attempts: tries.length,
    attemptChannels: new Set(tries.map((event) => 'channel' in event && event.channel)).size,
    firstAttemptAt: tries[0]?.at ?? null,
  };
};

/** The list that the account's next one is held against, by the words: the first later one to the same party that leaves it out. */
export const delistedAt = (list: ProvisionFact, accountId: string, lists: readonly ProvisionFact[]): number | null =>
  lists.find((other) => other.order > list.order && other.toParty === list.toParty && other.item === 'target_list' && !other.accountIds.includes(accountId))?.at ?? null;

export const dealColumns = (row: OpportunityFact, log: readonly Placed[], { leads }: Pick<Facts, 'leads'>): object => {
  const own = log.filter((event) => 'opportunityId' in event && event.type !== 'handed_over' && event.opportunityId === row.opportunityId);
  const last = <T>(read: (event: Record<string, unknown>) => T | undefined): T | null => own.map((event) => read({ ...event })).findLast((value) => value !== undefined) ?? null;
  const [amount, annual] = [last((event) => event['amount'] as Minor | undefined), last((event) => event['annual'] as Minor | undefined)];
  const months = last((event) => event['termMonths'] as number | undefined);
  const opened = own.find(({ type }) => type === 'opportunity_opened');
  const accountOf = (event: Placed): string | null => event.accountId ?? leads.find(({ leadId }) => leadId === event.leadId)?.accountId ?? null;
  const before = opened === undefined ? [] : log.filter((event) => event.order < opened.order && (event.leadId === row.leadId || (row.accountId !== null && accountOf(event) === row.accountId)));
  const touch = before.find(({ type }) => type === 'inquiry' || type === 'touch');
  return {
    type: last((event) => event['opportunityType']) ?? 'new_business',
    amountMinor: amount?.minor ?? null,
    currency: (amount ?? annual)?.currency ?? null,
    annualMinor:
      annual !== null
        ? amount !== null && amount.currency !== annual.currency
          ? null
          : annual.minor
        : amount === null || months === null
          ? null
          : Number(new Decimal(amount.minor).times(12).div(months).toDecimalPlaces(0, Decimal.ROUND_HALF_EVEN)) + 0,
    probability: last((event) => event['probability']),
    forecast: last((event) => event['forecast']),
    expectedCloseAt: last((event) => event['expectedClose']),
    firstTouchAt: touch?.at ?? null,
    firstTouchParty: touch?.by.party ?? null,
    firstTouchSource: (touch as { readonly source?: string } | undefined)?.source ?? null,
    firstTouchCampaign: (touch as { readonly campaign?: string } | undefined)?.campaign ?? null,
    firstMarketingTouchAt: before.find(({ type, by }) => (type === 'inquiry' || type === 'touch') && by.party === 'marketing')?.at ?? null,
    firstSalesActivityAt: before.find((event) => answering(event) && ['sales', 'sales_development'].includes(event.by.party))?.at ?? null,
  };
};

interface Minor {
  readonly minor: number;
  readonly currency: string;
}
