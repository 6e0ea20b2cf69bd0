import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import { CallOutcome, Channel } from '../../vocabulary/activity.js';
import { Id, Words } from '../../vocabulary/words.js';
import { Condition } from '../mapping/source.js';
import { said } from './lead-status.js';

const taskRuleShape = /* @__PURE__ */ schema(() => {
  const rule = { id: Id, when: z.array(Condition).max(50).readonly().exactOptional() };
  return z.discriminatedUnion('is', [
    z.strictObject({ ...rule, is: z.literal('attempt'), channel: said(Channel), outcome: said(CallOutcome).exactOptional() }),
    z.strictObject({ ...rule, is: z.literal('contact_made'), channel: said(Channel) }),
    z.strictObject({ ...rule, is: z.literal('touch'), channel: said(Channel) }),
    z.strictObject({ ...rule, is: z.literal('nothing'), why: Words }),
  ]);
});
/** What a done task is: the first rule whose conditions all hold of it takes it. A rule without conditions takes every task. */
export type TaskRule = z.infer<typeof taskRuleShape>;
export const TaskRule: z.ZodType<TaskRule> = taskRuleShape;
