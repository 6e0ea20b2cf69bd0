import { describe, expect, test } from 'vitest';
import { unwrap } from 'revpact/kernel';
import { STANDARD_METRICS, trends, type ScorecardEntry, type TrendLook } from 'revpact/metrics';
import { periodOf, periodsUpTo, sirius2006, type Facts, type Period } from 'revpact/vocabulary';
import { at, facts, stays } from '../support/metric-facts.js';

const rate: ScorecardEntry = { metric: 'mql_to_sql_rate', direction: 'higher', target: '0.5', yellow: '0.5', red: '0.25', owner: 'sales', cadence: 'monthly' };

const period = (label: string): Period => {
  const found = periodOf(label, 'UTC');
  if (found === null) throw new Error(label);
  return found;
};

/** Two leads a month qualify on the 10th; one of March converts after 40 days, one of April after 5. */
const all = [
  ...stays('m1', ['mql', '03-10'], ['sql', '04-19']),
  ...stays('m2', ['mql', '03-10']),
  ...stays('a1', ['mql', '04-10'], ['sql', '04-15']),
  ...stays('a2', ['mql', '04-10']),
];
/** What a log cut at a moment knows. */
const factsAt = (asOf: number): Facts => facts({ stageVisits: all.filter(({ enteredAt }) => enteredAt < asOf) });

const seen = (look: TrendLook, asOf: number, periods: readonly Period[] = periodsUpTo(period('2026-04'), 2)) => {
  const [trend] = unwrap(trends([rate], STANDARD_METRICS, factsAt, { framework: sirius2006, periods, asOf, look }));
  return (trend?.points ?? []).map(({ period: { label }, result, change, flag, complete }) => ({
    label,
    of: result.kind === 'fraction' ? [result.numerator, result.denominator] : [],
    change,
    flag,
    complete,
  }));
};

describe('each period of a trend, looked at as of a moment of its own', () => {
  test('equally early: on 1 May April’s cohort is as young as March’s was on 1 April', () => {
    expect(seen('equally_early', at('05-01'))).toEqual([
      { label: '2026-03', of: [0, 2], change: null, flag: 'red', complete: true },
      { label: '2026-04', of: [1, 2], change: 'better', flag: 'green', complete: true },
    ]);
  });

  test('now: March has had a month more', () => {
    expect(seen('now', at('05-01')).map(({ of, change }) => [of, change])).toEqual([
      [[1, 2], null],
      [[1, 2], 'same'],
    ]);
  });

  test('at its end, where the last still runs', () => {
    expect(seen('at_its_end', at('04-12'))).toEqual([
      { label: '2026-03', of: [0, 2], change: null, flag: 'red', complete: true },
      { label: '2026-04', of: [0, 2], change: 'same', flag: 'red', complete: false },
    ]);
  });

  test('as far into it: twelve days of each', () => {
    expect(seen('equally_early', at('04-12')).map(({ of, complete }) => [of, complete])).toEqual([
      [[0, 2], false],
      [[0, 2], false],
    ]);
  });

  test('a period that has not begun is left out, and one without cases has no flag and no change', () => {
    const periods = [period('2026-02'), ...periodsUpTo(period('2026-05'), 3)];
    expect(seen('now', at('05-01'), periods).map(({ label, change, flag }) => [label, change, flag])).toEqual([
      ['2026-02', null, 'none'],
      ['2026-03', null, 'green'],
      ['2026-04', 'same', 'green'],
    ]);
  });

  test('facts are asked for once a moment', () => {
    const asked: number[] = [];
    const counting = (asOf: number): Facts => {
      asked.push(asOf);
      return factsAt(asOf);
    };
    unwrap(trends([rate, { ...rate, owner: 'marketing' }], STANDARD_METRICS, counting, { framework: sirius2006, periods: periodsUpTo(period('2026-04'), 3), asOf: at('05-01'), look: 'now' }));
    expect(asked).toEqual([at('05-01')]);
  });

  test('an unknown metric is an issue', () => {
    const made = trends([{ ...rate, metric: 'none' }], STANDARD_METRICS, factsAt, { framework: sirius2006, periods: [], asOf: at('05-01'), look: 'now' });
    expect(made).toMatchObject({ ok: false, issues: [{ code: 'metrics.unknown_metric' }] });
  });
});
