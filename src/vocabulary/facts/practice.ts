import type { Instant } from '../../kernel/instant.js';
import type { PartyId } from '../party.js';
import { table } from './table.js';

/** One row a practice held: something that the two sides did together. */
export interface PracticeFact {
  readonly event: string;
  readonly practice: 'joint_training' | 'marketing_on_call' | 'review';
  readonly at: Instant;
  readonly byDay: boolean;
  /** Who took part, sorted. */
  readonly parties: readonly PartyId[];
}

/** Its columns in a warehouse. */
export const practiceTable = /* @__PURE__ */ table<PracticeFact>('practice', {
  event: 'text',
  practice: 'text',
  at: 'integer',
  byDay: 'boolean',
  parties: 'text_list',
});
