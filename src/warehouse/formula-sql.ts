import type { Dialect } from './dialect.js';
import { statementOf, type FigureSql } from './figure-sql.js';

/** Figures of several names in one statement: `metric_input` says whose a row is, and what a figure lacks is NULL. */
export const formulaSql = (inputs: ReadonlyMap<string, FigureSql>, dialect: Dialect): string => {
  const all = [...inputs.values()];
  const by = [...new Set(all.flatMap((one) => one.by))];
  const names = [...new Set(all.flatMap(({ figures }) => Object.keys(figures)))];
  const nothing = (name: string): string => `CAST(NULL AS ${dialect.columnType(TEXT.has(name) ? 'text' : 'integer')})`;
  return [...inputs]
    .map(([name, figure], i) => {
      const from = `input_${String(i + 1)}`;
      const own = new Set([...figure.by, ...Object.keys(figure.figures)]);
      const columns = [...by, ...names].map((one) => `${own.has(one) ? `${from}.${one}` : nothing(one)} AS ${one}`);
      return `SELECT ${[`${dialect.text(name)} AS metric_input`, ...columns].join(', ')}\nFROM (\n${statementOf(figure)}\n) AS ${from}`;
    })
    .join('\nUNION ALL\n');
};

const TEXT: ReadonlySet<string> = new Set(['metric_currency']);
