import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import type { PracticeFact } from '../../vocabulary/fact.js';
import { clauseBase, clauseKind } from '../clause.js';
import { Pace } from '../finding/pace.js';
import { assessTarget, evidenceAt } from '../finding/target.js';
import { counted, partyWithin, partyWords } from '../words.js';

/** How a practice clause is written. */
export const practiceShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...clauseBase,
    kind: z.literal('practice'),
    /** What both sides do together. */
    practice: z.enum(['joint_training', 'marketing_on_call', 'review']),
    /** How often in the period. */
    atLeast: z.int().min(1).max(100_000),
    /** By when. */
    when: Pace,
  }),
);
/** One side sees to it that both do something together, so many times in a period. */
export interface Practice extends z.infer<typeof practiceShape> {}
export const Practice: z.ZodType<Practice> = practiceShape;

const WORDS: Readonly<Record<PracticeFact['practice'], readonly [string, string]>> = {
  joint_training: ['joint training', 'joint trainings'],
  marketing_on_call: ['sales call with marketing', 'sales calls with marketing'],
  review: ['review', 'reviews'],
};

/** Practice held: joint trainings, marketing on sales calls, reviews. It counts where both sides took part, whoever else did. */
export const practice = /* @__PURE__ */ clauseKind<Practice>({
  kind: 'practice',
  title: 'Practice',
  byDelivery: false,
  lint: () => [],
  clocks: () => [],
  breaches: () => [],
  assess: (clause, facts, context) => {
    const held = facts.practices
      .filter((one) => one.practice === clause.practice)
      .filter(({ parties }) => parties.includes(clause.by) && parties.includes(clause.to));
    const [one, many] = WORDS[clause.practice];
    return assessTarget(clause, context, {
      amount: BigInt(clause.atLeast),
      pace: clause.when,
      steps: held.map(({ at }) => ({ at, amount: 1n })),
      evidence: held.map(({ at, event }) => evidenceAt({ startedAt: at, startedEvent: event })),
      unit: many,
      say: (reached) => {
        const [who, whom] = [partyWords(clause.by, context.partyNames), partyWithin(clause.to, context.partyNames)];
        return `${who} held ${counted(Number(reached), one, many)} with ${whom}`;
      },
      words: String,
    });
  },
});
