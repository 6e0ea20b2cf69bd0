import { clocksFor, type ClockContext, type Course, type TimedClause } from 'revpact/sla';
import type { ClockFact, Facts, LeadEventFact } from 'revpact/vocabulary';
import { aContext, someFacts } from './promises.js';

/** Sales development answers within two working hours. */
export const aTimedClause = (over: Partial<TimedClause> = {}): TimedClause => ({
  id: 'speed_to_lead',
  kind: 'response_time',
  title: 'Speed to lead',
  by: 'sales_development',
  to: 'marketing',
  share: '0.9',
  within: { minutes: 120 },
  ...over,
});

/** The clocks of a promise that a hand-off starts, any attempt fulfils, and a rejection ends. */
export const clocksOn = (
  clause: TimedClause,
  events: readonly LeadEventFact[],
  context: Partial<ClockContext> = {},
  facts: Partial<Facts> = {},
): readonly ClockFact[] => {
  const attempts = events.filter(({ type }) => type === 'attempt').sort((a, b) => a.at - b.at || a.order - b.order);
  const courses = events
    .filter(({ type }) => type === 'handed_off')
    .map((start, i): Course => ({
      leadId: start.leadId,
      delivery: i + 1,
      person: 'sam',
      start: { at: start.at, event: start.eventId },
      fulfilled: (since) => {
        const answer = attempts.find((one) => one.leadId === start.leadId && one.at >= since);
        return answer === undefined ? null : { at: answer.at, event: answer.eventId };
      },
      endings: events.filter(({ type }) => type === 'rejected').map(({ at }) => ({ at, because: 'rejected' })),
      doubtful: false,
    }));
  return clocksFor(clause, courses, someFacts({ leadEvents: events, ...facts }), aContext(context));
};
