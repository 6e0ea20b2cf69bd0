import type { Instant } from '../../kernel/instant.js';
import type { Issue } from '../../kernel/issue.js';
import type { CorrectionEvent, ErasureEvent, Event, MergeEvent } from '../../vocabulary/event.js';
import { correctionsOf, type Corrections } from './correction.js';
import { lifecycleIssue } from '../issues.js';
import { listing, type Listed } from './listed.js';
import { inOrder } from './order.js';
import type { Row } from './row.js';
import { sameContent } from './same.js';

/** A row whose id was read before. */
export interface Duplicate {
  readonly event: string;
  readonly row: number;
  /** The row that counts. */
  readonly firstRow: number;
  /** Whether it says the same. */
  readonly same: boolean;
}

/** What the rows of a log that were known by a moment say: which of them count, and what they say of each other. */
export interface Learned {
  /** Rows that are no directives, each id once, in the order of the rows. */
  readonly facts: readonly Row[];
  readonly corrections: Corrections;
  /** Merges that no correction took back, in order. */
  readonly merges: readonly Row[];
  /** How many corrections, merges and erasures there are. */
  readonly directives: number;
  readonly duplicates: Listed<Duplicate>;
  readonly conflicts: number;
  /** Rows that were not known yet. */
  readonly unknown: number;
}

type Directive = CorrectionEvent | MergeEvent | ErasureEvent;
const isDirective = (event: Event): event is Directive => event.type === 'correction' || event.type === 'merge' || event.type === 'erasure';

/** Read the rows known before a moment. Erasures are read whenever they were recorded. */
export const learnedBy = (events: readonly Event[], knownBy: Instant, report: (notice: Issue) => void): Learned => {
  const first = new Map<string, Row>();
  const facts: Row[] = [];
  const directives: Row[] = [];
  const duplicates = listing<Duplicate>();
  let [unknown, conflicts] = [0, 0];

  events.forEach((event, row) => {
    if (event.type !== 'erasure' && (event.knownAt ?? event.at) >= knownBy) {
      unknown += 1;
      return;
    }
    const before = first.get(event.id);
    if (before === undefined) {
      const read = { row, event };
      first.set(event.id, read);
      (isDirective(event) ? directives : facts).push(read);
      return;
    }
    const same = sameContent(event, before.event);
    duplicates.add({ event: event.id, row, firstRow: before.row, same });
    if (same) return;
    conflicts += 1;
    report(lifecycleIssue('conflicting_duplicate', { event: event.id, firstRow: before.row }, [row]));
  });

  const inTurn = inOrder(directives);
  const corrections = correctionsOf(inTurn, (id) => first.get(id)?.event, report);
  const merges = inTurn.filter(({ event }) => event.type === 'merge' && !corrections.voided.has(event.id));
  return { facts, corrections, merges, directives: directives.length, duplicates: duplicates.list(), conflicts, unknown };
};
