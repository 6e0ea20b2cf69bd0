import type { Instant } from '../kernel/instant.js';
import type { Facts, StageVisitFact } from '../vocabulary/fact.js';
import type { StageId } from '../vocabulary/framework.js';
import type { MilestoneBasis } from './basis.js';
import { stagesOf } from './applicable.js';
import type { Candidate, MetricOptions, Outcome } from './candidate.js';

/** The order in which stages were entered, over all leads. An inferred visit and the one that revealed it share an event. */
const byEntry = (a: StageVisitFact, b: StageVisitFact): number => a.enteredAt - b.enteredAt || a.enteredOrder - b.enteredOrder || a.visit - b.visit;

/** Each lead's entries into some stages before asOf, in order. */
const entriesByLead = (facts: Facts, stages: readonly StageId[], asOf: Instant): ReadonlyMap<string, readonly StageVisitFact[]> => {
  const wanted = new Set(stages);
  const byLead = new Map<string, StageVisitFact[]>();
  for (const visit of facts.stageVisits) {
    if (visit.enteredAt >= asOf || !wanted.has(visit.stage)) continue;
    const entries = byLead.get(visit.leadId);
    if (entries === undefined) byLead.set(visit.leadId, [visit]);
    else entries.push(visit);
  }
  for (const entries of byLead.values()) entries.sort(byEntry);
  return byLead;
};

/** The entries that count. An inferred one is picked like any other, so that a later one is not taken for the first; being of no known date, it is in no cohort. */
const picked = (entries: readonly StageVisitFact[], pick: MilestoneBasis['base']['pick']): readonly StageVisitFact[] =>
  pickedOf(entries, pick).filter(({ inferred }) => !inferred);

const pickedOf = (entries: readonly StageVisitFact[], pick: MilestoneBasis['base']['pick']): readonly StageVisitFact[] => {
  switch (pick) {
    case 'first':
      return entries.slice(0, 1);
    case 'last':
      return entries.slice(-1);
    case 'every':
      return entries;
  }
};

/** Entries into the base milestone, each followed to the first entry into the target at or after it. */
export function* milestoneCandidates(basis: MilestoneBasis, facts: Facts, options: MetricOptions): Generator<Candidate> {
  const { framework, asOf } = options;
  const { base, target, window, cohort } = basis;
  const bases = entriesByLead(facts, stagesOf(framework, base.milestone), asOf);
  const targets = target === null ? null : entriesByLead(facts, stagesOf(framework, target.milestone), asOf);

  if (cohort === 'own') {
    for (const [side, outcome] of [
      [bases, 'base_entry'],
      [targets, 'target_entry'],
    ] as const) {
      for (const entries of side?.values() ?? []) {
        for (const visit of picked(entries, base.pick)) yield entryOf(visit, null, visit.enteredAt, outcome);
      }
    }
    return;
  }

  for (const [leadId, entries] of bases) {
    const goals = targets?.get(leadId) ?? [];
    let next = 0;
    for (const visit of picked(entries, base.pick)) {
      for (let goal = goals[next]; goal !== undefined && byEntry(goal, visit) < 0; goal = goals[next]) next += 1;
      const goal = goals[next] ?? null;
      const outcome = targets === null ? 'counted' : follow(visit.enteredAt, goal?.enteredAt ?? null, window?.ms ?? null, asOf);
      const axisAt = cohort === 'base.at' ? visit.enteredAt : outcome === 'converted' ? (goal?.enteredAt ?? null) : null;
      yield entryOf(visit, goal, axisAt, outcome);
    }
  }
}

/** How far a unit has come: a window that reaches beyond asOf, or has no end, is still open. */
const follow = (baseAt: Instant, targetAt: Instant | null, windowMs: number | null, asOf: Instant): Outcome => {
  if (targetAt !== null) return windowMs === null || targetAt - baseAt < windowMs ? 'converted' : 'window_expired';
  return windowMs === null || asOf - baseAt < windowMs ? 'still_open' : 'no_target';
};

const entryOf = (visit: StageVisitFact, goal: StageVisitFact | null, axisAt: Instant | null, outcome: Outcome): Candidate => ({
  row: visit,
  leadId: visit.leadId,
  axisAt,
  baseAt: visit.enteredAt,
  baseEvent: visit.enteredEvent,
  targetAt: goal?.enteredAt ?? null,
  targetEvent: goal?.enteredEvent ?? null,
  outcome,
  value: goal === null ? null : goal.enteredAt - visit.enteredAt,
  currency: null,
});
