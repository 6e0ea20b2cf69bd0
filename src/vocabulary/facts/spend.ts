import type { Instant } from '../../kernel/instant.js';
import { table } from './table.js';

/** One row a civil day of a spend record: its amount split over its days to the last minor unit. */
export interface SpendFact {
  readonly spendId: string;
  /** 1 for its first day. */
  readonly day: number;
  /** The start of that day. */
  readonly at: Instant;
  readonly kind: string | null;
  readonly channel: string | null;
  readonly campaign: string | null;
  readonly amountMinor: number;
  readonly currency: string;
}

/** Its columns in a warehouse. */
export const spendTable = /* @__PURE__ */ table<SpendFact>('spend', {
  spendId: 'text',
  day: 'integer',
  at: 'integer',
  kind: 'text?',
  channel: 'text?',
  campaign: 'text?',
  amountMinor: 'integer',
  currency: 'text',
});
