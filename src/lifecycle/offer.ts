import type { EventType } from '../vocabulary/event.js';
import type { Requirement, StageId } from '../vocabulary/framework.js';
import type { PartyId } from '../vocabulary/party.js';
import type { Candidate } from './chart.js';
import { concernsStanding } from './requirement.js';

/** A step that is open to a lead as it stands. */
export interface LegalStep {
  readonly on: EventType;
  readonly to: StageId;
  readonly by: readonly PartyId[] | 'anyone';
  /** What the one who takes it must still see to: act as a person, give a class. */
  readonly requires: readonly Requirement[];
}

/** A step of a stage, as it is offered to whoever may take it, once the lead stands so. */
export interface Offer {
  readonly step: LegalStep;
  /** What it asks of the lead's standing, which no choice of who acts and what they say can change. */
  readonly standing: readonly Requirement[];
  /** Only the party that the lead was handed to may take it. */
  readonly byReceiver: boolean;
}

/** An agreed step, parted into what the lead's standing must be and what the one who takes it must see to. */
export const offerOf = ({ on, to, requires }: Candidate): Offer => ({
  step: { on, to, by: actorsOf(requires), requires: requires.filter((one) => !concernsStanding(one) && one.kind !== 'party') },
  standing: requires.filter(concernsStanding),
  byReceiver: requires.some(({ kind }) => kind === 'by_receiver'),
});

/** The step as it is offered to a lead that was handed to a party: null where that party may not take it either. */
export const offeredTo = ({ step, byReceiver }: Offer, receiver: PartyId | null | undefined): LegalStep | null => {
  if (!byReceiver || typeof receiver !== 'string') return step;
  if (step.by !== 'anyone' && !step.by.includes(receiver)) return null;
  return { ...step, by: [receiver], requires: step.requires.filter(({ kind }) => kind !== 'by_receiver') };
};

/** The parties that may take a step: anyone, where it does not say. Two party requirements must both hold. */
const actorsOf = (requires: readonly Requirement[]): readonly PartyId[] | 'anyone' => {
  const [first, ...others] = requires.flatMap((one) => (one.kind === 'party' ? [one.oneOf] : []));
  if (first === undefined) return 'anyone';
  return [...new Set(first.filter((party) => others.every((other) => other.includes(party))))].sort();
};
