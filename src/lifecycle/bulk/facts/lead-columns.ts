import type { LeadFact } from '../../../vocabulary/fact.js';
import type { FactColumn, TableColumns } from '../../../vocabulary/fact-columns.js';
import type { Names } from '../../../vocabulary/log-details.js';
import { EVENT_NUMBER } from '../../number.js';
import { INFERRED } from '../replay-many.js';
import { lazily, momentsAt, noPlaces, once, partiesAt, pick, rowsAt, where, words, wordsAt } from './columns.js';
import { ANSWERS, inMilestone, NONE, type Course } from './course.js';

/** `leadFacts`, from columns: one row a lead that has events, in the order of their codes. */
export const leadColumns = (course: Course, found: LeadPlaces): TableColumns<LeadFact> => {
  const { log, details, starts } = course;
  const own = where(log.leads.length, (lead) => (starts[lead + 1] ?? 0) > (starts[lead] ?? 0));
  const picked = (places: Int32Array): Int32Array => pick(places, own);
  const moments = (places: () => Int32Array) => () => momentsAt(log, picked(places()));
  const { ids, account, source, campaign, channel, holder } = details;
  const said = (names: Names | undefined, places: () => Int32Array) => (names === undefined ? undefined : () => wordsAt(names.code, names.words, rowsAt(course, picked(places())), 1));
  const first = once(() => ends(starts, 0));
  const last = once(() => ends(starts, 1));
  return {
    rows: own.length,
    columns: lazily<keyof LeadFact>({
      leadId: () => words(own, log.leads),
      accountId: said(account, found.account),
      source: said(source, found.source),
      campaign: said(campaign, found.campaign),
      owner: said(holder?.person, () => found.held().owner),
      firstAt: moments(first),
      firstEvent: ids === undefined ? undefined : () => words(rowsAt(course, picked(first())), ids),
      firstParty: () => partiesAt(log, picked(first())),
      mqlAt: moments(found.mql),
      assignedAt: holder === undefined ? undefined : moments(() => found.held().assigned),
      routedAt: moments(() => found.met().routed),
      answeredAt: moments(() => found.met().answered),
      answeredSinceAssignedAt: holder === undefined ? undefined : moments(() => found.held().answeredSince),
      lastAt: moments(last),
      optedOutAt: channel === undefined ? undefined : moments(found.optedOut),
    }),
  };
};

/** The account that an event names, or else the one that names its lead's first: both by row of the log. */
export const accountsOf = ({ code, words: known }: Names, own: Int32Array, ofLead: Int32Array): FactColumn =>
  words(
    own.map((row, i) => ((code[row] ?? 0) === 0 ? (code[ofLead[i] ?? NONE] ?? 0) : (code[row] ?? 0)) - 1),
    known,
  );

/** By lead, the places that its columns come from: each kind takes a pass over the log, when somebody asks for it. */
export interface LeadPlaces {
  readonly account: () => Int32Array;
  readonly source: () => Int32Array;
  readonly campaign: () => Int32Array;
  readonly mql: () => Int32Array;
  readonly met: () => { readonly routed: Int32Array; readonly answered: Int32Array };
  readonly held: () => { readonly owner: Int32Array; readonly assigned: Int32Array; readonly answeredSince: Int32Array };
  readonly optedOut: () => Int32Array;
}

/** The rules are those of `leadFacts`. */
export const leadPlaces = (course: Course): LeadPlaces => ({
  account: once(() => firstNaming(course, course.details.account, null)),
  source: once(() => firstNaming(course, course.details.source, SOURCED)),
  campaign: once(() => firstNaming(course, course.details.campaign, SOURCED)),
  mql: once(() => firstMql(course)),
  met: once(() => firstMet(course)),
  held: once(() => holders(course)),
  optedOut: once(() => firstOptOut(course)),
});

/** Each lead's first place, or its last. */
const ends = (starts: Uint32Array, last: 0 | 1): Int32Array => {
  const places = noPlaces(starts.length - 1);
  for (let lead = 0; lead < places.length; lead += 1) {
    if ((starts[lead + 1] ?? 0) > (starts[lead] ?? 0)) places[lead] = last === 0 ? (starts[lead] ?? 0) : (starts[lead + 1] ?? 0) - 1;
  }
  return places;
};

/** By event type: 1 for one that may say where a lead came from. */
const SOURCED: Uint8Array = /* @__PURE__ */ (() => {
  const sourced = new Uint8Array(Object.keys(EVENT_NUMBER).length);
  for (const type of ['inquiry', 'touch', 'qualified'] as const) sourced[EVENT_NUMBER[type]] = 1;
  return sourced;
})();

/** Each lead's first place that says a name, of events of some types or of all. */
const firstNaming = ({ log: { type }, starts, rows }: Course, names: Names | undefined, types: Uint8Array | null): Int32Array => {
  const found = noPlaces(starts.length - 1);
  const code = names?.code ?? new Uint32Array(0);
  for (let lead = 0; lead < found.length; lead += 1) {
    const end = starts[lead + 1] ?? 0;
    for (let place = starts[lead] ?? 0; place < end; place += 1) {
      if (types !== null && types[type[place] ?? 0] !== 1) continue;
      if ((code[rows[place] ?? 0] ?? 0) === 0) continue;
      found[lead] = place;
      break;
    }
  }
  return found;
};

const firstMet = ({ log: { type, human }, starts }: Course): ReturnType<LeadPlaces['met']> => {
  const handedOff = EVENT_NUMBER.handed_off;
  const [routed, answered] = [noPlaces(starts.length - 1), noPlaces(starts.length - 1)];
  for (let lead = 0; lead < routed.length; lead += 1) {
    // Backwards: what is written last is the first.
    for (let place = (starts[lead + 1] ?? 0) - 1; place >= (starts[lead] ?? 0); place -= 1) {
      const code = type[place] ?? 0;
      if (code === handedOff) routed[lead] = place;
      else if (ANSWERS[code] === 1 && human[place] === 1) answered[lead] = place;
    }
  }
  return { routed, answered };
};

const holders = ({ log: { type, human }, starts, rows, details }: Course): ReturnType<LeadPlaces['held']> => {
  const { assigned: assignedType, handed_off: handedOff } = EVENT_NUMBER;
  const [owner, assigned, answeredSince] = [noPlaces(starts.length - 1), noPlaces(starts.length - 1), noPlaces(starts.length - 1)];
  const holder = details.holder?.person.code ?? new Uint32Array(0);
  for (let lead = 0; lead < owner.length; lead += 1) {
    const end = starts[lead + 1] ?? 0;
    for (let place = starts[lead] ?? 0; place < end; place += 1) {
      const code = type[place] ?? 0;
      if (code === assignedType || code === handedOff) {
        if ((holder[rows[place] ?? 0] ?? 0) === 0) continue;
        owner[lead] = place;
        if (assigned[lead] === NONE) assigned[lead] = place;
      } else if (ANSWERS[code] === 1 && human[place] === 1 && assigned[lead] !== NONE && answeredSince[lead] === NONE) answeredSince[lead] = place;
    }
  }
  return { owner, assigned, answeredSince };
};

/** From everything: an opt-out that names a channel leaves the others open. */
const firstOptOut = ({ log: { type, lead }, rows, details, starts }: Course): Int32Array => {
  const found = noPlaces(starts.length - 1);
  const channel = details.channel?.code ?? new Uint32Array(0);
  for (let place = 0; place < type.length; place += 1) {
    if (type[place] !== EVENT_NUMBER.opted_out || channel[rows[place] ?? 0] !== 0) continue;
    const whose = lead[place] ?? 0;
    if (found[whose] === NONE) found[whose] = place;
  }
  return found;
};

const firstMql = ({ framework, table, visits, starts }: Course): Int32Array => {
  const found = noPlaces(starts.length - 1);
  const isMql = inMilestone(framework, table, 'mql');
  for (let lead = 0; lead < found.length; lead += 1) {
    const end = visits.starts[lead + 1] ?? 0;
    for (let visit = visits.starts[lead] ?? 0; visit < end; visit += 1) {
      if (isMql[visits.stage[visit] ?? 0] !== 1 || ((visits.flags[visit] ?? 0) & INFERRED) !== 0) continue;
      found[lead] = visits.entered[visit] ?? NONE;
      break;
    }
  }
  return found;
};
