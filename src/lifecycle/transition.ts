import type { Issue } from '../kernel/issue.js';
import { nearest } from '../kernel/nearest.js';
import { START, type Requirement, type StageId } from '../vocabulary/framework.js';
import type { EventType } from '../vocabulary/event.js';
import type { PartyId } from '../vocabulary/party.js';
import { lifecycleIssue } from './issues.js';
import type { Candidate, Lifecycle } from './lifecycle.js';
import { concernsStanding, holds, whyMissing, type StepFacts } from './requirement.js';

/** What happened, and the stage it enters where two steps on one event lead apart or a record names it. */
export interface Step<S extends StageId = StageId> {
  readonly type: EventType;
  readonly stage?: S;
}

/** A step that is open to a lead as it stands. */
export interface LegalStep {
  readonly on: EventType;
  readonly to: StageId;
  readonly by: readonly PartyId[] | 'anyone';
  /** What the one who takes it must still see to: act as a person, give a class. */
  readonly requires: readonly Requirement[];
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
 * keeps its own state can ask; `advance` does the bookkeeping too.
 *
 * @param stage - Where the lead is; `start` before its first stage.
 * @param step - Any event will do: only its type and the stage it names are read.
 * @param facts - Who acts and how the lead stands, such as `stepFacts` folds them from the lead's events.
 * @example
 * ```ts
 * import { sirius2006 } from 'revpact/vocabulary';
 * import { createLifecycle, transition } from 'revpact/lifecycle';
 *
 * const facts = { party: 'sales_development', human: true, rejectionClass: null, delivered: true, attemptsSinceDelivery: 0, attemptsSinceAcceptance: 0 };
 * const lifecycle = createLifecycle(sirius2006);
 * transition(lifecycle, 'mql', { type: 'accepted' }, facts) // => { ok: true, stage: 'sal' }
 *
 * const refused = transition(lifecycle, 'sal', { type: 'disqualified' }, { ...facts, delivered: false });
 * refused.ok ? '' : refused.message // => 'a lead in "sal" cannot take "disqualified" now: the accepter had made 0 attempts since accepting, and 1 is agreed'
 * ```
 */
export const transition = <S extends StageId>(
  lifecycle: Lifecycle<S>,
  stage: NoInfer<S> | typeof START,
  step: Step<NoInfer<S>>,
  facts: StepFacts,
): Verdict<S> => judge(lifecycle, stage, step, facts);

/** {@link transition} for a stage whose id is only known at run time, such as one that an event names. */
export const judge = <S extends StageId>(lifecycle: Lifecycle<S>, stage: StageId, step: Step, facts: StepFacts): Verdict<S> => {
  const known = stage === START || lifecycle.stages.some((id) => id === stage);
  const after = known ? lifecycle.chart.step(stage, { ...pick(step), facts }) : null;
  const entered = lifecycle.stages.find((id) => id === after);
  return entered === undefined ? refuse(lifecycle, stage, step, facts) : { ok: true, stage: entered };
};

/** The machine is sent what it declares and nothing else. */
const pick = ({ type, stage }: Step): Step => (stage === undefined ? { type } : { type, stage });

/** Every step that is open to a lead in a stage: its standing allows it, whoever it then takes. */
export const legalSteps = (lifecycle: Lifecycle, stage: StageId, facts: StepFacts): readonly LegalStep[] =>
  lifecycle
    .candidates(stage)
    .filter(({ requires }) => requires.every((one) => !concernsStanding(one) || holds(one, facts)))
    .map(({ on, to, requires }) => ({
      on,
      to,
      by: actorsOf([{ requires }]),
      requires: requires.filter((one) => !concernsStanding(one) && one.kind !== 'party'),
    }));

/** Why the agreed life refuses a step that the machine has refused, and what it would allow. */
const refuse = (lifecycle: Lifecycle, from: StageId, step: Step, facts: StepFacts): Refusal => ({
  ok: false,
  ...explain(lifecycle, from, step, facts),
  mayAct: actorsOf(meantBy(lifecycle, from, step)),
  legalNow: legalSteps(lifecycle, from, facts),
});

/** Why the agreed life refuses a step that the machine has refused. */
export const explain = (
  lifecycle: Lifecycle,
  from: StageId,
  step: Step,
  facts: StepFacts,
): Pick<Refusal, 'code' | 'message' | 'guard' | 'missing'> => {
  // Of several steps that may be meant, the one that lacked least.
  const lacking = meantBy(lifecycle, from, step)
    .map(({ requires }) => requires.filter((one) => !holds(one, facts)))
    .reduce<readonly Requirement[] | null>((best, next) => (best === null || next.length < best.length ? next : best), null);
  const missing = (lacking ?? []).map((one) => whyMissing(one, facts));
  const { code, message } = whyRefused(lifecycle, from, step, missing);
  return { code, message, guard: lacking?.[0]?.kind ?? null, missing };
};

/** The agreed steps that an event may mean: all on its type, or those into the stage it names. */
const meantBy = (lifecycle: Lifecycle, from: StageId, { type, stage }: Step): readonly Candidate[] =>
  lifecycle.candidates(from).filter(({ on, to }) => on === type && (stage === undefined || stage === to));

const whyRefused = (
  { stages, candidates }: Lifecycle,
  from: StageId,
  { type: event, stage }: Step,
  missing: readonly Issue[],
): Issue => {
  const stranger = [from, stage].find((id, i) => id !== undefined && !stages.includes(id) && !(i === 0 && id === START));
  if (stranger !== undefined) return lifecycleIssue('unknown_stage', { stage: stranger, suggestion: nearest(stranger, stages) });
  if (missing.length > 0) return lifecycleIssue('requirement_missing', { event, from, missing: missing.map(({ message }) => message) });
  if (stage === from) return lifecycleIssue('already_there', { event, stage });
  const agreed = candidates(from).filter(({ on }) => on === event).map(({ to }) => to);
  if (stage !== undefined && agreed.length > 0) return lifecycleIssue('leads_elsewhere', { event, from, to: stage, agreed });
  return lifecycleIssue('no_such_step', { event, from, legal: [...new Set(candidates(from).map(({ on }) => on))] });
};

/** The parties that may take one of these steps: anyone, where a step does not say. */
const actorsOf = (steps: readonly { readonly requires: readonly Requirement[] }[]): readonly PartyId[] | 'anyone' => {
  const byStep = steps.map(({ requires }) => requires.flatMap((one) => (one.kind === 'party' ? [one.oneOf] : [])));
  if (byStep.some((named) => named.length === 0)) return 'anyone';
  // Two party requirements on one step must both hold: who may act is in each of them.
  const allowed = byStep.flatMap(([first = [], ...others]) => first.filter((party) => others.every((other) => other.includes(party))));
  return [...new Set(allowed)].sort();
};
