import type { HandOffFact } from '../../../vocabulary/fact.js';
import type { TableColumns } from '../../../vocabulary/fact-columns.js';
import { REJECTION_CLASSES } from '../../../vocabulary/events/hand-off.js';
import { EVENT_NUMBER } from '../../number.js';
import { daysAt, idsAt, lazily, leadsAt, momentsAt, namesAt, noPlaces, numbers, ordersAt, partiesAt, words, wordsAt } from './columns.js';
import { NONE, type Course } from './course.js';

/** `handOffFacts`, from columns: one row a delivery, lead by lead, in order. Deliverables and the pact's hand-off are left out. */
export const handOffColumns = (course: Course): TableColumns<HandOffFact> => {
  const { log, details } = course;
  const { delivered, delivery, accepted, rejected, expired, superseded, attempt, attempts, resubmitted, acceptedAgain, tier } = followDeliveries(course, false);
  const moments = (places: Int32Array) => () => momentsAt(log, places);
  const { holder, reason, person } = details;
  const { fitTier } = log;
  return {
    rows: delivered.length,
    columns: lazily<keyof HandOffFact>({
      leadId: () => leadsAt(log, delivered),
      delivery: () => numbers(delivery),
      fromParty: () => partiesAt(log, delivered),
      toParty: () => wordsAt(log.to, log.parties, delivered, 1),
      toPerson: namesAt(course, holder?.person, delivered),
      deliveredAt: moments(delivered),
      deliveredOrder: () => ordersAt(course, delivered),
      deliveredEvent: idsAt(course, delivered),
      deliveredByDay: () => daysAt(log, delivered),
      fitTier: fitTier === undefined ? undefined : () => words(tier.map((code) => code - 1), fitTier.tiers),
      acceptedAt: moments(accepted),
      acceptedEvent: idsAt(course, accepted),
      rejectedAt: moments(rejected),
      rejectedEvent: idsAt(course, rejected),
      rejectionClass: () => wordsAt(log.rejectionClass, REJECTION_CLASSES, rejected, 1),
      reason: namesAt(course, reason, rejected),
      expiredAt: moments(expired),
      expiredEvent: idsAt(course, expired),
      supersededAt: moments(superseded),
      firstAttemptAt: moments(attempt),
      firstAttemptEvent: idsAt(course, attempt),
      firstAttemptPerson: namesAt(course, person, attempt),
      attempts: () => numbers(attempts),
      // By itself: whom a delivery names lies all over the log.
      assignedAt: holder === undefined ? undefined : () => momentsAt(log, followDeliveries(course, true).assigned),
      resubmittedAt: moments(resubmitted),
      resubmissionAcceptedAt: moments(acceptedAgain),
    }),
  };
};

/** By delivery, the places that its columns come from, and what is counted. The rules are those of `handOffFacts`. */
const followDeliveries = (course: Course, withHolders: boolean) => {
  const { log, details, starts, rows } = course;
  const { type, party, human } = log;
  const holders = withHolders ? details.holder?.person.code : undefined;
  const { handed_off: handedOff, assigned: assignedType, accepted: acceptedType, rejected: rejectedType, expired: expiredType, attempt: attemptType } = EVENT_NUMBER;
  const count = countOf(type, handedOff);
  const [delivered, accepted, rejected, expired, superseded] = [noPlaces(count), noPlaces(count), noPlaces(count), noPlaces(count), noPlaces(count)];
  const [attempt, assigned, resubmitted, acceptedAgain] = [noPlaces(count), noPlaces(count), noPlaces(count), noPlaces(count)];
  const [delivery, attempts] = [new Float64Array(count), new Float64Array(count)];
  // Tier codes plus one; 0 says none.
  const tier = new Int32Array(count);
  const assignedTo = assigneesIn(course);
  const partyCount = log.parties.length + (details.holder?.party.words.length ?? 0);
  // The last delivery to each party, which counts for the lead in hand only where it is not before that lead's first.
  const lastTo = new Int32Array(partyCount).fill(NONE);
  const makesGood = noPlaces(count);
  const isLive = (one: number): boolean => rejected[one] === NONE && expired[one] === NONE && superseded[one] === NONE;
  let next = 0;
  for (let lead = 0; lead + 1 < starts.length; lead += 1) {
    const first = next;
    let [tierNow, withParty] = [0, NONE];
    for (let place = starts[lead] ?? 0; place < (starts[lead + 1] ?? 0); place += 1) {
      const code = type[place] ?? 0;
      if (code === handedOff) {
        const to = (log.to[place] ?? 0) - 1;
        const before = lastTo[to] ?? NONE;
        if (next > first && accepted[next - 1] === NONE && rejected[next - 1] === NONE && expired[next - 1] === NONE) superseded[next - 1] = place;
        if (before >= first) {
          if (superseded[before] === NONE) superseded[before] = place;
          if (rejected[before] !== NONE) {
            resubmitted[before] = place;
            makesGood[next] = before;
          }
        }
        delivered[next] = place;
        delivery[next] = next - first + 1;
        tier[next] = tierNow;
        if (holders !== undefined && holders[rows[place] ?? 0] !== 0) assigned[next] = place;
        lastTo[to] = next;
        withParty = to;
        next += 1;
      } else if (code === attemptType) {
        const one = human[place] === 1 ? (lastTo[party[place] ?? 0] ?? NONE) : NONE;
        if (one < first || !isLive(one)) continue;
        attempts[one] = (attempts[one] ?? 0) + 1;
        if (attempt[one] === NONE) attempt[one] = place;
      } else if (code === acceptedType || code === rejectedType || code === expiredType) {
        const open = next - 1;
        if (open < first || accepted[open] !== NONE || rejected[open] !== NONE || expired[open] !== NONE) continue;
        if (code === expiredType) expired[open] = place;
        else if (human[place] === 1 && (party[place] ?? 0) + 1 === log.to[delivered[open] ?? 0]) {
          (code === acceptedType ? accepted : rejected)[open] = place;
          const good = makesGood[open] ?? NONE;
          if (code === acceptedType && good !== NONE) acceptedAgain[good] = place;
        }
      } else if (code === assignedType) {
        if (!withHolders) continue;
        const named = assignedTo(rows[place] ?? 0);
        if (named !== NONE) withParty = named;
        const one = lastTo[withParty === NONE ? (party[place] ?? 0) : withParty] ?? NONE;
        if (one >= first && isLive(one) && assigned[one] === NONE) assigned[one] = place;
      } else if (log.fitTier !== undefined) {
        // A fit score that names no tier leaves the tier as it was.
        const said = (log.fitTier.code[place] ?? 0) - 1;
        if (said > 0) tierNow = said;
      }
    }
  }
  return { delivered, delivery, accepted, rejected, expired, superseded, attempt, attempts, assigned, resubmitted, acceptedAgain, tier };
};

const countOf = (types: Uint8Array, type: number): number => {
  let count = 0;
  for (let place = 0; place < types.length; place += 1) if (types[place] === type) count += 1;
  return count;
};

/** The party that an assignment names, coded as in the log; parties that the log does not have come after its own. */
const assigneesIn = ({ log, details: { holder } }: Course): ((row: number) => number) => {
  if (holder === undefined) return () => NONE;
  const { words: named, code } = holder.party;
  const codes = named.map((party, i) => (log.parties.includes(party) ? log.parties.indexOf(party) : log.parties.length + i));
  return (row) => codes[(code[row] ?? 0) - 1] ?? NONE;
};
