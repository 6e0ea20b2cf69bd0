/** Names by code, coded as they come. */
export interface Dictionary {
  readonly code: (name: string) => number;
  /** The names so far; of a kind that is given, no more than a code of sixteen bits can tell apart. */
  readonly names: (kind?: string) => readonly string[];
}

const MOST = 65_534;

export const dictionary = (): Dictionary => {
  const codes = new Map<string, number>();
  // Logs are often grouped by lead, and one party acts many times in a row: then the code is at hand.
  let [last, lastCode]: [string | null, number] = [null, 0];
  return {
    code: (name) => {
      if (name === last) return lastCode;
      lastCode = codes.get(name) ?? codes.size;
      if (lastCode === codes.size) codes.set(name, lastCode);
      last = name;
      return lastCode;
    },
    names: (kind) => {
      if (kind !== undefined && codes.size > MOST) throw new RangeError(`a log as columns tells ${String(MOST)} ${kind} apart, and this one has ${String(codes.size)}`);
      return [...codes.keys()];
    },
  };
};
