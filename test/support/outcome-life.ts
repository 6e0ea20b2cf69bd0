import { NO_FACTS, type Facts } from 'revpact/vocabulary';

const DAY = 86_400_000;

type Lead = Facts['leads'][number];
type HandOff = Facts['handOffs'][number];
type Exit = Facts['exits'][number];
type Opportunity = Facts['opportunities'][number];

/** What happens to a lead, in days from the start. */
export interface Life {
  readonly lead: string;
  readonly account?: string | null;
  readonly delivered: readonly (number | { readonly day: number; readonly to: string })[];
  readonly won?: readonly number[];
  readonly exits?: readonly { readonly day: number; readonly exit?: Exit['exit']; readonly reason?: string | null; readonly recycled?: number }[];
}

const lead = ({ lead: leadId, account = `a-${leadId}` }: Life): Lead => ({
  leadId,
  accountId: account,
  source: null,
  campaign: null,
  owner: null,
  firstAt: 0,
  firstEvent: 'e',
  firstParty: 'marketing',
  mqlAt: null,
  assignedAt: null,
  routedAt: null,
  answeredAt: null,
  answeredSinceAssignedAt: null,
  lastAt: 0,
  optedOutAt: null,
  fitScore: null,
  fitTier: null,
});

const handOff = (leadId: string, day: number, toParty: string, order: number): HandOff => ({
  leadId,
  delivery: order + 1,
  handOff: null,
  fromParty: 'marketing',
  toParty,
  toPerson: null,
  deliveredAt: day * DAY,
  deliveredOrder: order,
  deliveredEvent: `d${String(order)}`,
  deliveredByDay: false,
  fields: [],
  fitTier: null,
  acceptedAt: null,
  acceptedEvent: null,
  rejectedAt: null,
  rejectedEvent: null,
  rejectionClass: null,
  reason: null,
  expiredAt: null,
  expiredEvent: null,
  supersededAt: null,
  firstAttemptAt: null,
  firstAttemptEvent: null,
  firstAttemptPerson: null,
  attempts: 0,
  assignedAt: null,
  resubmittedAt: null,
  resubmissionAcceptedAt: null,
  deliveredOpenMs: null,
  acceptedOpenMs: null,
  firstAttemptOpenMs: null,
});

const exitOf = (leadId: string, nth: number, { day, exit = 'disqualified', reason = null, recycled }: NonNullable<Life['exits']>[number]): Exit => ({
  leadId,
  nth,
  exit,
  at: day * DAY,
  event: `x${String(nth)}`,
  party: 'sales',
  person: null,
  class: null,
  reason,
  specifics: [],
  legal: true,
  attempts: 1,
  attemptChannels: 1,
  firstAttemptAt: null,
  contacts: 0,
  recycledAt: recycled === undefined ? null : recycled * DAY,
  mqlAgainAt: null,
  sqlAgainAt: null,
});

const opportunity = (leadId: string, day: number): Opportunity => ({
  opportunityId: `o-${leadId}-${String(day)}`,
  leadId,
  accountId: null,
  source: null,
  type: 'new_business',
  openedAt: null,
  openedEvent: null,
  wonAt: day * DAY,
  lostAt: null,
  closedEvent: null,
  amountMinor: null,
  currency: null,
  person: null,
  annualMinor: null,
  probability: null,
  forecast: null,
  expectedCloseAt: null,
  firstTouchAt: null,
  firstTouchParty: null,
  firstTouchSource: null,
  firstTouchCampaign: null,
  firstMarketingTouchAt: null,
  firstSalesActivityAt: null,
});

/** The facts of some lives. */
export const factsOfLives = (lives: readonly Life[]): Facts => ({
  ...NO_FACTS,
  leads: lives.map(lead),
  handOffs: lives.flatMap(({ lead: id, delivered }) =>
    delivered.map((one, i) => (typeof one === 'number' ? handOff(id, one, 'sales', i) : handOff(id, one.day, one.to, i))),
  ),
  exits: lives.flatMap(({ lead: id, exits = [] }) => exits.map((one, i) => exitOf(id, i + 1, one))),
  opportunities: lives.flatMap(({ lead: id, won = [] }) => won.map((day) => opportunity(id, day))),
});
