import {
  afterTalking,
  beyond,
  converse,
  disqualify,
  lateness,
  mailBySequencer,
  reject,
  within,
  type Ending,
  type RejectionReason,
} from './answers.js';
import { closeDeal } from './closing.js';
import { addWorking, MINUTE } from './hours.js';
import { book, meet, slot, type Meeting } from './meeting.js';
import { chance, pick, weighted, whole } from './random.js';
import { human, machine, tell, type Delivery, type Story } from './story.js';
import { AGREED_FIELDS, OPENINGS, PEOPLE, PROMISES } from './world.js';

const PARTY = 'sales';
const HOURS = OPENINGS[PARTY];
const { answer: ANSWER, firstAttempt: FIRST_ATTEMPT } = PROMISES.tql_to_sales;

/** Qualify by sales development and deliver to a rep, with a meeting in the diary. */
export const deliverTql = (story: Story, at: number, sdr: string): { readonly delivery: Delivery; readonly meeting: Meeting } => {
  const { random, life } = story;
  const by = human('sales_development', sdr);
  life.tqlAt.push(at);
  tell(story, 'qualified', at, by, { stage: 'tql' });
  const meeting = { id: `M${life.leadId.slice(1)}-${String(life.deliveries.length)}`, startsAt: slot(story, at, whole(random, 3, 8)) };
  book(story, 'meeting_booked', at, by, meeting);
  const deliveredAt = chance(random, 0.4) ? at : addWorking(OPENINGS.sales_development, at, whole(random, 60, 2400) * 1000);
  const missing = chance(random, 0.04) ? pick(random, AGREED_FIELDS.tql_to_sales) : '';
  const fields = AGREED_FIELDS.tql_to_sales.filter((field) => field !== missing);
  const to = pick(random, PEOPLE.sales).id;
  tell(story, 'handed_off', deliveredAt, by, { hand_off: 'tql_to_sales', to: PARTY, to_person: to, fields: fields.join('|') });
  const delivery: Delivery = {
    leadId: life.leadId,
    handOff: 'tql_to_sales',
    at: deliveredAt,
    to,
    fields,
    complete: missing === '',
    answer: null,
    firstAttempt: null,
    expiredAt: null,
    waivedAt: null,
  };
  life.deliveries.push(delivery);
  return { delivery, meeting };
};

/** A rep takes the delivery, or not; meets; and opens an opportunity, or lets go. */
export const sell = (story: Story, delivery: Delivery, meeting: Meeting, quality: number): Ending => {
  const { random } = story;
  if (chance(random, 0.025)) return { kind: 'idle' };
  const late = chance(random, 0.163 * lateness(PARTY, delivery.to));
  const answeredAt = addWorking(HOURS, delivery.at, late ? beyond(random, ANSWER, 420) : within(random, ANSWER));
  if (chance(random, 0.07)) {
    const reason = weighted<RejectionReason>(random, [['existing_customer', 4], ['wrong_region', 3], ['bad_data', 2], ['not_icp', 2]]);
    return reject(story, delivery, PARTY, answeredAt, reason);
  }
  const me = human(PARTY, delivery.to);
  tell(story, 'accepted', answeredAt, me, { stage: 'sal' });
  delivery.answer = { at: answeredAt, kind: 'accepted', reason: '' };
  if (chance(random, 0.015)) return { kind: 'idle' };
  if (chance(random, 0.1)) mailBySequencer(story, machine(PARTY, delivery.to), answeredAt + whole(random, 20, 300) * 1000);
  const lateAttempt = chance(random, 0.058 * lateness(PARTY, delivery.to));
  const attemptAt = addWorking(HOURS, answeredAt, lateAttempt ? beyond(random, FIRST_ATTEMPT, 300) : within(random, FIRST_ATTEMPT));
  const channel = weighted(random, [['phone', 6], ['email', 3], ['video', 1]]);
  const became = channel === 'email' ? ['replied', 'bounced', 'none'] : ['connected', channel === 'phone' ? 'voicemail' : 'no_answer', 'none'];
  const eventId = tell(story, 'attempt', attemptAt, me, { channel, outcome: pick(random, became) });
  delivery.firstAttempt = { at: attemptAt, eventId };
  const met = meet(story, me, meeting, attemptAt);
  return met.worthIt ? decide(story, delivery, met.at, quality) : letGo(story, delivery, met.at);
};

const letGo = (story: Story, delivery: Delivery, after: number): Ending => {
  const { random } = story;
  if (chance(random, 0.25)) return { kind: 'idle' };
  const me = human(PARTY, delivery.to);
  let at = after;
  for (let n = 1; n <= 5; n += 1) {
    at = addWorking(HOURS, at, whole(random, 240, 960) * MINUTE);
    const reached = chance(random, 0.3);
    tell(story, 'attempt', at, me, { channel: 'phone', outcome: reached ? 'connected' : 'voicemail' });
    if (!reached) continue;
    converse(story, me, at + 5 * MINUTE, 'phone');
    return disqualify(story, PARTY, delivery.to, at + 20 * MINUTE, afterTalking(random));
  }
  return disqualify(story, PARTY, delivery.to, at + 10 * MINUTE, 'unreachable');
};

const decide = (story: Story, delivery: Delivery, metAt: number, quality: number): Ending => {
  const { random, life } = story;
  const me = human(PARTY, delivery.to);
  const at = metAt + (chance(random, 0.4) ? 45 * MINUTE : 0);
  const decidedAt = addWorking(HOURS, at, whole(random, 0, 5 * 8 * 60) * MINUTE);
  if (chance(random, 0.012)) {
    // Against the rules: signed before anybody opened an opportunity.
    const opportunityId = `O${life.leadId.slice(1)}-0`;
    tell(story, 'opportunity_won', decidedAt, me, { stage: 'won', opportunity_id: opportunityId, amount: '9600.00', currency: 'EUR' });
    life.deals.push({
      opportunityId,
      type: '',
      openedAt: null,
      amounts: [{ at: decidedAt, sum: { minor: 960_000, currency: 'EUR' } }],
      turns: [{ at: decidedAt, turn: 'won', reason: '' }],
    });
    life.illegal.push({ kind: 'won_without_opportunity', at: decidedAt });
    return { kind: 'idle' };
  }
  if (chance(random, 0.06)) {
    converse(story, me, decidedAt, 'phone');
    return disqualify(story, PARTY, delivery.to, decidedAt, afterTalking(random));
  }
  return closeDeal(story, delivery.to, decidedAt, quality);
};
