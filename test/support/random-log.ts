import fc from 'fast-check';
import { EVENT_TYPES, type Event, type EventType, type Framework } from 'revpact/vocabulary';
import { isAboutLead, story, type Line } from './lead-log.js';

const PARTIES = ['marketing', 'sales_development', 'sales'];
const PEOPLE = ['mia', 'dev', 'sam'];

/** One of some values, told by a die. */
const nth = <T>(die: number, ...values: readonly [T, ...T[]]): T => values[die % values.length] ?? values[0];

/** What each type has of its own, told by a die: everything that it must have, and now and then what it may. */
const ownFields = (type: EventType, die: number): object => {
  switch (type) {
    case 'score_changed':
      return { score: die, kind: nth(die, 'fit', 'fit', 'engagement'), ...nth<object>(die, { tier: 'a' }, { tier: 'b' }, {}) };
    case 'qualification_recorded':
      return { framework: 'bant', field: nth(die, 'budget', 'need'), value: nth(die, 'yes', 'yes', null), evidence: 'said so' };
    case 'assigned':
      return { to: nth(die, 'mia', 'dev', 'sam') };
    case 'handed_off':
      return { to: nth(die, 'sales_development', 'sales'), ...nth<object>(die, {}, { fields: ['email'] }, { toPerson: 'dev' }) };
    case 'rejected':
      return { class: nth(die, 'clerical', 'procedural', 'definitional'), reason: 'no_phone', ...nth<object>(die, {}, { specifics: { phone: 'none', mail: ' ' } }) };
    case 'disqualified':
      return { reason: 'no_budget', ...nth<object>(die, {}, { note: 'not this year' }) };
    case 'attempt':
      return { channel: nth(die, 'phone', 'email'), ...nth<object>(die, {}, { outcome: 'connected' }) };
    case 'contact_made':
      return { channel: 'phone', ...nth<object>(die, {}, { learned: 'no need' }) };
    case 'meeting_booked':
      return { meetingId: nth(die, 'm1', 'm2'), startsAt: die, ...nth<object>(die, {}, { host: 'sam' }) };
    case 'meeting_rescheduled':
      return { meetingId: nth(die, 'm1', 'm2'), startsAt: die };
    case 'meeting_cancelled':
    case 'meeting_held':
    case 'meeting_no_show':
    case 'meeting_accepted':
    case 'meeting_declined':
      return { meetingId: nth(die, 'm1', 'm2') };
    case 'opportunity_opened':
    case 'opportunity_advanced':
      return { opportunityId: nth(die, 'o1', 'o2'), ...nth<object>(die, {}, { probability: die }, { amount: { minor: die, currency: 'EUR' } }) };
    case 'opportunity_won':
    case 'opportunity_lost':
      return { opportunityId: nth(die, 'o1', 'o2') };
    case 'handed_over':
      return { opportunityId: 'o1', to: 'customer_success', promises: nth<readonly string[]>(die, [], ['a training']) };
    case 'advocacy':
      return { kind: nth(die, 'reference', 'case_study'), act: nth(die, 'made', 'agreed', 'used') };
    case 'feedback_answered':
      return { answers: `e${String(die % 40)}`, ...nth<object>(die, {}, { note: 'the form asks for it now' }) };
    default:
      return {};
  }
};

/** Event types that happen to leads; the last ten are about the agreement or the log. */
export const LEAD_EVENT_TYPES = EVENT_TYPES.filter(
  (type) =>
    !['practice_held', 'provided', 'exception_granted', 'exception_ended', 'dispute_raised', 'dispute_settled', 'waived', 'correction', 'merge', 'erasure'].includes(type),
);

/**
 * Any log of a few leads: types that matter come often, and some events name a stage entered or left, known or not.
 *
 * @param often - Those that come often; where it is left out, those of the framework's steps, in logs that are mostly short.
 */
export const anyLog = (framework: Framework, maxLength = 60, often?: readonly EventType[]): fc.Arbitrary<readonly Event[]> => {
  const used = often ?? [...new Set(framework.transitions.map(({ on }) => on)), 'handed_off' as const, 'attempt' as const];
  const stages = [...framework.stages.map(({ id }) => id), 'no_such_stage', 'start'];
  const rarely = (value: fc.Arbitrary<string>): fc.Arbitrary<string | null> => fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
  return fc
    .array(
      fc.record({
        type: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...used) }, { weight: 1, arbitrary: fc.constantFrom(...LEAD_EVENT_TYPES) }),
        leadId: fc.constantFrom('a', 'b', 'c'),
        actor: fc.integer({ min: 0, max: 8 }),
        die: fc.integer({ min: 0, max: 100 }),
        stage: fc.option(fc.constantFrom(...stages), { freq: 2, nil: null }),
        leftStage: rarely(fc.constantFrom(...stages)),
        at: fc.integer({ min: 0, max: 100 }),
      }),
      { maxLength, ...(often === undefined ? {} : { minLength: maxLength / 2, size: 'max' as const }) },
    )
    .map((rows) =>
      // `ownFields` gives each type its own, which the compiler cannot follow through a random `type`.
      rows.map(({ type, leadId, actor, die, stage, leftStage, at }, i) => ({
        ...ownFields(type, die),
        id: `e${String(i)}`,
        type,
        at,
        by: actor < 6 ? { party: PARTIES[actor % 3], person: PEOPLE[actor % 3], kind: 'human' } : { party: PARTIES[actor % 3], kind: 'automation' },
        leadId,
        ...(stage === null ? {} : { stage }),
        ...(leftStage === null ? {} : { leftStage }),
        ...(die % 7 === 0 ? { attributes: { email: nth(die, 'x@example.org', ''), seats: die } } : {}),
      })) as unknown as readonly Event[],
    );
};

/** A correction: of whether an event was, when, or which stage it entered. */
export const correction = (corrects: string, change: 'void' | { readonly at: number } | { readonly stage: string }, why = 'typed wrongly'): Line =>
  ({
    type: 'correction',
    corrects,
    change: change === 'void' ? { kind: 'void' } : 'at' in change ? { kind: 'at', at: change.at } : { kind: 'stage', stage: change.stage },
    why,
  }) as const;

/** Corrections, merges and erasures of what {@link anyLog} makes, one every 20 ms from 0 on, as `d0`, `d1`, … */
export const anyDirectives = (framework: Framework, maxLength = 6): fc.Arbitrary<readonly Event[]> => {
  // Mostly the first few, so that several meet on one event, and on each other.
  const target = fc.oneof(
    { weight: 4, arbitrary: fc.nat({ max: 4 }).map((n) => `e${String(n)}`) },
    { weight: 1, arbitrary: fc.nat({ max: 40 }).map((n) => `e${String(n)}`) },
    { weight: 3, arbitrary: fc.nat({ max: maxLength }).map((n) => `d${String(n)}`) },
  );
  const lead = fc.constantFrom('a', 'b', 'c');
  return fc
    .array(
      fc.oneof(
        fc.tuple(target, fc.constant('void' as const)).map((args) => correction(...args)),
        fc.tuple(target, fc.record({ at: fc.nat({ max: 120 }) })).map((args) => correction(...args)),
        fc.tuple(target, fc.record({ stage: fc.constantFrom(...framework.stages.map(({ id }) => id)) })).map((args) => correction(...args)),
        fc.tuple(lead, lead).map(([from, into]): Line => ({ type: 'merge', from, into })),
        lead.map((leadId): Line => ({ type: 'erasure', leadId })),
        fc.constantFrom(...PEOPLE).map((person): Line => ({ type: 'erasure', person })),
      ),
      { maxLength },
    )
    .map((lines) => story(...lines).map((event, i) => ({ ...event, id: `d${String(i)}`, at: i * 20 })));
};

/** A log as a host has it: events of leads, then what was learned of them, then some rows again, one of them otherwise. */
export const anyRecordedLog = (framework: Framework, maxLength = 40, maxDirectives = 6): fc.Arbitrary<readonly Event[]> =>
  fc
    .tuple(anyLog(framework, maxLength), anyDirectives(framework, maxDirectives), fc.array(fc.nat({ max: 60 }), { maxLength: 20 }))
    .map(([events, directives, delays]) => [
      ...events.map((event, i) => (delays[i] === undefined ? event : { ...event, knownAt: event.at + (delays[i] ?? 0) - 10 })),
      ...directives,
      ...events.slice(0, 3).map((event, i) => (i === 0 && isAboutLead(event) ? { ...event, leadId: 'b' } : event)),
    ]);
