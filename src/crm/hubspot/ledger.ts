import type { Issue } from '../../kernel/issue.js';
import { safeParseEvent, type Event } from '../../vocabulary/event.js';
import type { AttributeValue } from '../../vocabulary/words.js';
import type { RowOutcome } from '../crm-import.js';
import { cellOf, type Row } from '../reading/read-cell.js';
import type { HubspotRule } from './rules.js';
import type { HubspotTable } from './tables.js';

/** An event in the making. Whose history it stands in says which properties it takes along. */
export interface Draft {
  /** `contact/1`, `deal/2`: the record whose properties go with it; null where its own row has them. */
  readonly subject: string | null;
  readonly input: Record<string, unknown> & { id: string; type: string; at: number; seq: number };
  readonly attributes: Record<string, AttributeValue>;
  /** What it became without its attributes, once that was asked. */
  event?: Event;
}

/** A row, and what became of it so far. Exactly one thing is decided of each: used, left out by a rule, or refused. */
export interface Entry {
  readonly table: HubspotTable;
  /** As it came. */
  readonly row: Row;
  /** Under our names for its columns. */
  readonly read: Row;
  readonly drafts: Draft[];
  readonly notices: Issue[];
  readonly issues: Issue[];
  rule: string | null;
  used: boolean;
}

/** Whether nothing is decided of a row yet. */
export const isOpen = (entry: Entry): boolean => entry.issues.length === 0 && entry.rule === null && !entry.used;

/** The text of a cell by our name for its column. */
export const text = (entry: Entry, column: string): string | null => cellOf(entry.read, column);

/** The first of several cells that is filled. */
export const firstText = (entry: Entry, columns: readonly string[]): string | null => {
  for (const column of columns) {
    const found = text(entry, column);
    if (found !== null) return found;
  }
  return null;
};

export const use = (entry: Entry, ...notices: readonly Issue[]): void => {
  entry.used = true;
  entry.notices.push(...notices);
};

export const leaveOut = (entry: Entry, rule: HubspotRule): void => {
  entry.rule ??= rule;
};

export const refuse = (entry: Entry, ...issues: readonly Issue[]): void => {
  entry.issues.push(...issues);
};

/** Names as they come, and numbered from the second on: exports that cut moments to the second tell several changes of one. */
export const uniqueNames = (): ((name: string) => string) => {
  const known = new Map<string, number>();
  return (name) => {
    const times = (known.get(name) ?? 0) + 1;
    known.set(name, times);
    return times === 1 ? name : `${name}:${String(times)}`;
  };
};

/** Refuse a row that would make an event that is none, before other rows' properties go along with it. */
export const refuseNoEvents = (entry: Entry): void => {
  if (entry.issues.length > 0) return;
  for (const draft of entry.drafts) {
    const read = safeParseEvent(draft.input);
    if (read.ok) draft.event = read.value;
    else refuse(entry, ...read.issues.map((issue) => ({ ...issue, path: [draft.input.type, ...issue.path] })));
  }
};

/** The outcome of a row. An event that is none refuses its row, with all its events. */
export const outcomeOf = (entry: Entry): RowOutcome => {
  const { row, issues, rule, drafts, notices } = entry;
  if (issues.length > 0) return { row, issues };
  const events: Event[] = [];
  const wrong: Issue[] = [];
  for (const { input, attributes, event } of drafts) {
    if (event !== undefined && Object.keys(attributes).length === 0) {
      events.push(event);
      continue;
    }
    const read = safeParseEvent({ ...input, attributes });
    if (read.ok) events.push(read.value);
    else wrong.push(...read.issues.map((issue) => ({ ...issue, path: [input.type, ...issue.path] })));
  }
  if (wrong.length > 0) return { row, issues: wrong };
  if (events.length === 0 && rule !== null) return { row, rule };
  if (events.length === 0 && !entry.used) throw new Error(`line ${String(row.line)} of ${entry.table} was left undecided`);
  return notices.length === 0 ? { row, events } : { row, events, notices };
};
