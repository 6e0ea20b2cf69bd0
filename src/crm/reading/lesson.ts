import type { Event } from '../../vocabulary/event.js';
import { cook, recipesOf, type Cells, type Recipe } from './event-recipe.js';
import { cellOf, type Row } from './read-cell.js';
import { readRow, type Plan } from './read-row.js';
import type { ReadRow } from './row-outcome.js';
import type { Patterns } from './row-pattern.js';

/** What becomes of every row of a pattern; `ask` where each of them must be read the ordinary way. */
export type Lesson = { readonly kind: 'accept'; readonly recipes: readonly Recipe[] } | { readonly kind: 'ignore'; readonly rule: string } | { readonly kind: 'ask' };

const ASK: Lesson = { kind: 'ask' };

/**
 * Read the first row of a pattern the ordinary way, and say what becomes of the next. A row that is refused teaches
 * nothing: each of its kind is read, which finds the words for what is wrong with it.
 */
export const learn = (plan: Plan, patterns: Patterns, row: Row, cells: Cells): { readonly read: ReadRow; readonly lesson: Lesson } => {
  const read = readRow(plan, row);
  if (read.kind === 'ignored') return { read, lesson: { kind: 'ignore', rule: read.row.rule } };
  if (read.kind === 'rejected') return { read, lesson: ASK };
  const recipes = recipesOf(plan, row, read.events, (column) => patterns.column(column).kind === 'exact');
  const same = recipes.every((recipe, i) => isDayOf(recipe, patterns, row) && JSON.stringify(cook(recipe, cells)) === JSON.stringify(read.events[i]));
  return { read, lesson: same ? { kind: 'accept', recipes } : ASK };
};

/** A day begins where its zone says: an event known to the day teaches only where its moment is read as one. */
const isDayOf = ({ first, flows }: Recipe, patterns: Patterns, row: Row): boolean => {
  const at = flows.find(({ root }) => root === 'at');
  if (first.precision === undefined || at === undefined || at.from.kind === 'template') return true;
  const cell = cellOf(row, at.from.column) ?? '';
  const kind = patterns.kindOf(patterns.column(at.from.column), cell, 0, cell.length, (column) => cellOf(row, column));
  return kind !== 0 && patterns.isDay;
};

/** The events of a row, by the recipes of its pattern. */
export const eventsBy = (recipes: readonly Recipe[], cells: Cells): readonly Event[] => recipes.map((recipe) => cook(recipe, cells));
