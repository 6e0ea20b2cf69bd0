const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The three characters that tell an id's capitals, one for each five of its characters: Salesforce's published checksum. */
const suffixOf = (id: string): string =>
  [0, 5, 10].map((start) => ALPHABET[[0, 1, 2, 3, 4].reduce((sum, i) => sum + (/[A-Z]/.test(id[start + i] ?? '') ? 2 ** i : 0), 0)] ?? '').join('');

/**
 * A Salesforce id in its one spelling of 18 characters. The one of 15 tells letters apart by case and is made longer; one
 * of 18 whose letters a spreadsheet has put into one case gets its capitals back from its own checksum. Whatever else
 * stands in an id column (a hash, an external key, an id with a checksum that does not fit) is kept as it is.
 *
 * @example
 * ```ts
 * import { toSalesforceId } from 'revpact/crm';
 *
 * toSalesforceId('00Q1G00000nDnM5') // => '00Q1G00000nDnM5UAK'
 * toSalesforceId('00q1g00000ndnm5uak') // => '00Q1G00000nDnM5UAK'
 * ```
 */
export const toSalesforceId = (text: string): string => {
  if (/^[A-Za-z0-9]{15}$/.test(text)) return text + suffixOf(text);
  if (!/^[A-Za-z0-9]{18}$/.test(text)) return text;
  if (suffixOf(text.slice(0, 15)) === text.slice(15)) return text;
  if (text !== text.toLowerCase() && text !== text.toUpperCase()) return text;
  const suffix = text.slice(15).toUpperCase();
  const restored = Array.from(text.slice(0, 15).toLowerCase(), (letter, i) => (((ALPHABET.indexOf(suffix[Math.floor(i / 5)] ?? '') >> (i % 5)) & 1) === 1 ? letter.toUpperCase() : letter)).join('');
  return suffixOf(restored) === suffix ? restored + suffix : text;
};

/** The first three characters of an id say what it names. */
export const KEY_PREFIX = { lead: '00Q', contact: '003', opportunity: '006', user: '005', queue: '00G' } as const;

/** Whether an id names a record of this kind. */
export const names = (kind: keyof typeof KEY_PREFIX, id: string): boolean => id.startsWith(KEY_PREFIX[kind]);
