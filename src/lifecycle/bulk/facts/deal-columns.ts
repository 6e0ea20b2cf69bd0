import type { OpportunityFact } from '../../../vocabulary/fact.js';
import type { TableColumns } from '../../../vocabulary/fact-columns.js';
import type { DealColumns } from '../../../vocabulary/log-details.js';
import { FORECAST_CATEGORIES, OPPORTUNITY_TYPES } from '../../../vocabulary/opportunity.js';
import { EVENT_NUMBER } from '../../number.js';
import { lazily, momentsAt, noPlaces, numbered, pick, where, words, wordsAt } from './columns.js';
import { NONE, type Course } from './course.js';
import { dealOrder } from './deal-order.js';
import { dealMoney } from './deal-money.js';
import { accountsOf, type LeadPlaces } from './lead-columns.js';

/** `dealFacts`, from columns: one row an opportunity, in the order of their codes. What touched it first is left out. */
export const dealColumns = (course: Course, deals: DealColumns, leads: LeadPlaces): TableColumns<OpportunityFact> => {
  const { given, details, rows } = course;
  const { account, source, person, ids } = details;
  const last = followDeals(course, deals);
  const own = where(last.first.length, (code) => last.first[code] !== NONE);
  const picked = (of: Int32Array): Int32Array => pick(of, own);
  const first = picked(last.first);
  /** The lead's own row of that kind, by opportunity. */
  const ofLead = (places: Int32Array): Int32Array => first.map((row) => rows[places[given.lead[row] ?? 0] ?? NONE] ?? NONE);
  const said = (from: Int32Array, values: Float64Array) => () => {
    const at = picked(from);
    return numbered(own.length, (i) => values[at[i] ?? NONE] ?? NaN);
  };
  const moments = (of: Int32Array) => () => momentsAt(given, picked(of));
  const { amountMinor, currency, annualMinor } = dealMoney(deals, picked(last.amount), picked(last.annual), picked(last.term));
  return {
    rows: own.length,
    columns: lazily<keyof OpportunityFact>({
      opportunityId: () => words(own, deals.opportunities),
      leadId: () => wordsAt(given.lead, given.leads, first, 0),
      accountId: account === undefined ? undefined : () => accountsOf(account, first, ofLead(leads.account())),
      source: source === undefined ? undefined : () => wordsAt(source.code, source.words, ofLead(leads.source()), 1),
      // New business where nobody said.
      type: () => words(Int32Array.from(picked(last.type), (i) => Math.max(0, (deals.type[i] ?? 0) - 1)), OPPORTUNITY_TYPES),
      openedAt: moments(last.opened),
      openedEvent: ids === undefined ? undefined : () => words(picked(last.opened), ids),
      wonAt: moments(last.won),
      lostAt: moments(last.lost),
      closedEvent: ids === undefined ? undefined : () => words(picked(last.closed), ids),
      amountMinor,
      currency,
      person: person === undefined ? undefined : () => wordsAt(person.code, person.words, picked(last.person), 1),
      annualMinor,
      probability: said(last.probability, deals.probability),
      forecast: () => wordsAt(deals.forecast, FORECAST_CATEGORIES, picked(last.forecast), 1),
      expectedCloseAt: said(last.expectedClose, deals.expectedClose),
    }),
  };
};

const COLUMNS = ['first', 'person', 'opened', 'won', 'lost', 'closed', 'type', 'amount', 'annual', 'term', 'probability', 'forecast', 'expectedClose'] as const;

/**
 * By opportunity, the rows of the log that its moments and people come from, and the deal rows that said last what it is and
 * is worth. The rules are those of `dealFacts`.
 */
const followDeals = ({ given, details, orderOf }: Course, deals: DealColumns): Readonly<Record<(typeof COLUMNS)[number], Int32Array>> => {
  const { opportunity_opened: opening, opportunity_won: winning, opportunity_lost: losing } = EVENT_NUMBER;
  const found = Object.fromEntries(COLUMNS.map((name) => [name, noPlaces(deals.opportunities.length)])) as Readonly<Record<(typeof COLUMNS)[number], Int32Array>>;
  const people = details.person?.code;
  for (const i of dealOrder(deals, given, orderOf)) {
    const code = deals.opportunity[i] ?? 0;
    const row = deals.row[i] ?? 0;
    const type = given.type[row];
    if (found.first[code] === NONE) found.first[code] = row;
    if (people !== undefined && people[row] !== 0) found.person[code] = row;
    if (type === opening && found.opened[code] === NONE) found.opened[code] = row;
    found.won[code] = type === winning ? row : NONE;
    found.lost[code] = type === losing ? row : NONE;
    found.closed[code] = type === winning || type === losing ? row : NONE;
    if (deals.type[i] !== 0) found.type[code] = i;
    if (!Number.isNaN(deals.amountMinor[i])) found.amount[code] = i;
    if (!Number.isNaN(deals.annualMinor[i])) found.annual[code] = i;
    if (!Number.isNaN(deals.termMonths[i])) found.term[code] = i;
    if (!Number.isNaN(deals.probability[i])) found.probability[code] = i;
    if (deals.forecast[i] !== 0) found.forecast[code] = i;
    if (!Number.isNaN(deals.expectedClose[i])) found.expectedClose[code] = i;
  }
  return found;
};
