/**
 * What a column of a fact table holds. Moments are integers: epoch milliseconds. `json` is evidence that people read and
 * nothing is counted by: rows of its own, as JSON text in a warehouse.
 */
export type ColumnType = 'text' | 'integer' | 'boolean' | 'text_list' | 'json';

/** A column's type, and whether it may be null. */
export const columnType = (written: ColumnType | `${ColumnType}?`): { readonly type: ColumnType; readonly optional: boolean } => {
  switch (written) {
    case 'text':
    case 'text?':
      return { type: 'text', optional: written !== 'text' };
    case 'integer':
    case 'integer?':
      return { type: 'integer', optional: written !== 'integer' };
    case 'boolean':
    case 'boolean?':
      return { type: 'boolean', optional: written !== 'boolean' };
    case 'text_list':
    case 'text_list?':
      return { type: 'text_list', optional: written !== 'text_list' };
    case 'json':
    case 'json?':
      return { type: 'json', optional: written !== 'json' };
  }
};

/** A fact table's columns: the contract with a warehouse. A `?` says that the column may be null. */
export interface FactTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnType | `${ColumnType}?`>>;
}

/** The columns of a row type. */
export type Columns<Row> = { readonly [Key in keyof Row]-?: ColumnType | `${ColumnType}?` };
/** A fact table whose columns are those of its row type, all of them. */
export const table = <Row>(name: string, columns: Columns<Row>): { readonly name: string; readonly columns: Columns<Row> } => ({ name, columns });
