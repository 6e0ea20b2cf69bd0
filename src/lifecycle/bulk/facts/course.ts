import type { Framework, Milestone } from '../../../vocabulary/framework.js';
import type { LogColumns } from '../../../vocabulary/log-columns.js';
import type { LogDetails } from '../../../vocabulary/log-details.js';
import { EVENT_NUMBER } from '../../number.js';
import type { LifecycleTable } from '../../table.js';
import type { VisitColumns } from '../replay-many.js';

/** A log lead by lead, each in order, and the stays in it: what every table of facts is one pass over. */
export interface Course {
  readonly framework: Framework;
  readonly table: LifecycleTable;
  /** In order: a row is a place. */
  readonly log: LogColumns;
  /** By lead, where its places begin; one more at the end. */
  readonly starts: Uint32Array;
  readonly visits: VisitColumns;
  /** By row of the log as it was given. */
  readonly details: LogDetails;
  readonly given: LogColumns;
  /** By place, that row. */
  readonly rows: Uint32Array;
  /** By that row, its place in the resolved log: what orders events of one moment. */
  readonly orderOf: (row: number) => number;
}

/** No place. */
export const NONE = -1;

/** By event type: 1 for one by which a person of ours tries to reach the lead, speaks with it or books a meeting with it. */
export const ANSWERS: Uint8Array = /* @__PURE__ */ (() => {
  const answers = new Uint8Array(Object.keys(EVENT_NUMBER).length);
  answers[EVENT_NUMBER.attempt] = 1;
  answers[EVENT_NUMBER.contact_made] = 1;
  answers[EVENT_NUMBER.meeting_booked] = 1;
  return answers;
})();

/** By stage number: 1 for a stage of the milestone. */
export const inMilestone = ({ milestones }: Framework, { stages }: LifecycleTable, milestone: Milestone): Uint8Array =>
  Uint8Array.from(stages, (stage) => (milestones[milestone]?.includes(stage) === true ? 1 : 0));
