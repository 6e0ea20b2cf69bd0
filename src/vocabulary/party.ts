import * as z from 'zod';
import { schema } from '../kernel/schema.js';
import { ForeignId, Id, Words } from './words.js';

/** The parties of most agreements. A pact may name others; ids are free. */
export const STANDARD_PARTIES = ['marketing', 'sales_development', 'sales', 'customer_success'] as const;

/** A side of the agreement, by id. */
export type PartyId = string;

const personShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: ForeignId,
    name: Words,
    /** Working hours of their own, where they differ from the party's. */
    calendar: Id.exactOptional(),
    /** The person who is told when a promise of theirs is late. */
    manager: ForeignId.exactOptional(),
    /** Share of a full workload while new, in percent. */
    ramp: z.int().min(0).max(100).exactOptional(),
  }),
);
/** Someone who acts for a party. */
export interface Person extends z.infer<typeof personShape> {}
export const Person: z.ZodType<Person> = personShape;

const capacityShape = /* @__PURE__ */ schema(() =>
  z.strictObject({ headcount: z.int().min(0), leadsPerPersonPerMonth: z.int().min(0).exactOptional() }),
);
/** How much a party can take on. */
export interface Capacity extends z.infer<typeof capacityShape> {}

const partyShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    name: Words,
    /** Whom the party reports to: a note, not a fault, whichever it is. */
    reportsTo: Words.exactOptional(),
    /** The calendar its clocks run on. */
    calendar: Id,
    people: z.array(personShape).readonly(),
    capacity: capacityShape.exactOptional(),
  }),
);
/** A side of the agreement: who they are, when they work, how much they can take. */
export interface Party extends z.infer<typeof partyShape> {}
export const Party: z.ZodType<Party> = partyShape;
