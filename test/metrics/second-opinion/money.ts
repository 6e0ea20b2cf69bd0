import { count, DAY, money, NOW, TO, BEFORE, FROM, within, type Opinions } from './opinion.js';

// Revenue, cost and forecast. A quotient of money is null where there is money of two currencies in it.

/** The sum of known amounts, how many there are, of how many currencies, and of which. */
const sums = (from: string, among: string, amount = 'amount_minor'): string =>
  `(SELECT coalesce(sum(CAST(${amount} AS HUGEINT)), 0) AS s, count(*) AS n, count(DISTINCT currency) AS k, any_value(currency) AS c
    FROM ${from} WHERE ${among} AND ${amount} IS NOT NULL AND currency IS NOT NULL)`;
const number = (query: string): string => `(SELECT numerator AS n FROM (${query}))`;

/** Whether all the money is of one currency; what there is none of is of any. */
const alike = (...names: readonly string[]): string =>
  [
    ...names.map((one) => `${one}.k <= 1`),
    ...names.flatMap((a, i) => names.slice(i + 1).map((b) => `(${a}.k = 0 OR ${b}.k = 0 OR ${a}.c = ${b}.c)`)),
  ].join(' AND ');

/** A quotient where a condition holds and it is of something. */
const quotient = (numerator: string, denominator: string, holds: string, from: string): string => `
  SELECT CASE WHEN ${holds} AND ${denominator} <> 0 THEN (${numerator}) * sign(${denominator}) END AS numerator,
    CASE WHEN ${holds} AND ${denominator} <> 0 THEN abs(${denominator}) END AS denominator FROM ${from}`;
const perUnit = (a: string, n: string): string => quotient('a.s', 'b.n', 'a.k <= 1', `${a} a, ${n} b`);
const perMoney = (a: string, b: string): string => quotient('a.s', 'b.s', alike('a', 'b'), `${a} a, ${b} b`);

/** The median, by nearest rank, of a query's `ms` that are known and not below zero; those not known are counted beside. */
const known = (query: string): string => `
  WITH took AS (SELECT * FROM (${query}) WHERE ms IS NULL OR ms >= 0)
  SELECT count(*) AS n, count(*) - count(ms) AS open, list_sort(list(ms) FILTER (ms IS NOT NULL))[CAST((count(ms) + 1) // 2 AS INTEGER)] AS ms FROM took`;

const O = 'opportunity';
const WON = within('won_at');
const CLOSED = within('greatest(won_at, lost_at)');
const OPENED = within('opened_at');

/** Sales velocity: number × share won × average of those won ÷ mean time of those won; a day. */
const velocity = (decided: string): string => `
  WITH cohort AS (SELECT * FROM opportunity WHERE ${OPENED} AND amount_minor IS NOT NULL AND currency IS NOT NULL),
  c AS (
    SELECT count(*) AS n, count(*) FILTER (${decided}) AS d, count(*) FILTER (won_at IS NOT NULL) AS w,
      coalesce(sum(CAST(amount_minor AS HUGEINT)) FILTER (won_at IS NOT NULL), 0) AS s, count(DISTINCT currency) FILTER (won_at IS NOT NULL) AS k,
      count(*) FILTER (won_at >= opened_at) AS timed, coalesce(sum(CAST(won_at - opened_at AS HUGEINT)) FILTER (won_at >= opened_at), 0) AS took FROM cohort)
  ${quotient(`c.n * c.s * c.timed * ${String(DAY)}`, '(c.d * c.took)', 'c.k <= 1 AND c.w > 0', 'c')}`;

const reached = (stage: string): string => `(SELECT count(*) AS n FROM (
  SELECT DISTINCT ON (lead_id) * FROM stage_visit WHERE stage = '${stage}' ORDER BY lead_id, entered_at, entered_order, visit) WHERE NOT inferred AND ${within('entered_at')})`;
const CUSTOMERS = number(count(O, `${WON} AND type = 'new_business'`));
const spent = (among = 'true'): string => sums('spend', `${within('"at"')} AND ${among}`);
const BUDGET = sums('quota', `kind = 'budget' AND ${within('"at"')}`);
const QUOTA = sums('quota', `kind = 'revenue' AND ${within('"at"')}`);
/** Of the days that have begun. */
const toDate = (kind: string): string => sums('quota', `kind = '${kind}' AND ${within('"at"')} AND "at" < ${NOW}`);
const REVENUE = sums(O, WON);
const SOURCED = sums(O, `${WON} AND first_touch_party = 'marketing'`);

/** What so many tenths of the revenue exceed the spend by, over the spend. */
const romi = (tenths: number): string => quotient(`a.s * ${String(tenths)} - b.s * 10`, 'b.s * 10', alike('a', 'b'), `${SOURCED} a, ${spent()} b`);

const STANDING = `status = 'open' AND "from" < ${TO} AND ("until" IS NULL OR "until" >= ${TO})`;
const CLOSING = `${STANDING} AND ${within('expected_close_at')}`;
const LIKELY = "(forecast IN ('pipeline', 'best_case', 'most_likely', 'commit') OR forecast IS NULL)";
const only = (category: string): string => money('opportunity_state', `${CLOSING} AND forecast = '${category}'`);
const rolledUp = (...categories: readonly string[]): string => `
  SELECT CASE WHEN ${alike('a', 'b')} THEN a.s + b.s END AS numerator, 1 AS denominator
  FROM ${REVENUE} a, ${sums('opportunity_state', `${CLOSING} AND forecast IN (${categories.map((one) => `'${one}'`).join(', ')})`)} b`;

/** Amount × percent, added up exactly and rounded half to even once for each currency. */
const weighted = (among: string): string => `
  SELECT currency, q + CASE WHEN x - q * 100 > 50 OR (x - q * 100 = 50 AND q % 2 <> 0) THEN 1 ELSE 0 END AS minor FROM (
    SELECT *, (x - ((x % 100) + 100) % 100) // 100 AS q FROM (
      SELECT currency, sum(CAST(amount_minor AS HUGEINT) * probability) AS x FROM opportunity_state
      WHERE ${among} AND ${LIKELY} AND amount_minor IS NOT NULL AND currency IS NOT NULL AND probability IS NOT NULL GROUP BY 1))`;

export const moneyOpinions: Opinions = {
  opportunities_closed: count(O, CLOSED),
  opportunities_won: count(O, WON),
  new_customers: count(O, `${WON} AND type = 'new_business'`),
  revenue_won: money(O, WON),
  acv: quotient('a.s', 'a.n', 'a.k <= 1', `${sums(O, WON, 'annual_minor')} a`),
  average_deal: quotient('a.s', 'a.n', 'a.k <= 1', `${sums(O, WON)} a`),
  average_deal_without_zero: quotient('a.s', 'a.n', 'a.k <= 1', `${sums(O, `${WON} AND amount_minor > 0`)} a`),
  sales_cycle_won: known(`SELECT won_at - opened_at AS ms FROM opportunity WHERE ${WON}`),
  sales_cycle_closed: known(`SELECT coalesce(won_at, lost_at) - opened_at AS ms FROM opportunity WHERE ${CLOSED}`),
  sales_cycle_won_mean: `SELECT coalesce(sum(won_at - opened_at), 0) AS numerator, count(*) AS denominator FROM opportunity WHERE ${WON} AND won_at >= opened_at`,
  sales_velocity: velocity('true'),
  sales_velocity_of_decided: velocity('won_at IS NOT NULL OR lost_at IS NOT NULL'),
  budget_spent: perMoney(spent(), BUDGET),
  budget_spent_to_date: perMoney(spent(), toDate('budget')),
  cac_blended: perUnit(sums('spend', within('"at"'), "CASE WHEN kind IN ('salaries', 'tools') THEN 0 ELSE amount_minor END"), CUSTOMERS),
  cac_paid: perUnit(
    spent("kind = 'media'"),
    number(count('opportunity o', `${within('o.won_at')} AND o.type = 'new_business' AND EXISTS (SELECT 1 FROM spend s WHERE s.kind = 'media' AND s.campaign = o.first_touch_campaign)`)),
  ),
  cac_fully_loaded: perUnit(spent(), CUSTOMERS),
  cac_media: perUnit(spent("kind = 'media'"), CUSTOMERS),
  cac_salaries: perUnit(spent("kind = 'salaries'"), CUSTOMERS),
  cac_tools: perUnit(spent("kind = 'tools'"), CUSTOMERS),
  cac_lagged: perUnit(sums('spend', `"at" >= ${BEFORE} AND "at" < ${FROM}`), CUSTOMERS),
  cost_per_lead: perUnit(spent(), number(count('lead', within('first_at')))),
  cost_per_mql: perUnit(spent(), reached('mql')),
  cost_per_sal: perUnit(spent(), reached('sal')),
  cost_per_sql: perUnit(spent(), reached('sql')),
  cost_per_opportunity: perUnit(spent(), number(count(O, OPENED))),
  roas: perMoney(SOURCED, spent()),
  romi_on_revenue: romi(10),
  romi_on_gross_margin: romi(8),
  romi_on_incremental_margin: romi(4),
  quota_attainment: perMoney(REVENUE, QUOTA),
  quota_attainment_to_date: perMoney(REVENUE, toDate('revenue')),
  coverage_of_what_is_left: quotient('a.s', '(q.s - w.s)', alike('a', 'q', 'w'), `${sums('opportunity_state', CLOSING)} a, ${QUOTA} q, ${REVENUE} w`),
  coverage_of_full_quota: perMoney(sums('opportunity_state', CLOSING), QUOTA),
  required_coverage: perMoney(sums(O, CLOSED), REVENUE),
  weighted_pipeline: weighted(STANDING),
  weighted_pipeline_closing: weighted(CLOSING),
  forecast_pipeline_only: only('pipeline'),
  forecast_best_case_only: only('best_case'),
  forecast_most_likely_only: only('most_likely'),
  forecast_commit_only: only('commit'),
  forecast_open_pipeline: money('opportunity_state', `${CLOSING} AND forecast IN ('pipeline', 'best_case', 'most_likely', 'commit')`),
  forecast_best_case: rolledUp('best_case', 'most_likely', 'commit'),
  forecast_most_likely: rolledUp('most_likely', 'commit'),
  forecast_commit: rolledUp('commit'),
};
