import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unwrap } from 'revpact/kernel';
import { STANDARD_METRICS, tallyOf } from 'revpact/metrics';
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
  const cases = STANDARD_METRICS.flatMap((definition) =>
    ['2025-Q4', '2026-Q2', '2026-05'].flatMap((label) => [[], ['lead.source']].map((groupBy) => ({ id: definition.id, definition, label, groupBy }))),
  );

  test.each(cases)('$id of $label by $groupBy', async ({ definition, label, groupBy }) => {
    const options = { framework: frameworkOf(pact), period: period(label), asOf, groupBy };
    const compiled = compile(definition, duckdb, options);
    if (!compiled.applicable) throw new Error(compiled.reason.code);
    const local = tallyOf(definition, facts, options);
    expect(decode(definition, await db.rows(compiled.sql), groupBy)).toEqual(local);
    // Nothing equal to nothing would prove nothing.
    expect(JSON.stringify(local)).toMatch(/"(?:numerator|n)":[1-9]/);
  });
});
