import { createActor, type Actor, type SnapshotFrom } from 'xstate';
import { isDecision, isIdle, NUMBER, REFUSED, USED } from '../framework.js';
import type { Prepared } from '../log.js';
import { machine } from './xstate-machine.js';

type State = SnapshotFrom<typeof machine>;

/** XState as applications use it, fed with facts: an actor for each lead, and `send`. */
export const xstateActor = (rows: readonly Prepared[], leads: number): Uint8Array => {
  const verdicts = new Uint8Array(rows.length);
  const actors = new Array<Actor<typeof machine> | undefined>(leads);
  rows.forEach(({ lead, type, stage, facts }, i) => {
    const actor = (actors[lead] ??= createActor(machine).start());
    const before = actor.getSnapshot();
    if ((stage === undefined && !USED.has(type)) || isIdle(type, stage, before.value)) {
      verdicts[i] = NUMBER.get(before.value) ?? 0;
      return;
    }
    actor.send({ type, facts });
    const after = actor.getSnapshot();
    const accepted = after !== before && (stage === undefined || stage === after.value);
    if (stage !== undefined && !accepted) {
      // Recorded against the agreement: an actor cannot be moved, so that another takes over where the record says.
      actor.stop();
      const snapshot = machine.resolveState({ value: stage as State['value'], context: {} });
      actors[lead] = createActor(machine, { snapshot }).start();
    }
    const refused = !accepted && (stage !== undefined || isDecision(type));
    verdicts[i] = (NUMBER.get(accepted || stage === undefined ? after.value : stage) ?? 0) | (refused ? REFUSED : 0);
  });
  return verdicts;
};
