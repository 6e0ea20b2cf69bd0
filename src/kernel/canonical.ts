import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalize } from 'json-canonicalize';
import { isWellFormed } from './text.js';

/**
 * The one text of a plain JSON value (RFC 8785): sorted keys, no spaces, one spelling for each number.
 *
 * Throws on what JSON cannot hold (NaN, functions, `undefined`, class instances): what is approved must not be
 * something that a printer would quietly drop.
 */
export const canonicalJson = (value: unknown): string => {
  assertPlain(value, '$');
  return canonicalize(value);
};

/** SHA-256 of the canonical text, as 64 hex digits. Equal values have equal digests, whatever the order of their keys. */
export const digest = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));

const assertPlain = (value: unknown, path: string): void => {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') {
    if (!isWellFormed(value)) throw new TypeError(`not JSON at ${path}: half of a surrogate pair`);
    return;
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`not JSON at ${path}: ${String(value)}`);
    return;
  }
  if (Array.isArray(value)) {
    value.forEach((inner, i) => {
      assertPlain(inner, `${path}[${String(i)}]`);
    });
    return;
  }
  const prototype: unknown = typeof value === 'object' ? Object.getPrototypeOf(value) : undefined;
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError(`not JSON at ${path}: ${typeof value}`);
  for (const [key, inner] of Object.entries(value as object)) {
    if (!isWellFormed(key)) throw new TypeError(`not JSON at ${path}: half of a surrogate pair in a name`);
    assertPlain(inner, `${path}.${key}`);
  }
};
