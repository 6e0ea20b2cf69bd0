import { createActor, type AnyStateMachine } from 'xstate';

const nothing = (): void => undefined;

/**
 * `transition()` as documented builds a whole actor on every call. This is what it calls, with one actor for all: the fastest
 * path through XState.
 */
export const sharedScope = (machine: AnyStateMachine) => {
  const self = createActor(machine);
  return { self, id: '', logger: nothing, sessionId: '', defer: nothing, system: self.system, stopChild: nothing, emit: nothing, actionExecutor: nothing };
};
