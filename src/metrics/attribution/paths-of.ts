import type { Instant } from '../../kernel/instant.js';
import { fail, ok, type Result } from '../../kernel/result.js';
import type { Facts, TouchFact } from '../../vocabulary/fact.js';
import { accountOf, endsOf, type End, type Unit } from './ends.js';
import { attributionIssue } from './issues.js';
import { LONGEST_PATH, MOST_TOUCHES, type Path, type PathMilestones } from './path.js';
import type { PathOptions } from './path-options.js';

/** Paths, and what could stand on none. */
export interface FoundPaths {
  readonly paths: readonly Path[];
  /** What concerns no known account, where paths are those of accounts. */
  readonly leftOut: { readonly touches: number; readonly opportunities: number };
}

/**
 * The paths that facts tell: touches in order up to the conversion, or up to now where there is none.
 *
 * A lead or an account converts once, with its first opportunity; its later ones are not on its path. The window of a path that did
 * not convert reaches back from its last touch. An opportunity that is not yet opened or won by `asOf` is a path that did not
 * convert; with `until: 'opened'` there are none of those.
 *
 * Milestones: a lead is created at the first inquiry of the path's leads, and where there is none with their first event.
 *
 * @returns Issues for a path of more than 10,000 touches and for more than 10,000,000 on all of them, found before any is built.
 */
export const pathsOf = (facts: Facts, options: PathOptions): Result<FoundPaths> => {
  const ends = endsOf(facts, options);
  const spans = ends.flatMap((end) => spanOf(end, options) ?? []);
  const long = spans.filter(({ first, last }) => last - first > LONGEST_PATH);
  if (long.length > 0) {
    return fail(
      long.map(({ end, first, last }) => attributionIssue('path_too_long', { path: end.id, touches: last - first, limit: LONGEST_PATH })),
    );
  }
  const touches = spans.reduce((sum, { first, last }) => sum + last - first, 0);
  if (touches > MOST_TOUCHES) return fail([attributionIssue('too_many_touches', { touches, limit: MOST_TOUCHES })]);
  const created = new Map<Unit, Created>();
  for (const { end } of spans) if (!created.has(end.unit)) created.set(end.unit, createdOf(end.unit, options.asOf));
  const paths = spans.map((span) => pathOf(span, created.get(span.end.unit) ?? NEVER, options));
  return ok({ paths, leftOut: options.by === 'account' ? withoutAccount(facts, options) : { touches: 0, opportunities: 0 } });
};

/** Which of the unit's touches are on the path: from the one at `first` to before the one at `last`. */
interface Span {
  readonly end: End;
  readonly first: number;
  readonly last: number;
}

const spanOf = (end: End, { windowMs, edge, period }: PathOptions): Span | null => {
  const { touches } = end.unit;
  const last = end.convertedAt === null ? touches.length : placeOf(touches, edge === 'before' ? end.convertedAt : end.convertedAt + 1);
  const until = end.convertedAt ?? touches[last - 1]?.at ?? null;
  if (until === null || (period !== null && (until < period.start || until >= period.end))) return null;
  return { end, first: windowMs === null ? 0 : Math.min(last, placeOf(touches, until - windowMs)), last };
};

/** The place of the first touch at or after a moment. */
const placeOf = (touches: readonly TouchFact[], at: Instant): number => {
  let [low, high] = [0, touches.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((touches[middle]?.at ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** When a unit's first lead came to be, and when one first was qualified. */
type Created = Omit<PathMilestones, 'opportunityCreated'>;
const NEVER: Created = { leadCreated: null, mql: null };

const createdOf = ({ touches, leads }: Unit, asOf: Instant): Created => ({
  leadCreated:
    touches.find(({ kind }) => kind === 'inquiry')?.at ??
    earliest(
      leads.map(({ firstAt }) => firstAt),
      asOf,
    ),
  mql: earliest(
    leads.map(({ mqlAt }) => mqlAt),
    asOf,
  ),
});

const pathOf = ({ end: { id, unit, deal, convertedAt }, first, last }: Span, created: Created, { channelOf, asOf }: PathOptions): Path => ({
  id,
  touches: unit.touches.slice(first, last).map((touch) => ({ eventId: touch.eventId, at: touch.at, channel: channelOf(touch) })),
  convertedAt,
  amount:
    convertedAt === null || deal === null || deal.amountMinor === null || deal.currency === null
      ? null
      : { minor: deal.amountMinor, currency: deal.currency },
  milestones: { ...created, opportunityCreated: earliest([deal?.openedAt ?? null], asOf) },
});

const earliest = (moments: readonly (Instant | null)[], asOf: Instant): Instant | null => {
  let found: Instant | null = null;
  for (const at of moments) if (at !== null && at < asOf && (found === null || at < found)) found = at;
  return found;
};

const withoutAccount = (facts: Facts, { asOf }: PathOptions): FoundPaths['leftOut'] => {
  const accountOfDeal = accountOf(facts);
  return {
    touches: facts.touches.filter(({ at, accountId }) => at < asOf && accountId === null).length,
    opportunities: facts.opportunities.filter((deal) => deal.openedAt !== null && deal.openedAt < asOf && accountOfDeal(deal) === null)
      .length,
  };
};
