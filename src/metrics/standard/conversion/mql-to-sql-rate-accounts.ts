import type { FactMetric } from '../../definition/metric.js';
import { mqlToSqlRate } from './mql-to-sql-rate.js';

/** The cohort rate of accounts: any lead of the account may reach SQL. */
export const mqlToSqlRateAccounts = /* @__PURE__ */ (() =>
  ({
    ...mqlToSqlRate,
    id: 'mql_to_sql_rate_accounts',
    title: 'MQL-to-SQL conversion rate, by account',
    question: 'Of the accounts that had their first MQL in the period, of how many did sales qualify a lead since?',
    hides: 'How many people it took, and leads of no known account.',
    source: 'SiriusDecisions, 2017: five inquiries and one deal of one account are 20 % of people and 100 % of accounts.',
    unit: 'account',
    basis: { ...mqlToSqlRate.basis, of: 'account' },
  }) as const satisfies FactMetric)();
