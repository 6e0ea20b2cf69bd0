import type { Issue } from '../kernel/issue.js';
import type { RejectionClass } from '../vocabulary/events/hand-off.js';
import type { Requirement } from '../vocabulary/framework.js';
import type { PartyId } from '../vocabulary/party.js';
import { lifecycleIssue } from './issues.js';

/** Everything that a step's requirements ask about: who acts, and how the lead stands just before. */
export interface StepFacts {
  /** The party that acts. */
  readonly party: PartyId;
  /** Whether a person acts. A sequencer that mails under a rep's name does not. */
  readonly human: boolean;
  /** The class a rejection gives; null for any other event. */
  readonly rejectionClass: RejectionClass | null;
  /** Handed off and not answered yet. */
  readonly delivered: boolean;
  /** Human attempts of the receiving party since the last delivery. */
  readonly attemptsSinceDelivery: number;
  /** Human attempts of the accepter's party since the last acceptance. */
  readonly attemptsSinceAcceptance: number;
}

/** Whether one requirement of a step is met. */
export const holds = (requirement: Requirement, facts: StepFacts): boolean => {
  switch (requirement.kind) {
    case 'party':
      return requirement.oneOf.includes(facts.party);
    case 'human':
      return facts.human;
    case 'delivered':
      return facts.delivered;
    case 'not_attempted_since_delivery':
      return facts.attemptsSinceDelivery === 0;
    case 'attempted_since_acceptance':
      return facts.attemptsSinceAcceptance >= requirement.atLeast;
    case 'rejection_class':
      return facts.rejectionClass !== null && requirement.oneOf.includes(facts.rejectionClass);
  }
};

/** Why a requirement is not met, in words and figures. */
export const whyMissing = (requirement: Requirement, facts: StepFacts): Issue => {
  switch (requirement.kind) {
    case 'party':
      return lifecycleIssue('needs_party', { oneOf: requirement.oneOf, party: facts.party });
    case 'human':
      return lifecycleIssue('needs_human', { party: facts.party });
    case 'delivered':
      return lifecycleIssue('needs_delivery', undefined);
    case 'not_attempted_since_delivery':
      return lifecycleIssue('needs_no_attempt', { made: facts.attemptsSinceDelivery });
    case 'attempted_since_acceptance':
      return lifecycleIssue('needs_attempts', { made: facts.attemptsSinceAcceptance, atLeast: requirement.atLeast });
    case 'rejection_class':
      return lifecycleIssue('needs_rejection_class', { oneOf: requirement.oneOf, class: facts.rejectionClass });
  }
};

/** Whether a requirement asks about the lead's standing, which no choice of who acts can change. */
export const concernsStanding = ({ kind }: Requirement): boolean =>
  kind === 'delivered' || kind === 'not_attempted_since_delivery' || kind === 'attempted_since_acceptance';

/** Equal requirements have equal keys. */
export const requirementKey = (requirement: Requirement): string => {
  switch (requirement.kind) {
    case 'party':
    case 'rejection_class':
      return `${requirement.kind}: ${[...requirement.oneOf].sort().join(', ')}`;
    case 'attempted_since_acceptance':
      return `${requirement.kind}: ${String(requirement.atLeast)}`;
    case 'human':
    case 'delivered':
    case 'not_attempted_since_delivery':
      return requirement.kind;
  }
};
