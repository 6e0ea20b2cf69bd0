import { byText, groupBy } from '../kernel/group.js';
import type { Ratio } from '../kernel/ratio.js';
import type { EventType } from '../vocabulary/event.js';
import type { StageId } from '../vocabulary/framework.js';
import type { PartyId } from '../vocabulary/party.js';
import type { Replay, Violation } from './replay.js';

/** One way in which leads strayed from the agreed life. */
export interface Deviation {
  readonly code: string;
  readonly type: EventType;
  readonly from: StageId;
  readonly to: StageId | null;
  readonly count: number;
  /** How many leads strayed in this way. */
  readonly leads: number;
  readonly byParty: readonly PartyShare[];
}

/** How many steps against the agreed life a party took, on how many leads. */
export interface PartyShare {
  readonly party: PartyId;
  readonly count: number;
  readonly leads: number;
}

/** Steps that only an order which the source does not give put against the agreed life (`Violation.tied`): in another they may have followed it. */
export interface Undecided {
  readonly steps: number;
  /** Leads that strayed by such steps alone. */
  readonly leads: number;
}

/** How closely a log follows the agreed life. */
export interface Conformance {
  /** Leads without a violation, of those that took a step and are decided. */
  readonly leads: Ratio;
  /** Legal steps, of all steps that are decided. */
  readonly steps: Ratio;
  /** What is in neither share, nor in the deviations, nor with any party. */
  readonly undecided: Undecided;
  /** The most frequent first; equally frequent ones by stage left, event, stage entered and code. */
  readonly deviations: readonly Deviation[];
  /** Who took the most steps against the agreed life first; equally many by name. */
  readonly byParty: readonly PartyShare[];
}

/**
 * How closely a replayed log follows the agreed life, where it strays most, and whose doing that is. A step that is one
 * against the agreed life only in an order that the source does not give is nobody's doing: it is counted apart.
 */
export const conformance = ({ states, violations, steps }: Pick<Replay, 'states' | 'violations' | 'steps'>): Conformance => {
  const decided = violations.filter(({ tied }) => !tied);
  const strayed = leadsOf(decided);
  const unclear = leadsOf(violations.filter(({ tied, leadId }) => tied && !strayed.has(leadId)));
  let stepped = 0;
  for (const state of states.values()) if (state.steps > 0) stepped += 1;
  const undecided = { steps: violations.length - decided.length, leads: unclear.size };
  return {
    leads: { numerator: stepped - undecided.leads - strayed.size, denominator: stepped - undecided.leads },
    steps: { numerator: steps - violations.length, denominator: steps - undecided.steps },
    undecided,
    deviations: [...groupBy(decided, keyOf)]
      .sort(([a, one], [b, other]) => other.length - one.length || byText(a, b))
      .map(([, group]) => ({ code: group[0].code, type: group[0].type, from: group[0].from, to: group[0].to, ...tally(group), byParty: shares(group) })),
    byParty: shares(decided),
  };
};

/** Two violations are of one kind where these are the same. */
const keyOf = ({ from, type, to, code }: Violation): string => JSON.stringify([from, type, to ?? '', code]);

const shares = (violations: readonly Violation[]): readonly PartyShare[] =>
  [...groupBy(violations, ({ party }) => party)]
    .map(([party, group]) => ({ party, ...tally(group) }))
    .sort((a, b) => b.count - a.count || byText(a.party, b.party));

const tally = (violations: readonly Violation[]): { count: number; leads: number } => ({ count: violations.length, leads: leadsOf(violations).size });

const leadsOf = (violations: readonly Violation[]): ReadonlySet<string> => new Set(violations.map(({ leadId }) => leadId));
