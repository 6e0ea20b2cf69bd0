import type { Review } from '../pact/review.js';
import type { ReportDocument } from './document.js';
import { linkerOf } from './links.js';
import { namedIn } from './names.js';
import { answersSection } from './sections/answers.js';
import { callingSection } from './sections/calling.js';
import { conductSection } from './sections/conduct.js';
import { disputesSection } from './sections/disputes.js';
import { dueSection } from './sections/due.js';
import { escalatedSection } from './sections/escalated.js';
import { expiringSection } from './sections/expiring.js';
import { funnelSection } from './sections/funnel.js';
import { goalSection } from './sections/goal.js';
import { learnedSection } from './sections/learned.js';
import { numbers } from './sections/numbers.js';
import { opening } from './sections/opening.js';
import { promises } from './sections/promises.js';
import { qualitySection } from './sections/quality.js';
import { sourcesSection } from './sections/sources.js';
import { talkAbout } from './sections/talk.js';
import { trendSection } from './sections/trend.js';

/** How much of a review a document shows. All of it is in the review itself. */
export interface DocumentOptions {
  /** How many records, due dates and rejected rows each table shows at most; 10 where left out. */
  readonly rows?: number;
}

/**
 * A review as a document that marketing and sales can sit down over: what was promised and what became of it, the
 * numbers, the funnel, what the leads were like, whom was called, what was learned and answered, what is due, and what could not be
 * read.
 */
export const reviewDocument = (review: Review, { rows = 10 }: DocumentOptions = {}): ReportDocument => {
  const link = linkerOf(review);
  const named = namedIn(review);
  return [
    ...opening(review, named),
    ...talkAbout(review, named),
    ...promises(review, link, named, rows),
    ...numbers(review, named),
    ...trendSection(review),
    ...goalSection(review, named),
    ...funnelSection(review, named),
    ...qualitySection(review, named),
    ...callingSection(review, link, named, rows),
    ...learnedSection(review, named),
    ...answersSection(review, link, named, rows),
    ...conductSection(review, link, named),
    ...disputesSection(review, link, named),
    ...dueSection(review, link, named, rows),
    ...expiringSection(review, link, named, rows),
    ...escalatedSection(review, link, named, rows),
    ...sourcesSection(review, rows),
  ];
};
