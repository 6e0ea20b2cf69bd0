import { count, counts, NOW, share, TO, within, type Opinions } from './opinion.js';

const used = (kind: string, act: string): string => count('advocacy', `kind = '${kind}' AND act = '${act}' AND ${within('"at"')}`);
const TRIED = `kind = 'attempt' AND human AND ${within('"at"')}`;
const DUE = `${within('starts_at')} AND starts_at < ${NOW}`;

export const otherOpinions: Opinions = {
  references_agreed: used('reference', 'agreed'),
  references_made: used('reference', 'made'),
  references_used: used('reference', 'used'),
  case_studies_agreed: used('case_study', 'agreed'),
  case_studies_made: used('case_study', 'made'),
  case_studies_used: used('case_study', 'used'),
  advocacy_leads: `SELECT count(DISTINCT used_for) AS numerator, 1 AS denominator FROM advocacy WHERE act = 'used' AND ${within('"at"')}`,
  advocacy_inquiries: count('touch', `kind = 'inquiry' AND source IN ('reference', 'case_study') AND ${within('"at"')}`),
  advocacy_acts: count('advocacy', within('"at"')),
  meetings_set: count('meeting', within('booked_at')),
  meetings_held: count('meeting', within('held_at')),
  meetings_accepted: count('meeting', within('accepted_at')),
  meeting_acceptance_rate: share('meeting', within('held_at'), 'accepted_at IS NOT NULL'),
  qualified_meetings: share('meeting', within('booked_at'), 'held_at IS NOT NULL AND accepted_at IS NOT NULL'),
  show_rate: share('meeting', `${DUE} AND (NOT coalesce(cancelled_at < starts_at, false) OR held_at IS NOT NULL OR cancelled_at <= no_show_at)`, 'held_at IS NOT NULL'),
  show_rate_with_cancelled: share('meeting', DUE, 'held_at IS NOT NULL'),
  feedback_answered: share('feedback', within('"at"'), 'answered_at IS NOT NULL'),
  feedback_completeness: share('feedback', `${within('"at"')} AND complete IS NOT NULL`, 'complete'),
  attempts_by_channel: counts('channel', 'activity', TRIED),
  attempts_by_person: counts('person', 'activity', TRIED),
  leads_worked: `SELECT person AS g, count(DISTINCT lead_id) AS numerator, 1 AS denominator FROM activity WHERE human AND ${within('"at"')} GROUP BY 1`,
  stage_inventory: counts('stage', 'stage_visit', `NOT inferred AND entered_at < ${TO} AND (left_at IS NULL OR left_at >= ${TO})`),
};
