/** Names of the specifics that were given and are not empty, sorted. */
export const given = (specifics: Readonly<Record<string, string>> = {}): readonly string[] =>
  Object.entries(specifics)
    .filter(([, value]) => value.trim() !== '')
    .map(([name]) => name)
    .sort();
