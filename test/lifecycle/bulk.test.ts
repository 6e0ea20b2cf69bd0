import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { transition as xstateStep } from 'xstate';
import {
  createLifecycle,
  encode,
  foldMany,
  INFERRED,
  judgeMany,
  LEGAL,
  NOTHING_YET,
  OPEN,
  orderRows,
  REFUSED,
  replay,
  replayMany,
  resolve,
  STAGE_BITS,
  tableOf,
  foldStanding,
  stepFacts,
  cellBase,
  type BulkReplay,
  type EncodedLog,
  type Lifecycle,
  type ResolvedLog,
  type Standing,
} from 'revpact/lifecycle';
import { lifecycleMachine, machineEvent } from 'revpact/lifecycle/xstate';
import { EVENT_TYPES, STANDARD_FRAMEWORKS, sirius2006, type Event, type Framework, type LogColumns } from 'revpact/vocabulary';
import { accepts, delivers, inquires, isAboutLead, logOf, qualifies, wins } from '../support/lead-log.js';
import { met, NOTHING } from '../support/facts-for.js';
import { anyFramework, anyHistory, anyLife, anyQuestions } from '../support/random-life.js';
import { anyLog } from '../support/random-log.js';

const unwrapped = (lifecycle: Lifecycle, { columns }: EncodedLog): BulkReplay => {
  const replayed = replayMany(lifecycle, columns);
  if (!replayed.ok) throw new Error(replayed.issues.map(({ message }) => message).join());
  return replayed.value;
};

/** What `replay` says, in the words that bulk replay has too: grouped by lead. */
const slowly = (lifecycle: Lifecycle, log: ResolvedLog) => {
  const { visits, violations, states, steps, notices } = replay(lifecycle, log);
  const leads = [...states.keys()];
  const byLead = <T extends { readonly leadId: string }>(rows: readonly T[]): readonly T[] => leads.flatMap((lead) => rows.filter(({ leadId }) => leadId === lead));
  const orderOf = new Map(log.events.map(({ id }, order) => [id, order]));
  return {
    visits: byLead(visits).map(({ leadId, stage, entry, enteredOrder, leftEvent, legal, inferred }) =>
      [leadId, stage, entry, enteredOrder, leftEvent === null ? null : orderOf.get(leftEvent), legal, inferred].join(' '),
    ),
    violations: byLead(violations).map(({ leadId, order, from, tied }) => [leadId, order, from, tied].join(' ')),
    final: [...states].map(([lead, { stage }]) => `${lead} in ${stage}`),
    steps,
    gaps: notices.filter(({ code }) => code === 'lifecycle.history_gap').length,
    unknownLeft: notices.filter(({ code }) => code === 'lifecycle.unknown_stage').length,
  };
};

const quickly = (lifecycle: Lifecycle, log: ResolvedLog) => {
  const { stages } = tableOf(lifecycle);
  const encoded = encode(lifecycle, log);
  const { leads, lead } = encoded.columns;
  const { visits, violations, final, steps, gaps, unknownLeft } = unwrapped(lifecycle, encoded);
  const order = (row: number | undefined): number | undefined => encoded.orders[row ?? 0];
  return {
    visits: Array.from({ length: visits.count }, (_, v) => {
      const flags = visits.flags[v] ?? 0;
      return [
        leads[lead[visits.entered[v] ?? 0] ?? 0],
        stages[visits.stage[v] ?? 0],
        visits.entry[v],
        order(visits.entered[v]),
        visits.left[v] === OPEN ? null : order(visits.left[v]),
        (flags & LEGAL) !== 0,
        (flags & INFERRED) !== 0,
      ].join(' ');
    }),
    violations: Array.from({ length: violations.count }, (_, v) => {
      const row = violations.row[v] ?? 0;
      return [leads[lead[row] ?? 0], order(row), stages[violations.from[v] ?? 0], violations.tied[v] === 1].join(' ');
    }),
    final: leads.map((id, i) => `${id} in ${stages[final[i] ?? 0] ?? '?'}`),
    steps,
    gaps,
    unknownLeft,
  };
};

/** What XState makes of a log, step by step, in its own machine with its real guards: a stage and a refusal for each event. */
const byXState = (framework: Framework, log: ResolvedLog): readonly string[] => {
  const lifecycle = createLifecycle(framework);
  const machine = lifecycleMachine(lifecycle);
  const used = new Set(framework.transitions.map(({ on }) => on));
  const decisions = ['qualified', 'handed_off', 'accepted', 'rejected', 'meeting_accepted', 'meeting_declined', 'disqualified', 'expired', 'recycled', 'opportunity_opened', 'opportunity_won', 'opportunity_lost', 'handed_over'];
  const at = new Map<string, string>();
  const standings = new Map<string, Standing>();
  return log.events.filter(isAboutLead).map((event) => {
    const standing = standings.get(event.leadId) ?? NOTHING_YET;
    standings.set(event.leadId, foldStanding(standing, event));
    const { stage, leftStage } = event;
    const left = lifecycle.stages.includes(leftStage ?? '') ? leftStage : undefined;
    const before = left ?? at.get(event.leadId) ?? 'start';
    const snapshot = machine.resolveState({ value: before, context: {} });
    const sent = machineEvent(event, standing);
    const taken = snapshot.status === 'active' && snapshot.can(sent) ? xstateStep(machine, snapshot, sent)[0].value : null;
    const recorded = lifecycle.stages.includes(stage ?? '') ? stage : undefined;
    const after = taken ?? recorded ?? before;
    const decided = decisions.includes(event.type);
    // An observation that names the stage where the lead is says nothing new.
    const names = stage !== undefined && (decided || stage !== before || stage === 'start');
    const refused = taken === null && (names || (decided && used.has(event.type)));
    at.set(event.leadId, after);
    return `${after}${refused ? ', refused' : ''}`;
  });
};

const verdictsOf = (lifecycle: Lifecycle, log: ResolvedLog): readonly string[] => {
  const { stages } = tableOf(lifecycle);
  return [...unwrapped(lifecycle, encode(lifecycle, log)).verdicts].map((byte) => `${stages[byte & STAGE_BITS] ?? '?'}${(byte & REFUSED) === 0 ? '' : ', refused'}`);
};

describe('bulk replay is replay', () => {
  test.each(STANDARD_FRAMEWORKS)('of $id', (framework) => {
    const lifecycle = createLifecycle(framework);
    fc.assert(
      fc.property(fc.oneof(anyLog(framework), anyHistory(framework)), (events) => {
        const log = resolve(events);
        expect(quickly(lifecycle, log)).toEqual(slowly(lifecycle, log));
      }),
      { numRuns: 100 },
    );
  });

  test('of any framework and any log', () => {
    fc.assert(
      fc.property(anyLife, ({ framework, events }) => {
        const lifecycle = createLifecycle(framework);
        const log = resolve(events);
        expect(quickly(lifecycle, log)).toEqual(slowly(lifecycle, log));
      }),
      { numRuns: 500 },
    );
  });

  test('and both are XState, step by step, with its own guards', () => {
    fc.assert(
      fc.property(anyLife, ({ framework, events }) => {
        const log = resolve(events);
        expect(verdictsOf(createLifecycle(framework), log)).toEqual(byXState(framework, log));
      }),
      { numRuns: 200 },
    );
  });

  test('verdicts alone are the same verdicts', () => {
    fc.assert(
      fc.property(anyLife, ({ framework, events }) => {
        const lifecycle = createLifecycle(framework);
        const encoded = encode(lifecycle, resolve(events));
        const folded = foldMany(lifecycle, encoded.columns);
        const { verdicts, final } = unwrapped(lifecycle, encoded);
        expect(folded.ok ? judgeMany(folded.value) : folded).toEqual({ verdicts, final });
      }),
    );
  });

  test('in whatever order the rows lie, where no two of a lead share a moment', () => {
    fc.assert(
      fc.property(anyHistory(sirius2006), fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (events, dice) => {
        const lifecycle = createLifecycle(sirius2006);
        const apart = events.map((event, i) => ({ ...event, at: i * 1000 }));
        const shuffled = apart.map((event, i) => ({ event, die: dice[i] ?? 0 })).sort((a, b) => a.die - b.die).map(({ event }) => event);
        const said = (given: readonly Event[]) => {
          const encoded = encode(lifecycle, { ...resolve([]), events: given });
          const { verdicts } = unwrapped(lifecycle, encoded);
          return new Map(given.map(({ id }, row) => [id, verdicts[row]]));
        };
        const inTime = said(apart);
        for (const [id, verdict] of said(shuffled)) expect([id, verdict]).toEqual([id, inTime.get(id)]);
      }),
    );
  });
});

test('every guard is answered as from the events themselves, whatever is asked', () => {
  const answers = { yes: 0, no: 0 };
  fc.assert(
    fc.property(
      anyQuestions.chain((framework) => anyHistory(framework).map((events) => ({ framework, events }))),
      ({ framework, events }) => {
        const lifecycle = createLifecycle(framework);
        const table = tableOf(lifecycle);
        const log = resolve(events);
        const encoded = encode(lifecycle, log);
        const folded = foldMany(lifecycle, encoded.columns);
        if (!folded.ok) throw new Error(folded.issues[0]?.message);
        const { order, cell } = folded.value;
        const placeOf = new Map([...order.rows].map((row, place) => [row, place]));
        const standings = new Map<string, Standing>();
        log.events.filter(isAboutLead).forEach((event, row) => {
          const standing = standings.get(event.leadId) ?? NOTHING_YET;
          standings.set(event.leadId, foldStanding(standing, event));
          const type = EVENT_TYPES.indexOf(event.type);
          const facts = { ...NOTHING, ...stepFacts(standing, event) };
          const bits = (table.guards[type] ?? []).reduce((sum, one, bit) => sum | (met(one, facts) ? 1 << bit : 0), 0);
          const enters = event.stage === undefined ? 0 : event.stage === table.stages[1] ? 1 : table.unknown;
          expect([event.id, cell[placeOf.get(row) ?? -1]]).toEqual([event.id, cellBase(table, type, enters, bits)]);
          for (const one of table.guards[type] ?? []) answers[met(one, facts) ? 'yes' : 'no'] += 1;
        });
      },
    ),
    { numRuns: 300 },
  );
  // Questions that always have one answer would prove nothing.
  expect(Math.min(answers.yes, answers.no)).toBeGreaterThan(500);
});

describe('the order of rows', () => {
  const order = (...rows: readonly (readonly [lead: number, at: number, seq?: number])[]) => {
    const { rows: ordered, ties, outOfOrder } = orderRows({
      rows: rows.length,
      leads: ['a', 'b', 'c'],
      lead: Uint32Array.from(rows, ([lead]) => lead),
      at: Float64Array.from(rows, ([, at]) => at),
      seq: Float64Array.from(rows, ([, , seq]) => seq ?? NaN),
    });
    return { rows: [...ordered], ties: [...ties], outOfOrder };
  };

  test.each([
    { when: 'rows of leads that take turns are grouped', rows: [[1, 10], [0, 11], [1, 12], [0, 13]] as const, says: { rows: [1, 3, 0, 2], ties: [], outOfOrder: 0 } },
    { when: 'a late row is put where it belongs, and counted', rows: [[0, 30], [0, 10], [0, 20], [0, 40]] as const, says: { rows: [1, 2, 0, 3], ties: [], outOfOrder: 2 } },
    { when: 'within a moment the order of the source counts', rows: [[0, 10, 2], [0, 10, 1]] as const, says: { rows: [1, 0], ties: [], outOfOrder: 1 } },
    { when: 'a row without it follows', rows: [[0, 10], [0, 10, 7]] as const, says: { rows: [1, 0], ties: [], outOfOrder: 1 } },
    { when: 'what only the rows decide is a tie', rows: [[0, 10], [1, 10], [0, 10], [0, 11]] as const, says: { rows: [0, 2, 3, 1], ties: [0, 2], outOfOrder: 0 } },
    { when: 'ties among late rows are found as well', rows: [[2, 20], [2, 10], [2, 10]] as const, says: { rows: [1, 2, 0], ties: [1, 2], outOfOrder: 2 } },
    { when: 'a lead without rows takes no place', rows: [[2, 1]] as const, says: { rows: [0], ties: [], outOfOrder: 0 } },
    { when: 'nothing', rows: [] as const, says: { rows: [], ties: [], outOfOrder: 0 } },
  ])('$when', ({ rows, says }) => {
    expect(order(...rows)).toEqual(says);
  });

  test('ten thousand rows of one lead, backwards', () => {
    const rows = 10_000;
    const { rows: ordered, outOfOrder } = orderRows({
      rows,
      leads: ['a'],
      lead: new Uint32Array(rows),
      at: Float64Array.from({ length: rows }, (_, i) => rows - i),
      seq: new Float64Array(rows).fill(NaN),
    });
    expect([ordered[0], ordered[rows - 1], outOfOrder]).toEqual([rows - 1, 0, rows - 1]);
  });
});

test('by hand: a life with a gap, a refusal and an open end', () => {
  const lifecycle = createLifecycle(sirius2006);
  const log = logOf(inquires, { ...accepts, leftStage: 'mql', stage: 'sal' }, wins);
  const { visits, violations, final, gaps, verdicts } = unwrapped(lifecycle, encode(lifecycle, log));
  // Stages: 1 inquiry, 2 mql, 3 sal. Nothing was delivered, and nothing can be won from sal.
  expect([...verdicts]).toEqual([1, 3 | REFUSED, 3 | REFUSED]);
  expect({ stage: [...visits.stage], entered: [...visits.entered], left: [...visits.left], flags: [...visits.flags], entry: [...visits.entry] }).toEqual({
    stage: [1, 2, 3],
    entered: [0, 1, 1],
    left: [1, 1, OPEN],
    flags: [LEGAL, LEGAL | INFERRED, 0],
    entry: [1, 1, 1],
  });
  // Requirements of an acceptance: delivered, by the receiver, human. A person accepted, and nothing was delivered to anybody.
  expect({ row: [...violations.row], from: [...violations.from], guards: [...violations.guards] }).toEqual({ row: [1, 2], from: [2, 3], guards: [4, 0] });
  expect({ final: [...final], gaps }).toEqual({ final: [3], gaps: 1 });
});

test('the empty log', () => {
  const lifecycle = createLifecycle(sirius2006);
  const { verdicts, final, visits, violations, steps } = unwrapped(lifecycle, encode(lifecycle, resolve([])));
  expect([verdicts.length, final.length, visits.count, violations.count, steps]).toEqual([0, 0, 0, 0, 0]);
});

describe('columns that cannot be read', () => {
  const lifecycle = createLifecycle(sirius2006);
  const good = encode(lifecycle, logOf(inquires, qualifies, delivers, accepts)).columns;
  const codes = (given: LogColumns, by: Lifecycle = lifecycle): readonly string[] => {
    const replayed = replayMany(by, given);
    return replayed.ok ? [] : replayed.issues.map(({ code, path }) => `${code.replace('lifecycle.', '')} ${path.join(' ')}`);
  };

  test.each<{ when: string; change: Partial<LogColumns>; says: readonly string[] }>([
    { when: 'as they are', change: {}, says: [] },
    { when: 'a column too short', change: { type: new Uint8Array(1) }, says: ['column_length type'] },
    { when: 'two columns too short', change: { at: new Float64Array(3), stage: new Uint16Array(5) }, says: ['column_length stage', 'column_length at'] },
    { when: 'a lead that is not listed', change: { lead: Uint32Array.of(0, 1, 0, 0) }, says: ['column_code lead 1'] },
    { when: 'an event type that does not exist', change: { type: Uint8Array.of(0, 5, 99, 0) }, says: ['column_code type 2'] },
    { when: 'an event type that is about no lead', change: { type: Uint8Array.of(0, EVENT_TYPES.indexOf('practice_held'), 0, 0) }, says: ['column_code type 1'] },
    { when: 'a stage beyond the last', change: { stage: Uint16Array.of(0, 0, 0, 1) }, says: ['column_code stage 3'] },
    { when: 'a moment that is none', change: { at: Float64Array.of(1, 2, NaN, 4) }, says: ['column_code at 2'] },
    { when: 'several at once', change: { party: Uint16Array.of(9, 0, 0, 0), human: Uint8Array.of(0, 7, 0, 0) }, says: ['column_code party 0', 'column_code human 1'] },
  ])('$when', ({ change, says }) => {
    expect(codes({ ...good, ...change })).toEqual(says);
  });

  test('a framework that asks for what the log has no column for is told so, and nothing is taken for unmet', () => {
    const requires = [
      { kind: 'fields' as const, allOf: ['budget'] },
      { kind: 'fit_tier' as const, oneOf: ['a'] },
      { kind: 'qualification' as const, framework: 'meddic', allOf: ['champion'] },
      { kind: 'says' as const, field: 'act' as const, oneOf: ['made'] },
      { kind: 'says' as const, field: 'class' as const, oneOf: ['clerical'] },
    ];
    const asking = createLifecycle({ ...sirius2006, transitions: [{ on: 'qualified', from: ['start'], to: 'mql', requires }] });
    expect(codes(good, asking)).toEqual(['missing_column fields', 'missing_column fitTier', 'missing_column qualification', 'missing_column words.act']);
    expect(codes(encode(asking, logOf(inquires, qualifies)).columns, asking)).toEqual([]);
  });
});

test('a framework of random steps comes with every kind of requirement', () => {
  const kinds = new Set(fc.sample(anyFramework, { numRuns: 300, seed: 1 }).flatMap(({ transitions }) => transitions.flatMap(({ requires = [] }) => requires.map(({ kind }) => kind))));
  expect(kinds.size).toBe(13);
});
