import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import { Currency, formatMoney } from '../../vocabulary/money.js';
import { Id } from '../../vocabulary/words.js';
import { clauseBase, clauseKind } from '../clause.js';
import { Pace } from '../finding/pace.js';
import type { Step } from '../finding/progress.js';
import { provisionsOf } from '../reading/provisions.js';
import { alarmOf, assessTarget, evidenceAt } from '../finding/target.js';
import { counted, partyWithin, partyWords } from '../words.js';

/** How a budget clause is written. */
export const budgetShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...clauseBase,
    kind: z.literal('budget'),
    /** What it is provided as, as the events name it: `budget`, `event_budget`. */
    item: Id,
    /** How much in the period, in whole minor units of one currency. */
    amount: z.strictObject({ minor: z.int().min(1), currency: Currency }),
    /** By when. */
    when: Pace,
  }),
);
/** The deliverer commits so much money in a period. */
export interface Budget extends z.infer<typeof budgetShape> {}
export const Budget: z.ZodType<Budget> = budgetShape;

/**
 * Budget committed: the exact sum of what was provided in the agreed currency; what was taken back, as an amount below
 * zero, is subtracted. Money in another currency, and a provision that names no amount, add nothing; they are unproven in
 * the evidence and raise the alarm `other_money`: no rate is agreed here.
 */
export const budget = /* @__PURE__ */ clauseKind<Budget>({
  kind: 'budget',
  title: 'Budget',
  byDelivery: false,
  lint: () => [],
  clocks: () => [],
  breaches: () => [],
  assess: (clause, facts, context) => {
    const { currency } = clause.amount;
    const money = (minor: number | string, of = currency): string => formatMoney({ minor, currency: of });
    const provided = provisionsOf(clause, facts, context);
    const evidence = provided.map(({ at, event, amountMinor, currency: of }) => {
      const row = evidenceAt({ startedAt: at, startedEvent: event });
      if (amountMinor === null || of === null) return { ...row, state: 'unproven' as const, because: 'no amount was said' };
      const because = money(amountMinor, of);
      return of === currency ? { ...row, because } : { ...row, state: 'unproven' as const, because };
    });
    const other = evidence.filter(({ state }) => state === 'unproven');
    return assessTarget(clause, context, {
      amount: BigInt(clause.amount.minor),
      pace: clause.when,
      steps: provided.flatMap(({ at, amountMinor, currency: of }): readonly Step[] =>
        amountMinor === null || of !== currency ? [] : [{ at, amount: BigInt(amountMinor) }],
      ),
      evidence,
      unit: currency,
      currency,
      say: (reached) =>
        `${partyWords(clause.by, context.partyNames)} committed ${money(reached)} to ${partyWithin(clause.to, context.partyNames)}`,
      words: money,
      alarms: alarmOf(
        'other_money',
        other,
        `${counted(other.length, 'provision names', 'provisions name')} no amount in ${currency} and ${other.length === 1 ? 'adds' : 'add'} nothing to it.`,
      ),
    });
  },
});
