import { byText, groupBy } from '../../kernel/group.js';
import type { Case } from './cases.js';
import type { LearnedBy } from './learned-by.js';
import { countsOf, type Learning, type Say } from './learning.js';

/** The answers of an account to the questions of a target filter; what `score` gives is one. */
export interface CriterionAnswers {
  readonly accountId: string;
  readonly reasons: readonly { readonly criterion: string; readonly holds: boolean | null }[];
}

/** What leads of one kind taught. */
export interface LearnedOf {
  /** The source, campaign, message, objection or criterion. */
  readonly of: string;
  readonly leads: number;
  /** Leads of which nobody can say whether they are of this kind; in neither side of the comparison. */
  readonly unknown: number;
  /** One a lesson, in their order. */
  readonly learnings: readonly Learning[];
}

/** What leads taught, told apart in one way. */
export interface LearningTable {
  readonly by: LearnedBy;
  /** The 200 kinds with the most leads, the most frequent first. */
  readonly rows: readonly LearnedOf[];
  /** How many kinds more there are. */
  readonly beyond: number;
  /** How many verdicts there are. One of twenty comparisons without any difference will look like one all the same. */
  readonly comparisons: number;
}

/** How many kinds a table tells apart. */
const MOST_ROWS = 200;

/** Leads that can be told apart in one way, and of which kinds each is. */
export interface Split {
  readonly base: readonly Case[];
  readonly unknown: number;
  readonly kindsOf: (one: Case) => readonly string[];
}

/** What leads of each kind taught, against those of the others. */
export const tableOf = (by: LearnedBy, { base, unknown, kindsOf }: Split, say: Say): LearningTable => {
  const all = countsOf(base);
  const kinds = [...groupBy(base.flatMap((one) => kindsOf(one).map((of) => ({ of, one }))), ({ of }) => of)]
    .map(([of, members]) => ({ of, members: members.map(({ one }) => one) }))
    .sort((a, b) => b.members.length - a.members.length || byText(a.of, b.of));
  const rows = kinds.slice(0, MOST_ROWS).map(({ of, members }): LearnedOf => {
    const mine = countsOf(members);
    const rest = all.map(({ lesson, numerator, denominator }, i) => ({
      lesson,
      numerator: numerator - (mine[i]?.numerator ?? 0),
      denominator: denominator - members.length,
    }));
    return { of, leads: members.length, unknown, learnings: say(by, of, members, rest) };
  });
  return { by, rows, beyond: kinds.length - rows.length, comparisons: comparisonsIn(rows) };
};

/** Of each criterion the leads whose account's answer is yes against those whose answer is no; of two answers that differ there is none. */
export const criterionTable = (cases: readonly Case[], scores: readonly CriterionAnswers[], say: Say): LearningTable => {
  const accounts = new Set(cases.map(({ lead }) => lead.accountId));
  const known = scores.filter(({ accountId }) => accounts.has(accountId));
  const answers = new Map<string, Map<string, boolean | null>>();
  for (const { accountId, reasons } of known) {
    const said = answers.get(accountId) ?? new Map<string, boolean | null>();
    answers.set(accountId, said);
    for (const { criterion, holds } of reasons) said.set(criterion, said.has(criterion) && said.get(criterion) !== holds ? null : holds);
  }
  const criteria = [...new Set(known.flatMap(({ reasons }) => reasons.map(({ criterion }) => criterion)))];
  const answered = cases.map((one) => ({ one, said: one.lead.accountId === null ? undefined : answers.get(one.lead.accountId) }));
  const kinds = criteria
    .map((of) => {
      const [yes, no]: [Case[], Case[]] = [[], []];
      for (const { one, said } of answered) {
        const holds = said?.get(of) ?? null;
        if (holds !== null) (holds ? yes : no).push(one);
      }
      return { of, yes, no };
    })
    .sort((a, b) => b.yes.length - a.yes.length || byText(a.of, b.of));
  const rows = kinds.slice(0, MOST_ROWS).map(
    ({ of, yes, no }): LearnedOf => ({
      of,
      leads: yes.length,
      unknown: cases.length - yes.length - no.length,
      learnings: say('criterion', of, yes, countsOf(no)),
    }),
  );
  return { by: 'criterion', rows, beyond: kinds.length - rows.length, comparisons: comparisonsIn(rows) };
};

const comparisonsIn = (rows: readonly LearnedOf[]): number =>
  rows.reduce((sum, { learnings }) => sum + learnings.filter(({ verdict }) => verdict !== 'not_enough').length, 0);
