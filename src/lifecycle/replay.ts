import type { Instant } from '../kernel/instant.js';
import type { Issue } from '../kernel/issue.js';
import type { EventType, LeadEvent } from '../vocabulary/event.js';
import type { StageVisitFact } from '../vocabulary/fact.js';
import { START, type Requirement, type StageId } from '../vocabulary/framework.js';
import type { PartyId } from '../vocabulary/party.js';
import type { Lifecycle } from './lifecycle.js';
import { isLeadEvent } from './log.js';
import { EVENT_NUMBER, stageNumbers, valuation } from './number.js';
import type { StepFacts } from './requirement.js';
import type { ResolvedLog } from './resolve.js';
import { foldStanding, NOTHING_YET, stepFacts, type Standing } from './standing.js';
import { cellBase, REFUSED, STAGE_BITS, STEP } from './table.js';
import { explain } from './transition.js';

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
  /** In the order of their entering events. */
  readonly visits: readonly StageVisitFact[];
  readonly violations: readonly Violation[];
  /** By lead, in the order in which they first appear. */
  readonly states: ReadonlyMap<string, LeadState<S>>;
  /** How many events were steps, legal or not. */
  readonly steps: number;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

interface Life {
  stage: number;
  standing: Standing;
  visits: Writable<StageVisitFact>[];
  /** How often each stage was entered, by its number. */
  entries: number[];
  steps: number;
  violations: number;
}

/**
 * Follow every lead of a log through the agreed life. What was recorded is judged, never rewritten: an event that names
 * a stage enters it, legal or not; one that names none goes where the machine sends it, and where the machine refuses
 * it the lead stays. An event of a type that no step uses and that names no stage is no step; nor is an observation
 * (an inquiry, a touch, an attempt …) in a stage for which nothing is agreed about it. A recorded stage that the
 * framework does not have cannot be entered: a violation, and the lead stays.
 */
export const replay = <S extends StageId>(lifecycle: Lifecycle<S>, log: ResolvedLog): Replay<S> => {
  const table = lifecycle.table();
  const stageNumber = stageNumbers(table);
  const lives = new Map<string, Life>();
  const visits: Writable<StageVisitFact>[] = [];
  const violations: Violation[] = [];
  let steps = 0;

  log.events.forEach((event, order) => {
    if (!isLeadEvent(event)) return;
    let life = lives.get(event.leadId);
    if (life === undefined) {
      life = { stage: 0, standing: NOTHING_YET, visits: [], entries: [], steps: 0, violations: 0 };
      lives.set(event.leadId, life);
    }
    const { stage: before, standing } = life;
    const code = EVENT_NUMBER[event.type];
    const enters = event.stage === undefined ? 0 : (stageNumber.get(event.stage) ?? table.unknown);
    const cell = table.cells[cellBase(table, code, enters, valuation(table, code, standing, event)) + before] ?? 0;
    life.standing = foldStanding(standing, event);
    if ((cell & STEP) === 0) return;

    steps += 1;
    life.steps += 1;
    const legal = (cell & REFUSED) === 0;
    const after = cell & STAGE_BITS;
    if (!legal) {
      life.violations += 1;
      violations.push(violation(lifecycle, table.stages[before] ?? START, event, order, stepFacts(standing, event)));
    }
    if (legal || after !== before) visits.push(enter(life, after, table.stages[after] ?? START, event, order, legal));
  });

  const stageOf = (number: number): S | typeof START => lifecycle.stages[number - 1] ?? START;
  const states = new Map<string, LeadState<S>>();
  for (const [leadId, { stage, standing, visits: stays, steps: taken, violations: refused }] of lives) {
    states.set(leadId, { stage: stageOf(stage), standing, visits: stays, steps: taken, violations: refused });
  }
  return { visits, violations, states, steps };
};

/** Move a life on: the visit before ends, and the next begins. */
const enter = (life: Life, number: number, stage: StageId, event: LeadEvent, order: number, legal: boolean): Writable<StageVisitFact> => {
  const last = life.visits.at(-1);
  if (last !== undefined) {
    last.leftAt = event.at;
    last.leftEvent = event.id;
  }
  const entry = (life.entries[number] ?? 0) + 1;
  life.entries[number] = entry;
  life.stage = number;
  const visit: Writable<StageVisitFact> = {
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
    legal,
  };
  life.visits.push(visit);
  return visit;
};

const violation = (lifecycle: Lifecycle, from: StageId, event: LeadEvent, order: number, facts: StepFacts): Violation => {
  const { code, guard, missing, message } = explain(lifecycle, from, event, facts);
  return {
    leadId: event.leadId,
    event: event.id,
    type: event.type,
    order,
    at: event.at,
    from,
    to: event.stage ?? null,
    code,
    guard,
    missing,
    party: event.by.party,
    message,
  };
};
