import type { Instant } from '../../kernel/instant.js';
import type { Course, Moment, TimedClause } from './course.js';
import { after, firstFrom, nextMark, type Mark, type Place, type Story } from './story.js';

/** What a clock begins with: the moment that proves it, its place in the lead's life, and who holds the lead. */
export interface Beginning {
  readonly moment: Moment;
  readonly place: Place;
  readonly person: string | null;
}

/** What ends a promise unfulfilled. */
export interface End {
  readonly at: Instant;
  readonly because: string;
  /** The event, with its position in the lead's life; null where only the moment is known. */
  readonly mark: Mark<unknown> | null;
}

/** What becomes of one clock, whenever it is due. */
export interface Life {
  /** From where it was fulfilled to where it was reopened, and ran on. */
  readonly answered: readonly { readonly from: Moment; readonly until: Moment }[];
  readonly stop: Moment | null;
  /** Never beside a stop. */
  readonly end: End | null;
  /** Where the promise begins anew, and who holds the lead then. */
  readonly anew: Beginning | null;
}

/** Follows a promise from its beginning: fulfilled, reopened, ended, begun anew. */
export const lifeOf = (clause: TimedClause, course: Course, story: Story, beginning: Beginning): Life => {
  const answered: Life['answered'][number][] = [];
  let since = beginning.place;
  for (;;) {
    const stop = nextStop(course, story, since, beginning);
    const owner = clause.reassign === 'restart' ? nextOwner(story, since, holderBy(story, since, beginning)) : null;
    const given: End | null = owner === null ? null : { at: owner.at, because: 'reassigned', mark: owner };
    const end = earlierEnd(firstEnd(course, story, since, beginning), given);
    if (stop === null || (end !== null && !comesFirst(stop, end, story))) {
      const anew = owner !== null && end === given ? { moment: owner, place: after(owner), person: owner.said } : null;
      return { answered, stop: null, end, anew };
    }
    // An answer at the moment of the start may stand before it in the log.
    const fulfilled = later(story.afterStop(stop), since);
    const back = nextMark(story.reopens, fulfilled);
    const over = firstEnd(course, story, fulfilled, beginning);
    if (back === null || (over !== null && !isEarlier(back, over))) return { answered, stop, end: null, anew: null };
    const reopened = after(back);
    if (clause.reopen?.then === 'restart') {
      return { answered, stop, end: null, anew: { moment: back, place: reopened, person: holderBy(story, reopened, beginning) } };
    }
    answered.push({ from: stop, until: back });
    since = reopened;
  }
};

const later = (a: Place, b: Place): Place => (a.passed < b.passed ? b : a);

/** After the beginning, an answer that the log does not put later than the place at that very moment is an older one. */
const nextStop = (course: Course, story: Story, since: Place, beginning: Beginning): Moment | null => {
  const stop = course.fulfilled(since.at);
  if (since === beginning.place && beginning.moment === course.start) return stop;
  const isOld = stop !== null && stop.at === since.at && (story.passedWith(stop) ?? 0) <= since.passed;
  return isOld ? course.fulfilled(since.at + 1) : stop;
};

/** Who holds the lead by a place, among those who held it since the beginning. */
const holderBy = ({ holders }: Story, place: Place, beginning: Beginning): string | null => {
  const held = holders[firstFrom(holders, place.passed) - 1];
  return held === undefined || held.position < beginning.place.passed ? beginning.person : held.said;
};

/** Where the lead is given to somebody else. That it is given to somebody at all, when nobody had it, is no such thing. */
const nextOwner = ({ holders }: Story, since: Place, person: string | null): Mark<string> | null => {
  let current = person;
  for (let i = firstFrom(holders, since.passed); i < holders.length; i += 1) {
    const next = holders[i];
    if (next !== undefined && current !== null && next.said !== current) return next;
    current = next?.said ?? current;
  }
  return null;
};

/** What ended before the beginning (an old opt-out) ends the promise at once. */
const firstEnd = (course: Course, story: Story, since: Place, beginning: Beginning): End | null => {
  const cancel = nextMark(story.cancels, since);
  return course.endings
    .map(({ at, because }): End => ({ at: Math.max(at, beginning.moment.at), because, mark: null }))
    .reduce<End | null>(earlierEnd, cancel === null ? null : { at: cancel.at, because: cancel.said, mark: cancel });
};

const earlierEnd = (a: End | null, b: End | null): End | null => {
  if (a === null || b === null) return a ?? b;
  if (a.at !== b.at) return a.at < b.at ? a : b;
  return (b.mark?.position ?? -1) < (a.mark?.position ?? -1) ? b : a;
};

/** At the same moment an answer comes before an ending, unless the log says otherwise; an event that is both is an answer. */
const comesFirst = (stop: Moment, end: End, story: Story): boolean => {
  if (stop.at !== end.at) return stop.at < end.at;
  const passed = story.passedWith(stop);
  return passed === null || end.mark === null || passed <= end.mark.position + 1;
};

/** At the same moment an ending comes before a reopening, unless the log says otherwise. */
const isEarlier = (back: Mark<unknown>, end: End): boolean =>
  back.at < end.at || (back.at === end.at && end.mark !== null && back.position < end.mark.position);
