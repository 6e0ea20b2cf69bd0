/** One cell as RFC 4180 writes it: quoted where it holds a comma, a quote or a line break. */
const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

type Sparse<Column extends string> = Readonly<Partial<Record<Column, string>>>;

/** Rows as CSV text with a header, each line ended by LF. */
export const csvOf = <Column extends string>(columns: readonly Column[], rows: readonly Sparse<Column>[]): string =>
  [columns.join(','), ...rows.map((row) => columns.map((column) => cell(row[column] ?? '')).join(','))].join('\n') + '\n';
