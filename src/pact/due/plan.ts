import { formatDate } from '../../kernel/date.js';
import type { Instant } from '../../kernel/instant.js';
import { ok, type Result } from '../../kernel/result.js';
import { localDate } from '../../kernel/zone.js';
import type { AgendaRows } from '../../sla/due/agenda.js';
import { commitments } from '../../sla/due/commitment.js';
import type { ReviewDay } from '../../sla/due/review-day.js';
import { askedOf, whileJudging, type ReviewOptions } from '../asked.js';
import { factsUnder } from '../facts.js';
import { findingsOf } from '../findings.js';
import { hoursOfClocks } from '../hours.js';
import type { Pact } from '../pact.js';
import type { Evidence } from '../review.js';
import { escalationsOf, scheduleOf } from './due.js';

/**
 * Everything with a date as of a moment: what is owed, who will be told until the end of the period where nothing happens,
 * what the period still asks for, and the reviews that the pact dates. For `agenda`, and for `dueCalendar` of
 * `revpact/sla/icalendar`.
 *
 * Issues: those of `safeReview`.
 */
export const planOf = (pacts: readonly Pact[], evidence: Evidence, options: ReviewOptions): Result<AgendaRows> => {
  const asked = askedOf(pacts, options);
  if (!asked.ok) return asked;
  const { versions, inForce, period, asOf, knownBy } = asked.value;
  return whileJudging(() => {
    const made = factsUnder(versions, inForce)(evidence.events, knownBy === null ? { asOf } : { asOf, knownBy });
    const hoursOfClock = hoursOfClocks(versions);
    return ok({
      due: scheduleOf(versions, made.facts, asOf, hoursOfClock),
      escalations: escalationsOf(versions, made.facts, { from: asOf, to: period.end }, hoursOfClock),
      commitments: commitments(findingsOf(asked.value, made, hoursOfClock), asOf),
      reviews: reviewDays(inForce.pact, asOf),
    });
  });
};

/** The reviews that a pact dates, from the day of a moment on, the earliest first. */
export const reviewDays = ({ id, title, zone, review: { dates = [], attendees } }: Pact, asOf: Instant): readonly ReviewDay[] => {
  const today = formatDate(localDate(zone, asOf));
  return [...new Set(dates)]
    .sort()
    .filter((date) => date >= today)
    .map((date) => ({ id: `${id}:${date}`, date, title: `Review: ${title}`, attendees }));
};
