import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unwrap } from 'revpact/kernel';
import { coaching, entryIssues, scorecard, STANDARD_METRICS, type MetricDefinition, type ScorecardEntry } from 'revpact/metrics';
import { metricBasis, metricValue } from '../../src/report/metric-words.js';
import { options, someFacts } from '../support/metric-facts.js';

/** An entry that the metric can stand in, whatever kind it is. */
const entryOf = ({ id, measure }: MetricDefinition): ScorecardEntry => ({
  metric: id,
  ...(measure.kind === 'sum' || (measure.kind === 'formula' && measure.of === 'money') ? { currency: 'EUR' } : {}),
  ...(measure.kind === 'percentile' || measure.kind === 'mean' || (measure.kind === 'formula' && measure.of === 'duration') ? { unit: 'hours' } : {}),
  direction: 'higher',
  target: '1',
  yellow: '1',
  red: '0.5',
  owner: 'sales',
  cadence: 'weekly',
});
const entries = STANDARD_METRICS.map(entryOf);

test('every standard metric can stand on a scorecard', () => {
  expect(entryIssues(entries, STANDARD_METRICS)).toEqual([]);
});

test('over any facts each has a flag or a reason, and words without a NaN in them', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      for (const row of unwrap(scorecard(entries, STANDARD_METRICS, facts, options))) {
        expect([row.flag === 'none', row.onTarget === null]).toEqual([row.reason !== null, row.reason !== null]);
        const words = `${metricValue(row.result, { currency: row.entry.currency ?? null, time: row.time })} ${metricBasis(row.result)}`;
        expect(words).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
      }
    }),
    { numRuns: 15 },
  );
});

test('those of the delivery by person: no more people than are named, and no value for too few', () => {
  const byPerson = STANDARD_METRICS.filter(({ unit }) => unit === 'delivery');
  expect(byPerson.length).toBeGreaterThan(0);
  fc.assert(
    fc.property(someFacts, (facts) => {
      const named = new Set(facts.handOffs.map(({ toPerson }) => toPerson));
      for (const definition of byPerson) {
        const { people, team } = coaching(definition, facts, { ...options, by: 'row.toPerson', minimumSample: 2, minimumPeople: 2 });
        expect(people.every(({ person }) => named.has(person))).toBe(true);
        expect(people.filter(({ value }) => value !== null)).toHaveLength(team.people);
        expect(team.spread === null).toBe(team.people < 2);
      }
    }),
    { numRuns: 15 },
  );
});
