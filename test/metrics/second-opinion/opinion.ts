import { Q2 } from '../../support/metric-facts.js';

/**
 * A metric computed by another hand: DuckDB SQL, written from the definition's words and not from its data. Of the facts it is
 * given what had happened before asOf; planned moments may be still to come.
 *
 * What the statement returns, by kind: `numerator, denominator` of a fraction (a count's denominator is 1) or of a formula
 * (null where there is no value; not reduced); `ms, n, open` of a percentile; `currency, minor` of a sum, `currency,
 * numerator, denominator` of a share by value. A column `g` where it is broken down.
 */
export type Opinions = Readonly<Record<string, string>>;

export const FROM = String(Q2.start);
export const TO = String(Q2.end);
/** The quarter before. */
export const BEFORE = String(Date.UTC(2026, 0, 1));
/** asOf: after the quarter, or within it. */
export const NOW = "CAST(getvariable('now') AS BIGINT)";
/** The end of the quarter, or asOf where that is earlier. */
export const CUT = `least(${TO}, ${NOW})`;

/** Whether a moment lies in the quarter. */
export const within = (at: string): string => `(${at} >= ${FROM} AND ${at} < ${TO})`;

export const DAY = 86_400_000;

export const count = (from: string, among: string): string => `SELECT count(*) AS numerator, 1 AS denominator FROM ${from} WHERE ${among}`;

export const counts = (g: string, from: string, among: string): string =>
  `SELECT ${g} AS g, count(*) AS numerator, 1 AS denominator FROM ${from} WHERE ${among} GROUP BY 1`;

export const share = (from: string, among: string, hit: string): string =>
  `SELECT count(*) FILTER (hit) AS numerator, count(*) AS denominator FROM (SELECT (${hit}) AS hit FROM ${from} WHERE ${among})`;

/** Nearest rank of a query's `ms`: those without one rank behind all that have, what is below zero is in no rank. */
export const nearest = (query: string, rank: number): string => `
  WITH took AS (SELECT * FROM (${query}) WHERE ms IS NULL OR ms >= 0)
  SELECT count(*) AS n, count(*) - count(ms) AS open, list_sort(list(ms) FILTER (ms IS NOT NULL))[CAST((${String(rank)} * count(*) + 99) // 100 AS INTEGER)] AS ms FROM took`;

/** Amounts by currency; what lacks either is in no sum. */
export const money = (from: string, among: string, amount = 'amount_minor'): string =>
  `SELECT currency, sum(CAST(${amount} AS HUGEINT)) AS minor FROM ${from} WHERE ${among} AND ${amount} IS NOT NULL AND currency IS NOT NULL GROUP BY 1`;

/** By value: what was hit over all, of amounts not below zero. */
export const valueShare = (from: string, among: string, hit: string): string => `
  SELECT currency, coalesce(sum(CAST(amount_minor AS HUGEINT)) FILTER (hit), 0) AS numerator, sum(CAST(amount_minor AS HUGEINT)) AS denominator
  FROM (SELECT currency, amount_minor, (${hit}) AS hit FROM ${from} WHERE ${among} AND amount_minor >= 0 AND currency IS NOT NULL) GROUP BY 1`;
