import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digest, readWith } from 'revpact/kernel';
import { AttributionModel, FULL_PATH, W_SHAPED, attribute, explainPath, inverseJShaped, jShaped, modelHash, uShaped, type Attribution, type Path, type PathModel } from 'revpact/metrics';
import { aPath, DAY, pathsIn, somePaths } from '../../support/paths.js';

const by = (paths: readonly Path[], model: AttributionModel): Attribution => {
  const found = attribute(paths, model, { digest: false });
  if (!found.ok) throw new Error(found.issues[0]?.message);
  return found.value;
};
/** Credit by channel, as fractions in lowest terms. */
const credit = (paths: readonly Path[], model: AttributionModel): Record<string, string> =>
  Object.fromEntries(
    by(paths, model).rows.map(({ channel, credit: { numerator, denominator } }) => {
      let [a, b] = [BigInt(numerator) < 0n ? -BigInt(numerator) : BigInt(numerator), BigInt(denominator)];
      while (b !== 0n) [a, b] = [b, a % b];
      return [String(channel), a === 0n ? '0/1' : `${String(BigInt(numerator) / a)}/${String(BigInt(denominator) / a)}`];
    }),
  );

const RATE: AttributionModel = { kind: 'shapley_rate', exactUpTo: 12, permutations: 2, seed: 1 };
const PATH_MODELS: readonly PathModel[] = [
  { kind: 'first_touch' },
  { kind: 'last_touch' },
  { kind: 'last_non_direct', direct: ['c1'] },
  { kind: 'linear' },
  uShaped('last'),
  jShaped('lead_created'),
  inverseJShaped('opportunity_created'),
  W_SHAPED,
  FULL_PATH,
  { kind: 'position', anchors: [{ anchor: 'mql', weight: 1 }], rest: 0 },
  { kind: 'time_decay', halfLifeMs: 5 },
];
const ALL_MODELS: readonly AttributionModel[] = [
  ...PATH_MODELS,
  { kind: 'markov', order: 1 },
  { kind: 'markov', order: 3 },
  { kind: 'shapley_total' },
  RATE,
  { kind: 'shapley_rate', exactUpTo: 0, permutations: 40, seed: 7 },
];

describe.each(ALL_MODELS)('by $kind', (model) => {
  test('credit and money of all rows, and what is attributed to nobody, sum to what there was', () => {
    fc.assert(
      fc.property(somePaths(), (paths) => {
        const found = by(paths, model);
        const [first] = found.rows;
        const denominator = BigInt(first?.credit.denominator ?? 1);
        expect(found.rows.every((row) => BigInt(row.credit.denominator) === denominator)).toBe(true);
        const credited = found.rows.reduce((sum, row) => sum + BigInt(row.credit.numerator), 0n);
        expect(credited).toBe(BigInt(found.conversions - found.unattributed.conversions) * denominator);
        for (const { currency, minor } of found.money) {
          const rows = found.rows.reduce((sum, { money }) => sum + Number(money.find((one) => one.currency === currency)?.minor ?? 0), 0);
          expect(rows + Number(found.unattributed.money.find((one) => one.currency === currency)?.minor ?? 0)).toBe(minor);
        }
        expect(found.withoutAmount).toBe(paths.filter(({ convertedAt, amount }) => convertedAt !== null && amount === null).length);
        expect(JSON.stringify(found)).not.toMatch(/NaN|Infinity/);
      }),
    );
  });

  test('the order of paths does not matter, nor do the names of channels to what they get, as long as they sort alike', () => {
    fc.assert(
      fc.property(somePaths(), (paths) => {
        const renamed = paths.map((path) => ({ ...path, touches: path.touches.map((touch) => ({ ...touch, channel: touch.channel === null ? null : touch.channel.replace('c', 'd') })) }));
        const direct = model.kind === 'last_non_direct' ? { ...model, direct: ['d1'] } : model;
        const rows = by(paths, model).rows;
        expect(by([...paths].reverse(), model).rows).toEqual(rows);
        expect(by(renamed, direct).rows.map((row) => ({ ...row, channel: row.channel?.replace('d', 'c') ?? null }))).toEqual(rows);
      }),
    );
  });

  test('twice the same paths give twice the credit', () => {
    fc.assert(
      fc.property(somePaths(), (paths) => {
        const twice = [...paths, ...paths.map((path) => ({ ...path, id: `${path.id}-again` }))];
        const once = credit(paths, model);
        const value = (text: string): number => Number(text.split('/')[0]) / Number(text.split('/')[1]);
        for (const [channel, share] of Object.entries(credit(twice, model))) expect(value(share)).toBeCloseTo(2 * value(once[channel] ?? '0/1'), 9);
      }),
      { numRuns: 40 },
    );
  });
});

test.each(PATH_MODELS)('by $kind, deals explained one by one re-add to the rows, and who did not convert changes nothing', (model) => {
  fc.assert(
    fc.property(somePaths(), (paths) => {
      const found = by(paths, model);
      const sums = new Map<string, number>();
      for (const path of paths) {
        const touches = explainPath(path, model);
        for (const { channel, minor } of touches.ok ? touches.value : []) {
          const key = `${String(channel)} ${String(path.amount?.currency)}`;
          if (minor !== null) sums.set(key, (sums.get(key) ?? 0) + Number(minor));
        }
      }
      for (const { channel, money } of found.rows) for (const { currency, minor } of money) expect(minor).toBe(sums.get(`${String(channel)} ${currency}`) ?? 0);
      expect(by(paths.filter(({ convertedAt }) => convertedAt !== null), model).rows).toEqual(found.rows.filter(({ conversions }) => conversions > 0));
    }),
  );
});

describe('Shapley over channels', () => {
  const shares = (paths: readonly Path[], worth: (inside: readonly Path[]) => number): Record<string, number> => {
    const touched = paths.filter(({ touches }) => touches.length > 0);
    const channels = [...new Set(touched.flatMap(({ touches }) => touches.map(({ channel }) => String(channel))))];
    const valueOf = (members: readonly string[]): number => worth(touched.filter(({ touches }) => touches.every(({ channel }) => members.includes(String(channel)))));
    const orders = permutations(channels);
    return Object.fromEntries(
      channels.map((channel) => {
        const added = orders.map((order) => {
          const before = order.slice(0, order.indexOf(channel));
          return valueOf([...before, channel]) - valueOf(before);
        });
        return [channel, added.reduce((sum, one) => sum + one, 0) / orders.length];
      }),
    );
  };
  const permutations = (items: readonly string[]): readonly (readonly string[])[] =>
    items.length === 0 ? [[]] : items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
  const conversions = (paths: readonly Path[]): number => paths.filter(({ convertedAt }) => convertedAt !== null).length;
  const value = (text: string | undefined): number => Number(text?.split('/')[0]) / Number(text?.split('/')[1]);

  test('the total: what each adds to the conversions, over all orders', () => {
    fc.assert(
      fc.property(somePaths(10, 5), (paths) => {
        const expected = shares(paths, conversions);
        for (const [channel, share] of Object.entries(credit(paths, { kind: 'shapley_total' }))) expect(value(share)).toBeCloseTo(expected[channel] ?? NaN, 9);
      }),
      { numRuns: 60 },
    );
  });

  test('the rate: what each adds to the share of paths that convert, over all orders', () => {
    fc.assert(
      fc.property(somePaths(10, 5), (paths) => {
        const touched = paths.filter(({ touches }) => touches.length > 0).length;
        const expected = shares(paths, (inside) => (inside.length === 0 ? 0 : conversions(inside) / inside.length));
        for (const [channel, share] of Object.entries(credit(paths, RATE))) expect(value(share)).toBeCloseTo((expected[channel] ?? NaN) * touched, 9);
      }),
      { numRuns: 60 },
    );
  });

  test('by hand: ads converts one of two, mail the only one, both one of two', () => {
    const paths = pathsIn(`ads +
      ads -
      mail +
      ads mail +
      mail ads -`);
    // Worth: {ads} 1/2, {mail} 1, both 3/5. Ads adds 1/2 or −2/5: 1/20. Mail adds 1 or 1/10: 11/20. Times 5 paths.
    expect(credit(paths, RATE)).toEqual({ ads: '1/4', mail: '11/4' });
    // Worth: {ads} 1, {mail} 1, both 3. Each its own and half of the one that needs both.
    expect(credit(paths, { kind: 'shapley_total' })).toEqual({ ads: '3/2', mail: '3/2' });
  });

  test('who harms is credited below zero, and money still sums', () => {
    const paths = [
      ...pathsIn(Array.from({ length: 4 }, () => 'mail +').join('\n')).map((path) => ({ ...path, amount: { minor: 25, currency: 'EUR' } })),
      ...pathsIn(Array.from({ length: 4 }, () => 'mail spam -').join('\n')).map((path) => ({ ...path, id: `${path.id}-spam` })),
    ];
    // Worth: {mail} 1, {spam} 0, both 1/2: mail 3/4, spam −1/4, of 8 paths.
    expect(credit(paths, RATE)).toEqual({ mail: '6/1', spam: '-2/1' });
    expect(by(paths, RATE).rows.map(({ money }) => money[0]?.minor)).toEqual([150, -50]);
  });

  test('the estimate comes near, within four standard errors, the same for the same seed and another for another', () => {
    const paths = pathsIn(Array.from({ length: 400 }, (_, i) => `${[i % 7, (i * i) % 7, (i * 3) % 5].slice(0, 1 + (i % 3)).map((n) => `c${String(n)}`).join(' ')} ${i % 3 === 0 || i % 7 === 2 ? '+' : '-'}`).join('\n'));
    const exact = credit(paths, RATE);
    const estimate = (seed: number): Attribution => by(paths, { kind: 'shapley_rate', exactUpTo: 3, permutations: 4000, seed });
    const found = estimate(11);
    expect(found.detail).toMatchObject({ kind: 'shapley', exact: false });
    const errors = found.detail?.kind === 'shapley' ? (found.detail.errors ?? []) : [];
    expect(errors.map(({ channel }) => channel)).toEqual(Object.keys(exact));
    found.rows.forEach(({ channel, credit: { numerator, denominator } }, i) => {
      const off = Math.abs(Number(numerator) / Number(denominator) - value(exact[String(channel)])) / found.conversions;
      const error = errors[i]?.error ?? NaN;
      expect(error).toBeGreaterThan(0);
      expect(error).toBeLessThan(0.02);
      expect(off).toBeLessThan(4 * error);
    });
    expect(estimate(11)).toEqual(found);
    expect(estimate(12).rows).not.toEqual(found.rows);
  });

  test.each([2, 3, 4])('with %i channels every order is drawn, and each as often as any other', (channels) => {
    // Whoever comes first in an order converts all, whoever comes later adds nothing: all are alike.
    const paths = pathsIn(Array.from({ length: channels }, (_, i) => `c${String(i)} +`).join('\n'));
    const found = by(paths, { kind: 'shapley_rate', exactUpTo: 0, permutations: 20_000, seed: 5 });
    const errors = found.detail?.kind === 'shapley' ? (found.detail.errors ?? []) : [];
    expect(errors).toHaveLength(channels);
    found.rows.forEach(({ credit: { numerator, denominator } }, i) => {
      expect(Math.abs(Number(numerator) / Number(denominator) - 1)).toBeLessThan(4 * (errors[i]?.error ?? 0) * channels);
      // First in one order of so many: a coin of 1/k, whose deviation is known.
      expect(errors[i]?.error).toBeCloseTo(Math.sqrt((1 / channels) * (1 - 1 / channels) / 20_000), 4);
    });
  });

  test('more orders than can be drawn are an issue', () => {
    const paths = pathsIn(Array.from({ length: 5000 }, (_, i) => `c${String(i % 100)} c${String(i % 99)} c${String(i % 97)} -`).join('\n'));
    const found = attribute(paths, { kind: 'shapley_rate', exactUpTo: 12, permutations: 1_000_000, seed: 0 }, { digest: false });
    expect(!found.ok && found.issues.map(({ code }) => code)).toEqual(['metrics.too_much_to_draw']);
  });
});

describe('largest remainder', () => {
  test('a cent that three must share goes to the earliest touch', () => {
    const path = aPath('deal', [['c', 0], ['a', 1], ['b', 2]], { amount: { minor: 100, currency: 'EUR' } });
    const found = explainPath(path, { kind: 'linear' });
    expect(found.ok && found.value.map(({ minor }) => minor)).toEqual([34, 33, 33]);
  });

  test('an amount that is taken back is shared by the same rule', () => {
    const path = aPath('deal', [['c', 0], ['a', 1], ['b', 2]], { amount: { minor: -100, currency: 'EUR' } });
    const found = explainPath(path, { kind: 'linear' });
    expect(found.ok && found.value.map(({ minor }) => minor)).toEqual([-33, -33, -34]);
  });

  test('sums beyond 2^53 stay exact', () => {
    const huge = { minor: Number.MAX_SAFE_INTEGER, currency: 'JPY' };
    const paths = ['x', 'y', 'z'].map((id) => aPath(id, [['a', 0], ['b', 1]], { amount: huge }));
    // Each is split into 2^52 for the first touch and 2^52 − 1 for the second.
    expect(by(paths, { kind: 'linear' }).rows.map(({ money }) => money[0]?.minor)).toEqual([String(3n * 2n ** 52n), String(3n * (2n ** 52n - 1n))]);
    expect(by(paths, { kind: 'linear' }).money).toEqual([{ currency: 'JPY', minor: '27021597764222973' }]);
  });
});

describe('what is refused', () => {
  const good = aPath('deal', [['a', 0], ['b', 1]]);
  const codes = (paths: readonly Path[]): unknown => {
    const found = attribute(paths, { kind: 'linear' }, { digest: false });
    return found.ok ? [] : found.issues.map(({ code, path }) => `${code} at ${path.join('.')}`);
  };
  test.each<{ when: string; paths: readonly Path[]; says: readonly string[] }>([
    { when: 'touches out of order', paths: [{ ...good, touches: [...good.touches].reverse() }], says: ['metrics.out_of_order at 0.touches'] },
    { when: 'a touch after the conversion', paths: [good, { ...good, id: 'other', convertedAt: 0 }], says: ['metrics.after_conversion at 1.touches'] },
    { when: 'two paths of one deal', paths: [good, good], says: ['metrics.duplicate_path at 1.id'] },
    { when: 'an amount that is no integer', paths: [{ ...good, amount: { minor: 0.5, currency: 'EUR' } }], says: ['metrics.not_an_amount at 0.amount'] },
    { when: 'an amount of sixty digits', paths: [{ ...good, amount: { minor: 1e60, currency: 'EUR' } }], says: ['metrics.not_an_amount at 0.amount'] },
    { when: 'a moment that is none', paths: [{ ...good, convertedAt: NaN }], says: ['metrics.not_a_moment at 0'] },
    { when: 'a path of ten thousand and one touches', paths: [aPath('long', Array.from({ length: 10_001 }, (_, day) => ['a', day]))], says: ['metrics.path_too_long at 0.touches'] },
  ])('$when', ({ paths, says }) => {
    expect(codes(paths)).toEqual(says);
  });

  test('ten million touches are refused by their number, without looking at one', () => {
    const touches = new Array<Path['touches'][number]>(10_000_001);
    expect(codes([{ ...good, touches }])).toEqual(['metrics.too_many_touches at ']);
  });

  test('ten thousand touches are shared to the last cent', () => {
    const path = aPath('long', Array.from({ length: 10_000 }, (_, day) => [`c${String(day % 3)}`, day]), { amount: { minor: 12_345, currency: 'EUR' } });
    for (const model of [{ kind: 'linear' }, FULL_PATH, { kind: 'time_decay', halfLifeMs: DAY }] as const) {
      expect(by([path], model).rows.reduce((sum, { money }) => sum + Number(money[0]?.minor), 0)).toBe(12_345);
    }
  });

  test.each([
    { when: 'no weight at all', model: { kind: 'position', anchors: [{ anchor: 'first', weight: 0 }], rest: 0 } },
    { when: 'an anchor twice', model: { kind: 'position', anchors: [{ anchor: 'first', weight: 1 }, { anchor: 'first', weight: 1 }], rest: 0 } },
    { when: 'a half-life of nothing', model: { kind: 'time_decay', halfLifeMs: 0 } },
    { when: 'an order of six', model: { kind: 'markov', order: 6 } },
    { when: 'a rule that nobody knows', model: { kind: 'magic' } },
    { when: 'no seed', model: { kind: 'shapley_rate', exactUpTo: 3, permutations: 10 } },
    { when: 'an unknown key', model: { kind: 'linear', weight: 1 } },
  ])('as a model: $when', ({ model }) => {
    expect(readWith(AttributionModel, model).ok).toBe(false);
  });

  test('every shipped model is one, and its hash is that of its canonical text', () => {
    for (const model of ALL_MODELS) {
      expect(readWith(AttributionModel, model)).toEqual({ ok: true, value: model });
      expect(modelHash(model)).toBe(digest(model));
    }
    expect(new Set(ALL_MODELS.map(modelHash)).size).toBe(ALL_MODELS.length);
  });
});

describe('the digest of the records', () => {
  const records = (paths: readonly Path[]): unknown => {
    const found = attribute(paths, { kind: 'linear' }, { digest: true });
    return found.ok && found.value.records;
  };
  test('is the same in any order, and another when a touch or an amount changes, a path comes or goes', () => {
    const paths = pathsIn('a b +\nb -\nc a +');
    const [first, ...rest] = paths;
    if (first === undefined) throw new Error('no path');
    const others = [rest, [...paths, aPath('new', [['a', 1]])], [{ ...first, amount: { minor: 1, currency: 'EUR' } }, ...rest], [{ ...first, touches: first.touches.slice(1) }, ...rest]];
    expect(records([...paths].reverse())).toBe(records(paths));
    expect(new Set([paths, ...others].map(records)).size).toBe(5);
  });
  test('half of a surrogate pair, of which no digest is made otherwise, is told from another', () => {
    const named = (id: string): readonly Path[] => [{ ...aPath('deal', [['a', 0]]), id }];
    expect(new Set(['\uD800', '\uD801', '\uFFFD'].map((id) => records(named(id)))).size).toBe(3);
  });
  test('is not made unless it is asked for', () => {
    expect(by(pathsIn('a +'), { kind: 'linear' }).records).toBeNull();
  });
});

test('what nobody is credited with is counted apart, with its money', () => {
  const euro = (minor: number): Partial<Path> => ({ amount: { minor, currency: 'EUR' } });
  const paths = [aPath('touched', [['a', 0]], euro(10)), aPath('untouched', [], euro(7)), aPath('unknown', [[null, 0]])];
  expect(by(paths, { kind: 'linear' })).toMatchObject({
    conversions: 3,
    withoutAmount: 1,
    money: [{ currency: 'EUR', minor: 17 }],
    unattributed: { conversions: 1, money: [{ currency: 'EUR', minor: 7 }] },
    rows: [
      { channel: 'a', credit: { numerator: 1, denominator: 1 }, money: [{ currency: 'EUR', minor: 10 }], touches: 1, conversions: 1 },
      { channel: null, credit: { numerator: 1, denominator: 1 }, money: [{ currency: 'EUR', minor: 0 }], touches: 1, conversions: 1 },
    ],
  });
});

test.each([
  { model: { kind: 'time_decay', halfLifeMs: 0 } },
  { model: { kind: 'time_decay', halfLifeMs: 0.5 } },
  { model: { kind: 'markov', order: 9 } },
  { model: { kind: 'shapley_rate', exactUpTo: 0, permutations: 1, seed: 1 } },
] as const)('a model that is none is an issue: $model', ({ model }) => {
  const found = attribute([], model, { digest: false });
  expect(found.ok).toBe(false);
});
