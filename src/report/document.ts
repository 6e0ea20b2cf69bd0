/** A report before it is anything in particular: headings, sentences, tables. No markup; each printer escapes for its own place. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | Table;

/** A column of a table. */
export interface Column {
  readonly title: string;
  /** Figures stand to the right. */
  readonly align: 'left' | 'right';
}

/** A cell; with `href` it leads somewhere, with `tone` it is good, doubtful or bad news. */
export interface Cell {
  readonly text: string;
  readonly href?: string;
  readonly tone?: Tone;
}
/** How a cell is meant: good, doubtful or bad news, or of little weight. A printer may colour it; the words say it too. */
export type Tone = 'good' | 'warn' | 'bad' | 'muted';

/** Rows of cells under titles. */
export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Blocks from top to bottom. */
export type ReportDocument = readonly Block[];

/** A heading of level 1 to 3. */
export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
/** Sentences that belong together. */
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
/** Short items, one below the other. */
export const list = (items: readonly string[]): Block => ({ kind: 'list', items });

/** A table; a column title that ends in `>` is right-aligned. Plain strings become cells. */
export const table = (titles: readonly string[], rows: readonly (readonly (Cell | string)[])[]): Table => ({
  kind: 'table',
  columns: titles.map((title) =>
    title.endsWith('>') ? { title: title.slice(0, -1), align: 'right' } : { title, align: 'left' },
  ),
  rows: rows.map((row) => row.map((one) => (typeof one === 'string' ? { text: one } : one))),
});

/** A table without the columns in which nothing stands. */
export const withoutEmptyColumns = ({ kind, columns, rows }: Table): Table => {
  const filled = columns.map((_, i) => rows.some((row) => (row[i]?.text ?? '') !== ''));
  return { kind, columns: columns.filter((_, i) => filled[i]), rows: rows.map((row) => row.filter((_, i) => filled[i])) };
};
