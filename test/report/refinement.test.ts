import { expect, test } from 'vitest';
import { refine } from 'revpact/icp/refine';
import { unwrap } from 'revpact/kernel';
import { refinementDocument, toMarkdown } from 'revpact/report';
import { MARKET_FILTER, marketRows, tableOfRows } from '../support/refine-market.js';

const OPTIONS = { asOf: Date.UTC(2026, 0, 1), seed: 7, draws: 100, lambda: 3, capacityPercent: 20 };
const printed = (rows: number): string =>
  toMarkdown(refinementDocument(MARKET_FILTER, unwrap(refine(MARKET_FILTER, tableOfRows(marketRows().slice(0, rows)), OPTIONS))));

test('a proposal on a page', () => {
  const page = printed(3000);
  expect(page).toContain('# Core market: what outcomes say');
  expect(page).toContain('It can be adopted, criterion by criterion.');
  expect(page).toContain('Learned from 2,100 hand-overs, of which 806 were won; tested on the 406 newer ones');
  expect(page).toContain('## Big enough?: changed');
  expect(page).toContain('## webshop: new');
  expect(page).toContain('## What may know too much');
  expect(page).toMatch(/\| not known \|\s+211 \|\s+40 \|\s+19\.0 % \|/);
});

test('how well it ranks, and how far its chances can be taken at their word', () => {
  const page = printed(3000);
  for (const measure of ['AUC', 'Average precision', 'KS', 'Won of the best 81', 'lift']) {
    expect(page.split('\n').find((line) => line.startsWith('|') && line.includes(measure)), measure).toMatch(/\| *\d\.\d{3} \| *\d\.\d{3} \|$/);
  }
  expect(page).toMatch(/Read as chances the proposed points are \d\.\d percentage points off on average \(Brier score 0\.\d{3}; always saying the share of wins 0\.\d{3}\)\./);
});

test('how it was made, so that anybody can make it again, and what was never looked at', () => {
  const found = unwrap(refine(MARKET_FILTER, tableOfRows(marketRows()), OPTIONS));
  if (found.kind !== 'proposal') throw new Error('too few');
  const page = toMarkdown(refinementDocument(MARKET_FILTER, found));
  const made = page.slice(page.indexOf('## How it was made'));
  expect(made).toContain('seed 7, 100 draws');
  expect(made).toContain(found.card.digest);
  expect(made).toContain(found.card.data);
  expect(made).toContain(`Never looked at, as agreed: the contact's "gender" (nobody is chosen by it).`);
});

test('too few outcomes on a page', () => {
  const page = printed(60);
  expect(page).toMatch(/wins and \d+ losses to learn from; 50 and 50 are the least\. No points are fitted\./);
  expect(page).toContain('### In software?');
});
