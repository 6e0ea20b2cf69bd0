import type { TargetFilter } from '../icp/filter/filter.js';
import type { OutReason, TargetList } from '../icp/list/target-list.js';
import type { Score } from '../icp/score/score.js';
import type { ZoneId } from '../kernel/zone.js';
import { csvText } from './escape.js';
import { heading, paragraph, table, withoutEmptyColumns, type ReportDocument } from './document.js';
import { count, percent, wallClock } from './words.js';

/** How many accounts a page names where nothing else is said. */
const SHOWN = 50;

const OUT_WORDS: Readonly<Record<OutReason, string>> = {
  over_capacity: 'more than can be worked',
  below_tiers: 'too few points for any tier',
  undecided: 'not known whether it fits',
  must_have_missing: 'a must-have is missing',
  disqualified: 'a disqualifier holds',
  duplicate: 'its id stands on several rows',
};

/**
 * A target list for people: whom to call with what speaks for and against each, why the others are not on it, and which
 * questions the records leave open.
 *
 * @param options - `zone`: where the moment is told. `shown`: how many accounts are named, on the list and off it; 50 where
 *   left out. `names`: what accounts are called; their ids where they have none.
 */
export const targetListDocument = (
  list: TargetList,
  filter: TargetFilter,
  { zone, shown = SHOWN, names = new Map() }: { readonly zone: ZoneId; readonly shown?: number; readonly names?: ReadonlyMap<string, string> },
): ReportDocument => {
  const title = new Map(filter.criteria.map((one) => [one.id, one.title]));
  const named = (accountId: string): string => {
    const name = names.get(accountId);
    return name === undefined ? accountId : `${name} (${accountId})`;
  };
  const everyone = [...list.in, ...list.out];
  return [
    heading(1, filter.title),
    paragraph(
      `As of ${wallClock(zone, list.asOf)} ${zone}. Of ${count(list.considered)} accounts ${areOf(list.in.length)} on the list and ${areOf(list.out.length)} not.`,
    ),
    table(
      ['Tier', 'From>', 'On the list>'],
      filter.tiers.map(({ id, atLeast }) => [id, count(atLeast), count(list.in.filter(({ tier }) => tier === id).length)]),
    ),
    heading(2, 'Whom to call'),
    ...(list.in.length === 0
      ? [paragraph(list.out.some(({ reason }) => reason === 'over_capacity') ? 'Nobody: no account can be worked.' : 'Nobody: no account reaches a tier.')]
      : [
          withoutEmptyColumns(
            table(
              ['Rank>', 'Account', 'Contact', 'Tier', 'Points>', 'Of>', 'For it', 'Against it', 'Not known'],
              list.in.slice(0, shown).map(({ rank, accountId, contactId, tier, score }) => [
                count(rank), named(accountId), contactId ?? '', tier, count(score.points), count(score.max), ...said(score),
              ]),
            ),
          ),
          ...more(list.in.length, shown),
        ]),
    ...(list.out.length === 0
      ? []
      : [
          heading(2, 'Whom not'),
          table(
            ['Because', 'Accounts>'],
            OUT_REASONS.map((reason) => [OUT_WORDS[reason], list.out.filter((one) => one.reason === reason).length] as const)
              .filter(([, accounts]) => accounts > 0)
              .map(([words, accounts]) => [words, count(accounts)]),
          ),
          withoutEmptyColumns(
            table(
              ['Account', 'Because', 'Points>', 'What decided it'],
              list.out.slice(0, shown).map(({ accountId, reason, score }) => [named(accountId), OUT_WORDS[reason], count(score.points), decidedBy(score, reason, filter)]),
            ),
          ),
          ...more(list.out.length, shown),
        ]),
    ...gaps(everyone.map(({ score }) => score), title),
  ];
};

const areOf = (accounts: number): string => `${count(accounts)} ${accounts === 1 ? 'is' : 'are'}`;

const OUT_REASONS = Object.keys(OUT_WORDS) as readonly OutReason[];

const more = (all: number, shown: number): ReportDocument => (all > shown ? [paragraph(`And ${count(all - shown)} more.`)] : []);

/** What gives points, what takes them or gives none, and what nobody knows. */
const said = ({ reasons }: Score): readonly string[] => {
  const words = (which: (reason: Score['reasons'][number]) => boolean): string =>
    reasons
      .filter(which)
      .map(({ why, points }) => (points === 0 ? why : `${why} (${points > 0 ? '+' : '−'}${count(Math.abs(points))})`))
      .join('; ');
  return [words(({ points }) => points > 0), words(({ points }) => points < 0), words(({ holds }) => holds === null)];
};

/** The questions that keep an account off the list, each with its answer; of one with too few points, those that gave it none. */
const decidedBy = (score: Score, reason: OutReason, { criteria }: TargetFilter): string => {
  const { reasons, disqualifiedBy, mustHavesMissing, undecidedBy } = score;
  const questions = new Map(criteria.map((one) => [one.id, one]));
  const gaveNone = reasons.flatMap(({ criterion, points }) => {
    const role = questions.get(criterion)?.role;
    return points <= 0 && (role === 'weighted' || role === 'banded') ? [criterion] : [];
  });
  const deciding: Partial<Record<OutReason, readonly string[]>> = {
    disqualified: disqualifiedBy,
    must_have_missing: mustHavesMissing,
    undecided: undecidedBy,
    below_tiers: gaveNone,
  };
  const ids = new Set(deciding[reason]);
  return reasons
    .filter(({ criterion }) => ids.has(criterion))
    .map(({ criterion, why }) => `${questions.get(criterion)?.title ?? criterion} ${why}`)
    .join('; ');
};

/** Which questions the records leave open, the most often open first. */
const gaps = (scores: readonly Score[], title: ReadonlyMap<string, string>): ReportDocument => {
  const open = new Map<string, number>();
  for (const score of scores) for (const gap of score.gaps) open.set(gap, (open.get(gap) ?? 0) + 1);
  if (open.size === 0) return [];
  const rows = [...open].sort(([, a], [, b]) => b - a);
  return [
    heading(2, 'What the records do not tell'),
    table(['Question', 'Accounts>', 'Share>'], rows.map(([id, accounts]) => [title.get(id) ?? id, count(accounts), percent(accounts, scores.length)])),
  ];
};

/**
 * A target list as CSV, one row an account, those on the list first, in their order: `rank`, `account_id`, `contact_id`, `tier`,
 * `points`, `max`, `out_of`, `fits`, `out_because`, then for each criterion in force `points_<criterion>` and `why_<criterion>`.
 */
export const targetListCsv = (list: TargetList): string => {
  const rows = [
    ...list.in.map((one) => ({ ...one, because: '' })),
    ...list.out.map((one) => ({ ...one, rank: '', tier: one.score.tier ?? '', because: one.reason })),
  ];
  const criteria = (rows[0]?.score.reasons ?? []).map(({ criterion }) => criterion);
  return csvText([
    ['rank', 'account_id', 'contact_id', 'tier', 'points', 'max', 'out_of', 'fits', 'out_because', ...criteria.flatMap((id) => [`points_${id}`, `why_${id}`])],
    ...rows.map(({ rank, accountId, contactId, tier, score, because }) => [
      String(rank),
      accountId,
      contactId ?? '',
      tier,
      String(score.points),
      String(score.max),
      String(score.outOf),
      score.fits === null ? '' : String(score.fits),
      because,
      ...score.reasons.flatMap(({ points, why }) => [String(points), why]),
    ]),
  ]);
};
