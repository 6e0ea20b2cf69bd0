import type { Issue } from '../kernel/issue.js';
import { nearest } from '../kernel/nearest.js';
import { START, type Requirement, type StageId } from '../vocabulary/framework.js';
import type { EventType } from '../vocabulary/event.js';
import type { PartyId } from '../vocabulary/party.js';
import { firstOpen, type Candidate } from './chart.js';
import { lifecycleIssue } from './issues.js';
import type { Lifecycle } from './lifecycle.js';
import { isObservation } from './observation.js';
import { offeredTo, type LegalStep } from './offer.js';
import { holds, whyMissing, type StepFacts } from './requirement.js';

export type { LegalStep } from './offer.js';

/** What happened, and the stage it enters where two steps on one event lead apart or a record names it. */
export interface Step<S extends StageId = StageId, E extends EventType = EventType> {
  readonly type: E;
  readonly stage?: S;
}

/** A step refused, and everything needed to say why. */
export interface Refusal {
  readonly ok: false;
  /**
   * `lifecycle.no_such_step`, `lifecycle.leads_elsewhere` (the event is agreed here, but not into that stage),
   * `lifecycle.requirement_missing`, `lifecycle.already_there`, or `lifecycle.unknown_stage`.
   */
  readonly code: string;
  readonly message: string;
  /** The first requirement that refused, by kind; null where no step was agreed whose requirements could be asked. */
  readonly guard: Requirement['kind'] | null;
  /** Everything that was missing, in words and figures. */
  readonly missing: readonly Issue[];
  /** Who may take this event from this stage: empty where nobody may. */
  readonly mayAct: readonly PartyId[] | 'anyone';
  /** What would be legal now. */
  readonly legalNow: readonly LegalStep[];
}

/** The stage after a step, or the refusal. */
export type Verdict<S extends StageId = StageId> = { readonly ok: true; readonly stage: S } | Refusal;

/**
 * Judge one step: the machine's answer, never silent. Needs nothing but a stage and plain facts, so that a service that
 * keeps its own state can ask; `advance` does the bookkeeping too. A stage or an event type that the framework does not
 * have fails to compile where the framework's type is literal, and is refused at run time.
 *
 * @param stage - Where the lead is; `start` before its first stage.
 * @param step - Any event will do: only its type and the stage it names are read.
 * @param facts - Who acts and how the lead stands, such as `stepFacts` folds them from the lead's events.
 * @example
 * ```ts
 * import { sirius2006 } from 'revpact/vocabulary';
 * import { createLifecycle, transition } from 'revpact/lifecycle';
 *
 * const facts = { party: 'sales_development', human: true, rejectionClass: null, delivered: true, receiver: 'sales_development', attemptsSinceDelivery: 0, attemptsSinceAcceptance: 0 };
 * const lifecycle = createLifecycle(sirius2006);
 * transition(lifecycle, 'mql', { type: 'accepted' }, facts) // => { ok: true, stage: 'sal' }
 *
 * const refused = transition(lifecycle, 'sal', { type: 'disqualified' }, { ...facts, delivered: false });
 * refused.ok ? '' : refused.message // => 'a lead in "sal" cannot take "disqualified" now: the accepter had made 0 attempts since accepting, and 1 is agreed'
 * ```
 */
export const transition = <S extends StageId, E extends EventType>(
  lifecycle: Lifecycle<S, E>,
  stage: NoInfer<S> | typeof START,
  step: Step<NoInfer<S>, NoInfer<E>>,
  facts: StepFacts,
): Verdict<S> => judge(lifecycle, stage, step, facts);

/** {@link transition} for a stage and an event type that are only known at run time, such as those of an event. */
export const judge = <S extends StageId>(lifecycle: Lifecycle<S>, stage: StageId, step: Step, facts: StepFacts): Verdict<S> => {
  const taken = firstOpen(lifecycle.chart.stepsOn(stage, step.type), step.stage, facts);
  return taken === undefined ? refuse(lifecycle, stage, step, facts) : { ok: true, stage: taken.to };
};

/**
 * Whether an event is a step at all from a stage, taken or refused; otherwise it leaves the lead where it is. An event that
 * names a stage is one, except an observation that names the one where the lead is. Of the others, a decision is one where
 * the framework knows it anywhere, and an observation only where the agreed life takes the lead along.
 */
export const isStep = ({ chart, eventTypes }: Lifecycle, from: StageId, { type, stage }: Step, facts: StepFacts): boolean =>
  isObservation(type) && (stage === undefined || (stage === from && from !== START))
    ? firstOpen(chart.stepsOn(from, type), stage, facts) !== undefined
    : stage !== undefined || eventTypes.has(type);

/** Every step that is open to a lead in a stage: its standing allows it, whoever it then takes. */
export const legalSteps = (lifecycle: Lifecycle, stage: StageId, facts: StepFacts): readonly LegalStep[] => {
  const open: LegalStep[] = [];
  for (const offer of lifecycle.offers(stage)) {
    const step = offer.standing.every((one) => holds(one, facts)) ? offeredTo(offer, facts.receiver) : null;
    if (step !== null) open.push(step);
  }
  return open;
};

/** Why the agreed life refuses a step that the machine has refused, and what it would allow. */
const refuse = (lifecycle: Lifecycle, from: StageId, step: Step, facts: StepFacts): Refusal => {
  const { code, message, guard, missing } = explain(lifecycle, from, step, facts);
  return { ok: false, code, message, guard, missing, mayAct: mayAct(lifecycle, from, step, facts), legalNow: legalSteps(lifecycle, from, facts) };
};

/** Why a step was refused, in words, with what was missing. */
export type Explanation = Pick<Refusal, 'code' | 'message' | 'guard' | 'missing'>;

/** Why the agreed life refuses a step that the machine has refused. */
export const explain = (lifecycle: Lifecycle, from: StageId, step: Step, facts: StepFacts): Explanation => {
  const lacking = leastLacking(lifecycle.chart.stepsOn(from, step.type).filter((one) => isMeant(one, step)), facts);
  const missing = lacking.map((one) => whyMissing(one, facts));
  const { code, message } = whyRefused(lifecycle, from, step, missing);
  return { code, message, guard: lacking[0]?.kind ?? null, missing };
};

/** Of several steps that may be meant, what the one lacks that lacks least. */
const leastLacking = (meant: readonly Candidate[], facts: StepFacts): readonly Requirement[] =>
  meant
    .map(({ requires }) => requires.filter((one) => !holds(one, facts)))
    .reduce<readonly Requirement[] | null>((best, next) => (best === null || next.length < best.length ? next : best), null) ?? [];

/** Whether an event may mean an agreed step: one on its type, into the stage it names where it names one. */
const isMeant = ({ on, to }: { readonly on: EventType; readonly to: StageId }, { type, stage }: Step): boolean =>
  on === type && (stage === undefined || stage === to);

/** Who may take an event from a stage: anyone, where one of the steps that it may mean does not say. */
const mayAct = (lifecycle: Lifecycle, from: StageId, step: Step, { receiver }: StepFacts): readonly PartyId[] | 'anyone' => {
  const parties = new Set<PartyId>();
  for (const offer of lifecycle.offers(from)) {
    const offered = offeredTo(offer, receiver);
    if (offered === null || !isMeant(offered, step)) continue;
    if (offered.by === 'anyone') return 'anyone';
    for (const party of offered.by) parties.add(party);
  }
  return [...parties].sort();
};

const whyRefused = (
  { stages, candidates, chart }: Lifecycle,
  from: StageId,
  { type: event, stage }: Step,
  missing: readonly Issue[],
): Issue => {
  const stranger = [from, stage].find((id, i) => id !== undefined && !stages.includes(id) && !(i === 0 && id === START));
  if (stranger !== undefined) return lifecycleIssue('unknown_stage', { stage: stranger, suggestion: nearest(stranger, stages) });
  if (missing.length > 0) return lifecycleIssue('requirement_missing', { event, from, missing: missing.map(({ message }) => message) });
  if (stage === from) return lifecycleIssue('already_there', { event, stage });
  const agreed = chart.stepsOn(from, event).map(({ to }) => to);
  if (stage !== undefined && agreed.length > 0) return lifecycleIssue('leads_elsewhere', { event, from, to: stage, agreed });
  return lifecycleIssue('no_such_step', { event, from, legal: [...new Set(candidates(from).map(({ on }) => on))] });
};
