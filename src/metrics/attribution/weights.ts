import { decayOf } from './decay.js';
import type { Anchor, PathModel, PositionModel } from './model.js';
import type { Path, PathTouch } from './path.js';
import { splitExactly } from './split.js';

/** What each touch of a path is credited with, in parts of `whole`; the parts sum to it. */
export interface Weights {
  readonly parts: readonly number[];
  readonly whole: number;
}

/** Shares that are no fractions by nature are cut to parts of 10^15, by largest remainder. */
export const PARTS = 1_000_000_000_000_000;

/** The weights of one path; `null` where the model gives no touch of it any credit. */
export type Weigh = (path: Path) => Weights | null;

/** How a model weighs the touches of a path. */
export const weigher = (model: PathModel): Weigh => {
  switch (model.kind) {
    case 'first_touch':
      return ({ touches }) => one(touches.length, 0);
    case 'last_touch':
      return ({ touches }) => one(touches.length, touches.length - 1);
    case 'last_non_direct': {
      const direct = new Set(model.direct);
      return (path) => one(path.touches.length, lastNonDirect(path, direct));
    }
    case 'linear':
      return ({ touches }) => (touches.length === 0 ? null : { parts: touches.map(() => 1), whole: touches.length });
    case 'position':
      return (path) => byPosition(path, model);
    case 'time_decay':
      return byAge(model.halfLifeMs);
  }
};

/** All of it to one touch. */
const one = (touches: number, credited: number): Weights | null =>
  touches === 0 ? null : { parts: Array.from({ length: touches }, (_, i) => (i === credited ? 1 : 0)), whole: 1 };

const lastWhere = (touches: readonly PathTouch[], holds: (touch: PathTouch) => boolean): number => {
  for (let i = touches.length - 1; i >= 0; i -= 1) {
    const touch = touches[i];
    if (touch !== undefined && holds(touch)) return i;
  }
  return -1;
};

/** The last touch by none of these channels; the last of all where every touch is one of them. */
export const lastNonDirect = ({ touches }: Path, direct: ReadonlySet<string>): number => {
  const found = lastWhere(touches, ({ channel }) => channel === null || !direct.has(channel));
  return found === -1 ? touches.length - 1 : found;
};

/** Which touch an anchor is: the last at or before the milestone; -1 where there is none. */
export const anchored = ({ touches, milestones }: Path, anchor: Anchor): number => {
  const before = (at: number | null): number => (at === null ? -1 : lastWhere(touches, (touch) => touch.at <= at));
  switch (anchor) {
    case 'first':
      return touches.length === 0 ? -1 : 0;
    case 'last':
      return touches.length - 1;
    case 'lead_created':
      return before(milestones.leadCreated);
    case 'mql':
      return before(milestones.mql);
    case 'opportunity_created':
      return before(milestones.opportunityCreated);
  }
};

/**
 * Anchors have their weights, added up where one touch is several; the rest share theirs equally. A weight that nobody can take
 * (an anchor that is not there, a middle without touches) goes to the others pro rata: the whole is what is left.
 */
const byPosition = (path: Path, { anchors, rest }: PositionModel): Weights | null => {
  const parts = path.touches.map(() => 0);
  const isAnchor = new Set<number>();
  for (const { anchor, weight } of anchors) {
    const at = anchored(path, anchor);
    if (at === -1) continue;
    isAnchor.add(at);
    parts[at] = (parts[at] ?? 0) + weight;
  }
  const others = parts.length - isAnchor.size;
  const scale = rest > 0 && others > 0 ? others : 1;
  const scaled = parts.map((part, i) => (isAnchor.has(i) ? part * scale : rest));
  const whole = scaled.reduce((sum, part) => sum + part, 0);
  return whole === 0 ? null : { parts: scaled, whole };
};

const byAge = (halfLifeMs: number): Weigh => {
  const decay = decayOf(halfLifeMs);
  return ({ touches }) => {
    const last = touches.at(-1);
    if (last === undefined) return null;
    const weights = touches.map(({ at }) => decay(last.at - at));
    return { parts: splitExactly(BigInt(PARTS), weights).map(Number), whole: PARTS };
  };
};
