import { beforeAll, describe, expect, test } from 'vitest';
import { formatDate, localDate, startOfDay, toDecimal, unwrap } from 'revpact/kernel';
import type { EventImport } from 'revpact/crm';
import { factsFrom, lintLifecycle, resolve, type BaseFacts, type ResolvedLog } from 'revpact/lifecycle';
import { safeReview } from 'revpact/pact';
import type { StageVisitFact } from 'revpact/vocabulary';
import { olistFramework, olistIsHere, olistMapping, olistPact, openOlist, type Olist } from '../support/olist.js';

const DAY = 86_400_000;
const ZONE = 'America/Sao_Paulo';
/** The deal won two days before its lead's first contact. */
const BACKWARDS = 'b91cf8812365f50ff4bda4bcd6206b05';

test('framework and mappings are well formed', () => {
  expect(lintLifecycle(olistFramework(), ['marketing', 'sales'])).toEqual([]);
  expect([olistMapping('leads').id, olistMapping('deals').id]).toEqual(['olist_leads', 'olist_deals']);
});

test('the pact agrees on that framework', () => {
  expect(olistPact().framework).toEqual(olistFramework());
});

/** Every expected figure is a second opinion: plain SQL over the files themselves, which knows nothing of events. */
describe.skipIf(!olistIsHere())('Olist', () => {
  let olist: Olist;
  let leads: EventImport;
  let deals: EventImport;
  let log: ResolvedLog;
  let base: BaseFacts;
  let first: ReadonlyMap<string, StageVisitFact>;
  let won: ReadonlyMap<string, StageVisitFact>;

  beforeAll(async () => {
    olist = await openOlist();
    leads = await olist.imported('leads');
    deals = await olist.imported('deals');
    log = resolve([...leads.events, ...deals.events]);
    base = factsFrom(olistFramework(), log);
    const stays = (stage: string) => new Map(base.facts.stageVisits.filter((one) => one.stage === stage).map((one) => [one.leadId, one]));
    first = stays('mql');
    won = stays('won');
  });

  const groups = async (sql: string): Promise<Record<string, readonly (number | string)[]>> =>
    Object.fromEntries((await olist.rows(sql)).map(({ name, ...counts }) => [name ?? '(blank)', Object.values(counts).map(Number)]));

  test('8,000 leads and 842 won deals are read, and none is lost', async () => {
    expect({ ...leads, events: leads.events.length }).toMatchObject({ read: 8000, accepted: 8000, rejected: 0, ignored: 0, events: 8000 });
    expect({ ...deals, events: deals.events.length }).toMatchObject({ read: 842, accepted: 842, rejected: 0, ignored: 0, events: 842 });
    expect(log.counts).toMatchObject({ read: 8842, kept: 8842, duplicates: 0, voided: 0, cut: 0 });
    // A first contact is known by its date: where the deal was won on that day, nothing says that it came after.
    const sameDay = await groups(`select 'all' as name, count(*) from deal join lead using (mql_id) where cast(won_date as date) = cast(first_contact_date as date)`);
    expect(sameDay).toEqual({ all: [log.noticeCount] });
    expect(new Set(log.notices.map(({ code }) => code))).toEqual(new Set(['lifecycle.tie_within_day']));
    expect([base.facts.leads.length, first.size, won.size]).toEqual([8000, 8000, 842]);
    expect(await groups(`select 'all' as name, (select count(*) from lead), (select count(*) from deal)`)).toEqual({ all: [8000, 842] });
  });

  test('what the exports hold besides is kept as attributes', () => {
    const [deal] = deals.events.filter((event) => event.id === 'won:5420aad7fec3549a85876ba1c529bd84');
    // Read off the file's first line.
    expect(deal).toMatchObject({
      at: Date.UTC(2018, 1, 26, 19, 58, 54),
      accountId: '2c43fb513632d29b3b58df74816f1b06',
      by: { party: 'sales', person: '4ef15afb4b2723d8f3d81e51ec7afefe', kind: 'human' },
      attributes: {
        sdr_id: 'a8387c01a09e99ce014107505b92388c',
        business_segment: 'pet',
        lead_behaviour_profile: 'cat',
        declared_monthly_revenue: '0.0',
      },
    });
    expect(deal?.attributes).not.toHaveProperty('average_stock');
  });

  test('funnel by origin; "unknown" and blank are two', async () => {
    const counted: Record<string, [number, number]> = {};
    for (const { leadId, source } of base.facts.leads) {
      const [of, wins] = counted[source ?? '(blank)'] ?? [0, 0];
      counted[source ?? '(blank)'] = [of + 1, wins + (won.has(leadId) ? 1 : 0)];
    }
    // The first event of the lead that was won backwards is its deal, and that carries no origin; its first contact does.
    expect(counted).toEqual(
      await groups(`select origin as name, count(*), count(deal.mql_id) from lead left join deal using (mql_id) group by origin`),
    );
    expect([counted['unknown']?.[0], counted['(blank)']?.[0]]).toEqual([1099, 60]);
  });

  test('funnel by month of first contact', async () => {
    const counted: Record<string, [number, number]> = {};
    for (const { leadId, enteredAt, enteredByDay } of first.values()) {
      expect(enteredByDay).toBe(true);
      const month = formatDate(localDate(ZONE, enteredAt)).slice(0, 7);
      const [of, wins] = counted[month] ?? [0, 0];
      counted[month] = [of + 1, wins + (won.has(leadId) ? 1 : 0)];
    }
    expect(counted).toEqual(
      await groups(
        `select first_contact_date[:7] as name, count(*), count(deal.mql_id) from lead left join deal using (mql_id) group by name`,
      ),
    );
  });

  // The rule: from the first moment of the day of first contact in Sao Paulo to the moment of the win, in milliseconds.
  const TIMES = `
    select mql_id,
      epoch_ms(won_date::timestamp) - epoch_ms(first_contact_date::timestamp at time zone '${ZONE}') as ms
    from lead join deal using (mql_id)`;

  test('time to win, of the deals that were won after first contact', async () => {
    const times = [...won.values()]
      .filter(({ legal }) => legal)
      .map(({ leadId, enteredAt }) => enteredAt - (first.get(leadId)?.enteredAt ?? NaN))
      .sort((a, b) => a - b);
    const sum = times.reduce((total, ms) => total + ms, 0);
    const median = times[Math.ceil(times.length / 2) - 1];

    const [expected] = await olist.rows(`
      with won as (select ms, row_number() over (order by ms) as rank, count(*) over () as n from (${TIMES}) where ms >= 0)
      select any_value(n) as n, sum(ms)::bigint as sum, max(ms) filter (where rank = (n + 1) // 2) as median,
        format('{:.2f}', sum(ms) / any_value(n) / ${String(DAY)}) as mean_days from won`);
    expect([times.length, sum, median]).toEqual([expected?.['n'], expected?.['sum'], expected?.['median']].map(Number));
    expect(times.length).toBe(841);
    expect(toDecimal({ numerator: sum, denominator: times.length * DAY }, 2, 'half-even')).toBe(expected?.['mean_days']);

    const open = [...base.replay.states.values()].filter(({ visits }) => !visits.some(({ stage }) => stage === 'won'));
    expect(open.length).toBe(8000 - 842);
    expect(open.every(({ stage }) => stage === 'mql')).toBe(true);
  });

  test('the deal won before its first contact counts, and is named as against the agreed life', async () => {
    expect(await olist.rows(`select mql_id from (${TIMES}) where ms < 0`)).toEqual([{ mql_id: BACKWARDS }]);
    expect(
      base.replay.violations.map(({ leadId, event, type, from, to, at, code }) => ({ leadId, event, type, from, to, at, code })),
    ).toEqual([
      {
        leadId: BACKWARDS,
        event: `won:${BACKWARDS}`,
        type: 'opportunity_won',
        from: 'start',
        to: 'won',
        at: Date.UTC(2018, 2, 6, 19, 38, 55),
        code: 'lifecycle.no_such_step',
      },
      {
        leadId: BACKWARDS,
        event: `mql:${BACKWARDS}`,
        type: 'qualified',
        from: 'won',
        to: 'mql',
        at: Date.UTC(2018, 2, 8, 3),
        code: 'lifecycle.no_such_step',
      },
    ]);
    expect(base.facts.stageVisits.filter(({ legal }) => !legal).map(({ leadId, stage }) => [leadId, stage])).toEqual([
      [BACKWARDS, 'won'],
      [BACKWARDS, 'mql'],
    ]);
    expect(base.replay.states.get(BACKWARDS)).toMatchObject({ stage: 'mql', violations: 2 });
  });

  test('a quarter under the pact: leads promised and brought, deals promised and won, and the share of that cohort', async () => {
    const events = [...leads.events, ...deals.events];
    const { findings, scorecard } = unwrap(safeReview([olistPact()], { events }, { period: '2018-Q1', asOf: '2018-12-01T00:00:00Z' }));
    const [expected] = await olist.rows(`
      with quarter as (from (${TIMES}) select * replace (ms >= 0 as ms)), cohort as (
        select mql_id, quarter.ms as later from lead left join quarter using (mql_id)
        where first_contact_date between '2018-01-01' and '2018-03-31')
      select count(*) as leads, count(*) filter (where later) as won_later,
        (select count(*) from deal
          where strftime((won_date::timestamp at time zone 'UTC') at time zone '${ZONE}', '%Y-%m') between '2018-01' and '2018-03') as won
      from cohort`);
    const [brought, wonInQuarter, wonLater] = [expected?.['leads'], expected?.['won'], expected?.['won_later']].map(Number);
    expect(findings.map(({ clause, numerator }) => [clause, numerator])).toEqual([
      ['mql_commitment', brought],
      ['won_commitment', wonInQuarter],
    ]);
    expect(scorecard).toMatchObject([
      { result: { metric: 'mql_volume', numerator: brought } },
      { result: { metric: 'contact_to_won_rate', numerator: wonLater, denominator: brought } },
    ]);
  });

  test('won leads by sales development rep and by sales rep', async () => {
    const tally = (names: readonly unknown[]): Record<string, number[]> => {
      const counts = new Map<string, number>();
      for (const name of names) counts.set(String(name), (counts.get(String(name)) ?? 0) + 1);
      return Object.fromEntries([...counts].map(([name, count]) => [name, [count]]));
    };
    const dealOf = new Map(log.events.map((event) => [event.id, event]));
    expect(tally([...won.values()].map(({ enteredEvent }) => dealOf.get(enteredEvent)?.attributes?.['sdr_id']))).toEqual(
      await groups(`select sdr_id as name, count(*) from deal group by sdr_id`),
    );
    expect(tally(base.facts.opportunities.map(({ person }) => person))).toEqual(
      await groups(`select sr_id as name, count(*) from deal group by sr_id`),
    );
  });

  test('61 deals were won at the stroke of midnight in Sao Paulo; they stay the moments they are', async () => {
    const midnights = deals.events.filter(({ at }) => startOfDay(ZONE, localDate(ZONE, at)) === at);
    expect(midnights.length).toBe(61);
    expect(midnights.some(({ precision }) => precision !== undefined)).toBe(false);
    const [count] = await olist.rows(`
      select count(*)::integer as n from deal
      where ((won_date::timestamp at time zone 'UTC') at time zone '${ZONE}')::time = '00:00:00'`);
    expect(count).toEqual({ n: 61 });

    // Won at the very moment at which the day of first contact begins: the mapping's firstSeq says that contact came first.
    const atOnce = [...won.values()].filter(({ leadId, enteredAt }) => first.get(leadId)?.enteredAt === enteredAt);
    expect(await olist.rows(`select mql_id from (${TIMES}) where ms = 0 order by mql_id`)).toEqual(
      atOnce.map(({ leadId }) => ({ mql_id: leadId })).sort((a, b) => (a.mql_id < b.mql_id ? -1 : 1)),
    );
    expect(atOnce.length).toBe(5);
    expect(atOnce.every(({ legal, visit }) => legal && visit === 2)).toBe(true);
  });
});
