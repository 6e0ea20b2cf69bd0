import type { Instant } from '../../kernel/instant.js';
import type { Issue } from '../../kernel/issue.js';
import type { Event, LeadEvent } from '../../vocabulary/event.js';
import type { StageId } from '../../vocabulary/framework.js';
import { lifecycleIssue } from '../issues.js';
import { inOrder } from './order.js';
import { isLeadEvent, type Row } from './row.js';
import { isObservation } from '../observation.js';

/** A correction that holds: what was recorded, which stays in the log, and what is so. */
export type AppliedCorrection = { readonly correction: string; readonly corrects: string } & (
  | { readonly kind: 'void' }
  | { readonly kind: 'at'; readonly was: Instant; readonly is: Instant }
  | { readonly kind: 'stage'; readonly was: StageId | null; readonly is: StageId }
);

/** What the corrections of a log come to. */
export interface Corrections {
  /** Ids of events, corrections and merges that never were. */
  readonly voided: ReadonlySet<string>;
  /** When an event happened after all, by its id. */
  readonly movedTo: ReadonlyMap<string, Instant>;
  /** Which stage it entered after all. */
  readonly restagedTo: ReadonlyMap<string, StageId>;
  /** Those that hold, in order. */
  readonly applied: readonly AppliedCorrection[];
}

/**
 * Gather corrections from the last to the first, so that the last word counts, and one that was itself voided by a
 * later one has no say. Three things may be corrected, each with its own last word: whether an event was at all, when,
 * and which stage it entered. Who says when or which stage says that it was, and so takes an earlier `void` back.
 *
 * @param directives - Corrections, merges and erasures in order, with their rows.
 */
export const correctionsOf = (
  directives: readonly Row[],
  eventById: (id: string) => Event | undefined,
  report: (notice: Issue) => void,
): Corrections => {
  const voided = new Set<string>();
  const movedTo = new Map<string, Instant>();
  const restagedTo = new Map<string, StageId>();
  const applied: AppliedCorrection[] = [];
  const passed = new Set<string>();
  for (const { row, event } of [...directives].reverse()) {
    passed.add(event.id);
    if (event.type !== 'correction' || voided.has(event.id)) continue;
    const { id: correction, corrects, change } = event;
    const target = eventById(corrects);
    if (target === undefined) {
      report(lifecycleIssue('correction_without_target', { correction, corrects }, [row]));
      continue;
    }
    const because = noEffect(target, change.kind, passed.has(corrects));
    if (because !== null) {
      report(lifecycleIssue('correction_without_effect', { correction, corrects, because }, [row]));
      continue;
    }
    // Voided later on: what was said of it before is moot.
    if (voided.has(corrects)) continue;
    switch (change.kind) {
      case 'void':
        if (movedTo.has(corrects) || restagedTo.has(corrects)) break;
        voided.add(corrects);
        applied.push({ correction, corrects, kind: 'void' });
        break;
      case 'at':
        if (movedTo.has(corrects)) break;
        movedTo.set(corrects, change.at);
        applied.push({ correction, corrects, kind: 'at', was: target.at, is: change.at });
        break;
      case 'stage':
        if (restagedTo.has(corrects)) break;
        restagedTo.set(corrects, change.stage);
        applied.push({ correction, corrects, kind: 'stage', was: isLeadEvent(target) ? (target.stage ?? null) : null, is: change.stage });
        break;
    }
  }
  return { voided, movedTo, restagedTo, applied: applied.reverse() };
};

/**
 * Ids of events whose word on the stage they left is out of date: the source wrote it while it had the mistake that a
 * correction took back, so that it must not bring the mistake back.
 *
 * @param rows - Facts as they were recorded, those that were voided included.
 */
export const outdatedLeavings = (rows: readonly Row[], { voided, restagedTo }: Corrections): ReadonlySet<string> => {
  const outdated = new Set<string>();
  if (voided.size === 0 && restagedTo.size === 0) return outdated;
  /** By lead, the stage that the source has it in by mistake; null where the event did not say which. */
  const mistaken = new Map<string, StageId | null>();
  for (const { event } of inOrder(rows)) {
    if (!isLeadEvent(event)) continue;
    const { id, leadId, stage, leftStage } = event;
    const mistake = mistaken.get(leadId);
    if (leftStage !== undefined && mistake !== undefined) {
      if (mistake === null || mistake === leftStage) outdated.add(id);
      mistaken.delete(leadId);
    }
    // Work on a lead enters no stage unless it says so.
    if (stage === undefined && isObservation(event.type)) continue;
    if (voided.has(id) || restagedTo.has(id)) mistaken.set(leadId, stage ?? null);
    else mistaken.delete(leadId);
  }
  return outdated;
};

/** An event as corrected. Untouched, it is the same object. */
export const corrected = (event: Event, { movedTo, restagedTo }: Corrections, outdated: ReadonlySet<string>): Event => {
  const at = movedTo.get(event.id);
  const stage = restagedTo.get(event.id);
  const placed = stage === undefined || !isLeadEvent(event) ? event : { ...event, stage };
  const told = outdated.has(event.id) && isLeadEvent(placed) ? withoutLeaving(placed) : placed;
  return at === undefined ? told : atMoment(told, at);
};

const withoutLeaving = (event: LeadEvent): Event => {
  const { leftStage: _leftStage, ...rest } = event;
  return rest;
};

/** An event at the moment that it happened at after all, which is exact: it is not known to the day only any more. */
const atMoment = (event: Event, at: Instant): Event => {
  const { precision: _precision, zone: _zone, ...rest } = event;
  // It was known when it was first said to have happened, whatever it was moved to.
  return { ...rest, at, knownAt: event.knownAt ?? event.at };
};

/** Why a correction of an event cannot do anything, or null where it can. */
const noEffect = (target: Event, kind: 'void' | 'at' | 'stage', recordedLater: boolean): string | null => {
  switch (target.type) {
    case 'erasure':
      return 'what was erased does not come back';
    case 'correction':
      if (recordedLater) return 'a correction is corrected by a later one only';
      return withoutPlace(kind, 'corrections');
    case 'merge':
      return withoutPlace(kind, 'merges');
    default:
      return kind === 'stage' && !isLeadEvent(target) ? 'by an event of its type no lead enters a stage' : null;
  }
};

const withoutPlace = (kind: 'void' | 'at' | 'stage', directives: string): string | null => {
  if (kind === 'void') return null;
  return kind === 'at' ? `${directives} have no time that counts` : `${directives} enter no stage`;
};
