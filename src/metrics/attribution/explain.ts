import { fail, ok, type Result } from '../../kernel/result.js';
import { readWith } from '../../kernel/schema.js';
import { toWhole, type Ratio, type Whole } from '../../kernel/ratio.js';
import { rational, toRatio } from '../rational.js';
import { AttributionModel, type Anchor, type PathModel } from './model.js';
import { pathIssues, type Path, type PathTouch } from './path.js';
import { splitExactly } from './split.js';
import { anchored, lastNonDirect, weigher } from './weights.js';

/** Why a touch has the credit that it has. */
export type CreditReason = Anchor | 'last_non_direct' | 'rest' | 'equal_share' | 'age' | 'not_credited';

/** One touch of a deal and what it is credited with. */
export interface TouchCredit extends PathTouch {
  /** Its share of the conversion, in lowest terms. */
  readonly weight: Ratio;
  /** Its share of the amount in minor units; null where the deal has none. */
  readonly minor: Whole | null;
  /** All anchors that it is, or the one other reason. */
  readonly reasons: readonly CreditReason[];
}

/**
 * How one deal is shared, touch by touch, with the reason for each. Empty where it did not convert; every share is zero where the
 * model gives no touch of it any credit.
 *
 * Only for models that share each path by itself: a chain or a game looks at all paths together and says nothing of one deal.
 */
export const explainPath = (path: Path, model: PathModel): Result<readonly TouchCredit[]> => {
  const read = readWith(AttributionModel, model);
  if (!read.ok) return read;
  const issues = pathIssues([path]);
  if (issues.length > 0) return fail(issues);
  if (path.convertedAt === null) return ok([]);
  const weights = weigher(model)(path);
  const minor = path.amount === null ? null : weights === null ? [] : splitExactly(BigInt(path.amount.minor), weights.parts.map(BigInt));
  const reasonsOf = reasonsFor(path, model);
  return ok(
    path.touches.map((touch, i) => {
      const part = weights?.parts[i] ?? 0;
      return {
        ...touch,
        weight: toRatio(rational(BigInt(part), BigInt(weights?.whole ?? 1))),
        minor: minor === null ? null : toWhole(minor[i] ?? 0n),
        reasons: part === 0 ? ['not_credited'] : reasonsOf(i),
      };
    }),
  );
};

const reasonsFor = (path: Path, model: PathModel): ((touch: number) => readonly CreditReason[]) => {
  switch (model.kind) {
    case 'first_touch':
      return () => ['first'];
    case 'last_touch':
      return () => ['last'];
    case 'last_non_direct': {
      const direct = new Set(model.direct);
      const found = path.touches[lastNonDirect(path, direct)]?.channel ?? null;
      return () => [found !== null && direct.has(found) ? 'last' : 'last_non_direct'];
    }
    case 'linear':
      return () => ['equal_share'];
    case 'time_decay':
      return () => ['age'];
    case 'position': {
      const places = model.anchors.map(({ anchor }) => ({ anchor, at: anchored(path, anchor) }));
      return (touch) => {
        const anchors = places.filter(({ at }) => at === touch).map(({ anchor }) => anchor);
        return anchors.length === 0 ? ['rest'] : anchors;
      };
    }
  }
};
