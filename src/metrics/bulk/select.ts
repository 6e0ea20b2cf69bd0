/** Below this many values sorting is as fast as looking for places. */
const FEW = 1024;
const BUCKETS = 1 << 16;
const LOW = BUCKETS - 1;
/** Two words of sixteen bits twice. */
const LEVELS = 4;

/** Which 32-bit half of a double has its sign: the second where numbers are stored with the low end first. */
const HIGH = /* @__PURE__ */ (() => (new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0))();

/**
 * The values at some places of the ascending order, 1 for the least: exact, without sorting. Doubles are ordered as their
 * bits are, so that values are counted by their first sixteen bits, and only those that share them with a wanted place are
 * looked at further: four times through the values at the very most, whatever they are.
 *
 * @param values - Numbers without NaN, in any order; they are left as they are.
 * @param places - Whole numbers from 1 to the count of values; another gives NaN.
 */
export const valuesAt = (values: Float64Array, places: readonly number[]): Float64Array => {
  const found = new Float64Array(places.length).fill(NaN);
  const wanted = places.map((place, into) => ({ place, into })).filter(({ place }) => place >= 1 && place <= values.length);
  look(values, wanted.sort((a, b) => a.place - b.place), found, 0);
  return found;
};

/** A wanted place, and where its value goes. */
interface Wanted {
  readonly place: number;
  readonly into: number;
}

const look = (values: Float64Array, wanted: readonly Wanted[], found: Float64Array, level: number): void => {
  if (wanted.length === 0) return;
  // Few different values, as whole days are, share all their bits with many others.
  if (level === LEVELS || (level > 0 && areAlike(values))) {
    for (const { into } of wanted) found[into] = values[0] ?? NaN;
    return;
  }
  if (values.length <= FEW) {
    const sorted = values.slice().sort();
    for (const { place, into } of wanted) found[into] = sorted[place - 1] ?? NaN;
    return;
  }
  const keys = keysOf(values, level);
  const sizes = counted(keys);
  const shares = sharesOf(wanted, sizes);
  const all = shares[0];
  if (all !== undefined && sizes[all.bucket] === values.length) {
    look(values, all.inside, found, level + 1);
    return;
  }
  const { gathered, starts } = gather(values, keys, shares, sizes);
  shares.forEach(({ inside }, i) => {
    look(gathered.subarray(starts[i], starts[i + 1]), inside, found, level + 1);
  });
};

const areAlike = (values: Float64Array): boolean => {
  const first = values[0];
  for (let i = 1; i < values.length; i += 1) if (values[i] !== first) return false;
  return true;
};

/**
 * How to read sixteen bits of each value so that they grow with it: which half, which end of it, and what is turned over.
 * Below zero all bits count backwards; from the second level on all values have one sign.
 */
interface Keys {
  readonly words: Int32Array;
  readonly offset: number;
  readonly shift: number;
  readonly turned: number;
  readonly bySign: boolean;
}

const keysOf = (values: Float64Array, level: number): Keys => {
  const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
  return {
    words,
    offset: level < 2 ? HIGH : 1 - HIGH,
    shift: level % 2 === 0 ? 16 : 0,
    turned: level > 0 && (words[HIGH] ?? 0) < 0 ? -1 : 0,
    bySign: level === 0,
  };
};

const SIGN = 1 << 31;

const counted = ({ words, offset, shift, turned, bySign }: Keys): Uint32Array => {
  const sizes = new Uint32Array(BUCKETS);
  if (bySign) {
    for (let i = offset; i < words.length; i += 2) {
      const word = words[i] ?? 0;
      const bucket = (word ^ ((word >> 31) | SIGN)) >>> shift;
      sizes[bucket] = (sizes[bucket] ?? 0) + 1;
    }
  } else {
    for (let i = offset; i < words.length; i += 2) {
      const bucket = (((words[i] ?? 0) ^ turned) >>> shift) & LOW;
      sizes[bucket] = (sizes[bucket] ?? 0) + 1;
    }
  }
  return sizes;
};

/** A bucket that holds wanted places, and these as counted within it. */
interface Share {
  readonly bucket: number;
  readonly inside: readonly Wanted[];
}

const sharesOf = (ascending: readonly Wanted[], sizes: Uint32Array): readonly Share[] => {
  const shares: { bucket: number; inside: Wanted[] }[] = [];
  let [bucket, before] = [0, 0];
  for (const { place, into } of ascending) {
    while (before + (sizes[bucket] ?? 0) < place) {
      before += sizes[bucket] ?? 0;
      bucket += 1;
    }
    const last = shares.at(-1);
    const one = { place: place - before, into };
    if (last?.bucket === bucket) last.inside.push(one);
    else shares.push({ bucket, inside: [one] });
  }
  return shares;
};

/** The values of some buckets, bucket by bucket, in one pass. */
const gather = (
  values: Float64Array,
  { words, offset, shift, turned, bySign }: Keys,
  shares: readonly Share[],
  sizes: Uint32Array,
): { readonly gathered: Float64Array; readonly starts: readonly number[] } => {
  const starts = [0];
  for (const { bucket } of shares) starts.push((starts.at(-1) ?? 0) + (sizes[bucket] ?? 0));
  const gathered = new Float64Array(starts.at(-1) ?? 0);
  // By bucket, the place of its share plus one: most values have none.
  const shareOf = new Uint32Array(BUCKETS);
  shares.forEach(({ bucket }, i) => {
    shareOf[bucket] = i + 1;
  });
  const next = Uint32Array.from([0, ...starts]);
  for (let i = 0; i < values.length; i += 1) {
    const word = words[2 * i + offset] ?? 0;
    const share = shareOf[bySign ? (word ^ ((word >> 31) | SIGN)) >>> shift : ((word ^ turned) >>> shift) & LOW] ?? 0;
    if (share === 0) continue;
    const place = next[share] ?? 0;
    gathered[place] = values[i] ?? NaN;
    next[share] = place + 1;
  }
  return { gathered, starts };
};
