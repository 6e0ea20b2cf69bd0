import type { Event } from '../../vocabulary/event.js';
import { flowing, type Cells, type Flow, type Recipe } from '../reading/event-recipe.js';
import type { LogBuilder } from './log-builder.js';
import { hasRow } from './log-shape.js';

/** An event of a pattern as a row of columns: what is the same for all, and where lead, moment and order come from. */
export interface Entry {
  readonly recipe: Recipe;
  /** The number of its shape; null for an event that has no row. */
  readonly shape: number | null;
  /** The place of the cell that is the lead's id, −1 where it is not one cell alone. */
  readonly leadAt: number;
  /** The lead's id otherwise: made of cells, or null for the one of the first event. */
  readonly lead: Flow | null;
  /** The place of the cell that was read as the moment, −1 for the moment of the first event; and the same of the order. */
  readonly at: number;
  readonly seq: number;
}

export const entryOf = (recipe: Recipe, builder: LogBuilder, places: ReadonlyMap<string, number>): Entry => {
  const { first, flows } = recipe;
  const flowOf = (field: string): Flow | null => flows.find(({ root, part }) => root === field && part === null) ?? null;
  const placeOf = (flow: Flow | null): number => (flow === null || 'pieces' in flow.from ? -1 : (places.get(flow.from.column) ?? -1));
  const lead = flowOf('leadId');
  return {
    recipe,
    shape: hasRow(first) ? builder.shapeOf(first) : null,
    leadAt: placeOf(lead),
    lead,
    at: placeOf(flowOf('at')),
    seq: placeOf(flowOf('seq')),
  };
};

/** The lead's id, where it is not one cell alone. */
export const leadIdOf = ({ lead, recipe: { first } }: Entry, cells: Cells): string =>
  lead !== null ? String(flowing(lead, cells)) : 'leadId' in first ? (first.leadId ?? '') : '';

/** An event of its own as a row; false where it has none. */
export const addEvent = (builder: LogBuilder, event: Event): boolean => {
  if (!hasRow(event)) return false;
  builder.add(builder.shapeOf(event), builder.leads.codeOf(event.leadId, 0, event.leadId.length), event.at, event.seq ?? NaN);
  return true;
};
