import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isWellFormed } from './text.js';

/**
 * The one text of a plain JSON value (RFC 8785): sorted keys, no spaces, one spelling for each number.
 *
 * Throws on what JSON cannot hold (NaN, functions, `undefined`, class instances): what is approved must not be
 * something that a printer would quietly drop.
 */
export const canonicalJson = (value: unknown): string => textOf(value, '$');

/** SHA-256 of the canonical text, as 64 hex digits. Equal values have equal digests, whatever the order of their keys. */
export const digest = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));

const textOf = (value: unknown, path: string): string => {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value, path);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`not JSON at ${path}: ${String(value)}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${Array.from(value, (inner: unknown, i) => textOf(inner, `${path}[${String(i)}]`)).join(',')}]`;
  const prototype: unknown = typeof value === 'object' ? Object.getPrototypeOf(value) : undefined;
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError(`not JSON at ${path}: ${typeof value}`);
  // By UTF-16 code units, as RFC 8785 asks and comparing text does.
  const entries = Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${quoted(key, path)}:${textOf(inner, `${path}.${key}`)}`).join(',')}}`;
};

const quoted = (text: string, path: string): string => {
  if (!isWellFormed(text)) throw new TypeError(`not JSON at ${path}: half of a surrogate pair`);
  return JSON.stringify(text);
};
