import { byText, groupBy } from '../../../kernel/group.js';
import type { Instant } from '../../../kernel/instant.js';
import type { ExitFact, Facts, HandOffFact } from '../../../vocabulary/fact.js';
import { windowMs } from '../../../vocabulary/outcome-window.js';
import type { PartyId } from '../../../vocabulary/party.js';

/** What an exit reason says about the target filter, as the pact's exit reasons do. */
export interface ReasonLesson {
  readonly id: string;
  /** `not_fit` is evidence against the filter; any other lesson is somebody else's to mend. */
  readonly lesson?: string;
  readonly answeredBy?: PartyId;
}

/** A hand-over whose outcome is decided. */
export interface OutcomeLabel {
  readonly leadId: string;
  readonly accountId: string;
  /** When it was handed over: what was known then may count, and nothing later. */
  readonly at: Instant;
  readonly win: boolean;
  readonly decidedAt: Instant;
}

/** Hand-overs that say nothing of the filter, and who should hear of them. */
export interface RoutedOutcome {
  readonly lesson: string;
  readonly reason: string;
  /** Who owes the answer, as agreed; null where nobody was named. */
  readonly answeredBy: PartyId | null;
  readonly count: number;
}

/**
 * The outcomes that a refinement may learn from, and what became of all others. Everything adds up: wins + losses + routed +
 * open + notMatured + expired + unexplained + noAccount = handedOver.
 */
export interface LabelledOutcomes {
  readonly asOf: Instant;
  readonly handedOver: number;
  readonly wins: number;
  readonly losses: number;
  /** By moment, then by lead. */
  readonly labels: readonly OutcomeLabel[];
  /** By count, most frequent first. */
  readonly routed: readonly RoutedOutcome[];
  /** Neither won nor gone when their window closed. */
  readonly open: number;
  /** Their window is not closed at asOf, whatever has happened to them. */
  readonly notMatured: number;
  /** Left by the clock. */
  readonly expired: number;
  /** Left for no reason, one that is not agreed, or one that has no lesson. */
  readonly unexplained: number;
  /** Leads of no account, of which nothing is known. */
  readonly noAccount: number;
}

/** Which hand-overs are looked at, and for how long. */
export interface LabelOptions {
  readonly asOf: Instant;
  /** Days of 24 hours from the hand-over, 1 to 3,660, in which it is decided. */
  readonly windowDays: number;
  /** Only deliveries to this party; to any where left out. */
  readonly toParty?: PartyId;
  /** Only deliveries by this hand-off of the pact. */
  readonly handOff?: string;
}

/**
 * What became of leads that were handed over: the first delivery of each lead that the options let in, judged by what happened
 * from then until just before its window closed.
 *
 * Only hand-overs whose window is closed at asOf (hand-over + window ≤ asOf) have an outcome: those lost early would else be
 * counted before those won late. Won in the window is a win, whatever else happened. Otherwise the last exit in it that was not
 * brought back in it decides, by its reason's lesson: `not_fit` is a loss; any other lesson is no evidence about the filter,
 * and is counted for who owes the answer.
 *
 * Throws a `RangeError` where `windowDays` is no whole number of days from 1 to 3,660, and where `asOf` is no moment.
 * @example
 * ```ts
 * import { labelOutcomes } from 'revpact/icp/refine';
 * import { NO_FACTS } from 'revpact/vocabulary';
 *
 * const reasons = [{ id: 'too_small', lesson: 'not_fit' }];
 * labelOutcomes(NO_FACTS, reasons, { asOf: 0, windowDays: 90 }).handedOver // => 0
 * ```
 */
export const labelOutcomes = (
  facts: Pick<Facts, 'leads' | 'handOffs' | 'exits' | 'opportunities'>,
  reasons: readonly ReasonLesson[],
  { asOf, windowDays, toParty, handOff }: LabelOptions,
): LabelledOutcomes => {
  if (!Number.isSafeInteger(asOf)) throw new RangeError('asOf is a moment in epoch milliseconds');
  const window = windowMs(windowDays);
  const accounts = new Map(facts.leads.map(({ leadId, accountId }) => [leadId, accountId]));
  const exits = groupBy(facts.exits, ({ leadId }) => leadId);
  const won = groupBy(
    facts.opportunities.flatMap(({ leadId, wonAt }) => (wonAt === null ? [] : [{ leadId, wonAt }])),
    ({ leadId }) => leadId,
  );
  const lessons = new Map(reasons.map((reason) => [reason.id, reason]));

  const first = firstDeliveries(
    facts.handOffs.filter(
      (one) =>
        one.deliveredAt < asOf &&
        (toParty === undefined || one.toParty === toParty) &&
        (handOff === undefined || one.handOff === handOff),
    ),
  );
  const labels: OutcomeLabel[] = [];
  const routed = new Map<string, RoutedOutcome>();
  let [open, notMatured, expired, unexplained, noAccount] = [0, 0, 0, 0, 0];
  for (const { leadId, deliveredAt } of first) {
    const accountId = accounts.get(leadId) ?? null;
    const end = deliveredAt + window;
    const within = (at: Instant): boolean => deliveredAt <= at && at < end;
    const wins = (won.get(leadId) ?? []).map(({ wonAt }) => wonAt).filter(within);
    const exit = wins.length > 0 ? null : lastExit(exits.get(leadId) ?? [], within);
    const reason = exit === null || exit.reason === null ? undefined : lessons.get(exit.reason);
    if (accountId === null) noAccount += 1;
    else if (end > asOf) notMatured += 1;
    else if (wins.length > 0) labels.push({ leadId, accountId, at: deliveredAt, win: true, decidedAt: Math.min(...wins) });
    else if (exit === null) open += 1;
    else if (exit.exit === 'expired') expired += 1;
    else if (reason?.lesson === undefined) unexplained += 1;
    else if (reason.lesson === 'not_fit') labels.push({ leadId, accountId, at: deliveredAt, win: false, decidedAt: exit.at });
    else {
      const { count = 0 } = routed.get(reason.id) ?? {};
      const answeredBy = reason.answeredBy ?? null;
      routed.set(reason.id, { lesson: reason.lesson, reason: reason.id, answeredBy, count: count + 1 });
    }
  }
  const wins = labels.filter(({ win }) => win).length;
  return {
    asOf,
    handedOver: first.length,
    wins,
    losses: labels.length - wins,
    labels,
    routed: [...routed.values()].sort((a, b) => b.count - a.count || byText(a.reason, b.reason)),
    open,
    notMatured,
    expired,
    unexplained,
    noAccount,
  };
};

/** The first delivery of each lead, by moment and then by lead. */
const firstDeliveries = (handOffs: readonly HandOffFact[]): readonly HandOffFact[] =>
  [...groupBy(handOffs, ({ leadId }) => leadId).values()]
    .map((group) => group.reduce((first, one) => (before(one, first) ? one : first)))
    .sort((a, b) => a.deliveredAt - b.deliveredAt || byText(a.leadId, b.leadId));

const before = (a: HandOffFact, b: HandOffFact): boolean =>
  a.deliveredAt !== b.deliveredAt ? a.deliveredAt < b.deliveredAt : a.deliveredOrder < b.deliveredOrder;

/** The exit that stands when the window closes: the last in it, where it was not brought back in it. */
const lastExit = (exits: readonly ExitFact[], within: (at: Instant) => boolean): ExitFact | null => {
  const last = exits.filter(({ at }) => within(at)).reduce<ExitFact | null>((late, one) => (late === null || one.nth > late.nth ? one : late), null);
  return last === null || (last.recycledAt !== null && within(last.recycledAt)) ? null : last;
};
