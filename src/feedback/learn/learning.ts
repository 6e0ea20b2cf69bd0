import { groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import { shareOf, type Share } from '../../kernel/share.js';
import type { PartyId } from '../../vocabulary/party.js';
import { LESSONS, type Lesson } from '../exit/exit-reason.js';
import type { AnswerOwed } from './answers.js';
import type { Case } from './cases.js';
import { differenceOf, type Difference, type LearningVerdict } from './difference.js';
import type { LearnedBy } from './learned-by.js';
import { learningSentence } from './sentence.js';

/** Whose it is to answer, and how far they are. */
export interface LearningOwner {
  /** Null where nobody owes an answer. */
  readonly party: PartyId | null;
  readonly items: number;
  readonly answered: number;
  readonly overdue: number;
  /** When the first answer that is still owed is due; null where none is, or by no agreed time. */
  readonly dueAt: Instant | null;
}

/** How many leads of one kind taught one lesson, against the others. */
export interface Learning {
  readonly lesson: Lesson;
  readonly share: Share;
  /** Of the other leads that could have been of this kind. */
  readonly rest: Share;
  /** The share less that of the rest; null where either has too few leads. */
  readonly difference: Difference | null;
  /** `not_enough` where the kind or the rest has fewer leads than the minimum. */
  readonly verdict: LearningVerdict;
  /** The items of feedback behind it. */
  readonly events: readonly string[];
  /** Whose answer they wait for; null where no answers were handed in. */
  readonly owners: readonly LearningOwner[] | null;
  readonly sentence: string;
}

/** How many of some leads left with a lesson. */
export interface Counts {
  readonly lesson: Lesson;
  readonly numerator: number;
  readonly denominator: number;
}

/** How many of some leads left with each lesson, and the items of feedback behind it. Most have none: each lead is looked at once. */
export const countsOf = (cases: readonly Case[]): readonly (Counts & { readonly events: readonly string[] })[] => {
  const tallies = new Map(LESSONS.map((lesson) => [lesson, { leads: 0, events: [] as string[] }]));
  for (const { lessons } of cases) {
    for (const [lesson, events] of lessons) {
      const tally = tallies.get(lesson);
      if (tally === undefined) continue;
      tally.leads += 1;
      for (const event of events) tally.events.push(event);
    }
  }
  return [...tallies].map(([lesson, { leads, events }]) => ({ lesson, numerator: leads, denominator: cases.length, events }));
};

/** The learnings of a kind against the rest. */
export type Say = (by: LearnedBy, of: string, kind: readonly Case[], rest: readonly Counts[]) => readonly Learning[];

/** What is said of a kind: from so many leads on, and with whose answers it waits for where those were handed in. */
export const saying = (minimum: number, answers: readonly AnswerOwed[] | undefined): Say => {
  const owed = answers === undefined ? null : new Map(answers.map((one) => [one.event, one]));
  return (by, of, kind, rest) =>
    countsOf(kind).map((mine, i): Learning => {
      const { lesson, numerator, denominator, events } = mine;
      const others = rest[i] ?? { numerator: 0, denominator: 0 };
      const share = shareOf(numerator, denominator, minimum);
      const restShare = shareOf(others.numerator, others.denominator, minimum);
      const difference = share.enough && restShare.enough ? differenceOf(mine, others) : null;
      const verdict = difference?.verdict ?? 'not_enough';
      const sentence = learningSentence({ by, of, lesson, share, rest: restShare, verdict });
      return { lesson, share, rest: restShare, difference, verdict, events, owners: owed === null ? null : ownersOf(events, owed), sentence };
    });
};

const ownersOf = (events: readonly string[], owed: ReadonlyMap<string, AnswerOwed>): readonly LearningOwner[] =>
  [...groupBy(events.map((event) => owed.get(event)), (one) => one?.owner ?? null)].map(([party, items]) => ({
    party,
    items: items.length,
    answered: items.filter((one) => one !== undefined && one.answeredAt !== null && one.owner !== null).length,
    overdue: items.filter((one) => one?.state === 'overdue').length,
    dueAt: items.reduce<Instant | null>((first, one) => (one?.state === 'open' || one?.state === 'overdue' ? sooner(first, one.dueAt) : first), null),
  }));

const sooner = (a: Instant | null, b: Instant | null): Instant | null => (a === null || b === null ? (a ?? b) : Math.min(a, b));
