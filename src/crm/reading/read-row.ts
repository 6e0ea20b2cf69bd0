import type { Issue } from '../../kernel/issue.js';
import type { Event } from '../../vocabulary/event.js';
import { emit, holds, type Desk } from './emit.js';
import { eventFields } from '../mapping/event-fields.js';
import { crmIssue } from '../issues.js';
import type { Mapping, Rule } from '../mapping/mapping.js';
import { cellIssues, cellOf, wallClocks, type Row } from './read-cell.js';
import type { ReadRow } from './row-outcome.js';
import { columnsOf } from '../mapping/source.js';

/** A rule, and which columns it reads. */
export interface Taker {
  readonly rule: Rule;
  readonly reads: (column: string) => boolean;
}

/** A mapping with everything that its rows are read against. */
export interface Plan {
  readonly mapping: Mapping;
  readonly takers: readonly Taker[];
  readonly desk: Desk;
}

export const planOf = (mapping: Mapping): Plan => ({
  mapping,
  takers: mapping.rules.map((rule) => ({ rule, reads: readsOf(rule) })),
  desk: { fields: eventFields(), clocks: wallClocks(), ignored: new Set(mapping.ignoreColumns) },
});

/** The rules that take a row. */
export const takersOf = ({ takers }: Plan, row: Row): readonly Taker[] =>
  takers.filter(({ rule }) => (rule.when ?? []).every((condition) => holds(row, condition)));

/** Filled columns that no rule which took the row reads, and that are not left out. */
export const leftOverOf = ({ desk }: Plan, taking: readonly Taker[], row: Row): readonly string[] =>
  Object.keys(row.cells).filter(
    (column) => cellOf(row, column) !== null && !desk.ignored.has(column) && !taking.some(({ reads }) => reads(column)),
  );

/** What becomes of a row: the definition, which every faster way must agree with. */
export const readRow = (plan: Plan, row: Row): ReadRow => {
  const leaving = (plan.mapping.ignoreRows ?? []).find((rule) => rule.when.every((condition) => holds(row, condition)));
  if (leaving !== undefined) return { kind: 'ignored', row: { line: row.line, rule: leaving.id } };
  const made = eventsOf(plan, row);
  return 'events' in made ? { kind: 'accepted', events: made.events } : { kind: 'rejected', row: { line: row.line, issues: made.issues, cells: row.cells } };
};

/** All the events of a row, or all that is wrong with it. */
const eventsOf = (plan: Plan, row: Row): { readonly events: readonly Event[] } | { readonly issues: readonly Issue[] } => {
  const wrong = cellIssues(row, plan.desk.ignored);
  if (wrong.length > 0) return { issues: wrong };
  const { firstSeq = 0, rules } = plan.mapping;
  const taking = takersOf(plan, row);
  if (taking.length === 0) return { issues: [crmIssue('no_rule', { rules: rules.length })] };
  const leftOver = leftOverOf(plan, taking, row);
  const made = taking.map((taker) => emit(taker.rule, row, firstSeq + rules.indexOf(taker.rule), leftOver, plan.desk));
  const issues = made.flatMap((one) => ('type' in one ? [] : one));
  return issues.length > 0 ? { issues } : { events: made.flatMap((one) => ('type' in one ? [one] : [])) };
};

/** Whether a rule reads a column. */
const readsOf = (rule: Rule): ((column: string) => boolean) => {
  const sources = [...Object.values(rule.set), ...(typeof rule.type === 'object' ? [rule.type] : [])];
  const columns = new Set(sources.flatMap((source) => columnsOf(source).map(({ column }) => column)));
  const prefixes = sources.flatMap((source) => ('prefix' in source ? [source.prefix] : []));
  return (column) => columns.has(column) || prefixes.some((prefix) => column.startsWith(prefix));
};
