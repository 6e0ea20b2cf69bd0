import { BEFORE, counts, DAY, FROM, nearest, NOW, TO, within, type Opinions } from './opinion.js';

/** Each lead's (or account's) first, last or every entry into a stage, those of an unknown date among them. */
const entries = (stages: string, pick: 'first' | 'last' | 'every' = 'first', of: 'lead' | 'account' = 'lead'): string => {
  const rows = `SELECT v.*, ${of === 'lead' ? 'v.lead_id' : 'l.account_id'} AS who FROM stage_visit v LEFT JOIN lead l USING (lead_id) WHERE v.stage IN (${stages})`;
  if (pick === 'every') return `(${rows})`;
  const d = pick === 'last' ? ' DESC' : '';
  return `(SELECT DISTINCT ON (who) * FROM (${rows}) WHERE who IS NOT NULL ORDER BY who, entered_at${d}, entered_order${d}, visit${d}, lead_id${d})`;
};

const volume = (stages: string, pick: 'first' | 'every' = 'first', of: 'lead' | 'account' = 'lead', from = FROM, to = TO): string =>
  `SELECT count(*) AS numerator, 1 AS denominator FROM ${entries(stages, pick, of)} WHERE NOT inferred AND entered_at >= ${from} AND entered_at < ${to}`;

const perEach = (base: string, target: string): string =>
  `SELECT a.numerator AS numerator, b.numerator AS denominator FROM (${volume(target)}) a, (${volume(base)}) b`;

interface Followed {
  readonly pick?: 'first' | 'last' | 'every';
  readonly of?: 'lead' | 'account';
  readonly extra?: string;
  readonly hit?: string;
}

/** Of the entries of the quarter, those followed by an entry into the target, no earlier in the log. */
const conversion = (base: string, target: string, { pick = 'first', of = 'lead', extra = 'true', hit = 'true' }: Followed = {}): string => `
  WITH b AS (SELECT * FROM ${entries(base, pick, of)} WHERE NOT inferred AND ${within('entered_at')} AND who IS NOT NULL AND ${extra}),
  goal AS ${entries(target, 'every', of)},
  followed AS (
    SELECT b.lead_id, b.visit, min(goal.entered_at) AS target_at FROM b LEFT JOIN goal ON goal.who = b.who
      AND (goal.entered_at, goal.entered_order, goal.visit, goal.lead_id) >= (b.entered_at, b.entered_order, b.visit, b.lead_id)
    GROUP BY b.lead_id, b.visit)
  SELECT count(target_at) FILTER (WHERE ${hit}) AS numerator, count(*) AS denominator FROM b JOIN followed USING (lead_id, visit)`;

/** From the first entry into one stage to the next entry into another; who never came ranks last. */
const velocity = (base: string, target: string, rank: number): string => nearest(took(base, target), rank);
const took = (base: string, target: string): string => `
  WITH b AS (SELECT * FROM ${entries(base)} WHERE NOT inferred AND ${within('entered_at')}),
  goal AS ${entries(target, 'every')}
  SELECT b.lead_id, min(goal.entered_at) - any_value(b.entered_at) AS ms FROM b LEFT JOIN goal ON goal.who = b.who
    AND (goal.entered_at, goal.entered_order, goal.visit) >= (b.entered_at, b.entered_order, b.visit)
  GROUP BY b.lead_id`;

const stay = (ms: string, rank: number, among = 'true'): string =>
  nearest(`SELECT ${ms} AS ms FROM stage_visit WHERE NOT inferred AND ${within('entered_at')} AND ${among}`, rank);

const openStay = (rank: number): string => stay('left_open_ms - entered_open_ms', rank, 'NOT entered_by_day AND entered_open_ms IS NOT NULL');

/** Of each lead and stage the last stay, with the time of those before it; an end before its start stays one. */
const cumulative = (rank: number): string =>
  nearest(
    `SELECT CASE WHEN left_at < entered_at THEN -1 ELSE left_at - entered_at + earlier_ms END AS ms
      FROM (SELECT DISTINCT ON (lead_id, stage) * FROM stage_visit WHERE NOT inferred ORDER BY lead_id, stage, entered_at DESC, visit DESC) WHERE ${within('entered_at')}`,
    rank,
  );

const SINCE_90 = `entered_at <= ${NOW} - ${String(90 * DAY)}`;

export const stageOpinions: Opinions = {
  inquiry_volume: volume("'inquiry'"),
  mql_volume: volume("'mql'"),
  mql_entries: volume("'mql'", 'every'),
  mql_account_volume: volume("'mql'", 'first', 'account'),
  sal_volume: volume("'sal'"),
  sql_volume: volume("'sql'"),
  opportunity_lead_volume: volume("'sql'"),
  customer_volume: volume("'won'"),
  mql_growth: `SELECT a.numerator - b.numerator AS numerator, b.numerator AS denominator FROM (${volume("'mql'")}) a, (${volume("'mql'", 'first', 'lead', BEFORE, FROM)}) b`,
  stage_entries: `SELECT stage AS g, count(*) AS numerator, 1 AS denominator FROM stage_visit WHERE NOT inferred AND ${within('entered_at')} GROUP BY 1`,
  stage_departures: `SELECT stage AS g, count(*) AS numerator, 1 AS denominator FROM stage_visit WHERE NOT inferred AND ${within('left_at')} GROUP BY 1`,
  inquiry_to_mql_rate: conversion("'inquiry'", "'mql'"),
  mql_to_sal_rate: conversion("'mql'", "'sal'"),
  sal_to_sql_rate: conversion("'sal'", "'sql'"),
  sql_to_opportunity_rate: conversion("'sql'", "'sql'"),
  opportunity_to_won_rate: conversion("'sql'", "'won'"),
  mql_to_opportunity_rate: conversion("'mql'", "'sql'"),
  mql_to_won_rate: conversion("'mql'", "'won'"),
  inquiry_to_won_rate: conversion("'inquiry'", "'won'"),
  inquiry_to_won_rate_accounts: conversion("'inquiry'", "'won'", { of: 'account' }),
  mql_to_sql_rate: conversion("'mql'", "'sql'"),
  mql_to_sql_rate_last: conversion("'mql'", "'sql'", { pick: 'last' }),
  mql_to_sql_rate_every: conversion("'mql'", "'sql'", { pick: 'every' }),
  mql_to_sql_rate_accounts: conversion("'mql'", "'sql'", { of: 'account' }),
  mql_to_sql_rate_reached: conversion("'mql'", "'sql', 'won'"),
  mql_to_sql_rate_matured: conversion("'mql'", "'sql'", { extra: SINCE_90 }),
  mql_to_sql_rate_90_days: conversion("'mql'", "'sql'", { extra: SINCE_90, hit: `target_at - b.entered_at < ${String(90 * DAY)}` }),
  mql_to_sql_rate_period: perEach("'mql'", "'sql'"),
  inquiry_to_mql_rate_period: perEach("'inquiry'", "'mql'"),
  mql_to_sal_rate_period: perEach("'mql'", "'sal'"),
  sal_to_sql_rate_period: perEach("'sal'", "'sql'"),
  sql_to_opportunity_rate_period: perEach("'sql'", "'sql'"),
  opportunity_to_won_rate_period: perEach("'sql'", "'won'"),
  inquiry_to_mql_rate_reached: conversion("'inquiry'", "'mql', 'sal', 'sql', 'won'"),
  mql_to_sal_rate_reached: conversion("'mql'", "'sal', 'sql', 'won'"),
  sal_to_sql_rate_reached: conversion("'sal'", "'sql', 'won'"),
  sql_to_opportunity_rate_reached: conversion("'sql'", "'sql', 'won'"),
  time_in_stage_p50: stay('left_at - entered_at', 50),
  time_in_stage_p75: stay('left_at - entered_at', 75),
  time_in_stage_p90: stay('left_at - entered_at', 90),
  time_in_stage_left_p50: nearest(`SELECT left_at - entered_at AS ms FROM stage_visit WHERE NOT inferred AND ${within('left_at')}`, 50),
  time_in_stage_open_p50: openStay(50),
  time_in_stage_open_p75: openStay(75),
  time_in_stage_open_p90: openStay(90),
  time_in_stage_cumulative_p50: cumulative(50),
  time_in_stage_cumulative_p75: cumulative(75),
  time_in_stage_cumulative_p90: cumulative(90),
  mql_to_sql_time_converters_p50: `SELECT count(*) AS n, count(*) - count(ms) AS open, list_sort(list(ms) FILTER (ms IS NOT NULL))[CAST((count(ms) + 1) // 2 AS INTEGER)] AS ms FROM (${took("'mql'", "'sql'")})`,
  stage_net_change: `SELECT (SELECT count(*) FROM stage_visit WHERE NOT inferred AND ${within('entered_at')}) - (SELECT count(*) FROM stage_visit WHERE NOT inferred AND ${within('left_at')}) AS numerator, 1 AS denominator`,
  inquiry_to_mql_time_p50: velocity("'inquiry'", "'mql'", 50),
  mql_to_sal_time_p50: velocity("'mql'", "'sal'", 50),
  sal_to_sql_time_p50: velocity("'sal'", "'sql'", 50),
  sql_to_opportunity_time_p50: velocity("'sql'", "'sql'", 50),
  opportunity_to_won_time_p50: velocity("'sql'", "'won'", 50),
  mql_to_won_time_p50: velocity("'mql'", "'won'", 50),
  mql_to_sql_time_p50: velocity("'mql'", "'sql'", 50),
  mql_to_sql_time_p75: velocity("'mql'", "'sql'", 75),
  mql_to_sql_time_p90: velocity("'mql'", "'sql'", 90),
  mql_to_sql_time_converters_mean: `SELECT coalesce(sum(ms), 0) AS numerator, count(ms) AS denominator FROM (${took("'mql'", "'sql'")})`,
  mql_to_sql_not_converted: `SELECT count(*) - count(ms) AS numerator, count(*) AS denominator FROM (${took("'mql'", "'sql'")})`,
  stage_first_entries: counts('stage', 'stage_visit', `NOT inferred AND entry = 1 AND ${within('entered_at')}`),
};
