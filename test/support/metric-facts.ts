import fc from 'fast-check';
import {
  NO_FACTS,
  sirius2006,
  type ClockFact,
  type ExitFact,
  type Facts,
  type HandOffFact,
  type LeadFact,
  type OpportunityFact,
  type Period,
  type StageVisitFact,
} from 'revpact/vocabulary';
import type { MetricOptions } from 'revpact/metrics';
import { UNANSWERED } from './unanswered.js';

/** A moment in UTC: `at('05-02')` is 2026-05-02T00:00Z, `at('05-02T10:30')` half past ten. */
export const at = (text: string): number => Date.parse(`2026-${text}${text.includes('T') ? '' : 'T00:00'}:00Z`);

export const DAY = 86_400_000;
export const MINUTE = 60_000;

/** April to June of 2026, in UTC. */
export const Q2: Period = { label: '2026-Q2', start: Date.UTC(2026, 3, 1), end: Date.UTC(2026, 6, 1), zone: 'UTC' };

/** The second quarter, looked at after it closed. */
export const options: MetricOptions = { framework: sirius2006, period: Q2, asOf: at('07-01') };

export const facts = (some: Partial<Facts>): Facts => ({ ...NO_FACTS, ...some });

export const aLead = (leadId: string, differs: Partial<LeadFact> = {}): LeadFact => ({
  leadId,
  accountId: null,
  source: null,
  campaign: null,
  owner: null,
  firstAt: at('01-01'),
  firstEvent: `${leadId}-first`,
  firstParty: 'marketing',
  mqlAt: null,
  assignedAt: null,
  routedAt: null,
  answeredAt: null,
  answeredSinceAssignedAt: null,
  lastAt: at('01-01'),
  optedOutAt: null,
  fitScore: null,
  fitTier: null,
  ...differs,
});

/** Stays of one lead in stages, from `[stage, entered]` in order; each lasts until the next. */
export const stays = (leadId: string, ...steps: readonly (readonly [stage: string, entered: string])[]): readonly StageVisitFact[] =>
  steps.map(([stage, entered], i) => {
    const next = steps[i + 1];
    return {
      leadId,
      visit: i + 1,
      stage,
      entry: steps.slice(0, i + 1).filter(([one]) => one === stage).length,
      enteredAt: at(entered),
      enteredOrder: i,
      enteredEvent: `${leadId}-${String(i + 1)}`,
      enteredByDay: false,
      enteredParty: 'marketing',
      leftAt: next === undefined ? null : at(next[1]),
      leftEvent: next === undefined ? null : `${leadId}-${String(i + 2)}`,
      legal: true,
      inferred: false,
      probability: null,
      answeredAt: null,
      earlierMs: 0,
      enteredOpenMs: null,
      leftOpenMs: null,
    };
  });

export const aHandOff = (leadId: string, delivered: string, differs: Partial<HandOffFact> = {}): HandOffFact => ({
  leadId,
  delivery: 1,
  handOff: null,
  fromParty: 'marketing',
  toParty: 'sales_development',
  toPerson: null,
  deliveredAt: at(delivered),
  deliveredOrder: 0,
  deliveredEvent: `${leadId}-delivered`,
  deliveredByDay: false,
  fields: ['email', 'phone'],
  fitTier: null,
  ...UNANSWERED,
  ...differs,
});

/** A response clock started then, answered after so many open minutes; `null` is not yet. */
export const aClock = (leadId: string, started: string, minutes: number | null, differs: Partial<ClockFact> = {}): ClockFact => ({
  clause: 'first_response',
  kind: 'response_time',
  leadId,
  delivery: 1,
  cycle: 1,
  party: 'sales_development',
  person: null,
  holders: [{ from: at(started), person: null }],
  pactVersion: '1',
  calendar: 'office',
  calendarDigest: 'sha256:none',
  startedAt: at(started),
  startedEvent: `${leadId}-delivered`,
  startOpenMs: 1_000,
  targetOpenMs: 30 * MINUTE,
  retargets: [],
  pauses: [],
  dueAt: at(started) + 30 * MINUTE,
  stoppedAt: minutes === null ? null : at(started) + minutes * MINUTE,
  stoppedEvent: minutes === null ? null : `${leadId}-answered`,
  stopOpenMs: minutes === null ? null : 1_000 + minutes * MINUTE,
  endedAt: null,
  endedBy: null,
  cancelledAt: null,
  waivedAt: null,
  waivedEvent: null,
  waivedBy: null,
  waivedWhy: null,
  excusedBy: null,
  unproven: false,
  ...differs,
});

export const anOpportunity = (opportunityId: string, opened: string | null, differs: Partial<OpportunityFact> = {}): OpportunityFact => ({
  opportunityId,
  leadId: `lead-of-${opportunityId}`,
  accountId: null,
  source: null,
  type: 'new_business',
  openedAt: opened === null ? null : at(opened),
  openedEvent: opened === null ? null : `${opportunityId}-opened`,
  wonAt: null,
  lostAt: null,
  closedEvent: null,
  amountMinor: null,
  currency: null,
  person: null,
  annualMinor: null,
  probability: null,
  forecast: null,
  expectedCloseAt: null,
  firstTouchAt: null,
  firstTouchParty: null,
  firstTouchSource: null,
  firstTouchCampaign: null,
  firstMarketingTouchAt: null,
  firstSalesActivityAt: null,
  ...differs,
});

export const anExit = (leadId: string, exit: ExitFact['exit'], left: string, differs: Partial<ExitFact> = {}): ExitFact => ({
  leadId,
  nth: 1,
  exit,
  at: at(left),
  event: `${leadId}-${exit}`,
  party: 'sales_development',
  person: null,
  class: null,
  reason: null,
  specifics: [],
  legal: true,
  attempts: 0,
  attemptChannels: 0,
  firstAttemptAt: null,
  contacts: 0,
  recycledAt: null,
  mqlAgainAt: null,
  sqlAgainAt: null,
  ...differs,
});

// Random facts: few leads and few moments, so that ties, re-entries, equal dates and whole windows are the rule. Moments
// reach from before the period to after asOf.
const weeks = (from: number, to: number): fc.Arbitrary<number> => fc.integer({ min: from, max: to }).map((n) => at('03-15') + n * 7 * DAY);
const moment = fc.oneof(
  { weight: 6, arbitrary: weeks(5, 9) },
  { weight: 3, arbitrary: weeks(-4, 24) },
  { weight: 1, arbitrary: fc.constantFrom(Q2.start, Q2.end - 1, Q2.end) },
);
const maybe = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(some, { nil: null, freq: 2 });
const leadId = fc.integer({ min: 1, max: 4 }).map((n) => `L${String(n)}`);
const word = maybe(fc.constantFrom('web', 'event', "O'Hara; --", 'Ünï "çode"', ''));
const minutes = fc.integer({ min: 0, max: 5 });

const someVisits: fc.Arbitrary<readonly StageVisitFact[]> = fc
  .array(
    fc.record({
      leadId,
      enteredAt: moment,
      stage: fc.constantFrom('inquiry', 'mql', 'mql', 'sal', 'sql', 'sql', 'won', 'recycled'),
      leftAt: maybe(moment),
      party: fc.constantFrom('marketing', 'sales'),
      inferred: fc.constantFrom(false, false, false, true),
    }),
    { maxLength: 30, size: 'max' },
  )
  .map((drafts) => {
    const inOrder = drafts
      .map((draft, i) => ({ ...draft, enteredOrder: i }))
      .sort((a, b) => a.enteredAt - b.enteredAt || a.enteredOrder - b.enteredOrder);
    const visits = inOrder.map(({ party, ...draft }, i) => {
      const before = inOrder.slice(0, i).filter((one) => one.leadId === draft.leadId);
      return {
        ...draft,
        visit: before.length + 1,
        entry: before.filter((one) => one.stage === draft.stage).length + 1,
        enteredEvent: `e${String(i)}`,
        enteredByDay: false,
        enteredParty: party,
        leftEvent: draft.leftAt === null ? null : `x${String(i)}`,
        legal: true,
        probability: null,
        answeredAt: null,
        earlierMs: 0,
        enteredOpenMs: null,
        leftOpenMs: null,
      };
    });
    return visits.reverse();
  });

const numbered = <T extends { readonly leadId: string }>(rows: readonly T[]): readonly (T & { readonly delivery: number })[] =>
  rows.map((row, i) => ({ ...row, delivery: i + 1 }));

const someHandOffs: fc.Arbitrary<readonly HandOffFact[]> = fc
  .array(
    fc.record({
      leadId,
      deliveredAt: moment,
      acceptedAt: maybe(moment),
      rejectedAt: maybe(moment),
      expiredAt: maybe(moment),
      supersededAt: maybe(moment),
      toPerson: word,
      reason: word,
    }),
    { maxLength: 20 },
  )
  .map((drafts) => numbered(drafts).map((draft) => ({ ...aHandOff(draft.leadId, '05-01'), ...draft })));

const someClocks: fc.Arbitrary<readonly ClockFact[]> = fc
  .array(
    fc.record({
      leadId,
      startedAt: moment,
      dueAt: moment,
      stoppedAt: maybe(moment),
      answered: minutes,
      cancelledAt: maybe(moment),
      waivedAt: maybe(moment),
      unproven: fc.boolean(),
      kind: fc.constantFrom('response_time', 'acceptance_window'),
      clause: fc.constantFrom('first_response', 'acceptance'),
      person: word,
    }),
    { maxLength: 30 },
  )
  .map((drafts) =>
    numbered(drafts).map(({ answered, ...draft }) => ({
      ...aClock(draft.leadId, '05-01', null),
      ...draft,
      stopOpenMs: draft.stoppedAt === null ? null : 1_000 + answered * MINUTE,
      endedAt: draft.cancelledAt,
      endedBy: draft.cancelledAt === null ? null : 'superseded',
    })),
  );

const someOpportunities: fc.Arbitrary<readonly OpportunityFact[]> = fc
  .array(
    fc.record({
      leadId,
      openedAt: maybe(moment),
      wonAt: maybe(moment),
      lostAt: maybe(moment),
      amountMinor: maybe(
        fc.oneof(
          fc.integer({ min: -5, max: 5 }),
          fc.constantFrom(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1, -Number.MAX_SAFE_INTEGER),
        ),
      ),
      currency: maybe(fc.constantFrom('EUR', 'USD')),
      source: word,
      person: word,
    }),
    { maxLength: 20 },
  )
  .map((drafts) => drafts.map((draft, i) => ({ ...anOpportunity(`O${String(i)}`, null), ...draft })));

/** Facts with ties, unknown dimensions, re-entries, leads without a row, moments after asOf, and sometimes none at all. */
export const someFacts: fc.Arbitrary<Facts> = fc.record({
  leads: fc
    .uniqueArray(fc.record({ leadId, source: word, owner: word }), { selector: (one) => one.leadId, maxLength: 5 })
    .map((drafts) => drafts.map(({ leadId: id, ...draft }) => aLead(id, draft))),
  stageVisits: someVisits,
  handOffs: someHandOffs,
  exits: fc.constant([]),
  activities: fc.constant([]),
  conversations: fc.constant([]),
  meetings: fc.constant([]),
  opportunities: someOpportunities,
  feedback: fc.constant([]),
  practices: fc.constant([]),
  provisions: fc.constant([]),
  leadEvents: fc.constant([]),
  opportunityStates: fc.constant([]),
  touches: fc.constant([]),
  scores: fc.constant([]),
  advocacy: fc.constant([]),
  listEntries: fc.constant([]),
  spend: fc.constant([]),
  quotas: fc.constant([]),
  clocks: someClocks,
});
