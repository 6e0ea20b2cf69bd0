import type { Issue } from '../../kernel/issue.js';
import type { LeadEvent } from '../../vocabulary/event.js';
import { START, type StageId } from '../../vocabulary/framework.js';
import { lifecycleIssue } from '../issues.js';
import type { Lifecycle } from '../lifecycle.js';
import type { StepFacts } from '../requirement.js';
import { foldStanding, stepFacts } from '../standing.js';
import type { LaterPart, StateRecord } from './state.js';
import { isStep, judge, legalSteps, type Refusal, type Verdict } from '../transition.js';

/** A verdict with the record to store: the record that came in, where the event was refused. */
export interface Advance<S extends StageId = StageId> {
  readonly verdict: Verdict<S | typeof START>;
  readonly record: StateRecord;
}

/**
 * Take a lead one event further, bookkeeping included: for a service that decides whether an event may be recorded at
 * all. A refused event leaves the record as it was; an event that is no step (an attempt, a touch) leaves the stage.
 *
 * Besides what `transition` refuses: an event of another lead (`lifecycle.other_lead`), one that this record has taken
 * a step by before (`lifecycle.taken_before`), one from before the stage that the lead is in was entered
 * (`lifecycle.time_travel`; what happened out of order is for `resolve` and `replay`), one that says by its `leftStage`
 * that the lead was elsewhere (`lifecycle.left_elsewhere`: an optimistic lock, since somebody who decided on what they
 * saw did not see this record), and a record of another text of the framework (`lifecycle.other_framework`,
 * `lifecycle.changed_framework`: `safeParseStateRecord` migrates).
 */
export const advance = <S extends StageId>(lifecycle: Lifecycle<S>, record: StateRecord, event: LeadEvent): Advance<S> => {
  const misfit = misfitOf(lifecycle, record, event);
  if (misfit !== null) return { verdict: refused(lifecycle, record, event, misfit), record };
  const followed = { ...record, leadId: event.leadId, standing: foldStanding(record.standing, event), unknown: stillUnknown(record.unknown, event) };
  const here = record.stage === START ? START : lifecycle.stages.find((id) => id === record.stage);
  const facts = factsOf(record, event);
  if (here !== undefined && !isStep(lifecycle, here, event, facts)) return { verdict: { ok: true, stage: here }, record: followed };
  const verdict = judge(lifecycle, record.stage, event, facts);
  if (!verdict.ok) return { verdict, record };
  const { stage } = verdict;
  return { verdict, record: { ...followed, stage, history: [...record.history, { stage, at: event.at, event: event.id }] } };
};

/** What a step's requirements ask about, as far as the record knows it. */
export const factsOf = ({ standing, unknown }: Pick<StateRecord, 'standing' | 'unknown'>, event: LeadEvent): StepFacts => {
  const facts = stepFacts(standing, event);
  if (!unknown.includes('contacted')) return facts;
  // A conversation that nobody followed may have taken place: neither "contacted" nor "not contacted" is met.
  const { contacted, ...known } = facts;
  return known;
};

/** Why an event does not belong to a record at all, or null. */
const misfitOf = ({ framework, digest }: Lifecycle, record: StateRecord, event: LeadEvent): Issue | null => {
  if (record.frameworkId !== framework.id) return lifecycleIssue('other_framework', { expected: framework.id, found: record.frameworkId });
  if (record.frameworkDigest !== digest) return lifecycleIssue('changed_framework', { framework: framework.id, digest: record.frameworkDigest });
  if (record.leadId !== null && record.leadId !== event.leadId) return lifecycleIssue('other_lead', { event: event.id, leadId: event.leadId, expected: record.leadId });
  if (record.history.some((entry) => entry.event === event.id)) return lifecycleIssue('taken_before', { event: event.id });
  const last = record.history.at(-1);
  if (last !== undefined && event.at < last.at) return lifecycleIssue('time_travel', { event: event.id, at: event.at, stage: last.stage, since: last.at });
  if (event.leftStage !== undefined && event.leftStage !== record.stage) {
    return lifecycleIssue('left_elsewhere', { event: event.id, left: event.leftStage, stage: record.stage });
  }
  return null;
};

const refused = (lifecycle: Lifecycle, record: StateRecord, event: LeadEvent, { code, message }: Issue): Refusal => ({
  ok: false,
  code,
  message,
  guard: null,
  missing: [],
  mayAct: [],
  legalNow: legalSteps(lifecycle, record.stage, factsOf(record, event)),
});

/** What an event settles of a part of the standing, whatever went before. */
const settles = (part: LaterPart, event: LeadEvent): boolean => {
  switch (part) {
    case 'attemptsAt':
      return event.type === 'accepted';
    case 'contacted':
      return event.type === 'handed_off' || ((event.type === 'contact_made' || event.type === 'meeting_held') && event.by.kind === 'human');
    case 'fitTier':
      return event.type === 'score_changed' && event.kind === 'fit';
    case 'recycles':
    case 'fields':
    case 'qualification':
      return false;
  }
};

const stillUnknown = (unknown: readonly LaterPart[], event: LeadEvent): readonly LaterPart[] =>
  unknown.length === 0 ? unknown : unknown.filter((part) => !settles(part, event));
