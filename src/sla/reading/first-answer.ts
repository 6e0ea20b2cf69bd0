import type { HandOffFact } from '../../vocabulary/fact.js';
import { firstAfter, type Answer, type Counts } from './answer.js';
import type { Course, Moment } from '../clock/course.js';
import type { LogOrder } from './log-order.js';

/** What a clause says of the first answer. */
interface Asked {
  readonly from: 'delivered' | 'accepted';
  readonly counts?: Counts;
}

/**
 * What first answers a delivery or an acceptance at or after a moment; earlier attempts answered the delivery, not the
 * acceptance. Nothing that comes after an expiry answers the delivery. Where the clause says nothing of what counts, the
 * first answer to a delivery is what the hand-off fact says.
 */
export const firstAnswer = (
  { from, counts }: Asked,
  delivery: HandOffFact,
  start: Moment,
  answers: readonly Answer[],
  order: LogOrder,
): Course['fulfilled'] => {
  const { firstAttemptAt: at, firstAttemptEvent: event, expiredAt, expiredEvent } = delivery;
  const isTold = from === 'delivered' && counts === undefined;
  const told = isTold && at !== null && event !== null ? { at, event } : null;
  const expired = from === 'delivered' && expiredAt !== null && expiredEvent !== null ? { at: expiredAt, event: expiredEvent } : null;
  return (since) => {
    if (told !== null && told.at >= since) return told;
    if (isTold && since <= start.at) return null;
    const answer = firstAfter(answers, start, since, order);
    return answer !== null && expired !== null && order.isAfter(answer, expired) ? null : answer;
  };
};
