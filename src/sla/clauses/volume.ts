import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import type { Facts, StageVisitFact } from '../../vocabulary/fact.js';
import { Milestone } from '../../vocabulary/framework.js';
import { Currency, formatMoney } from '../../vocabulary/money.js';
import { clauseBase, clauseKind, type ClauseContext } from '../clause.js';
import type { ClauseEvidence, ClauseFinding } from '../finding/finding.js';
import { Prorate } from '../finding/pace.js';
import type { Step } from '../finding/progress.js';
import { alarmOf, assessTarget, evidenceAt } from '../finding/target.js';
import { counted, partyWords } from '../words.js';
import { worthIn } from '../reading/worth.js';

/** How a volume clause is written. */
export const volumeShape = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      ...clauseBase,
      kind: z.literal('volume'),
      /** What is counted: leads that reach it for the first time. */
      milestone: Milestone,
      /** How many in the whole period. */
      atLeast: z.int().min(1).max(1_000_000_000).exactOptional(),
      /** How much the deals of these leads come to, in whole minor units of one currency. */
      worth: z.strictObject({ minor: z.int().min(1), currency: Currency }).exactOptional(),
      /** How the target grows over the period. */
      prorate: Prorate,
    })
    .refine(({ atLeast, worth }) => (atLeast === undefined) !== (worth === undefined), {
      path: ['atLeast'],
      error: 'a volume says how many (atLeast) or how much (worth), one of them; two promises are two clauses',
    }),
);
/** The deliverer brings so many leads to a milestone in a period, or leads whose deals come to so much. */
export interface Volume extends z.infer<typeof volumeShape> {}
export const Volume: z.ZodType<Volume> = volumeShape;

const isEarlier = (a: StageVisitFact, b: StageVisitFact): boolean =>
  (a.enteredAt - b.enteredAt || a.enteredOrder - b.enteredOrder || a.visit - b.visit) < 0;

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
 * Where the promise is a sum of money, a lead counts with what its deals are worth. A lead without an amount in the agreed
 * currency adds nothing, is unproven in the evidence, and raises the alarm `no_amount`.
 *
 * The finding's numerator is what was reached, its denominator the target of the whole period, and `agreed` the part of the
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
    const stages = context.milestones[clause.milestone] ?? [];
    const entries = firstEntries(facts.stageVisits, stages).filter((visit) => !visit.inferred && visit.enteredParty === clause.by);
    const found =
      clause.worth === undefined
        ? byCount(clause, clause.atLeast ?? 0, entries, context)
        : byWorth(clause, clause.worth, entries, facts, context);
    if (stages.length > 0) return found;
    const sentence = `The framework has no stage for "${clause.milestone}", so that nothing can be counted.`;
    return { ...found, state: 'unproven', sentence };
  },
});

const entryOf = ({ leadId, enteredAt, enteredEvent }: StageVisitFact): Pick<ClauseEvidence, 'leadId' | 'startedAt' | 'startedEvent'> => ({
  leadId,
  startedAt: enteredAt,
  startedEvent: enteredEvent,
});

const byCount = (clause: Volume, atLeast: number, entries: readonly StageVisitFact[], context: ClauseContext): ClauseFinding =>
  assessTarget(clause, context, {
    amount: BigInt(atLeast),
    pace: { prorate: clause.prorate },
    steps: entries.map(({ enteredAt }): Step => ({ at: enteredAt, amount: 1n })),
    evidence: entries.map((visit) => evidenceAt(entryOf(visit))),
    unit: 'leads',
    say: (reached) =>
      `${partyWords(clause.by, context.partyNames)} brought ${counted(Number(reached), 'lead', 'leads')} to "${clause.milestone}"`,
    words: String,
  });

const byWorth = (
  clause: Volume,
  { minor, currency }: NonNullable<Volume['worth']>,
  entries: readonly StageVisitFact[],
  facts: Facts,
  context: ClauseContext,
): ClauseFinding => {
  const worthOf = worthIn(facts, currency, context.asOf, clause.milestone === 'won');
  const { start, end } = context.period;
  const rows = entries
    .filter(({ enteredAt }) => enteredAt >= start && enteredAt < Math.min(end, context.asOf))
    .map((visit) => ({ visit, worth: worthOf(visit) }));
  const money = (amount: number | string): string => formatMoney({ minor: amount, currency });
  const evidence = rows.map(({ visit, worth }) => {
    const elsewhere = worth.elsewhere.length === 0 ? '' : `; also in ${worth.elsewhere.join(', ')}`;
    if (worth.minor !== null) return evidenceAt({ ...entryOf(visit), because: `${money(worth.minor.toString())}${elsewhere}` });
    return evidenceAt({ ...entryOf(visit), state: 'unproven', because: `no amount in ${currency}${elsewhere}` });
  });
  const without = evidence.filter(({ state }) => state === 'unproven');
  return assessTarget(clause, context, {
    amount: BigInt(minor),
    pace: { prorate: clause.prorate },
    steps: rows.map(({ visit, worth }): Step => ({ at: visit.enteredAt, amount: worth.minor ?? 0n })),
    evidence,
    unit: currency,
    currency,
    say: (reached) => `${partyWords(clause.by, context.partyNames)} brought leads worth ${money(reached)} to "${clause.milestone}"`,
    words: money,
    alarms: alarmOf(
      'no_amount',
      without,
      `${counted(without.length, 'lead', 'leads')} without an amount in ${currency} ${without.length === 1 ? 'adds' : 'add'} nothing to it.`,
    ),
  });
};
