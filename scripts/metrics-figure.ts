import type { Figure, MetricDefinition } from 'revpact/metrics';
import { formatMoney } from 'revpact/vocabulary';

/** A figure for people, with everything it was made of. */
export const figureText = ({ measure, basis }: MetricDefinition, figure: Figure): string => {
  switch (figure.kind) {
    case 'fraction': {
      const beside = besides(figure);
      switch (measure.kind) {
        case 'count':
        case 'distinct':
        case 'total':
          return `**${String(figure.numerator)}**${beside}`;
        case 'mean':
          return figure.value === null ? `none${beside}` : `**${duration(Number(figure.value))}** on average of ${String(figure.denominator)}${beside}`;
        default:
          return `${String(figure.numerator)} of ${String(figure.denominator)}: **${figure.value ?? 'null'}**${beside}`;
      }
    }
    case 'value_share': {
      const parts = figure.shares.map(
        ({ currency, numerator, denominator }) => `${formatMoney({ minor: numerator, currency })} of ${formatMoney({ minor: denominator, currency })}`,
      );
      const converted = figure.converted === null || figure.shares.length < 2 ? '' : `, converted to ${figure.converted.currency}`;
      const withoutRate = figure.withoutRate.length === 0 ? '' : `, no rate for ${figure.withoutRate.join(', ')}`;
      return `${parts.length === 0 ? 'nothing of nothing' : parts.join('; ')}${converted}: **${figure.value ?? 'null'}**${withoutRate}${besides(figure)}`;
    }
    case 'percentile': {
      const bound = figure.lowerBound === null ? '' : `, no less than ${duration(figure.lowerBound)}`;
      const reversed = figure.reversed === 0 ? '' : `, ${String(figure.reversed)} the wrong way round`;
      return `**${figure.ms === null ? 'null' : duration(figure.ms)}** of ${String(figure.n)}${bound}${open(figure.open)}${reversed}`;
    }
    case 'sum': {
      const parts = figure.sums.map(({ currency, minor, n }) => `**${formatMoney({ minor, currency })}** of ${String(n)}`);
      const converted = figure.converted === null ? '' : `; together **${formatMoney(figure.converted)}**`;
      const withoutRate = figure.withoutRate.length === 0 ? '' : `; no rate for ${figure.withoutRate.join(', ')}`;
      return `${parts.length === 0 ? '**nothing**' : parts.join('; ')}${converted}${withoutRate}${besides(figure)}`;
    }
    case 'formula': {
      if (figure.value === null) return `**null** (${(figure.why ?? '').replaceAll('_', ' ')})`;
      const isMean = (name: string): boolean => basis.kind === 'formula' && basis.inputs[name]?.measure.kind === 'mean';
      const inputs = Object.entries(figure.inputs).map(([name, one]) => `${name.replaceAll('_', ' ')} ${isMean(name) ? mean(one) : plain(one)}`);
      const of = measure.kind === 'formula' ? measure.of : 'number';
      return `**${of === 'duration' ? duration(Number(figure.value)) : `${figure.value}${of === 'money' && figure.currency !== null ? ` ${figure.currency}` : ''}`}** from ${inputs.join(', ')}`;
    }
  }
};

const mean = (figure: Figure): string =>
  figure.kind === 'fraction' && BigInt(figure.denominator) > 0n ? `${duration(Number(figure.numerator) / Number(figure.denominator))} of ${String(figure.denominator)}` : 'none';

/** An input of a formula, in few words. */
const plain = (figure: Figure): string => {
  switch (figure.kind) {
    case 'fraction':
      return Number(figure.denominator) === 1 ? String(figure.numerator) : `${String(figure.numerator)}/${String(figure.denominator)}`;
    case 'sum':
      return figure.sums.length === 0 ? '0' : figure.sums.map(({ currency, minor }) => formatMoney({ minor, currency })).join(' and ');
    case 'value_share':
    case 'formula':
      return figure.value ?? 'null';
    case 'percentile':
      return figure.ms === null ? 'null' : duration(figure.ms);
  }
};

const besides = (figure: { readonly open: number; readonly unknown: number; readonly belowZero?: number }): string =>
  [
    open(figure.open),
    figure.unknown === 0 ? '' : `, ${String(figure.unknown)} not known`,
    (figure.belowZero ?? 0) === 0 ? '' : `, ${String(figure.belowZero)} below zero`,
  ].join('');

const open = (count: number): string => (count === 0 ? '' : `, ${String(count)} open`);

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

/** Milliseconds for people: `2 d 3 h`; calendar or open time, as the metric says. */
const duration = (ms: number): string => {
  let left = Math.abs(ms);
  const parts = UNITS.flatMap(([name, size]) => {
    const n = Math.floor(left / size);
    left -= n * size;
    return n === 0 ? [] : [`${String(n)} ${name}`];
  });
  return parts.length === 0 ? '0' : `${ms < 0 ? '−' : ''}${parts.join(' ')}`;
};
