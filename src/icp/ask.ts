import { compareRatios, isDecimalText, ratioOf, toWhole, type Ratio } from '../kernel/ratio.js';
import type { AttributeValue } from '../vocabulary/words.js';
import type { AttributeTest } from './filter.js';

/** What a test finds: it holds, it does not, or the account does not tell. `why` is for people. */
export interface Finding {
  readonly holds: boolean | null;
  readonly why: string;
}

/** Ask one attribute. Absent, null and empty are not known; so is text where a range asks for a number. */
export const ask = (test: AttributeTest, attribute: string, value: AttributeValue | undefined): Finding => {
  const known = value !== undefined && value !== null && value !== '';
  if (test.is === 'present') return { holds: known, why: `${attribute} is ${known ? 'known' : 'not known'}` };
  if (!known) return { holds: null, why: `${attribute} is not known` };
  const found = `${attribute} is ${shown(value)}`;
  switch (test.is) {
    case 'equal': {
      const holds = same(value, test.value);
      return { holds, why: holds ? found : `${found}, not ${shown(test.value)}` };
    }
    case 'one_of': {
      const holds = test.values.some((one) => same(value, one));
      return { holds, why: `${found}, ${holds ? '' : 'not '}one of ${listed(test.values)}` };
    }
    case 'contains': {
      if (typeof value !== 'string') return { holds: null, why: `${found}, which is no text` };
      const text = value.toLowerCase();
      const word = test.any.find((one) => text.includes(one.toLowerCase()));
      return word === undefined
        ? { holds: false, why: `${found}, without ${listed(test.any)}` }
        : { holds: true, why: `${found}, with ${shown(word)}` };
    }
    case 'range': {
      const number = numberOf(value);
      if (number === null) return { holds: null, why: `${found}, which is no number` };
      if (test.from !== undefined && compareRatios(number, ratioOf(test.from)) < 0)
        return { holds: false, why: `${found}, below ${test.from}` };
      if (test.below !== undefined && compareRatios(number, ratioOf(test.below)) >= 0)
        return { holds: false, why: `${found}, not below ${test.below}` };
      return { holds: true, why: `${found}, ${rangeText(test)}` };
    }
  }
};

const rangeText = ({ from, below }: { readonly from?: string; readonly below?: string }): string =>
  [...(from === undefined ? [] : [`at least ${from}`]), ...(below === undefined ? [] : [`below ${below}`])].join(' and ') || 'a number';

/** The exact number of a value; null for what is none. A float is what its shortest decimal text says, `1e-7` too. */
const numberOf = (value: AttributeValue): Ratio | null => {
  if (typeof value === 'string') return isDecimalText(value) ? ratioOf(value) : null;
  return typeof value === 'number' && Number.isFinite(value) ? ratioOfNumber(value) : null;
};

const ratioOfNumber = (value: number): Ratio => {
  const [digits = '0', power = '0'] = String(value).split('e');
  const [whole = '0', part = ''] = digits.split('.');
  const places = part.length - Number(power);
  return {
    numerator: toWhole(BigInt(whole + part) * 10n ** BigInt(Math.max(0, -places))),
    denominator: toWhole(10n ** BigInt(Math.max(0, places))),
  };
};

const same = (a: AttributeValue, b: AttributeValue): boolean => {
  const [one, other] = [numberOf(a), numberOf(b)];
  if (one !== null && other !== null) return compareRatios(one, other) === 0;
  return typeof a === 'string' && typeof b === 'string' ? a.toLowerCase() === b.toLowerCase() : a === b;
};

const shown = (value: AttributeValue): string => {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
};

const listed = (values: readonly AttributeValue[]): string =>
  values.length > 5 ? `${values.slice(0, 5).map(shown).join(', ')} and ${String(values.length - 5)} more` : values.map(shown).join(', ');
