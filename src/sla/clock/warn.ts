import { ratioOf } from '../../kernel/ratio.js';
import type { Warn } from '../clause.js';

/**
 * What must have run of a clock for it to turn yellow, in open milliseconds; never below zero. A share that falls between
 * two milliseconds is reached at the later one.
 */
export const yellowFrom = (warn: Warn, targetOpenMs: number): number => {
  if ('minutes' in warn) return Math.max(0, targetOpenMs - warn.minutes * 60_000);
  if ('after' in warn) return warn.after.minutes * 60_000;
  return shareOf(warn.share, targetOpenMs);
};

/** A share of open time in whole milliseconds, rounded up. */
export const shareOf = (share: string, openMs: number): number => {
  const { numerator, denominator } = ratioOf(share);
  const [part, whole] = [BigInt(openMs) * BigInt(numerator), BigInt(denominator)];
  return Number((part + whole - 1n) / whole);
};
