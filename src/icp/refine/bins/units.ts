/** Decimal text has at most so many digits after the point, and before it. */
export const PLACES = 18;
export const WHOLE = 30;
const UNIT = 10n ** BigInt(PLACES);
/** The largest plain decimal, in units of the last digit after the point. */
export const LARGEST = 10n ** BigInt(PLACES + WHOLE) - 1n;

/** A double as its shortest decimal text says, in units of 10⁻¹⁸, downwards. */
export const unitsOf = (value: number): bigint => {
  const [digits = '0', power = '0'] = String(value).split('e');
  const [whole = '0', part = ''] = digits.split('.');
  const shift = Number(power) + PLACES - part.length;
  const all = BigInt(whole + part);
  return shift >= 0 ? all * 10n ** BigInt(shift) : floorDivide(all, 10n ** BigInt(-shift));
};

/** Units of 10⁻¹⁸ as plain decimal text without idle zeros. */
export const textOfUnits = (units: bigint): string => {
  const size = units < 0n ? -units : units;
  const part = String(size % UNIT).padStart(PLACES, '0').replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${String(size / UNIT)}${part === '' ? '' : `.${part}`}`;
};

/** The whole part of a quotient, downwards. */
export const floorDivide = (a: bigint, b: bigint): bigint => (a % b < 0n ? a / b - 1n : a / b);
