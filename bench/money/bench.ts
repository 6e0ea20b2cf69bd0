import { Decimal } from 'decimal.js';
import { sumDecimals, type DecimalColumn } from 'revpact/metrics';
import { dice } from '../dice.js';
import { main, type Benchmark, type Case } from '../harness.js';

const GROUPS = 10;
/** With so many digits no sum of these amounts is rounded. The default of 20 would do here, and not for larger ones. */
const Exact = Decimal.clone({ precision: 60 });

interface Input extends DecimalColumn {
  readonly group: Uint16Array;
  readonly floats: Float64Array;
  readonly decimals: readonly Decimal[];
}

const made = new Map<number, Input>();
/** Four in five amounts have two digits after the point, the others none, three or four; one in twenty is below zero. */
const input = (size: number): Input => {
  const known = made.get(size);
  if (known !== undefined) return known;
  const roll = dice(4);
  const scale = new Uint8Array(size);
  const mantissa = new Float64Array(size);
  const group = new Uint16Array(size);
  for (let row = 0; row < size; row += 1) {
    const kind = roll();
    scale[row] = kind < 0.8 ? 2 : kind < 0.87 ? 0 : kind < 0.94 ? 3 : 4;
    mantissa[row] = Math.floor(roll() * 1e8) * (roll() < 0.05 ? -1 : 1);
    group[row] = Math.floor(roll() * GROUPS);
  }
  const decimals = Array.from(mantissa, (value, row) => new Exact(value).div(10 ** (scale[row] ?? 0)));
  const input = { mantissa, scale, group, floats: Float64Array.from(decimals, Number), decimals };
  made.set(size, input);
  return input;
};

const textOf = (sums: readonly string[]): Uint8Array => new TextEncoder().encode(sums.join('\n'));

const timed = <Sums>(name: string, run: (given: Input) => Sums, text: (sums: Sums) => readonly string[]): Case => ({
  name,
  items: (size) => size,
  prepare: (size) => {
    const given = input(size);
    return () => {
      const sums = run(given);
      return () => textOf(text(sums));
    };
  },
});

const benchmark: Benchmark = {
  name: 'money',
  size: 1_000_000,
  quickSize: 200_000,
  files: () => undefined,
  cases: [
    timed(
      'sumDecimals',
      ({ mantissa, scale, group }) => {
        const summed = sumDecimals({ mantissa, scale }, { group, groups: GROUPS });
        if (!summed.ok) throw new Error(summed.issues[0]?.message);
        return summed.value;
      },
      (sums) => sums.map(({ numerator, denominator }) => new Exact(numerator).div(denominator).toFixed()),
    ),
    timed(
      'decimal.js',
      ({ group, decimals }) => {
        const sums = Array.from({ length: GROUPS }, () => new Exact(0));
        decimals.forEach((amount, row) => {
          const whose = group[row] ?? 0;
          sums[whose] = (sums[whose] ?? amount).plus(amount);
        });
        return sums;
      },
      (sums) => sums.map((sum) => sum.toFixed()),
    ),
    timed(
      'floats, inexact',
      ({ group, floats }) => {
        const sums = new Float64Array(GROUPS);
        for (let row = 0; row < floats.length; row += 1) {
          const whose = group[row] ?? 0;
          sums[whose] = (sums[whose] ?? 0) + (floats[row] ?? 0);
        }
        return sums;
      },
      (sums) => Array.from(sums, String),
    ),
  ],
  // What each goal rests on is in bench/README.md.
  comparisons: [
    { case: 'sumDecimals', anchor: 'decimal.js', goal: 15 },
    { case: 'sumDecimals', anchor: 'floats, inexact', goal: 0.2, timeOnly: true },
  ],
};

main(benchmark, process.argv.slice(2));
