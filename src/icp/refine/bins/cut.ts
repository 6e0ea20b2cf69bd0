import { floorDivide, LARGEST, PLACES, textOfUnits, unitsOf, WHOLE } from './units.js';

/**
 * The roundest decimal above `a` and up to `b`, as text: where bins that end with `a` and begin with `b` are told apart. Null
 * where no plain decimal lies between them.
 *
 * Doubles and the text compare alike: a value is at least the text as a decimal exactly when it is at least the double
 * that the text names. So a filter that asks for a range reads what the bin holds.
 */
export const roundestCut = (a: number, b: number): string | null => {
  const [low, high] = [held(unitsOf(a)), held(unitsOf(b))];
  for (let zeros = PLACES + WHOLE; zeros >= 0; zeros -= 1) {
    const step = 10n ** BigInt(zeros);
    const cut = floorTo(high, step);
    if (cut <= low) continue;
    const text = textOfUnits(cut);
    const value = Number(text);
    // The double's own shortest text must be this one, or text and double would differ about values beside it.
    if (value > a && value <= b && unitsOf(value) === cut) return text;
  }
  return null;
};

const held = (units: bigint): bigint => (units > LARGEST ? LARGEST : units < -LARGEST ? -LARGEST : units);

const floorTo = (a: bigint, step: bigint): bigint => floorDivide(a, step) * step;
