import { instantOf } from '../../../kernel/instant.js';
import type { Criterion } from '../../filter/criterion.js';
import type { TargetFilter } from '../../filter/filter.js';
import { conditionsOf, walk } from '../../filter/walk.js';
import type { BinnedFeature } from '../bins/bin.js';
import { featureKey } from '../data/by-feature.js';
import type { PointsOfFeature, PointsTable } from '../fit/points-table.js';
import type { Admission, Refusal } from './admit.js';
import { named } from './alarm.js';
import { bandedCriterion } from './bands.js';
import { evidenceOfAnswers, evidenceOfBins, type Base, type EvidenceLine } from './evidence.js';
import { freshId } from './fresh-id.js';
import { pointsOf, type Judged } from './standing.js';
import { evidenceSentence } from './words.js';

/** Why an agreed criterion stays as it is. */
export type KeptWhy =
  /** The outcomes bear it out: the fitted points are the agreed ones. */
  | 'confirmed'
  /** The outcomes do not tell its answers apart: no reason to change it, and none to keep it but the agreement. */
  | 'no_evidence'
  /** Must-haves and disqualifiers let in and keep out; points do not replace them. */
  | 'no_points'
  /** It asks more than one attribute, or counts contacts. */
  | 'several_attributes'
  /** What it asks is in no column. */
  | 'not_in_data'
  | 'not_in_force'
  | Refusal;

/** What is proposed of one criterion, with the evidence. */
export interface CriterionProposal {
  readonly criterion: string;
  readonly change: 'added' | 'changed' | 'removed' | 'kept';
  /** Null where it changes. */
  readonly kept: KeptWhy | null;
  /** Which attribute it asks; null where it asks several. */
  readonly asks: { readonly attribute: string; readonly about: 'account' | 'contact' } | null;
  /** Null of one that is added. */
  readonly before: Criterion | null;
  /** Null of one that is removed. */
  readonly after: Criterion | null;
  /** The other criteria on the same attribute: accepted or refused together, for the points of all were fitted as one. */
  readonly together: readonly string[];
  /** Information value, and the weight of the evidence as fitted and as agreed; null where nothing was fitted. */
  readonly fitted: { readonly iv: number; readonly weight: number; readonly agreedWeight: number } | null;
  readonly evidence: readonly EvidenceLine[];
  /** The same in sentences. */
  readonly words: readonly string[];
}

/** What a diff is made of. */
export interface Learned {
  readonly filter: TargetFilter;
  readonly points: PointsTable;
  /** The bins of the rows learned from. */
  readonly binned: readonly BinnedFeature[];
  readonly admissions: readonly Admission[];
  /** The agreed filter asked of the rows learned from. */
  readonly judged: readonly Judged[];
  /** Those of its criteria that nobody's answer is known to and that would keep every row out: the test leaves them out. */
  readonly silent: ReadonlySet<string>;
  readonly label: Uint8Array;
  readonly base: Base;
}

/** The one attribute that a criterion asks, by its key; null where it asks several or counts contacts. */
export const soleAttribute = (criterion: Criterion): string | null => {
  const asked = conditionsOf(criterion, []).flatMap(({ when }) => walk(when, []));
  const keys = new Set(
    asked.flatMap(({ condition }) => ('attribute' in condition ? [featureKey({ name: condition.attribute, about: condition.about ?? 'account' })] : [])),
  );
  const [first, ...more] = keys;
  return first === undefined || more.length > 0 || asked.some(({ condition }) => condition.is === 'contacts') ? null : first;
};

/** Whether a criterion gives points. */
export const givesPoints = ({ role }: Criterion): boolean => role === 'weighted' || role === 'banded';

/** The proposal as a diff: each agreed criterion in the filter's order, then those that are new in the order of attributes. */
export const diffOf = (learned: Learned): readonly CriterionProposal[] => {
  const { filter, points, judged } = learned;
  const fitted = new Map(points.features.map((feature) => [featureKey(feature), feature]));
  const inForce = new Map(judged.map((one) => [one.criterion.id, one]));
  const owners = new Map<string, Criterion[]>();
  for (const { criterion } of judged) {
    const key = givesPoints(criterion) ? soleAttribute(criterion) : null;
    if (key !== null && fitted.has(key)) owners.set(key, [...(owners.get(key) ?? []), criterion]);
  }
  const agreed = filter.criteria.map((criterion): CriterionProposal => {
    const answers = inForce.get(criterion.id);
    if (answers === undefined) return keptAs('not_in_force', criterion, [], learned);
    const key = soleAttribute(criterion);
    const feature = key === null ? undefined : fitted.get(key);
    const own = key === null ? [] : (owners.get(key) ?? []);
    const answered = evidenceOfAnswers(answers, learned.label, learned.base);
    if (feature === undefined || !own.includes(criterion)) return keptAs(whyKept(criterion, key, learned), criterion, answered, learned);
    return feature.idle === 'says_nothing' ? keptAs('no_evidence', criterion, answered, learned) : refitted(criterion, own, feature, learned);
  });
  const taken = new Set(filter.criteria.map(({ id }) => id));
  const added = points.features.flatMap((feature): readonly CriterionProposal[] => {
    if (owners.has(featureKey(feature))) return [];
    const admission = admissionOf(feature, learned);
    const id = freshId(feature.name, taken);
    const after = bandedCriterion({ id, title: admission?.title ?? feature.name, missing: 'zero' }, feature, admission?.type === 'yes_no');
    if (after === null) return [];
    taken.add(id);
    return [{ ...fittedLines(feature, null, learned, true), criterion: id, change: 'added', kept: null, before: null, after, together: [] }];
  });
  return [...agreed, ...added];
};

const admissionOf = ({ name, about }: PointsOfFeature, { admissions }: Learned): Admission | undefined =>
  admissions.find((one) => one.attribute === name && one.about === about);

const whyKept = (criterion: Criterion, key: string | null, { admissions }: Learned): KeptWhy => {
  if (!givesPoints(criterion)) return 'no_points';
  if (key === null) return 'several_attributes';
  const admission = admissions.find(({ attribute, about }) => featureKey({ name: attribute, about }) === key);
  return admission === undefined ? 'not_in_data' : (admission.refused ?? 'not_in_data');
};

const KEPT_WORDS: Readonly<Record<KeptWhy, string>> = {
  confirmed: 'the outcomes give it the points it has',
  no_evidence: 'the outcomes do not tell its answers apart',
  no_points: 'it lets in or keeps out and has no points to refine',
  several_attributes: 'it asks more than one attribute; its points stay as agreed',
  not_in_data: 'what it asks is not among what was learned from',
  not_in_force: 'it is not in force',
  forbidden: 'what it asks may never count',
  not_agreed: 'what it asks was not agreed on',
  known_after: 'what it asks is known only after the hand-over',
  no_known_before_date: 'nobody has said that what it asks is known before the hand-over',
  unaskable: 'what it asks has values too long to ask for',
};

const keptAs = (kept: KeptWhy, criterion: Criterion, evidence: readonly EvidenceLine[], { base, silent }: Learned): CriterionProposal => ({
  criterion: criterion.id,
  change: 'kept',
  kept,
  asks: null,
  before: criterion,
  after: criterion,
  together: [],
  fitted: null,
  evidence,
  words: [
    `"${criterion.title}" stays as agreed: ${KEPT_WORDS[kept]}${silent.has(criterion.id) ? '. No row tells its answer, and without one it lets in nobody: the test leaves it out' : ''}`,
    ...evidence.map((line) => evidenceSentence(line, base)),
  ],
});

/** A criterion whose attribute was fitted. The first on an attribute takes all its points; others on it go. */
const refitted = (criterion: Criterion, own: readonly Criterion[], feature: PointsOfFeature, learned: Learned): CriterionProposal => {
  const agreed = agreedPoints(own, learned);
  const { id, title } = criterion;
  const heading = { id, title, ...termsOf(criterion, own) };
  const banded = bandedCriterion(heading, feature, admissionOf(feature, learned)?.type === 'yes_no');
  const lines = fittedLines(feature, agreed, learned, banded !== null);
  const confirmed =
    own.length === 1 && lines.evidence.every(({ agreed: was, proposed }) => was === null || (was.least === was.most && was.least === (proposed ?? 0)));
  const together = own.flatMap((other) => (other.id === id ? [] : [other.id]));
  const shared = { ...lines, criterion: id, before: criterion, together };
  if (confirmed) return { ...shared, change: 'kept', kept: 'confirmed', after: criterion };
  const after = criterion === own[0] ? banded : null;
  return { ...shared, change: after === null ? 'removed' : 'changed', kept: null, after };
};

/**
 * What one criterion has to keep of all on its attribute: in force as long as any of them, and leaving open whether an account
 * fits where any of them does.
 */
const termsOf = ({ missing }: Criterion, own: readonly Criterion[]): Pick<Criterion, 'missing' | 'from' | 'until'> => {
  const from = own.map((one) => one.from).reduce((first, one) => (momentOr(one, -Infinity) < momentOr(first, -Infinity) ? one : first));
  const until = own.map((one) => one.until).reduce((last, one) => (momentOr(one, Infinity) > momentOr(last, Infinity) ? one : last));
  return {
    missing: own.some((one) => one.missing === 'refuse') ? 'refuse' : missing,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
};

const momentOr = (text: string | undefined, open: number): number => (text === undefined ? open : instantOf(text));

/** The points that several agreed criteria give each row in all. */
const agreedPoints = (own: readonly Criterion[], { judged, base }: Learned): Int32Array => {
  const sum = new Int32Array(base.rows);
  for (const one of judged) {
    if (own.includes(one.criterion)) pointsOf(one).forEach((points, row) => (sum[row] = (sum[row] ?? 0) + points));
  }
  return sum;
};

const fittedLines = (feature: PointsOfFeature, agreed: Int32Array | null, learned: Learned, proposed: boolean) => {
  const { name, about, iv, weight, agreedWeight } = feature;
  const codes = learned.binned.find((one) => featureKey(one) === featureKey(feature))?.codes ?? new Uint8Array(0);
  const evidence = evidenceOfBins(feature, codes, agreed, learned.base, proposed);
  const head = proposed
    ? `${named({ attribute: name, about })} has an information value of ${iv.toFixed(2)} and a weight of ${weight.toFixed(2)}${agreed === null ? '' : `; the agreed points stand for ${agreedWeight.toFixed(2)}`}`
    : `${named({ attribute: name, about })} says nothing that the other attributes do not say (information value ${iv.toFixed(2)})`;
  return {
    asks: { attribute: name, about },
    fitted: { iv, weight, agreedWeight },
    evidence,
    words: [head, ...evidence.map((line) => evidenceSentence(line, learned.base))],
  };
};
