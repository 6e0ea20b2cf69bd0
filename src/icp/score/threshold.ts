import { compareRatios, isDecimalText, ratioOf } from '../../kernel/ratio.js';
import { decimalOf } from './value.js';

/**
 * A decimal threshold as a test of floats that answers as the decimals would: a float is what its shortest decimal text
 * says, and reading decimals as floats keeps their order, so that only the float nearest to the threshold needs a look.
 */
export interface Threshold {
  /** The decimal as agreed. */
  readonly text: string;
  /** The float nearest to it. */
  readonly at: number;
  /** Whether that float itself is at least the threshold. */
  readonly reached: boolean;
}

export const thresholdOf = (text: string): Threshold => {
  const at = Number(text);
  return { text, at, reached: compareRatios(exact(decimalOf(at)), ratioOf(text)) >= 0 };
};

/** Whether a finite float is at least the threshold. */
export const reaches = (value: number, { at, reached }: Threshold): boolean => value > at || (reached && value === at);

/** Whether decimal text is at least the threshold. */
export const textReaches = (value: string, threshold: Threshold): boolean =>
  value.length <= 15 ? reaches(Number(value), threshold) : compareRatios(ratioOf(value), ratioOf(threshold.text)) >= 0;

/** A float's decimal may have more places than agreed decimals have. */
const exact = (text: string): { readonly numerator: string; readonly denominator: string } => {
  if (isDecimalText(text)) {
    const { numerator, denominator } = ratioOf(text);
    return { numerator: String(numerator), denominator: String(denominator) };
  }
  const [whole = '0', part = ''] = text.split('.');
  return { numerator: whole + part, denominator: `1${'0'.repeat(part.length)}` };
};
