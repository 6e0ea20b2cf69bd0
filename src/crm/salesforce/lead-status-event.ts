import type { Actor } from '../../vocabulary/events/base.js';
import { dated, putEvent, type Draft } from './desk.js';
import type { LeadStatusMeaning } from './lead-status.js';
import type { Moment } from './sheet.js';

/** What a status event says besides its meaning. */
export interface StatusStep {
  readonly id: string;
  readonly seq: number;
  readonly at: Moment;
  readonly by: Actor;
  readonly leadId: string;
  readonly accountId: string | null;
  readonly leftStage: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  /** The words of an exit, where the meaning leaves them to a column; null where the record says none. */
  readonly class: string | null;
  readonly reason: string | null;
}

/** The event that a status means, put with its row. A status that means none puts none. */
export const putStatus = (draft: Draft, meaning: LeadStatusMeaning, step: StatusStep): void => {
  if (meaning.type === 'none') return;
  const { id, seq, at, by, leadId, accountId, leftStage, attributes } = step;
  const said = { id, seq, ...dated(at), by, leadId, accountId, type: meaning.type, stage: meaning.stage, leftStage, attributes };
  putEvent(draft, { ...said, ...saidByMeaning(meaning, step) });
};

/** What an event of this type says besides. */
const saidByMeaning = (meaning: LeadStatusMeaning, { class: rejection, reason }: StatusStep): Readonly<Record<string, unknown>> => {
  switch (meaning.type) {
    case 'attempt':
    case 'contact_made':
      return { channel: meaning.channel };
    case 'handed_off':
      return { to: meaning.to, handOff: meaning.handOff };
    case 'rejected':
      return { class: rejection, reason };
    case 'disqualified':
      return { reason };
    case 'inquiry':
    case 'qualified':
    case 'accepted':
    case 'recycled':
    case 'expired':
    case 'none':
      return {};
  }
};

/** Of events at one moment: qualification comes before the hand-over it leads to, an answer after it. */
export const statusSeq = (type: LeadStatusMeaning['type']): number =>
  type === 'inquiry' || type === 'qualified' || type === 'recycled' ? SEQ.qualified : SEQ.answered;

/** The order of what a record says of one and the same moment. */
export const SEQ = {
  created: 0,
  initialStatus: 1,
  initialOwner: 2,
  score: 10,
  qualified: 20,
  owner: 10_000,
  attempt: 10_010,
  booked: 10_020,
  answered: 20_000,
  optedOut: 1_000_000,
  opened: 1_000_010,
  deal: 1_000_020,
  meeting: 2_000_000,
  merged: 3_000_000,
} as const;
