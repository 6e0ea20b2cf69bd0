import { createActor, type SnapshotFrom } from 'xstate';
import type { Prepared } from '../log.js';
import { isStep, NUMBER, REFUSED, STAGES } from './verdict.js';
import { machine } from './xstate-machine.js';

type State = SnapshotFrom<typeof machine>;

// `transition()` as documented builds a whole actor on every call. This is what it calls, with one actor for all.
const self = createActor(machine);
const nothing = (): void => undefined;
const scope = { self, id: '', logger: nothing, sessionId: '', defer: nothing, system: self.system, stopChild: nothing, emit: nothing, actionExecutor: nothing };
const states: readonly State[] = STAGES.map((value) => machine.resolveState({ value: value as State['value'], context: {} }));

/** XState's fastest path: `machine.transition` on snapshots, with one shared inert scope. */
export const xstateSharedScope = (rows: readonly Prepared[], leads: number): Uint8Array => {
  const verdicts = new Uint8Array(rows.length);
  const at = new Array<State | undefined>(leads);
  rows.forEach(({ lead, type, stage, facts }, i) => {
    const before = at[lead] ?? states[0];
    if (before === undefined) return;
    const event = { type, facts };
    if (stage === undefined && !isStep(type, before.value)) {
      verdicts[i] = NUMBER.get(before.value) ?? 0;
      return;
    }
    const after = machine.transition(before, event, scope);
    // The same snapshot may mean an accepted step into the same state, so that it takes a second look.
    const accepted = (after !== before || before.can(event)) && (stage === undefined || stage === after.value);
    const entered = stage === undefined || accepted ? after : states[NUMBER.get(stage) ?? 0];
    at[lead] = entered;
    verdicts[i] = (NUMBER.get(entered?.value ?? 'start') ?? 0) | (accepted ? 0 : REFUSED);
  });
  return verdicts;
};
