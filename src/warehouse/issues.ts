import { issueCatalogue } from '../kernel/issue.js';

/** Why a filter has no SQL over a table. */
export const warehouseIssue = /* @__PURE__ */ issueCatalogue('warehouse', {
  no_column: (p: { criterion: string; attribute: string; about: string; suggestion: string | null }) =>
    `"${p.criterion}" asks for "${p.attribute}" of the ${p.about}, for which no column is named` +
    (p.suggestion === null ? '' : `; did you mean "${p.suggestion}"?`),
  no_literal: (p: { criterion: string; why: string }) => `"${p.criterion}" asks for what no text of the engine can hold: ${p.why}`,
});
