import type { PointsTable } from '../fit/points-table.js';
import type { Drift } from '../measure/drift.js';
import type { ProbabilityMeasures } from '../measure/measures.js';
import type { Comparison } from '../validate/compare.js';
import type { Alarm } from './alarm.js';
import type { CriterionProposal } from './diff.js';
import type { ModelCard } from './model-card.js';
import type { TestedRows } from './tested.js';

/** How the rows were divided. older + newer + leftOut = rows. */
export interface TestedSplit {
  /** Learned from. */
  readonly older: { readonly rows: number; readonly wins: number };
  /** Tested on. */
  readonly newer: { readonly rows: number; readonly wins: number };
  /** Newer rows of accounts that were learned from. */
  readonly leftOut: number;
  /** Newer rows are from this moment on. */
  readonly border: number | null;
}

/** How far what is scored has moved from the rows learned from to those tested on. */
export interface ProposalDrift {
  /** Of the proposed points, in tenths of the older rows. */
  readonly score: Drift | null;
  readonly features: readonly { readonly attribute: string; readonly about: 'account' | 'contact'; readonly drift: Drift | null }[];
}

/** A refined filter as a diff that both sides can take or leave, with everything it rests on. Plain JSON. */
export interface Proposal {
  readonly kind: 'proposal';
  /** Each agreed criterion in the filter's order, then new ones. */
  readonly criteria: readonly CriterionProposal[];
  readonly points: PointsTable;
  readonly split: TestedSplit;
  /** The agreed filter against the proposed one, on the newer rows. */
  readonly comparison: Comparison;
  /** How well the fitted points can be read as chances, on the newer rows. */
  readonly chances: ProbabilityMeasures;
  readonly drift: ProposalDrift;
  /** Attributes that may know what could not be known at the hand-over. */
  readonly alarms: readonly Alarm[];
  /** Better on the newer rows beyond chance, not drifted to a stop, and no alarm in the way. */
  readonly adoptable: boolean;
  /** Every reason why it is adoptable, or why not. */
  readonly why: readonly string[];
  /** What tiers are cut on when it is adopted. */
  readonly tested: TestedRows;
  readonly card: ModelCard;
}
