import type { HandOffFact } from 'revpact/vocabulary';

/** Of a delivery: nothing has happened since. */
export const UNANSWERED = {
  acceptedAt: null,
  acceptedEvent: null,
  rejectedAt: null,
  rejectedEvent: null,
  rejectionClass: null,
  reason: null,
  expiredAt: null,
  expiredEvent: null,
  supersededAt: null,
  firstAttemptAt: null,
  firstAttemptEvent: null,
  firstAttemptPerson: null,
  attempts: 0,
  assignedAt: null,
  resubmittedAt: null,
  resubmissionAcceptedAt: null,
  deliveredOpenMs: null,
  acceptedOpenMs: null,
  firstAttemptOpenMs: null,
} as const satisfies Partial<HandOffFact>;
