import type { MetricDefinition } from '../../definition/metric.js';
import { acceptanceRate } from './acceptance-rate.js';
import { acceptanceRateAnswered } from './acceptance-rate-answered.js';
import { rejectionRate } from './rejection-rate.js';
import { rejectionRateByReason } from './rejection-rate-by-reason.js';
import { rejectionReasons } from './rejection-reasons.js';
import { disqualificationRate } from './disqualification-rate.js';
import { disqualificationRateCohort } from './disqualification-rate-cohort.js';
import { disqualificationReasons } from './disqualification-reasons.js';
import { expiryRate } from './expiry-rate.js';
import { recycleRate } from './recycle-rate.js';
import { recycleYieldMql } from './recycle-yield-mql.js';
import { recycleYieldSql } from './recycle-yield-sql.js';
import { resubmissionRate } from './resubmission-rate.js';
import { resubmissionSuccess } from './resubmission-success.js';

export {
  acceptanceRate,
  acceptanceRateAnswered,
  rejectionRate,
  rejectionRateByReason,
  rejectionReasons,
  disqualificationRate,
  disqualificationRateCohort,
  disqualificationReasons,
  expiryRate,
  recycleRate,
  recycleYieldMql,
  recycleYieldSql,
  resubmissionRate,
  resubmissionSuccess,
};

/** What the receiver does with what is delivered. */
export const HAND_OFF_METRICS: readonly MetricDefinition[] = [
  acceptanceRate,
  acceptanceRateAnswered,
  rejectionRate,
  rejectionRateByReason,
  rejectionReasons,
  disqualificationRate,
  disqualificationRateCohort,
  disqualificationReasons,
  expiryRate,
  recycleRate,
  recycleYieldMql,
  recycleYieldSql,
  resubmissionRate,
  resubmissionSuccess,
];
