import { shareOf, type Share } from '../../../kernel/share.js';
import type { TargetFilter } from '../../filter/filter.js';
import type { OutcomeTable } from '../data/outcome-table.js';
import type { Alarm } from './alarm.js';
import { evidenceOfAnswers, type EvidenceLine } from './evidence.js';
import type { Settings } from './options.js';
import { silentCriteria, standingsOf, tierPlace, withoutSilent, type Judged } from './standing.js';
import { evidenceSentence, interval, percent } from './words.js';

/** Too few outcomes to fit anything to: what was won by tier and by answer of the agreed filter, and how sure that is. */
export interface TooFew {
  readonly kind: 'too_few';
  /** All rows, and those that could have been learned from. */
  readonly rows: number;
  readonly wins: number;
  readonly losses: number;
  readonly minimum: { readonly wins: number; readonly losses: number };
  /** By tier of the agreed filter; null for those that no tier holds. Criteria that would keep every row out for want of data are left out. */
  readonly tiers: readonly { readonly tier: string | null; readonly wins: Share }[];
  /** By criterion of the agreed filter, answer by answer. */
  readonly criteria: readonly { readonly criterion: string; readonly evidence: readonly EvidenceLine[] }[];
  readonly alarms: readonly Alarm[];
  /** What stands in the way besides: rows that no moment parts, criteria that no row answers. */
  readonly notes: readonly string[];
  readonly words: readonly string[];
}

/**
 * What can be said of few outcomes.
 *
 * @param parted - Wins and losses to learn from; null where no moment parts older rows from newer ones of other accounts.
 */
export const tooFew = (
  filter: TargetFilter,
  table: OutcomeTable,
  judged: readonly Judged[],
  parted: { readonly wins: number; readonly losses: number } | null,
  { minimum }: Settings,
  alarms: readonly Alarm[],
): TooFew => {
  const base = { rows: table.rows, wins: table.label.reduce((sum, won) => sum + won, 0) };
  const learnable = parted ?? { wins: 0, losses: 0 };
  const silent = silentCriteria(judged);
  const places = standingsOf(withoutSilent(judged, silent), table.rows).map((standing) => tierPlace(filter, standing));
  const tiers = [...filter.tiers.map(({ id }) => id), null].map((tier, i) => {
    const place = tier === null ? -1 : i;
    const rows = places.filter((one) => one === place).length;
    return { tier, wins: shareOf(places.reduce((sum, one, row) => sum + (one === place ? (table.label[row] ?? 0) : 0), 0), rows) };
  });
  const criteria = judged.map((one) => ({ criterion: one.criterion.id, evidence: evidenceOfAnswers(one, table.label, base) }));
  const notes = [
    ...(parted === null ? ['no moment parts older rows from newer ones of other accounts: nothing could be tested'] : []),
    ...[...silent].map((id) => `${id}: no row tells its answer, and without one it lets in nobody; tiers are told without it`),
  ];
  return {
    kind: 'too_few',
    rows: table.rows,
    ...learnable,
    minimum,
    tiers,
    criteria,
    alarms,
    notes,
    words: [
      ...notes,
      `${String(learnable.wins)} wins and ${String(learnable.losses)} losses to learn from; ${String(minimum.wins)} and ${String(minimum.losses)} are the least. Nothing is fitted`,
      ...tiers.flatMap(({ tier, wins }) =>
        wins.denominator === 0
          ? []
          : [
              `${tier === null ? 'no tier' : `tier ${tier}`}: ${String(wins.numerator)} of ${String(wins.denominator)} won (${percent(wins.numerator, wins.denominator)}${interval(wins)})`,
            ],
      ),
      ...criteria.flatMap(({ criterion, evidence }) => evidence.map((line) => `${criterion}: ${evidenceSentence(line, base)}`)),
    ],
  };
};
