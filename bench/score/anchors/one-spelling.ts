import type { ToldAccount } from '../accounts.js';
import { settle, type Scored } from '../result.js';

/** The same for words that are all written one way, which these are not: what is left of the work without regard to case. */
export const oneSpelling = (accounts: readonly ToldAccount[], scored: Scored): Scored => {
  for (let row = 0; row < accounts.length; row += 1) {
    const account = accounts[row];
    if (account === undefined) continue;
    const told = account.attributes;
    const { country, industry, employees, revenue_millions: revenue, tools, about, funding } = told;
    let points = 0;
    let left = 0;
    const fits =
      (country === 'DE' || country === 'AT' || country === 'CH' || country === 'NL' || country === 'FR' || country === 'PL') && told.competitor !== true;
    if (industry === null) left += 20;
    else if (industry === 'retail' || industry === 'hospitality' || industry === 'logistics') points += 20;
    if (employees !== null) points += employees >= 1000 ? 15 : employees >= 250 ? 30 : employees >= 50 ? 20 : -5;
    if (revenue === null) left += 25;
    else if (revenue >= 100) points += 25;
    else if (revenue >= 9.5) points += 10;
    if (told.founded !== null && told.founded >= 2010) points += 5;
    if (told.crm !== null) points += 8;
    if (tools !== null) {
      if (tools.includes('erp') || tools.includes('webshop') || tools.includes('warehouse')) points += 12;
      if (tools.length >= 3) points += 6;
    }
    if (about !== null && (about.includes('wholesale') || about.includes('franchise'))) points += 9;
    if (told.growth !== null && told.growth >= 0.2 && (funding === 'series_b' || funding === 'series_c')) points += 15;
    if (told.customer === false && told.in_talks === false) points += 10;
    settle(scored, row, points, left, fits);
  }
  return scored;
};
