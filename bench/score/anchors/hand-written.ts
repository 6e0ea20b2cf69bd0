import type { ToldAccount } from '../accounts.js';
import { settle, type Scored } from '../result.js';

/** The twelve questions as one writes them for this filter and no other, without reasons, and without regard to case. */
export const handWritten = (accounts: readonly ToldAccount[], scored: Scored): Scored => {
  for (let row = 0; row < accounts.length; row += 1) {
    const account = accounts[row];
    if (account === undefined) continue;
    const told = account.attributes;
    const { employees, revenue_millions: revenue, tools } = told;
    let points = 0;
    let left = 0;
    const country = told.country?.toUpperCase();
    const fits =
      (country === 'DE' || country === 'AT' || country === 'CH' || country === 'NL' || country === 'FR' || country === 'PL') && told.competitor !== true;
    const industry = told.industry?.toLowerCase();
    if (industry === undefined) left += 20;
    else if (industry === 'retail' || industry === 'hospitality' || industry === 'logistics') points += 20;
    if (employees !== null) points += employees >= 1000 ? 15 : employees >= 250 ? 30 : employees >= 50 ? 20 : -5;
    if (revenue === null) left += 25;
    else if (revenue >= 100) points += 25;
    else if (revenue >= 9.5) points += 10;
    if (told.founded !== null && told.founded >= 2010) points += 5;
    if (told.crm !== null) points += 8;
    if (tools !== null) {
      if (tools.some(isWanted)) points += 12;
      if (tools.length >= 3) points += 6;
    }
    const about = told.about?.toLowerCase();
    if (about !== undefined && (about.includes('wholesale') || about.includes('franchise'))) points += 9;
    if (told.growth !== null && told.growth >= 0.2) {
      const funding = told.funding?.toLowerCase();
      if (funding === 'series_b' || funding === 'series_c') points += 15;
    }
    if (told.customer === false && told.in_talks === false) points += 10;
    settle(scored, row, points, left, fits);
  }
  return scored;
};

const isWanted = (tool: string): boolean => {
  const name = tool.toLowerCase();
  return name === 'erp' || name === 'webshop' || name === 'warehouse';
};
