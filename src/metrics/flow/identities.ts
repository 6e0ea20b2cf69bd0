import type { Instant } from '../../kernel/instant.js';
import type { Facts, HandOffFact, OpportunityFact, OpportunityStateFact, StageVisitFact } from '../../vocabulary/fact.js';
import type { Framework } from '../../vocabulary/framework.js';
import type { Period } from '../../vocabulary/period.js';
import { funnel } from './funnel.js';
import { currencyOf, pipelineFlow } from './pipeline-flow.js';

/** Sums that must come out even, whatever happened. */
export const IDENTITIES = [
  'stage_flow',
  'stay_ends',
  'one_stage_at_a_time',
  'delivery_answers',
  'opportunity_outcomes',
  'pipeline_flow',
] as const;
/** One of {@link IDENTITIES}. */
export type IdentityName = (typeof IDENTITIES)[number];

/** One sum over one period, and the records that keep it from coming out even. */
export interface Identity {
  readonly name: IdentityName;
  readonly period: string;
  /** The stage or currency that it is about; null for all. */
  readonly of: string | null;
  /** What must equal what, with the figures. */
  readonly sentence: string;
  readonly holds: boolean;
  /** Keys of the facts that contradict each other, in the order of their table: the first {@link MOST_RECORDS}. */
  readonly records: readonly Readonly<Record<string, string | number>>[];
  readonly recordCount: number;
}

/** More records than this are counted and not listed. */
export const MOST_RECORDS = 100;

/** Of which stages, over which periods, as of when. */
export interface IdentityOptions {
  readonly framework: Framework;
  readonly periods: readonly Period[];
  readonly asOf: Instant;
}

/**
 * Everything that must come out even in facts, for each period: what was in a stage and came in, less what went out, is
 * there; a stay ends no earlier than it begins; a lead is in one stage at a time; a delivery has one answer and a deal one outcome; the pipeline moved from its
 * opening to its closing. Figures on both sides are counted apart. An identity that does not hold names the records.
 *
 * @example
 * ```ts
 * import { identities } from 'revpact/metrics';
 * import { NO_FACTS, periodOf, sirius2006 } from 'revpact/vocabulary';
 *
 * const period = periodOf('2026-Q2', 'UTC');
 * if (period === null) throw new Error('no such period');
 * identities(NO_FACTS, { framework: sirius2006, periods: [period], asOf: period.end }).every(({ holds }) => holds) // => true
 * ```
 */
export const identities = (facts: Facts, { framework, periods, asOf }: IdentityOptions): readonly Identity[] =>
  periods.flatMap((period) => [
    ...stageFlows(facts, framework, period, asOf),
    stayEnds(facts.stageVisits, period, asOf),
    oneStageAtATime(facts.stageVisits, period, asOf),
    deliveryAnswers(facts.handOffs, period, asOf),
    opportunityOutcomes(facts.opportunities, period, asOf),
    ...pipelineFlows(facts.opportunityStates, period, asOf),
  ]);

const stageFlows = (facts: Facts, framework: Framework, period: Period, asOf: Instant): readonly Identity[] =>
  funnel(facts, { framework, period, asOf }).stages.map(({ stage, opening, entered, left, closing, balanced }) => ({
    name: 'stage_flow',
    period: period.label,
    of: stage,
    sentence: `${String(opening)} + ${String(entered)} in − ${String(left)} out = ${String(closing)} in "${stage}"`,
    ...found(
      balanced,
      () => facts.stageVisits.filter((visit) => visit.stage === stage && !visit.inferred && backwards(visit, asOf)),
      visitKey,
    ),
  }));

const backwards = ({ enteredAt, leftAt }: StageVisitFact, asOf: Instant): boolean =>
  leftAt !== null && leftAt < enteredAt && enteredAt < asOf;

/** In the sums of a stage a stay that begins and ends in one period comes out even, whichever of the two is first. */
const stayEnds = (visits: readonly StageVisitFact[], period: Period, asOf: Instant): Identity => {
  const begun = visits.filter(
    ({ enteredAt, inferred }) => !inferred && enteredAt >= period.start && enteredAt < period.end && enteredAt < asOf,
  );
  const ended = begun.filter(({ enteredAt, leftAt }) => leftAt !== null && leftAt >= enteredAt && leftAt < asOf);
  const standing = begun.filter(({ leftAt }) => leftAt === null || leftAt >= asOf);
  return {
    name: 'stay_ends',
    period: period.label,
    of: null,
    sentence: `${String(begun.length)} stays begun = ${String(ended.length)} ended since + ${String(standing.length)} that last`,
    ...found(ended.length + standing.length === begun.length, () => begun.filter((visit) => backwards(visit, asOf)), visitKey),
  };
};

const oneStageAtATime = (visits: readonly StageVisitFact[], period: Period, asOf: Instant): Identity => {
  const at = Math.min(period.end, asOf);
  const standing = visits.filter(({ enteredAt, leftAt }) => enteredAt < at && (leftAt === null || leftAt >= at));
  const first = new Set<string>();
  const again = new Set<string>();
  for (const { leadId } of standing) (first.has(leadId) ? again : first).add(leadId);
  return {
    name: 'one_stage_at_a_time',
    period: period.label,
    of: null,
    sentence: `${String(standing.length)} stays at the end of the period = ${String(first.size)} leads that are in one`,
    ...found(again.size === 0, () => standing.filter(({ leadId }) => again.has(leadId)), visitKey),
  };
};

const deliveryAnswers = (handOffs: readonly HandOffFact[], period: Period, asOf: Instant): Identity => {
  const delivered = handOffs.filter(({ deliveredAt }) => deliveredAt >= period.start && deliveredAt < period.end && deliveredAt < asOf);
  const known = (at: Instant | null): boolean => at !== null && at < asOf;
  let [accepted, rejected, expired, superseded, waiting] = [0, 0, 0, 0, 0];
  const contradicted: HandOffFact[] = [];
  for (const row of delivered) {
    const answers = [row.acceptedAt, row.rejectedAt, row.expiredAt].filter(known).length;
    if (known(row.acceptedAt)) accepted += 1;
    if (known(row.rejectedAt)) rejected += 1;
    if (known(row.expiredAt)) expired += 1;
    if (answers === 0 && known(row.supersededAt)) superseded += 1;
    if (answers === 0 && !known(row.supersededAt)) waiting += 1;
    if (answers > 1) contradicted.push(row);
  }
  const parts = accepted + rejected + expired + superseded + waiting;
  return {
    name: 'delivery_answers',
    period: period.label,
    of: null,
    sentence: `${String(delivered.length)} delivered = ${String(accepted)} accepted + ${String(rejected)} rejected + ${String(expired)} expired + ${String(superseded)} superseded + ${String(waiting)} waiting`,
    ...found(
      parts === delivered.length,
      () => contradicted,
      ({ leadId, delivery }) => ({ leadId, delivery }),
    ),
  };
};

const opportunityOutcomes = (opportunities: readonly OpportunityFact[], period: Period, asOf: Instant): Identity => {
  const opened = opportunities.filter(
    ({ openedAt }) => openedAt !== null && openedAt >= period.start && openedAt < period.end && openedAt < asOf,
  );
  const known = (at: Instant | null): boolean => at !== null && at < asOf;
  const won = opened.filter(({ wonAt }) => known(wonAt));
  const lost = opened.filter(({ lostAt }) => known(lostAt));
  const open = opened.filter(({ wonAt, lostAt }) => !known(wonAt) && !known(lostAt));
  return {
    name: 'opportunity_outcomes',
    period: period.label,
    of: null,
    sentence: `${String(opened.length)} opened = ${String(won.length)} won + ${String(lost.length)} lost + ${String(open.length)} open`,
    ...found(
      won.length + lost.length + open.length === opened.length,
      () => won.filter(({ lostAt }) => known(lostAt)),
      ({ opportunityId }) => ({ opportunityId }),
    ),
  };
};

const pipelineFlows = (states: readonly OpportunityStateFact[], period: Period, asOf: Instant): readonly Identity[] =>
  pipelineFlow(states, { period, asOf }).map(({ currency, opening, moves, closing, balanced }) => {
    const moved = Object.values(moves).reduce((sum, { minor }) => sum + BigInt(minor), 0n);
    return {
      name: 'pipeline_flow',
      period: period.label,
      of: currency,
      sentence: `${String(opening.minor)} open + ${String(moved)} moved = ${String(closing.minor)} open, in minor units`,
      ...found(
        balanced,
        () => torn(states, currency, asOf),
        ({ opportunityId, nth }) => ({ opportunityId, nth }),
      ),
    };
  });

/** States of a currency that do not begin where the one before them ended, or came after one of it. */
const torn = (states: readonly OpportunityStateFact[], currency: string | null, asOf: Instant): readonly OpportunityStateFact[] => {
  const byDeal = new Map<string, OpportunityStateFact[]>();
  for (const state of states) {
    if (state.from >= asOf) continue;
    const chain = byDeal.get(state.opportunityId);
    if (chain === undefined) byDeal.set(state.opportunityId, [state]);
    else chain.push(state);
  }
  return [...byDeal.values()].flatMap((chain) => {
    chain.sort((a, b) => a.from - b.from || a.nth - b.nth);
    return chain.filter((state, i) => {
      const last = chain[i - 1];
      return last !== undefined && last.until !== state.from && [last, state].some((one) => currencyOf(one) === currency);
    });
  });
};

const visitKey = ({ leadId, visit }: StageVisitFact): Readonly<Record<string, string | number>> => ({ leadId, visit });

const found = <Row>(
  holds: boolean,
  contradicting: () => readonly Row[],
  keyOf: (row: Row) => Readonly<Record<string, string | number>>,
): Pick<Identity, 'holds' | 'records' | 'recordCount'> => {
  if (holds) return { holds, records: [], recordCount: 0 };
  const rows = contradicting();
  return { holds, records: rows.slice(0, MOST_RECORDS).map(keyOf), recordCount: rows.length };
};
