import { describe, expect, test } from 'vitest';
import { assessTimed, type FindingState, type JudgedClock } from 'revpact/sla';
import type { ClockFact } from 'revpact/vocabulary';
import { aTimedClause } from '../support/courses.js';
import { HOUR, aClock, aContext, someFacts, utc } from '../support/promises.js';

const started = utc('2026-04-06 09:00');
const answered = (minutes: number): Partial<ClockFact> => ({
  stoppedAt: started + minutes * 60_000,
  stoppedEvent: 'attempt',
  stopOpenMs: minutes * 60_000,
});
const met = answered(60);
const late = answered(150);
const clocks = (...each: readonly Partial<ClockFact>[]): readonly ClockFact[] => each.map((over, i) => aClock({ leadId: `L${String(i)}`, ...over }));
const assess = (clause: Parameters<typeof aTimedClause>[0], some: readonly ClockFact[], time = '2026-04-06 14:00') =>
  assessTimed(aTimedClause(clause), someFacts({ clocks: some }), aContext({ asOf: utc(time) }), ({ met: kept }, judged) => `${String(kept)} of ${String(judged)}.`);

describe('a minimum sample', () => {
  test.each<{ when: string; sample?: number; of: readonly Partial<ClockFact>[]; state: FindingState }>([
    { when: 'one met, none asked for', of: [met], state: 'kept' },
    { when: 'one met of two that are needed', sample: 2, of: [met], state: 'unproven' },
    { when: 'two of two', sample: 2, of: [met, met], state: 'kept' },
    { when: 'one missed of two that are needed: as little proof as a met one', sample: 2, of: [late], state: 'unproven' },
    { when: 'one of two missed', sample: 2, of: [met, late], state: 'broken' },
    { when: 'all excused, as many as are needed', sample: 2, of: [{ ...late, excusedBy: 'dossier' }, { ...late, excusedBy: 'dossier' }], state: 'excused' },
    { when: 'all excused, fewer than are needed', sample: 2, of: [{ ...late, excusedBy: 'dossier' }], state: 'unproven' },
    { when: 'one missed, and others excused', sample: 2, of: [late, { ...late, excusedBy: 'dossier' }], state: 'unproven' },
  ])('$when: $state', ({ sample, of, state }) => {
    expect(assess(sample === undefined ? {} : { minimumSample: sample }, clocks(...of)).state).toBe(state);
  });

  test('what is missing is said', () => {
    expect(assess({ minimumSample: 20 }, clocks(met)).sentence).toBe('1 of 1. 20 are needed before the share is judged.');
  });
});

test('every clock is counted once, in one state', () => {
  const endedEarly = { endedAt: started + HOUR, cancelledAt: started + HOUR };
  const finding = assess(
    { share: '0.5' },
    clocks(
      met,
      late,
      {},
      { startedAt: utc('2026-04-06 13:00'), dueAt: utc('2026-04-06 15:00'), startOpenMs: 4 * HOUR },
      { dueAt: null, pauses: [{ because: 'held', from: started + HOUR, fromEvent: 'booked', until: null, untilEvent: null }] },
      { waivedAt: started + 3 * HOUR, waivedEvent: 'w' },
      { excusedBy: 'dossier' },
      { ...endedEarly, endedBy: 'delivered_anew' },
      { ...endedEarly, endedBy: 'reassigned' },
      { ...endedEarly, endedBy: 'rejected' },
      { unproven: true },
    ),
  );
  expect(finding.counts).toEqual({
    met: 1,
    answeredLate: 1,
    breachedOpen: 1,
    running: 1,
    paused: 1,
    waived: 1,
    excused: 1,
    superseded: 2,
    cancelled: 1,
    unproven: 1,
  });
  expect([finding.numerator, finding.denominator]).toEqual([1, 3]);
  // Of three judged one is kept; with the two that are undecided three of five would be.
  expect(finding.state).toBe('at_risk');
  expect(finding.sentence).toBe(
    '1 of 3. 1 is overdue and still open; 1 is still running; 1 is paused; ' +
      '1 is excused by the other side’s earlier breach (counted, they would make it 25 %); 1 was waived; ' +
      '2 were superseded before they were due; 1 stopped mattering before it was due; 1 is unproven, because it is known to the day only.',
  );
});

test('what a kind raises besides is carried, and said last', () => {
  const raise = (judged: readonly JudgedClock[]) => [
    { kind: 'odd', count: judged.length, sentence: 'Odd.', evidence: judged.map(({ evidence }) => evidence) },
  ];
  const facts = someFacts({ clocks: clocks(met) });
  const finding = assessTimed(aTimedClause(), facts, aContext({ asOf: utc('2026-04-07 00:00') }), () => 'So it was.', raise);
  expect(finding.sentence).toBe('So it was. Odd.');
  expect(finding.alarms.map(({ kind, count }) => [kind, count])).toEqual([['odd', 1]]);
  expect(finding.alarms[0]!.evidence).toEqual(finding.evidence);
});
