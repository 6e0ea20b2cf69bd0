/** A whole number in canonical digits (`250`; not `0250`, `+250`, `2.5` or `1e3`), which loses nothing; null for other text. */
export const plainNumber = (text: string): number | null => {
  const number = /^(?:0|-?[1-9]\d{0,15})$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(number) ? number : null;
};

/** Text as the value that it plainly is: a whole number, `true`, `false`, nothing where it is empty, else the text. */
export const plainValue = (text: string): string | number | boolean | null => {
  if (text === '') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  return plainNumber(text) ?? text;
};

/** The parts of a list of words: without blanks around them, without empty ones, each once. */
export const differentWords = (parts: readonly string[]): readonly string[] => [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];

/** `account.employees=250` as what a conversation put right; null for text of another form. */
export const correctionIn = (text: string): { readonly about: string; readonly attribute: string; readonly is: string | number | boolean | null } | null => {
  const [, about, attribute, value] = /^(account|contact)\.([^=]{1,200})=(.*)$/s.exec(text) ?? [];
  return about === undefined || attribute === undefined || value === undefined ? null : { about, attribute, is: plainValue(value) };
};
