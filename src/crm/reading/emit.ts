import type { Issue } from '../../kernel/issue.js';
import { safeParseEvent, type Event } from '../../vocabulary/event.js';
import { isAttributeName, splitField, type EventFields } from '../mapping/event-fields.js';
import { crmIssue } from '../issues.js';
import type { Rule } from '../mapping/mapping.js';
import { cellOf, readCell, type Reading, type Row, type WallClocks } from './read-cell.js';
import { templateColumns, type Condition, type Source } from '../mapping/source.js';

/** Whether a condition holds of a row. */
export const holds = (row: Row, condition: Condition): boolean => {
  const text = cellOf(row, condition.column);
  switch (condition.is) {
    case 'present':
      return text !== null;
    case 'absent':
      return text === null;
    case 'equal':
      return text === condition.value;
    case 'not':
      return text !== condition.value;
    case 'one_of':
      return text !== null && condition.values.includes(text);
    case 'none_of':
      return text === null || !condition.values.includes(text);
  }
};

/** What rows are read against: the events' fields, the zones' clocks, and the columns left out on purpose. */
export interface Desk {
  readonly fields: EventFields;
  readonly clocks: WallClocks;
  readonly ignored: ReadonlySet<string>;
}

/**
 * The event that a rule makes of a row.
 *
 * @param seq - The place of its rule at one and the same moment, unless the rule fills `seq`.
 * @param leftOver - Filled columns that no rule which took this row reads: they become attributes.
 */
export const emit = (rule: Rule, row: Row, seq: number, leftOver: readonly string[], desk: Desk): Event | readonly Issue[] => {
  const filled = new Map<string, unknown>();
  const unread = new Set<string>();
  const issues: Issue[] = [];
  const put = (field: string, value: unknown): void => {
    const first = filled.get(field);
    if (first !== undefined && first !== value) issues.push(crmIssue('contradiction', { field, first, second: value }, [rule.id, field]));
    else filled.set(field, value);
  };
  const putAttribute = (column: string, name: string): void => {
    if (isAttributeName(name)) put(`attributes.${name}`, cellOf(row, column));
    else issues.push(crmIssue('column_name', { column }, [column]));
  };

  const type = typeOf(rule, row, desk);
  if (typeof type !== 'string') return type;
  const known = desk.fields.get(type);
  for (const [field, source] of Object.entries(rule.set)) {
    const [root] = splitField(field);
    if ('prefix' in source) {
      for (const column of Object.keys(row.cells)) {
        if (!column.startsWith(source.prefix) || desk.ignored.has(column) || cellOf(row, column) === null) continue;
        const name = column.slice(source.prefix.length);
        if (known?.has(root) === false) issues.push(crmIssue('field_not_of_event', { field, type, column }, [column]));
        else if (isAttributeName(name)) put(`${root}.${name}`, cellOf(row, column));
        else issues.push(crmIssue('column_name', { column }, [column]));
      }
      continue;
    }
    const reading = valueOf(source, row, desk);
    if (reading === null) continue;
    if (known?.has(root) === false) {
      const column = 'column' in source ? source.column : null;
      if ('column' in source && source.elsewhere === 'attributes') putAttribute(source.column, source.column);
      else issues.push(crmIssue('field_not_of_event', { field, type, column }, [column ?? rule.id]));
    } else if ('issues' in reading) {
      issues.push(...reading.issues);
      unread.add(field);
    } else {
      put(field, reading.value);
      if (reading.dayIn === undefined) continue;
      put('precision', 'day');
      put('zone', reading.dayIn);
    }
  }
  if (!filled.has('seq') && !unread.has('seq')) put('seq', seq);
  for (const column of leftOver) putAttribute(column, column);

  const event = safeParseEvent(nested(new Map([['type', type], ...filled])));
  if (event.ok) return issues.length === 0 ? event.value : issues;
  // A field that could not be read is not missing besides.
  const more = event.issues.filter((issue) => !unread.has(issue.path.join('.')));
  return [...issues, ...more.map((issue) => ({ ...issue, path: [rule.id, ...issue.path] }))];
};

const typeOf = (rule: Rule, row: Row, desk: Desk): string | readonly Issue[] => {
  if (typeof rule.type === 'string') return rule.type;
  const reading = valueOf(rule.type, row, desk);
  if (reading !== null && 'issues' in reading) return reading.issues;
  return typeof reading?.value === 'string' ? reading.value : '';
};

/** The value of a source, null where it has none in this row. */
const valueOf = (source: Exclude<Source, { readonly prefix: string }>, row: Row, desk: Desk): Reading | null => {
  if ('value' in source) return { value: source.value };
  if ('column' in source) {
    const text = cellOf(row, source.column);
    return text === null ? null : readCell(source, text, row, desk.clocks);
  }
  const cells = new Map(templateColumns(source.template).map((column) => [column, cellOf(row, column)]));
  if ([...cells.values()].includes(null)) return null;
  return { value: source.template.replace(/\{([^{}]+)\}/g, (_, column: string) => cells.get(column) ?? '') };
};

/** `by.party` and its like, as records in the event. */
const nested = (filled: ReadonlyMap<string, unknown>): unknown => {
  const roots = new Map<string, unknown>();
  const records = new Map<string, [string, unknown][]>();
  for (const [field, value] of filled) {
    const [root, part] = splitField(field);
    if (part === null) roots.set(root, value);
    else records.set(root, [...(records.get(root) ?? []), [part, value]]);
  }
  for (const [root, parts] of records) roots.set(root, Object.fromEntries(parts));
  return Object.fromEntries(roots);
};
