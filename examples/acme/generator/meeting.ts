import { converse } from './answers.js';
import { addWorking, isoIn, MINUTE } from './hours.js';
import { chance, weighted, whole } from './random.js';
import { tell, type Actor, type Story } from './story.js';
import { OPENINGS } from './world.js';

/** The meeting that sales development arranged: its number and when it is to begin. */
export interface Meeting {
  readonly id: string;
  readonly startsAt: number;
}

export const book = (story: Story, type: 'meeting_booked' | 'meeting_rescheduled', at: number, by: Actor, meeting: Meeting): void => {
  tell(story, type, at, by, { meeting_id: meeting.id, starts_at: isoIn('America/New_York', meeting.startsAt) });
};

/** On a full or half hour of a working day, so many working days ahead. */
export const slot = (story: Story, after: number, days: number): number => {
  const at = addWorking(OPENINGS.sales, after, days * 8 * 60 * MINUTE);
  return addWorking(OPENINGS.sales, Math.ceil(at / (30 * MINUTE)) * 30 * MINUTE, whole(story.random, 0, 4) * 30 * MINUTE);
};

/** The meeting’s fate: held and worth it, or not, and when that was known. */
export const meet = (story: Story, me: Actor, booked: Meeting, ready: number): { readonly worthIt: boolean; readonly at: number } => {
  const { random, life } = story;
  let meeting = booked;
  // The rep took the lead up after the hour that was agreed.
  if (booked.startsAt < ready + 60 * MINUTE) {
    meeting = { ...booked, startsAt: slot(story, ready, whole(random, 1, 4)) };
    book(story, 'meeting_rescheduled', ready, me, meeting);
  }
  for (let tries = 0; tries < 3; tries += 1) {
    const over = meeting.startsAt + whole(random, 20, 60) * MINUTE;
    const result = weighted(random, [['held', 82], ['no_show', 12], ['cancelled', 6]]);
    if (result === 'held') {
      tell(story, 'meeting_held', over, me, { meeting_id: meeting.id });
      life.meetingsHeldAt.push(over);
      if (chance(random, 0.9)) converse(story, me, over, 'video');
      const worth = chance(random, 0.9);
      const judgedAt = chance(random, 0.5) ? over : over + 30 * MINUTE;
      if (worth) tell(story, 'meeting_accepted', judgedAt, me, { meeting_id: meeting.id });
      else tell(story, 'meeting_declined', judgedAt, me, { meeting_id: meeting.id, reason: 'not_icp' });
      return { worthIt: worth, at: over };
    }
    if (result === 'cancelled') {
      tell(story, 'meeting_cancelled', meeting.startsAt - whole(random, 30, 300) * MINUTE, me, { meeting_id: meeting.id });
      return { worthIt: false, at: meeting.startsAt };
    }
    tell(story, 'meeting_no_show', over, me, { meeting_id: meeting.id });
    if (chance(random, 0.35)) return { worthIt: false, at: over };
    meeting = { id: meeting.id, startsAt: slot(story, over, whole(random, 1, 5)) };
    book(story, 'meeting_rescheduled', over + 15 * MINUTE, me, meeting);
  }
  return { worthIt: false, at: meeting.startsAt };
};
