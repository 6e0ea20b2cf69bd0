import { toDecimal } from '../../kernel/quotient.js';
import type { Share } from '../../kernel/share.js';
import type { Lesson } from '../exit/exit-reason.js';
import type { LearningVerdict } from './difference.js';
import type { LearnedBy } from './learned-by.js';

/** What is said of a lead that left with a lesson. */
export const LESSON_WORDS: Readonly<Record<Lesson, string>> = {
  not_fit: 'turned out not to be what was agreed',
  bad_data: 'came with wrong or missing data',
  not_now: 'had no need at this time',
  unreached: 'could not be reached',
  capacity: 'met nobody with time for them',
};

const KIND_WORDS: Readonly<Record<LearnedBy, string>> = {
  source: 'from source',
  campaign: 'of campaign',
  message: 'who heard',
  objection: 'who raised',
  criterion: 'that meet',
};

/** A learning in one sentence, which says so where there is not enough evidence. */
export const learningSentence = (learning: {
  readonly by: LearnedBy;
  readonly of: string;
  readonly lesson: Lesson;
  readonly share: Share;
  readonly rest: Share;
  readonly verdict: LearningVerdict;
}): string => {
  const { by, of, lesson, share, rest, verdict } = learning;
  const what = `${counted(share, `leads ${KIND_WORDS[by]} "${of}"`)} ${LESSON_WORDS[lesson]}`;
  const others = counted(rest, 'others');
  switch (verdict) {
    case 'more':
      return `${what}, more than ${others}.`;
    case 'less':
      return `${what}, fewer than ${others}.`;
    case 'no_difference':
      return `${what}, against ${others}: no difference that so few can show.`;
    case 'not_enough':
      return `${what}, against ${others}: not enough evidence.`;
  }
};

const counted = ({ numerator, denominator }: Share, whom: string): string => {
  const percent = toDecimal({ numerator: numerator * 100, denominator }, 1, 'half-even');
  return `${String(numerator)} of ${String(denominator)} ${whom}${percent === null ? '' : ` (${percent} %)`}`;
};
