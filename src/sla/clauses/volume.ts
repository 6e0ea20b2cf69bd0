import * as z from 'zod';
import { dayNumber, fromDayNumber } from '../../kernel/date.js';
import { compareRatios } from '../../kernel/ratio.js';
import { schema } from '../../kernel/schema.js';
import { localDate, startOfDay } from '../../kernel/zone.js';
import type { StageVisitFact } from '../../vocabulary/fact.js';
import { Milestone } from '../../vocabulary/framework.js';
import type { Period } from '../../vocabulary/period.js';
import { clauseBase, clauseKind, type ClauseContext } from '../clause.js';
import { countStates, findingHead, type ClauseEvidence, type FindingState } from '../finding.js';
import type { OpenHours } from '../open-hours.js';
import { elapsed } from '../open-time.js';
import { counted, partyWords, percent } from '../words.js';

/** How a volume clause is written. */
export const volumeShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...clauseBase,
    kind: z.literal('volume'),
    /** What is counted: leads that reach it for the first time. */
    milestone: Milestone,
    /** How many in the whole period. */
    atLeast: z.int().min(1).max(1_000_000_000),
    /** How the target grows over the period. */
    prorate: z.enum(['working_day', 'calendar_day']),
  }),
);
/** The deliverer brings so many leads to a milestone in a period. */
export interface Volume extends z.infer<typeof volumeShape> {}
export const Volume: z.ZodType<Volume> = volumeShape;

/** Days of a period, and how many of them are over as of a moment. With hours given, only days that have any. */
const daysOf = (period: Period, asOf: number, open: OpenHours | null): { readonly passed: number; readonly all: number } => {
  let [passed, all] = [0, 0];
  let start = period.start;
  for (let day = dayNumber(localDate(period.zone, start)) + 1; start < period.end; day += 1) {
    const end = Math.min(startOfDay(period.zone, fromDayNumber(day)), period.end);
    const counts = end > start && (open === null || elapsed(open, start, end) > 0);
    if (counts) all += 1;
    if (counts && end <= asOf) passed += 1;
    start = end;
  }
  return { passed, all };
};

const isEarlier = (a: StageVisitFact, b: StageVisitFact): boolean =>
  a.enteredAt < b.enteredAt || (a.enteredAt === b.enteredAt && (a.enteredOrder < b.enteredOrder || (a.enteredOrder === b.enteredOrder && a.visit < b.visit)));

/** Each lead's first entry into any of the stages, whoever made it. One that is only inferred is of no known date. */
const firstEntries = (visits: readonly StageVisitFact[], stages: readonly string[]): readonly StageVisitFact[] => {
  const first = new Map<string, StageVisitFact>();
  for (const visit of visits) {
    if (!stages.includes(visit.stage)) continue;
    const known = first.get(visit.leadId);
    if (known === undefined || isEarlier(visit, known)) first.set(visit.leadId, visit);
  }
  return [...first.values()];
};

/**
 * So many leads at a milestone by the end of the period, and a fair part of them on the way: the target grows with each
 * day that is over, and a day that is not over asks for nothing yet. A lead counts once in its life, at its first entry,
 * for the party that made it. On target it is kept; behind it at risk, and broken once the period is over.
 *
 * The finding's numerator is the count, its denominator the target of the whole period, and `agreed` the part of the
 * days that are over. Unproven before the first day is over, without such days, and where the framework has no such stage.
 */
export const volume = /* @__PURE__ */ clauseKind<Volume>({
  kind: 'volume',
  title: 'Volume',
  byDelivery: false,
  lint: () => [],
  clocks: () => [],
  breaches: () => [],
  assess: (clause, facts, context) => {
    const { period, asOf } = context;
    const stages = context.milestones[clause.milestone] ?? [];
    const until = Math.min(period.end, asOf);
    const evidence = firstEntries(facts.stageVisits, stages)
      .filter((visit) => !visit.inferred && visit.enteredParty === clause.by && visit.enteredAt >= period.start && visit.enteredAt < until)
      .map(
        (visit): ClauseEvidence => ({
          leadId: visit.leadId,
          delivery: null,
          person: null,
          state: 'met',
          startedAt: visit.enteredAt,
          startedEvent: visit.enteredEvent,
          dueAt: null,
          stoppedAt: null,
          stoppedEvent: null,
          marginMs: null,
          because: null,
        }),
      )
      .sort((a, b) => a.startedAt - b.startedAt);
    const open = clause.prorate === 'working_day' ? context.openHoursOf(clause.by, null, clause.calendar ?? null).open : null;
    const days = daysOf(period, asOf, open);
    const count = evidence.length;
    return {
      ...findingHead(clause, context),
      state: stages.length === 0 ? 'unproven' : volumeState(clause, count, days, asOf >= period.end),
      counts: countStates(evidence),
      numerator: count,
      denominator: clause.atLeast,
      agreed: { numerator: days.passed, denominator: Math.max(1, days.all) },
      evidence,
      sentence: volumeSentence(clause, count, days, stages.length > 0, context),
    };
  },
});

type Days = ReturnType<typeof daysOf>;

const volumeState = (clause: Volume, count: number, { passed, all }: Days, over: boolean): FindingState => {
  if (passed === 0) return 'unproven';
  const onTarget = compareRatios({ numerator: count, denominator: clause.atLeast }, { numerator: passed, denominator: all }) >= 0;
  return onTarget ? 'kept' : over ? 'broken' : 'at_risk';
};

const volumeSentence = (clause: Volume, count: number, { passed, all }: Days, mapped: boolean, context: ClauseContext): string => {
  if (!mapped) return `The framework has no stage for "${clause.milestone}", so that nothing can be counted.`;
  const brought = `${partyWords(clause.by, context.partyNames)} brought ${counted(count, 'lead', 'leads')} to "${clause.milestone}"`;
  const day = clause.prorate === 'working_day' ? 'working day' : 'day';
  if (all === 0) return `${brought}; ${String(clause.atLeast)} are agreed, but the period has no ${day}.`;
  const share = percent({ numerator: count, denominator: clause.atLeast }, { numerator: passed, denominator: all });
  if (passed === all) return `${brought} of ${String(clause.atLeast)} agreed (${share}).`;
  return (
    `${brought} of ${String(clause.atLeast)} agreed for the whole period (${share}); ` +
    `${String(passed)} of its ${counted(all, day, `${day}s`)} are over (${percent({ numerator: passed, denominator: all })}).`
  );
};
