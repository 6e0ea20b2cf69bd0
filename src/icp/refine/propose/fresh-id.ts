/** The longest id there is. */
const LONGEST = 64;

/** An id for a criterion on an attribute that no other criterion has: its name in plain letters, with a number where that is taken. */
export const freshId = (attribute: string, taken: ReadonlySet<string>): string => {
  const plain = attribute
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+/, '')
    .replace(/_$/, '');
  const stem = plain === '' ? 'attribute' : plain;
  for (let n = 1; ; n += 1) {
    const ending = n === 1 ? '' : `_${String(n)}`;
    const id = stem.slice(0, LONGEST - ending.length) + ending;
    if (!taken.has(id)) return id;
  }
};
