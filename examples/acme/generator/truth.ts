import { acceptedUntried, judgeAnswer, judgeFirstAttempt, tally, type Judged, type Tally } from './promises.js';
import type { Deal, Delivery, Life, Sum } from './story.js';
import type { HandOffName, Window } from './world.js';

/**
 * The second opinion: what a review of a quarter ought to find, counted from the generator's own schedule of what
 * really became of every delivery and deal. It reads none of the files, and uses none of the library.
 *
 * Conventions: what happened strictly before `asOf` counts, whenever it was recorded. A promise is kept at or before
 * its due moment. A clock without a stop is open until `asOf` is past its due moment.
 */

/** One hand-off in a window: deliveries by the moment of delivery, and what became of them by `asOf`. */
export interface HandOffTruth {
  readonly deliveries: number;
  readonly complete: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly rejectedByReason: Readonly<Record<string, number>>;
  readonly expiredUnanswered: number;
  readonly unanswered: number;
  /** Accepted and not tried in the agreed time, and all of those whose time is over. */
  readonly untried: { readonly count: number; readonly of: number };
  readonly answer: Tally;
  readonly firstAttempt: Tally;
  readonly firstAttemptOfComplete: Tally;
  readonly firstAttemptOfIncomplete: Tally;
  /** The waived ones among all first attempts. */
  readonly waived: Tally;
  readonly records: { readonly answer: readonly Judged[]; readonly firstAttempt: readonly Judged[] };
}

const byName = (names: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const name of [...names].sort()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

const handOffTruth = (deliveries: readonly Delivery[], asOf: number): HandOffTruth => {
  const answered = deliveries.flatMap(({ answer }) => (answer !== null && answer.at < asOf ? [answer] : []));
  const rejected = answered.filter(({ kind }) => kind === 'rejected');
  const expired = deliveries.filter(({ expiredAt, answer }) => expiredAt !== null && expiredAt < asOf && answer === null).length;
  const untried = deliveries.flatMap((delivery) => acceptedUntried(delivery, asOf) ?? []);
  const answer = deliveries.map((delivery) => judgeAnswer(delivery, asOf));
  const firstAttempt = deliveries.flatMap((delivery) => judgeFirstAttempt(delivery, asOf) ?? []);
  return {
    deliveries: deliveries.length,
    complete: deliveries.filter(({ complete }) => complete).length,
    accepted: answered.length - rejected.length,
    rejected: rejected.length,
    rejectedByReason: byName(rejected.map(({ reason }) => reason)),
    expiredUnanswered: expired,
    untried: { count: untried.filter(Boolean).length, of: untried.length },
    unanswered: deliveries.length - answered.length - expired,
    answer: tally(answer),
    firstAttempt: tally(firstAttempt),
    firstAttemptOfComplete: tally(firstAttempt.filter(({ complete }) => complete)),
    firstAttemptOfIncomplete: tally(firstAttempt.filter(({ complete }) => !complete)),
    waived: tally(firstAttempt.filter(({ waived }) => waived)),
    records: { answer, firstAttempt },
  };
};

/** Count and exact sum in minor units of each currency. */
export interface Money {
  readonly count: number;
  readonly minorByCurrency: Readonly<Record<string, number>>;
}

const moneyOf = (sums: readonly Sum[]): Money => {
  const minorByCurrency: Record<string, number> = {};
  for (const { minor, currency } of [...sums].sort((a, b) => (a.currency < b.currency ? -1 : 1))) {
    minorByCurrency[currency] = (minorByCurrency[currency] ?? 0) + minor;
  }
  return { count: sums.length, minorByCurrency };
};

/** What the quarter's review ought to find. */
export interface Truth {
  readonly window: Window;
  readonly asOf: number;
  /** Leads whose inquiry fell in the window. */
  readonly inquiries: number;
  /** Leads that became MQL for the first time, and all entries, second rounds included. */
  readonly mql: { readonly first: number; readonly entries: number };
  readonly tql: { readonly first: number; readonly entries: number };
  readonly handOffs: Readonly<Record<HandOffName, HandOffTruth>>;
  /** Sales' first attempts on what it accepted in the window, whenever that was delivered. */
  readonly salesFirstAttemptOfAccepted: Tally;
  /** Opened in the window: with the amount at opening, and with the last one recorded before `asOf`. */
  readonly opened: Money & { readonly lastRecorded: Money; readonly byType: Readonly<Record<string, number>> };
  /** Deals whose last word before `asOf` is a win (or a loss) in the window. The win without an opportunity is among them. */
  readonly won: Money & { readonly withoutOpportunity: number };
  readonly lost: { readonly count: number; readonly byReason: Readonly<Record<string, number>> };
  /** Deals that were lost in the window and stand open again at `asOf`. */
  readonly reopened: number;
  /** First MQLs of the window with an opportunity before `asOf`; young cohorts are not done yet. */
  readonly mqlWithOpportunity: number;
}

/** Count a window's truth. */
export const truth = (lives: readonly Life[], window: Window, asOf: number): Truth => {
  const end = Math.min(window.end, asOf);
  const within = (at: number): boolean => at >= window.start && at < end;
  const deliveries = lives.flatMap((life) => life.deliveries);
  const of = (name: HandOffName): HandOffTruth =>
    handOffTruth(
      deliveries.filter(({ handOff, at }) => handOff === name && within(at)),
      asOf,
    );
  const entered = (stage: 'mqlAt' | 'tqlAt') => ({
    first: lives.filter(({ [stage]: [at = Infinity] }) => within(at)).length,
    entries: lives.flatMap(({ [stage]: all }) => all).filter(within).length,
  });
  const acceptedBySales = deliveries.filter(
    ({ handOff, answer }) => handOff === 'tql_to_sales' && answer?.kind === 'accepted' && within(answer.at),
  );
  const deals = lives.flatMap((life) => life.deals);
  const opened = deals.filter(({ openedAt }) => openedAt !== null && within(openedAt));
  const last = deals.flatMap((deal) => {
    const turns = deal.turns.filter(({ at }) => at < asOf);
    const turn = turns.at(-1);
    return turn === undefined ? [] : [{ deal, turn, turns }];
  });
  const ended = (how: 'won' | 'lost') => last.filter(({ turn }) => turn.turn === how && within(turn.at));
  const lastSum = (deal: Deal): Sum | [] => deal.amounts.filter(({ at }) => at < asOf).at(-1)?.sum ?? [];
  return {
    window,
    asOf,
    inquiries: lives.filter(({ inquiredAt }) => within(inquiredAt)).length,
    mql: entered('mqlAt'),
    tql: entered('tqlAt'),
    handOffs: { mql_to_sdr: of('mql_to_sdr'), tql_to_sales: of('tql_to_sales') },
    salesFirstAttemptOfAccepted: tally(acceptedBySales.flatMap((delivery) => judgeFirstAttempt(delivery, asOf) ?? [])),
    opened: {
      ...moneyOf(opened.flatMap(({ amounts: [first] }) => first?.sum ?? [])),
      lastRecorded: moneyOf(opened.flatMap(lastSum)),
      byType: byName(opened.map(({ type }) => type)),
    },
    won: {
      ...moneyOf(ended('won').flatMap(({ deal }) => lastSum(deal))),
      withoutOpportunity: ended('won').filter(({ deal }) => deal.openedAt === null).length,
    },
    lost: { count: ended('lost').length, byReason: byName(ended('lost').map(({ turn }) => turn.reason)) },
    reopened: last.filter(({ turn, turns }) => turn.turn === 'reopened' && turns.some((one) => one.turn === 'lost' && within(one.at)))
      .length,
    mqlWithOpportunity: lives.filter(
      ({ mqlAt: [at = Infinity], deals: all }) => within(at) && all.some(({ openedAt }) => openedAt !== null && openedAt < asOf),
    ).length,
  };
};
