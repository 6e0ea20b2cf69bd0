import { toWhole, type Whole } from '../../kernel/ratio.js';
import type { Instant } from '../../kernel/instant.js';
import type { Currency } from '../../vocabulary/money.js';
import type { OpportunityStateFact } from '../../vocabulary/fact.js';
import type { Period } from '../../vocabulary/period.js';

/** Why the open pipeline became more or less. */
export const PIPELINE_MOVES = ['created', 'reopened', 'raised', 'lowered', 'won', 'lost'] as const;
/** One of {@link PIPELINE_MOVES}. */
export type PipelineMove = (typeof PIPELINE_MOVES)[number];

/** How the open pipeline of one currency got from the beginning of a period to its end, in minor units. */
export interface PipelineFlow {
  /** Null for deals without an amount or a currency: they count, and are worth nothing known. */
  readonly currency: Currency | null;
  readonly opening: { readonly deals: number; readonly minor: Whole };
  /** What came in is above zero, what went out below. A deal that changes its currency leaves one and enters the other. */
  readonly moves: Readonly<Record<PipelineMove, { readonly deals: number; readonly minor: Whole }>>;
  /** At the period's end, or at asOf where that is earlier. Counted, not computed from the others. */
  readonly closing: { readonly deals: number; readonly minor: Whole };
  /** opening + moves = closing, in value. False only where states of a deal leave a gap or overlap. */
  readonly balanced: boolean;
}

interface Stock {
  deals: number;
  minor: bigint;
}

interface Draft {
  readonly opening: Stock;
  readonly moves: Readonly<Record<PipelineMove, Stock>>;
  readonly closing: Stock;
}

/**
 * The walk from opening to closing pipeline, by currency in order of its code (none last), of what happened before asOf.
 *
 * @example
 * ```ts
 * import { pipelineFlow } from 'revpact/metrics';
 * import { periodOf } from 'revpact/vocabulary';
 *
 * const period = periodOf('2026-Q2', 'UTC');
 * if (period === null) throw new Error('no such period');
 * pipelineFlow([], { period, asOf: period.end }) // => []
 * ```
 */
export const pipelineFlow = (
  states: readonly OpportunityStateFact[],
  { period, asOf }: { readonly period: Period; readonly asOf: Instant },
): readonly PipelineFlow[] => {
  const end = Math.max(period.start, Math.min(period.end, asOf));
  const flows = new Map<Currency | null, Draft>();
  const flowOf = (currency: Currency | null): Draft => {
    const found = flows.get(currency) ?? drafted();
    flows.set(currency, found);
    return found;
  };
  const stands = (state: OpportunityStateFact, at: Instant): boolean =>
    state.status === 'open' && state.from < at && (state.until === null || state.until >= at);

  let before: OpportunityStateFact | null = null;
  for (const state of inOrder(states)) {
    if (state.from >= asOf) continue;
    const last = before?.opportunityId === state.opportunityId ? before : null;
    before = state;
    if (stands(state, period.start)) add(flowOf(currencyOf(state)).opening, 1, worth(state));
    if (stands(state, end)) add(flowOf(currencyOf(state)).closing, 1, worth(state));
    if (state.from < period.start || state.from >= end) continue;
    for (const { currency, move, minor } of movesBetween(last, state)) add(flowOf(currency).moves[move], 1, minor);
  }
  return [...flows]
    .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
    .map(([currency, { opening, moves, closing }]) => ({
      currency,
      opening: written(opening),
      moves: mapped(moves),
      closing: written(closing),
      balanced: PIPELINE_MOVES.reduce((sum, move) => sum + moves[move].minor, opening.minor) === closing.minor,
    }));
};

interface Moved {
  readonly currency: Currency | null;
  readonly move: PipelineMove;
  readonly minor: bigint;
}

/** What one change of a deal did to the open pipeline; nothing where it was closed before and after, or worth the same. */
const movesBetween = (last: OpportunityStateFact | null, next: OpportunityStateFact): readonly Moved[] => {
  const [was, is] = [last !== null && last.status === 'open' ? last : null, next.status === 'open' ? next : null];
  if (was === null && is === null) return [];
  if (was === null) return [{ currency: currencyOf(next), move: last === null ? 'created' : 'reopened', minor: worth(next) }];
  if (is === null) return [{ currency: currencyOf(was), move: next.status === 'won' ? 'won' : 'lost', minor: -worth(was) }];
  if (currencyOf(was) !== currencyOf(is))
    return [
      { currency: currencyOf(was), move: 'lowered', minor: -worth(was) },
      { currency: currencyOf(is), move: 'raised', minor: worth(is) },
    ];
  const more = worth(is) - worth(was);
  return more === 0n ? [] : [{ currency: currencyOf(is), move: more > 0n ? 'raised' : 'lowered', minor: more }];
};

/** The currency that a state is counted in; null without an amount. */
export const currencyOf = ({ amountMinor, currency }: OpportunityStateFact): Currency | null => (amountMinor === null ? null : currency);

const worth = (state: OpportunityStateFact): bigint => (currencyOf(state) === null ? 0n : BigInt(state.amountMinor ?? 0));

const inOrder = (states: readonly OpportunityStateFact[]): readonly OpportunityStateFact[] =>
  [...states].sort((a, b) =>
    a.opportunityId === b.opportunityId ? a.from - b.from || a.nth - b.nth : a.opportunityId < b.opportunityId ? -1 : 1,
  );

const none = (): Stock => ({ deals: 0, minor: 0n });

const drafted = (): Draft => ({
  opening: none(),
  moves: { created: none(), reopened: none(), raised: none(), lowered: none(), won: none(), lost: none() },
  closing: none(),
});

const add = (stock: Stock, deals: number, minor: bigint): void => {
  stock.deals += deals;
  stock.minor += minor;
};

const written = ({ deals, minor }: Stock): { readonly deals: number; readonly minor: Whole } => ({ deals, minor: toWhole(minor) });

const mapped = (moves: Draft['moves']): PipelineFlow['moves'] => ({
  created: written(moves.created),
  reopened: written(moves.reopened),
  raised: written(moves.raised),
  lowered: written(moves.lowered),
  won: written(moves.won),
  lost: written(moves.lost),
});
