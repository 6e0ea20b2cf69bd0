import type { Instant } from '../kernel/instant.js';
import type { Issue } from '../kernel/issue.js';
import type { Event } from '../vocabulary/event.js';
import { lifecycleIssue } from './issues.js';
import type { Row } from './log.js';

/** What the corrections of a log come to. */
export interface Corrections {
  /** Ids of events, corrections and merges that never were. */
  readonly voided: ReadonlySet<string>;
  /** When an event happened after all, by its id. */
  readonly movedTo: ReadonlyMap<string, Instant>;
}

/**
 * Gather corrections from the last to the first, so that the last one of an event decides, and one that was itself
 * voided by a later one has no say.
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
  const decided = new Set<string>();
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
    if (because !== null) report(lifecycleIssue('correction_without_effect', { correction, corrects, because }, [row]));
    else if (!decided.has(corrects)) {
      decided.add(corrects);
      if (change.kind === 'void') voided.add(corrects);
      else movedTo.set(corrects, change.at);
    }
  }
  return { voided, movedTo };
};

/** An event at the moment that it happened at after all, which is exact: it is not known to the day only any more. */
export const atMoment = (event: Event, at: Instant): Event => {
  const { precision: _precision, zone: _zone, ...rest } = event;
  // It was known when it was first said to have happened, whatever it was moved to.
  return { ...rest, at, knownAt: event.knownAt ?? event.at };
};

/** Why a correction of a directive cannot do anything, or null where it can. */
const noEffect = ({ type }: Event, kind: 'void' | 'at', recordedLater: boolean): string | null => {
  switch (type) {
    case 'erasure':
      return 'what was erased does not come back';
    case 'correction':
      if (recordedLater) return 'a correction is corrected by a later one only';
      return kind === 'at' ? 'corrections have no time that counts' : null;
    case 'merge':
      return kind === 'at' ? 'merges have no time that counts' : null;
    default:
      return null;
  }
};
