/** The machine with XState's own types. */
import { createActor } from 'xstate';
import { createLifecycle } from 'revpact/lifecycle';
import { lifecycleMachine } from 'revpact/lifecycle/xstate';
import { sirius2006 } from 'revpact/vocabulary';

export const actor = createActor(lifecycleMachine(createLifecycle(sirius2006)));
