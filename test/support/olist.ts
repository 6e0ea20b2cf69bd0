import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { unwrap } from 'revpact/kernel';
import { importEvents, safeParseMapping, type EventImport, type Mapping, type Row } from 'revpact/crm';
import { parsePact, type Pact } from 'revpact/pact';
import { Framework } from 'revpact/vocabulary';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const data = root('../shared/data/olist');

/** The Olist files are not ours to pass on: whoever has them puts them beside the checkout. */
export const olistIsHere = (): boolean => {
  const here = existsSync(`${data}/olist_marketing_qualified_leads_dataset.csv`);
  if (!here) console.warn('skipped: no Olist files in ../shared/data/olist');
  return here;
};

const example = (name: string): unknown => JSON.parse(readFileSync(root(`examples/olist/${name}`), 'utf8'));
export const olistFramework = (): Framework => Framework.parse(example('framework.json'));
export const olistPact = (): Pact => parsePact(example('pact.json'));
export const olistMapping = (name: 'leads' | 'deals'): Mapping => unwrap(safeParseMapping(example(`${name}.mapping.json`)));

/** A DuckDB with the two files as views of text columns, `lead` and `deal`. */
export interface Olist {
  readonly rows: (sql: string) => Promise<readonly Readonly<Record<string, string | null>>[]>;
  readonly imported: (name: 'leads' | 'deals') => Promise<EventImport>;
}

export const openOlist = async (): Promise<Olist> => {
  const database = await (await DuckDBInstance.create(':memory:')).connect();
  const view = async (name: string, file: string): Promise<void> => {
    await database.run(`create view ${name} as select * from read_csv('${data}/${file}', header = true, all_varchar = true)`);
  };
  await view('lead', 'olist_marketing_qualified_leads_dataset.csv');
  await view('deal', 'olist_closed_deals_dataset.csv');
  // As JSON, so that 64-bit integers arrive as the digits they are.
  const rows: Olist['rows'] = async (sql) => {
    const result = await database.runAndReadAll(sql);
    return result.getRowObjectsJson() as Readonly<Record<string, string | null>>[];
  };
  return {
    rows,
    imported: async (name) => {
      const cells = await rows(`from ${name === 'leads' ? 'lead' : 'deal'}`);
      return unwrap(
        importEvents(
          olistMapping(name),
          cells.map((row, i): Row => ({ line: i + 2, cells: row })),
        ),
      );
    },
  };
};
