import type { SnapshotFrom } from 'xstate';
import { isDecision, isIdle, NUMBER, REFUSED, STAGES, USED } from '../framework.js';
import type { Prepared } from '../log.js';
import { sharedScope } from './shared-scope.js';
import { machine } from './xstate-machine.js';

type State = SnapshotFrom<typeof machine>;

const scope = sharedScope(machine);
const states: readonly State[] = STAGES.map((value) => machine.resolveState({ value: value as State['value'], context: {} }));

/** XState's fastest path, fed with facts that are folded already: `machine.transition` on snapshots, one inert scope for all. */
export const xstateSharedScope = (rows: readonly Prepared[], leads: number): Uint8Array => {
  const verdicts = new Uint8Array(rows.length);
  const at = new Array<State | undefined>(leads);
  rows.forEach(({ lead, type, stage, facts }, i) => {
    const before = at[lead] ?? states[0];
    if (before === undefined) return;
    if ((stage === undefined && !USED.has(type)) || isIdle(type, stage, before.value)) {
      verdicts[i] = NUMBER.get(before.value) ?? 0;
      return;
    }
    const after = machine.transition(before, { type, facts }, scope);
    // No step of this lifecycle leads into the stage that it leaves.
    const accepted = after !== before && (stage === undefined || stage === after.value);
    const entered = stage === undefined || accepted ? after : states[NUMBER.get(stage) ?? 0];
    at[lead] = entered;
    const refused = !accepted && (stage !== undefined || isDecision(type));
    verdicts[i] = (NUMBER.get(entered?.value ?? 'start') ?? 0) | (refused ? REFUSED : 0);
  });
  return verdicts;
};
