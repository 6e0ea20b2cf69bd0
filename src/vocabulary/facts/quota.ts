import type { Instant } from '../../kernel/instant.js';
import type { PartyId } from '../party.js';
import { table } from './table.js';

/** One row a civil day of a quota: what was planned or promised, split over the days that it asks for. */
export interface QuotaFact {
  readonly quotaId: string;
  /** 1 for its first day. */
  readonly day: number;
  /** The start of that day. */
  readonly at: Instant;
  /** What it is a quota of, such as `revenue`, `pipeline`, `mql`, `budget`, `workload`. */
  readonly kind: string;
  readonly party: PartyId | null;
  readonly person: string | null;
  /** So many, where it is a number. */
  readonly count: number | null;
  /** So much, where it is money. */
  readonly amountMinor: number | null;
  readonly currency: string | null;
}

/** Its columns in a warehouse. */
export const quotaTable = /* @__PURE__ */ table<QuotaFact>('quota', {
  quotaId: 'text',
  day: 'integer',
  at: 'integer',
  kind: 'text',
  party: 'text?',
  person: 'text?',
  count: 'integer?',
  amountMinor: 'integer?',
  currency: 'text?',
});
