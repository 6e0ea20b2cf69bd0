import { dayEnds } from '../../kernel/day-end.js';
import type { LeadEvent } from '../../vocabulary/event.js';
import { REJECTION_CLASSES } from '../../vocabulary/events/hand-off.js';
import type { LogColumns } from '../../vocabulary/log-columns.js';
import type { Lifecycle } from '../lifecycle.js';
import { isLeadEvent } from '../log/row.js';
import { EVENT_NUMBER } from '../number.js';
import type { ResolvedLog } from '../log/resolve.js';
import { dictionary } from './dictionary.js';
import { extrasOf } from './extras.js';

/** A resolved log as columns, and whose rows they are. Events that are about no lead are left out. */
export interface EncodedLog {
  /** Leads are coded in the order in which they first appear. */
  readonly columns: LogColumns;
  /** For each row, the event's position in the log. */
  readonly orders: Uint32Array;
}

/**
 * A resolved log as columns for `replayMany`, with every column that the framework asks about.
 *
 * Throws a `RangeError` where a log has more than 65,534 different parties, stages or words of a kind.
 */
export const encode = (lifecycle: Lifecycle, log: ResolvedLog): EncodedLog => {
  const events: LeadEvent[] = [];
  const orders = new Uint32Array(log.events.length);
  log.events.forEach((event, order) => {
    if (isLeadEvent(event)) orders[events.push(event) - 1] = order;
  });
  return { columns: { ...coreOf(events), ...daysOf(events), ...extrasOf(lifecycle, events) }, orders: orders.slice(0, events.length) };
};

const coreOf = (events: readonly LeadEvent[]): LogColumns => {
  const rows = events.length;
  const leads = dictionary();
  const parties = dictionary();
  const stages = dictionary();
  const columns = {
    lead: new Uint32Array(rows),
    type: new Uint8Array(rows),
    at: new Float64Array(rows),
    seq: new Float64Array(rows),
    party: new Uint16Array(rows),
    human: new Uint8Array(rows),
    to: new Uint16Array(rows),
    rejectionClass: new Uint8Array(rows),
    stage: new Uint16Array(rows),
    leftStage: new Uint16Array(rows),
  };
  events.forEach((event, row) => {
    const { by, stage, leftStage } = event;
    columns.lead[row] = leads.code(event.leadId);
    columns.type[row] = EVENT_NUMBER[event.type];
    columns.at[row] = event.at;
    columns.seq[row] = event.seq ?? NaN;
    columns.party[row] = parties.code(by.party);
    columns.human[row] = by.kind === 'human' ? 1 : 0;
    if (event.type === 'handed_off') columns.to[row] = parties.code(event.to) + 1;
    else if (event.type === 'rejected') columns.rejectionClass[row] = REJECTION_CLASSES.indexOf(event.class) + 1;
    if (stage !== undefined) columns.stage[row] = stages.code(stage) + 1;
    if (leftStage !== undefined) columns.leftStage[row] = stages.code(leftStage) + 1;
  });
  return { rows, ...columns, leads: leads.names(), parties: parties.names('parties'), stages: stages.names('stages') };
};

const daysOf = (events: readonly LeadEvent[]): Pick<LogColumns, 'dayEnd'> => {
  if (events.every(({ precision }) => precision === undefined)) return {};
  const endOf = dayEnds();
  return { dayEnd: Float64Array.from(events, ({ precision, zone, at }) => (precision === 'day' ? endOf(zone, at) : NaN)) };
};
