import { issueCatalogue } from '../../kernel/issue.js';

/** What can be wrong with columns that numbers are made of. */
export const columnIssue = /* @__PURE__ */ issueCatalogue('metrics', {
  column_length: (p: { column: string; length: number; rows: number }) =>
    `the column "${p.column}" has ${String(p.length)} rows; ${String(p.rows)} are asked for`,
  column_value: (p: { column: string; row: number; value: number; asked: string }) =>
    `row ${String(p.row)} of the column "${p.column}" holds ${String(p.value)}; it takes ${p.asked}`,
  not_a_stage: (p: { stage: string }) => `no row can name the stage "${p.stage}", or the order names it twice`,
  out_of_order: (p: { column: string; row: number }) =>
    `row ${String(p.row)} of the column "${p.column}" is before an earlier row of its lead`,
  not_decimal: (p: { row: number; text: string }) =>
    `row ${String(p.row)}: ${JSON.stringify(p.text)} is no decimal with at most 18 digits after the point`,
  beyond_safe_integers: (p: { row: number; text: string }) =>
    `row ${String(p.row)}: the digits of ${JSON.stringify(p.text)} are beyond 2^53`,
  not_a_rank: (p: { numerator: string; denominator: string }) => `${p.numerator}/${p.denominator} is no rank: above 0 and at most 1`,
  too_many_groups: (p: { groups: number; most: number }) => `${String(p.groups)} groups; asked is a whole number up to ${String(p.most)}`,
});
