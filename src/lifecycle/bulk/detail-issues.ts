import type { Issue } from '../../kernel/issue.js';
import { FORECAST_CATEGORIES, OPPORTUNITY_TYPES } from '../../vocabulary/opportunity.js';
import type { LogColumns } from '../../vocabulary/log-columns.js';
import type { DealColumns, LogDetails, Names } from '../../vocabulary/log-details.js';
import { lifecycleIssue } from '../issues.js';
import { EVENT_NUMBER } from '../number.js';

/** Why details make no facts: columns of another length, codes that stand for nothing, amounts that are none; the first row of each. */
export const detailIssues = (log: LogColumns, details: LogDetails): readonly Issue[] => {
  const { ids, orders, person, account, source, campaign, channel, reason, holder, deals } = details;
  const named = { person, account, source, campaign, channel, reason, 'holder.person': holder?.person, 'holder.party': holder?.party };
  return [
    ...lengthIssues({ ...(ids === undefined ? {} : { ids }), ...(orders === undefined ? {} : { orders }) }, log.rows),
    ...Object.entries(named).flatMap(([name, names]) => (names === undefined ? [] : namesIssues(name, names, log.rows))),
    ...(deals === undefined ? [] : dealIssues(log, deals)),
  ];
};

const lengthIssues = (columns: Readonly<Record<string, { readonly length: number }>>, rows: number): readonly Issue[] =>
  Object.entries(columns).flatMap(([column, { length }]) => (length === rows ? [] : [lifecycleIssue('column_length', { column, length, rows }, [column])]));

const namesIssues = (name: string, { words, code }: Names, rows: number): readonly Issue[] => [
  ...lengthIssues({ [name]: code }, rows),
  ...(largestIn(code) <= words.length ? [] : firstIssue(name, code, (value) => value > words.length)),
];

const largestIn = (codes: Uint32Array): number => {
  let largest = 0;
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? 0;
    if (code > largest) largest = code;
  }
  return largest;
};

const firstIssue = (name: string, column: Uint8Array | Uint32Array | Float64Array, isBad: (value: number, row: number) => boolean): readonly Issue[] => {
  for (let row = 0; row < column.length; row += 1) {
    const value = column[row] ?? NaN;
    if (isBad(value, row)) return [lifecycleIssue('column_code', { column: name, row, value }, [name, row])];
  }
  return [];
};

const dealIssues = (log: LogColumns, deals: DealColumns): readonly Issue[] => {
  const { row, opportunities, opportunity, type, currency, annualCurrency, forecast } = deals;
  const rows = row.length;
  const { amountMinor, annualMinor, termMonths, probability, expectedClose } = deals;
  const figures = { amountMinor, annualMinor, termMonths, probability, expectedClose };
  const lengths = lengthIssues({ opportunity, type, forecast, ...figures }, rows);
  const isDeal = new Set([EVENT_NUMBER.opportunity_opened, EVENT_NUMBER.opportunity_advanced, EVENT_NUMBER.opportunity_won, EVENT_NUMBER.opportunity_lost]);
  return [
    ...lengths,
    ...firstIssue('deals.row', row, (own, i) => own >= log.rows || (i > 0 && own <= (row[i - 1] ?? 0)) || !isDeal.has(log.type[own] ?? NaN)),
    ...firstIssue('deals.opportunity', opportunity, (code) => code >= opportunities.length),
    ...firstIssue('deals.type', type, (code) => code > OPPORTUNITY_TYPES.length),
    ...firstIssue('deals.forecast', forecast, (code) => code > FORECAST_CATEGORIES.length),
    ...namesIssues('deals.currency', currency, rows),
    ...namesIssues('deals.annualCurrency', annualCurrency, rows),
    ...firstIssue('deals.amountMinor', amountMinor, (value, i) => !Number.isNaN(value) && currency.code[i] === 0),
    ...firstIssue('deals.annualMinor', annualMinor, (value, i) => !Number.isNaN(value) && annualCurrency.code[i] === 0),
    ...Object.entries(figures).flatMap(([name, column]) => firstIssue(`deals.${name}`, column, (value) => !Number.isNaN(value) && !Number.isSafeInteger(value))),
    ...firstIssue('deals.termMonths', termMonths, (value) => value < 1),
  ];
};
