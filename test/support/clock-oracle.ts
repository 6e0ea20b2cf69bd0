/**
 * What a clock is, written once more as a walk through time in steps of ten minutes, with no arithmetic of ours: what
 * happened is looked at step by step, and time is counted while it runs. Slow, and plain.
 */
export const STEP = 600_000;

export interface OracleClause {
  readonly target: number;
  /** Targets by tier; the clause's own where the tier is not among them. */
  readonly byTier: Readonly<Record<string, number>>;
  readonly whenWindowChanges: 'keep' | 'from_start' | 'remaining_share';
  readonly reopen: 'never' | 'restart' | 'resume';
  readonly reassign: 'keep' | 'restart' | 'split';
}

export type OracleSign = 'start' | 'attempt' | 'pause' | 'unpause' | 'hold' | 'unhold' | 'reopen' | 'cancel' | 'reject' | { readonly tier: string } | { readonly to: string };

export interface OracleEvent {
  readonly at: number;
  readonly sign: OracleSign;
}

export interface OracleVerdict {
  readonly startedAt: number;
  readonly state: string;
  readonly due: number | null;
  readonly ran: number;
}

/** What is known of one promise at a step. */
interface Walk {
  startedAt: number;
  owner: string;
  ran: number;
  base: number;
  target: number;
  due: number | null;
  ranAtDue: number;
  stoppedAt: number | null;
  endedAt: number | null;
  endedBy: string | null;
  anew: boolean;
}

/**
 * Every clock of a promise, judged as of a moment.
 *
 * @param events - In order, on steps; all of them, also those before the start and after the moment.
 */
export const oracleClocks = (
  clause: OracleClause,
  isOpen: (at: number) => boolean,
  owner: string,
  events: readonly OracleEvent[],
  asOf: number,
  horizon: number,
): readonly OracleVerdict[] => {
  const targetOf = (tier: string | null): number => (tier === null ? clause.target : (clause.byTier[tier] ?? clause.target));
  let tier: string | null = null;
  let holder = owner;
  const held = { pause: false, hold: false };
  const fresh = (at: number): Walk => ({
    startedAt: at, owner: holder, ran: 0, base: targetOf(tier), target: targetOf(tier), due: null, ranAtDue: 0, stoppedAt: null, endedAt: null, endedBy: null, anew: false,
  });
  const walks: Walk[] = [];
  let walk: Walk | null = null;
  let over = false;
  const retarget = (one: Walk): void => {
    const next = targetOf(tier);
    if (clause.whenWindowChanges === 'keep' || next === one.base || one.due !== null) return;
    const left = Math.max(0, one.target - one.ran);
    one.target = clause.whenWindowChanges === 'from_start' ? next : one.ran + Math.floor((left * next) / one.base);
    one.base = next;
  };
  const take = ({ at, sign }: OracleEvent): void => {
    if (sign === 'pause') held.pause = true;
    else if (sign === 'unpause') held.pause = false;
    else if (sign === 'hold') held.hold = true;
    else if (sign === 'unhold') held.hold = false;
    else if (typeof sign === 'object' && 'tier' in sign) tier = sign.tier;
    if (sign === 'start') {
      walk = fresh(at);
      walks.push(walk);
    }
    if (walk === null || over) return;
    const open = walk.stoppedAt === null;
    if (typeof sign === 'object') {
      if ('tier' in sign && open) retarget(walk);
      if ('to' in sign) {
        const another = sign.to !== holder;
        holder = sign.to;
        if (another && open && clause.reassign === 'restart') {
          walk.endedAt = at;
          walk.endedBy = 'reassigned';
          walk = fresh(at);
          walks.push(walk);
        }
      }
    } else if (sign === 'attempt' && open) walk.stoppedAt = at;
    else if (sign === 'cancel' || sign === 'reject') {
      over = true;
      if (open) {
        walk.endedAt = at;
        walk.endedBy = sign;
      }
    } else if (sign === 'reopen' && !open) {
      if (clause.reopen === 'restart') {
        walk = fresh(at);
        walks.push(walk);
      } else if (clause.reopen === 'resume') {
        walk.stoppedAt = null;
        retarget(walk);
      }
    }
  };
  const settle = (at: number, until: number): void => {
    for (const one of walks) {
      if (one.due !== null) continue;
      const runs = one === walk && one.stoppedAt === null && one.endedAt === null && !held.pause && !held.hold && isOpen(at);
      if (one.ran >= one.target && (one.stoppedAt === null || one.stoppedAt === at) && (one.endedAt === null || one.endedAt === at)) {
        one.due = at;
        one.ranAtDue = one.ran;
      } else if (runs && one.ran + until - at > one.target) {
        one.due = at + one.target - one.ran;
        one.ranAtDue = one.target;
      }
    }
    for (const one of walks) {
      const runs = one === walk && one.stoppedAt === null && one.endedAt === null && !held.pause && !held.hold && isOpen(at);
      if (runs) one.ran += until - at;
    }
  };
  const first = events[0]?.at ?? asOf;
  let next = 0;
  for (let at = first; at < asOf; at += STEP) {
    for (; next < events.length && events[next]!.at <= at; next += 1) take(events[next]!);
    settle(at, at + STEP);
  }
  const known = walks.map((one) => ({ ...one }));
  // When it will be due, if nothing more happens.
  for (let at = Math.max(asOf, first); at < horizon; at += STEP) settle(at, at + STEP);
  return known.map((one, i) => {
    const due = walks[i]!.due;
    const base = { startedAt: one.startedAt, ran: one.ran };
    const stopped = one.stoppedAt;
    if (stopped !== null) return { ...base, state: one.due === null || stopped <= one.due ? 'met' : 'answered_late', due: one.due };
    const late = one.due !== null && one.due < asOf;
    if (one.endedAt !== null && (one.due === null || one.endedAt <= one.due)) {
      return { ...base, state: one.endedBy === 'reassigned' ? 'superseded' : 'cancelled', due: null };
    }
    if (late) return { ...base, state: 'breached_open', due: one.due };
    const paused = held.pause || held.hold;
    return { ...base, state: paused ? 'paused' : isOpen(asOf) ? 'running' : 'outside_hours', due: paused ? null : due };
  });
};
