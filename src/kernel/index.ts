/**
 * kernel: what every room stands on, and nothing of leads. A value or every issue found; moments, dates and zones;
 * exact fractions; the one text of a value and its digest.
 *
 * @module kernel
 */

// A value, or every reason why there is none
export { ok, fail, okUnless, unwrap, ISSUE_LIMIT, type Result, type Ok, type Failure } from './result.js';
export { issueCatalogue, formatPath, RevpactError, type Issue, type IssueMaker, type Path } from './issue.js';
export { readWith, schema, inputIssue, DEPTH_LIMIT } from './schema.js';
export { nearest } from './nearest.js';
export { byText, groupBy } from './group.js';

// Time
export { Instant, IsoInstant, toInstant, instantOf, toIso, EARLIEST, LATEST, type InstantInput, type NotAnInstant } from './instant.js';
export { IsoDate, parseDate, formatDate, dateOf, dayNumber, fromDayNumber, weekday, type CivilDate } from './date.js';
export {
  ZoneId,
  isZone,
  offsetReader,
  offsetChanges,
  localDate,
  startOfDay,
  isStartOfDay,
  endOfDay,
  formatLocal,
  type OffsetAt,
  type OffsetChange,
} from './zone.js';

// Exact numbers
export { compareRatios, ratioOf, isDecimalText, toWhole, type Ratio, type Whole } from './ratio.js';
export { Decimal, toDecimal, type Rounding } from './quotient.js';

// What is hashed and approved
export { canonicalJson, digest } from './canonical.js';
