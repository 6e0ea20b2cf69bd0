import type { Instant } from '../../kernel/instant.js';
import type { ExitFact, Facts, StageVisitFact } from '../../vocabulary/fact.js';
import { EXITS, type Exit, type Framework, type StageId } from '../../vocabulary/framework.js';
import type { Period } from '../../vocabulary/period.js';
import { compareGroups } from '../engine/group.js';

/**
 * What passed through one stage in a period. Counts are of visits unless they say leads. Visits that are only inferred
 * are left out: when they began is not known, and a flow needs both ends.
 */
export interface FunnelStage {
  readonly stage: StageId;
  readonly term: string;
  /** Inside when the period began. */
  readonly opening: number;
  readonly entered: number;
  readonly enteredLeads: number;
  readonly left: number;
  /** Inside when the period ended, or at asOf where that is earlier. Counted, not computed from the others. */
  readonly closing: number;
  /** opening + entered − left = closing. False only for visits that end before they begin. */
  readonly balanced: boolean;
  /** Whether the framework has this stage. A log may name others; they are listed after its own. */
  readonly known: boolean;
}

/** Leads that left by one of the four exits in a period, as recorded. */
export interface FunnelExit {
  readonly exit: Exit;
  readonly count: number;
  readonly leads: number;
  /** By rejection class, reason and acting party; `null` where none was given. Largest first. */
  readonly byClass: readonly Tallied[];
  readonly byReason: readonly Tallied[];
  readonly byParty: readonly Tallied[];
  /** Of these, brought back before asOf. */
  readonly recycled: number;
}

/** How often one reason, class or party occurs. */
export interface Tallied {
  readonly of: string | null;
  readonly count: number;
}

/** Volume by stage, exits by kind, and what was brought back. */
export interface Funnel {
  readonly stages: readonly FunnelStage[];
  readonly exits: readonly FunnelExit[];
  /** Exits of any date whose lead was brought back in the period. */
  readonly recycled: number;
}

/** Of which stages, over which period, as of when. */
export interface FunnelOptions {
  readonly framework: Framework;
  readonly period: Period;
  readonly asOf: Instant;
}

/** Volume by stage and exit in a period, of what happened before asOf; a stage that nobody visited has zeros. */
export const funnel = (facts: Facts, { framework, period, asOf }: FunnelOptions): Funnel => {
  const span = { start: period.start, end: Math.max(period.start, Math.min(period.end, asOf)), asOf };
  const terms = new Map(framework.stages.map(({ id, term }) => [id, term]));
  const visits = byStage(facts.stageVisits.filter(({ inferred }) => !inferred));
  const foreign = [...visits.keys()].filter((stage) => !terms.has(stage)).sort();
  return {
    stages: [...terms.keys(), ...foreign].map((stage) => ({
      stage,
      term: terms.get(stage) ?? stage,
      ...passed(visits.get(stage) ?? [], span),
      known: terms.has(stage),
    })),
    exits: EXITS.map((exit) =>
      leftBy(
        exit,
        facts.exits.filter((one) => one.exit === exit && within(one.at, span)),
        asOf,
      ),
    ),
    recycled: facts.exits.filter(({ recycledAt }) => recycledAt !== null && within(recycledAt, span)).length,
  };
};

interface Span {
  readonly start: Instant;
  readonly end: Instant;
  readonly asOf: Instant;
}

const within = (at: Instant, { start, end, asOf }: Span): boolean => at >= start && at < end && at < asOf;

const byStage = (visits: readonly StageVisitFact[]): ReadonlyMap<StageId, readonly StageVisitFact[]> => {
  const stages = new Map<StageId, StageVisitFact[]>();
  for (const visit of visits) {
    const stays = stages.get(visit.stage);
    if (stays === undefined) stages.set(visit.stage, [visit]);
    else stays.push(visit);
  }
  return stages;
};

const passed = (visits: readonly StageVisitFact[], span: Span): Omit<FunnelStage, 'stage' | 'term' | 'known'> => {
  let [opening, entered, left, closing] = [0, 0, 0, 0];
  const leads = new Set<string>();
  for (const { leadId, enteredAt, leftAt: leaves } of visits) {
    if (enteredAt >= span.asOf) continue;
    const leftAt = leaves !== null && leaves < span.asOf ? leaves : null;
    if (enteredAt < span.start && (leftAt === null || leftAt >= span.start)) opening += 1;
    if (enteredAt < span.end && (leftAt === null || leftAt >= span.end)) closing += 1;
    if (leftAt !== null && within(leftAt, span)) left += 1;
    if (!within(enteredAt, span)) continue;
    entered += 1;
    leads.add(leadId);
  }
  return { opening, entered, enteredLeads: leads.size, left, closing, balanced: opening + entered - left === closing };
};

const leftBy = (exit: Exit, exits: readonly ExitFact[], asOf: Instant): FunnelExit => ({
  exit,
  count: exits.length,
  leads: new Set(exits.map(({ leadId }) => leadId)).size,
  byClass: tallied(exits.map((one) => one.class)),
  byReason: tallied(exits.map(({ reason }) => reason)),
  byParty: tallied(exits.map(({ party }) => party)),
  recycled: exits.filter(({ recycledAt }) => recycledAt !== null && recycledAt < asOf).length,
});

/** How often each member occurs, largest first; of equal ones by name, "none given" last. */
const tallied = (members: readonly (string | null)[]): readonly Tallied[] => {
  const counts = new Map<string | null, number>();
  for (const member of members) counts.set(member, (counts.get(member) ?? 0) + 1);
  return [...counts].map(([of, count]) => ({ of, count })).sort((a, b) => b.count - a.count || compareGroups([a.of], [b.of]));
};
