import { CLAUSE_KINDS, type Clause } from '../sla/clauses/index.js';
import type { Period } from '../vocabulary/period.js';
import type { VersionInForce } from './versions.js';

/** Clauses of one version of the pact. */
export interface Promises {
  readonly version: VersionInForce;
  readonly clauses: readonly Clause[];
}

/** Kinds that are judged delivery by delivery: such a promise holds for what began under it, whatever is agreed later. */
const BY_DELIVERY: ReadonlySet<string> = /* @__PURE__ */ new Set(CLAUSE_KINDS.filter(({ byDelivery }) => byDelivery).map(({ kind }) => kind));

/**
 * What was promised in a period: every clause of the version under review, and those of earlier versions in force during
 * it that have since been dropped, so that no promise disappears by being agreed away. A dropped clause about the period
 * as a whole, such as a volume, is judged no more.
 */
export const promisesOf = (versions: readonly VersionInForce[], inForce: VersionInForce, period: Period): readonly Promises[] => {
  const known = new Set(inForce.pact.clauses.map(({ id }) => id));
  const dropped = versions
    .filter(({ from, until }) => from < inForce.from && (until ?? Infinity) > period.start && from < period.end)
    .reverse()
    .map((version) => {
      const clauses = version.pact.clauses.filter(({ id, kind }) => !known.has(id) && BY_DELIVERY.has(kind));
      for (const { id } of clauses) known.add(id);
      return { version, clauses };
    });
  return [{ version: inForce, clauses: inForce.pact.clauses }, ...dropped.filter(({ clauses }) => clauses.length > 0)];
};
