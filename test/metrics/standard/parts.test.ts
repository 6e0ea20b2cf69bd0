import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, STANDARD_METRICS, stageDepartures, stageEntries, stageInventory, stageNetChange, type MetricDefinition, type MetricOptions } from 'revpact/metrics';
import { createLifecycle, factsFrom, resolve } from 'revpact/lifecycle';
import { sirius2006, type Facts, type Period } from 'revpact/vocabulary';
import { anyFacts } from '../../support/any-facts.js';
import { at, Q2 } from '../../support/metric-facts.js';
import { anyLog } from '../../support/random-log.js';

const options: MetricOptions = { framework: sirius2006, period: Q2, asOf: at('06-15') };

/** Fractions whose parts add up: of different values, one may be in several parts. */
const ADDITIVE = STANDARD_METRICS.filter(({ measure, dimensions }) => ['count', 'total', 'share', 'ratio'].includes(measure.kind) && dimensions.length > 0);

test.each(ADDITIVE)('the parts of $id add up to the whole', (metric) => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const whole = evaluate(metric, facts, options);
      if (whole.kind !== 'fraction') throw new Error(whole.kind);
      const parts = whole.groups.map((group) => ({ numerator: Number('numerator' in group ? group.numerator : NaN), denominator: Number('denominator' in group ? group.denominator : NaN) }));
      expect(parts.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(whole.numerator);
      const shared = metric.dimensions.some((ref) => ref.startsWith('target.')) || metric.measure.kind === 'count' || metric.measure.kind === 'total';
      if (shared) expect(new Set(parts.map(({ denominator }) => denominator)).size).toBeLessThanOrEqual(1);
      else expect(parts.reduce((sum, { denominator }) => sum + denominator, 0)).toBe(whole.denominator);
    }),
    { numRuns: 40 },
  );
});

describe('what stands in a stage', () => {
  const LIFECYCLE = createLifecycle(sirius2006);
  const [start, mid, end] = [20, 45, 75];
  const window = (from: number, to: number): Period => ({ label: 'window', start: from, end: to, zone: 'UTC' });
  const byStage = (metric: MetricDefinition, facts: Facts, period: Period): ReadonlyMap<string, number> => {
    const result = evaluate(metric, facts, { framework: sirius2006, period, asOf: 1_000 });
    if (result.kind === 'inapplicable') throw new Error('it applies');
    return new Map(
      result.groups.flatMap((group) => ('numerator' in group && group.denominator !== null ? [[String(group.key['row.stage']), Number(group.numerator)] as const] : [])),
    );
  };

  test('at the end of a period is what stood at its beginning, and what came, less what went', () => {
    fc.assert(
      fc.property(anyLog(sirius2006, 60), (log) => {
        const facts = factsFrom(LIFECYCLE, resolve(log)).facts;
        const opening = byStage(stageInventory, facts, window(0, start));
        const closing = byStage(stageInventory, facts, window(start, end));
        const entries = byStage(stageEntries, facts, window(start, end));
        const departures = byStage(stageDepartures, facts, window(start, end));
        const change = byStage(stageNetChange, facts, window(start, end));
        for (const { id } of sirius2006.stages) {
          const of = (one: ReadonlyMap<string, number>): number => one.get(id) ?? 0;
          expect(of(closing)).toBe(of(opening) + of(entries) - of(departures));
          expect(of(change)).toBe(of(entries) - of(departures));
        }
      }),
    );
  });

  test('counts each lead that is anywhere once', () => {
    fc.assert(
      fc.property(anyLog(sirius2006, 60), (log) => {
        const { facts } = factsFrom(LIFECYCLE, resolve(log));
        const standing = evaluate(stageInventory, facts, { framework: sirius2006, period: window(0, mid), asOf: 1_000 });
        const expected = facts.stageVisits.filter(({ inferred, enteredAt, leftAt }) => !inferred && enteredAt < mid && (leftAt === null || leftAt >= mid)).length;
        expect(standing).toMatchObject({ numerator: expected });
      }),
    );
  });
});
