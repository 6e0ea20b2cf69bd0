import type { FactKey } from '../definition/column.js';
import type { FactSource } from './source.js';

/** Positions of words of one list in another; -1 where the other has none such. Null where they are one list. */
export const translation = (from: readonly string[], to: readonly string[]): Int32Array | null => {
  if (from === to) return null;
  const known = new Map<string, number>();
  for (const [code, word] of to.entries()) known.set(word, code);
  const codes = new Int32Array(from.length);
  for (const [code, word] of from.entries()) codes[code] = known.get(word) ?? -1;
  return codes;
};

/** The place of each row's lead among the leads; -1 where there is none. */
export const leadRows = (key: FactKey, source: FactSource): Int32Array => {
  const leads = source.table('leads');
  const { rows } = source.table(key);
  const found = new Int32Array(rows).fill(-1);
  if (key === 'leads') {
    for (let row = 0; row < rows; row += 1) found[row] = row;
    return found;
  }
  const ids = leads.text('leadId');
  const rowOfCode = new Int32Array(ids.words.length).fill(-1);
  for (let row = 0; row < leads.rows; row += 1) {
    const code = ids.codes[row] ?? -1;
    if (code >= 0) rowOfCode[code] = row;
  }
  const own = source.table(key).text('leadId');
  const codes = translation(own.words, ids.words);
  for (let row = 0; row < rows; row += 1) {
    const code = own.codes[row] ?? -1;
    found[row] = code < 0 ? -1 : (rowOfCode[codes === null ? code : (codes[code] ?? -1)] ?? -1);
  }
  return found;
};
