import { groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import type { ClockFact, Facts } from '../../vocabulary/fact.js';
import { CLAUSE_KINDS } from '../clauses/index.js';
import { kindOf, type ClauseBase, type ClauseContext, type ClauseKind, type ClockContext } from '../clause.js';
import { excuse, waived } from './excuse.js';
import type { ClauseFinding } from '../finding/finding.js';

/** Clauses, and the time in which promises begin under them: one version of a pact. */
export interface ClausesInForce {
  readonly clauses: readonly ClauseBase[];
  readonly context: ClockContext;
  readonly from: Instant;
  /** When the next version takes over; null for the last. */
  readonly until: Instant | null;
}

/**
 * The clocks of all clauses over all facts, with excuses and waivers: what belongs into `facts.clocks`. Every breach is
 * judged before any excuse, so that an excused or waived breach still excuses another.
 *
 * @throws RevpactError with `sla.beyond_horizon` where a calendar has too little open time left before 2200.
 */
export const clocksOf = (
  clauses: readonly ClauseBase[],
  facts: Facts,
  context: ClockContext,
  kinds: readonly ClauseKind[] = CLAUSE_KINDS,
): readonly ClockFact[] => clocksUnder([{ clauses, context, from: -Infinity, until: null }], facts, kinds);

/**
 * The same under several versions of a pact: each promise is made, and broken, by the version in force when it began. A
 * breach excuses, and a waiver lets go, whatever version the two promises belong to.
 */
export const clocksUnder = (
  versions: readonly ClausesInForce[],
  facts: Facts,
  kinds: readonly ClauseKind[] = CLAUSE_KINDS,
): readonly ClockFact[] => {
  const excusing = new Set(versions.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.excusedBy ?? [])));
  const promising = groupBy(versions.flatMap((version) => version.clauses.map(({ id }) => ({ id, version }))), ({ id }) => id);
  const made = versions.flatMap((version) => {
    const { clauses, context } = version;
    const begun = ({ startedAt }: { readonly startedAt: Instant }): boolean => holdsAt(version, startedAt);
    return clauses.map((clause) => {
      const kind = kindOf(clause, kinds);
      const isInForce = (at: Instant): boolean => (promising.get(clause.id) ?? []).some((one) => holdsAt(one.version, at));
      const clocks = kind.clocks(clause, facts, { ...context, isInForce }).filter(begun);
      const breaches = excusing.has(clause.id) ? kind.breaches(clause, facts, clocks).filter(begun) : [];
      return { clause, clocks, breaches, waivers: context.waivers };
    });
  });
  const breaches = made.flatMap((one) => one.breaches);
  const ofClause = groupBy(made, ({ clause }) => clause.id);
  return made.flatMap(({ clause, clocks, waivers }) => {
    const all = (ofClause.get(clause.id) ?? []).flatMap((one) => one.clocks);
    const letGo = waived(clause.id, all, waivers);
    const waivedClocks = clocks.map((clock) => {
      const waiver = letGo.get(clock);
      return waiver === undefined ? clock : { ...clock, waivedAt: waiver.at, waivedEvent: waiver.event, waivedBy: waiver.by, waivedWhy: waiver.why };
    });
    return excuse(waivedClocks, clause.excusedBy ?? [], breaches);
  });
};

const holdsAt = ({ from, until }: ClausesInForce, at: Instant): boolean => at >= from && (until === null || at < until);

/** Judge each clause over the period, in the order given. `facts.clocks` holds what {@link clocksOf} made. */
export const assessClauses = (
  clauses: readonly ClauseBase[],
  facts: Facts,
  context: ClauseContext,
  kinds: readonly ClauseKind[] = CLAUSE_KINDS,
): readonly ClauseFinding[] => clauses.map((clause) => kindOf(clause, kinds).assess(clause, facts, context));
