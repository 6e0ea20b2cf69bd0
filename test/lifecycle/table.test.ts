import { describe, expect, test } from 'vitest';
import { transition as step } from 'xstate';
import { createLifecycle, REFUSED, STAGE_BITS, tableOf, type LifecycleTable, type StepFacts } from 'revpact/lifecycle';
import { lifecycleMachine } from 'revpact/lifecycle/xstate';
import { EVENT_TYPES, STANDARD_FRAMEWORKS, sirius2006, type Framework, type Requirement } from 'revpact/vocabulary';

const EVERYTHING: readonly StepFacts[] = ['nobody', 'marketing', 'sales_development', 'sales', 'customer_success'].flatMap((party) =>
  [true, false].flatMap((human) =>
    [null, 'procedural' as const, 'clerical' as const, 'definitional' as const].flatMap((rejectionClass) =>
      [true, false].flatMap((delivered) =>
        [0, 1].flatMap((attemptsSinceDelivery) =>
          [0, 1, 2, 3, 6, 12].map((attemptsSinceAcceptance) => ({
            party,
            human,
            rejectionClass,
            delivered,
            attemptsSinceDelivery,
            attemptsSinceAcceptance,
          })),
        ),
      ),
    ),
  ),
);

/** What each requirement says, written a second time. */
const met = (requirement: Requirement, facts: StepFacts): boolean =>
  ({
    party: () => requirement.kind === 'party' && requirement.oneOf.some((one) => one === facts.party),
    human: () => facts.human,
    delivered: () => facts.delivered,
    not_attempted_since_delivery: () => facts.attemptsSinceDelivery < 1,
    attempted_since_acceptance: () => requirement.kind === 'attempted_since_acceptance' && !(facts.attemptsSinceAcceptance < requirement.atLeast),
    rejection_class: () => requirement.kind === 'rejection_class' && requirement.oneOf.some((one) => one === facts.rejectionClass),
  })[requirement.kind]();

/** One set of facts for each combination of answers that any facts give. */
const combinations = (guards: readonly Requirement[]): ReadonlyMap<number, StepFacts> =>
  new Map(EVERYTHING.map((facts) => [guards.reduce((bits, guard, bit) => (met(guard, facts) ? bits | (1 << bit) : bits), 0), facts]));

/** Every cell against the machine with its real guards and real facts, run by XState itself. */
const differences = (framework: Framework, table: LifecycleTable): { asked: number; differ: string[] } => {
  const machine = lifecycleMachine(createLifecycle(framework));
  const differ: string[] = [];
  let asked = 0;
  EVENT_TYPES.forEach((type, event) => {
    const guards = table.guards[event] ?? [];
    table.stages.forEach((from, before) => {
      const snapshot = machine.resolveState({ value: from, context: {} });
      for (const [bits, facts] of combinations(guards)) {
        table.stages.forEach((stage, enters) => {
          asked += 1;
          const sent = { type, facts, ...(enters === 0 ? {} : { stage }) };
          const accepted = snapshot.status === 'active' && snapshot.can(sent);
          const after = accepted ? table.stages.indexOf(step(machine, snapshot, sent)[0].value) : enters === 0 ? before : enters;
          const cell = table.cells[(((event * (table.unknown + 1) + enters) << table.guardBits) | bits) * table.stages.length + before] ?? -1;
          const isStep = enters > 0 || (cell & 0x100) !== 0;
          const expected = after | (accepted || !isStep ? 0 : REFUSED);
          if ((cell & 0xff) !== expected) differ.push(`${from} ${type} → ${stage}, guards ${bits.toString(2)}`);
        });
      }
    });
  });
  return { asked, differ };
};

describe.each(STANDARD_FRAMEWORKS)('the table of $id', (framework) => {
  const table = tableOf(createLifecycle(framework));

  test('is its machine, for every stage, event, recorded stage and combination of answers', () => {
    const { asked, differ } = differences(framework, table);
    expect(differ).toEqual([]);
    const all = table.guards.reduce((sum, guards) => sum + 2 ** guards.length, 0) * table.stages.length ** 2;
    expect(asked).toBe(all);
  });

  test('keeps quiet only where an event is no step: nothing agreed about it here, and no decision either', () => {
    const used = new Set(framework.transitions.map(({ on }) => on));
    EVENT_TYPES.forEach((type, event) => {
      table.stages.forEach((from, before) => {
        const cell = table.cells[(event * (table.unknown + 1) << table.guardBits) * table.stages.length + before] ?? 0;
        const agreedHere = framework.transitions.some((one) => one.on === type && one.from.includes(from));
        if (agreedHere) expect(cell & 0x100).toBe(0x100);
        if (!used.has(type)) expect(cell).toBe(before);
      });
    });
  });
});

test('a table with one wrong cell is found out', () => {
  const table = tableOf(createLifecycle(sirius2006));
  const accepted = EVENT_TYPES.indexOf('accepted');
  const mql = table.stages.indexOf('mql');
  for (const bits of [0, 1, 2, 3]) {
    const wrong = { ...table, cells: table.cells.slice() };
    const cell = (((accepted * (table.unknown + 1)) << table.guardBits) | bits) * table.stages.length + mql;
    wrong.cells[cell] = (wrong.cells[cell] ?? 0) ^ REFUSED;
    expect(differences(sirius2006, wrong).differ).toHaveLength(1);
    wrong.cells[cell] = (table.cells[cell] ?? 0) ^ 1;
    expect(differences(sirius2006, wrong).differ).toHaveLength(1);
  }
});

test('acceptance is legal from MQL when delivered and by a person, and in no other case', () => {
  const table = tableOf(createLifecycle(sirius2006));
  const accepted = EVENT_TYPES.indexOf('accepted');
  expect(table.guards[accepted]).toEqual([{ kind: 'delivered' }, { kind: 'human' }]);
  const legal = table.stages.flatMap((from, before) =>
    [0, 1, 2, 3].flatMap((bits) => {
      const cell = table.cells[(((accepted * (table.unknown + 1)) << table.guardBits) | bits) * table.stages.length + before] ?? 0;
      return (cell & REFUSED) === 0 ? [`${from} with ${bits.toString(2)} to ${table.stages[cell & STAGE_BITS] ?? '?'}`] : [];
    }),
  );
  expect(legal).toEqual(['mql with 11 to sal']);
});
