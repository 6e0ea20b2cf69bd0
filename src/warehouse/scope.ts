import type { Instant } from '../kernel/instant.js';
import type { Framework } from '../vocabulary/framework.js';
import type { Period } from '../vocabulary/period.js';
import type { FactKey } from '../metrics/definition/column.js';
import type { GroupRef } from '../metrics/definition/column-ref.js';
import type { RelatedFilter } from '../metrics/definition/filter.js';
import type { Dialect } from './dialect.js';
import type { TablePath } from './tables.js';

/** What the parts of one statement share. */
export interface Scope {
  readonly dialect: Dialect;
  /** The table that `row.` columns point into, and where the tables are. */
  readonly rows: FactKey;
  readonly path: TablePath;
  readonly framework: Framework;
  readonly period: Period;
  readonly asOf: Instant;
  readonly groupBy: readonly GroupRef[];
  /** Whether anything asks for the lead of a unit. */
  readonly joinsLead: boolean;
  /** The conditions that count rows of another table. */
  readonly related: readonly RelatedFilter[];
}
