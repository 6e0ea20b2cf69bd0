/** The rows of CSV text as RFC 4180 has it, each a record by column; written apart from every reader of the project. */
export const csvRecords = (text: string): readonly Readonly<Record<string, string>>[] => {
  const table: string[][] = [[]];
  // A cell and what ends it: quoted with doubled quotes inside, or plain up to a comma or a line's end.
  for (const [, quoted, plain = '', end = ''] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/g)) {
    table.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\n') table.push([]);
  }
  const [header = [], ...rows] = table.slice(0, -1);
  return rows.map((cells) => {
    if (cells.length !== header.length) throw new Error(`${String(cells.length)} cells, ${String(header.length)} columns: ${cells.join()}`);
    return Object.fromEntries(header.map((column, i) => [column, cells[i] ?? '']));
  });
};
