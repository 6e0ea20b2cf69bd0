import type { Instant } from '../../kernel/instant.js';
import type { Score, ScoreReason } from '../score/score.js';
import { listVersion, type ListOrigin, type OutReason, type TargetList } from './target-list.js';

/** Where an account stood on or off a list. */
export interface Standing {
  /** Null off the list. */
  readonly rank: number | null;
  readonly tier: string | null;
  /** Why it was off the list; null on it. */
  readonly out: OutReason | null;
  readonly contactId: string | null;
  readonly score: Score;
}

/**
 * What made a difference. `account`: what is known of it, or whether it was considered at all. `contact`: another one is to be
 * called there, and the question is about whom. `filter`: a question, its points or a tier. `moment`: a question came into force or ended. `capacity`: more or
 * fewer can be worked. `others`: it stands as it stood, and others passed it or fell behind.
 */
export type ListCause = 'account' | 'contact' | 'filter' | 'moment' | 'capacity' | 'others';

/** One criterion that gave an account other points, or another answer. Null where it was not asked. */
export interface ReasonChange {
  readonly criterion: string;
  readonly before: ScoreReason | null;
  readonly after: ScoreReason | null;
  /** Where the question itself is another, what is known of the account may have changed too; `filter` is what is said. */
  readonly because: 'account' | 'contact' | 'filter' | 'moment';
}

/** An account that moved. Null where a list did not consider it. */
export interface ListChange {
  readonly accountId: string;
  readonly before: Standing | null;
  readonly after: Standing | null;
  readonly reasons: readonly ReasonChange[];
  /** At least one. */
  readonly because: readonly ListCause[];
}

/** What became of a list, best rank first; accounts that left in the order that they had. */
export interface ListDiff {
  readonly before: { readonly version: string; readonly asOf: Instant };
  readonly after: { readonly version: string; readonly asOf: Instant };
  readonly entered: readonly ListChange[];
  readonly left: readonly ListChange[];
  /** On both lists, in another tier. */
  readonly movedTier: readonly ListChange[];
  /** On both lists in the same tier, at another rank. */
  readonly movedRank: readonly ListChange[];
  /** How many stand on both in the same tier at the same rank. */
  readonly unmoved: number;
}

const CAUSES: readonly ListCause[] = ['account', 'contact', 'filter', 'moment', 'capacity', 'others'];

/** What changed from one list to another, and whether the account, the filter or the moment changed it. */
export const diffLists = (before: TargetList, after: TargetList): ListDiff => {
  const [was, is] = [standings(before), standings(after)];
  const changeOf = changesBetween(before, after);
  const change = (accountId: string): ListChange => changeOf(accountId, was.get(accountId) ?? null, is.get(accountId) ?? null);
  const stayed = after.in.flatMap(({ accountId }) => {
    const [old, now] = [was.get(accountId), is.get(accountId)];
    return old === undefined || now === undefined || old.rank === null ? [] : [{ accountId, old, now }];
  });
  const movedTier = stayed.filter(({ old, now }) => old.tier !== now.tier);
  const movedRank = stayed.filter(({ old, now }) => old.tier === now.tier && old.rank !== now.rank);
  return {
    before: { version: listVersion(before), asOf: before.asOf },
    after: { version: listVersion(after), asOf: after.asOf },
    entered: after.in.filter(({ accountId }) => (was.get(accountId)?.rank ?? null) === null).map(({ accountId }) => change(accountId)),
    left: before.in.filter(({ accountId }) => (is.get(accountId)?.rank ?? null) === null).map(({ accountId }) => change(accountId)),
    movedTier: movedTier.map(({ accountId }) => change(accountId)),
    movedRank: movedRank.map(({ accountId }) => change(accountId)),
    unmoved: stayed.length - movedTier.length - movedRank.length,
  };
};

/** Where each account stands; of one that is out several times, the first. */
const standings = ({ in: listed, out }: TargetList): ReadonlyMap<string, Standing> => {
  const all = new Map<string, Standing>();
  for (const { accountId, rank, tier, contactId, score } of listed) all.set(accountId, { rank, tier, out: null, contactId, score });
  for (const { accountId, reason, contactId, score } of out) {
    if (!all.has(accountId)) all.set(accountId, { rank: null, tier: score.tier, out: reason, contactId, score });
  }
  return all;
};

/** What rank each account has that is on the list, or would have if more could be worked. */
const placesOf = ({ in: listed, out }: TargetList): ReadonlyMap<string, number> =>
  new Map([...listed, ...out.filter(({ reason }) => reason === 'over_capacity')].map(({ accountId }, i) => [accountId, i + 1]));

type ChangeOf = (accountId: string, before: Standing | null, after: Standing | null) => ListChange;

const changesBetween = (before: TargetList, after: TargetList): ChangeOf => {
  const places = placesOf(after);
  /** Whether a place is within what a list could hold. */
  const within = ({ madeBy }: TargetList, place: number): boolean => place <= (madeBy.capacity ?? places.size);
  const [asked, asks] = [digestsOf(before.madeBy), digestsOf(after.madeBy)];
  const asksContact = new Set(after.madeBy.criteria.flatMap(({ criterion, ofContact }) => (ofContact ? [criterion] : [])));
  const sameQuestions = JSON.stringify(before.madeBy.criteria) === JSON.stringify(after.madeBy.criteria);
  const sameTiers = before.madeBy.tiers === after.madeBy.tiers;

  const reasonsOf = (was: Standing, is: Standing): readonly ReasonChange[] =>
    reasonPairs(was, is).flatMap(([a, b]): ReasonChange[] => {
      const criterion = (b ?? a)?.criterion;
      if (criterion === undefined || (a !== null && b !== null && a.points === b.points && a.holds === b.holds)) return [];
      const sameQuestion = asked.get(criterion) === asks.get(criterion);
      const ofOther = was.contactId !== is.contactId && asksContact.has(criterion);
      const because = !sameQuestion ? 'filter' : a === null || b === null ? 'moment' : ofOther ? 'contact' : 'account';
      return [{ criterion, before: a, after: b, because }];
    });

  const causesOf = (accountId: string, was: Standing, is: Standing, reasons: readonly ReasonChange[]): readonly ListCause[] => {
    const doubled = was.out === 'duplicate' || is.out === 'duplicate';
    // Whether rows of one id are one account depends on what is asked of them.
    if (doubled) return [!sameQuestions ? 'filter' : askedAlike(was, is) ? 'account' : 'moment'];
    const causes: ListCause[] = reasons.map(({ because }) => because);
    if (!sameTiers && was.tier !== is.tier) causes.push('filter');
    // The same answers out of another sum: a question asks for other points than this account has.
    if (causes.length === 0 && !standAlike(was, is)) causes.push('filter');
    // As it stands now, the old capacity would not have done the same.
    const crossed = (was.rank === null) !== (is.rank === null);
    const place = places.get(accountId);
    if (crossed && place !== undefined && within(before, place) !== within(after, place)) causes.push('capacity');
    return causes.length === 0 ? ['others'] : causes;
  };

  return (accountId, was, is) => {
    if (was === null || is === null) return { accountId, before: was, after: is, reasons: [], because: ['account'] };
    const reasons = reasonsOf(was, is);
    const causes = new Set(causesOf(accountId, was, is, reasons));
    return { accountId, before: was, after: is, reasons, because: CAUSES.filter((cause) => causes.has(cause)) };
  };
};

/** What each criterion did before and after, in the order of the later list; null where it was not asked. */
const reasonPairs = (was: Standing, is: Standing): readonly (readonly [ScoreReason | null, ScoreReason | null])[] => {
  if (askedAlike(was, is)) return was.score.reasons.map((one, i) => [one, is.score.reasons[i] ?? null]);
  const old = new Map(was.score.reasons.map((one) => [one.criterion, one]));
  const now = new Set(is.score.reasons.map(({ criterion }) => criterion));
  return [
    ...is.score.reasons.map((one) => [old.get(one.criterion) ?? null, one] as const),
    ...was.score.reasons.flatMap((one) => (now.has(one.criterion) ? [] : [[one, null] as const])),
  ];
};

const digestsOf = ({ criteria }: ListOrigin): ReadonlyMap<string, string> => new Map(criteria.map(({ criterion, digest }) => [criterion, digest]));

const askedAlike = (was: Standing, is: Standing): boolean =>
  was.score.reasons.length === is.score.reasons.length && was.score.reasons.every(({ criterion }, i) => criterion === is.score.reasons[i]?.criterion);

const standAlike = ({ score: a }: Standing, { score: b }: Standing): boolean =>
  a.points === b.points && a.max === b.max && a.outOf === b.outOf && a.tier === b.tier && a.fits === b.fits;
