import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import type { ClauseKind } from '../clause.js';
import { acceptance, acceptanceShape, type Acceptance } from './acceptance.js';
import { attempts, attemptsShape, type Attempts } from './attempts.js';
import { budget, budgetShape, type Budget } from './budget.js';
import { delivery, deliveryShape, type Delivery } from './delivery.js';
import { feedbackAnswered, feedbackAnsweredShape, type FeedbackAnswered } from './feedback-answered.js';
import { feedbackCompleteness, feedbackCompletenessShape, type FeedbackCompleteness } from './feedback-completeness.js';
import { listCompliance, listComplianceShape, type ListCompliance } from './list-compliance.js';
import { ownership, ownershipShape, type Ownership } from './ownership.js';
import { practice, practiceShape, type Practice } from './practice.js';
import { provision, provisionShape, type Provision } from './provision.js';
import { quality, qualityShape, type Quality } from './quality.js';
import { resolution, resolutionShape, type Resolution } from './resolution.js';
import { responseTime, responseTimeShape, type ResponseTime } from './response-time.js';
import { timeToAction, timeToActionShape, type TimeToAction } from './time-to-action.js';
import { volume, volumeShape, type Volume } from './volume.js';

/** The kinds of promise that ship, in the order in which a pact usually lists them. */
export const CLAUSE_KINDS: readonly ClauseKind[] = [
  delivery,
  quality,
  volume,
  provision,
  budget,
  acceptance,
  responseTime,
  attempts,
  resolution,
  ownership,
  timeToAction,
  listCompliance,
  feedbackCompleteness,
  feedbackAnswered,
  practice,
];

/** A promise of one of the shipped kinds. */
export type Clause =
  | Delivery
  | Quality
  | Volume
  | Provision
  | Budget
  | Acceptance
  | ResponseTime
  | Attempts
  | Resolution
  | Ownership
  | TimeToAction
  | ListCompliance
  | FeedbackCompleteness
  | FeedbackAnswered
  | Practice;

/** How a promise is written in a pact, told apart by `kind`. */
export const Clause: z.ZodType<Clause> = /* @__PURE__ */ schema(() =>
  z.discriminatedUnion('kind', [
    deliveryShape,
    qualityShape,
    volumeShape,
    provisionShape,
    budgetShape,
    acceptanceShape,
    responseTimeShape,
    attemptsShape,
    resolutionShape,
    ownershipShape,
    timeToActionShape,
    listComplianceShape,
    feedbackCompletenessShape,
    feedbackAnsweredShape,
    practiceShape,
  ]),
);
