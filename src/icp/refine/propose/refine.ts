import { fail, ok, type Result } from '../../../kernel/result.js';
import { filterIssues } from '../../filter/check.js';
import type { TargetFilter } from '../../filter/filter.js';
import { binFeatures } from '../bins/bin-features.js';
import type { BinnedFeature } from '../bins/bin.js';
import { placeRows } from '../bins/place-rows.js';
import { featureKey, type FeatureName } from '../data/by-feature.js';
import type { OutcomeTable } from '../data/outcome-table.js';
import { takeFeatures, takeRows } from '../data/subset.js';
import { fitPoints } from '../fit/fit-points.js';
import type { PointsTable } from '../fit/points-table.js';
import { chanceOf, scoreRows } from '../fit/score-rows.js';
import { drift } from '../measure/drift.js';
import { probabilityMeasures, type ProbabilityMeasures } from '../measure/measures.js';
import { countsBetween, scoreCuts } from '../measure/parts.js';
import type { Split } from '../validate/border.js';
import { compare } from '../validate/compare.js';
import { outOfTime } from '../validate/out-of-time.js';
import { admit, isForbidden } from './admit.js';
import { proposedFilter } from './adopt.js';
import { diffOf, givesPoints, soleAttribute } from './diff.js';
import { cardOf } from './model-card.js';
import { optionIssues, settingsOf, type RefineOptions, type Settings } from './options.js';
import type { Proposal, ProposalDrift, TestedSplit } from './proposal.js';
import { judgeRows, pointsOf, ranksOf, silentCriteria, standingsOf, withoutSilent, type Judged } from './standing.js';
import { subjectsOf } from './subjects.js';
import { tableIssues } from './check-table.js';
import { suspicionsOf } from './suspicion.js';
import { testedRows } from './tested.js';
import { tooFew, type TooFew } from './too-few.js';
import { verdictOf } from './verdict.js';

/** As many criteria as a filter can hold. */
const MOST_CRITERIA = 200;

/**
 * What outcomes say about a filter. Points are fitted to the older rows, from the agreed ones on, and the filter that comes of
 * them is tested on the newer rows against the agreed one. With too few wins or losses nothing is fitted, and what was won by
 * tier and by answer is given instead.
 *
 * The same outcomes in any order make the same proposal, to the last point.
 *
 * Issues: `refine.after_as_of`, `refine.other_type` (a column that is not of the agreed type), `refine.trust_of_nothing`,
 * `refine.option_out_of_bounds`, `refine.trust_without_why`, `refine.bad_scale`, `refine.bad_lambda`; those of
 * `filterIssues`.
 *
 * @example
 * ```ts
 * import { outcomeTable, refine } from 'revpact/icp/refine';
 * import { unwrap } from 'revpact/kernel';
 *
 * const filter = { id: 'core', title: 'Core market', criteria: [], tiers: [{ id: 'A', atLeast: 0 }] };
 * const account = { codes: Int32Array.of(0, 1), words: ['acme', 'globex'] };
 * const table = unwrap(outcomeTable({ features: [], label: Uint8Array.of(1, 0), at: Float64Array.of(0, 1), account }));
 * const found = unwrap(refine(filter, table, { asOf: 2, seed: 1 }));
 * found.kind // => 'too_few'
 * ```
 */
export const refine = (filter: TargetFilter, table: OutcomeTable, options: RefineOptions): Result<Proposal | TooFew> => {
  const settings = settingsOf(options);
  const issues = [...optionIssues(settings), ...filterIssues(filter), ...tableIssues(filter, table, settings)];
  if (issues.length > 0) return fail(issues);
  const admitted = admit(table, filter, options.trust ?? []);
  const split = outOfTime(admitted.table, settings.olderPercent);
  const older = takeRows(admitted.table, split?.older ?? Uint32Array.of());
  const learnable = outcomesOf(older);
  if (split === null || learnable.wins < settings.minimum.wins || learnable.losses < settings.minimum.losses) {
    const judged = judgeRows(filter.criteria, settings.asOf, subjectsOf(admitted.asked, filter.attributes));
    return ok(tooFew(filter, admitted.asked, judged, split === null ? null : learnable, settings, admitted.alarms));
  }

  const sides = { older: sideOf(admitted.asked, split.older, filter, settings), newer: sideOf(admitted.asked, split.newer, filter, settings) };
  const silent = silentCriteria(sides.older.agreed, sides.newer.agreed);
  const asked = new Set(sides.older.agreed.flatMap(({ criterion }) => (givesPoints(criterion) ? (soleAttribute(criterion) ?? []) : [])));
  const kept = worthFitting(binFeatures(older), asked, MOST_CRITERIA - filter.criteria.length);
  const known = new Set(kept.map(featureKey));
  const learnedFrom = takeFeatures(older, (feature) => known.has(featureKey(feature)));
  const fitted = fitPoints(learnedFrom, kept, {
    scale: settings.scale,
    agreed: agreedByFeature(kept, sides.older.agreed, older.rows),
    ...(settings.lambda === null ? {} : { lambda: settings.lambda }),
    // Points for what cannot be refitted, such as a question about two attributes, are an agreement, too.
    start: settings.start ?? (sides.older.agreed.some(({ criterion }) => givesPoints(criterion)) ? 'agreed' : 'evidence'),
  });
  if (!fitted.ok) return fitted;

  const base = { rows: older.rows, wins: learnable.wins };
  const { admissions } = admitted;
  const criteria = diffOf({ filter, points: fitted.value, binned: kept, admissions, judged: sides.older.agreed, silent, label: older.label, base });
  const newer = takeRows(admitted.table, split.newer);
  const alarms = [...admitted.alarms, ...suspicionsOf(takeRows(admitted.known, split.older), admissions, fitted.value)];
  const tested = testOf(proposedFilter(filter, criteria), sides, silent, settings, newer);
  const result = {
    kind: 'proposal',
    criteria,
    points: fitted.value,
    split: splitWords(split, older, newer),
    comparison: tested.comparison,
    chances: chancesOf(fitted.value, newer),
    drift: { score: tested.drift, features: kept.map((feature) => featureDrift(feature, newer)) },
    alarms,
    tested: testedRows(criteria, withoutSilent(sides.newer.agreed, silent), tested.judged, newer.rows, settings.asOf),
  } as const;
  const judged = { ...result, ...verdictOf(result) };
  return ok({ ...judged, card: cardOf(filter, takeFeatures(table, (feature) => !isForbidden(feature, filter)), admissions, settings, judged) });
};

/** What agreed criteria ask, and of the rest as many as there is room for, those first that tell most alone. One bin tells nothing. */
const worthFitting = (binned: readonly BinnedFeature[], asked: ReadonlySet<string>, room: number): readonly BinnedFeature[] => {
  const telling = binned.filter((feature) => feature.iv > 0 && !asked.has(featureKey(feature)));
  const chosen = new Set([...telling].sort((a, b) => b.iv - a.iv).slice(0, room));
  return binned.filter((feature) => asked.has(featureKey(feature)) || chosen.has(feature));
};

/** Rows of one side of the border, as the filter looks at them. */
interface Side {
  readonly subjects: ReturnType<typeof subjectsOf>;
  readonly agreed: readonly Judged[];
}

const sideOf = (known: OutcomeTable, rows: Int32Array, filter: TargetFilter, { asOf }: Settings): Side => {
  const subjects = subjectsOf(takeRows(known, rows), filter.attributes);
  return { subjects, agreed: judgeRows(filter.criteria, asOf, subjects) };
};

const outcomesOf = ({ label, rows }: OutcomeTable): { readonly wins: number; readonly losses: number } => {
  const wins = label.reduce((sum, won) => sum + won, 0);
  return { wins, losses: rows - wins };
};

/** The points that agreed criteria on one attribute alone give each row. */
const agreedByFeature = (binned: readonly BinnedFeature[], judged: readonly Judged[], rows: number) =>
  binned.flatMap(({ name, about }) => {
    const key = featureKey({ name, about });
    const own = judged.flatMap((one) => (givesPoints(one.criterion) && soleAttribute(one.criterion) === key ? [pointsOf(one)] : []));
    if (own.length === 0) return [];
    const points = Int32Array.from({ length: rows }, (_, row) => own.reduce((sum, one) => sum + (one[row] ?? 0), 0));
    return [{ name, about, points }];
  });

/** The proposed filter itself, asked of the newer rows beside the agreed one. */
const testOf = (
  proposed: TargetFilter,
  sides: { readonly older: Side; readonly newer: Side },
  silent: ReadonlySet<string>,
  settings: Settings,
  newer: OutcomeTable,
) => {
  const judgedOf = ({ subjects }: Side): readonly Judged[] => withoutSilent(judgeRows(proposed.criteria, settings.asOf, subjects), silent);
  const judged = judgedOf(sides.newer);
  const standings = standingsOf(judged, newer.rows);
  const challenger = ranksOf(standings);
  const champion = ranksOf(standingsOf(withoutSilent(sides.newer.agreed, silent), newer.rows));
  // Those kept out stand below all points, on both sides of the border at the same place.
  const [before, now] = [standingsOf(judgedOf(sides.older), sides.older.subjects.length), standings].map((all) => all.map((one) => one ?? -Infinity));
  const cuts = scoreCuts(before ?? []);
  const { seed, draws, capacityPercent } = settings;
  const capacity = capacityPercent === null ? {} : { capacity: Math.max(1, Math.floor((newer.rows * capacityPercent) / 100)) };
  const contest = { champion, challenger, label: newer.label, account: newer.account.codes };
  return {
    judged,
    comparison: compare(contest, { seed, draws, ...capacity }),
    drift: drift(countsBetween(before ?? [], cuts), countsBetween(now ?? [], cuts)),
  };
};

const chancesOf = (points: PointsTable, newer: OutcomeTable): ProbabilityMeasures => {
  const scores = scoreRows(points, newer);
  return probabilityMeasures(Float64Array.from(scores, (score) => chanceOf(points, score)), newer.label);
};

/** How the rows of each bin have moved; values of no bin are counted apart. */
const featureDrift = ({ name, about, bins }: BinnedFeature, newer: OutcomeTable): ProposalDrift['features'][number] => {
  const feature = newer.features.find((one: FeatureName) => featureKey(one) === featureKey({ name, about }));
  if (feature === undefined) throw new Error('a feature that the newer rows do not have');
  const now = new Array<number>(bins.length + 1).fill(0);
  for (const code of placeRows(bins, feature)) {
    const place = Math.min(code, bins.length);
    now[place] = (now[place] ?? 0) + 1;
  }
  return { attribute: name, about, drift: drift([...bins.map(({ rows }) => rows), 0], now) };
};

const splitWords = ({ leftOut, border }: Split, older: OutcomeTable, newer: OutcomeTable): TestedSplit => ({
  older: { rows: older.rows, wins: outcomesOf(older).wins },
  newer: { rows: newer.rows, wins: outcomesOf(newer).wins },
  leftOut,
  border,
});
