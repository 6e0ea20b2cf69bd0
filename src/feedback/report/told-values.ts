import type { Instant } from '../../kernel/instant.js';
import type { ProfileValue } from '../../vocabulary/words.js';
import type { FactCorrection } from './corrections.js';

/** A value of an attribute that a conversation told, and since when it could be known: what a refinement takes. */
export interface ToldValue {
  readonly about: 'account' | 'contact';
  readonly id: string;
  readonly attribute: string;
  readonly value: ProfileValue;
  readonly knownAt: Instant;
}

/** Corrections as dated values, those of which nobody knows whom they are about left out. */
export const toldValues = (told: readonly FactCorrection[]): readonly ToldValue[] =>
  told.flatMap(({ about, id, attribute, is, knownAt }) => (id === null ? [] : [{ about, id, attribute, value: is, knownAt }]));
