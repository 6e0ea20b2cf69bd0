import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attribute, markovEffects, pathColumns, type Path } from 'revpact/metrics';
import { pathsIn, somePaths } from '../../support/paths.js';

/** A fraction of our own, so that the oracle shares nothing with what it judges. */
interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}
const lowest = (n: bigint, d: bigint): Fraction => {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? { n: 0n, d: 1n } : { n: n / a, d: d / a };
};
const add = (a: Fraction, b: Fraction): Fraction => lowest(a.n * b.d + b.n * a.d, a.d * b.d);
const times = (a: Fraction, b: Fraction): Fraction => lowest(a.n * b.n, a.d * b.d);
const less = (a: Fraction, b: Fraction): boolean => a.n * b.d <= b.n * a.d;
const NONE: Fraction = { n: 0n, d: 1n };

/** A chain by the words of its definition: states are written out, and probabilities are fractions. */
const written = (paths: readonly Path[], order: number): ReadonlyMap<string, ReadonlyMap<string, Fraction>> => {
  const counts = new Map<string, Map<string, number>>();
  const step = (from: string, to: string): void => {
    const row = counts.get(from) ?? new Map<string, number>();
    counts.set(from, row.set(to, (row.get(to) ?? 0) + 1));
  };
  for (const { touches, convertedAt } of paths) {
    if (touches.length === 0) continue;
    const channels = touches.map(({ channel }) => channel ?? '(unknown)');
    const states = channels.map((_, i) => channels.slice(Math.max(0, i + 1 - order), i + 1).join('>'));
    ['start', ...states].forEach((state, i) => {
      step(state, states[i] ?? (convertedAt === null ? 'null' : 'conversion'));
    });
  }
  return new Map(
    [...counts].map(([from, row]) => {
      const all = [...row.values()].reduce((sum, count) => sum + count, 0);
      return [from, new Map([...row].map(([to, count]) => [to, lowest(BigInt(count), BigInt(all))]))];
    }),
  );
};

const entersBy = (state: string, channel: string | null): boolean => channel !== null && state.split('>').at(-1) === channel;

/** P(conversion) by walking every walk of at most so many steps: what has converted by then, and what still walks. */
const walked = (chain: ReturnType<typeof written>, without: string | null, steps: number): { readonly low: Fraction; readonly high: Fraction } => {
  let at = new Map<string, Fraction>([['start', { n: 1n, d: 1n }]]);
  let low = NONE;
  for (let taken = 0; taken < steps && at.size > 0; taken += 1) {
    const next = new Map<string, Fraction>();
    for (const [state, mass] of at) {
      for (const [to, probability] of chain.get(state) ?? []) {
        if (to === 'null' || entersBy(to, without)) continue;
        const moved = times(mass, probability);
        if (to === 'conversion') low = add(low, moved);
        else next.set(to, add(next.get(to) ?? NONE, moved));
      }
    }
    at = next;
  }
  return { low, high: [...at.values()].reduce(add, low) };
};

/** P(conversion) by eliminating one state after another: their probabilities are handed on to those before them. */
const eliminated = (chain: ReturnType<typeof written>, without: string | null): Fraction => {
  const rows = new Map([...chain].map(([state, row]) => [state, new Map([...row].filter(([to]) => !entersBy(to, without)))]));
  for (const gone of [...rows.keys()].filter((state) => state !== 'start')) {
    const row = rows.get(gone) ?? new Map<string, Fraction>();
    const stays = row.get(gone) ?? NONE;
    row.delete(gone);
    rows.delete(gone);
    for (const other of rows.values()) {
      const into = other.get(gone);
      if (into === undefined) continue;
      other.delete(gone);
      for (const [to, probability] of row) {
        other.set(to, add(other.get(to) ?? NONE, times(into, lowest(probability.n * stays.d, probability.d * (stays.d - stays.n)))));
      }
    }
  }
  return rows.get('start')?.get('conversion') ?? NONE;
};

const found = (paths: readonly Path[], order: number): Record<string, Fraction> => {
  const columns = pathColumns(paths);
  const result = markovEffects(columns, order);
  if (!result.ok) throw new Error(result.issues[0]?.message);
  return Object.fromEntries(result.value.effects.map(({ numerator, denominator }, i) => [columns.channels[i] ?? '(unknown)', { n: BigInt(numerator), d: BigInt(denominator) }]));
};

const effect = (all: Fraction, rest: Fraction): Fraction => (all.n === 0n ? NONE : add({ n: 1n, d: 1n }, times({ n: -rest.n, d: rest.d }, { n: all.d, d: all.n })));

describe('published chains', () => {
  test('Google Ads and mailing: effects 3/4 and 1/2, so 2.4 and 1.6 of 4 conversions (serhiipuzyrov.com, 2019)', () => {
    const paths = pathsIn(`ads +
      ads +
      mailing +
      ads mailing +
      ads -`);
    expect(found(paths, 1)).toEqual({ ads: { n: 3n, d: 4n }, mailing: { n: 1n, d: 2n } });
    const result = attribute(paths, { kind: 'markov', order: 1 }, { digest: false });
    expect(result.ok && result.value.rows.map(({ channel, credit }) => [channel, credit])).toEqual([
      ['ads', { numerator: 12, denominator: 5 }],
      ['mailing', { numerator: 8, denominator: 5 }],
    ]);
  });

  test('by hand: without the first of three nothing but half of the rest is left', () => {
    // start→1: 2/3, start→2: 1/3; 1→2: 1/2, 1→null: 1/2; 2→3: 1; 3→conversion: 1/2.
    const paths = pathsIn(`c1 c2 c3 +
      c1 -
      c2 c3 -`);
    expect(found(paths, 1)).toEqual({ c1: { n: 1n, d: 2n }, c2: { n: 1n, d: 1n }, c3: { n: 1n, d: 1n } });
  });
});

test.each([1, 2, 3])('order %i: effects are those of the chain with the channel taken out, exactly', (order) => {
  fc.assert(
    fc.property(somePaths(8, 4), (paths) => {
      const chain = written(paths, order);
      const all = eliminated(chain, null);
      for (const [channel, share] of Object.entries(found(paths, order))) {
        expect([channel, share]).toEqual([channel, effect(all, eliminated(chain, channel))]);
      }
    }),
  );
});

test('where every path goes forward, all walks are enumerated and agree to the last digit', () => {
  const forward = fc.array(fc.record({ channels: fc.subarray(['a', 'b', 'c', 'd', 'e']), converted: fc.boolean() }), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(forward, fc.integer({ min: 1, max: 5 }), (drawn, order) => {
      const paths = pathsIn(drawn.filter(({ channels }) => channels.length > 0).map(({ channels, converted }) => `${channels.join(' ')} ${converted ? '+' : '-'}`).join('\n') || 'a -');
      const chain = written(paths, order);
      const all = walked(chain, null, 7);
      expect(all.low).toEqual(all.high);
      for (const [channel, share] of Object.entries(found(paths, order))) expect(share).toEqual(effect(all.low, walked(chain, channel, 7).low));
    }),
  );
});

test('where paths go round, what walks of up to 60 steps convert is a lower bound, and with those still walking an upper one', () => {
  fc.assert(
    fc.property(somePaths(5, 3), (paths) => {
      const chain = written(paths, 1);
      const all = eliminated(chain, null);
      if (all.n === 0n) return;
      for (const [channel, share] of Object.entries(found(paths, 1))) {
        const { low, high } = walked(chain, channel, 60);
        const left = times(all, add({ n: 1n, d: 1n }, { n: -share.n, d: share.d }));
        expect([less(low, left), less(left, high)]).toEqual([true, true]);
      }
    }),
    { numRuns: 30 },
  );
});

test('a walk converts as often as the paths it was counted from', () => {
  fc.assert(
    fc.property(somePaths(), fc.integer({ min: 1, max: 5 }), (paths, order) => {
      const touched = paths.filter(({ touches }) => touches.length > 0);
      const result = markovEffects(pathColumns(paths), order);
      const { conversion } = result.ok ? result.value : { conversion: { numerator: NaN, denominator: 0 } };
      const converted = touched.filter(({ convertedAt }) => convertedAt !== null).length;
      expect(Number(conversion.numerator) * touched.length).toBe(converted * Number(conversion.denominator));
      expect(eliminated(written(paths, order), null)).toEqual({ n: BigInt(conversion.numerator), d: BigInt(conversion.denominator) });
    }),
  );
});

test('beyond 40 states it is computed in floating point, says so, and is off by less than 10^-12', () => {
  const words = Array.from({ length: 300 }, (_, i) => `${[i, i * 7, i * i, i * 13 + 5, i % 3].slice(0, 2 + (i % 4)).map((n) => `c${String(n % 9)}`).join(' ')} ${i % 4 === 0 ? '+' : '-'}`);
  const paths = pathsIn(words.join('\n'));
  const result = markovEffects(pathColumns(paths), 2);
  if (!result.ok) throw new Error('no effects');
  expect(result.value).toMatchObject({ exact: false, order: 2 });
  expect(result.value.states).toBeGreaterThan(40);
  expect(result.value.residual).toBeLessThan(1e-12);
  expect(markovEffects(pathColumns([...paths].reverse()), 2)).toEqual(result);
  const chain = written(paths, 2);
  const all = eliminated(chain, null);
  for (const [channel, share] of Object.entries(found(paths, 2))) {
    const expected = effect(all, eliminated(chain, channel));
    expect(Math.abs(Number(share.n) / Number(share.d) - Number((expected.n * 10n ** 18n) / expected.d) / 1e18)).toBeLessThan(1e-12);
  }
});

test('too many states are an issue, not a wait', () => {
  const paths = pathsIn(Array.from({ length: 1500 }, (_, i) => `c${String(i)} +`).join('\n'));
  const result = attribute(paths, { kind: 'markov', order: 1 }, { digest: false });
  expect(!result.ok && result.issues.map(({ code }) => code)).toEqual(['metrics.too_many_states']);
  const deep = pathsIn(Array.from({ length: 1500 }, (_, i) => `c${String(i % 12)} c${String(i % 11)} c${String(i % 7)} c${String(i % 5)} -`).join('\n'));
  const higher = markovEffects(pathColumns(deep), 4);
  expect(higher.ok ? [] : higher.issues.map(({ code }) => code)).toEqual(['metrics.too_many_states']);
});

test.each([
  { when: 'a code names no channel', columns: { channels: ['a'], starts: Int32Array.of(0, 1), codes: Int32Array.of(1), converted: Uint8Array.of(1) } },
  { when: 'starts run backwards', columns: { channels: ['a'], starts: Int32Array.of(0, 2, 1), codes: Int32Array.of(0), converted: Uint8Array.of(1, 0) } },
  { when: 'flags are missing', columns: { channels: ['a'], starts: Int32Array.of(0, 1), codes: Int32Array.of(0), converted: Uint8Array.of() } },
])('columns that are no paths are issues: $when', ({ columns }) => {
  const result = markovEffects(columns, 1);
  expect(!result.ok && result.issues.length > 0 && result.issues.every(({ code }) => code === 'metrics.not_paths')).toBe(true);
});

test('no paths, and paths without touches, have no effects and no NaN', () => {
  for (const paths of [[], pathsIn('+\n-')]) {
    const result = markovEffects(pathColumns(paths), 1);
    expect(result.ok && [result.value.conversion, result.value.effects]).toEqual([{ numerator: 0, denominator: 1 }, []]);
  }
  expect(() => markovEffects(pathColumns([]), 6)).toThrow(RangeError);
});
