import { fail, ok, type Result } from '../../kernel/result.js';
import { toRational, type Rational } from '../rational.js';
import { commonDenominator } from '../shapley.js';
import type { MarkovDetail, ShapleyDetail } from './attribution.js';
import { coalitionsOf, type Coalition } from './coalitions.js';
import type { PathColumns } from './columns.js';
import { attributionIssue } from './issues.js';
import { markovEffects } from './markov.js';
import type { AttributionModel, PathModel } from './model.js';
import { estimatedShares } from './shapley-estimate.js';
import { rateShares } from './shapley-rate.js';
import { PARTS } from './weights.js';

/** Models that look at all paths together. */
export type WholeModel = Exclude<AttributionModel, PathModel>;

/** What each channel is worth, in whole parts of something, and how that was found. */
export interface Worth {
  /** By channel code. */
  readonly parts: readonly bigint[];
  readonly detail: MarkovDetail | ShapleyDetail;
}

/** An order is drawn and every coalition looked at: at most so many looks. */
const MOST_LOOKS = 4_000_000_000;

/** What each channel is worth to all conversions together. */
export const worthOf = (columns: PathColumns, model: WholeModel): Result<Worth> => {
  switch (model.kind) {
    case 'markov':
      return byRemoval(columns, model.order);
    case 'shapley_total': {
      const coalitions = coalitionsOf(columns);
      return ok({
        parts: wholeParts(totalShares(coalitions, columns.channels.length)),
        detail: { kind: 'shapley', coalitions: coalitions.length, exact: true, errors: null },
      });
    }
    case 'shapley_rate':
      return byRate(columns, model);
  }
};

const byRemoval = (columns: PathColumns, order: number): Result<Worth> => {
  const found = markovEffects(columns, order);
  if (!found.ok) return found;
  const { states, conversion, effects, exact, residual } = found.value;
  const named = effects.map((effect, code) => ({ channel: columns.channels[code] ?? null, effect }));
  return ok({
    parts: wholeParts(effects.map(toRational)),
    detail: { kind: 'markov', states, conversion, effects: named, exact, residual },
  });
};

/** Where a coalition is worth the conversions that needed nobody else, each conversion is shared equally by the channels on its path. */
const totalShares = (coalitions: readonly Coalition[], channels: number): readonly Rational[] => {
  const common = commonDenominator(coalitions.map((coalition) => BigInt(coalition.channels.length)));
  const sums = Array.from({ length: channels }, () => 0n);
  for (const { channels: members, conversions } of coalitions) {
    const each = (common / BigInt(members.length)) * BigInt(conversions);
    for (const code of members) sums[code] = (sums[code] ?? 0n) + each;
  }
  return sums.map((numerator) => ({ numerator, denominator: common }));
};

const byRate = (columns: PathColumns, { exactUpTo, permutations, seed }: WholeModel & { readonly kind: 'shapley_rate' }): Result<Worth> => {
  const coalitions = coalitionsOf(columns);
  const channels = columns.channels.length;
  if (channels <= exactUpTo) {
    return ok({
      parts: wholeParts(rateShares(coalitions, channels)),
      detail: { kind: 'shapley', coalitions: coalitions.length, exact: true, errors: null },
    });
  }
  const work = permutations * coalitions.reduce((sum, coalition) => sum + coalition.channels.length, channels);
  if (work > MOST_LOOKS) return fail([attributionIssue('too_much_to_draw', { work, limit: MOST_LOOKS })]);
  const { shares, errors } = estimatedShares(coalitions, channels, permutations, seed);
  const all = shares.reduce((sum, share) => sum + share, 0);
  const ofAll = (value: number): number => (all === 0 ? 0 : value / all);
  return ok({
    parts: Array.from(shares, (share) => BigInt(Math.round(ofAll(share) * PARTS))),
    detail: {
      kind: 'shapley',
      coalitions: coalitions.length,
      exact: false,
      errors: Array.from(errors, (error, code) => ({ channel: columns.channels[code] ?? null, error: ofAll(error) })),
    },
  });
};

/** Fractions as whole numbers in the same proportion. */
const wholeParts = (shares: readonly Rational[]): readonly bigint[] => {
  const common = commonDenominator(shares.map(({ denominator }) => denominator));
  return shares.map(({ numerator, denominator }) => numerator * (common / denominator));
};
