import type { Event } from '../../vocabulary/event.js';
import { splitField } from '../mapping/event-fields.js';
import type { Rule } from '../mapping/mapping.js';
import { leftOverOf, takersOf, type Plan } from './read-row.js';
import { cellOf, type Row } from './read-cell.js';
import { templateColumns } from '../mapping/source.js';

/** What flows into an event of a pattern: the text of a cell, what it was read as, or a template of cells. */
export interface Flow {
  readonly root: string;
  /** The name within a record such as `by` or `attributes`; null for a field of the event itself. */
  readonly part: string | null;
  readonly from: { readonly kind: 'text' | 'value'; readonly column: string } | { readonly kind: 'template'; readonly pieces: readonly Piece[] };
}

/** A stretch of a template: letters, or the column whose text stands there. */
export interface Piece {
  readonly text: string;
  readonly column: string | null;
}

/** An event of a pattern: the first that was made, and what is different in the next. */
export interface Recipe {
  readonly first: Event;
  readonly flows: readonly Flow[];
}

/**
 * What flows from a row's cells into each of its events, given the events that the ordinary reading made.
 *
 * @param isConstant - Whether a column's text is the same in every row of the pattern.
 */
export const recipesOf = (plan: Plan, row: Row, events: readonly Event[], isConstant: (column: string) => boolean): readonly Recipe[] => {
  const taking = takersOf(plan, row);
  const leftOver = leftOverOf(plan, taking, row).filter((column) => !isConstant(column));
  return taking.flatMap(({ rule }, i) => {
    const first = events[i];
    if (first === undefined) return [];
    const attributes = leftOver.map((column): Flow => ({ root: 'attributes', part: column, from: { kind: 'text', column } }));
    return [{ first, flows: [...flowsOf(plan, rule, row, first, isConstant), ...attributes] }];
  });
};

const flowsOf = (plan: Plan, rule: Rule, row: Row, { type }: Event, isConstant: (column: string) => boolean): readonly Flow[] => {
  const known = plan.desk.fields.get(type);
  return Object.entries(rule.set).flatMap(([field, source]): Flow[] => {
    const [root, part] = splitField(field);
    if ('value' in source) return [];
    if ('prefix' in source) {
      return Object.keys(row.cells).flatMap((column): Flow[] => {
        if (!column.startsWith(source.prefix) || plan.desk.ignored.has(column) || cellOf(row, column) === null || isConstant(column)) return [];
        return [{ root, part: column.slice(source.prefix.length), from: { kind: 'text', column } }];
      });
    }
    if ('template' in source) {
      const columns = templateColumns(source.template);
      if (columns.some((column) => cellOf(row, column) === null) || columns.every(isConstant)) return [];
      return [{ root, part, from: { kind: 'template', pieces: piecesOf(source.template) } }];
    }
    if (cellOf(row, source.column) === null || isConstant(source.column)) return [];
    if (known?.has(root) !== true) return [{ root: 'attributes', part: source.column, from: { kind: 'text', column: source.column } }];
    return [{ root, part, from: { kind: source.as === 'text' ? 'text' : 'value', column: source.column } }];
  });
};

const piecesOf = (template: string): readonly Piece[] =>
  [...template.matchAll(/([^{}]+)|\{([^{}]+)\}/g)].map(([, text = '', column]) => ({ text, column: column ?? null }));

/** Where the next row's cells are found: their texts, and what typed ones were read as. */
export interface Cells {
  readonly text: (column: string) => string;
  readonly value: (column: string) => unknown;
}

/** What flows in, of one row. */
export const flowing = ({ from }: Flow, cells: Cells): unknown => {
  if (!('pieces' in from)) return from.kind === 'text' ? cells.text(from.column) : cells.value(from.column);
  return from.pieces.map(({ text, column }) => (column === null ? text : cells.text(column))).join('');
};

/** The event that a recipe makes of a row's cells. */
export const cook = ({ first, flows }: Recipe, cells: Cells): Event => {
  const event: Record<string, unknown> = { ...first };
  // Records of the first event are copied before they change; what the schema froze there is frozen here.
  const fresh = new Map<string, boolean>();
  for (const flow of flows) {
    const value = flowing(flow, cells);
    if (flow.part === null) event[flow.root] = value;
    else {
      if (!fresh.has(flow.root)) {
        fresh.set(flow.root, Object.isFrozen(event[flow.root]));
        event[flow.root] = { ...(event[flow.root] as Record<string, unknown>) };
      }
      (event[flow.root] as Record<string, unknown>)[flow.part] = value;
    }
  }
  for (const [root, wasFrozen] of fresh) if (wasFrozen) Object.freeze(event[root]);
  // The first event of the pattern went through the events' own schema, and every value here is one that it takes there; the
  // compiler sees only a record.
  return event as unknown as Event;
};
