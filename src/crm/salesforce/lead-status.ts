import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import { Channel } from '../../vocabulary/activity.js';
import { RejectionClass } from '../../vocabulary/events/hand-off.js';
import { Id, Words } from '../../vocabulary/words.js';
import { Header } from '../mapping/source.js';

/** A word: always this one, or what a column of the record says; `otherwise` where it says nothing. */
export const said = <T extends z.ZodType<string>>(word: T) =>
  z.union([
    word,
    z.strictObject({ column: Header, values: z.record(z.string().min(1).max(10_000), word), otherwise: word.exactOptional() }),
  ]);
/** A word as an agreement gives it. */
export type Said = string | { readonly column: string; readonly values: Readonly<Record<string, string>>; readonly otherwise?: string };

const options = /* @__PURE__ */ schema(() => {
  const stage = Id.exactOptional();
  return [
    z.strictObject({ type: z.enum(['inquiry', 'qualified', 'accepted', 'recycled', 'expired']), stage }),
    z.strictObject({ type: z.enum(['attempt', 'contact_made']), channel: Channel, stage }),
    z.strictObject({ type: z.literal('handed_off'), to: Id, handOff: Id.exactOptional(), stage }),
    z.strictObject({ type: z.literal('rejected'), class: said(RejectionClass), reason: said(Id), stage }),
    z.strictObject({ type: z.literal('disqualified'), reason: said(Id), stage }),
    /** A status that is no step of the agreed life: its rows are left out, for this reason. Its stage is where such a lead counts as being. */
    z.strictObject({ type: z.literal('none'), why: Words, stage }),
  ] as const;
});
const meaningShape = /* @__PURE__ */ schema(() => z.discriminatedUnion('type', options));
/** Which event it is that a lead got a status, and the stage that it entered. */
export type LeadStatusMeaning = z.infer<typeof meaningShape>;

const leadStatusShape = /* @__PURE__ */ schema(() => {
  /** What it means instead where the lead comes from one of these statuses: `Working` after `Closed` is a recycled lead. */
  const after = z.record(z.string().min(1).max(200), meaningShape).exactOptional();
  const [plain, spoken, delivered, rejected, disqualified, none] = options;
  return z.discriminatedUnion('type', [
    plain.extend({ after }),
    spoken.extend({ after }),
    delivered.extend({ after }),
    rejected.extend({ after }),
    disqualified.extend({ after }),
    none.extend({ after }),
  ]);
});
/** What it means that a lead got a status. */
export type LeadStatus = z.infer<typeof leadStatusShape>;
export const LeadStatus: z.ZodType<LeadStatus> = leadStatusShape;
