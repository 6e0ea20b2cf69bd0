import type { Instant } from '../../kernel/instant.js';
import type { PartyId } from '../party.js';
import { table } from './table.js';

/** One row a thing that one party provided to another: a target list, dossiers, a budget. */
export interface ProvisionFact {
  readonly event: string;
  /** What was provided, such as `target_list`, `dossiers` or `budget`. */
  readonly item: string;
  readonly fromParty: PartyId;
  readonly toParty: PartyId;
  readonly at: Instant;
  /** Position in the resolved log: with `at` a total order. */
  readonly order: number;
  readonly byDay: boolean;
  /** How many, where that was said. */
  readonly count: number | null;
  /** How much, in the currency's smallest unit, where that was said. */
  readonly amountMinor: number | null;
  readonly currency: string | null;
  /** The accounts that it is about: those on the list, those with a dossier. Sorted. */
  readonly accountIds: readonly string[];
}

/** Its columns in a warehouse. */
export const provisionTable = /* @__PURE__ */ table<ProvisionFact>('provision', {
  event: 'text',
  item: 'text',
  fromParty: 'text',
  toParty: 'text',
  at: 'integer',
  order: 'integer',
  byDay: 'boolean',
  count: 'integer?',
  amountMinor: 'integer?',
  currency: 'text?',
  accountIds: 'text_list',
});
