import { dateOf, formatDate, fromDayNumber } from '../../kernel/date.js';
import { groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import { offsetReader, startOfDay, type ZoneId } from '../../kernel/zone.js';
import type { Commitment } from './commitment.js';
import type { Escalation } from './escalation.js';
import type { ReviewDay } from './review-day.js';
import type { DueItem } from './schedule.js';

const DAY = 86_400_000;

/** Something that has a moment of its own. */
export type AgendaEntry =
  | { readonly at: Instant; readonly what: 'due' | 'warning'; readonly item: DueItem }
  | { readonly at: Instant; readonly what: 'escalation'; readonly escalation: Escalation }
  | { readonly at: Instant; readonly what: 'commitment'; readonly commitment: Commitment }
  /** On that day: `at` is its start. */
  | { readonly at: Instant; readonly what: 'review'; readonly review: ReviewDay };

/** Everything that has a date. */
export interface AgendaRows {
  readonly due: readonly DueItem[];
  readonly escalations?: readonly Escalation[];
  readonly commitments?: readonly Commitment[];
  readonly reviews?: readonly ReviewDay[];
}

/** One day of an agenda. */
export interface AgendaDay {
  /** `2026-04-06`. */
  readonly date: string;
  /** By moment; at one moment what is due stands before what warns, then who is told, then reviews, then what a period asks for. */
  readonly entries: readonly AgendaEntry[];
}

/** What is due, plotted by date. */
export interface Agenda {
  readonly days: readonly AgendaDay[];
  /** Promises that are paused: nobody knows until when, so that they have no date. */
  readonly undated: readonly DueItem[];
}

/**
 * Everything that has a moment, by date: when promises turn yellow and are due, who is told, what a period asks for by
 * when, reviews. Days without anything are left out.
 *
 * @param zone - The zone that dates are read in, as a rule the pact's.
 */
export const agenda = ({ due, escalations = [], commitments = [], reviews = [] }: AgendaRows, zone: ZoneId): Agenda => {
  const entries: readonly AgendaEntry[] = [
    ...due.flatMap((item): readonly AgendaEntry[] => (item.dueAt === null ? [] : [{ at: item.dueAt, what: 'due', item }])),
    ...due.flatMap((item): readonly AgendaEntry[] => (item.warnAt === null ? [] : [{ at: item.warnAt, what: 'warning', item }])),
    ...escalations.map((escalation): AgendaEntry => ({ at: escalation.at, what: 'escalation', escalation })),
    ...reviews.map((review): AgendaEntry => ({ at: startOfDay(zone, dateOf(review.date)), what: 'review', review })),
    // The first moment that is too late may be that of another day.
    ...commitments.map((commitment): AgendaEntry => ({ at: commitment.dueAt - 1, what: 'commitment', commitment })),
  ].sort((a, b) => a.at - b.at);
  const offsetAt = offsetReader(zone);
  const days = groupBy(entries, ({ at }) => formatDate(fromDayNumber(Math.floor((at + offsetAt(at)) / DAY))));
  return {
    days: [...days].map(([date, ofDay]) => ({ date, entries: ofDay })),
    undated: due.filter(({ dueAt }) => dueAt === null),
  };
};
