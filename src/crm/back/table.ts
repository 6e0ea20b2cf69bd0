import { groupBy } from '../../kernel/group.js';
import type { FieldUpdatePlan } from './plan.js';

/** Rows for the CRM's importer, all of one object and with the same columns, so that every cell in them is meant. */
export interface UpdateTable {
  readonly object: string;
  /** 2 for what may be sent only when every table of request 1 has been taken in. */
  readonly request: 1 | 2;
  /** The id's column first. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One cell to be sent, and with which request. */
export interface Move {
  readonly object: FieldUpdatePlan['objects'][number];
  readonly record: string;
  readonly column: string;
  readonly now: string | null;
  readonly request: 1 | 2;
}

/** Rows with the same changed columns together: a cell left empty in a wider table would be one nobody meant. */
export const tablesOf = (moves: readonly Move[]): readonly UpdateTable[] => {
  const records = [...groupBy(moves, ({ object, record, request }) => JSON.stringify([object.object, request, record])).values()];
  const shaped = groupBy(records, (of) => JSON.stringify([of[0].request, of[0].object.object, of.map(({ column }) => column).sort()]));
  return [...shaped.values()]
    .map((group): UpdateTable => {
      const [{ object, request }] = group[0];
      const columns = group[0].map(({ column }) => column).sort();
      const cell = (of: readonly Move[], column: string): string => of.find((move) => move.column === column)?.now ?? object.blank ?? '';
      return {
        object: object.object,
        request,
        header: [object.idColumn, ...columns],
        rows: group.map((of) => [of[0].record, ...columns.map((column) => cell(of, column))]),
      };
    })
    .sort((a, b) => a.request - b.request);
};
