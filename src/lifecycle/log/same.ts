/** Whether two plain values hold the same, whatever the order of their keys. */
export const sameContent = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return Array.isArray(a) === Array.isArray(b) && left.length === right.size && left.every(([key, value]) => right.has(key) && sameContent(value, right.get(key)));
};
