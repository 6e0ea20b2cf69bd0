import { LONGEST_DAY_MS } from '../../kernel/day-end.js';
import type { Issue } from '../../kernel/issue.js';
import { nearest } from '../../kernel/nearest.js';
import { toIso } from '../../kernel/instant.js';
import type { Event } from '../../vocabulary/event.js';
import type { AppliedCorrection } from './correction.js';
import type { Duplicate } from './learned.js';
import type { Listed } from './listed.js';
import { compareMoments, leadOf, type Row } from './row.js';
import { lifecycleIssue } from '../issues.js';

/** Two leads that became one. */
export interface AppliedMerge {
  readonly merge: string;
  readonly from: string;
  readonly into: string;
  /** The lead that they are in the end, after the merges of merges. */
  readonly home: string;
  /** How many events went along. */
  readonly events: number;
}

/** An erasure that holds. */
export interface AppliedErasure {
  readonly erasure: string;
  readonly of: 'lead' | 'person';
  /** What the lead or person goes by in the log. */
  readonly name: string;
  /** How many events of the log are about it. */
  readonly events: number;
}

/** What was done to put a log in order. Erased leads and people go by their names here too. */
export interface LogReport {
  readonly merges: Listed<AppliedMerge>;
  /** Each with what was recorded and what is so. One that a later correction overruled is not among them. */
  readonly corrections: Listed<AppliedCorrection>;
  readonly erasures: Listed<AppliedErasure>;
  readonly duplicates: Listed<Duplicate>;
  /** Events recorded after they happened, and the longest that this took. */
  readonly late: { readonly count: number; readonly longestMs: number };
  /** Rows that stood after a row of the same lead that happened later. */
  readonly outOfOrder: number;
  /** Events whose place before or after another of the same lead is only a convention. */
  readonly ties: number;
}

/**
 * How late events were recorded, by their own `knownAt`. One that is known to the day only is late once its day must be
 * over, 25 hours after it began. An event known before it happened is reported: no planned moment is meant by `at`.
 */
export const lateness = (rows: readonly Row[], report: (notice: Issue) => void): LogReport['late'] => {
  let [count, longestMs] = [0, 0];
  for (const { row, event } of rows) {
    if (event.knownAt === undefined) continue;
    const delay = event.knownAt - event.at;
    if (delay < 0) report(lifecycleIssue('known_before_it_happened', { event: event.id, at: toIso(event.at), knownAt: toIso(event.knownAt) }, [row]));
    if (delay <= (event.precision === 'day' ? LONGEST_DAY_MS : 0)) continue;
    count += 1;
    longestMs = Math.max(longestMs, delay);
  }
  return { count, longestMs };
};

/** How many rows stood after a row of the same lead that happened later. Rows come in the order in which they stood. */
export const outOfOrder = (rows: readonly Row[]): number => {
  const isLater = ({ event }: Row, i: number): boolean => {
    const before = rows[i - 1];
    return before === undefined || compareMoments(before.event, event) <= 0;
  };
  if (rows.every(isLater)) return 0;
  const latest = new Map<string, Event>();
  // Logs are often grouped by lead: then the latest is at hand.
  let [whose, before, count] = ['', undefined as Event | undefined, 0];
  for (const { event } of rows) {
    const leadId = leadOf(event);
    if (leadId === undefined) continue;
    if (leadId !== whose) {
      if (before !== undefined) latest.set(whose, before);
      whose = leadId;
      before = latest.get(leadId);
    }
    if (before !== undefined && compareMoments(before, event) > 0) count += 1;
    else before = event;
  }
  return count;
};

/** Report each lead of the log that the host does not know, once, with its first row. */
export const reportUnknownLeads = (rows: readonly Row[], isKnown: (leadId: string) => boolean, leads: ReadonlySet<string>, report: (notice: Issue) => void): void => {
  const unknown = new Map<string, { readonly row: number; events: number }>();
  for (const { row, event } of rows) {
    const leadId = leadOf(event);
    if (leadId === undefined) continue;
    const found = unknown.get(leadId);
    if (found !== undefined) found.events += 1;
    else if (!isKnown(leadId)) unknown.set(leadId, { row, events: 1 });
  }
  const suggest = suggestions(leads);
  for (const [leadId, { row, events }] of unknown) {
    report(lifecycleIssue('unknown_lead', { leadId, events, suggestion: suggest(leadId) }, [row]));
  }
};

/** Letters compared before it is given up to look for what was meant: some tenths of a second. */
const LETTERS = 10_000_000;

/** The known id that another most likely meant, as long as looking for it is cheap. */
const suggestions = (known: ReadonlySet<string>): ((id: string) => string | null) => {
  let left = LETTERS;
  let candidates: readonly string[] | undefined;
  let letters = 0;
  return (id) => {
    if (candidates === undefined) {
      candidates = [...known];
      for (const candidate of candidates) letters += Math.min(candidate.length, 64);
    }
    left -= letters * Math.min(id.length, 64);
    return left < 0 ? null : nearest(id, candidates);
  };
};
