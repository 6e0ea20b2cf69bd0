import { count, money, nearest, share, valueShare, within, TO, DAY, NOW, type Opinions } from './opinion.js';

const OPENED = within('o.opened_at');
const WON = within('o.won_at');
const CLOSED = within('greatest(o.won_at, o.lost_at)');
const O = 'opportunity o';
/** Opened before the end of the quarter, and neither won nor lost by then. */
const STANDING = `o.opened_at < ${TO} AND coalesce(o.won_at >= ${TO}, true) AND coalesce(o.lost_at >= ${TO}, true)`;

const touched = (of: 'lead' | 'account', when: string): string =>
  `EXISTS (SELECT 1 FROM touch t WHERE t.${of}_id = o.${of}_id AND t.party = 'marketing' AND ${when})`;
const QUARTER_BEFORE = `t.at < o.opened_at AND t.at >= o.opened_at - ${String(90 * DAY)}`;

const BY_LEAD = `EXISTS (SELECT 1 FROM lead l WHERE l.lead_id = o.lead_id AND l.first_at < ${NOW} AND l.first_party = 'marketing')`;
const BY_FIRST_TOUCH = "o.first_touch_party = 'marketing'";
const BEFORE_SALES = 'o.first_marketing_touch_at IS NOT NULL AND (o.first_sales_activity_at IS NULL OR o.first_marketing_touch_at <= o.first_sales_activity_at)';

const influenced = (of: 'lead' | 'account'): Opinions => ({
  [`influenced_opportunities_at_any_time_of_${of}`]: share(O, OPENED, touched(of, 'true')),
  [`influenced_opportunities_before_creation_of_${of}`]: share(O, OPENED, touched(of, 't.at < o.opened_at')),
  [`influenced_opportunities_recently_of_${of}`]: share(O, OPENED, touched(of, QUARTER_BEFORE)),
  [`influenced_pipeline_at_any_time_of_${of}`]: valueShare(O, OPENED, touched(of, 'true')),
  [`influenced_pipeline_before_creation_of_${of}`]: valueShare(O, OPENED, touched(of, 't.at < o.opened_at')),
  [`influenced_pipeline_recently_of_${of}`]: valueShare(O, OPENED, touched(of, QUARTER_BEFORE)),
  [`influenced_wins_of_${of}`]: share(O, WON, touched(of, 't.at < o.won_at')),
  [`influenced_revenue_of_${of}`]: valueShare(O, WON, touched(of, 't.at < o.won_at')),
});

const FIRST_OUTCOMES = `(SELECT DISTINCT ON (opportunity_id) * FROM opportunity_state WHERE status IN ('won', 'lost') ORDER BY opportunity_id, "from", nth)`;
/** Each opportunity's first open state in each stage, with how the opportunity stands now. */
const STAGES = `(
  SELECT s.*, EXISTS (SELECT 1 FROM opportunity_state e WHERE e.opportunity_id = s.opportunity_id AND e.until IS NULL AND e.status IN ('won', 'lost')) AS closed,
    EXISTS (SELECT 1 FROM opportunity_state e WHERE e.opportunity_id = s.opportunity_id AND e.until IS NULL AND e.status = 'won') AS gained
  FROM (SELECT DISTINCT ON (opportunity_id, stage) * FROM opportunity_state WHERE status = 'open' AND stage IS NOT NULL ORDER BY opportunity_id, stage, "from", nth) s)`;

const OLD = `o.opened_at <= ${NOW} - ${String(90 * DAY)}`;

export const opportunityOpinions: Opinions = {
  opportunities_created: count(O, OPENED),
  pipeline_created: money(O, OPENED),
  sourced_opportunities_by_lead: share(O, OPENED, BY_LEAD),
  sourced_opportunities_by_first_touch: share(O, OPENED, BY_FIRST_TOUCH),
  sourced_opportunities_before_sales: share(O, OPENED, BEFORE_SALES),
  sourced_pipeline_by_lead: valueShare(O, OPENED, BY_LEAD),
  sourced_pipeline_by_first_touch: valueShare(O, OPENED, BY_FIRST_TOUCH),
  sourced_pipeline_before_sales: valueShare(O, OPENED, BEFORE_SALES),
  marketing_contribution_by_lead: valueShare(O, WON, BY_LEAD),
  marketing_contribution_by_first_touch: valueShare(O, WON, BY_FIRST_TOUCH),
  marketing_contribution_before_sales: valueShare(O, WON, BEFORE_SALES),
  ...influenced('lead'),
  ...influenced('account'),
  win_rate: share(O, CLOSED, 'o.won_at IS NOT NULL'),
  win_rate_by_value: valueShare(O, CLOSED, 'o.won_at IS NOT NULL'),
  win_rate_with_amount: share(O, `${CLOSED} AND o.amount_minor > 0`, 'o.won_at IS NOT NULL'),
  created_win_rate: share(O, OPENED, 'o.won_at IS NOT NULL'),
  created_win_rate_by_value: valueShare(O, OPENED, 'o.won_at IS NOT NULL'),
  decided_win_rate: share(O, `${OPENED} AND (o.won_at IS NOT NULL OR o.lost_at IS NOT NULL)`, 'o.won_at IS NOT NULL'),
  decided_win_rate_by_value: valueShare(O, `${OPENED} AND (o.won_at IS NOT NULL OR o.lost_at IS NOT NULL)`, 'o.won_at IS NOT NULL'),
  overall_win_rate_by_value: `
    WITH closed AS (SELECT *, won_at IS NOT NULL AS hit FROM ${O} WHERE ${CLOSED}),
    standing AS (SELECT *, false AS hit FROM ${O} WHERE ${STANDING}),
    priced AS (SELECT * FROM (SELECT * FROM closed UNION ALL SELECT * FROM standing) WHERE amount_minor IS NOT NULL AND currency IS NOT NULL)
    SELECT CASE WHEN count(DISTINCT currency) > 1 THEN NULL ELSE coalesce(sum(amount_minor::HUGEINT) FILTER (hit), 0) END AS numerator, coalesce(sum(amount_minor::HUGEINT), 0) AS denominator FROM priced`,
  matured_win_rate: share(O, `${OPENED} AND ${OLD}`, 'o.won_at IS NOT NULL'),
  matured_win_rate_by_value: valueShare(O, `${OPENED} AND ${OLD}`, 'o.won_at IS NOT NULL'),
  period_win_rate: `SELECT a.numerator AS numerator, b.numerator AS denominator FROM (${count(O, WON)}) a, (${count(O, OPENED)}) b`,
  win_rate_of_first_outcome: share(FIRST_OUTCOMES, within('"from"'), "status = 'won'"),
  win_rate_of_first_outcome_by_value: valueShare(FIRST_OUTCOMES, within('"from"'), "status = 'won'"),
  win_rate_from_stage: share(STAGES, `${within('"from"')} AND closed`, 'gained'),
  win_rate_from_stage_by_value: valueShare(STAGES, `${within('"from"')} AND closed`, 'gained'),
  overall_win_rate: `SELECT a.numerator AS numerator, a.denominator + b.numerator AS denominator
    FROM (${share(O, CLOSED, 'o.won_at IS NOT NULL')}) a, (${count(O, STANDING)}) b`,
  open_opportunities: count('opportunity_state', `status = 'open' AND "from" < ${TO} AND ("until" IS NULL OR "until" >= ${TO})`),
  open_pipeline: money('opportunity_state', `status = 'open' AND "from" < ${TO} AND ("until" IS NULL OR "until" >= ${TO})`),
  pipeline_closing: money('opportunity_state', `status = 'open' AND "from" < ${TO} AND ("until" IS NULL OR "until" >= ${TO}) AND ${within('expected_close_at')}`),
  time_to_win: nearest(`SELECT o.won_at - o.opened_at AS ms FROM ${O} WHERE ${OPENED}`, 50),
};
