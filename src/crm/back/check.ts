import type { Issue, Path } from '../../kernel/issue.js';
import { nearest } from '../../kernel/nearest.js';
import { fieldUpdateIssue } from './issues.js';
import type { FieldUpdatePlan } from './plan.js';
import type { Row } from '../reading/read-cell.js';

type PlannedObject = FieldUpdatePlan['objects'][number];

/** What of a plan contradicts itself, or does not fit the rows that the CRM has now. */
export const planIssues = (objects: readonly PlannedObject[], current: Readonly<Record<string, readonly Row[]>>): readonly Issue[] => [
  ...twice(objects),
  ...objects.flatMap((object, i) => missing(object, objects, current, ['objects', i])),
];

const twice = (objects: readonly PlannedObject[]): readonly Issue[] => {
  const seen = new Set<string>();
  return objects.flatMap(({ object, idPrefix = '', through, fields }, i) =>
    fields.flatMap(({ field, column }, j) => {
      const key = JSON.stringify([object, idPrefix, through?.object, through?.column, field, column]);
      if (seen.has(key)) return [fieldUpdateIssue('update_twice', { object, column, field }, ['objects', i, 'fields', j])];
      seen.add(key);
      return [];
    }),
  );
};

const missing = (object: PlannedObject, objects: readonly PlannedObject[], current: Readonly<Record<string, readonly Row[]>>, path: Path): readonly Issue[] => {
  const lacks = (name: string, columns: readonly string[]): readonly Issue[] => {
    const rows = Object.hasOwn(current, name) ? current[name] : undefined;
    if (rows === undefined) return [fieldUpdateIssue('update_rows_missing', { object: name }, path)];
    if (rows.length === 0) return [];
    const header = new Set(rows.flatMap(({ cells }) => Object.keys(cells)));
    return columns
      .filter((column) => !header.has(column))
      .map((column) => fieldUpdateIssue('update_column_missing', { object: name, column, suggestion: nearest(column, [...header]) }, path));
  };
  const { idColumn, through, lockedWhen = [], changedColumn, fields } = object;
  const changed = changedColumn === undefined ? [] : [changedColumn];
  return [
    ...lacks(object.object, [idColumn, ...lockedWhen.map(({ column }) => column), ...changed, ...fields.map(({ column }) => column)]),
    ...(through === undefined ? [] : lacks(through.object, [through.column])),
    ...(through === undefined || objects.some((other) => other.object === through.object && other.through === undefined)
      ? []
      : [fieldUpdateIssue('update_through_unplanned', { object: through.object }, [...path, 'through'])]),
  ];
};
