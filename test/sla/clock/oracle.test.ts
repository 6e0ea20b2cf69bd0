import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clocksFor, judgeClock, knownBy, openHours, type Course, type OpenHours, type TimedClause } from 'revpact/sla';
import type { ClockFact, LeadEventFact } from 'revpact/vocabulary';
import { STEP, oracleClocks, type OracleClause, type OracleEvent, type OracleSign } from '../../support/clock-oracle.js';
import { aCalendar, hours, weekOf } from '../../support/hours.js';
import { aContext, office, someFacts, utc } from '../../support/promises.js';

const MONDAY = utc('2026-04-06 00:00');
const DAY = 86_400_000;
const HORIZON = MONDAY + 40 * DAY;

/** Three short stretches on every day of the week, so that random moments meet openings, closings and breaks. */
const short: OpenHours = openHours(
  aCalendar({ zone: 'Etc/UTC', week: weekOf(hours('00:30-03:00', '08:10-12:00', '20:00-24:00'), ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']) }),
);
const shortIsOpen = (at: number): boolean => {
  const minute = (at % DAY) / 60_000;
  return (minute >= 30 && minute < 180) || (minute >= 490 && minute < 720) || minute >= 1200;
};
const officeIsOpen = (at: number): boolean => {
  const day = (Math.floor(at / DAY) + 3) % 7;
  const hour = (at % DAY) / 3_600_000;
  return day < 5 && hour >= 9 && hour < 17;
};

const SIGNS: Readonly<Record<string, LeadEventFact['type']>> = {
  start: 'handed_off',
  attempt: 'attempt',
  pause: 'meeting_booked',
  unpause: 'meeting_held',
  hold: 'inquiry',
  unhold: 'advocacy',
  reopen: 'recycled',
  cancel: 'disqualified',
  reject: 'rejected',
};

const eventOf = ({ at, sign }: OracleEvent, order: number): LeadEventFact => ({
  eventId: `e${String(order)}`,
  leadId: 'L1',
  type: typeof sign === 'string' ? SIGNS[sign]! : 'to' in sign ? 'assigned' : 'score_changed',
  at,
  order,
  byDay: false,
  party: 'sales_development',
  person: null,
  human: true,
  channel: null,
  entered: null,
  left: null,
  meetingId: null,
  startsAt: null,
  tier: typeof sign === 'object' && 'tier' in sign ? sign.tier : null,
  holder: typeof sign === 'object' && 'to' in sign ? sign.to : null,
  holderParty: typeof sign === 'object' && 'to' in sign ? 'sales_development' : null,
  source: null,
  answers: null,
});

interface Case {
  readonly clause: OracleClause;
  readonly events: readonly OracleEvent[];
  readonly open: OpenHours;
  readonly isOpen: (at: number) => boolean;
}

const target = fc.integer({ min: 1, max: 60 }).map((steps) => steps * STEP);
const sign: fc.Arbitrary<OracleSign> = fc.oneof(
  fc.constantFrom<OracleSign>('attempt', 'attempt', 'reopen', 'reopen', 'pause', 'unpause', 'hold', 'unhold', 'cancel', 'reject'),
  fc.constantFrom('A', 'B', 'C').map((tier) => ({ tier })),
  fc.constantFrom('sam', 'kim').map((to) => ({ to })),
);

/** Events in order: several may share a moment, but at the moment of an answer no other answer, and at a rejection nothing else. */
const events: fc.Arbitrary<readonly OracleEvent[]> = fc
  .record({
    start: fc.integer({ min: 0, max: 100 }),
    others: fc.array(fc.record({ step: fc.integer({ min: 0, max: 500 }), sign }), { maxLength: 14 }),
    place: fc.nat(14),
  })
  .map(({ start, others, place }) => {
    const all = [...others];
    all.splice(place, 0, { step: start, sign: 'start' });
    const crowded = (step: number): boolean => all.filter((other) => other.step === step).length > 1;
    const kept = all.filter(
      ({ step, sign }, i) =>
        (sign !== 'reject' || (step > start && !crowded(step))) &&
        (sign !== 'attempt' || all.findIndex((other) => other.step === step && other.sign === 'attempt') === i),
    );
    return kept.sort((a, b) => a.step - b.step).map(({ step, sign }) => ({ at: MONDAY + step * STEP, sign }));
  });

const cases: fc.Arbitrary<Case> = fc.record({
  clause: fc.record({
    target,
    byTier: fc.record({ A: target, B: target }),
    whenWindowChanges: fc.constantFrom('keep', 'from_start', 'remaining_share'),
    reopen: fc.constantFrom('never', 'restart', 'resume', 'resume'),
    reassign: fc.constantFrom('keep', 'restart', 'split'),
  }),
  events,
  calendar: fc.boolean(),
}).map(({ clause, events: happened, calendar }): Case => ({
  clause,
  events: happened,
  open: calendar ? office : short,
  isOpen: calendar ? officeIsOpen : shortIsOpen,
}));

const clauseOf = ({ target: ms, byTier, whenWindowChanges, reopen, reassign }: OracleClause): TimedClause => ({
  id: 'speed_to_lead',
  kind: 'response_time',
  title: 'Speed to lead',
  by: 'sales_development',
  to: 'marketing',
  share: '0.9',
  within: { minutes: ms / 60_000 },
  windows: Object.entries(byTier).map(([tier, within]) => ({ tiers: [tier], within: { minutes: within / 60_000 } })),
  whenWindowChanges,
  pauses: [
    { from: { on: ['meeting_booked'] }, until: { on: ['meeting_held'] } },
    { from: { on: ['inquiry'] }, until: { on: ['advocacy'] } },
  ],
  cancelledBy: [{ on: ['disqualified'] }],
  ...(reopen === 'never' ? {} : { reopen: { by: [{ on: ['recycled'] }], then: reopen } }),
  reassign,
});

const clocksOfCase = ({ clause, events: happened, open }: Case, shuffle: (rows: readonly LeadEventFact[]) => readonly LeadEventFact[] = (rows) => rows): readonly ClockFact[] => {
  const rows = happened.map(eventOf);
  const attempts = rows.filter(({ type }) => type === 'attempt');
  const start = rows.find(({ type }) => type === 'handed_off')!;
  const course: Course = {
    leadId: 'L1',
    delivery: 1,
    person: 'sam',
    start: { at: start.at, event: start.eventId },
    fulfilled: (since) => {
      const found = attempts.find((one) => one.at > since || (one.at === since && (since > start.at || one.order > start.order)));
      return found === undefined ? null : { at: found.at, event: found.eventId };
    },
    endings: rows.filter(({ type }) => type === 'rejected').map(({ at }) => ({ at, because: 'reject' })),
    doubtful: false,
  };
  return clocksFor(clauseOf(clause), [course], someFacts({ leadEvents: shuffle(rows) }), aContext({ openHoursOf: () => ({ id: 'office', open }) }));
};

test('a clock stands where a walk through time says, as of any moment', () => {
  fc.assert(
    fc.property(cases, fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 6 }), (one, steps) => {
      const clocks = clocksOfCase(one);
      for (const step of steps) {
        const asOf = MONDAY + step * STEP;
        const ours = clocks
          .filter(({ startedAt }) => startedAt < asOf)
          .map((clock) => {
            const { state } = judgeClock(clock, asOf, one.open);
            const known = knownBy(clock, asOf, one.open);
            const end = known.stopped?.at ?? Math.min(clock.endedAt ?? asOf, asOf);
            const undecided = state === 'met' || state === 'cancelled' || state === 'superseded';
            return { startedAt: clock.startedAt, ran: known.run.ranAt(end), state, due: undecided ? null : known.due };
          });
        const theirs = oracleClocks(one.clause, one.isOpen, 'sam', one.events, asOf, HORIZON).map((verdict) => ({
          ...verdict,
          due: verdict.state === 'met' ? null : verdict.due,
        }));
        expect(ours).toEqual(theirs);
      }
    }),
    { numRuns: 1500 },
  );
});

test('the order of the rows never matters', () => {
  fc.assert(
    fc.property(cases, fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), (one, keys) => {
      const shuffled = clocksOfCase(one, (rows) => [...rows].sort((a, b) => keys[a.order]! - keys[b.order]!));
      expect(shuffled).toEqual(clocksOfCase(one));
    }),
    { numRuns: 500 },
  );
});

test('once breached, never kept: whatever comes later, and whenever one looks', () => {
  const late = ['breached_open', 'answered_late'];
  fc.assert(
    fc.property(cases, (one) => {
      for (const clock of clocksOfCase(one)) {
        const states = Array.from({ length: 180 }, (_, i) => judgeClock(clock, MONDAY + i * 5 * STEP, one.open).state);
        const first = states.findIndex((state) => late.includes(state));
        if (first >= 0) expect(states.slice(first).every((state) => late.includes(state))).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('what happens at or after a moment changes nothing about how it stood then', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 0, max: 600 }), (one, step) => {
      const asOf = MONDAY + step * STEP;
      const known = { ...one, events: one.events.filter(({ at, sign }) => at < asOf || sign === 'start') };
      // Without the later events, an event may have another place in the log, and so another id.
      const judged = (some: Case): readonly object[] =>
        clocksOfCase(some)
          .filter(({ startedAt }) => startedAt < asOf)
          .map((clock) => {
            const judgement = judgeClock(clock, asOf, one.open);
            return { startedAt: clock.startedAt, ...judgement, ...('event' in judgement ? { event: 'some' } : {}) };
          });
      expect(judged(known)).toEqual(judged(one));
    }),
    { numRuns: 500 },
  );
});

test('an answer in time is what the row says: time taken is a subtraction', () => {
  fc.assert(
    fc.property(cases, (one) => {
      for (const clock of clocksOfCase(one)) {
        const { stoppedAt, stopOpenMs, startOpenMs } = clock;
        if (stoppedAt === null) continue;
        expect(stopOpenMs! - startOpenMs).toBe(knownBy(clock, stoppedAt + 1, one.open).run.ranAt(stoppedAt));
      }
    }),
    { numRuns: 300 },
  );
});
