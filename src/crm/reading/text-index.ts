/** Numbers for texts, in the order in which they first appear; found by a stretch of a longer text, which is not cut out for that. */
export interface TextIndex {
  /** The number of the text between two positions, a new one where it is new. */
  readonly codeOf: (text: string, start: number, end: number) => number;
  /** The texts by number. */
  readonly texts: readonly string[];
}

const LATELY = 128;

/** A copy that does not keep alive the long text it was cut out of. */
const copy = (text: string, start: number, end: number): string => {
  let made = '';
  for (let from = start; from < end; from += 1000) {
    const codes: number[] = [];
    for (let at = from; at < Math.min(from + 1000, end); at += 1) codes.push(text.charCodeAt(at));
    made += String.fromCharCode(...codes);
  }
  return made;
};

export const textIndex = (): TextIndex => {
  const texts: string[] = [];
  let hashes = new Int32Array(64);
  /** Numbers plus one, by hash; 0 where nothing is. At most half full. */
  let slots = new Int32Array(128);
  let last = -1;
  // Texts met lately, by length and two signs of them: to compare a text is cheaper than to hash it.
  const lately = new Int32Array(LATELY);

  const grow = (): void => {
    const wider = new Int32Array(hashes.length * 2);
    wider.set(hashes);
    hashes = wider;
    slots = new Int32Array(hashes.length * 2);
    for (let code = 0; code < texts.length; code += 1) slots[freeSlot(hashes[code] ?? 0)] = code + 1;
  };
  const freeSlot = (hash: number): number => {
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    return slot;
  };
  const codeOf = (text: string, start: number, end: number): number => {
    // The next row is often of the same lead, party or type.
    if (last !== -1 && isAt(texts[last] ?? '', text, start, end)) return last;
    const place = ((end - start) * 7 + text.charCodeAt(start) * 31 + text.charCodeAt(end - 1)) & (LATELY - 1);
    const guess = (lately[place] ?? 0) - 1;
    if (guess !== -1 && isAt(texts[guess] ?? '', text, start, end)) return (last = guess);
    last = hashed(text, start, end);
    lately[place] = last + 1;
    return last;
  };
  const hashed = (text: string, start: number, end: number): number => {
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash ^= hash >>> 15;
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const code = (slots[slot] ?? 0) - 1;
      if (code === -1) break;
      if (hashes[code] === hash && isAt(texts[code] ?? '', text, start, end)) return code;
    }
    if (texts.length === hashes.length) grow();
    hashes[texts.length] = hash;
    slots[freeSlot(hash)] = texts.length + 1;
    return texts.push(copy(text, start, end)) - 1;
  };
  return { codeOf, texts };
};

const isAt = (word: string, text: string, start: number, end: number): boolean => {
  if (word.length !== end - start) return false;
  // Ids differ at their end.
  for (let i = word.length - 1; i >= 0; i -= 1) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
};
