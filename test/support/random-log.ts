import fc from 'fast-check';
import { EVENT_TYPES, type Event, type Framework } from 'revpact/vocabulary';

const PARTIES = ['marketing', 'sales_development', 'sales'];

/** What each type must have besides what every event has. */
const required: Readonly<Record<string, object>> = {
  score_changed: { score: 1, kind: 'fit' },
  assigned: { to: 'dev' },
  handed_off: { to: 'sales_development' },
  rejected: { class: 'clerical', reason: 'no_phone' },
  disqualified: { reason: 'no_budget' },
  attempt: { channel: 'phone' },
  contact_made: { channel: 'phone' },
  meeting_booked: { meetingId: 'm1', startsAt: 0 },
  meeting_rescheduled: { meetingId: 'm1', startsAt: 0 },
  meeting_cancelled: { meetingId: 'm1' },
  meeting_held: { meetingId: 'm1' },
  meeting_no_show: { meetingId: 'm1' },
  meeting_accepted: { meetingId: 'm1' },
  meeting_declined: { meetingId: 'm1' },
  opportunity_opened: { opportunityId: 'o1' },
  opportunity_advanced: { opportunityId: 'o1' },
  opportunity_won: { opportunityId: 'o1' },
  opportunity_lost: { opportunityId: 'o1' },
  handed_over: { opportunityId: 'o1', to: 'customer_success', promises: [] },
  advocacy: { kind: 'reference', act: 'made' },
};

/** Event types that happen to leads; the last seven are about the agreement or the log. */
export const LEAD_EVENT_TYPES = EVENT_TYPES.filter(
  (type) => !['practice_held', 'dispute_raised', 'dispute_settled', 'waived', 'correction', 'merge', 'erasure'].includes(type),
);

/** Any log of a few leads: types that matter come often, and some events name a stage, known or not. */
export const anyLog = (framework: Framework, maxLength = 60): fc.Arbitrary<readonly Event[]> => {
  const used = [...new Set(framework.transitions.map(({ on }) => on)), 'handed_off' as const, 'attempt' as const];
  const stages = [...framework.stages.map(({ id }) => id), 'no_such_stage', 'start'];
  return fc
    .array(
      fc.record({
        type: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...used) }, { weight: 1, arbitrary: fc.constantFrom(...LEAD_EVENT_TYPES) }),
        leadId: fc.constantFrom('a', 'b', 'c'),
        party: fc.constantFrom(...PARTIES),
        kind: fc.constantFrom('human', 'human', 'automation'),
        to: fc.constantFrom(...PARTIES),
        stage: fc.option(fc.constantFrom(...stages), { freq: 2, nil: null }),
        at: fc.integer({ min: 0, max: 100 }),
      }),
      { maxLength },
    )
    .map((rows) =>
      // `required` gives each type its own fields, which the compiler cannot follow through a random `type`.
      rows.map(({ type, leadId, party, kind, to, stage, at }, i) => ({
        ...required[type],
        id: `e${String(i)}`,
        type,
        at,
        by: { party, kind },
        leadId,
        ...(type === 'handed_off' ? { to } : {}),
        ...(stage === null ? {} : { stage }),
      })) as unknown as readonly Event[],
    );
};
