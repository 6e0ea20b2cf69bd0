/** A report before it is anything in particular: headings, sentences, tables. No markup; each printer escapes for its own place. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | Table;

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
export type Tone = 'good' | 'warn' | 'bad' | 'muted';

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export type ReportDocument = readonly Block[];

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const list = (items: readonly string[]): Block => ({ kind: 'list', items });

/** A table; a column title that ends in `>` is right-aligned. Plain strings become cells. */
export const table = (titles: readonly string[], rows: readonly (readonly (Cell | string)[])[]): Table => ({
  kind: 'table',
  columns: titles.map((title) =>
    title.endsWith('>') ? { title: title.slice(0, -1), align: 'right' } : { title, align: 'left' },
  ),
  rows: rows.map((row) => row.map((one) => (typeof one === 'string' ? { text: one } : one))),
});
