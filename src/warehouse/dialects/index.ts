import type { Dialect } from '../dialect.js';
import { duckdb } from './duckdb.js';

export { duckdb };

/** The engines that a metric compiles to. A host may bring its own. */
export const STANDARD_DIALECTS: readonly Dialect[] = [duckdb];
