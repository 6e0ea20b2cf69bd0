import type { Framework } from '../../vocabulary/framework.js';
import { fail, ok, type Result } from '../../kernel/result.js';
import { FACT_TABLES, type Facts } from '../../vocabulary/fact.js';
import type { FactColumns } from '../../vocabulary/fact-columns.js';
import type { LogColumns } from '../../vocabulary/log-columns.js';
import type { LogDetails } from '../../vocabulary/log-details.js';
import type { Lifecycle } from '../lifecycle.js';
import { columnIssues } from './column-issues.js';
import { detailIssues } from './detail-issues.js';
import { activityColumns } from './facts/activity-columns.js';
import { once } from './facts/columns.js';
import type { Course } from './facts/course.js';
import { dealColumns } from './facts/deal-columns.js';
import { exitColumns } from './facts/exit-columns.js';
import { handOffColumns } from './facts/hand-off-columns.js';
import { leadColumns, leadPlaces } from './facts/lead-columns.js';
import { visitColumns } from './facts/visit-columns.js';
import { foldOrdered } from './fold.js';
import { orderRows } from './order.js';
import { regroup } from './regroup.js';
import { followMany } from './replay-many.js';

/** Base facts as typed columns, and what the columns of the log could not tell. */
export interface BulkFacts {
  /** Rows lead by lead, and in order within each. Tables and columns are made when they are first read. */
  readonly facts: FactColumns;
  /** Tables and columns that nobody filled, as `meetings` and `leads.source`: they say nothing, not "none". */
  readonly untold: readonly string[];
}

/**
 * `factsFrom` for millions of events: leads, stage visits, hand-offs, exits, activities and opportunities as typed columns,
 * from columns, without an object for an event or a row. What a log's columns do not hold is left out and named in `untold`:
 * `evaluate` refuses a metric that reads one of those. The log must not change afterwards.
 *
 * Issues: those of `foldMany`, and `lifecycle.column_length` and `lifecycle.column_code` of the details.
 *
 * @example
 * ```ts
 * import { sirius2006 } from 'revpact/vocabulary';
 * import { createLifecycle, detailsOf, encode, factColumnsFrom, resolve } from 'revpact/lifecycle';
 *
 * const by = { party: 'marketing', kind: 'human' } as const;
 * const lifecycle = createLifecycle(sirius2006);
 * const log = resolve([{ id: 'e1', type: 'inquiry', at: 1000, by, leadId: 'a', source: 'fair' }]);
 * const made = factColumnsFrom(lifecycle, encode(lifecycle, log).columns, detailsOf(log));
 * made.ok ? made.value.facts.leads.columns.source : null // => { kind: 'text', codes: Int32Array.of(0), words: ['fair'] }
 * ```
 */
export const factColumnsFrom = (lifecycle: Lifecycle, log: LogColumns, details: LogDetails = {}): Result<BulkFacts> => {
  const table = lifecycle.table();
  const issues = [...columnIssues(table, log), ...detailIssues(log, details)];
  if (issues.length > 0) return fail(issues);
  const course = courseOf(lifecycle.framework, table, log, details);
  const leads = once(() => leadPlaces(course));
  const facts = lazyTables({
    leads: () => leadColumns(course, leads()),
    stageVisits: () => visitColumns(course),
    handOffs: () => handOffColumns(course),
    exits: () => exitColumns(course),
    activities: () => activityColumns(course, leads()),
    opportunities: () => (details.deals === undefined ? NOTHING : dealColumns(course, details.deals, leads())),
  });
  return ok({
    facts,
    get untold() {
      return untoldIn(facts);
    },
  });
};

const courseOf = (framework: Framework, table: Course['table'], given: LogColumns, details: LogDetails): Course => {
  const order = orderRows(given);
  const log = regroup(given, order);
  const inPlace = { ...order, rows: placesTo(log.rows) };
  const { visits } = followMany(log, foldOrdered(table, log, inPlace));
  const { orders } = details;
  return {
    framework,
    table,
    log,
    starts: order.starts,
    visits,
    details,
    given,
    rows: order.rows,
    orderOf: orders === undefined ? (row) => row : (row) => orders[row] ?? NaN,
  };
};

const placesTo = (count: number): Uint32Array => {
  const places = new Uint32Array(count);
  for (let place = 0; place < count; place += 1) places[place] = place;
  return places;
};

const NOTHING = { rows: 0, columns: {} } as const;

const lazyTables = (makings: { readonly [Key in keyof FactColumns]?: () => FactColumns[Key] }): FactColumns => {
  const tables: object = {};
  for (const key of Object.keys(FACT_TABLES) as (keyof Facts)[]) {
    Object.defineProperty(tables, key, { enumerable: true, get: once<unknown>(makings[key] ?? (() => NOTHING)) });
  }
  // Every key of the tables has its own, as `makings` says; the compiler sees only an object.
  return tables as FactColumns;
};

const untoldIn = (facts: FactColumns): readonly string[] =>
  Object.entries(FACT_TABLES).flatMap(([key, { columns }]) => {
    const given = facts[key as keyof Facts].columns;
    const missing = Object.keys(columns).filter((name) => !Object.hasOwn(given, name));
    return missing.length === Object.keys(columns).length ? [key] : missing.map((name) => `${key}.${name}`);
  });
