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
  winRateWithAmount,
} from 'revpact/metrics';
import { number, share, valueShare } from '../expected.js';
import type { SameData } from '../same-data.js';

const deals = (n: number, openedAt: string, amountMinor: number, outcome: { readonly wonAt?: string; readonly lostAt?: string } = {}): readonly object[] =>
  Array.from({ length: n }, () => ({ openedAt, amountMinor, currency: 'EUR', ...outcome }));

/** The example of Varicent's created win rate, 3 won and 7 lost of 100, with amounts and dates that set the others apart too. */
export const winRates: SameData = {
  title: 'One quarter of deals, thirteen win rates',
  told:
    'A hundred opportunities were opened in the quarter: 40 on 1 April, 60 on 1 June. Of the first 40, three were won on 15 May (two of 200.00 and one of 400.00 EUR) and seven lost on 10 June (five of 400.00 EUR, two of which nobody ever named a price: 0.00 EUR). The other 90 are open, at 200.00 EUR each. It is 1 July.',
  facts: {
    opportunities: [
      ...deals(2, '04-01', 20_000, { wonAt: '05-15' }),
      ...deals(1, '04-01', 40_000, { wonAt: '05-15' }),
      ...deals(5, '04-01', 40_000, { lostAt: '06-10' }),
      ...deals(2, '04-01', 0, { lostAt: '06-10' }),
      ...deals(30, '04-01', 20_000),
      ...deals(60, '06-01', 20_000),
    ],
  },
  shown: false,
  rows: [
    { metric: createdWinRateMetric, is: share(3, 100, '0.0300', 90), because: 'all that were opened; 90 are open and may still be won' },
    { metric: periodWinRate, is: number('0.0300'), because: 'what was won in the quarter over what was opened in it, whichever deals they are; here the same ones' },
    { metric: overallWinRate, is: number('0.0300'), because: 'what was closed in the quarter, and what stands open at its end' },
    { metric: createdWinRateByValue, is: valueShare(80_000, 2_080_000, '0.0385'), because: 'the same by amount: deals that closed were larger' },
    { metric: periodWinRateByValue, is: number('0.0385'), because: 'the same by amount' },
    { metric: overallWinRateByValue, is: number('0.0385'), because: 'the same by amount' },
    { metric: maturedWinRate, is: share(3, 40, '0.0750', 30), because: 'only the 40 that have had 90 days' },
    { metric: maturedWinRateByValue, is: valueShare(80_000, 880_000, '0.0909'), because: 'the same by amount' },
    { metric: winRateByValue, is: valueShare(80_000, 280_000, '0.2857'), because: 'of what closed, by amount' },
    { metric: decidedWinRateByValue, is: valueShare(80_000, 280_000, '0.2857'), because: 'of what was opened in the quarter and has closed, by amount' },
    { metric: closedWinRate, is: share(3, 10, '0.3000'), because: 'of what closed, by count' },
    { metric: decidedWinRate, is: share(3, 10, '0.3000', 90), because: 'of what was opened in the quarter and has closed; here the same ones' },
    { metric: winRateWithAmount, is: share(3, 8, '0.3750'), because: 'of what closed and had a price' },
  ],
};
