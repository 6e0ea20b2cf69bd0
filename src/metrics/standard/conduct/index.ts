import type { MetricDefinition } from '../../definition/metric.js';
import { slaAttainment } from './sla-attainment.js';
import { slaAttainmentDue } from './sla-attainment-due.js';
import { attemptCompliance } from './attempt-compliance.js';
import { attemptComplianceUnreached } from './attempt-compliance-unreached.js';
import { listCompliance } from './list-compliance.js';
import { listComplianceWithExceptions } from './list-compliance-with-exceptions.js';
import { listCoverage } from './list-coverage.js';
import { conversationsReported } from './conversations-reported.js';
import { reportCompleteness } from './report-completeness.js';
import { feedbackCompleteness } from './feedback-completeness.js';
import { feedbackAnswered } from './feedback-answered.js';
import { feedbackAnswerTimeP90 } from './feedback-answer-time-p90.js';
import { volumeCommitment } from './volume-commitment.js';
import { volumeCommitmentValue } from './volume-commitment-value.js';
import { attemptsByChannel } from './attempts-by-channel.js';
import { channelMix } from './channel-mix.js';
import { channelMixGapPhone } from './channel-mix-gap-phone.js';
import { channelMixGapEmail } from './channel-mix-gap-email.js';
import { channelMixGapSocial } from './channel-mix-gap-social.js';

export {
  slaAttainment,
  slaAttainmentDue,
  attemptCompliance,
  attemptComplianceUnreached,
  listCompliance,
  listComplianceWithExceptions,
  listCoverage,
  conversationsReported,
  reportCompleteness,
  feedbackCompleteness,
  feedbackAnswered,
  feedbackAnswerTimeP90,
  volumeCommitment,
  volumeCommitmentValue,
  attemptsByChannel,
  channelMix,
  channelMixGapPhone,
  channelMixGapEmail,
  channelMixGapSocial,
};

/** Whether each side does what was agreed. */
export const CONDUCT_METRICS: readonly MetricDefinition[] = [
  slaAttainment,
  slaAttainmentDue,
  attemptCompliance,
  attemptComplianceUnreached,
  listCompliance,
  listComplianceWithExceptions,
  listCoverage,
  conversationsReported,
  reportCompleteness,
  feedbackCompleteness,
  feedbackAnswered,
  feedbackAnswerTimeP90,
  volumeCommitment,
  volumeCommitmentValue,
  attemptsByChannel,
  channelMix,
  channelMixGapPhone,
  channelMixGapEmail,
  channelMixGapSocial,
];
