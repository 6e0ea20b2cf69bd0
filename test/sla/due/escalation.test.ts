import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escalations, isOpen, type ClauseBase, type Escalation, type Rung } from 'revpact/sla';
import type { ClockFact } from 'revpact/vocabulary';
import { aRow, held, lateShift, mon, nineToFive, people, promised, tue } from '../../support/due.js';

const MINUTE = 60_000;
const EVER = { from: mon('00:00') - 30 * 86_400_000, to: mon('00:00') + 60 * 86_400_000 };
const LADDER: readonly Rung[] = [
  { when: { before: { minutes: 30 } }, tell: 'owner' },
  { when: { share: '1' }, tell: 'manager' },
  { when: { after: { minutes: 60 } }, tell: 'sponsor' },
  { when: { after: { minutes: 120 } }, tell: 'reassign' },
];

const told = (row: Partial<ClockFact>, ladder: readonly Rung[] = LADDER, window = EVER): readonly Escalation[] =>
  escalations([promised({ escalation: ladder })], [aRow(row)], window, () => nineToFive, people);
const brief = (rows: readonly Escalation[]): readonly unknown[] => rows.map(({ at, tell, person }) => [at, tell, person]);

describe('a ladder over two working hours from Monday at nine', () => {
  test('nobody answers: who holds the lead, their manager, the sponsor, and then somebody else gets it', () => {
    expect(brief(told({}))).toEqual([
      [mon('10:30'), 'owner', 'sam'],
      [mon('11:00'), 'manager', 'max'],
      [mon('12:00'), 'sponsor', 'Ada'],
      [mon('13:00'), 'reassign', null],
    ]);
  });

  test.each([
    { when: 'answered before the first rung', row: { stoppedAt: mon('10:29'), stoppedEvent: 'a', stopOpenMs: 0 }, moments: [] },
    { when: 'answered as it is due', row: { stoppedAt: mon('11:00'), stoppedEvent: 'a', stopOpenMs: 0 }, moments: [mon('10:30')] },
    { when: 'answered half an hour late', row: { stoppedAt: mon('11:30'), stoppedEvent: 'a', stopOpenMs: 0 }, moments: [mon('10:30'), mon('11:00')] },
    { when: 'sent back in time', row: { endedAt: mon('10:45'), endedBy: 'rejected', cancelledAt: mon('10:45') }, moments: [mon('10:30')] },
    { when: 'let go in between', row: { waivedAt: mon('11:30'), waivedEvent: 'w' }, moments: [mon('10:30'), mon('11:00')] },
    { when: 'excused by the other side', row: { excusedBy: 'complete' }, moments: [mon('10:30')] },
    { when: 'known to the day only', row: { unproven: true }, moments: [] },
    { when: 'waiting from ten to two', row: { pauses: [held('10:00', '14:00')], dueAt: mon('15:00') }, moments: [mon('14:30'), mon('15:00'), mon('16:00'), mon('17:00')] },
    { when: 'waiting, nobody knows until when', row: { pauses: [held('10:00')], dueAt: null }, moments: [] },
    { when: 'waiting once it is overdue', row: { pauses: [held('11:30', '15:00')] }, moments: [mon('10:30'), mon('11:00'), mon('15:30'), mon('16:30')] },
    { when: 'answered at ten and reopened at noon', row: { pauses: [held('10:00', '12:00', 'answered')], dueAt: mon('13:00') }, moments: [mon('12:30'), mon('13:00'), mon('14:00'), mon('15:00')] },
    { when: 'answered as it is due and reopened at noon', row: { pauses: [held('11:00', '12:00', 'answered')] }, moments: [mon('10:30'), mon('12:00'), mon('13:00'), mon('14:00')] },
    { when: 'held as it is due', row: { pauses: [held('11:00', '12:00')] }, moments: [mon('10:30'), mon('11:00'), mon('13:00'), mon('14:00')] },
    { when: 'with half the time from ten on', row: { retargets: [{ at: mon('10:00'), event: 'hot', targetOpenMs: 60 * MINUTE }], dueAt: mon('10:00') }, moments: [mon('10:00'), mon('10:00'), mon('11:00'), mon('12:00')] },
  ])('$when', ({ row, moments }) => {
    expect(told(row).map(({ at }) => at)).toEqual(moments);
  });

  test('who is told is who holds the lead then, and no manager is made up', () => {
    const holders = [{ from: mon('09:00'), person: 'sam' }, { from: mon('10:45'), person: 'ana' }];
    expect(brief(told({ holders })).slice(0, 2)).toEqual([[mon('10:30'), 'owner', 'sam'], [mon('11:00'), 'manager', null]]);
  });
});

describe('in working hours, where that is asked for', () => {
  const inHours: readonly Rung[] = LADDER.slice(0, 2).map((rung) => ({ ...rung, inHours: true }));

  test('a promise that is due at closing is told of the next morning, to each in their own hours', () => {
    const row = { startedAt: mon('15:00'), holders: [], dueAt: mon('17:00') };
    const ladder: readonly Rung[] = [{ when: { share: '1' }, tell: 'owner', inHours: true }, { when: { share: '1' }, tell: 'manager', inHours: true }, { when: { share: '1' }, tell: 'owner' }];
    expect(told(row, ladder).map(({ at, reachedAt, tell }) => [at, reachedAt, tell])).toEqual([
      // Max works until eight in the evening.
      [mon('17:00'), mon('17:00'), 'manager'],
      [mon('17:00'), mon('17:00'), 'owner'],
      [tue('09:00'), mon('17:00'), 'owner'],
    ]);
  });

  test('the manager comes at noon, and is not told of what was answered before', () => {
    expect(brief(told({}, inHours))).toEqual([[mon('10:30'), 'owner', 'sam'], [mon('12:00'), 'manager', 'max']]);
    expect(brief(told({ stoppedAt: mon('11:30'), stoppedEvent: 'a', stopOpenMs: 0 }, inHours))).toEqual([[mon('10:30'), 'owner', 'sam']]);
  });
});

test('asked twice, an escalation has the same id; no two have the same', () => {
  const ids = told({}).map(({ id }) => id);
  expect(ids).toEqual(['first_response:delivered:1', 'first_response:delivered:2', 'first_response:delivered:3', 'first_response:delivered:4']);
  expect(told({ stoppedAt: mon('12:30'), stoppedEvent: 'a', stopOpenMs: 0 }).map(({ id }) => id)).toEqual(ids.slice(0, 3));
});

// Random lives of one clock within three working days, on whole minutes, and a walk over the minutes that knows no arithmetic of ours.
const START = mon('09:00');
const minuteOf = (minute: number): number => START + minute * MINUTE;
const anyMinute = fc.integer({ min: 0, max: 3 * 1440 });
const anyRung: fc.Arbitrary<Rung> = fc.record({
  when: fc.oneof(
    fc.record({ before: fc.record({ minutes: fc.integer({ min: 1, max: 300 }) }) }),
    fc.record({ after: fc.record({ minutes: fc.integer({ min: 0, max: 300 }) }) }),
    fc.record({ share: fc.constantFrom('0.25', '0.5', '1') }),
  ),
  tell: fc.constantFrom('owner', 'manager'),
  inHours: fc.boolean(),
});
const anyLife = fc
  .record({ hours: fc.integer({ min: 1, max: 6 }), cuts: fc.uniqueArray(anyMinute, { maxLength: 8 }), answered: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), stop: fc.option(anyMinute), targets: fc.array(fc.record({ at: anyMinute, hours: fc.integer({ min: 1, max: 8 }) }), { maxLength: 2 }) })
  .map(({ hours, cuts, answered, stop, targets }): ClockFact => {
    const retargets = targets.map(({ at, hours: promisedHours }) => ({ at: minuteOf(at) + MINUTE, event: 'r', targetOpenMs: promisedHours * 3_600_000 })).sort((a, b) => a.at - b.at);
    const edges = [...cuts].sort((a, b) => a - b);
    const pauses = edges.flatMap((from, i) =>
      i % 2 === 1 ? [] : [{ because: answered[i / 2] ? ('answered' as const) : ('held' as const), from: minuteOf(from), fromEvent: 'f', until: edges[i + 1] === undefined ? null : minuteOf(edges[i + 1]!), untilEvent: null }],
    );
    // An answer without an end is the answer: only what was reopened is a pause.
    const closed = pauses.map((pause) => (pause.until === null ? { ...pause, because: 'held' as const } : pause));
    const stoppedAt = stop === null || closed.some(({ from, until }) => minuteOf(stop) >= from && minuteOf(stop) < (until ?? Infinity)) ? null : minuteOf(stop);
    return dated(aRow({ targetOpenMs: hours * 3_600_000, retargets: retargets.filter(({ at }, i) => retargets[i + 1]?.at !== at), pauses: closed, stoppedAt, stoppedEvent: stoppedAt === null ? null : 's' }));
  });

/** Eight days of minutes: when a level is reached, by the target that applies then, and from then on the first minute that suits. */
const walked = (row: ClockFact, rung: Rung, suits: (at: number) => boolean): number | null => {
  const runs = (at: number): boolean => isOpen(nineToFive, at) && !row.pauses.some(({ from, until }) => at >= from && at < (until ?? Infinity));
  const level = (at: number): number => {
    const target = (row.retargets.filter((one) => one.at <= at).at(-1)?.targetOpenMs ?? row.targetOpenMs) / MINUTE;
    return 'before' in rung.when ? target - rung.when.before.minutes : 'share' in rung.when ? target * Number(rung.when.share) : target;
  };
  let [ran, dueRan, reached] = [0, -1, false];
  for (let at = START; at < START + 8 * 86_400_000; at += MINUTE) {
    if (dueRan < 0 && ran >= level(at)) dueRan = ran;
    reached ||= dueRan >= 0 && ran >= dueRan + ('after' in rung.when ? rung.when.after.minutes : 0);
    if (reached && suits(at)) return at;
    if (runs(at)) ran += 1;
  }
  return null;
};

/** As {@link walked}, where the promise is still open then and the clock not held, in the hours of whoever is told. */
const toldAt = (row: ClockFact, rung: Rung): number | null => {
  const held = (at: number): boolean => row.pauses.some(({ because, from, until }) => (because === 'answered' ? at >= from : at > from) && at < (until ?? Infinity));
  const open = rung.tell === 'manager' ? lateShift : nineToFive;
  const at = walked(row, rung, (moment) => !held(moment) && (rung.inHours !== true || isOpen(open, moment)));
  return at === null || (row.stoppedAt !== null && row.stoppedAt <= at) ? null : at;
};

/** With when it is due, as the walk finds it. */
const dated = (row: ClockFact): ClockFact => ({ ...row, dueAt: walked(row, { when: { share: '1' }, tell: 'owner' }, () => true) });

test('law: each rung is told when a walk over the minutes says', () => {
  fc.assert(
    fc.property(anyLife, anyRung, (row, rung) => {
      const clause: ClauseBase = promised({ escalation: [rung] });
      const found = escalations([clause], [row], { from: START - 1, to: START + 8 * 86_400_000 }, () => nineToFive, people);
      expect(found.map(({ at }) => at)).toEqual([toldAt(row, rung)].filter((at) => at !== null));
    }),
    { numRuns: 200 },
  );
});

/** What was known of a clock before a moment: without what came later. */
const upTo = (row: ClockFact, to: number): ClockFact => {
  const begun = row.pauses.filter(({ from }) => from < to);
  const last = begun.at(-1);
  const lasts = last !== undefined && (last.until === null || last.until >= to);
  const answeredNow = lasts && last.because === 'answered';
  const stop = row.stoppedAt !== null && row.stoppedAt < to ? row.stoppedAt : answeredNow ? last.from : null;
  return dated({
    ...row,
    retargets: row.retargets.filter(({ at }) => at < to),
    pauses: lasts ? [...begun.slice(0, -1), ...(answeredNow ? [] : [{ ...last, until: null }])] : begun,
    stoppedAt: stop,
    stoppedEvent: stop === null ? null : 's',
  });
};

test('law: one stretch after the other gives each escalation once, and what comes later changes nothing', () => {
  fc.assert(
    fc.property(anyLife, fc.array(anyRung, { minLength: 1, maxLength: 4 }), fc.array(anyMinute, { minLength: 1, maxLength: 5 }), (row, ladder, cuts) => {
      const clauses = [promised({ escalation: ladder })];
      const ask = (known: ClockFact, from: number, to: number) => escalations(clauses, [known], { from, to }, () => nineToFive, people);
      const edges = [START, ...cuts.map(minuteOf), START + 8 * 86_400_000].sort((a, b) => a - b);
      const piecewise = edges.slice(1).flatMap((to, i) => ask(upTo(row, to), edges[i]!, to));
      expect(piecewise).toEqual(ask(row, START, START + 8 * 86_400_000));
    }),
    { numRuns: 200 },
  );
});
