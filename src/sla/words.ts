import { toDecimal } from '../kernel/quotient.js';
import { compareRatios, ratioOf, type Ratio } from '../kernel/ratio.js';
import type { PartyId } from '../vocabulary/party.js';

/** What a party is called at the beginning of a sentence: its name, or its id read as words. */
export const partyWords = (party: PartyId, names: Readonly<Record<PartyId, string>>): string => {
  const words = (Object.hasOwn(names, party) ? names[party] : undefined) ?? party.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The same in the middle of a sentence: a name as it is, an id in lower case. */
export const partyWithin = (party: PartyId, names: Readonly<Record<PartyId, string>>): string =>
  (Object.hasOwn(names, party) ? names[party] : undefined) ?? party.replaceAll('_', ' ');

/** `1 delivery`, `2 deliveries`. */
export const counted = (count: number, one: string, many: string): string => `${String(count)} ${count === 1 ? one : many}`;

/** Open time as promised: `2 working hours`, `90 working minutes`. */
export const workingTime = (minutes: number): string =>
  minutes % 60 === 0 ? counted(minutes / 60, 'working hour', 'working hours') : counted(minutes, 'working minute', 'working minutes');

/** The time that a clause promises: where some leads have another, it says so. */
export const promisedTime = ({ within, windows = [] }: { readonly within: { readonly minutes: number }; readonly windows?: readonly unknown[] }): string =>
  `${workingTime(within.minutes)}${windows.length === 0 ? '' : ' (or the time agreed for such a lead)'}`;

/** A length of time: `1 h 30 min`, `45 s`; the sign is left out. */
export const lengthOf = (ms: number): string => {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const parts = [hours > 0 ? `${String(hours)} h` : '', minutes > 0 ? `${String(minutes)} min` : '', rest > 0 ? `${String(rest)} s` : ''];
  return parts.filter((part) => part !== '').join(' ') || '0 min';
};

const percentText = (ratio: Ratio, digits: number): string | null =>
  toDecimal({ numerator: (BigInt(ratio.numerator) * 100n).toString(), denominator: ratio.denominator }, digits, 'half-even');

const trim = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/0{1,9}$/, '').replace(/\.$/, '') : decimal);

/**
 * A share in percent, to one place, or to as many more as it takes not to round it onto or across what was agreed:
 * 8,996 of 10,000 is `89.96 %` where 90 % are agreed.
 */
export const percent = (ratio: Ratio, agreed: Ratio | null = null): string => {
  const truth = agreed === null ? 0 : compareRatios(ratio, agreed);
  for (let digits = 1; ; digits += 1) {
    const text = percentText(ratio, digits) ?? '–';
    const hundredth = (value: string): Ratio => {
      const { numerator, denominator } = ratioOf(value);
      return { numerator, denominator: (BigInt(denominator) * 100n).toString() };
    };
    if (agreed === null || digits >= 9 || text === '–' || compareRatios(hundredth(text), agreed) === truth) return `${trim(text)} %`;
  }
};
