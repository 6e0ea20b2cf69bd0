import type { OutcomeTable } from 'revpact/icp/refine';

/** Rows without attributes, in the order of time: [moment, account, won]. */
export const tableOf = (rows: readonly (readonly [at: number, account: number, won: number])[]): OutcomeTable => ({
  rows: rows.length,
  features: [],
  label: Uint8Array.from(rows, ([, , won]) => won),
  at: Float64Array.from(rows, ([at]) => at),
  account: {
    codes: Int32Array.from(rows, ([, account]) => account),
    words: Array.from({ length: Math.max(0, ...rows.map(([, account]) => account + 1)) }, (_, code) => `A-${String(code)}`),
  },
});
