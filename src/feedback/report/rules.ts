import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import { Id, Words } from '../../vocabulary/words.js';

/** What a report of a conversation can be asked to say. */
export const REPORT_FIELDS = ['learned', 'message', 'objection', 'nextStep'] as const;

const reportRulesShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    /** What every report has to say. */
    requires: z.array(z.enum(REPORT_FIELDS)).max(4).readonly(),
    /** The objections both sides tell apart. */
    objections: z
      .array(z.strictObject({ id: Id, term: Words }))
      .max(100)
      .readonly(),
  }),
);
/** What both sides agreed that a report of a conversation says. */
export interface ReportRules extends z.infer<typeof reportRulesShape> {}
export const ReportRules: z.ZodType<ReportRules> = reportRulesShape;
