/**
 * The middle 95 % of values in ascending order: as many are cut off above as below, the largest whole number within 2.5 % of one
 * more than there are (Davison and Hinkley 1997). Of fewer than 79 values it is the lowest and the highest; null of nothing.
 */
export const middle95 = (ascending: Float64Array): { readonly low: number; readonly high: number } | null => {
  const place = Math.max(1, Math.floor((ascending.length + 1) / 40));
  const low = ascending[place - 1];
  const high = ascending[ascending.length - place];
  return low === undefined || high === undefined ? null : { low, high };
};
