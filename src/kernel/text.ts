const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether a string is text: half of a surrogate pair is none, has no UTF-8 and so no digest. */
export const isWellFormed = (text: string): boolean => !LONE_SURROGATE.test(text);
