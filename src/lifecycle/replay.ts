import type { Instant } from '../kernel/instant.js';
import type { Issue } from '../kernel/issue.js';
import { nearest } from '../kernel/nearest.js';
import { ISSUE_LIMIT } from '../kernel/result.js';
import type { EventType, LeadEvent } from '../vocabulary/event.js';
import type { StageVisitFact } from '../vocabulary/fact.js';
import { START, type Requirement, type StageId } from '../vocabulary/framework.js';
import type { PartyId } from '../vocabulary/party.js';
import { isAnswering } from './facts/answering.js';
import { lifecycleIssue } from './issues.js';
import type { Lifecycle } from './lifecycle.js';
import { isLeadEvent } from './log/row.js';
import { EVENT_NUMBER, stageNumbers, valuation } from './number.js';
import { reasonsOf } from './reasons.js';
import type { ResolvedLog } from './log/resolve.js';
import { follow, newStanding, type Standing, type StandingDraft } from './standing.js';
import { cellBase, ENTERED, REFUSED, STAGE_BITS, STEP } from './table.js';
import type { Explanation } from './transition.js';

/** A step against the agreed life, and its place. It counts nevertheless: it happened. */
export interface Violation {
  readonly leadId: string;
  readonly event: string;
  readonly type: EventType;
  /** Position in the resolved log. */
  readonly order: number;
  readonly at: Instant;
  readonly from: StageId;
  /** The stage that was recorded; null where the event named none, so that the lead stayed. */
  readonly to: StageId | null;
  /** One of the codes of a `Refusal`. */
  readonly code: string;
  readonly guard: Requirement['kind'] | null;
  readonly missing: readonly Issue[];
  readonly party: PartyId;
  /**
   * Only a convention put the event where it is, or the lead where it was: an earlier event is tied, and no later one has
   * said where the lead is. In another order the step might have been legal, and nobody is blamed.
   */
  readonly tied: boolean;
  readonly message: string;
}

/** Where a lead is after its events, to carry on from. */
export interface LeadState<S extends StageId = StageId> {
  readonly stage: S | typeof START;
  readonly standing: Standing;
  /** Its stays so far, the current one last. */
  readonly visits: readonly StageVisitFact[];
  /** Steps taken and refused. */
  readonly steps: number;
  readonly violations: number;
}

/** What a log says when it is held against a lifecycle. */
export interface Replay<S extends StageId = StageId> {
  /** In the order of their entering events; an inferred one right before that of the event that revealed it. */
  readonly visits: readonly StageVisitFact[];
  readonly violations: readonly Violation[];
  /** By lead, in the order in which they first appear. */
  readonly states: ReadonlyMap<string, LeadState<S>>;
  /** How many events were steps, legal or not. */
  readonly steps: number;
  /** What the log lacks, with the event's position in its path: the first 1,000. */
  readonly notices: readonly Issue[];
  readonly noticeCount: number;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
type Visit = Writable<StageVisitFact>;

interface Life {
  stage: number;
  /** Something tied has moved the lead, and nothing untied has said since where it is: in another order it may be elsewhere. */
  unclear: boolean;
  readonly standing: StandingDraft;
  readonly visits: Visit[];
  /** How often each stage was entered, by its number. */
  readonly entries: number[];
  /** Milliseconds spent in each stage so far, by its number. */
  readonly spent: number[];
  /** How many of its stays have been answered: the first ones. */
  answered: number;
  steps: number;
  violations: number;
}

/**
 * Follow every lead of a log through the agreed life. What was recorded is judged, never rewritten: an event that names
 * a stage enters it, legal or not; one that names none goes where the machine sends it, and where the machine refuses
 * it the lead stays. An event of a type that no step uses and that names no stage is no step; nor is an observation
 * (an inquiry, a touch, an attempt …) by which the agreed life takes the lead nowhere, or that names the stage where the
 * lead is: of two records that were merged, both began with an inquiry. A recorded stage that the
 * framework does not have cannot be entered: a violation, and the lead stays.
 *
 * Where an event names the stage that it left and the lead is elsewhere, or nowhere, the log lacks a step, as CRMs keep
 * only the last months of a history: a stay in that stage is put in, marked inferred, and the event is judged from there.
 * Nobody is blamed. A lead's last stay is open and ends with null.
 *
 * Where only a convention says which of two events of a lead came first (`ResolvedLog.ties`), a step against the agreed life
 * is *tied*. Once a tied event was a step, or revealed one, the stage is unclear, and what is judged from there is tied as
 * well, until an event that is not tied itself names the stage that it enters or left.
 *
 * Notices: `lifecycle.history_gap`; `lifecycle.unknown_stage` where the stage left is none of the framework's, which
 * changes nothing.
 */
export const replay = <S extends StageId>(lifecycle: Lifecycle<S>, log: ResolvedLog): Replay<S> => {
  const table = lifecycle.table();
  const { cells, stages, unknown } = table;
  const stageNumber = stageNumbers(table);
  const reasons = reasonsOf(lifecycle, table);
  const tied = new Set(log.ties);
  const lives = new Map<string, Life>();
  const visits: Visit[] = [];
  const violations: Violation[] = [];
  const notices: Issue[] = [];
  let [steps, noticeCount] = [0, 0];
  let [leadId, life]: [string | null, Life] = [null, newLife()];

  const notice = (issue: Issue): void => {
    noticeCount += 1;
    if (notices.length < ISSUE_LIMIT) notices.push(issue);
  };
  /** The stage that an event says it left, entered now where the log had the lead elsewhere. */
  const fillGap = (event: LeadEvent, left: StageId, order: number, isTied: boolean): void => {
    const number = stageNumber.get(left);
    if (number !== undefined && !isTied) life.unclear = false;
    if (number === life.stage) return;
    const path = [order, 'leftStage'];
    if (number === undefined) notice(lifecycleIssue('unknown_stage', { stage: left, suggestion: nearest(left, lifecycle.stages) }, path));
    else {
      notice(lifecycleIssue('history_gap', { leadId: event.leadId, event: event.id, left, from: stages[life.stage] ?? START }, path));
      visits.push(enter(life, number, left, event, order, null));
      if (isTied) life.unclear = true;
    }
  };

  log.events.forEach((event, order) => {
    if (!isLeadEvent(event)) return;
    // Logs are often grouped by lead: then the life is at hand.
    if (event.leadId !== leadId) {
      ({ leadId } = event);
      life = lifeOf(lives, leadId);
    }
    const isTied = tied.has(order);
    if (event.leftStage !== undefined) fillGap(event, event.leftStage, order, isTied);
    const { stage: before, standing } = life;
    const code = EVENT_NUMBER[event.type];
    const enters = event.stage === undefined ? 0 : (stageNumber.get(event.stage) ?? unknown);
    const answers = valuation(table, code, standing, event);
    const place = cellBase(table, code, enters, answers) + before;
    const cell = cells[place] ?? 0;
    if ((cell & STEP) !== 0) {
      steps += 1;
      life.steps += 1;
      const legal = (cell & REFUSED) === 0;
      if (!legal) {
        life.violations += 1;
        const why = reasons(place, before, event, code, answers, standing);
        violations.push(violation(stages[before] ?? START, event, order, isTied || life.unclear, why));
      }
      if ((cell & ENTERED) !== 0) {
        const after = cell & STAGE_BITS;
        visits.push(enter(life, after, stages[after] ?? START, event, order, legal));
      }
      if (isTied) life.unclear = true;
    }
    if (!isTied && enters !== 0 && enters !== unknown) life.unclear = false;
    if (isAnswering(event)) answer(life, event.at);
    follow(standing, event);
  });

  const stageOf = (number: number): S | typeof START => lifecycle.stages[number - 1] ?? START;
  const states = new Map<string, LeadState<S>>();
  for (const [lead, { stage, standing, visits: stays, steps: taken, violations: refused }] of lives) {
    states.set(lead, { stage: stageOf(stage), standing, visits: stays, steps: taken, violations: refused });
  }
  return { visits, violations, states, steps, notices, noticeCount };
};

const newLife = (): Life => ({ stage: 0, unclear: false, standing: newStanding(), visits: [], entries: [], spent: [], answered: 0, steps: 0, violations: 0 });

const lifeOf = (lives: Map<string, Life>, leadId: string): Life => {
  const known = lives.get(leadId);
  if (known !== undefined) return known;
  const life = newLife();
  lives.set(leadId, life);
  return life;
};

/** Move a life on: the visit before ends, and the next begins. `legal` is null for one that is inferred: nobody is blamed. */
const enter = (life: Life, number: number, stage: StageId, event: LeadEvent, order: number, legal: boolean | null): Visit => {
  const last = life.visits.at(-1);
  if (last !== undefined) {
    last.leftAt = event.at;
    last.leftEvent = event.id;
    if (!last.inferred) life.spent[life.stage] = (life.spent[life.stage] ?? 0) + (event.at - last.enteredAt);
  }
  const entry = (life.entries[number] ?? 0) + 1;
  life.entries[number] = entry;
  life.stage = number;
  const visit: Visit = {
    leadId: event.leadId,
    visit: life.visits.length + 1,
    stage,
    entry,
    enteredAt: event.at,
    enteredOrder: order,
    enteredEvent: event.id,
    enteredByDay: event.precision === 'day',
    enteredParty: event.by.party,
    leftAt: null,
    leftEvent: null,
    legal: legal ?? true,
    inferred: legal === null,
    probability: legal === null ? null : probabilityOf(event),
    answeredAt: null,
    earlierMs: life.spent[number] ?? 0,
    enteredOpenMs: null,
    leftOpenMs: null,
  };
  life.visits.push(visit);
  return visit;
};

/** Every stay so far that nobody had answered is answered now. */
const answer = (life: Life, at: Instant): void => {
  for (; life.answered < life.visits.length; life.answered += 1) {
    const visit = life.visits[life.answered];
    if (visit !== undefined) visit.answeredAt = at;
  }
};

/** As recorded with the deal, in percent; never assumed from the stage. */
const probabilityOf = (event: LeadEvent): number | null =>
  event.type === 'opportunity_opened' || event.type === 'opportunity_advanced' ? (event.probability ?? null) : null;

const violation = (from: StageId, event: LeadEvent, order: number, tied: boolean, why: Explanation): Violation => ({
  leadId: event.leadId,
  event: event.id,
  type: event.type,
  order,
  at: event.at,
  from,
  to: event.stage ?? null,
  code: why.code,
  guard: why.guard,
  missing: why.missing,
  party: event.by.party,
  tied,
  message: why.message,
});
