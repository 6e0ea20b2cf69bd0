import type { Instant } from '../kernel/instant.js';
import type { Issue } from '../kernel/issue.js';
import type { RejectionClass } from '../vocabulary/events/hand-off.js';
import type { Requirement, SAYABLE } from '../vocabulary/framework.js';
import type { PartyId } from '../vocabulary/party.js';
import { lifecycleIssue } from './issues.js';

/** Everything that a step's requirements ask about: who acts, and how the lead stands just before. What is left out is not known, and a requirement that asks about it is not met. */
export interface StepFacts {
  /** The party that acts. */
  readonly party: PartyId;
  /** Whether a person acts. A sequencer that mails under a rep's name does not. */
  readonly human: boolean;
  /** The class a rejection gives; null for any other event. */
  readonly rejectionClass: RejectionClass | null;
  /** Handed off and not answered yet. */
  readonly delivered: boolean;
  /** The party that the lead was last handed to; null before the first hand-off. */
  readonly receiver?: PartyId | null;
  /** Human attempts of the receiving party since the last delivery. */
  readonly attemptsSinceDelivery: number;
  /** Human attempts of the accepter's party since the last acceptance. */
  readonly attemptsSinceAcceptance: number;
  /** When the step is taken. */
  readonly at?: Instant;
  /** The moments of the accepter's attempts since the last acceptance, the latest hundred. */
  readonly attemptsAt?: readonly Instant[];
  /** Whether one of our people had a conversation with the lead since the last delivery. */
  readonly contacted?: boolean;
  /** The tier that the last fit score named. */
  readonly fitTier?: string | null;
  /** Names of the custom fields that are filled. */
  readonly fields?: Readonly<Record<string, true>>;
  /** Values of custom fields that the event itself records: they count before what was known, and fill or empty it. */
  readonly recorded?: Readonly<Record<string, unknown>> | null;
  /** What qualification found out, as `meddic.champion`. */
  readonly qualification?: Readonly<Record<string, true>>;
  /** What the event says in its own fields; the event itself will do. */
  readonly says?: Says;
}

/** The words of an event that a requirement may ask about. */
export type Says = { readonly [Field in (typeof SAYABLE)[number] | 'type']?: string };

/** The days of `attempted_within` are 24 hours each. */
export const DAY_MS = 86_400_000;

/** Whether one requirement of a step is met. */
export const holds = (requirement: Requirement, facts: StepFacts): boolean => {
  switch (requirement.kind) {
    case 'party':
      return requirement.oneOf.includes(facts.party);
    case 'human':
      return facts.human;
    case 'delivered':
      return facts.delivered;
    case 'by_receiver':
      return facts.receiver === facts.party;
    case 'not_attempted_since_delivery':
      return facts.attemptsSinceDelivery === 0;
    case 'attempted_since_acceptance':
      return facts.attemptsSinceAcceptance >= requirement.atLeast;
    case 'attempted_within':
      return attemptsWithin(requirement.days, facts) >= requirement.atLeast;
    case 'contacted':
      return facts.contacted === true;
    case 'not_contacted':
      return facts.contacted === false;
    case 'rejection_class':
      return facts.rejectionClass !== null && requirement.oneOf.includes(facts.rejectionClass);
    case 'says': {
      const said = facts.says?.[requirement.field];
      return said !== undefined && requirement.oneOf.includes(said);
    }
    case 'fields':
      return unfilledOf(requirement.allOf, facts).length === 0;
    case 'fit_tier':
      return typeof facts.fitTier === 'string' && requirement.oneOf.includes(facts.fitTier);
    case 'qualification':
      return unknownOf(qualified(requirement), facts.qualification).length === 0;
  }
};

/** Attempts in the days before the step: after its moment less that many times 24 hours, at or before its moment. */
const attemptsWithin = (days: number, { at, attemptsAt = [] }: StepFacts): number =>
  at === undefined ? 0 : attemptsAt.filter((one) => one <= at && one > at - days * DAY_MS).length;

const qualified = ({ framework, allOf }: Extract<Requirement, { kind: 'qualification' }>): readonly string[] =>
  allOf.map((field) => `${framework}.${field}`);

/** Looked up where a step asks for fields, and nowhere else: a lead may have hundreds. */
const unfilledOf = (names: readonly string[], { fields = {}, recorded }: StepFacts): readonly string[] =>
  names.filter((name) => !(recorded && Object.hasOwn(recorded, name) ? isFilled(recorded[name]) : Object.hasOwn(fields, name)));

/** Whether a custom field's value says anything. */
export const isFilled = (value: unknown): boolean => value !== null && value !== '';

const unknownOf = (names: readonly string[], known: Readonly<Record<string, true>> = {}): readonly string[] =>
  names.filter((name) => !Object.hasOwn(known, name));

/** Why a requirement is not met, in words and figures. */
export const whyMissing = (requirement: Requirement, facts: StepFacts): Issue => {
  switch (requirement.kind) {
    case 'party':
      return lifecycleIssue('needs_party', { oneOf: requirement.oneOf, party: facts.party });
    case 'human':
      return lifecycleIssue('needs_human', { party: facts.party });
    case 'delivered':
      return lifecycleIssue('needs_delivery', undefined);
    case 'by_receiver':
      return lifecycleIssue('needs_receiver', { receiver: facts.receiver ?? null, party: facts.party });
    case 'not_attempted_since_delivery':
      return lifecycleIssue('needs_no_attempt', { made: facts.attemptsSinceDelivery });
    case 'attempted_since_acceptance':
      return lifecycleIssue('needs_attempts', { made: facts.attemptsSinceAcceptance, atLeast: requirement.atLeast });
    case 'attempted_within': {
      const { atLeast, days } = requirement;
      return lifecycleIssue('needs_recent_attempts', { made: attemptsWithin(days, facts), atLeast, days });
    }
    case 'contacted':
      return lifecycleIssue('needs_contact', { known: facts.contacted !== undefined });
    case 'not_contacted':
      return lifecycleIssue('needs_no_contact', { known: facts.contacted !== undefined });
    case 'rejection_class':
      return lifecycleIssue('needs_rejection_class', { oneOf: requirement.oneOf, class: facts.rejectionClass });
    case 'says': {
      const { field, oneOf } = requirement;
      return lifecycleIssue('needs_word', { field, oneOf, said: facts.says?.[field] ?? null });
    }
    case 'fields':
      return lifecycleIssue('needs_fields', { missing: unfilledOf(requirement.allOf, facts) });
    case 'fit_tier':
      return lifecycleIssue('needs_fit_tier', { oneOf: requirement.oneOf, tier: facts.fitTier ?? null });
    case 'qualification': {
      const { framework, allOf } = requirement;
      const missing = allOf.filter((field) => !Object.hasOwn(facts.qualification ?? {}, `${framework}.${field}`));
      return lifecycleIssue('needs_qualification', { framework, missing });
    }
  }
};

/**
 * The figures that {@link whyMissing} would name: for equal requirements that are missing, equal figures mean equal words.
 */
export const figuresOf = (requirement: Requirement, facts: StepFacts): string => {
  switch (requirement.kind) {
    case 'party':
    case 'human':
      return facts.party;
    case 'not_attempted_since_delivery':
      return String(facts.attemptsSinceDelivery);
    case 'attempted_since_acceptance':
      return String(facts.attemptsSinceAcceptance);
    case 'attempted_within':
      return String(attemptsWithin(requirement.days, facts));
    case 'not_contacted':
      return String(facts.contacted !== undefined);
    case 'rejection_class':
      return String(facts.rejectionClass);
    case 'says':
      return textOf(facts.says?.[requirement.field]);
    case 'fields':
      return unfilledOf(requirement.allOf, facts).map(textOf).join();
    case 'fit_tier':
      return textOf(facts.fitTier);
    case 'qualification':
      return unknownOf(qualified(requirement), facts.qualification).join();
    case 'by_receiver':
      return textOf(facts.receiver) + textOf(facts.party);
    case 'delivered':
    case 'contacted':
      return '';
  }
};

/** A word that may be missing and may hold any letter. */
const textOf = (word: string | null | undefined): string => JSON.stringify(word ?? null);

/** Whether a requirement asks about the lead's standing, which no choice of who acts and what they say can change. */
export const concernsStanding = ({ kind }: Requirement): boolean =>
  kind !== 'party' && kind !== 'human' && kind !== 'by_receiver' && kind !== 'rejection_class' && kind !== 'says';

/** Equal requirements have equal keys. */
export const requirementKey = (requirement: Requirement): string => {
  switch (requirement.kind) {
    case 'party':
    case 'rejection_class':
    case 'fit_tier':
      return keyOf(requirement.kind, requirement.oneOf);
    case 'says':
      return keyOf(`says ${requirement.field}`, requirement.oneOf);
    case 'fields':
      return keyOf(requirement.kind, requirement.allOf);
    case 'qualification':
      return keyOf(`qualification ${requirement.framework}`, requirement.allOf);
    case 'attempted_since_acceptance':
      return `${requirement.kind}: ${String(requirement.atLeast)}`;
    case 'attempted_within':
      return `${requirement.kind}: ${String(requirement.atLeast)} in ${String(requirement.days)}`;
    case 'human':
    case 'delivered':
    case 'by_receiver':
    case 'not_attempted_since_delivery':
    case 'contacted':
    case 'not_contacted':
      return requirement.kind;
  }
};

/** Names may hold any letter: JSON keeps them apart. */
const keyOf = (kind: string, names: readonly string[]): string => `${kind}: ${JSON.stringify([...new Set(names)].sort())}`;
