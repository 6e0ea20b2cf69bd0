import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareRatios, type Ratio } from 'revpact/kernel';
import { shapleyShares } from 'revpact/metrics';

const whole = (numerator: number): Ratio => ({ numerator, denominator: 1 });
const sum = (ratios: readonly Ratio[]): Ratio =>
  ratios.reduce((a, b) => ({
    numerator: (BigInt(a.numerator) * BigInt(b.denominator) + BigInt(b.numerator) * BigInt(a.denominator)).toString(),
    denominator: (BigInt(a.denominator) * BigInt(b.denominator)).toString(),
  }), whole(0));
const equal = (a: Ratio | undefined, b: Ratio | undefined): boolean => a !== undefined && b !== undefined && compareRatios(a, b) === 0;
const minus = (a: Ratio, b: Ratio): Ratio => sum([a, { numerator: (-BigInt(b.numerator)).toString(), denominator: b.denominator }]);

/** The definition, word for word: what each adds to those before, averaged over all orders. */
const byOrders = (values: readonly Ratio[], players: number): readonly Ratio[] => {
  const orders = permutations(Array.from({ length: players }, (_, i) => i));
  return Array.from({ length: players }, (_, player) => {
    const added = orders.map((order) => {
      const before = order.slice(0, order.indexOf(player)).reduce((mask, other) => mask | (1 << other), 0);
      return minus(values[before | (1 << player)] ?? whole(0), values[before] ?? whole(0));
    });
    const total = sum(added);
    return { numerator: total.numerator, denominator: (BigInt(total.denominator) * BigInt(orders.length)).toString() };
  });
};
const permutations = (items: readonly number[]): readonly (readonly number[])[] =>
  items.length === 0 ? [[]] : items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));

const value = fc.record({ numerator: fc.integer({ min: -1000, max: 1000 }), denominator: fc.integer({ min: 1, max: 60 }) });
const game = fc.integer({ min: 0, max: 5 }).chain((players) => fc.tuple(fc.constant(players), fc.array(value, { minLength: 2 ** players, maxLength: 2 ** players })));

describe('exact Shapley shares', () => {
  test('the glove game: one left glove, two right ones; the left is worth 2/3, each right 1/6', () => {
    // Players: 0 holds a left glove, 1 and 2 a right one. A pair is worth 1. Worked by hand over the six orders.
    const values = [0, 0, 0, 1, 0, 1, 0, 1].map(whole);
    expect(shapleyShares(values)).toEqual([{ numerator: 2, denominator: 3 }, { numerator: 1, denominator: 6 }, { numerator: 1, denominator: 6 }]);
  });

  test('they are what each adds, averaged over all orders', () => {
    fc.assert(
      fc.property(game, ([players, values]) => {
        const expected = byOrders(values, players);
        expect(shapleyShares(values).every((share, i) => equal(share, expected[i]))).toBe(true);
      }),
    );
  });

  test('efficiency: they sum to the value of all less the value of nobody', () => {
    fc.assert(
      fc.property(game, ([, values]) => equal(sum(shapleyShares(values)), minus(values.at(-1) ?? whole(0), values[0] ?? whole(0)))),
    );
  });

  test('symmetry: who can stand in for one another share equally', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 8, maxLength: 8 }), (drawn) => {
        // Players 0 and 1 made exchangeable: a coalition is worth the same with either.
        const values = drawn.map((one, coalition) => ((coalition & 3) === 2 ? (drawn[(coalition & 4) | 1] ?? one) : one));
        const [first, second] = shapleyShares(values);
        return equal(first, second);
      }),
    );
  });

  test('dummy: who adds nothing to anyone gets nothing', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 16, maxLength: 16 }), (drawn) => {
        const values = drawn.map((one, coalition) => drawn[coalition & ~4] ?? one);
        return equal(shapleyShares(values)[2], whole(0));
      }),
    );
  });

  test('additivity: the shares of a sum of games are the sums of their shares', () => {
    const pair = fc.array(fc.tuple(value, value), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(pair, (both) => {
        const [a, b] = [shapleyShares(both.map(([one]) => one)), shapleyShares(both.map(([, other]) => other))];
        return shapleyShares(both.map((values) => sum(values))).every((share, i) => equal(share, sum([a[i] ?? whole(0), b[i] ?? whole(0)])));
      }),
    );
  });

  test('sixteen players share exactly; seventeen are refused', () => {
    // A coalition is worth the square of its size: all are alike, so each gets 16² / 16.
    const size = (coalition: number): number => coalition.toString(2).replaceAll('0', '').length;
    const values = Array.from({ length: 2 ** 16 }, (_, coalition) => whole(size(coalition) ** 2));
    expect(shapleyShares(values)).toEqual(Array.from({ length: 16 }, () => whole(16)));
    expect(() => shapleyShares(Array.from({ length: 2 ** 17 }, () => whole(0)))).toThrow('at most 16');
  });

  test('what is no game is refused: three values, none, a denominator of zero', () => {
    expect(() => shapleyShares([whole(0), whole(1), whole(2)])).toThrow(RangeError);
    expect(() => shapleyShares([])).toThrow(RangeError);
    expect(() => shapleyShares([whole(0), { numerator: 1, denominator: 0 }])).toThrow(RangeError);
  });
});
