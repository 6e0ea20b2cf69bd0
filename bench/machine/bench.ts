import { setup } from 'xstate';
import { cellBase, createLifecycle, ENTERED, REFUSED, STAGE_BITS, tableOf, transition, type StepFacts } from 'revpact/lifecycle';
import { lifecycleMachine, type GateParams, type MachineEvent } from 'revpact/lifecycle/xstate';
import { EVENT_TYPES, type Framework } from 'revpact/vocabulary';
import { main, type Benchmark, type Case } from '../harness.js';
import { sharedScope } from '../replay/anchors/shared-scope.js';
import { framework, STAGES } from '../replay/framework.js';

const FACTS: StepFacts = { party: 'sales', human: true, rejectionClass: null, delivered: false, attemptsSinceDelivery: 0, attemptsSinceAcceptance: 0 };

const simple = (name: string, items: (size: number) => number, run: (size: number) => Uint8Array): Case => ({
  name,
  items,
  prepare: (size) => () => {
    const result = run(size);
    return () => result;
  },
});

const bytes = (size: number, one: () => number): Uint8Array => {
  const made = new Uint8Array(size);
  for (let i = 0; i < size; i += 1) made[i] = one();
  return made;
};

/** From the framework as data to the first verdict. */
const ours = (): number => {
  const verdict = transition(createLifecycle(framework), 'start', { type: 'inquiry' }, FACTS);
  return verdict.ok ? STAGES.indexOf(verdict.stage) : 0;
};

// The same chart, as XState's own configuration: ready, so that XState only has to make its machine of it.
// As a framework that is read at run time: any event type may be sent.
const read: Framework = framework;
const built = lifecycleMachine(createLifecycle(read));
const { config } = built;
const gate = ({ event }: { readonly event: MachineEvent }, { to }: GateParams): boolean => event.stage === undefined || event.stage === to;
const guards = Object.fromEntries(Object.keys(built.implementations.guards).map((name) => [name, gate]));

/** XState's own `createMachine`, and no verdict. */
const theirs = (): number => {
  const machine = setup({ types: { context: {}, events: {} as MachineEvent }, guards }).createMachine(config as never);
  return STAGES.indexOf('inquiry') * Number(machine.id === framework.id);
};

const lifecycle = createLifecycle(framework);
const table = tableOf(lifecycle);

/** The machine with its guards answered from outside, for every stage, event type, recorded stage and combination of answers. */
const cellsOf = (check: (cell: number, after: number) => void): Uint8Array => {
  const after = new Uint8Array(table.cells.length);
  const scope = sharedScope(built);
  EVENT_TYPES.forEach((type, event) => {
    const asked = table.guards[event] ?? [];
    for (let bits = 0; bits < 1 << asked.length; bits += 1) {
      const yes = new Set(asked.filter((_, bit) => (bits & (1 << bit)) !== 0).map(({ kind }) => kind));
      const answered = ({ event: sent }: { readonly event: MachineEvent }, { to, requires }: GateParams): boolean =>
        (sent.stage === undefined || sent.stage === to) && requires.every(({ kind }) => yes.has(kind));
      const machine = built.provide({ guards: Object.fromEntries(Object.keys(guards).map((name) => [name, answered])) });
      table.stages.forEach((from, before) => {
        const snapshot = machine.resolveState({ value: from, context: {} });
        for (let enters = 0; enters <= table.unknown; enters += 1) {
          const sent = { type, facts: FACTS, ...(enters === 0 ? {} : { stage: table.stages[enters] ?? 'no_such_stage' }) };
          const next = machine.transition(snapshot, sent, scope);
          const cell = cellBase(table, event, enters, bits) + before;
          after[cell] = next === snapshot ? 0 : table.stages.indexOf(next.value);
          check(cell, after[cell] ?? 0);
        }
      });
    }
  });
  return after;
};

/** The proof: make the table anew, and hold every cell against XState's answer. */
const proof = (): Uint8Array => {
  const { cells } = createLifecycle(framework).table();
  return cellsOf((cell, after) => {
    const found = cells[cell] ?? 0;
    const legal = (found & ENTERED) !== 0 && (found & REFUSED) === 0 ? found & STAGE_BITS : 0;
    if (legal !== after) throw new Error(`cell ${String(cell)} is not its machine's`);
  });
};

/** Often enough that neither case is mostly the collector, cleaning up after the one before it. */
const TIMES = 8;
const times = (run: () => Uint8Array): Uint8Array => {
  let last = run();
  for (let i = 1; i < TIMES; i += 1) last = run();
  return last;
};

const benchmark: Benchmark = {
  name: 'machine',
  size: 500,
  quickSize: 200,
  files: () => undefined,
  cases: [
    simple('framework to first verdict', (size) => size, (size) => bytes(size, ours)),
    simple('createMachine', (size) => size, (size) => bytes(size, theirs)),
    simple('table and proof', () => TIMES * table.cells.length, () => times(proof)),
    simple('xstate for the same cells', () => TIMES * table.cells.length, () => times(() => cellsOf(() => undefined))),
  ],
  comparisons: [
    { case: 'framework to first verdict', anchor: 'createMachine', goal: 0.4 },
    { case: 'table and proof', anchor: 'xstate for the same cells', goal: 0.6 },
  ],
};

main(benchmark, process.argv.slice(2));
