import { EVIDENCE_MINIMUM, shareOf, type Share } from '../../kernel/share.js';
import type { Facts } from '../../vocabulary/fact.js';
import type { ExitReason, Lesson } from '../exit/exit-reason.js';
import type { AnswerOwed } from './answers.js';
import { casesOf, type Case, type CaseCounts, type CaseOptions } from './cases.js';
import { countsOf, saying } from './learning.js';
import { criterionTable, tableOf, type CriterionAnswers, type LearningTable, type Split } from './table.js';

/** What the leads taught whose time ended in a period. */
export interface Learned extends CaseCounts {
  readonly period: string;
  readonly windowDays: number;
  /** Leads that are evidence: `delivered − unsaid`. */
  readonly judged: number;
  /** Of all of them. */
  readonly lessons: readonly { readonly lesson: Lesson; readonly share: Share }[];
  /** One a way to tell them apart, in the order of `LEARNED_BY`; those of which nothing is known have no rows. */
  readonly tables: readonly LearningTable[];
}

/**
 * What marketing can learn from what became of leads, by source, campaign, message, objection and criterion: of the leads of
 * each kind so many left with this lesson, against the others. Each lead is looked at for `windowDays` from its delivery on,
 * and belongs to the period in which they end; it counts once in a lesson, however often it left with it. Leads that left
 * without saying why are no evidence, and left out.
 *
 * Messages and objections compare leads that people of ours spoke with, criteria those whose answer is known.
 *
 * @param facts - Of any time, computed as of the same moment.
 * @param evidence - `scores` of the leads' accounts; `answers` as `answersOwed` gives them.
 * @param options - A kind, or a rest, of fewer leads than `minimum` gets no verdict; 30 where left out. Throws a `RangeError`
 *   where `windowDays` is no whole number of days from 1 to 3,660.
 */
export const learnedFrom = (
  reasons: readonly ExitReason[],
  facts: Pick<Facts, 'leads' | 'handOffs' | 'feedback' | 'conversations'>,
  evidence: {
    readonly scores?: readonly CriterionAnswers[];
    readonly answers?: readonly AnswerOwed[];
  },
  options: CaseOptions & { readonly minimum?: number },
): Learned => {
  const { minimum = EVIDENCE_MINIMUM, period, windowDays } = options;
  const { cases, ...counts } = casesOf(reasons, facts, options);
  const say = saying(minimum, evidence.answers);
  const spokenWith = cases.filter((one) => one.spokenWith);
  const silent = cases.length - spokenWith.length;
  const named = (of: (one: Case) => string | null): Split => {
    const known = cases.filter((one) => of(one) !== null);
    return { base: known, unknown: cases.length - known.length, kindsOf: (one) => [of(one) ?? ''] };
  };
  return {
    period: period.label,
    windowDays,
    ...counts,
    judged: cases.length,
    lessons: countsOf(cases).map(({ lesson, numerator, denominator }) => ({ lesson, share: shareOf(numerator, denominator, minimum) })),
    tables: [
      tableOf('source', named(({ lead }) => lead.source), say),
      tableOf('campaign', named(({ lead }) => lead.campaign), say),
      tableOf('message', { base: spokenWith, unknown: silent, kindsOf: ({ messages }) => [...messages] }, say),
      tableOf('objection', { base: spokenWith, unknown: silent, kindsOf: ({ objections }) => [...objections] }, say),
      criterionTable(cases, evidence.scores ?? [], say),
    ],
  };
};
