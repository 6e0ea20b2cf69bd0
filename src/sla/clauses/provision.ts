import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import type { ProvisionFact } from '../../vocabulary/fact.js';
import { Id } from '../../vocabulary/words.js';
import { clauseBase, clauseKind } from '../clause.js';
import type { ClauseEvidence } from '../finding/finding.js';
import { Pace } from '../finding/pace.js';
import type { Step } from '../finding/progress.js';
import { provisionsOf } from '../reading/provisions.js';
import { assessTarget, evidenceAt } from '../finding/target.js';
import { counted, partyWithin, partyWords } from '../words.js';

/** How a provision clause is written. */
export const provisionShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...clauseBase,
    kind: z.literal('provision'),
    /** What is provided, as the events name it: `target_list`, `dossiers`. */
    item: Id,
    /**
     * What is counted. times: how often it was provided. pieces: the sum of what the events say as their count. accounts: the
     * accounts that they name, each once in the period.
     */
    counting: z.enum(['times', 'pieces', 'accounts']),
    /** How many in the period. */
    atLeast: z.int().min(1).max(1_000_000_000),
    /** By when. */
    when: Pace,
  }),
);
/** The deliverer provides so many lists, dossiers or the like in a period. */
export interface Provision extends z.infer<typeof provisionShape> {}
export const Provision: z.ZodType<Provision> = provisionShape;

interface Amount {
  readonly one: ProvisionFact;
  /** Null where it says no number. */
  readonly amount: number | null;
}

/**
 * What each adds, earliest first. An account counts once, where it is first named; one that was named before the period
 * counts again, since what is provided goes stale.
 */
const amountsOf = (counting: Provision['counting'], provisions: readonly ProvisionFact[]): readonly Amount[] => {
  const named = new Set<string>();
  return provisions.map((one) => {
    if (counting === 'times') return { one, amount: 1 };
    if (counting === 'pieces') return { one, amount: one.count };
    const before = named.size;
    one.accountIds.forEach((account) => named.add(account));
    return { one, amount: named.size - before };
  });
};

const UNITS: Readonly<Record<Provision['counting'], readonly [string, string]>> = {
  times: ['time', 'times'],
  pieces: ['piece', 'pieces'],
  accounts: ['account', 'accounts'],
};

/**
 * Lists and dossiers: so many by the agreed day, by the end of the period, or a fair part with each day that is over.
 * Where pieces are counted, an event that says no number adds nothing, and is unproven in the evidence.
 */
export const provision = /* @__PURE__ */ clauseKind<Provision>({
  kind: 'provision',
  title: 'Provision',
  byDelivery: false,
  lint: () => [],
  clocks: () => [],
  breaches: () => [],
  assess: (clause, facts, context) => {
    const amounts = amountsOf(clause.counting, provisionsOf(clause, facts, context));
    const [one, many] = UNITS[clause.counting];
    const item = `"${clause.item}"`;
    const what = (reached: number): string =>
      clause.counting === 'times' ? `${item} ${counted(reached, one, many)}` : `${counted(reached, one, many)} as ${item}`;
    const [deliverer, receiver] = [partyWords(clause.by, context.partyNames), partyWithin(clause.to, context.partyNames)];
    return assessTarget(clause, context, {
      amount: BigInt(clause.atLeast),
      pace: clause.when,
      steps: amounts.map(({ one: { at }, amount }): Step => ({ at, amount: BigInt(amount ?? 0) })),
      evidence: amounts.map(({ one: { at, event }, amount }): ClauseEvidence => {
        const row = evidenceAt({ startedAt: at, startedEvent: event });
        if (amount === null) return { ...row, state: 'unproven', because: 'no number was said' };
        return { ...row, because: counted(amount, one, many) };
      }),
      unit: many,
      say: (reached) => `${deliverer} provided ${receiver} with ${what(Number(reached))}`,
      words: String,
    });
  },
});
