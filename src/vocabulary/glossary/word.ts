import type { Term } from './term.js';

/** A word as it is compared: without regard to case, spaces, hyphens and underscores. */
export const wordKey = (word: string): string => word.toLowerCase().replace(/[\s_‑-]+/g, ' ').trim();

/** The words that are a term's own: with its abbreviation, without it, and the abbreviation alone. */
export const namesOf = ({ term }: Term): readonly string[] => {
  const [, full, short] = /^([^()]+?) \(([^()]+)\)$/.exec(term) ?? [];
  return [term, full, short].flatMap((name) => (name === undefined ? [] : [wordKey(name)]));
};
