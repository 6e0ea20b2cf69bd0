import type { Money } from '../../vocabulary/money.js';
import type { Opportunity } from '../../vocabulary/opportunity.js';
import type { Acting } from './actor.js';
import type { HubspotAgreement } from './agreement.js';
import type { Association } from './associations.js';
import { amountPoints, moneyOf, stagePoints, type AmountPoint, type DealRows, type StagePoint } from './deal-points.js';
import type { StageKinds } from './deal-stage.js';
import { earlier, lostBecause, openingOf, ownerAt, percentAt, typeOf } from './deal-values.js';
import { hubspotIssue } from './issues.js';
import { leaveOut, text, uniqueNames, use, type Draft, type Entry } from './ledger.js';
import type { Homes } from './merges.js';
import { whenOf, type Clock, type Moment } from './moment.js';
import { attributesOf } from './records.js';

/** An opening or a win, which a stage of a contact may say, too. */
export interface DealStep {
  readonly deal: string;
  readonly contact: string;
  readonly others: readonly string[];
  readonly type: 'opportunity_opened' | 'opportunity_won';
  readonly draft: Draft;
  readonly entry: Entry;
  /** When the deal took the step before this one, and the one after: before all time and after it, where there is none. */
  readonly previous: number;
  readonly next: number;
}

/** What deals are read with. */
export interface DealDesk {
  readonly agreement: HubspotAgreement;
  readonly clock: Clock;
  readonly acting: Acting;
  readonly kinds: StageKinds;
  readonly contactHomes: Homes;
  readonly createdAt: (contact: string) => number | undefined;
  readonly contacts: ReadonlyMap<string, readonly Association[]>;
  readonly companies: ReadonlyMap<string, readonly Association[]>;
}

/** What one deal went through, and what it is; no opportunity where nothing says when it was opened. */
export interface Made {
  readonly opportunity: Opportunity | null;
  readonly steps: readonly DealStep[];
  /** All its events, the opening first. */
  readonly drafts: readonly Draft[];
}

/** The events of one deal, made of all its rows: it opens, moves on with stages and amounts, and closes. */
export const dealEvents = (deal: string, lead: string, others: readonly string[], rows: DealRows, desk: DealDesk): Made => {
  const { agreement, clock, acting } = desk;
  const { row } = rows;
  const points = stagePoints(deal, rows, desk.kinds, agreement, clock);
  const amounts = amountPoints(rows, agreement);
  const created = openingOf(rows, clock);
  if (row !== null) use(row);

  const first = points[0];
  const opening = earlier(created, first?.moment ?? null) ?? amounts[0]?.moment ?? null;
  if (opening === null) {
    if (row !== null) clock.need(row, ['createdate', 'created_at']);
    // Nothing says when it began: its other properties belong to no event and to no record.
    for (const { entry } of [...rows.history.values()].flat()) if (!entry.used) leaveOut(entry, 'deal_not_opened');
    return { opportunity: null, steps: [], drafts: [] };
  }
  for (const property of ['hs_deal_stage_probability', 'hubspot_owner_id', 'createdate'])
    for (const { entry } of rows.history.get(property) ?? []) use(entry);
  const home = row ?? first?.entry ?? amounts[0]?.entry ?? rows.history.get('createdate')?.at(-1)?.entry;
  if (home === undefined) return { opportunity: null, steps: [], drafts: [] };
  if (row === null) home.notices.push(hubspotIssue('hubspot_no_record', { of: 'deal', id: deal }));

  const account = desk.companies.get(deal)?.[0]?.to ?? null;
  const drafts: Draft[] = [];
  const names = uniqueNames();
  const draftOf = (entry: Entry, name: string, type: string, seq: number, moment: Moment, extra: Readonly<Record<string, unknown>>): Draft => {
    const input = {
      ...whenOf(moment, clock.zone),
      id: `hubspot:deal:${deal}:${names(name)}`,
      type,
      seq,
      by: acting(entry, ownerAt(rows, moment)),
      leadId: lead,
      opportunityId: deal,
      ...(account === null ? {} : { accountId: account }),
      ...extra,
    };
    const draft: Draft = { subject: `deal/${deal}`, input, attributes: {} };
    entry.drafts.push(draft);
    use(entry);
    drafts.push(draft);
    return draft;
  };

  const dealStages = agreement.deals;
  const type = row === null ? null : typeOf(row, agreement);
  const stageFields = (stage: string | undefined): Readonly<Record<string, unknown>> => (stage === undefined ? {} : { stage });
  const opened = draftOf(home, 'opened', 'opportunity_opened', 30, opening, { ...stageFields(dealStages.opened.stage), ...(type === null ? {} : { opportunityType: type }) });
  const steps: (Omit<DealStep, 'previous' | 'next'> & { readonly index: number })[] = [{ deal, contact: lead, others, type: 'opportunity_opened', draft: opened, entry: home, index: 0 }];

  let state: 'open' | 'won' | 'lost' = 'open';
  let told: Money | null = null;
  let closing: Draft | null = null;
  for (const [at, here] of byMoment(points, amounts)) {
    for (const point of here.points) {
      const { entry, value, kind, moment } = point;
      const probability = percentAt(rows, at);
      const recorded = { ...(probability === null ? {} : { probability }) };
      const name = `stage:${String(at)}:${value}`;
      if (point === first && kind === 'open') {
        Object.assign(opened.input, recorded);
        use(entry);
        opened.attributes['dealstage'] = value;
      } else if (kind === 'open') {
        draftOf(entry, name, 'opportunity_advanced', 32, moment, recorded).attributes['dealstage'] = value;
      } else if (kind === 'won') {
        closing = draftOf(entry, name, 'opportunity_won', 34, moment, stageFields(dealStages.won.stage));
        closing.attributes['dealstage'] = value;
        if (told !== null) closing.input['amount'] = told;
        steps.push({ deal, contact: lead, others, type: 'opportunity_won', draft: closing, entry, index: drafts.length - 1 });
      } else {
        draftOf(entry, name, 'opportunity_lost', 34, moment, { ...stageFields(dealStages.lost.stage), ...lostBecause(row, agreement) }).attributes['dealstage'] = value;
      }
      state = kind;
    }
    for (const { entry, amount, moment } of here.amounts) {
      told = amount;
      const last = drafts.at(-1);
      if (state === 'lost') leaveOut(entry, 'amount_after_close');
      else if (state === 'won' && closing !== null) {
        setAmount(closing, amount);
        use(entry);
      } else if (last !== undefined && (at <= opened.input.at || last.input.at === at)) {
        setAmount(last, amount);
        use(entry);
      } else if (amount === null) use(entry);
      else draftOf(entry, `amount:${String(at)}`, 'opportunity_advanced', 33, moment, { amount });
    }
  }
  const current = row === null || amounts.length > 0 ? null : text(row, 'amount');
  const money = current === null || row === null ? null : moneyOf(current, text(row, 'deal_currency_code') ?? agreement.currency, row, 'amount');
  const bearer = [...drafts].reverse().find(({ input }) => input.type !== 'opportunity_lost');
  if (money !== null && bearer !== undefined) setAmount(bearer, money);

  const lastAmount = amounts.at(-1)?.amount ?? money;
  const attributes = row === null ? {} : attributesOf(row, (column) => READ.has(column), agreement);
  return {
    opportunity: {
      id: deal,
      leadId: lead,
      openedAt: opening.at,
      ...(account === null ? {} : { accountId: account }),
      ...(type === null ? {} : { type }),
      ...(lastAmount === null ? {} : { amount: lastAmount }),
      ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
    },
    steps: steps.map(({ index, ...step }) => ({
      ...step,
      previous: drafts[index - 1]?.input.at ?? -Infinity,
      next: drafts[index + 1]?.input.at ?? Infinity,
    })),
    drafts,
  };
};

const READ: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'deal_id',
  'createdate',
  'created_at',
  'amount',
  'deal_currency_code',
  'is_deleted',
  '_fivetran_deleted',
  'hubspot_owner_id',
  'owner_id',
]);

const setAmount = (draft: Draft, amount: Money | null): void => {
  if (amount === null) Reflect.deleteProperty(draft.input, 'amount');
  else draft.input['amount'] = amount;
};

/** Stages and amounts by moment, stages first: an amount of the same moment is what the stage was entered with. */
const byMoment = (
  points: readonly StagePoint[],
  amounts: readonly AmountPoint[],
): readonly (readonly [number, { readonly points: readonly StagePoint[]; readonly amounts: readonly AmountPoint[] }])[] => {
  const moments = new Map<number, { points: StagePoint[]; amounts: AmountPoint[] }>();
  const at = (moment: number): { points: StagePoint[]; amounts: AmountPoint[] } => {
    const known = moments.get(moment) ?? { points: [], amounts: [] };
    moments.set(moment, known);
    return known;
  };
  for (const point of points) at(point.moment.at).points.push(point);
  for (const amount of amounts) at(amount.moment.at).amounts.push(amount);
  return [...moments].sort(([a], [b]) => a - b);
};
