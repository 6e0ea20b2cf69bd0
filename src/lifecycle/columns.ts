import type { Lifecycle } from './lifecycle.js';
import { isLeadEvent } from './log.js';
import { EVENT_NUMBER, stageNumbers, valuation } from './number.js';
import type { ResolvedLog } from './resolve.js';
import { foldStanding, NOTHING_YET, type Standing } from './standing.js';

/** A log as columns, one row an event in the total order; see `LifecycleTable` for the numbers. */
export interface EventColumns {
  /** The lead's number, from 0. */
  readonly lead: Uint32Array;
  /** The event type's place in `EVENT_TYPES`. */
  readonly event: Uint8Array;
  /** Bit i answers requirement i of the table's `guards` for the event type. */
  readonly guards: Uint16Array;
  /** The number of the stage that the event names, 0 where it names none. Left out where no event does. */
  readonly enters?: Uint8Array;
  /** How many leads there are. */
  readonly leads: number;
}

/** A resolved log as columns, and whose rows they are. Events that are about no lead are left out. */
export interface EncodedLog {
  readonly columns: Required<EventColumns>;
  /** Lead ids by number, in the order in which they first appear. */
  readonly leadIds: readonly string[];
  /** For each row, the event's position in the log. */
  readonly orders: Uint32Array;
}

/** Turn a log into columns for `replayMany`: number its leads, fold their standings, answer what each step may require. */
export const encode = (lifecycle: Lifecycle, log: ResolvedLog): EncodedLog => {
  const table = lifecycle.table();
  const stageNumber = stageNumbers(table);
  const numbers = new Map<string, number>();
  const standings: Standing[] = [];
  const size = log.events.length;
  const [lead, event, guards, enters, orders] = [
    new Uint32Array(size),
    new Uint8Array(size),
    new Uint16Array(size),
    new Uint8Array(size),
    new Uint32Array(size),
  ];
  let row = 0;
  let number = 0;
  let leadId: string | null = null;
  log.events.forEach((one, order) => {
    if (!isLeadEvent(one)) return;
    // Logs are often grouped by lead: then the number is at hand.
    if (one.leadId !== leadId) {
      ({ leadId } = one);
      number = numbers.get(leadId) ?? numbers.size;
      if (number === numbers.size) numbers.set(leadId, number);
    }
    const standing = standings[number] ?? NOTHING_YET;
    const code = EVENT_NUMBER[one.type];
    lead[row] = number;
    event[row] = code;
    guards[row] = valuation(table, code, standing, one);
    enters[row] = one.stage === undefined ? 0 : (stageNumber.get(one.stage) ?? table.unknown);
    orders[row] = order;
    standings[number] = foldStanding(standing, one);
    row += 1;
  });
  const cut = { lead: lead.subarray(0, row), event: event.subarray(0, row), guards: guards.subarray(0, row), enters: enters.subarray(0, row) };
  return { columns: { ...cut, leads: numbers.size }, leadIds: [...numbers.keys()], orders: orders.subarray(0, row) };
};
