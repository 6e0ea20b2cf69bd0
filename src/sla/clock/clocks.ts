import type { ClockFact, Facts } from '../../vocabulary/fact.js';
import { CLAUSE_KINDS } from '../clauses/index.js';
import { kindOf, type ClauseBase, type ClauseContext, type ClauseKind, type ClockContext } from '../clause.js';
import { excuse, waived } from './excuse.js';
import type { ClauseFinding } from '../finding/finding.js';

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
): readonly ClockFact[] => {
  const made = clauses.map((clause) => ({ clause, clocks: kindOf(clause, kinds).clocks(clause, facts, context) }));
  const excusing = new Set(clauses.flatMap((clause) => clause.excusedBy ?? []));
  const breaches = made
    .filter(({ clause }) => excusing.has(clause.id))
    .flatMap(({ clause, clocks }) => kindOf(clause, kinds).breaches(clause, facts, clocks));
  return made.flatMap(({ clause, clocks }) => {
    const letGo = waived(clause.id, clocks, context.waivers);
    const waivedClocks = clocks.map((clock) => {
      const waiver = letGo.get(clock);
      return waiver === undefined ? clock : { ...clock, waivedAt: waiver.at, waivedEvent: waiver.event, waivedBy: waiver.by, waivedWhy: waiver.why };
    });
    return excuse(waivedClocks, clause.excusedBy ?? [], breaches);
  });
};

/** Judge each clause over the period, in the order given. `facts.clocks` holds what {@link clocksOf} made. */
export const assessClauses = (
  clauses: readonly ClauseBase[],
  facts: Facts,
  context: ClauseContext,
  kinds: readonly ClauseKind[] = CLAUSE_KINDS,
): readonly ClauseFinding[] => clauses.map((clause) => kindOf(clause, kinds).assess(clause, facts, context));
