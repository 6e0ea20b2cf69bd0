import fc from 'fast-check';

/** Scores of rows and what became of them. */
export interface ScoredRows {
  readonly scores: readonly number[];
  readonly label: readonly number[];
}

/** Up to 60 rows with many ties. */
export const anyOutcomes = (): fc.Arbitrary<ScoredRows> =>
  fc
    .array(fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: 0, max: 1 })), { maxLength: 60 })
    .map((rows) => ({ scores: rows.map(([score]) => score), label: rows.map(([, label]) => label) }));

/** The same rows in another order. */
export const shuffledBoth = ({ scores, label }: ScoredRows, seed: number): ScoredRows => {
  const place = (row: number): number => ((row + 1) * 7919 + (seed % 1009)) % 101;
  const order = scores.map((_, row) => row).sort((a, b) => place(a) - place(b));
  return { scores: order.map((row) => scores[row] ?? NaN), label: order.map((row) => label[row] ?? NaN) };
};

const ROWS = Array.from({ length: 500 }, (_, row) => row);
const SCORES = ROWS.map((row) => (row * 7919) % 101);

/** 500 rows spelled out by two congruences, so that any engine can make them: scores 0 to 100 with ties, likelier wins above. */
export const LATTICE = {
  scores: SCORES,
  label: ROWS.map((row) => ((row * 104_729 + 13) % 1009 < (SCORES[row] ?? 0) * 6 + 100 ? 1 : 0)),
  probability: SCORES.map((score) => (score + 1) / 103),
};
