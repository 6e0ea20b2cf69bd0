import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GENERIC_MAPPING } from 'revpact/crm';

const page = readFileSync(new URL('../../docs/importing.md', import.meta.url), 'utf8');
/** The columns in the first cells of the table. */
const named = page
  .split('\n')
  .filter((line) => /^\| `/.test(line))
  .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([a-z_]+)…?`/g)].map(([, column = '']) => column));

test('docs/importing.md names every column that is known, and no other', () => {
  const columns = GENERIC_MAPPING.rules.flatMap(({ type, set }) =>
    [...(typeof type === 'string' ? [] : [type]), ...Object.values(set)].flatMap((source) => [
      ...('column' in source ? [source.column] : []),
      ...('prefix' in source ? [source.prefix] : []),
      ...('currency' in source && typeof source.currency === 'object' ? [source.currency.column] : []),
      ...('zone' in source && typeof source.zone === 'object' ? [source.zone.column] : []),
    ]),
  );
  expect([...named].sort()).toEqual([...new Set(columns)].sort());
});
