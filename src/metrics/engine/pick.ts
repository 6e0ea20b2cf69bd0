import type { RowsBasis } from '../definition/basis.js';
import { byTie } from './entries.js';
import { allOf, type Asked } from './filter-test.js';
import { keysOf } from './keys.js';
import type { FactSource, TableSource } from './source.js';

/** Which rows stand for those that agree with them: 1 at each that was picked. `dates` are NaN where a row has none. */
export const pickedRows = (
  pick: NonNullable<RowsBasis['pick']>,
  dates: Float64Array,
  source: FactSource,
  table: TableSource,
  asked: Asked,
): Uint8Array => {
  const among = allOf(pick.among, source, table, asked);
  const { ofRow } = keysOf(source, table, pick.per, asked.asOf);
  const tie = byTie(table);
  const sign = pick.which === 'first' ? 1 : -1;
  const best: number[] = [];
  for (let row = 0; row < table.rows; row += 1) {
    const at = dates[row] ?? NaN;
    if (Number.isNaN(at) || !among(row, -1)) continue;
    const key = ofRow(row);
    if (key < 0) continue;
    while (best.length <= key) best.push(-1);
    const other = best[key] ?? -1;
    if (other < 0 || sign * (at - (dates[other] ?? NaN) || tie(row, other)) < 0) best[key] = row;
  }
  const picked = new Uint8Array(table.rows);
  for (const row of best) if (row >= 0) picked[row] = 1;
  return picked;
};
