import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLifecycle, detailsOf, encode, factColumnsFrom, factsFrom, resolve, type BulkFacts, type Lifecycle, type ResolvedLog } from 'revpact/lifecycle';
import { columnsOf, FACT_TABLES, sirius2006, STANDARD_FRAMEWORKS, type Event, type FactColumn, type FactColumns, type Framework, type LogColumns, type LogDetails, type Names } from 'revpact/vocabulary';
import { anyFramework } from '../support/random-life.js';
import { anyLog } from '../support/random-log.js';

const TOLD = ['leads', 'stageVisits', 'handOffs', 'exits', 'activities', 'opportunities'] as const;

/** What these columns leave to others: a pact, other tables, or what only single events say. */
const UNTOLD = {
  leads: ['fitScore', 'fitTier'],
  stageVisits: ['probability', 'enteredOpenMs', 'leftOpenMs'],
  handOffs: ['handOff', 'fields', 'fitTier', 'deliveredOpenMs', 'acceptedOpenMs', 'firstAttemptOpenMs'],
  exits: ['specifics'],
  activities: ['outcome', 'onList', 'excepted'],
  opportunities: ['firstTouchAt', 'firstTouchParty', 'firstTouchSource', 'firstTouchCampaign', 'firstMarketingTouchAt', 'firstSalesActivityAt'],
} as const;

const cellsOf = (column: FactColumn): readonly unknown[] => {
  if (column.kind === 'text') return [...column.codes].map((code) => (code < 0 ? null : column.words[code]));
  return column.kind === 'number' ? [...column.values].map((value) => (Number.isNaN(value) ? null : value)) : column.values;
};

/** The rows of a table as text, in an order of their own: lead by lead or as logged. */
const rowsOf = (facts: FactColumns, key: (typeof TOLD)[number], columns: readonly string[]): readonly string[] => {
  const given = facts[key].columns as Readonly<Record<string, FactColumn>>;
  const cells = columns.map((name) => cellsOf(given[name] ?? { kind: 'rows', values: ['left out'] }));
  return Array.from({ length: facts[key].rows }, (_, row) => JSON.stringify(columns.map((name, i) => [name, cells[i]?.[row]]))).sort();
};

const made = (lifecycle: Lifecycle, log: ResolvedLog, details?: LogDetails): BulkFacts => {
  const result = factColumnsFrom(lifecycle, encode(lifecycle, log).columns, details ?? detailsOf(log));
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join());
  return result.value;
};

const toldOf = (key: (typeof TOLD)[number], facts: FactColumns): readonly string[] =>
  Object.keys(FACT_TABLES[key].columns).filter((name) => !(UNTOLD[key] as readonly string[]).includes(name) || Object.hasOwn(facts[key].columns, name));

const sameAsRows = (lifecycle: Lifecycle, log: ResolvedLog): void => {
  const { facts } = made(lifecycle, log);
  const slow = columnsOf(factsFrom(lifecycle, log).facts);
  for (const key of TOLD) {
    const columns = toldOf(key, facts);
    expect({ key, rows: rowsOf(facts, key, columns) }).toEqual({ key, rows: rowsOf(slow, key, columns) });
  }
};

/** What `anyLog` leaves out: accounts, sources, whom an assignment names, what a deal is worth. */
const richer = (events: readonly Event[], dice: readonly number[]): readonly Event[] =>
  events.map((event, i) => {
    const die = dice[i % dice.length] ?? 0;
    const some = (from: number, field: object): object => ((die >> from) % 3 === 0 ? field : {});
    const money = { minor: die * 7, currency: die % 2 === 0 ? 'EUR' : 'USD' };
    const demand = ['inquiry', 'touch', 'qualified'].includes(event.type) ? { ...some(1, { source: `s${String(die % 3)}` }), ...some(2, { campaign: `c${String(die % 2)}` }) } : {};
    const worth = ['opportunity_opened', 'opportunity_advanced', 'opportunity_won'].includes(event.type)
      ? { ...some(1, { amount: money }), ...some(3, { annual: { minor: die, currency: 'EUR' } }), ...some(2, { termMonths: 1 + (die % 30) }) }
      : {};
    const outlook = ['opportunity_opened', 'opportunity_advanced'].includes(event.type)
      ? { ...some(2, { probability: die % 101 }), ...some(3, { forecast: 'commit' }), ...some(4, { expectedClose: die * 1000 }) }
      : {};
    const own = {
      ...(event.type === 'opportunity_opened' ? some(4, { opportunityType: 'renewal' }) : {}),
      ...(event.type === 'assigned' ? some(1, { toParty: ['sales', 'partners'][die % 2] }) : {}),
      ...(event.type === 'opted_out' ? some(1, { channel: 'email' }) : {}),
      ...(event.type === 'opportunity_lost' ? some(1, { reason: 'price' }) : {}),
    };
    return { ...event, ...some(5, { accountId: `acc${String(die % 4)}` }), ...demand, ...worth, ...outlook, ...own };
  });

const anyRicherLog = (framework: Framework): fc.Arbitrary<readonly Event[]> =>
  fc.tuple(anyLog(framework), fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 80 })).map(([events, dice]) => richer(events, dice));

describe('facts from columns are those from events', () => {
  test.each(STANDARD_FRAMEWORKS)('$id: any log', (framework) => {
    const lifecycle = createLifecycle(framework);
    fc.assert(fc.property(anyRicherLog(framework), (events) => { sameAsRows(lifecycle, resolve(events)); }), { numRuns: 60 });
  });

  test('any framework, any log', () => {
    fc.assert(
      fc.property(anyFramework.chain((framework) => fc.tuple(fc.constant(framework), anyRicherLog(framework))), ([framework, events]) => {
        sameAsRows(createLifecycle(framework), resolve(events));
      }),
      { numRuns: 200 },
    );
  });

  test('rows in any order', () => {
    const lifecycle = createLifecycle(sirius2006);
    fc.assert(
      fc.property(anyRicherLog(sirius2006), fc.nat(), (events, turn) => {
        const log = resolve(events);
        const { columns, orders } = encode(lifecycle, log);
        const places = [...orders.keys()].sort((a, b) => ((a * 31 + turn) % 17) - ((b * 31 + turn) % 17) || a - b);
        const mixed = factColumnsFrom(lifecycle, numberedBy(shuffled(columns, places), places), detailsIn(detailsOf(log), places));
        if (!mixed.ok) throw new Error(mixed.issues[0]?.message);
        const { facts } = made(lifecycle, { ...log, events: log.events.map((event, seq) => ({ ...event, seq })) });
        for (const key of TOLD) expect({ key, rows: rowsOf(mixed.value.facts, key, toldOf(key, facts)) }).toEqual({ key, rows: rowsOf(facts, key, toldOf(key, facts)) });
      }),
      { numRuns: 200 },
    );
  });
});

/** The same rows in other places. */
const shuffled = (log: LogColumns, places: readonly number[]): LogColumns => ({
  ...log,
  lead: log.lead.map((_, row) => log.lead[places[row] ?? 0] ?? 0),
  type: log.type.map((_, row) => log.type[places[row] ?? 0] ?? 0),
  at: log.at.map((_, row) => log.at[places[row] ?? 0] ?? 0),
  party: log.party.map((_, row) => log.party[places[row] ?? 0] ?? 0),
  human: log.human.map((_, row) => log.human[places[row] ?? 0] ?? 0),
  to: log.to.map((_, row) => log.to[places[row] ?? 0] ?? 0),
  rejectionClass: log.rejectionClass.map((_, row) => log.rejectionClass[places[row] ?? 0] ?? 0),
  stage: log.stage.map((_, row) => log.stage[places[row] ?? 0] ?? 0),
  leftStage: log.leftStage.map((_, row) => log.leftStage[places[row] ?? 0] ?? 0),
});

/** Their order within a moment said by `seq`, since rows no longer say it. */
const numberedBy = (log: LogColumns, places: readonly number[]): LogColumns => ({ ...log, seq: Float64Array.from(places) });

const namesIn = ({ words, code }: Names, places: readonly number[]): Names => ({ words, code: Uint32Array.from(places, (place) => code[place] ?? 0) });

const detailsIn = (details: Required<LogDetails>, places: readonly number[]): LogDetails => {
  const { person, account, source, campaign, channel, reason, holder, deals } = details;
  const rowOf = new Map(places.map((place, row) => [place, row]));
  const order = [...deals.row.keys()].sort((a, b) => (rowOf.get(deals.row[a] ?? 0) ?? 0) - (rowOf.get(deals.row[b] ?? 0) ?? 0));
  const at = <Column extends Uint8Array | Uint32Array | Float64Array>(column: Column, into: Column): Column => {
    order.forEach((old, i) => {
      into[i] = column[old] ?? 0;
    });
    return into;
  };
  const n = order.length;
  return {
    ids: places.map((place) => details.ids[place] ?? ''),
    orders: Uint32Array.from(places, (place) => details.orders[place] ?? 0),
    person: namesIn(person, places),
    account: namesIn(account, places),
    source: namesIn(source, places),
    campaign: namesIn(campaign, places),
    channel: namesIn(channel, places),
    reason: namesIn(reason, places),
    holder: { person: namesIn(holder.person, places), party: namesIn(holder.party, places) },
    deals: {
      opportunities: deals.opportunities,
      row: Uint32Array.from(order, (old) => rowOf.get(deals.row[old] ?? 0) ?? 0),
      opportunity: at(deals.opportunity, new Uint32Array(n)),
      type: at(deals.type, new Uint8Array(n)),
      amountMinor: at(deals.amountMinor, new Float64Array(n)),
      currency: namesIn(deals.currency, order),
      annualMinor: at(deals.annualMinor, new Float64Array(n)),
      annualCurrency: namesIn(deals.annualCurrency, order),
      termMonths: at(deals.termMonths, new Float64Array(n)),
      probability: at(deals.probability, new Float64Array(n)),
      forecast: at(deals.forecast, new Uint8Array(n)),
      expectedClose: at(deals.expectedClose, new Float64Array(n)),
    },
  };
};

test('what the log does not say is left out and named', () => {
  const lifecycle = createLifecycle(sirius2006);
  const log = resolve([{ id: 'e1', type: 'inquiry', at: 1000, by: { party: 'marketing', kind: 'human' }, leadId: 'a', source: 'fair' }]);
  const { facts, untold } = made(lifecycle, log, {});
  expect(Object.keys(facts.leads.columns)).toEqual(['leadId', 'firstAt', 'firstParty', 'mqlAt', 'routedAt', 'answeredAt', 'lastAt']);
  expect(untold).toEqual(expect.arrayContaining(['leads.source', 'stageVisits.enteredEvent', 'opportunities', 'meetings', 'clocks']));
  expect(made(lifecycle, log).untold).not.toContain('leads.source');
});

test.each([
  { when: 'ids for fewer rows', change: { ids: [] }, code: 'lifecycle.column_length', path: ['ids'] },
  { when: 'a person who is none', change: { person: { words: ['a'], code: Uint32Array.of(2, 0) } }, code: 'lifecycle.column_code', path: ['person', 0] },
  { when: 'a deal in a row that is no deal', change: { deals: { row: Uint32Array.of(0) } }, code: 'lifecycle.column_code', path: ['deals.row', 0] },
  { when: 'a deal in a row beyond the log', change: { deals: { row: Uint32Array.of(7) } }, code: 'lifecycle.column_code', path: ['deals.row', 0] },
  { when: 'a deal without a name', change: { deals: { opportunity: Uint32Array.of(4) } }, code: 'lifecycle.column_code', path: ['deals.opportunity', 0] },
  { when: 'an amount without a currency', change: { deals: { currency: { words: [], code: Uint32Array.of(0) } } }, code: 'lifecycle.column_code', path: ['deals.amountMinor', 0] },
  { when: 'an amount with a fraction', change: { deals: { amountMinor: Float64Array.of(0.5) } }, code: 'lifecycle.column_code', path: ['deals.amountMinor', 0] },
  { when: 'a term of no months', change: { deals: { termMonths: Float64Array.of(0) } }, code: 'lifecycle.column_code', path: ['deals.termMonths', 0] },
])('$when is refused', ({ change, code, path }) => {
  const lifecycle = createLifecycle(sirius2006);
  const by = { party: 'sales', kind: 'human' } as const;
  const log = resolve([
    { id: 'e1', type: 'inquiry', at: 1000, by, leadId: 'a' },
    { id: 'e2', type: 'opportunity_opened', at: 2000, by, leadId: 'a', opportunityId: 'o', amount: { minor: 5, currency: 'EUR' } },
  ]);
  const details = detailsOf(log);
  const { deals = {}, ...others } = change as { readonly deals?: Partial<LogDetails['deals']> };
  const found = factColumnsFrom(lifecycle, encode(lifecycle, log).columns, { ...details, ...others, deals: { ...details.deals, ...deals } });
  expect(found.ok ? [] : found.issues.map((issue) => [issue.code, issue.path])).toEqual([[code, path]]);
});
