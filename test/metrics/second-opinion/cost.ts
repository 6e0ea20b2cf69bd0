import { FROM, money, NOW, TO, within, type Opinions } from './opinion.js';

/** Money over a number; null where there is money of several currencies. */
const per = (amounts: string, number: string): string => `
  WITH m AS (${amounts}) SELECT CASE WHEN (SELECT count(*) FROM m) > 1 THEN NULL ELSE coalesce((SELECT sum(minor) FROM m), 0) END AS numerator, (${number}) AS denominator`;

/** Money over money, all of one currency. */
const over = (above: string, below: string): string => `
  WITH a AS (${above}), b AS (${below}), currencies AS (SELECT currency FROM a UNION SELECT currency FROM b)
  SELECT CASE WHEN (SELECT count(*) FROM currencies) > 1 THEN NULL ELSE coalesce((SELECT sum(minor) FROM a), 0) END AS numerator, coalesce((SELECT sum(minor) FROM b), 0) AS denominator`;

const spent = (from = FROM, to = TO): string => money('spend', `"at" >= ${from} AND "at" < ${to}`);
const quota = (kind: string): string => money('quota', `kind = '${kind}' AND ${within('"at"')}`);
/** Days of the quarter that have begun. */
const BEGUN = `${within('"at"')} AND "at" < ${NOW}`;
const OPENED = within('opened_at');

/** Leads whose first inquiry lies in the quarter and that entered another stage at it or after it. */
const cohort = (stage: string): string => `
  SELECT count(*) FROM (SELECT DISTINCT ON (lead_id) * FROM stage_visit WHERE stage = 'inquiry' ORDER BY lead_id, entered_at, entered_order, visit) b
  WHERE NOT inferred AND ${within('entered_at')} AND EXISTS (
    SELECT 1 FROM stage_visit g WHERE g.lead_id = b.lead_id AND g.stage = '${stage}' AND (g.entered_at, g.entered_order, g.visit) >= (b.entered_at, b.entered_order, b.visit))`;
const FIRST_MQLS = `SELECT count(*) FROM (SELECT DISTINCT ON (lead_id) * FROM stage_visit WHERE stage = 'mql' ORDER BY lead_id, entered_at, entered_order, visit) WHERE NOT inferred AND ${within('entered_at')}`;

export const costOpinions: Opinions = {
  spend_total: spent(),
  budget: quota('budget'),
  revenue_quota: quota('revenue'),
  cost_per_mql_of_cohort: per(spent(), cohort('mql')),
  cost_per_sal_of_cohort: per(spent(), cohort('sal')),
  cost_per_sql_of_cohort: per(spent(), cohort('sql')),
  cost_per_opportunity_of_cohort: per(spent(), cohort('sql')),
  period_win_rate_by_value: over(money('opportunity', within('won_at')), money('opportunity', OPENED)),
  volume_commitment_value: over(money('opportunity', `${OPENED} AND first_touch_party = 'marketing'`), money('quota', `kind = 'marketing_pipeline' AND ${BEGUN}`)),
  volume_commitment: `SELECT (${FIRST_MQLS}) AS numerator, coalesce(sum(count), 0) AS denominator FROM quota WHERE kind = 'mql' AND ${BEGUN}`,
};
