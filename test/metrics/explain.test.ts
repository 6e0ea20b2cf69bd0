import { Decimal as Shared } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  STANDARD_METRICS,
  acceptanceRate,
  closedWinRate,
  evaluate,
  explain,
  isFormula,
  mqlToSqlRate,
  mqlVolume,
  parseMetric,
  pipelineCreated,
  speedToLead,
  tallyOf,
  type Evidence,
  type FactMeasure,
  type MetricDefinition,
} from 'revpact/metrics';
import { toWhole } from 'revpact/kernel';
import { hubspot, type Facts } from 'revpact/vocabulary';
import { anyFacts } from '../support/any-facts.js';
import { anyFormula, anyMetric } from '../support/any-metric.js';
import { aClock, aHandOff, aLead, anOpportunity, at, DAY, facts, options, someFacts, stays } from '../support/metric-facts.js';

/** Wide enough for the largest weighted sums. */
const Decimal = Shared.clone({ precision: 100 });

const within30Days = parseMetric({ ...mqlToSqlRate, basis: { ...mqlToSqlRate.basis, window: { ms: 30 * DAY, edge: '[)' } } });

const brief = ({ key, reason, inDenominator, inNumerator }: Evidence): string =>
  `${Object.values(key).join('/')} ${reason}${inDenominator ? ' den' : ''}${inNumerator ? ' num' : ''}`;

describe('each record says why it is in or out', () => {
  test('a cohort followed for thirty days', () => {
    const stageVisits = [
      ...stays('in-time', ['mql', '04-01'], ['sal', '04-02'], ['sql', '04-30T23:59']),
      ...stays('on-the-edge', ['mql', '04-02'], ['sql', '05-02']),
      ...stays('gave-up', ['mql', '04-03'], ['rejected', '04-04']),
      ...stays('young', ['mql', '06-02']),
      ...stays('old', ['mql', '03-31'], ['sql', '04-01']),
    ];
    expect(explain(within30Days, facts({ stageVisits }), options).map(brief)).toEqual([
      'old/1 outside_period',
      'in-time/1 converted den num',
      'on-the-edge/1 window_expired den',
      'gave-up/1 no_target den',
      'young/1 still_open den',
    ]);
  });

  test('a condition that leaves a unit out', () => {
    const web = parseMetric({
      ...mqlVolume,
      basis: { ...mqlVolume.basis, where: [{ column: 'lead.source', is: 'equals', value: 'web' }] },
    });
    const some = facts({
      leads: [aLead('a', { source: 'web' }), aLead('b')],
      stageVisits: [...stays('a', ['mql', '04-02']), ...stays('b', ['mql', '04-03'])],
    });
    expect(explain(web, some, options).map(brief)).toEqual(['a/1 counted den num', 'b/1 filtered_out']);
  });

  test('rows with their events', () => {
    const handOffs = [
      aHandOff('a', '04-02', { acceptedAt: at('04-03'), acceptedEvent: 'a-accepted' }),
      aHandOff('b', '04-02', { rejectedAt: at('04-03') }),
      aHandOff('c', '04-02', { acceptedAt: at('07-03'), acceptedEvent: 'too late to be known' }),
    ];
    const rows = explain(acceptanceRate, facts({ handOffs }), options);
    expect(rows.map(brief)).toEqual(['a/1 converted den num', 'b/1 no_target den', 'c/1 still_open den']);
    expect(rows.map(({ baseEvent, targetAt, targetEvent }) => [baseEvent, targetAt, targetEvent])).toEqual([
      ['a-delivered', at('04-03'), 'a-accepted'],
      ['b-delivered', null, null],
      ['c-delivered', null, null],
    ]);
  });

  test('clocks with their milliseconds, opportunities with their amounts', () => {
    const [clock] = explain(speedToLead, facts({ clocks: [aClock('a', '04-02', 5)] }), options);
    expect(clock).toMatchObject({ key: { clause: 'first_response', leadId: 'a', delivery: 1 }, value: 300_000, targetEvent: 'a-answered' });
    const opportunities = [anOpportunity('x', '04-02', { amountMinor: 700, currency: 'EUR' }), anOpportunity('y', '04-03')];
    expect(explain(pipelineCreated, facts({ opportunities }), options).map((one) => [brief(one), one.value, one.currency])).toEqual([
      ['x counted den num', 700, 'EUR'],
      ['y no_amount den', null, null],
    ]);
  });

  test('nothing stands behind a metric that does not apply', () => {
    const accepted = parseMetric({ ...mqlVolume, basis: { ...mqlVolume.basis, base: { milestone: 'accepted', pick: 'first' } } });
    expect(explain(accepted, facts({ stageVisits: stays('a', ['sal', '04-02']) }), { ...options, framework: hubspot })).toEqual([]);
  });
});

describe('the records add up to the number', () => {
  const recounted = (measure: FactMeasure, all: readonly Evidence[]): object => {
    const cohort = all.filter((one) => one.inCohort);
    const den = cohort.filter((one) => one.inDenominator);
    const num = cohort.filter((one) => one.inNumerator);
    const because = (reason: string) => cohort.filter((one) => one.reason === reason).length;
    const open = because('still_open');
    const sumOf = (rows: readonly Evidence[]) => rows.reduce((sum, one) => sum + BigInt(one.value ?? NaN) * BigInt(one.weight ?? 1), 0n);
    const currencies = (rows: readonly Evidence[]) => [...new Set(rows.map(({ currency }) => currency ?? ''))].sort();
    switch (measure.kind) {
      case 'count':
        return { numerator: num.length, denominator: 1, open, unknown: 0 };
      case 'distinct':
        return { numerator: new Set(num.map(({ word }) => word)).size, denominator: 1, open, unknown: because('no_value') };
      case 'total':
        return { numerator: toWhole(sumOf(num)), denominator: 1, open, unknown: because('no_value') };
      case 'share':
      case 'ratio':
        return { numerator: num.length, denominator: den.length, open, unknown: 0 };
      case 'mean':
        return { numerator: toWhole(sumOf(num)), denominator: den.length, open, unknown: because('reversed') };
      case 'percentile': {
        const { numerator: p, denominator: q } = measure.rank;
        const ranked = (measure.unended === 'last' ? den : num)
          .map(({ inNumerator, value }) => (inNumerator ? (value ?? NaN) : Infinity))
          .sort((a, b) => a - b);
        const at = ranked.find((_, below) => (below + 1) * q >= p * ranked.length) ?? null;
        const longest = ranked.filter((ms) => ms !== Infinity).at(-1) ?? null;
        return {
          n: den.length,
          open,
          reversed: because('reversed'),
          ms: at === Infinity ? null : at,
          lowerBound: at === Infinity ? longest : null,
        };
      }
      case 'value_share':
        return {
          open,
          unknown: because('no_amount'),
          belowZero: because('below_zero'),
          shares: currencies(den).map((currency) => {
            const of = (rows: readonly Evidence[]) => rows.filter((one) => one.currency === currency);
            return { currency, numerator: toWhole(sumOf(of(num))), denominator: toWhole(sumOf(of(den))), n: of(den).length };
          }),
        };
      case 'sum':
        return {
          open,
          unknown: because('no_amount'),
          sums: currencies(num).map((currency) => {
            const of = num.filter((one) => one.currency === currency);
            const exact = new Decimal(sumOf(of).toString()).div(measure.weight === null ? 1 : 100);
            return { currency, minor: toWhole(BigInt(exact.toFixed(0, Decimal.ROUND_HALF_EVEN))), n: of.length };
          }),
        };
    }
  };
  /** Every figure of a metric with the records behind it. */
  const holds = (definition: MetricDefinition, some: Facts): void => {
    const rows = explain(definition, some, options);
    const result = evaluate(definition, some, options);
    if (result.kind === 'inapplicable') expect(rows).toEqual([]);
    else if (!isFormula(definition)) expect(result).toMatchObject(recounted(definition.measure, rows));
    else {
      const inputs = new Map(
        Object.entries(definition.basis.inputs).map(([name, { measure }]) => [
          name,
          recounted(
            measure,
            rows.filter(({ input }) => input === name),
          ),
        ]),
      );
      expect(result).toMatchObject({ kind: 'formula', inputs: Object.fromEntries(inputs) });
    }
    expect(rows.every((one) => one.inCohort || (!one.inDenominator && !one.inNumerator))).toBe(true);
    expect(rows.every((one) => one.inDenominator || !one.inNumerator || one.reason === 'target_entry')).toBe(true);
  };
  const ownDates = parseMetric({
    ...mqlToSqlRate,
    measure: { kind: 'ratio', digits: 2, rounding: 'half-up' },
    basis: { ...mqlToSqlRate.basis, cohort: 'own' },
  });

  test.each([
    ...STANDARD_METRICS.map((definition) => ({ name: definition.id, definition })),
    { name: 'a window of thirty days', definition: within30Days },
    { name: 'base and target each by its own date', definition: ownDates },
  ])('of $name', ({ definition }) => {
    fc.assert(
      fc.property(anyFacts, (some) => {
        holds(definition, some);
      }),
      { numRuns: 15 },
    );
  });

  test('of any metric that the language can say', () => {
    fc.assert(
      fc.property(anyMetric, anyFacts, (definition, some) => {
        holds(definition, some);
      }),
      { numRuns: 600 },
    );
  });

  test('of any formula, figure by figure', () => {
    fc.assert(
      fc.property(anyFormula, anyFacts, (definition, some) => {
        holds(definition, some);
      }),
      { numRuns: 150 },
    );
  });

  test('a share is never above one, and groups add up to the whole', () => {
    fc.assert(
      fc.property(someFacts, (some) => {
        for (const definition of [acceptanceRate, mqlToSqlRate, closedWinRate]) {
          const groups = tallyOf(definition, some, { ...options, groupBy: ['lead.source'] }).map(({ tally }) => tally);
          const [all] = tallyOf(definition, some, options);
          if (all?.tally.kind !== 'fraction') throw new Error('a fraction');
          const total = { numerator: 0, denominator: 0, open: 0, unknown: 0 };
          for (const tally of groups) {
            if (tally.kind !== 'fraction') throw new Error('a fraction');
            expect(Number(tally.numerator)).toBeLessThanOrEqual(Number(tally.denominator));
            total.numerator += Number(tally.numerator);
            total.denominator += Number(tally.denominator);
            total.open += tally.open;
          }
          expect(all.tally).toEqual({ kind: 'fraction', ...total });
        }
      }),
    );
  });
});
