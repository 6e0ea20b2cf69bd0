const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether a string is text: half of a surrogate pair is none, has no UTF-8 and so no digest. */
export const isWellFormed = (text: string): boolean => !LONE_SURROGATE.test(text);

const SPECIAL = /[\u0130\u03a3]/;

/**
 * Text without regard to case: each letter on its own becomes the small one that Unicode pairs with it, so that what a
 * letter becomes does not hang on its neighbours, and SQL's `lower()` says the same, but for scripts that are younger than
 * an engine's Unicode tables. `toLowerCase` differs in two places: it makes İ two letters, and Σ another letter at the end of
 * a word. Accents stay, and so does how they are composed.
 */
export const foldCase = (text: string): string =>
  (SPECIAL.test(text) ? text.replaceAll('\u0130', 'i').replaceAll('\u03a3', '\u03c3') : text).toLowerCase();
