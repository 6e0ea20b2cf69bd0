import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import type { ClauseKind } from '../clause.js';
import { acceptance, acceptanceShape, type Acceptance } from './acceptance.js';
import { delivery, deliveryShape, type Delivery } from './delivery.js';
import { responseTime, responseTimeShape, type ResponseTime } from './response-time.js';
import { volume, volumeShape, type Volume } from './volume.js';

/** The kinds of promise that ship, in the order in which a pact usually lists them. */
export const CLAUSE_KINDS: readonly ClauseKind[] = [delivery, acceptance, responseTime, volume];

/** A promise of one of the shipped kinds. */
export type Clause = Delivery | Acceptance | ResponseTime | Volume;

/** How a promise is written in a pact, told apart by `kind`. */
export const Clause: z.ZodType<Clause> = /* @__PURE__ */ schema(() =>
  z.discriminatedUnion('kind', [deliveryShape, acceptanceShape, responseTimeShape, volumeShape]),
);
