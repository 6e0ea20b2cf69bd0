import { groupBy } from '../kernel/group.js';
import type { Ratio } from '../kernel/ratio.js';
import type { EventType } from '../vocabulary/event.js';
import type { StageId } from '../vocabulary/framework.js';
import type { PartyId } from '../vocabulary/party.js';
import type { Replay } from './replay.js';

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

/** How closely a log follows the agreed life. */
export interface Conformance {
  /** Leads without a violation, of those that took a step at all. */
  readonly leads: Ratio;
  /** Legal steps, of all steps. */
  readonly steps: Ratio;
  /** The most frequent first; equally frequent ones in the order in which they first occur. */
  readonly deviations: readonly Deviation[];
  readonly byParty: readonly PartyShare[];
}

/** How closely a replayed log follows the agreed life, where it strays most, and whose doing that is. */
export const conformance = ({ states, violations, steps }: Replay): Conformance => {
  const stepped = [...states.values()].filter((state) => state.steps > 0);
  return {
    leads: { numerator: stepped.filter((state) => state.violations === 0).length, denominator: stepped.length },
    steps: { numerator: steps - violations.length, denominator: steps },
    deviations: [...groupBy(violations, ({ code, type, from, to }) => `${code} ${type} ${from} ${to ?? ''}`).values()]
      .map((group) => ({ code: group[0].code, type: group[0].type, from: group[0].from, to: group[0].to, ...tally(group), byParty: shares(group) }))
      .sort((a, b) => b.count - a.count),
    byParty: shares(violations),
  };
};

type Doing = Pick<Replay['violations'][number], 'leadId' | 'party'>;

const shares = (violations: readonly Doing[]): readonly PartyShare[] =>
  [...groupBy(violations, ({ party }) => party)]
    .map(([party, group]) => ({ party, ...tally(group) }))
    .sort((a, b) => b.count - a.count);

const tally = (violations: readonly Doing[]): { count: number; leads: number } => ({
  count: violations.length,
  leads: new Set(violations.map(({ leadId }) => leadId)).size,
});
