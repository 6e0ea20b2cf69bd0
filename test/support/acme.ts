import { GENERIC_MAPPING, importAccounts, importEvents, type AccountImport, type EventImport } from 'revpact/crm';
import { unwrap } from 'revpact/kernel';
import { generate } from '../../examples/acme/generate.js';
import { csvRecords } from './acme-csv.js';

const rows = (text: string) => csvRecords(text).map((cells, i) => ({ line: i + 2, cells }));

/** A year of the example company, read in: what was imported, and what the generator says really happened. */
export const acmeYear = (): { readonly year: ReturnType<typeof generate>; readonly events: EventImport; readonly accounts: AccountImport } => {
  const year = generate();
  return {
    year,
    events: unwrap(importEvents(GENERIC_MAPPING, rows(year.events))),
    accounts: unwrap(importAccounts(undefined, rows(year.accounts))),
  };
};
