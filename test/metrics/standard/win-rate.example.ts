import {
  closedWinRate,
  createdWinRateByValue,
  createdWinRateMetric,
  decidedWinRate,
  decidedWinRateByValue,
  maturedWinRate,
  maturedWinRateByValue,
  overallWinRate,
  overallWinRateByValue,
  periodWinRate,
  periodWinRateByValue,
  winRateByValue,
  winRateFromStage,
  winRateFromStageByValue,
  winRateOfFirstOutcome,
  winRateOfFirstOutcomeByValue,
  winRateWithAmount,
} from 'revpact/metrics';
import type { ShownFacts, Theme } from '../../support/worked-example.js';
import { number, share, valueShare } from './expected.js';

/** Seven deals: six closed in the second quarter, five opened in it. */
export const deals: ShownFacts = {
  opportunities: [
    { opportunityId: 'w1', type: 'new_business', openedAt: '01-10', wonAt: '04-15', lostAt: null, amountMinor: 10_000, currency: 'EUR' },
    { opportunityId: 'w2', type: 'new_business', openedAt: '04-05', wonAt: '05-20', lostAt: null, amountMinor: 20_000, currency: 'EUR' },
    { opportunityId: 'w3', type: 'new_business', openedAt: '04-10', wonAt: null, lostAt: '05-01', amountMinor: 30_000, currency: 'EUR' },
    { opportunityId: 'w4', type: 'expansion', openedAt: '04-20', wonAt: null, lostAt: '06-01', amountMinor: 0, currency: 'EUR' },
    { opportunityId: 'w5', type: 'new_business', openedAt: '05-15', wonAt: null, lostAt: null, amountMinor: 40_000, currency: 'EUR' },
    { opportunityId: 'w6', type: 'expansion', openedAt: '03-20', wonAt: null, lostAt: '06-10', amountMinor: 40_000, currency: 'EUR' },
    { opportunityId: 'w7', type: 'expansion', openedAt: '06-10', wonAt: '06-25', lostAt: null, amountMinor: 10_000, currency: 'EUR' },
  ],
};

const reopened: ShownFacts = {
  opportunityStates: [
    { opportunityId: 'x', from: '04-01', status: 'open', amountMinor: 10_000, currency: 'EUR' },
    { opportunityId: 'x', from: '05-01', status: 'lost', amountMinor: 20_000, currency: 'EUR' },
    { opportunityId: 'x', from: '05-10', status: 'open', amountMinor: 20_000, currency: 'EUR' },
    { opportunityId: 'x', from: '06-01', status: 'won', amountMinor: 50_000, currency: 'EUR' },
    { opportunityId: 'y', from: '04-05', status: 'open', amountMinor: 30_000, currency: 'EUR' },
    { opportunityId: 'y', from: '05-05', status: 'won', amountMinor: 60_000, currency: 'EUR' },
    { opportunityId: 'z', from: '03-01', status: 'open', amountMinor: 5_000, currency: 'EUR' },
    { opportunityId: 'z', from: '03-20', status: 'lost', amountMinor: 5_000, currency: 'EUR' },
    { opportunityId: 'z', from: '04-02', status: 'open', amountMinor: 5_000, currency: 'EUR' },
    { opportunityId: 'z', from: '04-20', status: 'won', amountMinor: 5_000, currency: 'EUR' },
  ],
};

const stages: ShownFacts = {
  opportunityStates: [
    { opportunityId: 'p', from: '04-01', status: 'open', stage: 'sal', amountMinor: 10_000, currency: 'EUR' },
    { opportunityId: 'p', from: '04-10', status: 'open', stage: 'sql', amountMinor: 20_000, currency: 'EUR' },
    { opportunityId: 'p', from: '05-01', status: 'won', stage: 'won', amountMinor: 90_000, currency: 'EUR' },
    { opportunityId: 'q', from: '04-02', status: 'open', stage: 'sal', amountMinor: 40_000, currency: 'EUR' },
    { opportunityId: 'q', from: '05-02', status: 'lost', stage: 'sal', amountMinor: 40_000, currency: 'EUR' },
    { opportunityId: 'r', from: '03-20', status: 'open', stage: 'sal', amountMinor: 50_000, currency: 'EUR' },
    { opportunityId: 'r', from: '04-15', status: 'open', stage: 'sql', amountMinor: 60_000, currency: 'EUR' },
    { opportunityId: 'r', from: '05-15', status: 'lost', stage: 'sql', amountMinor: 60_000, currency: 'EUR' },
    { opportunityId: 's', from: '04-05', status: 'open', stage: 'sql', amountMinor: 70_000, currency: 'EUR' },
    { opportunityId: 's', from: '05-05', status: 'lost', stage: 'sql', amountMinor: 70_000, currency: 'EUR' },
    { opportunityId: 's', from: '05-20', status: 'open', stage: 'sql', amountMinor: 70_000, currency: 'EUR' },
  ],
};

const REACHED = 'the states of opportunities with status open that are the first of their opportunity in their stage (by `from`, then `nth`), whose `from` lies in the period, and whose opportunity has a state with status won or lost that began before asOf and lasts (no `until` before asOf)';
const THEN_WON = 'whose opportunity has such a state with status won';

const CLOSED = 'the opportunities whose last outcome before asOf (the later of `wonAt` and `lostAt`) lies in the period';
const OPENED = 'the opportunities whose `openedAt` lies in the period';
const LAST = 'An opportunity that was reopened is closed no more, until it is closed again: the last outcome counts.';

export const winRateTheme: Theme = {
  title: 'Win rate',
  intro:
    'Two things must be said with every win rate: by which date deals come into it (closed in the period, or opened in it), and what becomes of the open ones. The section "Same data, N definitions" shows how far apart the answers lie. Losses to no decision, duplicates and the like are left out, for a competitive win rate, by the reason on the exit that closed the deal: any of these metrics, `narrowed` by a related row of `exits`. Which reasons these are is for both sides to agree.',
  examples: [
    {
      metric: closedWinRate,
      formula: `Of ${CLOSED}, those that were won, by count. ${LAST}`,
      facts: deals,
      is: {
        ...share(3, 6, '0.5000'),
        groups: [
          { key: { 'row.type': 'expansion' }, ...share(1, 3, '0.3333') },
          { key: { 'row.type': 'new_business' }, ...share(2, 3, '0.6667') },
        ],
      },
      says: 'Closed in the period are all but w5. w1 was opened long before.',
    },
    {
      metric: winRateByValue,
      formula: `Of the amounts, as last recorded, of ${CLOSED}, those of the ones won; each currency by itself. One without an amount or currency is counted as not known.`,
      facts: deals,
      is: {
        ...valueShare(40_000, 110_000, '0.3636'),
        groups: [
          { key: { 'row.type': 'expansion' }, ...valueShare(10_000, 50_000, '0.2000') },
          { key: { 'row.type': 'new_business' }, ...valueShare(30_000, 60_000, '0.5000') },
        ],
      },
    },
    {
      metric: winRateWithAmount,
      formula: `Of ${CLOSED} and whose amount is above zero, those that were won, by count.`,
      facts: deals,
      is: {
        ...share(3, 5, '0.6000'),
        groups: [
          { key: { 'row.type': 'expansion' }, ...share(1, 2, '0.5000') },
          { key: { 'row.type': 'new_business' }, ...share(2, 3, '0.6667') },
        ],
      },
      says: 'w4 is left out: nobody named a price.',
    },
    {
      metric: winRateOfFirstOutcome,
      formula:
        'For each opportunity its first state with status won or lost, by `from`; of those whose `from` lies in the period, the share with status won, by count.',
      facts: reopened,
      is: { ...share(1, 2, '0.5000'), groups: [{ key: { 'row.type': 'new_business' }, ...share(1, 2, '0.5000') }] },
      says: 'x was first lost, y was won. z was first closed in March and does not belong to the period. By last outcomes it would be 3 of 3.',
    },
    {
      metric: winRateOfFirstOutcomeByValue,
      formula:
        'For each opportunity its first state with status won or lost, by `from`; of the amounts of those whose `from` lies in the period, those with status won; each currency by itself. One without an amount or currency is counted as not known.',
      facts: reopened,
      is: { ...valueShare(60_000, 80_000, '0.7500'), groups: [{ key: { 'row.type': 'new_business' }, ...valueShare(60_000, 80_000, '0.7500') }] },
      says: 'y was won at 600.00 EUR, x first lost at 200.00 EUR.',
    },
    {
      metric: winRateFromStage,
      formula: `Of ${REACHED}, those ${THEN_WON}, by count. A deal that was reopened is closed no more.`,
      facts: stages,
      is: {
        ...share(2, 4, '0.5000'),
        groups: [
          { key: { 'row.stage': 'sal' }, ...share(1, 2, '0.5000') },
          { key: { 'row.stage': 'sql' }, ...share(1, 2, '0.5000') },
        ],
      },
      says: 'p and q reached SAL in the quarter, p and r SQL. r reached SAL before, and s is open again.',
    },
    {
      metric: winRateFromStageByValue,
      formula: `Of the amounts of ${REACHED}, those of the ones ${THEN_WON}; each currency by itself. One without an amount or currency is counted as not known.`,
      facts: stages,
      is: {
        ...valueShare(30_000, 130_000, '0.2308'),
        groups: [
          { key: { 'row.stage': 'sal' }, ...valueShare(10_000, 50_000, '0.2000') },
          { key: { 'row.stage': 'sql' }, ...valueShare(20_000, 80_000, '0.2500') },
        ],
      },
      says: 'p counts with what it was worth when it reached each stage, not with the 900.00 EUR that it was won at.',
    },
    {
      metric: createdWinRateMetric,
      formula: `Of ${OPENED}, those won before asOf, by count. Those neither won nor lost are open and count against the rate.`,
      facts: deals,
      is: {
        ...share(2, 5, '0.4000', 1),
        groups: [
          { key: { 'row.type': 'expansion' }, ...share(1, 2, '0.5000') },
          { key: { 'row.type': 'new_business' }, ...share(1, 3, '0.3333', 1) },
        ],
      },
      says: 'w1 and w6 were opened before; w5 is open.',
    },
    {
      metric: createdWinRateByValue,
      formula: `Of the amounts, as last recorded, of ${OPENED}, those of the ones won before asOf; each currency by itself.`,
      facts: deals,
      is: valueShare(30_000, 100_000, '0.3000'),
    },
    {
      metric: maturedWinRate,
      formula: `Of ${OPENED} and at least 90 days (90 × 24 hours) before asOf, those won before asOf, by count. Those still open count against the rate.`,
      facts: deals,
      asOf: '08-01',
      is: share(1, 3, '0.3333'),
      says: 'Ninety days before 1 August is 3 May: w5 and w7 are too young.',
    },
    {
      metric: maturedWinRateByValue,
      formula: `Of the amounts, as last recorded, of ${OPENED} and at least 90 days (90 × 24 hours) before asOf, those of the ones won before asOf; each currency by itself.`,
      facts: deals,
      asOf: '08-01',
      is: valueShare(20_000, 50_000, '0.4000'),
    },
    {
      metric: decidedWinRate,
      formula: `Of ${OPENED} and which were won or lost before asOf, those won, by count.`,
      facts: deals,
      is: share(2, 4, '0.5000', 1),
      says: 'w5 is open: counted beside, and left out of the rate.',
    },
    {
      metric: decidedWinRateByValue,
      formula: `Of the amounts, as last recorded, of ${OPENED} and which were won or lost before asOf, those of the ones won; each currency by itself.`,
      facts: deals,
      is: valueShare(30_000, 60_000, '0.5000'),
    },
    {
      metric: periodWinRate,
      formula: `The number of ${CLOSED} and which were won, over the number of ${OPENED}. May exceed 1.`,
      facts: deals,
      is: {
        ...number('0.6000'),
        groups: [
          { key: { 'row.type': 'expansion' }, ...number('0.5000') },
          { key: { 'row.type': 'new_business' }, ...number('0.6667') },
        ],
      },
      says: 'Won are w1, w2 and w7; opened are w2, w3, w4, w5 and w7.',
    },
    {
      metric: periodWinRateByValue,
      formula: `The sum of the amounts of ${CLOSED} and which were won, over the sum of the amounts of ${OPENED}. Null where there is more than one currency.`,
      facts: deals,
      is: number('0.4000'),
      says: '400.00 EUR over 1,000.00 EUR.',
    },
    {
      metric: overallWinRate,
      formula: `The number of ${CLOSED} and which were won, over the number of all of these that were closed and of the opportunities that stand open at the end of the period (or as of asOf, where that is earlier): opened before, and neither won nor lost before.`,
      facts: deals,
      is: number('0.4286'),
      says: 'Three of six closed and one open.',
    },
    {
      metric: overallWinRateByValue,
      formula: `The sum of the amounts of ${CLOSED} and which were won, over that of all of these that were closed and of the opportunities that stand open at the end of the period (or as of asOf, where that is earlier): opened before, and neither won nor lost before. Null where there is more than one currency.`,
      facts: deals,
      is: number('0.2667'),
      says: '400.00 EUR of 1,100.00 EUR closed and 400.00 EUR open.',
    },
  ],
};
