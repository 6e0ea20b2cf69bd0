import { GLOSSARY } from '../glossary.js';
import type { Term } from './term.js';
import { namesOf, wordKey } from './word.js';

/**
 * What someone may mean by a word, most likely first: what this speaker calls so; the term that is called so, or whose id
 * or name in data it is; what other speakers call so. Case, hyphens and underscores do not matter. Empty where no term
 * knows the word.
 *
 * @param saidBy - Who says it, as the glossary names speakers: `sales`, `marketing`, `HubSpot`.
 * @example
 * ```ts
 * import { termsFor } from 'revpact/vocabulary';
 *
 * termsFor('lead', 'sales').map(({ id }) => id)[0] // => 'sql'
 * termsFor('lead', 'marketing').map(({ id }) => id)[0] // => 'mql'
 * termsFor('lead').map(({ id }) => id)[0] // => 'lead'
 * termsFor('gadget') // => []
 * ```
 */
export const termsFor = (word: string, saidBy?: string, terms: readonly Term[] = GLOSSARY): readonly Term[] => {
  const key = wordKey(word);
  const speaker = saidBy === undefined ? null : wordKey(saidBy);
  const rank = (term: Term): number => {
    const said = term.synonyms.filter((synonym) => wordKey(synonym.word) === key);
    if (said.some((synonym) => wordKey(synonym.saidBy) === speaker)) return 0;
    if (namesOf(term).includes(key)) return 1;
    if (wordKey(term.id) === key || term.writtenAs.some(({ name }) => wordKey(name) === key)) return 2;
    return said.length > 0 ? 3 : 4;
  };
  const ranked = terms.map((term) => ({ term, rank: rank(term) })).filter((one) => one.rank < 4);
  return ranked.sort((a, b) => a.rank - b.rank).map(({ term }) => term);
};
