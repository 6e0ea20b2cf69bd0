import { count, counts, share, within, nearest, type Opinions } from './opinion.js';

const DELIVERED = within('delivered_at');
const ACCEPTED = within('accepted_at');
const REJECTED = within('rejected_at');

export const handOffOpinions: Opinions = {
  delivery_volume: counts('to_party', 'hand_off', DELIVERED),
  deliveries_by_person: counts('to_person', 'hand_off', DELIVERED),
  acceptance_rate: share('hand_off', DELIVERED, 'accepted_at IS NOT NULL'),
  acceptance_rate_answered: share('hand_off', `${DELIVERED} AND (accepted_at IS NOT NULL OR rejected_at IS NOT NULL)`, 'accepted_at IS NOT NULL'),
  expiry_rate: share('hand_off', DELIVERED, 'expired_at IS NOT NULL'),
  rejection_rate: share('hand_off', DELIVERED, 'rejected_at IS NOT NULL'),
  rejection_rate_by_reason: share('hand_off', DELIVERED, 'rejected_at IS NOT NULL'),
  rejection_reasons: share('hand_off', REJECTED, 'true'),
  resubmission_rate: share('hand_off', REJECTED, 'resubmitted_at IS NOT NULL'),
  resubmission_success: share('hand_off', REJECTED, 'resubmission_accepted_at IS NOT NULL'),
  disqualification_reasons: share('lead_exit', `exit = 'disqualified' AND ${within('"at"')}`, 'true'),
  disqualification_rate: `SELECT a.numerator AS numerator, b.numerator AS denominator
    FROM (${count('lead_exit', `exit = 'disqualified' AND ${within('"at"')}`)}) a, (${count('hand_off', ACCEPTED)}) b`,
  disqualification_rate_cohort: share(
    'hand_off h',
    within('h.accepted_at'),
    "EXISTS (SELECT 1 FROM lead_exit x WHERE x.lead_id = h.lead_id AND x.exit = 'disqualified' AND x.at >= h.accepted_at)",
  ),
  recycle_rate: `SELECT exit AS g, count(recycled_at) AS numerator, count(*) AS denominator FROM lead_exit WHERE ${within('"at"')} GROUP BY 1`,
  recycle_yield_mql: share('lead_exit', within('recycled_at'), 'mql_again_at IS NOT NULL'),
  recycle_yield_sql: share('lead_exit', within('recycled_at'), 'sql_again_at IS NOT NULL'),
};

const ranks = (at: string, ms: string, from: string, among = 'true'): Readonly<Record<string, string>> =>
  Object.fromEntries([50, 90, 95].map((rank) => [`p${String(rank)}`, nearest(`SELECT ${ms} AS ms FROM ${from} WHERE ${within(at)} AND ${among}`, rank)]));
const named = (name: string, by: Readonly<Record<string, string>>): Opinions =>
  Object.fromEntries(Object.entries(by).map(([rank, sql]) => [`${name}_${rank}`, sql]));

const clock = "SELECT stop_open_ms - start_open_ms AS ms FROM clock WHERE kind = 'response_time' AND cycle = 1 AND cancelled_at IS NULL AND waived_at IS NULL AND NOT unproven";

export const responseOpinions: Opinions = {
  ...named('response_from_creation', ranks('first_at', 'answered_at - first_at', 'lead')),
  ...named('response_from_assignment', ranks('assigned_at', 'answered_since_assigned_at - assigned_at', 'lead')),
  ...named('response_from_routing', ranks('coalesce(routed_at, first_at)', 'answered_at - coalesce(routed_at, first_at)', 'lead')),
  ...named(
    'response_from_mql',
    ranks('entered_at', 'answered_at - entered_at', "(SELECT DISTINCT ON (lead_id) * FROM stage_visit WHERE stage = 'mql' ORDER BY lead_id, entered_at, entered_order, visit)", 'NOT inferred AND NOT entered_by_day'),
  ),
  response_rate: share('lead', within('first_at'), 'answered_at IS NOT NULL'),
  speed_to_lead: nearest(`${clock} AND ${within('started_at')}`, 90),
  speed_to_lead_p50: nearest(`${clock} AND ${within('started_at')}`, 50),
  speed_to_lead_p95: nearest(`${clock} AND ${within('started_at')}`, 95),
};
