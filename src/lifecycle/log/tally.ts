/** How many there are of each, what has no name left out. */
export const tally = <T>(all: readonly T[], nameOf: (one: T) => string | undefined): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const one of all) {
    const name = nameOf(one);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
};
