import type { Account } from 'revpact/vocabulary';
import { dice } from '../dice.js';

/** What each account tells of itself; null is not known. All of one shape, which is what plain objects are fastest with. */
export interface Told {
  readonly country: string | null;
  readonly competitor: boolean | null;
  readonly industry: string | null;
  readonly employees: number | null;
  readonly revenue_millions: number | null;
  readonly founded: number | null;
  readonly crm: string | null;
  readonly tools: readonly string[] | null;
  readonly about: string | null;
  readonly growth: number | null;
  readonly funding: string | null;
  readonly customer: boolean | null;
  readonly in_talks: boolean | null;
}

export interface ToldAccount extends Account {
  readonly attributes: Told & Account['attributes'];
}

const COUNTRIES = ['DE', 'AT', 'CH', 'NL', 'FR', 'PL', 'IT', 'ES', 'SE', 'GB', 'US'];
const INDUSTRIES = ['retail', 'hospitality', 'logistics', 'banking', 'insurance', 'software', 'health', 'energy'];
const CRMS = ['one', 'two', 'three', 'four'];
const TOOLS = ['erp', 'webshop', 'warehouse', 'payroll', 'support', 'calendar', 'survey', 'chat'];
const ABOUT = ['family business', 'wholesale of wine', 'a chain of shops', 'franchise of bakeries', 'two brands under one roof', 'makes parts for cars', 'sells and repairs bicycles'];
const FUNDING = ['none', 'seed', 'series_a', 'series_b', 'series_c'];

/**
 * One value in twenty is not known, one list in ten. One word in five is written in capitals, as in every CRM; a filter does
 * not tell the two apart. The objects are what `JSON.parse` makes, as of an answer from a server.
 */
export const accounts = (size: number): readonly ToldAccount[] => {
  const roll = dice(11);
  const below = (limit: number): number => Math.floor(roll() * limit);
  const known = <T>(value: T): T | null => (roll() < 0.05 ? null : value);
  const written = (word: string): string => (roll() < 0.2 ? word.toUpperCase() : word);
  const oneOf = (words: readonly string[]): string => written(words[below(words.length)] ?? '');
  // A list is one of a thousand that come again, as of a field where one ticks boxes.
  const lists = Array.from({ length: 1000 }, () => TOOLS.filter(() => roll() < 0.3).map(written));
  return Array.from({ length: size }, (_, row) => {
    const attributes: Told = {
      country: known(oneOf(COUNTRIES)),
      competitor: known(roll() < 0.03),
      industry: known(oneOf(INDUSTRIES)),
      employees: known(Math.floor(10 ** (roll() * 4))),
      revenue_millions: known(Math.floor(10 ** (roll() * 3 + 1)) / 10),
      founded: known(1900 + below(125)),
      crm: roll() < 0.3 ? null : oneOf(CRMS),
      tools: roll() < 0.1 ? null : (lists[below(lists.length)] ?? null),
      about: known(oneOf(ABOUT)),
      growth: known(below(80) / 100 - 0.2),
      funding: known(oneOf(FUNDING)),
      customer: known(roll() < 0.1),
      in_talks: known(roll() < 0.2),
    };
    return JSON.parse(JSON.stringify({ id: `a${String(row)}`, attributes })) as ToldAccount;
  });
};
