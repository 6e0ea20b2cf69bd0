import { PEOPLE, type PartyName } from './world.js';
import { chance, pick, waiting, weighted, whole, type Random } from './random.js';
import { MESSAGES } from './demand.js';
import { human, tell, type Actor, type Cells, type Delivery, type Story } from './story.js';
import { dateIn, DAY } from './hours.js';

export type Channel = 'phone' | 'email' | 'social' | 'video';

/** How a lead’s way ended with one party, for whoever takes it further. */
export type Ending =
  | { readonly kind: 'qualified'; readonly at: number }
  | { readonly kind: 'rejected' | 'disqualified' | 'lost'; readonly at: number; readonly reason: string }
  | { readonly kind: 'expired'; readonly at: number }
  | { readonly kind: 'idle' };

/** How late a person is, as a factor. */
export const lateness = (party: PartyName, id: string): number => PEOPLE[party].find((person) => person.id === id)?.late ?? 1;

/** Working milliseconds within a promise: mostly early, now and then to the second. */
export const within = (random: Random, minutes: number): number =>
  chance(random, 0.004) ? minutes * 60_000 : Math.max(30, Math.floor(minutes * 60 * random() ** 1.7)) * 1000;

/** Working milliseconds beyond a promise: from one second to days. */
export const beyond = (random: Random, minutes: number, mean: number): number =>
  minutes * 60_000 + (chance(random, 0.02) ? 1 : 1 + Math.floor(waiting(random, mean * 60))) * 1000;

const REJECTIONS = {
  wrong_region: { class: 'procedural' },
  existing_customer: { class: 'procedural' },
  bad_data: { class: 'clerical' },
  duplicate: { class: 'clerical' },
  not_icp: { class: 'definitional' },
} as const;
export type RejectionReason = keyof typeof REJECTIONS;

export const reject = (story: Story, delivery: Delivery, party: PartyName, at: number, reason: RejectionReason): Ending => {
  const { random, number } = story;
  const specifics: Readonly<Record<RejectionReason, () => Cells>> = {
    wrong_region: () => ({}),
    existing_customer: () => ({}),
    bad_data: () => ({ specific_field: pick(random, ['phone', 'email', 'job_title', 'company']) }),
    duplicate: () => ({ specific_other_lead: leadId(whole(random, 1, Math.max(1, number - 1))) }),
    not_icp: () => ({ specific_criterion: pick(random, ['size', 'industry', 'calendar', 'region']) }),
  };
  const note = chance(random, 0.2) ? pick(random, ['Third one this week.', 'Please check the form.', 'Nice people, wrong size.']) : '';
  tell(story, 'rejected', at, human(party, delivery.to), {
    stage: 'rejected',
    class: REJECTIONS[reason].class,
    reason,
    note,
    ...specifics[reason](),
  });
  delivery.answer = { at, kind: 'rejected', reason };
  return { kind: 'rejected', at, reason };
};

export type DisqualificationReason = 'no_budget' | 'no_need' | 'bad_timing' | 'unreachable';

export const disqualify = (story: Story, party: PartyName, person: string, at: number, reason: DisqualificationReason): Ending => {
  const { random } = story;
  const specifics: Readonly<Record<DisqualificationReason, () => Cells>> = {
    no_budget: () => ({ specific_budget_cycle: pick(random, ['2026-07', '2026-10', '2027-01', 'fiscal year from April']) }),
    no_need: () => ({ specific_current_solution: pick(random, ['spreadsheet', 'Calendly', 'in-house tool', 'paper']) }),
    bad_timing: () => ({ specific_revisit_on: dateIn('America/New_York', at + whole(random, 60, 200) * DAY) }),
    unreachable: () => ({}),
  };
  tell(story, 'disqualified', at, human(party, person), { stage: 'disqualified', reason, ...specifics[reason]() });
  return { kind: 'disqualified', at, reason };
};

const LEARNED = [
  'Books 400 appointments a week by phone.',
  'Two sites, one front desk, no shared calendar.',
  'Lost a nurse over shift swaps.',
  'Evaluating until the board meets.',
];
const OBJECTIONS = ['price', 'timing', 'security', 'status_quo', ''];

/** A conversation, and what was learned in it as far as anybody wrote it down. */
export const converse = (story: Story, by: Actor, at: number, channel: Channel): void => {
  const { random } = story;
  tell(story, 'contact_made', at, by, {
    channel,
    learned: chance(random, 0.7) ? pick(random, LEARNED) : '',
    message: chance(random, 0.7) ? pick(random, MESSAGES) : '',
    objection: pick(random, OBJECTIONS),
    next_step: chance(random, 0.5) ? 'Send the case study, call again' : '',
  });
};

/** The sequencer writes under somebody’s name, at any hour. */
export const mailBySequencer = (story: Story, by: Actor, at: number): void => {
  tell(story, 'attempt', at, by, { channel: 'email', outcome: 'none' });
};

/** Why a lead that was spoken to is let go. */
export const afterTalking = (random: Random): DisqualificationReason =>
  weighted(random, [['no_budget', 3], ['no_need', 4], ['bad_timing', 3]]);

export const leadId = (number: number): string => `L${String(number).padStart(5, '0')}`;
