import type { Ratio } from '../../kernel/ratio.js';
import { fail, ok, type Result } from '../../kernel/result.js';
import { metricsIssue } from '../issues.js';
import { plus, rational, toRational, toRatio, ZERO, type Rational } from '../rational.js';
import { shapleyShares } from '../shapley.js';
import { coalitionsOf, turned, type Grain } from './coalitions.js';
import { dataChanges, type DataChanges } from './data-changes.js';
import { CAUSES, type Cause, type JointCause } from './knob.js';
import { knobsBetween } from './knobs-between.js';
import { movedBetween, movement, standingsOf, type Moved, type Movement } from './records.js';
import { factsOnce, type FactsOf, type Report } from './report.js';
import { tablesRead } from './tables-read.js';
import { commonScale, saidBy, scaleOf, type Scale } from './value.js';
import { inWords } from './words.js';

/** What one setting does to the number. */
export interface Share {
  readonly setting: string;
  readonly cause: JointCause;
  /** How each side has it. */
  readonly says: string;
  /** Its Shapley share of the difference, exactly: what turning it adds, averaged over all orders of turning. */
  readonly share: Ratio;
  /** What turning it alone does to the first report. */
  readonly alone: Ratio;
  /** The units that count otherwise when it alone is turned. */
  readonly moved: Movement;
}

/** Why two reports differ. */
export interface Reconciliation {
  readonly a: { readonly label: string; readonly value: Ratio };
  readonly b: { readonly label: string; readonly value: Ratio };
  /** b − a, which all shares sum to. */
  readonly difference: Ratio;
  /** Whether settings could be turned one by one, only cause by cause, or only all at once. */
  readonly grain: Grain;
  readonly shares: readonly Share[];
  /** Shares by cause, each of {@link CAUSES}; settings of several causes that could not be taken apart are in none. */
  readonly causes: Readonly<Record<Cause, Ratio>>;
  /** The same difference walked in the order of `shares`: what each step adds depends on that order. */
  readonly waterfall: readonly { readonly setting: string; readonly step: Ratio }[];
  /** The units that count otherwise in b than in a, and those of them that no setting moves by itself. */
  readonly moved: Movement;
  readonly onlyJointly: Movement;
  /** How the facts themselves differ, table by table; empty where both read the same. */
  readonly data: readonly DataChanges[];
  /** The same in plain words. */
  readonly words: string;
}

/**
 * Take the difference of two numbers apart: by the settings in which their reports differ, exactly and in no order, with
 * the records behind each. The shares of nothing that differs, and of what changes nothing, are 0; those of all sum to the
 * difference to the last digit; the other way round they change their sign.
 *
 * Settings that mean nothing apart, or have no number together (an empty cohort), are turned as one, no more of them than must
 * be. More than `MOST_KNOBS` are taken together by cause: `grain` says so. A share and a ratio can be compared, and either
 * with a formula's plain number.
 *
 * Issues: `metrics.no_number` (a report that has none), `metrics.not_comparable` (a length of time and a share, sums of two
 * currencies), and those of the definitions and of what `evaluate` refuses.
 *
 * @example
 * ```ts
 * import { mqlVolume, reconcile } from 'revpact/metrics';
 * import { NO_FACTS, periodOf, sirius2006 } from 'revpact/vocabulary';
 *
 * const period = periodOf('2026-Q2', 'UTC');
 * if (period === null) throw new Error('no such period');
 * const report = { label: 'marketing', definition: mqlVolume, data: NO_FACTS, options: { framework: sirius2006, period, asOf: period.end } };
 * const result = reconcile(report, { ...report, label: 'sales' });
 * result.ok ? result.value.words : null // => 'marketing and sales both say 0.'
 * ```
 */
export const reconcile = (a: Report, b: Report): Result<Reconciliation> => {
  const scale = commonScale(a, b);
  if (scale === null) return fail([metricsIssue('not_comparable', { a: SCALE_WORDS[scaleOf(a)], b: SCALE_WORDS[scaleOf(b)] }, [])]);
  const factsOf = factsOnce();
  const asked = a.currency ?? b.currency;
  if (b.currency !== undefined && asked !== undefined && asked !== b.currency)
    return fail([metricsIssue('not_comparable', { a: `number in ${asked}`, b: `number in ${b.currency}` }, [])]);
  const [one, other] = [inCurrency(a, asked), inCurrency(b, asked)];
  const [was, is] = [saidBy(one, factsOf), saidBy(other, factsOf)];
  if (!was.ok || !is.ok) return fail([was, is].flatMap((said) => (said.ok ? [] : said.issues)));
  const [first, last] = [was.value, is.value];
  if (first.currency !== null && last.currency !== null && first.currency !== last.currency)
    return fail([metricsIssue('not_comparable', { a: `sum of ${first.currency}`, b: `sum of ${last.currency}` }, [])]);
  const currency = first.currency ?? last.currency ?? asked ?? null;
  const so = scale === 'money' && currency !== null ? inCurrency(one, currency) : one;
  return ok(takenApart(so, other, [first.number, last.number], scale, currency, factsOf));
};

const inCurrency = (report: Report, currency: string | undefined): Report => (currency === undefined ? report : { ...report, currency });

const SCALE_WORDS: Readonly<Record<Scale, string>> = {
  number: 'number',
  percent: 'share',
  money: 'sum of money',
  duration: 'length of time',
};

const takenApart = (
  a: Report,
  b: Report,
  [first, last]: readonly [Rational, Rational],
  scale: Scale,
  currency: string | null,
  factsOf: FactsOf,
): Reconciliation => {
  const found = coalitionsOf(a, knobsBetween(a, b), factsOf, currency);
  if (found === null || !isSame(found.values.at(-1), last)) throw new Error('settings that differ and are no knob');
  const { values, grain } = found;
  const shares = shapleyShares(values.map(toRatio));
  const before = standingsOf(a, factsOf);
  const alone = found.knobs.map((_, i) => movedBetween(before, standingsOf(turned(a, found.knobs, 1 << i), factsOf)));
  const all = movedBetween(before, standingsOf(b, factsOf));
  const parts = found.knobs.map(({ id, cause, says }, i): Share => ({
    setting: id,
    cause,
    says,
    share: shares[i] ?? toRatio(ZERO),
    alone: toRatio(minus(values[1 << i] ?? first, first)),
    moved: movement(alone[i] ?? []),
  }));
  const difference = minus(last, first);
  const so: Omit<Reconciliation, 'words'> = {
    a: { label: a.label, value: toRatio(first) },
    b: { label: b.label, value: toRatio(last) },
    difference: toRatio(difference),
    grain,
    shares: parts,
    causes: byCause(parts),
    waterfall: parts.map(({ setting }, i) => ({
      setting,
      step: toRatio(minus(values[(2 << i) - 1] ?? last, values[(1 << i) - 1] ?? first)),
    })),
    moved: movement(all),
    onlyJointly: movement(notAmong(all, alone)),
    // As of one moment: what only time changes is no difference of the data.
    data: a.data === b.data ? [] : dataChanges(factsOf(a), factsOf({ ...a, data: b.data }), tablesRead([a.definition, b.definition])),
  };
  return { ...so, words: inWords(so, scale, currency) };
};

const isSame = (a: Rational | undefined, b: Rational): boolean => a?.numerator === b.numerator && a.denominator === b.denominator;

const minus = (a: Rational, b: Rational): Rational => plus(a, rational(-b.numerator, b.denominator));

const byCause = (shares: readonly Share[]): Readonly<Record<Cause, Ratio>> => {
  const of = (cause: Cause): Ratio =>
    toRatio(shares.filter((one) => one.cause === cause).reduce((sum, { share }) => plus(sum, toRational(share)), ZERO));
  const [definition, population, timing, data] = CAUSES.map(of);
  const none = toRatio(ZERO);
  return { definition: definition ?? none, population: population ?? none, timing: timing ?? none, data: data ?? none };
};

/** Units that moved, and did so by no setting alone. */
const notAmong = (all: readonly Moved[], alone: readonly (readonly Moved[])[]): readonly Moved[] => {
  const named = new Set(alone.flatMap((moved) => moved.map(({ key }) => JSON.stringify(key))));
  return all.filter(({ key }) => !named.has(JSON.stringify(key)));
};
