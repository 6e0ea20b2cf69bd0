import { CUT, DAY, nearest, NOW, share, TO, within, type Opinions } from './opinion.js';

const HUMAN = `human AND ${within('"at"')}`;
const ms = (days: number): string => String(days * DAY);
/** At least so many days before asOf. */
const aged = (at: string, days: number): string => `${at} <= ${NOW} - ${ms(days)}`;
const first = (stage: string): string => `(SELECT DISTINCT ON (lead_id) * FROM stage_visit WHERE stage = '${stage}' ORDER BY lead_id, entered_at, entered_order, visit)`;

const LEFT = (after: string): string => `EXISTS (SELECT 1 FROM lead_exit x WHERE x.lead_id = u.lead_id AND x.at >= u.${after})`;

const KEPT = 'c.stopped_at IS NOT NULL AND c.stopped_at <= c.due_at';
const JUDGED = `NOT c.unproven AND ((${KEPT}) OR (c.cancelled_at IS NULL AND c.waived_at IS NULL AND c.excused_by IS NULL))`;
const ATTEMPTS = `(SELECT count(*) FROM activity a WHERE a.lead_id = u.lead_id AND a.party = u.to_party AND a.human AND a.kind = 'attempt' AND a.at >= u.delivered_at AND a.at < u.delivered_at + ${ms(14)}) >= 5`;
const NOT_REACHED = `NOT EXISTS (SELECT 1 FROM activity a WHERE a.lead_id = u.lead_id AND a.human AND a.kind = 'contact' AND a.at >= u.delivered_at AND a.at < u.delivered_at + ${ms(14)})`;
const TRIED = `${within('u.delivered_at')} AND ${aged('u.delivered_at', 14)} AND u.rejected_at IS NULL`;

const STAYS = `NOT u.inferred AND u.entered_at < ${CUT} AND (u.left_at IS NULL OR u.left_at >= ${CUT})`;
const MOVED = `EXISTS (SELECT 1 FROM activity a WHERE a.lead_id = u.lead_id AND a.human AND a.at < ${CUT} AND a.at > ${CUT} - ${ms(30)})
  OR EXISTS (SELECT 1 FROM meeting m WHERE m.lead_id = u.lead_id AND m.booked_at < ${CUT} AND m.booked_at > ${CUT} - ${ms(30)})`;

const gap = (channel: string): string => `SELECT 10 * count(*) FILTER (channel = '${channel}') - 3 * count(*) AS numerator, 10 * count(*) AS denominator FROM activity WHERE kind = 'attempt' AND ${HUMAN}`;
const DELIVERED = `FROM hand_off WHERE ${within('delivered_at')} AND NOT delivered_by_day AND NOT (rejected_at IS NOT NULL AND first_attempt_at IS NULL)`;
const delivered = (rank: number): string => nearest(`SELECT first_attempt_at - delivered_at AS ms ${DELIVERED}`, rank);

export const conductOpinions: Opinions = {
  sla_attainment: share('clock c', `${within('c.started_at')} AND ${JUDGED} AND ((${KEPT}) OR c.due_at < ${NOW})`, KEPT),
  sla_attainment_due: share('clock c', `${within('c.due_at')} AND c.due_at < ${NOW} AND ${JUDGED}`, KEPT),
  attempt_compliance: share('hand_off u', TRIED, ATTEMPTS),
  attempt_compliance_unreached: share('hand_off u', `${TRIED} AND ${NOT_REACHED}`, ATTEMPTS),
  list_compliance: share('activity', `kind = 'attempt' AND channel = 'phone' AND ${HUMAN} AND on_list IS NOT NULL`, 'on_list'),
  list_compliance_with_exceptions: share(
    'activity',
    `kind = 'attempt' AND channel = 'phone' AND ${HUMAN} AND on_list IS NOT NULL AND excepted IS NOT NULL`,
    'on_list OR excepted',
  ),
  conversations_reported: share('conversation', HUMAN, 'learned OR message IS NOT NULL OR objection IS NOT NULL OR corrected > 0'),
  report_completeness: share('conversation', `${HUMAN} AND complete IS NOT NULL`, 'complete'),
  feedback_answer_time_p90: nearest(`SELECT answered_at - "at" AS ms FROM feedback WHERE NOT by_day AND ${within('"at"')}`, 90),
  channel_mix: share('activity', `kind = 'attempt' AND ${HUMAN}`, 'true'),
  channel_mix_gap_phone: gap('phone'),
  channel_mix_gap_email: gap('email'),
  channel_mix_gap_social: gap('social'),
  advocacy_won_rate: share(
    'advocacy u',
    `u.act = 'used' AND ${within('u.at')} AND u.used_for IS NOT NULL`,
    "EXISTS (SELECT 1 FROM stage_visit v WHERE v.lead_id = u.used_for AND v.stage = 'won' AND v.entered_at >= u.at)",
  ),
  leak_unowned: share('lead u', `${within('u.mql_at')} AND ${aged('u.mql_at', 7)}`, `u.assigned_at IS NULL AND NOT ${LEFT('mql_at')}`),
  leak_unrouted: share('lead u', `${within('u.mql_at')} AND ${aged('u.mql_at', 7)}`, `u.routed_at IS NULL AND NOT ${LEFT('mql_at')}`),
  leak_unaccepted: share(
    'hand_off u',
    `${within('u.delivered_at')} AND ${aged('u.delivered_at', 7)}`,
    'u.accepted_at IS NULL AND u.rejected_at IS NULL AND u.expired_at IS NULL AND u.superseded_at IS NULL',
  ),
  leak_untouched: share(
    'hand_off u',
    `${within('u.accepted_at')} AND ${aged('u.accepted_at', 7)}`,
    `u.first_attempt_at IS NULL AND u.superseded_at IS NULL AND NOT EXISTS (SELECT 1 FROM activity a WHERE a.lead_id = u.lead_id AND a.human AND a.at >= u.delivered_at) AND NOT ${LEFT('accepted_at')}`,
  ),
  leak_stalled: share('stage_visit u', `${STAYS} AND u.stage IN ('mql', 'sal', 'sql')`, `u.entered_at <= ${CUT} - ${ms(30)} AND NOT (${MOVED})`),
  leak_lost_on_convert: share(
    `${first('sql')} u`,
    `NOT u.inferred AND ${within('u.entered_at')} AND ${aged('u.entered_at', 7)}`,
    'NOT EXISTS (SELECT 1 FROM opportunity o WHERE o.lead_id = u.lead_id AND o.opened_at IS NOT NULL)',
  ),
  leads_in_hand: `SELECT l.owner AS g, count(*) AS numerator, 1 AS denominator FROM stage_visit u LEFT JOIN lead l USING (lead_id) WHERE ${STAYS} AND u.stage IN ('mql', 'sal', 'sql') GROUP BY 1`,
  workload: `
    WITH worked AS (SELECT person AS g, count(DISTINCT lead_id) AS n FROM activity WHERE ${HUMAN} GROUP BY 1),
    capacity AS (SELECT person AS g, sum(count) AS n FROM quota WHERE kind = 'workload' AND ${within('"at"')} AND "at" < ${NOW} GROUP BY 1),
    people AS (SELECT g FROM worked UNION SELECT g FROM capacity)
    SELECT p.g AS g, coalesce(w.n, 0) AS numerator, coalesce(c.n, 0) AS denominator
    FROM people p LEFT JOIN worked w ON w.g IS NOT DISTINCT FROM p.g LEFT JOIN capacity c ON c.g IS NOT DISTINCT FROM p.g`,
  list_coverage: share(
    `(SELECT DISTINCT ON (account_id) * FROM list_entry WHERE listed_at < ${TO} ORDER BY account_id, listed_at DESC, list_event DESC) u`,
    `u.delisted_at IS NULL OR u.delisted_at >= ${TO}`,
    `EXISTS (SELECT 1 FROM activity a WHERE a.account_id = u.account_id AND a.kind = 'attempt' AND a.channel = 'phone' AND a.human AND ${within('a.at')})`,
  ),
  response_from_delivery_p50: delivered(50),
  response_from_delivery_p90: delivered(90),
  response_from_delivery_p95: delivered(95),
  response_from_delivery_open_p90: nearest(`SELECT first_attempt_open_ms - delivered_open_ms AS ms ${DELIVERED} AND delivered_open_ms IS NOT NULL`, 90),
};
