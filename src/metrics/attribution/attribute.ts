import { byText } from '../../kernel/group.js';
import { digest } from '../../kernel/canonical.js';
import { fail, ok, type Result } from '../../kernel/result.js';
import { readWith } from '../../kernel/schema.js';
import type { Attribution, MarkovDetail, ShapleyDetail } from './attribution.js';
import { pathColumns } from './columns.js';
import { moneyOf, sumsOf } from './ledger.js';
import { AttributionModel, modelHash } from './model.js';
import { pathIssues, type Path } from './path.js';
import { sharedByPath, sharedByWorth, type Shared } from './shares.js';
import { weigher } from './weights.js';
import { worthOf, type WholeModel } from './worth.js';

/** What is asked for beside the shares. */
export interface AttributionOptions {
  /** Whether the paths get a digest, by which one sees later whether they changed. */
  readonly digest: boolean;
}

/**
 * Share conversions and their money among the channels that led to them.
 *
 * Credit sums exactly to the conversions attributed, and money to the last minor unit: where a unit cannot be divided it goes by
 * largest remainder, of equal ones to the earlier touch (or, for a chain or a game, to the channel first in order of text).
 * What nobody is credited with is counted apart. Shares are associations: they do not say what would happen without a channel.
 *
 * @returns The result; or issues for a model that is none, for paths out of order, doubled, longer than 10,000 touches, with amounts that are not whole, and
 *   for a chain with more than 1,000 states.
 * @example
 * ```ts
 * import { attribute, uShaped } from 'revpact/metrics';
 *
 * const touches = ['ads', 'mail', 'mail', 'event'].map((channel, day) => ({ eventId: `t${day}`, at: day * 86_400_000, channel }));
 * const milestones = { leadCreated: null, mql: null, opportunityCreated: null };
 * const path = { id: 'deal', touches, convertedAt: 259_200_000, amount: { minor: 100_00, currency: 'EUR' }, milestones };
 * const found = attribute([path], uShaped('last'), { digest: false });
 * const rows = found.ok ? found.value.rows : [];
 * rows.map(({ channel, money }) => [channel, money[0]?.minor]) // => [['ads', 40_00], ['event', 40_00], ['mail', 20_00]]
 * ```
 */
export const attribute = (paths: readonly Path[], model: AttributionModel, options: AttributionOptions): Result<Attribution> => {
  const read = readWith(AttributionModel, model);
  if (!read.ok) return read;
  const issues = pathIssues(paths);
  if (issues.length > 0) return fail(issues);
  const converted = paths.filter(({ convertedAt }) => convertedAt !== null);
  const shared = sharedBy(paths, converted, model);
  if (!shared.ok) return shared;
  const { rows, unattributed, detail } = shared.value;
  return ok({
    model,
    modelHash: modelHash(model),
    paths: paths.length,
    conversions: converted.length,
    money: moneyOf(sumsOf(converted.map(({ amount }) => amount))),
    withoutAmount: converted.filter(({ amount }) => amount === null).length,
    unattributed: { conversions: unattributed.length, money: moneyOf(sumsOf(unattributed.map(({ amount }) => amount))) },
    rows,
    detail,
    records: options.digest ? recordsOf(paths) : null,
  });
};

interface SharedWithDetail extends Shared {
  readonly detail: MarkovDetail | ShapleyDetail | null;
}

const sharedBy = (paths: readonly Path[], converted: readonly Path[], model: AttributionModel): Result<SharedWithDetail> => {
  if (!looksAtAll(model)) return ok({ ...sharedByPath(converted, channelsOf(paths), weigher(model)), detail: null });
  const columns = pathColumns(paths);
  const worth = worthOf(columns, model);
  if (!worth.ok) return worth;
  return ok({ ...sharedByWorth(converted, columns.channels, worth.value.parts), detail: worth.value.detail });
};

const looksAtAll = (model: AttributionModel): model is WholeModel =>
  model.kind === 'markov' || model.kind === 'shapley_total' || model.kind === 'shapley_rate';

const channelsOf = (paths: readonly Path[]): readonly (string | null)[] => {
  const channels = new Set<string | null>();
  for (const { touches } of paths) for (const { channel } of touches) channels.add(channel);
  return [...channels].sort(byText);
};

/** Equal for equal paths in any order. */
const recordsOf = (paths: readonly Path[]): string => digest(paths.map((path) => digest(textOf(path))).sort());

/** A path as one text. `JSON.stringify` escapes what is no text, such as half of a surrogate pair. */
const textOf = ({ id, touches, convertedAt, amount, milestones: { leadCreated, mql, opportunityCreated } }: Path): string =>
  JSON.stringify([
    [id, convertedAt, amount === null ? null : [amount.minor, amount.currency], leadCreated, mql, opportunityCreated],
    touches.map(({ eventId, at, channel }) => [eventId, at, channel]),
  ]);
