import { toDecimal, type Rounding } from '../kernel/quotient.js';
import type { Whole } from '../kernel/ratio.js';
import { formatLocal, type ZoneId } from '../kernel/zone.js';
import type { Instant } from '../kernel/instant.js';
import { formatMoney } from '../vocabulary/money.js';

const ROUNDING: Rounding = 'half-even';

/** A whole number as people write it: `12,345`. */
export const count = (value: Whole): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');

/**
 * A part of a whole in percent with one place, or as many as it takes so that only all reads as 100 and only nothing as 0; a
 * dash over nothing.
 */
export const percent = (numerator: Whole, denominator: Whole): string => {
  const [part, whole] = [BigInt(numerator), BigInt(denominator)];
  for (let digits = 1; ; digits += 1) {
    const value = toDecimal({ numerator: (part * 100n).toString(), denominator }, digits, ROUNDING);
    if (value === null) return '–';
    const misread = (part !== whole && /^100\.0+$/.test(value)) || (part !== 0n && /^-?0\.0+$/.test(value));
    if (!misread || digits >= 9) return `${value} %`;
  }
};

/** A length of time by its two largest units: `4 h 12 min`, `3 d 2 h`, `45 s`. */
export const duration = (ms: number): string => {
  const sign = ms < 0 ? '−' : '';
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600), Math.floor(seconds / 60)];
  const pair = (large: number, one: string, small: number, other: string): string =>
    `${sign}${String(large)} ${one}${small === 0 ? '' : ` ${String(small)} ${other}`}`;
  if (days > 0) return pair(days, 'd', hours % 24, 'h');
  if (hours > 0) return pair(hours, 'h', minutes % 60, 'min');
  if (minutes > 0) return pair(minutes, 'min', seconds % 60, 's');
  return `${sign}${String(seconds)} s`;
};

/** Working time by hours and minutes; there are no working days in it, since they differ in length. */
export const workingTime = (ms: number): string => {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const text = hours === 0 ? `${String(rest)} min` : `${String(hours)} h${rest === 0 ? '' : ` ${String(rest)} min`}`;
  return ms < 0 ? `−${text}` : text;
};

/** A wall-clock moment in the pact's zone, without the zone's name. */
export const wallClock = (zone: ZoneId, at: Instant): string => formatLocal(zone, at).slice(0, 16);

/** An amount without its minor units where there are none: `1,600,000 EUR`. */
export const money = (amount: { readonly minor: Whole; readonly currency: string }): string => formatMoney(amount).replace(/\.0+ /, ' ');
