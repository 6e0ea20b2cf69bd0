import { columnType, FACT_TABLES, type ColumnType } from '../../vocabulary/fact.js';

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
    happened: {
      firstAt: moment('firstEvent'),
      lastAt: moment(null),
      optedOutAt: moment(null),
      mqlAt: moment(null),
      assignedAt: moment(null),
      routedAt: moment(null),
      answeredAt: moment(null),
      answeredSinceAssignedAt: moment(null),
    },
    planned: [],
  },
  stageVisits: {
    unit: 'visit',
    keys: ['leadId', 'visit'],
    happened: { enteredAt: moment('enteredEvent', 'enteredOpenMs'), leftAt: moment('leftEvent', 'leftOpenMs'), answeredAt: moment(null) },
    planned: [],
  },
  handOffs: {
    unit: 'delivery',
    keys: ['leadId', 'delivery'],
    happened: {
      deliveredAt: moment('deliveredEvent', 'deliveredOpenMs'),
      acceptedAt: moment('acceptedEvent', 'acceptedOpenMs'),
      rejectedAt: moment('rejectedEvent', 'rejectionClass', 'reason'),
      expiredAt: moment('expiredEvent'),
      supersededAt: moment(null),
      firstAttemptAt: moment('firstAttemptEvent', 'firstAttemptPerson', 'firstAttemptOpenMs'),
      assignedAt: moment(null),
      resubmittedAt: moment(null),
      resubmissionAcceptedAt: moment(null),
    },
    planned: [],
  },
  exits: {
    unit: 'exit',
    keys: ['leadId', 'nth'],
    happened: { at: moment('event'), firstAttemptAt: moment(null), recycledAt: moment(null), mqlAgainAt: moment(null), sqlAgainAt: moment(null) },
    planned: [],
  },
  activities: { unit: 'activity', keys: ['eventId'], happened: { at: moment('eventId') }, planned: [] },
  conversations: { unit: 'conversation', keys: ['eventId'], happened: { at: moment('eventId') }, planned: [] },
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
    happened: {
      openedAt: moment('openedEvent'),
      wonAt: moment('closedEvent'),
      lostAt: moment('closedEvent'),
      firstTouchAt: moment(null, 'firstTouchParty', 'firstTouchSource', 'firstTouchCampaign'),
      firstMarketingTouchAt: moment(null),
      firstSalesActivityAt: moment(null),
    },
    planned: ['expectedCloseAt'],
  },
  opportunityStates: {
    unit: 'state of an opportunity',
    keys: ['opportunityId', 'nth'],
    happened: { from: moment('event'), until: moment(null) },
    planned: ['expectedCloseAt'],
  },
  touches: { unit: 'touch', keys: ['eventId'], happened: { at: moment('eventId') }, planned: [] },
  scores: { unit: 'score', keys: ['eventId'], happened: { at: moment('eventId') }, planned: [] },
  advocacy: { unit: 'advocacy', keys: ['eventId'], happened: { at: moment('eventId') }, planned: [] },
  listEntries: {
    unit: 'list entry',
    keys: ['listEvent', 'accountId'],
    happened: { listedAt: moment('listEvent'), delistedAt: moment(null) },
    planned: [],
  },
  spend: { unit: 'day of spend', keys: ['spendId', 'day'], happened: { at: moment(null) }, planned: [] },
  quotas: { unit: 'day of a quota', keys: ['quotaId', 'day'], happened: {}, planned: ['at'] },
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

/** What orders rows of one moment: their place in the log where the table keeps it, then what identifies them. */
export const tieColumns = (table: FactKey): readonly string[] => [
  ...(Object.hasOwn(FACT_TABLES[table].columns, 'order') ? ['order'] : []),
  ...FACT_READINGS[table].keys,
];

/** Whether the rows of a table are each of one lead. */
export const hasLead = (table: FactKey): boolean => Object.hasOwn(FACT_TABLES[table].columns, 'leadId');

/** A row's column as it is written. */
export const cell = (row: object, column: string): Cell => (row as Readonly<Record<string, Cell>>)[column] ?? null;
