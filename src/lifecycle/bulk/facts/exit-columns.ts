import type { ExitFact } from '../../../vocabulary/fact.js';
import type { TableColumns } from '../../../vocabulary/fact-columns.js';
import { EVENT_TYPES } from '../../../vocabulary/event.js';
import { REJECTION_CLASSES } from '../../../vocabulary/events/hand-off.js';
import { EXITS } from '../../../vocabulary/framework.js';
import { EVENT_NUMBER } from '../../number.js';
import { exitOf } from '../../facts/exit.js';
import { INFERRED, LEGAL } from '../replay-many.js';
import { idsAt, lazily, leadsAt, momentsAt, namesAt, noPlaces, numbers, partiesAt, words, wordsAt } from './columns.js';
import { inMilestone, NONE, type Course } from './course.js';
import { triesIn } from './tries.js';

/** `exitFacts`, from columns: one row a leaving, lead by lead, in order. What only specifics say is left out. */
export const exitColumns = (course: Course): TableColumns<ExitFact> => {
  const { log, details } = course;
  const { count, event, exit, ...followed } = followExits(course);
  const { recycled, mqlAgain, sqlAgain, nth, legal, attempts, channels, firstAttempt, contacts } = followed;
  return {
    rows: count,
    columns: lazily<keyof ExitFact>({
      leadId: () => leadsAt(log, event),
      nth: () => numbers(nth),
      exit: () => words(exit, EXITS),
      at: () => momentsAt(log, event),
      event: idsAt(course, event),
      party: () => partiesAt(log, event),
      person: namesAt(course, details.person, event),
      class: () => wordsAt(log.rejectionClass, REJECTION_CLASSES, event, 1),
      reason: namesAt(course, details.reason, event),
      legal: () => numbers(legal),
      attempts: () => numbers(attempts),
      attemptChannels: details.channel === undefined ? undefined : () => numbers(channels),
      firstAttemptAt: () => momentsAt(log, firstAttempt),
      contacts: () => numbers(contacts),
      recycledAt: () => momentsAt(log, recycled),
      mqlAgainAt: () => momentsAt(log, mqlAgain),
      sqlAgainAt: () => momentsAt(log, sqlAgain),
    }),
  };
};

/** The rules are those of `exitFacts`. */
const followExits = (course: Course) => {
  const { framework, log, table, visits, starts } = course;
  const { type, party, human } = log;
  const { handed_off: handedOff, attempt: attemptType, contact_made: contactMade, meeting_held: meetingHeld } = EVENT_NUMBER;
  const exits = exitsBy(course);
  const isExitStage = Uint8Array.from(table.stages, (id) => (framework.stages.find((stage) => stage.id === id)?.class === 'exit' ? 1 : 0));
  const [isMql, isSql] = [inMilestone(framework, table, 'mql'), inMilestone(framework, table, 'sql')];
  const most = mostExits(course, exits);
  const [event, exit] = [noPlaces(most), noPlaces(most)];
  const [recycled, mqlAgain, sqlAgain] = [noPlaces(most), noPlaces(most), noPlaces(most)];
  const [nth, legal, contacts] = [new Float64Array(most), new Float64Array(most), new Float64Array(most)];
  const [attempts, channels, firstAttempt] = [new Float64Array(most), new Float64Array(most), noPlaces(most)];
  const tries = triesIn(course);
  let count = 0;
  for (let lead = 0; lead + 1 < starts.length; lead += 1) {
    const first = count;
    const end = visits.starts[lead + 1] ?? 0;
    let [visit, leftBy, mqlFrom, sqlFrom, talked] = [visits.starts[lead] ?? 0, NONE, first, first, 0];
    if (visit === end) continue;
    tries.begin();
    for (let place = starts[lead] ?? 0; place < (starts[lead + 1] ?? 0); place += 1) {
      const code = type[place] ?? 0;
      for (; visit < end && visits.entered[visit] === place; visit += 1) {
        const stage = visits.stage[visit] ?? 0;
        const inferred = ((visits.flags[visit] ?? 0) & INFERRED) !== 0;
        const how = exits[stage * EVENT_TYPES.length + code] ?? NONE;
        if (isExitStage[stage] === 0 && how === NONE && leftBy !== NONE) recycled[leftBy] = place;
        leftBy = NONE;
        if (!inferred && isMql[stage] === 1) for (; mqlFrom < count; mqlFrom += 1) if (recycled[mqlFrom] !== NONE) mqlAgain[mqlFrom] = place;
        if (!inferred && isSql[stage] === 1) for (; sqlFrom < count; sqlFrom += 1) if (recycled[sqlFrom] !== NONE) sqlAgain[sqlFrom] = place;
        if (how === NONE || inferred) continue;
        const who = party[place] ?? 0;
        event[count] = place;
        exit[count] = how;
        nth[count] = count - first + 1;
        legal[count] = (visits.flags[visit] ?? 0) & LEGAL;
        attempts[count] = tries.count(who);
        channels[count] = tries.channels(who);
        firstAttempt[count] = tries.first(who);
        contacts[count] = talked;
        leftBy = count;
        count += 1;
      }
      if (code === handedOff) {
        tries.begin();
        talked = 0;
      } else if (human[place] !== 1) continue;
      else if (code === contactMade || code === meetingHeld) talked += 1;
      else if (code === attemptType) tries.add(party[place] ?? 0, place);
    }
  }
  // Some of the room was not needed: an inferred stay is no leaving.
  return {
    count,
    event: event.subarray(0, count),
    exit: exit.subarray(0, count),
    recycled: recycled.subarray(0, count),
    mqlAgain: mqlAgain.subarray(0, count),
    sqlAgain: sqlAgain.subarray(0, count),
    nth: nth.subarray(0, count),
    legal: legal.subarray(0, count),
    attempts: attempts.subarray(0, count),
    channels: channels.subarray(0, count),
    firstAttempt: firstAttempt.subarray(0, count),
    contacts: contacts.subarray(0, count),
  };
};

/** By stage and event type: which exit a stay is that began so, as its place in `EXITS`. */
const exitsBy = ({ framework, table }: Course): Int8Array => {
  const stageOf = new Map(framework.stages.map((stage) => [stage.id, stage]));
  return Int8Array.from(
    table.stages.flatMap((id) =>
      EVENT_TYPES.map((type) => {
        const stage = stageOf.get(id);
        const exit = stage === undefined ? undefined : exitOf(stage, type);
        return exit === undefined ? NONE : EXITS.indexOf(exit);
      }),
    ),
  );
};

const mostExits = ({ log, visits }: Course, exits: Int8Array): number => {
  let most = 0;
  for (let visit = 0; visit < visits.count; visit += 1) {
    const code = log.type[visits.entered[visit] ?? 0] ?? 0;
    if (exits[(visits.stage[visit] ?? 0) * EVENT_TYPES.length + code] !== NONE) most += 1;
  }
  return most;
};
