import type * as z from 'zod';
import type { Result } from '../../kernel/result.js';
import { readWith, schema } from '../../kernel/schema.js';
import { TARGET_LIST } from '../../lifecycle/facts/list-entry.js';
import type { ProvidedEvent } from '../../vocabulary/event.js';
import { ProvidedEvent as ProvidedEventShape } from '../../vocabulary/events/agreement.js';
import { Id, type Attributes } from '../../vocabulary/words.js';
import { listVersion, type TargetList } from './target-list.js';

const provisionShape = /* @__PURE__ */ schema(() =>
  ProvidedEventShape.omit({ type: true, precision: true, zone: true, count: true, amount: true, accountIds: true, attributes: true }).extend({
    /** What it is called, where clauses call it otherwise. */
    item: Id.exactOptional(),
  }),
);
/** What a host adds to make an event of what was provided: its id, the moment, by whom, and to which party. */
export interface Provision extends z.input<typeof provisionShape> {}

/** The event of something provided, by what a host says of it and what it holds. */
export const providedEvent = (
  provision: Provision,
  held: { readonly item: string; readonly accountIds: readonly string[]; readonly attributes: Attributes },
): Result<ProvidedEvent> => {
  const read = readWith(provisionShape, provision);
  if (!read.ok) return read;
  return readWith(ProvidedEventShape, { ...held, ...read.value, type: 'provided', count: held.accountIds.length });
};

/**
 * The event by which a host records that a list was provided: from then on `to` works by it. Its accounts are those on the
 * list in their order, its attributes the filter and the version of the list. An empty list can be provided: nobody is to be
 * called.
 *
 * Issues are those of the event: a list of more than 100,000 accounts, an id that is none, a moment without offset.
 *
 * @example
 * ```ts
 * import { buildTargetList, listEvent } from 'revpact/icp';
 *
 * const filter = { id: 'core', title: 'Core market', criteria: [], tiers: [{ id: 'A', atLeast: 0 }] };
 * const list = buildTargetList([{ id: 'a1', attributes: {} }], filter, { asOf: Date.UTC(2026, 2, 1) });
 * const event = listEvent(list, {
 *   id: 'e1',
 *   at: '2026-03-02T09:00:00Z',
 *   by: { party: 'marketing', person: 'p1', kind: 'human' },
 *   to: 'sales_development',
 * });
 * event.ok && event.value.accountIds // => ['a1']
 * ```
 */
export const listEvent = (list: TargetList, provision: Provision): Result<ProvidedEvent> =>
  providedEvent(provision, {
    item: TARGET_LIST,
    accountIds: list.in.map(({ accountId }) => accountId),
    attributes: { target_filter: list.filter, target_list_version: listVersion(list) },
  });
