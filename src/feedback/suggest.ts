import { nearest } from '../kernel/nearest.js';

/** Finds the agreed word that somebody most likely meant; null where none is near. */
export type Suggest = (word: string, known: readonly string[]) => string | null;

/** What issues suggest unless told otherwise: it compares letter by letter, with every agreed word. */
export const suggested: Suggest = nearest;

/** For whoever asks of many records only whether anything is wrong with them. */
export const unsuggested: Suggest = () => null;
