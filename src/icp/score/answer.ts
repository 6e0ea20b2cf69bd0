/** Yes, no, not known. Small integers, because every account asks for many of them. */
export type Answer = 1 | 0 | -1;

/** Yes, no or not known, as results carry it. */
export const holdsOf = (answer: Answer): boolean | null => (answer === -1 ? null : answer === 1);

/** Whether a count is within bounds when between `least` and `most` of it is known to be so. */
export const within = (least: number, most: number, from: number, below: number): Answer =>
  least >= from && most < below ? 1 : most < from || least >= below ? 0 : -1;
