import { groupBy } from '../../kernel/group.js';
import { toIso } from '../../kernel/instant.js';
import type { Issue } from '../../kernel/issue.js';
import { nearest } from '../../kernel/nearest.js';
import { fail, ok, type Result } from '../../kernel/result.js';
import { readWith } from '../../kernel/schema.js';
import type { AttributeValue } from '../../vocabulary/words.js';
import { holds } from '../reading/emit.js';
import { planIssues } from './check.js';
import { fieldUpdateIssue } from './issues.js';
import { FieldUpdatePlan } from './plan.js';
import { tablesOf, type Move, type UpdateTable } from './table.js';
import type { Learned } from './learned.js';
import { cellOf, readCell, wallClocks, type Row } from '../reading/read-cell.js';
import { toSalesforceId } from '../salesforce/record-id.js';

/** One cell of the CRM that is to change: what it holds, what it should, and why. */
export interface FieldChange {
  readonly object: string;
  /** The record's id as the CRM's row has it. */
  readonly record: string;
  /** The line of its row in what was handed in. */
  readonly line: number;
  readonly column: string;
  readonly was: string | null;
  readonly now: string | null;
  readonly why: readonly string[];
}

/** Something learned that does not go into the CRM, and why. */
export interface NotUpdated {
  readonly learned: Learned;
  readonly object: string | null;
  readonly issue: Issue;
}

/** What is to be loaded, what a person reviews before, and what is left out. */
export interface FieldUpdates {
  readonly tables: readonly UpdateTable[];
  readonly changes: readonly FieldChange[];
  readonly leftOut: readonly NotUpdated[];
}

type PlannedObject = FieldUpdatePlan['objects'][number];
type PlannedField = PlannedObject['fields'][number];

/** The current rows of an object by id, in the one spelling in which ids are compared. */
type Rows = ReadonlyMap<string, readonly [Row, ...Row[]]>;

interface Proposal {
  readonly object: PlannedObject;
  readonly field: PlannedField;
  readonly row: Row;
  readonly record: string;
  readonly now: string | null;
  readonly learned: Learned;
}

/**
 * What was learned as field updates in the CRM's own column names and words: only cells that change, each with what it
 * holds now and why it should not. Everything learned is in `changes` or, with its reason, in `leftOut`.
 *
 * A cell that a CRM lets move forward only (HubSpot's lifecycle stage) and that has to go back becomes two rows: emptied in
 * request 1, set in request 2. Salesforce ids of 15 and of 18 characters are the same record.
 *
 * Fails where the plan does not fit the rows: `input.*`, `crm.update_twice`, `crm.update_rows_missing`,
 * `crm.update_column_missing`, `crm.update_through_unplanned`. Reasons to leave something out: `crm.update_not_planned`, `crm.update_value_not_mapped`,
 * `crm.update_record_unknown`, `crm.update_record_twice`, `crm.update_locked`, `crm.update_changed_since`,
 * `crm.update_change_unknown`, `crm.update_nothing_changed`, `crm.update_conflict`.
 *
 * @param current - The CRM's rows as they are now, by object: a fresh export of the columns that the plan names.
 * @example
 * ```ts
 * import { fieldUpdates } from 'revpact/crm';
 *
 * const plan = { id: 'icp', objects: [{ object: 'Lead', idColumn: 'Id', fields: [{ field: 'industry', column: 'Industry' }] }] };
 * const learned = [{ record: 'l1', field: 'industry', value: 'Steel', why: 'said on the call of 31 March' }];
 * const updates = fieldUpdates(plan, learned, { Lead: [{ line: 2, cells: { Id: 'l1', Industry: 'Retail' } }] });
 * updates.ok && updates.value.tables // => [{ object: 'Lead', request: 1, header: ['Id', 'Industry'], rows: [['l1', 'Steel']] }]
 * ```
 */
export const fieldUpdates = (
  plan: FieldUpdatePlan,
  learned: readonly Learned[],
  current: Readonly<Record<string, readonly Row[]>>,
): Result<FieldUpdates> => {
  const read = readWith(FieldUpdatePlan, plan);
  if (!read.ok) return read;
  const { objects } = read.value;
  const wrong = planIssues(objects, current);
  if (wrong.length > 0) return fail(wrong);

  const tables = new Map(objects.map((object): [string, Rows] => [object.object, byId(current[object.object] ?? [], object.idColumn)]));
  const prefixes = objects.flatMap(({ idPrefix }) => idPrefix ?? []);
  const leftOut: NotUpdated[] = [];
  const proposals: Proposal[] = [];
  for (const one of learned) {
    const found = objects.flatMap((object) => object.fields.filter(({ field }) => field === one.field).map((field) => ({ object, field })));
    const meant = found.filter(({ field, object }) => crmValue(field, one.value) !== undefined && concerns(object, one.record, prefixes));
    if (meant.length === 0) leftOut.push({ learned: one, object: null, issue: unplaced(objects, one, found.length > 0, prefixes) });
    for (const { object, field } of meant) {
      const proposal = propose(object, field, one, tables, objects);
      if ('issue' in proposal) leftOut.push(proposal);
      else proposals.push(proposal);
    }
  }

  const changes: FieldChange[] = [];
  const moves: Move[] = [];
  for (const same of groupBy(proposals, ({ object, record, field }) => JSON.stringify([object.object, record, field.column])).values()) {
    const [{ object, field, row, record, now }] = same;
    const values = [...new Set(same.map((one) => one.now ?? ''))];
    if (values.length > 1) {
      const issue = fieldUpdateIssue('update_conflict', { column: field.column, values });
      leftOut.push(...same.map((one) => ({ learned: one.learned, object: object.object, issue })));
      continue;
    }
    const was = cellOf(row, field.column);
    changes.push({ object: object.object, record, line: row.line, column: field.column, was, now, why: same.map((one) => one.learned.why) });
    const places = [was, now].map((value) => (value === null ? -1 : (field.forwardOnly?.indexOf(value) ?? -1)));
    const [before = -1, after = -1] = places;
    const back = before >= 0 && after >= 0 && after < before;
    if (back) moves.push({ object, record, column: field.column, now: null, request: 1 });
    moves.push({ object, record, column: field.column, now, request: back ? 2 : 1 });
  }
  return ok({ tables: tablesOf(moves), changes, leftOut });
};

const keyOf = (id: string): string => toSalesforceId(id);

const byId = (rows: readonly Row[], idColumn: string): Rows =>
  groupBy(rows.filter((row) => cellOf(row, idColumn) !== null), (row) => keyOf(cellOf(row, idColumn) ?? ''));

/** Whether an object is where a record of ours may be found: one without a prefix leaves those to the others that have it. */
const concerns = ({ idPrefix }: PlannedObject, record: string, prefixes: readonly string[]): boolean =>
  idPrefix === undefined ? !prefixes.some((prefix) => record.startsWith(prefix)) : record.startsWith(idPrefix);

/** The CRM's word; null to empty the cell; undefined where the plan has none. */
const crmValue = ({ values }: PlannedField, value: AttributeValue): string | null | undefined => {
  const text = value === null ? '' : String(value);
  // No text is no value: a cell that is empty on purpose is written as the plan's blank.
  if (text === '') return null;
  if (values === undefined) return text;
  return Object.hasOwn(values, text) ? values[text] || null : undefined;
};

const unplaced = (objects: readonly PlannedObject[], { field, value, record }: Learned, planned: boolean, prefixes: readonly string[]): Issue => {
  const known = [...new Set(objects.flatMap((object) => object.fields.map((one) => one.field)))];
  if (!planned) return fieldUpdateIssue('update_not_planned', { field, suggestion: nearest(field, known) });
  const ours = objects.filter((object) => concerns(object, record, prefixes)).map(({ object }) => object);
  return ours.length === 0
    ? fieldUpdateIssue('update_record_unknown', { object: objects.map(({ object }) => object).join(', '), record })
    : fieldUpdateIssue('update_value_not_mapped', { value: String(value).slice(0, 60) });
};

const propose = (
  object: PlannedObject,
  field: PlannedField,
  learned: Learned,
  tables: ReadonlyMap<string, Rows>,
  objects: readonly PlannedObject[],
): Proposal | NotUpdated => {
  const { object: name, idPrefix, through, lockedWhen } = object;
  const no = (issue: Issue): NotUpdated => ({ learned, object: name, issue });
  const own = idPrefix === undefined ? learned.record : learned.record.slice(idPrefix.length);
  const source = through === undefined ? undefined : objects.find((other) => other.object === through.object && other.through === undefined);
  const between = source === undefined ? undefined : tables.get(source.object)?.get(keyOf(own))?.[0];
  const id = through === undefined ? own : between === undefined ? null : cellOf(between, through.column);
  const rows = id === null ? undefined : tables.get(name)?.get(keyOf(id));
  if (rows === undefined) return no(fieldUpdateIssue('update_record_unknown', { object: name, record: id ?? own }));
  const [row, ...more] = rows;
  const record = cellOf(row, object.idColumn) ?? own;
  if (more.length > 0) return no(fieldUpdateIssue('update_record_twice', { object: name, record, lines: rows.map(({ line }) => line) }));
  if (lockedWhen?.every((condition) => holds(row, condition)) === true) return no(fieldUpdateIssue('update_locked', { object: name, record }));
  const now = crmValue(field, learned.value) ?? null;
  const was = cellOf(row, field.column);
  if (same(was, now, learned.value)) return no(fieldUpdateIssue('update_nothing_changed', { column: field.column, value: was ?? '' }));
  const changed = changedSince(object, row, record, learned);
  return changed === null ? { object, field, row, record, now, learned } : no(changed);
};

/** Why what was learned may be older than the record, where the plan asks for that. */
const changedSince = ({ object, changedColumn }: PlannedObject, row: Row, record: string, { at }: Learned): Issue | null => {
  if (changedColumn === undefined) return null;
  const text = cellOf(row, changedColumn);
  const reading = text === null ? null : readCell({ column: changedColumn, as: 'instant' }, text, row, wallClocks());
  const changed = reading !== null && 'value' in reading && typeof reading.value === 'number' ? reading.value : null;
  if (changed === null || at === undefined) return fieldUpdateIssue('update_change_unknown', { object, record });
  return changed > at ? fieldUpdateIssue('update_changed_since', { object, record, changed: toIso(changed) }) : null;
};

/** Whether a cell says it already: numbers as numbers (`250.0`), check boxes in any case. */
const same = (was: string | null, now: string | null, value: AttributeValue): boolean => {
  if (was === now || was === null || now === null) return was === now;
  if (typeof value === 'number') return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(was) && Number(was) === value;
  return typeof value === 'boolean' && was.toLowerCase() === now.toLowerCase();
};
