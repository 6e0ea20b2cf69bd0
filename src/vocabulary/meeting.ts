import * as z from 'zod';
import { Instant } from '../kernel/instant.js';
import { schema } from '../kernel/schema.js';
import { ForeignId } from './words.js';

const meetingShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: ForeignId,
    leadId: ForeignId,
    startsAt: Instant,
    host: ForeignId.exactOptional(),
    attendees: z.array(ForeignId).readonly().exactOptional(),
  }),
);
/** An agreed conversation. Set, held and accepted are three different things; each is an event. */
export interface Meeting extends z.infer<typeof meetingShape> {}
export const Meeting: z.ZodType<Meeting, z.input<typeof meetingShape>> = meetingShape;
