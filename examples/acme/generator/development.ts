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
import { addWorking, DAY, MINUTE } from './hours.js';
import { chance, weighted, whole, type Random } from './random.js';
import { human, machine, tell, type Delivery, type Story } from './story.js';
import { OPENINGS, PROMISES } from './world.js';

const PARTY = 'sales_development';
const HOURS = OPENINGS[PARTY];
const { answer: ANSWER, firstAttempt: FIRST_ATTEMPT } = PROMISES.mql_to_sdr;

/**
 * Sales development takes a delivery up, or not. Most deliveries get their first attempt in time when they came with
 * all that was agreed; where something is missing, the SDR looks it up first, and that takes the time.
 */
export const develop = (story: Story, delivery: Delivery, quality: number): Ending => {
  const { random } = story;
  const outOfRegion = story.account?.outOfRegion === true;
  const rejecting = (delivery.complete ? 0.07 : 0.13) + (outOfRegion ? 0.5 : 0);
  const fate = weighted<'rejected' | 'unanswered' | 'late_rejection' | 'accepted'>(random, [
    ['rejected', rejecting],
    ['unanswered', 0.009],
    ['late_rejection', 0.006],
    ['accepted', 0.985 - rejecting],
  ]);
  switch (fate) {
    case 'unanswered':
      return expireOrIdle(story, delivery, 10);
    case 'rejected': {
      // Most are seen at a glance, before anybody would have called.
      const wait = chance(random, 0.025) ? beyond(random, ANSWER, 200) : within(random, chance(random, 0.8) ? FIRST_ATTEMPT : ANSWER);
      return reject(story, delivery, PARTY, addWorking(HOURS, delivery.at, wait), rejectionReason(random, delivery.complete, outOfRegion));
    }
    case 'late_rejection': {
      // Against the rules: sent back although it was called already.
      const first = addWorking(HOURS, delivery.at, within(random, FIRST_ATTEMPT));
      attempt(story, delivery, first);
      const at = addWorking(HOURS, first, whole(random, 300, 3000) * 1000);
      story.life.illegal.push({ kind: 'rejected_after_attempt', at });
      return reject(story, delivery, PARTY, at, 'not_icp');
    }
    case 'accepted':
      return work(story, delivery, quality);
  }
};

const rejectionReason = (random: Random, complete: boolean, outOfRegion: boolean): RejectionReason =>
  outOfRegion
    ? 'wrong_region'
    : weighted(random, [
        ['bad_data', complete ? 15 : 45],
        ['duplicate', 15],
        ['not_icp', 40],
        ['existing_customer', 15],
        ['wrong_region', 3],
      ]);

const expireOrIdle = (story: Story, delivery: Delivery, workingDays: number): Ending => {
  if (chance(story.random, 0.5)) return { kind: 'idle' };
  const at = addWorking(HOURS, delivery.at, workingDays * 9 * 60 * MINUTE);
  tell(story, 'expired', at, machine(PARTY), { stage: 'expired' });
  delivery.expiredAt = at;
  return { kind: 'expired', at };
};

const work = (story: Story, delivery: Delivery, quality: number): Ending => {
  const { random } = story;
  const missing = (delivery.complete ? 0.043 : 0.37) * lateness(PARTY, delivery.to);
  const late = chance(random, missing);
  const lateAnswer = late && chance(random, 0.16);
  const toAttempt = lateAnswer ? beyond(random, ANSWER, 240) : late ? beyond(random, FIRST_ATTEMPT, 170) : within(random, FIRST_ATTEMPT);
  // Accepted before the first attempt, and within the promise unless this is one of the late answers.
  const toAnswer = lateAnswer
    ? ANSWER * MINUTE + 1000 + Math.floor((toAttempt / 1000 - ANSWER * 60) * random()) * 1000
    : Math.floor((Math.min(toAttempt, ANSWER * MINUTE) / 1000) * (0.1 + 0.85 * random())) * 1000;
  const acceptedAt = addWorking(HOURS, delivery.at, Math.min(toAnswer, toAttempt));
  const me = human(PARTY, delivery.to);
  tell(story, 'accepted', acceptedAt, me, { stage: 'tal' });
  delivery.answer = { at: acceptedAt, kind: 'accepted', reason: '' };
  // The sequencer writes at once, whatever the hour, under the SDR's name.
  if (chance(random, 0.2)) mailBySequencer(story, machine(PARTY, delivery.to), delivery.at + whole(random, 20, 300) * 1000);
  const neglected = chance(random, 0.012);
  if (neglected && chance(random, 0.4)) {
    const at = addWorking(HOURS, acceptedAt, whole(random, 300, 1500) * MINUTE);
    story.life.illegal.push({ kind: 'disqualified_without_attempt', at });
    return disqualify(story, PARTY, delivery.to, at, 'no_need');
  }
  if (neglected) return expireOrIdle(story, delivery, 20);
  return pursue(story, delivery, addWorking(HOURS, delivery.at, toAttempt), quality);
};

const CALLS = [['connected', 26], ['voicemail', 40], ['no_answer', 26], ['gatekeeper', 6], ['wrong_number', 2]] as const;
const MAILS = [['replied', 20], ['none', 76], ['bounced', 4]] as const;

const attempt = (story: Story, delivery: Delivery, at: number): 'reached' | 'not_reached' => {
  const { random } = story;
  const channel = weighted(random, [['phone', 55], ['email', 30], ['social', 15]]);
  const outcome = weighted<string>(random, channel === 'phone' ? CALLS : MAILS);
  const eventId = tell(story, 'attempt', at, human(PARTY, delivery.to), { channel, outcome });
  delivery.firstAttempt ??= { at, eventId };
  return outcome === 'connected' || outcome === 'replied' ? 'reached' : 'not_reached';
};

/** Attempts, a working day or so apart, until somebody answers or patience ends. */
const pursue = (story: Story, delivery: Delivery, first: number, quality: number): Ending => {
  const { random } = story;
  const patience = whole(random, 5, 8);
  let at = first;
  let talks = 0;
  for (let n = 1; n <= patience; n += 1) {
    if (attempt(story, delivery, at) === 'reached') {
      // Logged with the call in one go, or a few minutes into it.
      const talkAt = chance(random, 0.3) ? at : at + whole(random, 60, 900) * 1000;
      converse(story, human(PARTY, delivery.to), talkAt, chance(random, 0.7) ? 'phone' : 'email');
      talks += 1;
      const qualified = Math.min(0.8, 0.29 * quality);
      const next = weighted(random, [['qualified', qualified], ['disqualified', 0.3], ['later', 0.35]]);
      if (next === 'qualified') return { kind: 'qualified', at: talkAt + (chance(random, 0.3) ? 0 : whole(random, 60, 1200) * 1000) };
      if (next === 'disqualified') {
        const ended = disqualify(story, PARTY, delivery.to, talkAt + whole(random, 60, 1800) * 1000, afterTalking(random));
        // Who asks not to be contacted is never brought back.
        if (!chance(random, 0.05)) return ended;
        tell(story, 'opted_out', talkAt + DAY, machine('marketing'));
        return { kind: 'idle' };
      }
    }
    if (n < patience) at = addWorking(HOURS, at, whole(random, 300 * 60, 900 * 60) * 1000);
    if (n < patience && chance(random, 0.1)) mailBySequencer(story, machine(PARTY, delivery.to), at - whole(random, 600, 7200) * 1000);
  }
  if (talks === 0 && chance(random, 0.75)) {
    return disqualify(story, PARTY, delivery.to, at + whole(random, 60, 1800) * 1000, 'unreachable');
  }
  return chance(random, 0.3) ? expireLater(story, at) : { kind: 'idle' };
};

const expireLater = (story: Story, after: number): Ending => {
  const at = after + 30 * DAY + whole(story.random, 0, 3600) * 1000;
  tell(story, 'expired', at, machine(PARTY), { stage: 'expired' });
  return { kind: 'expired', at };
};
