import type { MetricDefinition } from '../../definition/metric.js';
import { advocacyActs } from './advocacy-acts.js';
import { referencesAgreed } from './references-agreed.js';
import { referencesMade } from './references-made.js';
import { referencesUsed } from './references-used.js';
import { caseStudiesAgreed } from './case-studies-agreed.js';
import { caseStudiesMade } from './case-studies-made.js';
import { caseStudiesUsed } from './case-studies-used.js';
import { advocacyInquiries } from './advocacy-inquiries.js';
import { advocacyLeads } from './advocacy-leads.js';
import { advocacyWonRate } from './advocacy-won-rate.js';

export {
  advocacyActs,
  referencesAgreed,
  referencesMade,
  referencesUsed,
  caseStudiesAgreed,
  caseStudiesMade,
  caseStudiesUsed,
  advocacyInquiries,
  advocacyLeads,
  advocacyWonRate,
};

/** What customers do to speak for us, and what comes of it. */
export const ADVOCACY_METRICS: readonly MetricDefinition[] = [
  advocacyActs,
  referencesAgreed,
  referencesMade,
  referencesUsed,
  caseStudiesAgreed,
  caseStudiesMade,
  caseStudiesUsed,
  advocacyInquiries,
  advocacyLeads,
  advocacyWonRate,
];
