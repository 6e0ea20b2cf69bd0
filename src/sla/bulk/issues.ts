import { issueCatalogue } from '../../kernel/issue.js';

/** What can be wrong with columns of clocks. */
export const clockColumnIssue = /* @__PURE__ */ issueCatalogue('sla', {
  column_length: (p: { column: string; length: number; rows: number }) =>
    `the column "${p.column}" has ${String(p.length)} rows; ${String(p.rows)} are asked for`,
  column_value: (p: { column: string; row: number; value: number; asked: string }) =>
    `row ${String(p.row)} of the column "${p.column}" holds ${String(p.value)}; it takes ${p.asked}`,
  before_start: (p: { column: string; row: number }) => `row ${String(p.row)}: "${p.column}" is before the clock started`,
  out_of_order: (p: { column: string; row: number }) => `row ${String(p.row)} of the column "${p.column}" goes back`,
});
