import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unwrap } from 'revpact/kernel';
import { STANDARD_METRICS, inapplicable, tallyOf, type MetricOptions } from 'revpact/metrics';
import { frameworkOf, pactFacts, versionsInForce } from 'revpact/pact';
import { periodOf, type Facts, type Period } from 'revpact/vocabulary';
import { compile, decode, duckdb } from 'revpact/warehouse';
import { acmeYear } from '../support/acme.js';
import { duck, type Duck } from '../support/duck.js';
import { acme } from '../support/pact.js';

const pact = acme();
const asOf = Date.parse('2026-07-01T00:00:00+02:00');
const period = (label: string): Period => {
  const found = periodOf(label, pact.zone);
  if (found === null) throw new Error(label);
  return found;
};

let db: Duck;
let facts: Facts;
beforeAll(async () => {
  const versions = unwrap(versionsInForce([pact]));
  const [version] = versions;
  if (version === undefined) throw new Error('the example has a version');
  facts = pactFacts(versions, version, acmeYear().events.events, { asOf }).facts;
  db = await duck();
  await db.load(facts);
});
afterAll(() => {
  db.close();
});

describe('the example year in a warehouse gives the same integers', () => {
  const asked = (label: string, groupBy: readonly string[]): MetricOptions => ({
    framework: frameworkOf(pact),
    period: period(label),
    asOf,
    groupBy,
  });

  test.each(STANDARD_METRICS.map((definition) => ({ id: definition.id, definition })))('$id', async ({ definition }) => {
    for (const label of ['2026-Q2', '2026-05']) {
      for (const groupBy of definition.dimensions.length === 0 ? [[]] : [[], definition.dimensions]) {
        const options = asked(label, groupBy);
        const compiled = compile(definition, duckdb, options);
        const reason = inapplicable(definition, options.framework);
        if (!compiled.applicable || reason !== null) expect(compiled).toEqual({ applicable: false, reason });
        else expect(decode(definition, await db.rows(compiled.sql), options)).toEqual(tallyOf(definition, facts, options));
      }
    }
  });

  test('nothing equal to nothing would prove nothing', () => {
    const told = STANDARD_METRICS.filter((definition) => /"(?:numerator|n|minor)":-?[1-9]/.test(JSON.stringify(tallyOf(definition, facts, asked('2026-Q2', [])))));
    expect(told.length).toBeGreaterThan(100);
  });
});
