import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { transition as step } from 'xstate';
import { cellBase, createLifecycle, ENTERED, REFUSED, STAGE_BITS, STEP, tableOf, transition, type LifecycleTable } from 'revpact/lifecycle';
import { lifecycleMachine, type GateParams, type MachineEvent } from 'revpact/lifecycle/xstate';
import { EVENT_TYPES, STANDARD_FRAMEWORKS, sirius2006, type EventType, type Framework, type Requirement } from 'revpact/vocabulary';
import { factsFor, NOTHING } from '../support/facts-for.js';
import { anyFramework, anyRequirement } from '../support/random-life.js';

/** Event types that are decisions, written a second time. */
const DECISIONS: ReadonlySet<string> = new Set<EventType>([
  'qualified',
  'handed_off',
  'accepted',
  'rejected',
  'meeting_accepted',
  'meeting_declined',
  'disqualified',
  'expired',
  'recycled',
  'opportunity_opened',
  'opportunity_won',
  'opportunity_lost',
  'handed_over',
  // About no lead, so that no log has them where a lead steps; a framework may use them all the same.
  'practice_held',
  'provided',
  'dispute_raised',
  'exception_granted',
  'exception_ended',
  'dispute_settled',
  'waived',
  'correction',
  'merge',
  'erasure',
]);

type Machine = ReturnType<typeof lifecycleMachine>;

/** The machine with every guard answered from outside: the same gates, and nothing read of the facts. */
const answering = (machine: Machine, yes: ReadonlySet<string>): Machine =>
  machine.provide({
    guards: Object.fromEntries(
      Object.keys(machine.implementations.guards).map((name) => [
        name,
        ({ event }: { readonly event: MachineEvent }, { to, requires }: GateParams) =>
          (event.stage === undefined || event.stage === to) && requires.every((one) => yes.has(keyOf(one))),
      ]),
    ),
  });

/** Requirements are told apart by what they say, lists being sets. */
const keyOf = (requirement: Requirement): string =>
  JSON.stringify(Object.entries(requirement).sort().map(([key, value]: [string, unknown]) => [key, Array.isArray(value) ? [...new Set<unknown>(value)].sort() : value]));

/** What a cell must be, by XState's word on whether it takes the event and where that leads. */
const expected = (machine: Machine, before: number, stages: readonly string[], sent: MachineEvent, enters: number, used: boolean): number => {
  const snapshot = machine.resolveState({ value: stages[before] ?? '', context: {} });
  const accepted = snapshot.status === 'active' && snapshot.can(sent);
  if (accepted) return STEP | ENTERED | stages.indexOf(step(machine, snapshot, sent)[0].value);
  if (enters === stages.length) return STEP | REFUSED | before;
  if (enters === before && enters > 0 && !DECISIONS.has(sent.type)) return before;
  if (enters > 0) return STEP | REFUSED | (enters === before ? 0 : ENTERED) | enters;
  return used && DECISIONS.has(sent.type) ? STEP | REFUSED | before : before;
};

/** Every cell of a table against the machine, run by XState: every stage, event type, recorded stage and combination of answers. */
const differences = (framework: Framework, table: LifecycleTable): { asked: number; differ: readonly string[] } => {
  const machine = lifecycleMachine(createLifecycle(framework));
  const used = new Set(framework.transitions.map(({ on }) => on));
  const differ: string[] = [];
  let asked = 0;
  EVENT_TYPES.forEach((type, event) => {
    const guards = table.guards[event] ?? [];
    for (let bits = 0; bits < 1 << guards.length; bits += 1) {
      const answered = answering(machine, new Set(guards.filter((_, bit) => (bits & (1 << bit)) !== 0).map(keyOf)));
      table.stages.forEach((from, before) => {
        for (let enters = 0; enters <= table.unknown; enters += 1) {
          asked += 1;
          const sent = { type, facts: NOTHING, ...(enters === 0 ? {} : { stage: table.stages[enters] ?? 'no_such_stage' }) };
          if (table.cells[cellBase(table, event, enters, bits) + before] !== expected(answered, before, table.stages, sent, enters, used.has(type))) {
            differ.push(`${from} ${type} → ${String(enters)}, answers ${bits.toString(2)}`);
          }
        }
      });
    }
  });
  return { asked, differ };
};

describe.each(STANDARD_FRAMEWORKS)('the table of $id', (framework) => {
  const lifecycle = createLifecycle(framework);
  const table = tableOf(lifecycle);

  test('is its machine, for every stage, event, recorded stage and combination of answers', () => {
    const { asked, differ } = differences(framework, table);
    expect(differ).toEqual([]);
    expect(asked).toBe(table.cells.length);
  });

  test('and real facts give the answers by which it is read: XState with its own guards goes where the cell says', () => {
    const machine = lifecycleMachine(lifecycle);
    const used = new Set(framework.transitions.map(({ on }) => on));
    EVENT_TYPES.forEach((type, event) => {
      for (const [bits, facts] of factsFor(table.guards[event] ?? [])) {
        table.stages.forEach((from, before) => {
          const cell = table.cells[cellBase(table, event, 0, bits) + before] ?? -1;
          expect(`${from} ${type} ${String(cell)}`).toBe(`${from} ${type} ${String(expected(machine, before, table.stages, { type, facts }, 0, used.has(type)))}`);
          const verdict = transition(lifecycle, from, { type }, facts);
          expect(verdict.ok ? verdict.stage : null).toBe((cell & ENTERED) === 0 ? null : table.stages[cell & STAGE_BITS]);
        });
      }
    });
  });
});

test('the table of any framework is its machine', () => {
  fc.assert(
    fc.property(anyFramework, (framework) => {
      expect(differences(framework, tableOf(createLifecycle(framework))).differ).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

test('every requirement of every kind: what one step asks is what its guard answers, for facts on both sides of every border', () => {
  fc.assert(
    fc.property(anyRequirement, anyRequirement, (one, other) => {
      const lifecycle = createLifecycle({ ...sirius2006, transitions: [{ on: 'qualified', from: ['start'], to: 'mql', requires: [one, other] }] });
      const guards = [one, other];
      for (const [bits, facts] of factsFor(guards)) {
        const verdict = transition(lifecycle, 'start', { type: 'qualified' }, facts);
        expect(verdict.ok).toBe(bits === 3);
        if (!verdict.ok) expect(verdict.missing).toHaveLength(guards.filter((_, bit) => (bits & (1 << bit)) === 0).length);
      }
    }),
    { numRuns: 300 },
  );
});

test('a table with one wrong cell is found out, wherever it is', () => {
  const table = tableOf(createLifecycle(sirius2006));
  fc.assert(
    fc.property(fc.nat(table.cells.length - 1), fc.constantFrom(1, REFUSED, STEP, ENTERED), (cell, flaw) => {
      const wrong = { ...table, cells: table.cells.slice() };
      wrong.cells[cell] = (wrong.cells[cell] ?? 0) ^ flaw;
      expect(differences(sirius2006, wrong).differ).toHaveLength(1);
    }),
    { numRuns: 6 },
  );
});

test('acceptance is legal from MQL when delivered and by a person of the receiver, and in no other case', () => {
  const table = tableOf(createLifecycle(sirius2006));
  const accepted = EVENT_TYPES.indexOf('accepted');
  expect(table.guards[accepted]).toEqual([{ kind: 'delivered' }, { kind: 'by_receiver' }, { kind: 'human' }]);
  const legal = table.stages.flatMap((from, before) =>
    [0, 1, 2, 3, 4, 5, 6, 7].flatMap((bits) => {
      const cell = table.cells[cellBase(table, accepted, 0, bits) + before] ?? 0;
      return (cell & REFUSED) === 0 ? [`${from} with ${bits.toString(2)} to ${table.stages[cell & STAGE_BITS] ?? '?'}`] : [];
    }),
  );
  expect(legal).toEqual(['mql with 111 to sal']);
});

test('an observation that finds its requirements unmet is no step; a decision is a step refused', () => {
  const requires = [{ kind: 'human' as const }];
  const table = tableOf(
    createLifecycle({
      ...sirius2006,
      transitions: [
        { on: 'inquiry', from: ['start'], to: 'inquiry', requires },
        { on: 'qualified', from: ['start'], to: 'mql', requires },
      ],
    }),
  );
  const at = (type: EventType, bits: number): number => table.cells[cellBase(table, EVENT_TYPES.indexOf(type), 0, bits)] ?? -1;
  expect([at('inquiry', 0), at('inquiry', 1)]).toEqual([0, STEP | ENTERED | 1]);
  expect([at('qualified', 0), at('qualified', 1)]).toEqual([STEP | REFUSED, STEP | ENTERED | 2]);
});
