import type { Account } from './accounts.js';
import type { Random } from './random.js';
import { chance, whole } from './random.js';
import { zoneOf, type HandOffName, type PartyName } from './world.js';
import type { ZoneName } from './hours.js';

/** The columns of `events.csv`, in their order. `landing_page` is a custom field of Acme's. */
export const COLUMNS = [
  'id', 'seq', 'type', 'at', 'known_at', 'lead_id', 'account_id', 'party', 'person', 'kind', 'stage', 'source', 'campaign', 'channel',
  'outcome', 'to', 'to_person', 'hand_off', 'fields', 'class', 'reason', 'specific_field', 'specific_other_lead', 'specific_criterion',
  'specific_budget_cycle', 'specific_current_solution', 'specific_revisit_on', 'note', 'opportunity_id', 'opportunity_type', 'amount',
  'currency', 'probability', 'meeting_id', 'starts_at', 'learned', 'message', 'objection', 'next_step', 'corrects', 'change',
  'change_at', 'from', 'into', 'clause', 'why', 'item', 'count', 'account_ids', 'until', 'ends', 'answers', 'corrected', 'landing_page',
] as const;
export type Column = (typeof COLUMNS)[number];
export type Cells = Partial<Record<Column, string>>;

/** One row to be. Moments stay numbers until it is written; `cells` may already hold one that cannot be read. */
export interface Line {
  readonly at: number;
  readonly knownAt: number;
  readonly zone: ZoneName;
  readonly cells: Cells;
}

/** Who acts. */
export interface Actor {
  readonly party: PartyName;
  readonly person: string;
  readonly kind: 'human' | 'automation';
}

export const human = (party: PartyName, person: string): Actor => ({ party, person, kind: 'human' });
/** A machine of that party's; under somebody's name where it mails as them. */
export const machine = (party: PartyName, person = ''): Actor => ({ party, person, kind: 'automation' });

/** What really became of one delivery, whatever the rows will say about it. */
export interface Delivery {
  readonly leadId: string;
  readonly handOff: HandOffName;
  readonly at: number;
  readonly to: string;
  readonly fields: readonly string[];
  readonly complete: boolean;
  answer: { readonly at: number; readonly kind: 'accepted' | 'rejected'; readonly reason: string } | null;
  /** By a human of the receiving party, since the delivery. */
  firstAttempt: { readonly at: number; readonly eventId: string } | null;
  expiredAt: number | null;
  waivedAt: number | null;
}

export interface Sum {
  readonly minor: number;
  readonly currency: string;
}

/** What really became of one deal. */
export interface Deal {
  readonly opportunityId: string;
  readonly type: string;
  /** Null for the win without an opportunity. */
  openedAt: number | null;
  readonly amounts: { readonly at: number; readonly sum: Sum }[];
  /** Every closing and reopening, in order. */
  readonly turns: { readonly at: number; readonly turn: 'won' | 'lost' | 'reopened'; readonly reason: string }[];
}

export type IllegalStep = 'rejected_after_attempt' | 'disqualified_without_attempt' | 'won_without_opportunity';

/** One lead’s life as it was: the schedule that the rows are written from, and that the second opinion is counted from. */
export interface Life {
  readonly leadId: string;
  readonly inquiredAt: number;
  readonly mqlAt: number[];
  readonly tqlAt: number[];
  readonly deliveries: Delivery[];
  readonly deals: Deal[];
  readonly recycledAt: number[];
  readonly meetingsHeldAt: number[];
  /** Steps that were taken against the rules. */
  readonly illegal: { readonly kind: IllegalStep; readonly at: number }[];
}

/** A life while it is told. */
export interface Story {
  readonly random: Random;
  readonly number: number;
  readonly account: Account | null;
  readonly source: string;
  readonly campaign: string;
  readonly life: Life;
  readonly lines: Line[];
}

/** Write one event of the lead down, and say its id. Recorded within minutes, as calls are logged after they end. */
export const tell = (story: Story, type: string, at: number, by: Actor, cells: Cells = {}): string => {
  const id = `${story.life.leadId}-${String(story.lines.length + 1).padStart(2, '0')}`;
  const wait = by.kind === 'automation' ? whole(story.random, 0, 4) : whole(story.random, 5, chance(story.random, 0.7) ? 90 : 1500);
  const lead = { lead_id: story.life.leadId, account_id: story.account?.id ?? '' };
  story.lines.push({
    at,
    knownAt: at + wait * 1000,
    zone: zoneOf(by.party),
    cells: { id, type, ...lead, party: by.party, person: by.person, kind: by.kind, ...cells },
  });
  return id;
};
