import { describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import { getAdjacencyMap, getShortestPaths } from 'xstate/graph';
import { createLifecycle, type StepFacts } from 'revpact/lifecycle';
import { lifecycleMachine, type MachineEvent } from 'revpact/lifecycle/xstate';
import { STANDARD_FRAMEWORKS, type Framework, type Requirement, type Transition } from 'revpact/vocabulary';

const DAY = 86_400_000;
/** Facts under which no requirement is met. */
const NOTHING: StepFacts = { party: 'nobody', human: false, rejectionClass: null, delivered: false, attemptsSinceDelivery: 1, attemptsSinceAcceptance: 0 };

/** What makes one requirement hold, and leaves the others as they were. */
const meet = (facts: StepFacts, requirement: Requirement): StepFacts => {
  switch (requirement.kind) {
    case 'party':
      // Who is the receiver stays the receiver.
      return { ...facts, party: requirement.oneOf[0] ?? '', receiver: facts.receiver === facts.party ? (requirement.oneOf[0] ?? '') : (facts.receiver ?? null) };
    case 'human':
      return { ...facts, human: true };
    case 'delivered':
      return { ...facts, delivered: true };
    case 'by_receiver':
      return { ...facts, receiver: facts.party };
    case 'not_attempted_since_delivery':
      return { ...facts, attemptsSinceDelivery: 0 };
    case 'attempted_since_acceptance':
      return { ...facts, attemptsSinceAcceptance: requirement.atLeast };
    case 'attempted_within':
      return { ...facts, at: 100 * DAY, attemptsAt: Array.from({ length: requirement.atLeast }, () => 100 * DAY) };
    case 'contacted':
      return { ...facts, contacted: true };
    case 'not_contacted':
      return { ...facts, contacted: false };
    case 'rejection_class':
      return { ...facts, rejectionClass: requirement.oneOf[0] ?? null };
    case 'says':
      return { ...facts, says: { ...facts.says, [requirement.field]: requirement.oneOf[0] } };
    case 'fields':
      return { ...facts, fields: { ...facts.fields, ...Object.fromEntries(requirement.allOf.map((name) => [name, true as const])) } };
    case 'fit_tier':
      return { ...facts, fitTier: requirement.oneOf[0] ?? null };
    case 'qualification':
      return { ...facts, qualification: { ...facts.qualification, ...Object.fromEntries(requirement.allOf.map((name) => [`${requirement.framework}.${name}`, true as const])) } };
  }
};

/** One event for each combination of a step's requirements that are met, and the stage it enters. */
const probesOf = ({ on, to, requires = [] }: Transition): readonly MachineEvent[] =>
  Array.from({ length: 2 ** requires.length }, (_, bits) => ({
    type: on,
    stage: to,
    facts: requires.filter((__, bit) => (bits & (1 << bit)) !== 0).reduce(meet, NOTHING),
  }));

const machineOf = (framework: Framework) => lifecycleMachine(createLifecycle(framework));
type Machine = ReturnType<typeof machineOf>;
const serializeState = ({ value }: { readonly value: unknown }): string => String(value);

/** A walk through the machine: what is sent from where, and where that leads. */
interface Walk {
  readonly from: string;
  readonly event: MachineEvent;
  readonly to: string;
}

/** Where exploring begins: `start`, and the stages that no step leads to. */
const beginnings = (framework: Framework): readonly string[] => [
  'start',
  ...framework.stages.map(({ id }) => id).filter((id) => !framework.transitions.some(({ to, from }) => to === id && !from.every((one) => one === id))),
];

type Adjacency = Readonly<Record<string, { readonly transitions: Readonly<Record<string, { readonly event: MachineEvent; readonly state: { readonly value: string } }>> }>>;
/** XState types what it finds by a machine of any kind; ours has text for values. */
const adjacencyOf = (machine: Machine, value: string, events: readonly MachineEvent[]): Adjacency =>
  getAdjacencyMap(machine, { fromState: machine.resolveState({ value, context: {} }), events: [...events], serializeState, limit: 100_000 }) as unknown as Adjacency;

/** Every step that XState's own exploration finds in a machine, by value, with every probe sent in every stage. */
const explored = (framework: Framework, machine: Machine): readonly Walk[] => {
  const events = framework.transitions.flatMap(probesOf);
  const found = new Map<string, Walk>();
  for (const value of beginnings(framework)) {
    const map = adjacencyOf(machine, value, events);
    for (const [from, { transitions }] of Object.entries(map)) {
      for (const { event, state } of Object.values(transitions)) {
        // Sent where it is refused, an event leaves the state: `can` tells that from a step into the same stage.
        if (!machine.resolveState({ value: from, context: {} }).can(event)) continue;
        found.set(`${from} ${event.type} ${state.value}`, { from, event, to: state.value });
      }
    }
  }
  return [...found.values()];
};

/** Every agreed step, by name, from each stage. */
const agreed = (framework: Framework): readonly string[] => framework.transitions.flatMap(({ on, from, to }) => from.map((stage) => `${stage} ${on} ${to}`)).sort();
const named = (walks: readonly Walk[]): readonly string[] => walks.map(({ from, event, to }) => `${from} ${event.type} ${to}`).sort();

/**
 * Test cases: for every step a way from a beginning to the stage it leaves (XState's shortest), and the step itself.
 */
const casesOf = (framework: Framework, machine: Machine): readonly { readonly begin: string; readonly way: readonly Walk[] }[] => {
  const walks = explored(framework, machine);
  const events = walks.map(({ event }) => event);
  const ways = new Map<string, { readonly begin: string; readonly way: readonly Walk[] }>();
  for (const begin of beginnings(framework)) {
    for (const { state, steps } of getShortestPaths(machine, { fromState: machine.resolveState({ value: begin, context: {} }), events: [...events], serializeState, limit: 100_000 })) {
      if (ways.has(state.value)) continue;
      // A path of XState's begins with its own first event, and each of its steps holds the state after it.
      const taken = steps.filter(({ event }) => !event.type.startsWith('xstate.'));
      const values = [begin, ...taken.map((one) => one.state.value)];
      ways.set(state.value, { begin, way: taken.map(({ event }, i) => ({ from: values[i] ?? '', event, to: values[i + 1] ?? '' })) });
    }
  }
  return walks.map((last) => {
    const before = ways.get(last.from) ?? { begin: last.from, way: [] };
    return { begin: before.begin, way: [...before.way, last] };
  });
};

/** Live every case through an actor; the steps at which it was not where the case says. */
const failures = (machine: Machine, cases: ReturnType<typeof casesOf>): readonly string[] =>
  cases.flatMap(({ begin, way }) => {
    const actor = createActor(machine, { snapshot: machine.resolveState({ value: begin, context: {} }) }).start();
    for (const { from, event, to } of way) {
      const accepted = actor.getSnapshot().can(event);
      actor.send(event);
      if (!accepted || actor.getSnapshot().value !== to) return [`${from} ${event.type} ${to}`];
    }
    return [];
  });

describe.each(STANDARD_FRAMEWORKS)('the machine of $id', (framework) => {
  const machine = machineOf(framework);
  const cases = casesOf(framework, machine);

  test('has every agreed step and no other, found by exploring it', () => {
    expect(named(explored(framework, machine))).toEqual(agreed(framework));
  });

  test('lives through every step, from the beginning', () => {
    expect(named(cases.flatMap(({ way }) => way.slice(-1)))).toEqual(agreed(framework));
    expect(failures(machine, cases)).toEqual([]);
  });

  test('takes a step when all that it requires is met, and refuses it when anything is not', () => {
    for (const step of framework.transitions) {
      const probes = probesOf(step);
      for (const stage of step.from) {
        const snapshot = machine.resolveState({ value: stage, context: {} });
        // "Contacted" and "not contacted" exclude each other; no shipped step asks for both.
        probes.forEach((event, bits) => {
          expect({ stage, on: step.on, to: step.to, bits, can: snapshot.can(event) }).toEqual({ stage, on: step.on, to: step.to, bits, can: bits === probes.length - 1 });
        });
      }
    }
  });

  test('whichever step is taken away, a case fails', () => {
    framework.transitions.forEach((step, i) => {
      for (const stage of step.from) {
        const from = step.from.filter((one) => one !== stage);
        const others = framework.transitions.flatMap((one, j) => (j !== i ? [one] : from.length === 0 ? [] : [{ ...one, from }]));
        const without = lifecycleMachine(createLifecycle({ ...framework, transitions: others }));
        expect(failures(without, cases)).toContain(`${stage} ${step.on} ${step.to}`);
      }
    });
  });
});
