import { byText, groupBy } from '../../../kernel/group.js';
import { keyOf } from '../../score/value.js';

/** Which word each row has, -1 for none, and the words. */
export interface Words {
  readonly codes: Int32Array;
  readonly words: readonly string[];
}

/** Words that a filter takes for the same as one, numbered as they first occur; words of no row are left out. */
export const mergeWords = (codes: Int32Array, words: readonly string[]): Words => namedInOrder(codes, words, keyOf);

/** Words with equal keys as one, spelled as most rows spell it and of equals as the first by text. Linear in rows and words. */
export const namedInOrder = (codes: Int32Array, words: readonly string[], same: (word: string) => string | number | boolean): Words => {
  const groups = new Map<string | number | boolean, number>();
  const became = new Int32Array(words.length).fill(-1);
  const first: number[] = [];
  const others = new Map<number, number[]>();
  const named = codes.map((code) => {
    if (code < 0) return -1;
    const known = became[code] ?? -1;
    if (known >= 0) return known;
    const key = same(words[code] ?? '');
    const group = groups.get(key) ?? first.length;
    if (group === first.length) {
      groups.set(key, group);
      first.push(code);
    } else {
      const more = others.get(group);
      if (more === undefined) others.set(group, [code]);
      else more.push(code);
    }
    became[code] = group;
    return group;
  });
  const rows = new Int32Array(words.length);
  for (const code of codes) if (code >= 0) rows[code] = (rows[code] ?? 0) + 1;
  const wordOf = (code: number): string => words[code] ?? '';
  return {
    codes: named,
    words: first.map((code, group) => {
      const more = others.get(group);
      return more === undefined ? wordOf(code) : mostUsed([code, ...more].map((one) => ({ text: wordOf(one), rows: rows[one] ?? 0 })));
    }),
  };
};

/** The spelling of most rows; one text may stand under several codes. */
const mostUsed = (spellings: readonly { readonly text: string; readonly rows: number }[]): string => {
  const totals = [...groupBy(spellings, ({ text }) => text)].map(([text, ones]) => ({ text, rows: ones.reduce((sum, { rows }) => sum + rows, 0) }));
  return totals.sort((a, b) => b.rows - a.rows || byText(a.text, b.text))[0]?.text ?? '';
};
