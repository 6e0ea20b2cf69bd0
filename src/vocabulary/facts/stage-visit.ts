import type { Instant } from '../../kernel/instant.js';
import type { StageId } from '../framework.js';
import type { PartyId } from '../party.js';
import { table } from './table.js';

/** One row a stay in a stage. A stage entered twice has two. */
export interface StageVisitFact {
  readonly leadId: string;
  /** 1 for the lead's first stay anywhere. */
  readonly visit: number;
  readonly stage: StageId;
  /** 1 for the lead's first stay in this stage. */
  readonly entry: number;
  readonly enteredAt: Instant;
  /** Position of the entering event in the resolved log: with `enteredAt` a total order over all leads. */
  readonly enteredOrder: number;
  readonly enteredEvent: string;
  /** Known to the day only. */
  readonly enteredByDay: boolean;
  readonly enteredParty: PartyId;
  readonly leftAt: Instant | null;
  readonly leftEvent: string | null;
  /** Whether the agreed life allows this step. It counts either way. */
  readonly legal: boolean;
  /**
   * Nobody recorded that the lead came here; a later event said that it left from here. When it came is not known:
   * `enteredAt`, `enteredEvent` and the rest are those of that later event. It is in no cohort.
   */
  readonly inferred: boolean;
  /** Percent, as recorded on the entering event; never the framework's. */
  readonly probability: number | null;
  /** When a person of ours first tried to reach the lead, spoke with it or booked a meeting with it, at or after it entered. */
  readonly answeredAt: Instant | null;
  /** Milliseconds of the lead's earlier stays in this stage, from entry to leaving; inferred stays and those without an end add none. */
  readonly earlierMs: number;
  /** Open milliseconds of the stage owner's calendar, cumulative, when the lead came. */
  readonly enteredOpenMs: number | null;
  readonly leftOpenMs: number | null;
}

/** Its columns in a warehouse. */
export const stageVisitTable = /* @__PURE__ */ table<StageVisitFact>('stage_visit', {
  leadId: 'text',
  visit: 'integer',
  stage: 'text',
  entry: 'integer',
  enteredAt: 'integer',
  enteredOrder: 'integer',
  enteredEvent: 'text',
  enteredByDay: 'boolean',
  enteredParty: 'text',
  leftAt: 'integer?',
  leftEvent: 'text?',
  legal: 'boolean',
  inferred: 'boolean',
  probability: 'integer?',
  answeredAt: 'integer?',
  earlierMs: 'integer',
  enteredOpenMs: 'integer?',
  leftOpenMs: 'integer?',
});
