import type { Names } from '../pact/names.js';
import type { Review } from '../pact/review.js';

/** What people call something that the review knows by its id; the id where it has no name. */
export type Named = (kind: keyof Names, id: string | null) => string;

export const namedIn =
  ({ pact }: Review): Named =>
  (kind, id) =>
    id === null ? '' : Object.hasOwn(pact.names[kind], id) ? (pact.names[kind][id] ?? id) : id;
