import { and, assign, setup, type SnapshotFrom } from 'xstate';
import type { HandedOffEvent, LeadEvent } from 'revpact/vocabulary';
import { isDecision, isIdle, NUMBER, REFUSED } from '../framework.js';
import { sharedScope } from './shared-scope.js';

interface Context {
  readonly delivered: boolean;
  readonly receiver: string;
  readonly tried: number;
  readonly accepter: string;
  readonly triedSince: number;
}

const NOTHING: Context = { delivered: false, receiver: '', tried: 0, accepter: '', triedSince: 0 };

/** The twelve stages as applications write them: the machine folds its own facts with `assign`, and its guards read the context. */
const machine = setup({
  types: { context: {} as Context, events: {} as LeadEvent },
  guards: {
    delivered: ({ context }) => context.delivered,
    human: ({ event }) => event.by.kind === 'human',
    untried: ({ context }) => context.tried === 0,
    classified: ({ event }) => event.type === 'rejected',
    tried: ({ context }) => context.triedSince >= 1,
    bySales: ({ event }) => event.by.party === 'sales',
  },
  actions: {
    deliver: assign({ delivered: true, receiver: ({ event }) => (event as HandedOffEvent).to, tried: 0 }),
    accept: assign({ delivered: answered, accepter: ({ event }) => event.by.party, triedSince: 0 }),
    answer: assign({ delivered: answered }),
    expire: assign({ delivered: false }),
    recycle: assign({ accepter: '', triedSince: 0 }),
    attempt: assign({
      tried: ({ context, event }) => context.tried + (event.by.kind === 'human' && event.by.party === context.receiver ? 1 : 0),
      triedSince: ({ context, event }) => context.triedSince + (event.by.kind === 'human' && event.by.party === context.accepter ? 1 : 0),
    }),
  },
}).createMachine({
  initial: 'start',
  context: NOTHING,
  // What happened is folded in whichever stage, legal or not.
  on: {
    handed_off: { actions: 'deliver' },
    attempt: { actions: 'attempt' },
    accepted: { actions: 'accept' },
    rejected: { actions: 'answer' },
    expired: { actions: 'expire' },
    recycled: { actions: 'recycle' },
  },
  states: {
    start: { on: { inquiry: 'inquiry', qualified: 'mql' } },
    inquiry: { on: { qualified: 'mql', expired: { target: 'expired', actions: 'expire' } } },
    mql: {
      on: {
        accepted: { target: 'sal', guard: and(['delivered', 'human']), actions: 'accept' },
        rejected: { target: 'rejected', guard: and(['delivered', 'untried', 'classified']), actions: 'answer' },
        expired: { target: 'expired', actions: 'expire' },
      },
    },
    sal: {
      on: {
        meeting_held: { target: 'meeting', guard: 'human' },
        opportunity_opened: { target: 'sql', guard: 'bySales' },
        disqualified: { target: 'disqualified', guard: 'tried' },
        expired: { target: 'expired', actions: 'expire' },
      },
    },
    meeting: {
      on: {
        opportunity_opened: { target: 'sql', guard: 'bySales' },
        disqualified: { target: 'disqualified', guard: 'tried' },
        expired: { target: 'expired', actions: 'expire' },
      },
    },
    sql: { on: { opportunity_advanced: 'proposal', opportunity_won: 'won', opportunity_lost: 'lost', expired: { target: 'expired', actions: 'expire' } } },
    proposal: { on: { opportunity_won: 'won', opportunity_lost: 'lost', expired: { target: 'expired', actions: 'expire' } } },
    won: {},
    rejected: { on: { recycled: { target: 'recycled', actions: 'recycle' } } },
    disqualified: { on: { recycled: { target: 'recycled', actions: 'recycle' } } },
    expired: { on: { recycled: { target: 'recycled', actions: 'recycle' } } },
    lost: { on: { recycled: { target: 'recycled', actions: 'recycle' } } },
    recycled: { on: { inquiry: 'inquiry', qualified: 'mql', expired: { target: 'expired', actions: 'expire' } } },
  },
});

function answered({ context, event }: { readonly context: Context; readonly event: LeadEvent }): boolean {
  return context.delivered && !(event.by.kind === 'human' && event.by.party === context.receiver);
}

type State = SnapshotFrom<typeof machine>;

const scope = sharedScope(machine);
const begin: State = machine.resolveState({ value: 'start', context: NOTHING });

/** XState's fastest path through a machine that does the same work as the library: one inert scope, facts folded with `assign`. */
export const xstateFolding = (events: readonly LeadEvent[]): Uint8Array => {
  const verdicts = new Uint8Array(events.length);
  const at = new Map<string, State>();
  events.forEach((event, i) => {
    const { leadId, type, stage } = event;
    const before = at.get(leadId) ?? begin;
    const after = machine.transition(before, event, scope);
    // No step of this lifecycle leads into the stage that it leaves.
    const accepted = after.value !== before.value && (stage === undefined || stage === after.value);
    const idle = isIdle(type, stage, before.value);
    const recorded = stage !== undefined && !accepted;
    const entered = recorded ? machine.resolveState({ value: stage as State['value'], context: after.context }) : after;
    at.set(leadId, entered);
    const refused = (recorded && !idle) || (!accepted && isDecision(type));
    verdicts[i] = (NUMBER.get(entered.value) ?? 0) | (refused ? REFUSED : 0);
  });
  return verdicts;
};
