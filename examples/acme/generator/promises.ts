import { addWorking, MINUTE } from './hours.js';
import type { Delivery } from './story.js';
import { OPENINGS, PROMISES, TRY_WITHIN } from './world.js';

/** What became of one promise. `ended…`: rejected, expired or let go without what was promised, before or after it was due. */
export type Verdict = 'in_time' | 'late' | 'never' | 'open' | 'ended_before_due' | 'ended_after_due';
export type Tally = Readonly<Record<Verdict, number>>;

/** One promise on one delivery, for comparing record by record. */
export interface Judged {
  readonly leadId: string;
  readonly deliveredAt: number;
  readonly startedAt: number;
  readonly dueAt: number;
  readonly stoppedAt: number | null;
  readonly complete: boolean;
  readonly waived: boolean;
  /** Overdue with nobody having let it go by then, on a complete delivery: the manager was told. */
  readonly escalated: boolean;
  readonly verdict: Verdict;
}

const judge = (delivery: Delivery, startedAt: number, minutes: number, stop: number | null, end: number | null, asOf: number): Judged => {
  const dueAt = addWorking(OPENINGS[PROMISES[delivery.handOff].receiver], startedAt, minutes * MINUTE);
  const stoppedAt = stop !== null && stop < asOf ? stop : null;
  const endedAt = end !== null && end < asOf ? end : null;
  const { leadId, at: deliveredAt, complete, waivedAt } = delivery;
  const waived = waivedAt !== null && waivedAt < asOf;
  const verdict = verdictOf(dueAt, stoppedAt, endedAt, asOf);
  const missed = verdict === 'late' || verdict === 'never' || verdict === 'ended_after_due';
  const escalated = missed && complete && (delivery.waivedAt === null || delivery.waivedAt > dueAt);
  return { leadId, deliveredAt, startedAt, dueAt, stoppedAt, complete, waived, escalated, verdict };
};

const verdictOf = (dueAt: number, stoppedAt: number | null, endedAt: number | null, asOf: number): Verdict => {
  if (stoppedAt !== null) return stoppedAt <= dueAt ? 'in_time' : 'late';
  if (endedAt !== null) return endedAt <= dueAt ? 'ended_before_due' : 'ended_after_due';
  return asOf > dueAt ? 'never' : 'open';
};

export const tally = (judged: readonly Judged[]): Tally => {
  const count: Record<Verdict, number> = { in_time: 0, late: 0, never: 0, open: 0, ended_before_due: 0, ended_after_due: 0 };
  for (const { verdict } of judged) count[verdict] += 1;
  return count;
};

/** Accepted or rejected within the promised hours of the receiver. */
export const judgeAnswer = (delivery: Delivery, asOf: number): Judged =>
  judge(delivery, delivery.at, PROMISES[delivery.handOff].answer, delivery.answer?.at ?? null, delivery.expiredAt, asOf);

/** First human attempt of the receiver, from the delivery or from its acceptance as was promised; null where no clock began. */
export const judgeFirstAttempt = (delivery: Delivery, asOf: number): Judged | null => {
  const { firstAttempt, attemptCountsFrom } = PROMISES[delivery.handOff];
  const { answer } = delivery;
  const accepted = answer?.kind === 'accepted' && answer.at < asOf ? answer.at : null;
  const startedAt = attemptCountsFrom === 'delivery' ? delivery.at : accepted;
  if (startedAt === null) return null;
  const end = answer?.kind === 'rejected' ? answer.at : delivery.expiredAt;
  return judge(delivery, startedAt, firstAttempt, delivery.firstAttempt?.at ?? null, end, asOf);
};

/** Whether the first attempt was missed: too late, or never while it was owed. */
export const missedFirstAttempt = (delivery: Delivery, asOf: number): boolean =>
  ['late', 'never', 'ended_after_due'].includes(judgeFirstAttempt(delivery, asOf)?.verdict ?? '');

/** Accepted, and not tried in the agreed time; null where that time is not over, or nothing was accepted. */
export const acceptedUntried = ({ handOff, answer, firstAttempt }: Delivery, asOf: number): boolean | null => {
  if (answer?.kind !== 'accepted' || answer.at >= asOf) return null;
  const until = addWorking(OPENINGS[PROMISES[handOff].receiver], answer.at, TRY_WITHIN * MINUTE);
  return asOf <= until ? null : (firstAttempt?.at ?? Infinity) > until;
};
