/**
 * revpact: the sales–marketing agreement, as code. This is the table of contents, in the order in which a newcomer should
 * meet it; every room has an entry of its own (`revpact/sla`, `revpact/metrics`, …) with all that it offers.
 *
 * @module revpact
 */

// The words both sides agree on
export {
  Account,
  Calendar,
  Event,
  EVENT_TYPES,
  Framework,
  GLOSSARY,
  Lead,
  MILESTONES,
  Money,
  NO_FACTS,
  Opportunity,
  Party,
  STANDARD_FRAMEWORKS,
  STANDARD_QUALIFICATIONS,
  extendFramework,
  hubspot,
  periodOf,
  qualificationOf,
  safeParseEvent,
  safeParseEvents,
  salesforce,
  sirius2006,
  sirius2012,
  termsFor,
  translate,
  withPostSale,
  type EventInput,
  type EventType,
  type Extension,
  type Facts,
  type Milestone,
  type Period,
  type StageId,
} from './vocabulary/index.js';

// Rows of a CRM export as events, every row accounted for
export {
  GENERIC_MAPPING,
  importAccounts,
  importEvents,
  type EventImport,
  type Mapping,
  type Row,
} from './crm/index.js';

// What happened: one step judged, a whole log followed, facts to compute from
export {
  conformance,
  createLifecycle,
  erase,
  factsFrom,
  replay,
  resolve,
  transition,
  type Lifecycle,
  type Replay,
  type ResolvedLog,
  type Verdict,
  type Violation,
} from './lifecycle/index.js';

// What was promised, and was it kept
export {
  CLAUSE_KINDS,
  add,
  elapsed,
  escalations,
  explainClock,
  judgeClock,
  openHours,
  proposeExpiries,
  schedule,
  type Clause,
  type ClauseFinding,
  type ClockJudgement,
  type DueItem,
  type OpenHours,
} from './sla/index.js';

// The numbers, exactly and with their records
export {
  STANDARD_METRICS,
  attribute,
  evaluate,
  explain,
  funnel,
  identities,
  pathsOf,
  reconcile,
  scorecard,
  searchFor,
  type MetricDefinition,
  type MetricResult,
  type Reconciliation,
  type Report,
  type Scorecard,
  type ScorecardRow,
} from './metrics/index.js';

// Whom to call, and what was learned
export {
  actionFor,
  buildTargetList,
  diffLists,
  dossierCompleteness,
  engagement,
  gateState,
  mayContact,
  nextTier,
  safeParseFilter,
  score,
  scoreColumns,
  type Score,
  type TargetFilter,
  type TargetList,
} from './icp/index.js';
export {
  answersOwed,
  checkDisposition,
  checkExit,
  checkReport,
  correctAccounts,
  doneSoFar,
  feedbackSummary,
  learnedFrom,
  type AnswersOwed,
  type ExitReason,
  type FeedbackSummary,
  type Learned,
} from './feedback/index.js';

// The agreement itself, and the review of a period under it
export {
  approvalStatus,
  approve,
  definePact,
  lintPact,
  pactDigest,
  parsePact,
  planOf,
  rejudgePact,
  review,
  safeParsePact,
  safeReview,
  type Evidence,
  type Pact,
  type Review,
} from './pact/index.js';

// On paper, and in a warehouse
export { findingsCsv, lifecycleMermaid, reviewDocument, targetListDocument, toMarkdown, toText } from './report/index.js';
export { compile, compileFilter, duckdb, factTableDdl } from './warehouse/index.js';

// A value, or every reason why there is none
export { RevpactError, formatPath, toDecimal, type Instant, type InstantInput, type Issue, type Result } from './kernel/index.js';
