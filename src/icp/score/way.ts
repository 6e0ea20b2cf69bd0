import { covered } from '../filter/bands.js';
import { conditionsOf } from '../filter/walk.js';
import type { Judge, ScoreReason } from './judge.js';
import type { Subject } from './subject.js';

/** What one criterion gives, of how much at most, whether the account can fit with it, and what is asked for it. */
export interface Option {
  readonly points: number;
  readonly most: number;
  readonly fits: boolean;
  readonly asks: string;
}

/** Where an account stands with one criterion, and where else it could. */
export interface Standing {
  readonly judge: Judge;
  readonly reason: ScoreReason;
  readonly now: Option;
  readonly others: readonly Option[];
}

/** Where an account stands with each criterion, and where else it could. */
export const standings = (judges: readonly Judge[], subject: Subject): readonly Standing[] =>
  judges.map((judge) => {
    const { role, missing } = judge.criterion;
    const reason = judge.judge(subject);
    const { most, outcomes } = judge;
    const taken = covered(conditionsOf(judge.criterion, []).map(({ when }) => when));
    const yes = outcomes.filter((_, i) => taken[i] === null).map(({ points, asks }) => ({ points, most, fits: role !== 'disqualifier', asks }));
    const no = { points: 0, most, fits: role !== 'must_have', asks: `not ${outcomes.map(({ asks }) => asks).join(', nor ')}` };
    const unknown = {
      points: 0,
      most: missing === 'neutral' ? 0 : most,
      fits: missing === 'neutral' || (missing === 'zero' && role !== 'must_have'),
      asks: '',
    };
    const now = reason.holds === null ? unknown : reason.holds ? { ...no, points: reason.points, fits: role !== 'disqualifier' } : no;
    return { judge, reason, now, others: [...yes, no].filter((one) => reason.holds === null || one.points !== now.points || one.fits !== now.fits) };
  });

/** So many points of so many. */
export interface Goal {
  readonly atLeast: number;
  readonly outOf: number;
}

/** One criterion's part in a way: where it stands, and where it is to stand. */
export interface Part {
  readonly stand: Standing;
  readonly to: Option;
}

/** One criterion that may be changed: how much a change adds, and whether its answer is not known. */
interface Step {
  readonly place: number;
  readonly to: Option;
  readonly gain: bigint;
  readonly unknown: boolean;
}

/**
 * The fewest changes that reach a share of the points. `points / max ≥ atLeast / outOf` is a sum over the criteria of
 * `points × outOf − most × atLeast`, which must not be below zero; so the changes that add most to it, taken one by one, are
 * the fewest. Before them come those without which the account does not fit.
 */
export const fewest = (stands: readonly Standing[], { atLeast, outOf }: Goal, may: (stand: Standing) => boolean): readonly Part[] | null => {
  // Where no criterion can give points, the points themselves are measured.
  const worth = ({ points, most }: Option): bigint => (outOf === 0 ? BigInt(points) : BigInt(points) * BigInt(outOf) - BigInt(most) * BigInt(atLeast));
  const parts: Part[] = [];
  const steps: Step[] = [];
  for (const [place, stand] of stands.entries()) {
    const others = may(stand) ? stand.others.filter(({ fits }) => fits).sort((a, b) => compare(worth(b), worth(a))) : [];
    const [best] = others;
    if (!stand.now.fits && best === undefined) return null;
    parts.push({ stand, to: stand.now.fits || best === undefined ? stand.now : best });
    if (stand.now.fits && best !== undefined)
      steps.push({ place, to: best, gain: worth(best) - worth(stand.now), unknown: stand.reason.holds === null });
  }
  steps.sort((a, b) => compare(b.gain, a.gain) || Number(b.unknown) - Number(a.unknown) || a.place - b.place);
  const sum = parts.reduce((total, { to }) => total + worth(to), outOf === 0 ? -BigInt(atLeast) : 0n);
  const counts = outOf === 0 || parts.some(({ to }) => to.most > 0);
  // Where nothing counts so far, one of the changes must make something count, whichever makes the way shortest.
  const ways = counts ? [taken(steps, sum)] : steps.filter(({ to }) => to.most > 0).map((first) => taken(steps.filter((one) => one !== first), sum, first));
  const [way] = ways.filter((one) => one !== null).sort((a, b) => a.length - b.length);
  return way === undefined ? null : parts.map((part, place) => ({ ...part, to: way.find((step) => step.place === place)?.to ?? part.to }));
};

/** The steps that bring a sum to zero, greatest first, after one that must be; null where all of them do not. */
const taken = (steps: readonly Step[], sum: bigint, first?: Step): readonly Step[] | null => {
  const way = first === undefined ? [] : [first];
  let total = sum + (first?.gain ?? 0n);
  for (const step of steps) {
    if (total >= 0n || step.gain <= 0n) break;
    total += step.gain;
    way.push(step);
  }
  return total >= 0n ? way : null;
};

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
