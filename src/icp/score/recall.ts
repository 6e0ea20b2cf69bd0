import { LONGEST_TEXT } from './value.js';

/** How many different texts are kept of one question. */
const MOST_KEPT = 1024;

/** Texts of one field mostly are a few that come again: what was found for one of them is found again without asking. */
export const recalling = <T extends object>(find: (text: string) => T): ((text: string) => T) => {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const found = find(text);
    if (kept.size < MOST_KEPT && text.length <= LONGEST_TEXT) kept.set(text, found);
    return found;
  };
};

/** How many numbers with places are kept: to write one out anew takes longer than to ask a whole criterion. */
const PLACES = 4096;

/** Writes numbers as text. Those with places are kept, each in the one place that is for it, until another comes there. */
export const numberWriter = (): ((value: number) => string) => {
  let numbers: Float64Array | null = null;
  let texts: string[] = [];
  return (value) => {
    // Whole numbers are quick to write.
    if (Number.isInteger(value)) return String(value);
    if (numbers === null) {
      numbers = new Float64Array(PLACES).fill(NaN);
      texts = Array.from(numbers, () => '');
    }
    const place = (value * 40_503.7) & (PLACES - 1);
    if (numbers[place] === value) return texts[place] ?? '';
    const text = String(value);
    numbers[place] = value;
    texts[place] = text;
    return text;
  };
};
