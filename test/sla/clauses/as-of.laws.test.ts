import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clocksOf, judgeClock, type Clause } from 'revpact/sla';
import { factsFrom, resolve } from 'revpact/lifecycle';
import { sirius2006, type ClockFact, type Event } from 'revpact/vocabulary';
import { accepts, attempts, disqualifies, opens, recycles, rejects, robot, scores, sdr, story, type Line } from '../../support/lead-log.js';
import { aContext, office } from '../../support/promises.js';
import { delivered, moment } from '../../support/timed.js';

const given = (to: string): Line => ({ type: 'assigned', to, toParty: 'sales_development', by: sdr });
const LINES: readonly Line[] = [
  accepts,
  rejects,
  attempts,
  { ...attempts, by: robot },
  disqualifies,
  opens,
  recycles,
  scores('a'),
  scores('b'),
  given('eve'),
  given('kim'),
  { type: 'inquiry' },
  { type: 'opted_out' },
  { type: 'expired', by: robot },
  { type: 'touch', channel: 'email', source: 'fair' },
  { type: 'handed_off', to: 'sales_development', toPerson: 'eve' },
  { type: 'handed_off', to: 'sales', by: sdr },
  { type: 'feedback_answered', answers: 'e4' },
];

/** A life after the delivery on Monday at nine, by half hours, often two events at one moment. */
const lives = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom(...LINES)), { minLength: 2, maxLength: 14 })
  .map((steps): readonly Event[] => {
    let at = moment('06 09:00');
    return story(...delivered, ...steps.map(([gap, line]): Line => ({ ...line, at: (at += gap * 1_800_000) })));
  });

const conditions = fc.constantFrom({ on: ['inquiry'] } as const, { on: ['touch'] } as const, { on: ['assigned'] } as const, { on: ['score_changed'] } as const, { enters: 'sql' } as const);
const some = <One>(one: fc.Arbitrary<One>): fc.Arbitrary<One | undefined> => fc.option(one, { nil: undefined });
const without = (said: object): object => Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));

const options = fc
  .record({
    windows: some(fc.constantFrom([{ sources: ['fair'], within: { minutes: 300 } }], [{ tiers: ['a'], within: { minutes: 60 } }, { tiers: ['b'], within: { minutes: 400 } }])),
    whenWindowChanges: some(fc.constantFrom('keep', 'from_start', 'remaining_share')),
    onlyAfter: some(conditions.map((one) => [one])),
    pauses: some(fc.tuple(conditions, conditions).map(([from, until]) => [{ from, until }])),
    cancelledBy: some(conditions.map((one) => [one])),
    reassign: some(fc.constantFrom('keep', 'restart', 'split')),
  })
  .map(without);
const kinds = fc.constantFrom<object>(
  { kind: 'response_time', from: 'delivered' },
  { kind: 'response_time', from: 'accepted', reopen: { by: [{ on: ['inquiry'] }], then: 'restart' } },
  { kind: 'response_time', from: 'delivered', answer: 'next' },
  { kind: 'response_time', from: 'delivered', answer: 'periodic' },
  { kind: 'acceptance', reopen: { by: [{ on: ['inquiry'] }], then: 'resume' } },
  { kind: 'attempts', from: 'delivered', atLeast: 2 },
  { kind: 'resolution', from: 'delivered', reaches: 'sql' },
  { kind: 'ownership' },
  { kind: 'feedback_answered', by: 'marketing', to: 'sales_development' },
  { kind: 'time_to_action', starts: [{ on: ['inquiry', 'attempt'] }, { enters: 'mql' }], stops: [{ on: ['attempt'], actor: 'human' }] },
);
const clauses = fc.tuple(kinds, options, fc.integer({ min: 1, max: 20 })).map(
  ([kind, said, halves]) =>
    // The parts are those of the schema; which of them are there is chance.
    ({ id: 'c', title: 'C', by: 'sales_development', to: 'marketing', share: '1', within: { minutes: halves * 30 }, ...kind, ...said }) as Clause,
);

test('the whole log tells of every moment what the log up to then tells, and no breach is ever healed', () => {
  const context = aContext({ stageOwners: Object.fromEntries(sirius2006.stages.map(({ id, owner }) => [id, owner])) });
  fc.assert(
    fc.property(clauses, lives, (clause, events) => {
      const clocksBy = (asOf: number): readonly ClockFact[] => clocksOf([clause], factsFrom(sirius2006, resolve(events, { asOf })).facts, context);
      const whole = clocksBy(moment('30 00:00'));
      const moments = [...events.map(({ at }) => at), ...whole.flatMap(({ dueAt }) => dueAt ?? [])].flatMap((at) => [at, at + 1]);
      const broken = new Set<string>();
      for (const asOf of [...new Set(moments)].sort((a, b) => a - b)) {
        const begun = whole.filter(({ startedAt }) => startedAt < asOf);
        const known = clocksBy(asOf);
        expect(known.map((clock) => judgeClock(clock, asOf, office))).toEqual(begun.map((clock) => judgeClock(clock, asOf, office)));
        for (const clock of known) {
          const isBroken = ['breached_open', 'answered_late'].includes(judgeClock(clock, asOf, office).state);
          const key = `${String(clock.delivery)} ${clock.startedEvent}`;
          if (broken.has(key)) expect(isBroken).toBe(true);
          if (isBroken) broken.add(key);
        }
      }
    }),
    { numRuns: 80 },
  );
});
