import { and, setup } from 'xstate';
import type { StepFacts } from 'revpact/lifecycle';
import type { EventType } from 'revpact/vocabulary';

/** What the machine is sent. */
export interface Sent {
  readonly type: EventType;
  readonly facts: StepFacts;
}

/** The twelve stages as one writes them in XState by hand, facts ready: nothing of the library's, and nothing that would slow it down. */
export const machine = setup({
  types: { events: {} as Sent },
  guards: {
    delivered: ({ event }) => event.facts.delivered,
    human: ({ event }) => event.facts.human,
    untried: ({ event }) => event.facts.attemptsSinceDelivery === 0,
    classified: ({ event }) => event.facts.rejectionClass !== null,
    tried: ({ event }) => event.facts.attemptsSinceAcceptance >= 1,
    bySales: ({ event }) => event.facts.party === 'sales',
  },
}).createMachine({
  initial: 'start',
  states: {
    start: { on: { inquiry: 'inquiry', qualified: 'mql' } },
    inquiry: { on: { qualified: 'mql', expired: 'expired' } },
    mql: {
      on: {
        accepted: { target: 'sal', guard: and(['delivered', 'human']) },
        rejected: { target: 'rejected', guard: and(['delivered', 'untried', 'classified']) },
        expired: 'expired',
      },
    },
    sal: {
      on: {
        meeting_held: { target: 'meeting', guard: 'human' },
        opportunity_opened: { target: 'sql', guard: 'bySales' },
        disqualified: { target: 'disqualified', guard: 'tried' },
        expired: 'expired',
      },
    },
    meeting: {
      on: {
        opportunity_opened: { target: 'sql', guard: 'bySales' },
        disqualified: { target: 'disqualified', guard: 'tried' },
        expired: 'expired',
      },
    },
    sql: { on: { opportunity_advanced: 'proposal', opportunity_won: 'won', opportunity_lost: 'lost', expired: 'expired' } },
    proposal: { on: { opportunity_won: 'won', opportunity_lost: 'lost', expired: 'expired' } },
    won: {},
    rejected: { on: { recycled: 'recycled' } },
    disqualified: { on: { recycled: 'recycled' } },
    expired: { on: { recycled: 'recycled' } },
    lost: { on: { recycled: 'recycled' } },
    recycled: { on: { inquiry: 'inquiry', qualified: 'mql', expired: 'expired' } },
  },
});
