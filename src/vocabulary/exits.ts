import type { Framework, Requirement } from './framework.js';

/**
 * The four exits that SiriusDecisions tells apart, and the way back. The waterfalls share them; a CRM has its own words,
 * and fewer.
 */
export const EXIT_STAGES = [
  {
    id: 'rejected',
    term: 'Rejected',
    definition: 'Sent back at the hand-off before the first attempt, for a procedural, clerical or definitional reason.',
    owner: 'marketing',
    kind: 'inventory',
    class: 'exit',
    exit: 'rejected',
    entry: 'The receiver rejects the delivery.',
    leave: 'Corrected and recycled.',
  },
  {
    id: 'disqualified',
    term: 'Disqualified',
    definition: 'Let go after acceptance and at least one attempt by the accepter.',
    owner: 'marketing',
    kind: 'inventory',
    class: 'exit',
    exit: 'disqualified',
    entry: 'The accepter finds, after trying, that the criteria are not or no longer met.',
    leave: 'Recycled when circumstances change.',
  },
  {
    id: 'expired',
    term: 'Expired',
    definition: 'Left by the clock, not by a person.',
    owner: 'marketing',
    kind: 'inventory',
    class: 'exit',
    exit: 'expired',
    entry: 'An agreed window ran out and the host recorded it.',
    leave: 'Recycled.',
  },
  {
    id: 'lost',
    term: 'Closed lost',
    definition: 'An opportunity that ended without an order.',
    owner: 'sales',
    kind: 'inventory',
    class: 'exit',
    exit: 'lost',
    entry: 'The opportunity is lost.',
    leave: 'Recycled.',
  },
  {
    id: 'recycled',
    term: 'Recycled',
    definition: 'Brought back from an exit for another try.',
    owner: 'marketing',
    kind: 'inventory',
    class: 'demand',
    entry: 'A lead that left is taken up again.',
    leave: 'It qualifies again, or expires.',
  },
] as const satisfies Framework['stages'];

/** A rejection answers a delivery, as only its receiver can, comes before their first attempt, and gives one of the three classes. */
export const REJECTION_RULES = [
  { kind: 'delivered' },
  { kind: 'by_receiver' },
  { kind: 'not_attempted_since_delivery' },
  { kind: 'rejection_class', oneOf: ['procedural', 'clerical', 'definitional'] },
] as const satisfies readonly Requirement[];

/** An acceptance answers a delivery, and a person of its receiver gives it. */
export const ACCEPTANCE_RULES = [{ kind: 'delivered' }, { kind: 'by_receiver' }, { kind: 'human' }] as const satisfies readonly Requirement[];

/** A disqualification comes after the accepter's first attempt. */
export const DISQUALIFICATION_RULES = [{ kind: 'attempted_since_acceptance', atLeast: 1 }] as const satisfies readonly Requirement[];

/** Every exit of {@link EXIT_STAGES} leads back. */
export const WAY_BACK = { on: 'recycled', from: ['rejected', 'disqualified', 'expired', 'lost'], to: 'recycled' } as const satisfies Framework['transitions'][number];
