import type { Instant } from '../kernel/instant.js';
import { columnType, FACT_TABLES, type ColumnType } from '../vocabulary/fact.js';

/** A fact table, by its key in `Facts`. */
export type FactKey = keyof typeof FACT_TABLES;

export type Cell = string | number | boolean | null | readonly string[];

/** What a column holds: `moment` is an instant at which something happened or is planned. */
export type ColumnKind = ColumnType | 'moment';

interface Moment {
  /** The column that names the event, where the table keeps it. */
  readonly event: string | null;
  /** Columns that are known only once this has happened. */
  readonly tells: readonly string[];
}

interface TableReading {
  /** What one row stands for. */
  readonly unit: string;
  readonly keys: readonly string[];
  /** What happened, by column: as of a moment, what lies at or after it has not. */
  readonly happened: Readonly<Record<string, Moment>>;
  /** Moments agreed on beforehand; they are known before they come. */
  readonly planned: readonly string[];
}

const moment = (event: string | null, ...tells: readonly string[]): Moment => ({
  event,
  tells: event === null ? tells : [event, ...tells],
});

/** How each fact table is read as of a moment. */
export const FACT_READINGS: Readonly<Record<FactKey, TableReading>> = /* @__PURE__ */ (() => ({
  leads: {
    unit: 'lead',
    keys: ['leadId'],
    happened: { firstAt: moment('firstEvent'), lastAt: moment(null), optedOutAt: moment(null) },
    planned: [],
  },
  stageVisits: {
    unit: 'visit',
    keys: ['leadId', 'visit'],
    happened: { enteredAt: moment('enteredEvent'), leftAt: moment('leftEvent') },
    planned: [],
  },
  handOffs: {
    unit: 'delivery',
    keys: ['leadId', 'delivery'],
    happened: {
      deliveredAt: moment('deliveredEvent'),
      acceptedAt: moment('acceptedEvent'),
      rejectedAt: moment('rejectedEvent', 'rejectionClass', 'reason'),
      expiredAt: moment('expiredEvent'),
      supersededAt: moment(null),
      firstAttemptAt: moment('firstAttemptEvent', 'firstAttemptPerson'),
    },
    planned: [],
  },
  exits: {
    unit: 'exit',
    keys: ['leadId', 'nth'],
    happened: { at: moment('event'), recycledAt: moment(null) },
    planned: [],
  },
  activities: { unit: 'activity', keys: ['eventId'], happened: { at: moment('eventId') }, planned: [] },
  meetings: {
    unit: 'meeting',
    keys: ['meetingId'],
    happened: {
      bookedAt: moment(null),
      cancelledAt: moment(null),
      heldAt: moment(null),
      noShowAt: moment(null),
      acceptedAt: moment(null),
      declinedAt: moment(null),
    },
    planned: ['startsAt'],
  },
  opportunities: {
    unit: 'opportunity',
    keys: ['opportunityId'],
    happened: { openedAt: moment('openedEvent'), wonAt: moment('closedEvent'), lostAt: moment('closedEvent') },
    planned: [],
  },
  feedback: {
    unit: 'item of feedback',
    keys: ['event'],
    happened: { at: moment('event'), answeredAt: moment('answeredEvent', 'answeredParty') },
    planned: [],
  },
  practices: { unit: 'practice', keys: ['event'], happened: { at: moment('event') }, planned: [] },
  provisions: { unit: 'provision', keys: ['event'], happened: { at: moment('event') }, planned: [] },
  leadEvents: { unit: 'event', keys: ['eventId'], happened: { at: moment('eventId') }, planned: ['startsAt'] },
  clocks: {
    unit: 'clock',
    keys: ['clause', 'leadId', 'delivery', 'cycle'],
    happened: {
      startedAt: moment('startedEvent'),
      stoppedAt: moment('stoppedEvent', 'stopOpenMs'),
      endedAt: moment(null, 'endedBy'),
      cancelledAt: moment(null),
      waivedAt: moment('waivedEvent', 'waivedBy', 'waivedWhy'),
    },
    planned: ['dueAt'],
  },
}))();

/** What a column of a table holds, or null where the table has no such column. */
export const columnKind = (table: FactKey, column: string): ColumnKind | null => {
  const { happened, planned } = FACT_READINGS[table];
  if (Object.hasOwn(happened, column) || planned.includes(column)) return 'moment';
  const type = Object.entries(FACT_TABLES[table].columns).find(([name]) => name === column)?.[1];
  return type === undefined ? null : columnType(type).type;
};

/** The moments that must not lie at or after `asOf` for a column to be known: its own, or those that tell it. */
export const guardsOf = (table: FactKey, column: string): readonly string[] =>
  Object.entries(FACT_READINGS[table].happened)
    .filter(([name, { tells }]) => name === column || tells.includes(column))
    .map(([name]) => name);

/** What a column of a row says as of a moment: `null` where what it tells has not happened yet. */
export const cellAt = (table: FactKey, column: string, asOf: Instant): ((row: object) => Cell) => {
  const guards = guardsOf(table, column);
  return (row) => {
    for (const guard of guards) {
      const at = cell(row, guard);
      if (typeof at === 'number' && at >= asOf) return null;
    }
    return cell(row, column);
  };
};

/** A row's column as it is written. */
export const cell = (row: object, column: string): Cell => (row as Readonly<Record<string, Cell>>)[column] ?? null;
