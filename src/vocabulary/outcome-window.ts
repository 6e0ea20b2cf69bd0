/** Ten years: no sale is waited for longer. */
const LONGEST_DAYS = 3660;
const DAY = 86_400_000;

/**
 * How long after its delivery a lead's outcome is waited for, in milliseconds: so many days of 24 hours. Throws a `RangeError` on
 * what is no whole number of days from 1 to 3,660.
 */
export const windowMs = (windowDays: number): number => {
  if (!(Number.isInteger(windowDays) && windowDays >= 1 && windowDays <= LONGEST_DAYS))
    throw new RangeError(`windowDays is a whole number of days, 1 to ${String(LONGEST_DAYS)}`);
  return windowDays * DAY;
};
