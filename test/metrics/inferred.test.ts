import { describe, expect, test } from 'vitest';
import { evaluate, funnel, mqlToSqlRate, mqlVolume } from 'revpact/metrics';
import type { StageVisitFact } from 'revpact/vocabulary';
import { facts, options, stays } from '../support/metric-facts.js';

/** The first stay of a lead turned into one that a later event revealed: all that is known is when it ended. */
const revealed = ([first, second, ...later]: readonly StageVisitFact[]): readonly StageVisitFact[] =>
  first === undefined || second === undefined
    ? []
    : [{ ...first, enteredAt: second.enteredAt, enteredOrder: second.enteredOrder, enteredEvent: second.enteredEvent, inferred: true }, second, ...later];

const counted = (metric: typeof mqlVolume | typeof mqlToSqlRate, visits: readonly StageVisitFact[]): string => {
  const result = evaluate(metric, facts({ stageVisits: visits }), options);
  return result.kind === 'fraction' ? `${String(result.numerator)} of ${String(result.denominator)}` : result.kind;
};

describe('a stay that nobody recorded', () => {
  test('puts a lead into no cohort: it became an MQL at some time before April 20', () => {
    expect(counted(mqlVolume, stays('a', ['mql', '04-10'], ['sal', '04-20']))).toBe('1 of 1');
    expect(counted(mqlVolume, revealed(stays('a', ['mql', '04-10'], ['sal', '04-20'])))).toBe('0 of 1');
  });

  test('still is the first: the MQL of June is not the first of that lead', () => {
    const visits = revealed(stays('a', ['mql', '04-10'], ['rejected', '04-20'], ['recycled', '05-01'], ['mql', '06-01']));
    expect(counted(mqlVolume, visits)).toBe('0 of 1');
  });

  test('counts as reached by a lead whose cohort is known', () => {
    // An MQL of April 10, found again on April 20 as one that left SQL: nobody recorded how it got there.
    const [mql, sql, won] = stays('a', ['mql', '04-10'], ['sql', '04-20'], ['won', '04-20']);
    if (mql === undefined || sql === undefined || won === undefined) throw new Error('three stays');
    expect(counted(mqlToSqlRate, [mql, { ...sql, inferred: true, enteredOrder: won.enteredOrder }, won])).toBe('1 of 1');
  });

  test('is no flow: neither in nor out', () => {
    const { stages } = funnel(facts({ stageVisits: revealed(stays('a', ['mql', '04-10'], ['sal', '04-20'])) }), options);
    expect(stages.filter(({ entered, left, opening, closing }) => entered + left + opening + closing > 0)).toMatchObject([
      { stage: 'sal', opening: 0, entered: 1, left: 0, closing: 1, balanced: true },
    ]);
  });
});
