import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { funnel } from 'revpact/metrics';
import { EXITS } from 'revpact/vocabulary';
import { anExit, at, facts, options, someFacts, stays } from '../support/metric-facts.js';

describe('volume by stage', () => {
  const stageVisits = [
    ...stays('a', ['inquiry', '03-01'], ['mql', '04-10'], ['sal', '07-10']),
    ...stays('b', ['mql', '03-20'], ['rejected', '04-01'], ['recycled', '05-01'], ['mql', '05-02']),
    ...stays('c', ['mql', '06-30'], ['sal', '06-30']),
    ...stays('d', ['mql', '07-01']),
    ...stays('e', ['nurture', '05-05']),
  ];
  const stage = (id: string, asOf: string) =>
    funnel(facts({ stageVisits }), { ...options, asOf: at(asOf) }).stages.find(({ stage: one }) => one === id);

  test.each([
    // opening: b. In: a, b again, c. Out: b (in the first moment of the period), c. Closing: a and b.
    { id: 'mql', asOf: '08-01', opening: 1, entered: 3, enteredLeads: 3, left: 2, closing: 2 },
    { id: 'inquiry', asOf: '08-01', opening: 1, entered: 0, enteredLeads: 0, left: 1, closing: 0 },
    { id: 'sal', asOf: '08-01', opening: 0, entered: 1, enteredLeads: 1, left: 0, closing: 1 },
    { id: 'won', asOf: '08-01', opening: 0, entered: 0, enteredLeads: 0, left: 0, closing: 0 },
    // Looked at in the middle of the period, what comes after has not happened.
    { id: 'mql', asOf: '05-01', opening: 1, entered: 1, enteredLeads: 1, left: 1, closing: 1 },
    // Looked at before the period: all that is known of it is who stands there.
    { id: 'mql', asOf: '03-25', opening: 1, entered: 0, enteredLeads: 0, left: 0, closing: 1 },
  ])('$id as of $asOf: $opening + $entered − $left = $closing', ({ id, asOf, ...is }) => {
    expect(stage(id, asOf)).toMatchObject({ ...is, balanced: true, known: true });
  });

  test('a stage that the framework does not have is listed last, not dropped', () => {
    expect(funnel(facts({ stageVisits }), options).stages.at(-1)).toMatchObject({ stage: 'nurture', entered: 1, known: false });
  });

  test('what came in and did not go out is there', () => {
    fc.assert(
      fc.property(someFacts, fc.constantFrom(at('03-01'), at('05-10'), at('07-01'), at('09-01')), (some, asOf) => {
        const stageVisits = some.stageVisits.map((one) => ({
          ...one,
          leftAt: one.leftAt !== null && one.leftAt < one.enteredAt ? null : one.leftAt,
        }));
        expect(funnel({ ...some, stageVisits }, { ...options, asOf }).stages.every(({ balanced }) => balanced)).toBe(true);
      }),
    );
  });

  test('a visit that ends before it begins does not balance', () => {
    const [visit] = stays('a', ['mql', '05-01']);
    if (visit === undefined) throw new Error('one visit');
    const { stages } = funnel(facts({ stageVisits: [{ ...visit, leftAt: at('03-01') }] }), options);
    expect(stages.filter(({ balanced }) => !balanced).map((one) => one.stage)).toEqual(['mql']);
  });
});

describe('the four exits', () => {
  const exits = [
    anExit('a', 'rejected', '04-02', { class: 'clerical', reason: 'no_phone', recycledAt: at('04-20') }),
    anExit('b', 'rejected', '04-03', { class: 'clerical', reason: 'no_phone', recycledAt: at('07-05') }),
    anExit('b', 'rejected', '04-09', { nth: 2, class: 'procedural', reason: 'wrong_region', party: 'sales' }),
    anExit('c', 'disqualified', '05-01', { reason: 'no_budget' }),
    anExit('d', 'expired', '03-31', { recycledAt: at('04-01') }),
    anExit('e', 'lost', '07-01', { reason: 'price' }),
  ];

  test('are counted apart, by class, reason and party', () => {
    const seen = funnel(facts({ exits }), options);
    expect(seen.exits.map(({ exit }) => exit)).toEqual(EXITS);
    expect(seen.exits[0]).toEqual({
      exit: 'rejected',
      count: 3,
      leads: 2,
      byClass: [
        { of: 'clerical', count: 2 },
        { of: 'procedural', count: 1 },
      ],
      byReason: [
        { of: 'no_phone', count: 2 },
        { of: 'wrong_region', count: 1 },
      ],
      byParty: [
        { of: 'sales_development', count: 2 },
        { of: 'sales', count: 1 },
      ],
      recycled: 1,
    });
    expect(seen.exits.map(({ count }) => count)).toEqual([3, 1, 0, 0]);
    expect(seen.recycled).toBe(2);
  });
});
