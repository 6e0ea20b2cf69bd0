import * as z from 'zod';
import { nearest } from '../../kernel/nearest.js';
import { fail, ok, type Result } from '../../kernel/result.js';
import type { Issue, Path } from '../../kernel/issue.js';
import { readWith, schema } from '../../kernel/schema.js';
import { EventType } from '../../vocabulary/event.js';
import { Id, Words } from '../../vocabulary/words.js';
import { eventFields, fieldNames, isField, splitField, type EventFields } from './event-fields.js';
import { crmIssue } from '../issues.js';
import { ColumnSource, columnsOf, Condition, Header, Source } from './source.js';

const ruleShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    /** The event's type, or the column that holds it. */
    type: z.union([EventType, ColumnSource]),
    /** All must hold; a rule without conditions takes every row. */
    when: z.array(Condition).max(50).readonly().exactOptional(),
    /** Event field → where its value comes from. A part of a record is written `by.party`, `attributes.industry`. */
    set: z.record(z.string().min(1).max(250), Source),
  }),
);
/** How one row becomes one event. Every rule that takes a row makes an event of it. */
export interface Rule extends z.infer<typeof ruleShape> {}

const mappingShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    title: Words.exactOptional(),
    /** Rows left out on purpose, by the first of these whose conditions all hold, before any rule is asked. */
    ignoreRows: z
      .array(z.strictObject({ id: Id, when: z.array(Condition).min(1).max(50).readonly(), why: Words }))
      .max(100)
      .readonly()
      .exactOptional(),
    /**
     * Columns left out on purpose. Others that no rule reads become attributes of the row's events. A condition may still
     * ask about them; a rule that reads one is an issue.
     */
    ignoreColumns: z.array(Header).max(2000).readonly().exactOptional(),
    /**
     * The `seq` of the first rule's events where they have none of their own, one more for each rule after it; 0 where
     * absent. Of two exports, the one whose events come second at one and the same moment begins higher, by at least the
     * number of the other's rules.
     */
    firstSeq: z.int().min(0).exactOptional(),
    rules: z.array(ruleShape).min(1).max(100).readonly(),
  }),
);
/** How the rows of one export become events: plain data, so that both sides can read and approve it. */
export interface Mapping extends z.infer<typeof mappingShape> {}
export const Mapping: z.ZodType<Mapping> = mappingShape;

/**
 * Read a mapping, and check it against the events it means to make.
 *
 * Issues besides `input.*`: `crm.unknown_field`, `crm.field_not_of_type`, `crm.reading_misplaced`, `crm.column_ignored`,
 * `crm.duplicate_id`.
 */
export const safeParseMapping = (input: unknown): Result<Mapping> => {
  const read = readWith(Mapping, input);
  if (!read.ok) return read;
  const fields = eventFields();
  const { ignoreRows = [], rules } = read.value;
  const named = [
    ...ignoreRows.map(({ id }, i): [string, Path] => [id, ['ignoreRows', i, 'id']]),
    ...rules.map(({ id }, i): [string, Path] => [id, ['rules', i, 'id']]),
  ];
  const issues = named.flatMap(([id, path], nth) =>
    named.findIndex(([other]) => other === id) < nth ? [crmIssue('duplicate_id', { id }, path)] : [],
  );
  rules.forEach((rule, i) => {
    for (const [field, source] of Object.entries(rule.set))
      issues.push(...fieldIssues(rule, field, source, fields, ['rules', i, 'set', field]));
  });
  issues.push(...ignoredAndRead(read.value));
  return issues.length === 0 ? ok(read.value) : fail(issues);
};

/** Columns left out that a rule reads by name: one of the two is not meant. A prefix reads all of its columns but those left out. */
const ignoredAndRead = ({ rules, ignoreColumns = [] }: Mapping): Issue[] =>
  ignoreColumns.flatMap((column, i) => {
    const reader = rules.find(({ type, set }) =>
      [...Object.values(set), ...(typeof type === 'object' ? [type] : [])].some((source) => columnsOf(source).some((one) => one.column === column)),
    );
    return reader === undefined ? [] : [crmIssue('column_ignored', { column, rule: reader.id }, ['ignoreColumns', i])];
  });

const fieldIssues = (rule: Rule, field: string, source: Source, fields: EventFields, path: Path): Issue[] => {
  if (!isField(field, fields)) return [crmIssue('unknown_field', { field, suggestion: nearest(field, fieldNames(fields)) }, path)];
  const [root] = splitField(field);
  if (typeof rule.type === 'string' && fields.get(rule.type)?.has(root) !== true) {
    return [crmIssue('field_not_of_type', { field, type: rule.type }, path)];
  }
  const reading = 'prefix' in source ? 'prefix' : 'as' in source ? source.as : null;
  const only = reading === null ? undefined : ONLY_FOR[reading];
  if (only !== undefined && !only.includes(field)) return [crmIssue('reading_misplaced', { reading: reading ?? '', fields: only }, path)];
  if ((field === 'attributes' || field === 'specifics') && reading !== 'prefix') {
    return [crmIssue('unknown_field', { field, suggestion: `${field}.…` }, path)];
  }
  return [];
};

const ONLY_FOR: Readonly<Record<string, readonly string[]>> = {
  date: ['at'],
  moment: ['at'],
  money: ['amount', 'annual'],
  prefix: ['specifics', 'attributes'],
  corrections: ['corrected'],
};

/** The columns of a mapping that a header lacks, except those that it may lack. */
export const missingColumns = (mapping: Mapping, header: readonly string[]): readonly Issue[] => {
  const known = new Set(header);
  const issues = new Map<string, Issue>();
  const need = (column: string, optional: boolean, path: Path): void => {
    if (optional || known.has(column) || issues.has(column)) return;
    issues.set(column, crmIssue('column_missing', { column, suggestion: nearest(column, header) }, path));
  };
  (mapping.ignoreRows ?? []).forEach((rule, i) => {
    for (const { column } of rule.when) need(column, false, ['ignoreRows', i, 'when']);
  });
  mapping.rules.forEach((rule, i) => {
    for (const { column } of rule.when ?? []) need(column, false, ['rules', i, 'when']);
    if (typeof rule.type === 'object') need(rule.type.column, false, ['rules', i, 'type']);
    for (const [field, source] of Object.entries(rule.set)) {
      for (const { column, optional } of columnsOf(source)) need(column, optional, ['rules', i, 'set', field]);
    }
  });
  return [...issues.values()];
};
