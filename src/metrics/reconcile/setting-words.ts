import { formatLocal } from '../../kernel/zone.js';
import type { Maturity, MilestoneBasis, RowsBasis } from '../definition/basis.js';
import type { FactMeasure } from '../definition/measure.js';
import type { Measure, MetricDefinition } from '../definition/metric.js';
import type { Period } from '../../vocabulary/period.js';
import type { Rate } from '../../vocabulary/rate.js';
import { filterWords, span } from './filter-words.js';

// Settings as people say them: a sentence that quotes JSON is read by nobody.

export const windowWords = (window: MilestoneBasis['window']): string =>
  window === null ? 'none' : `${span(window.ms)}, its end ${window.edge === '[]' ? 'included' : 'excluded'}`;

export const maturityWords = (maturity: Maturity): string => {
  if (maturity === 'flag') return 'all of them';
  return maturity === 'decided' ? 'only decided ones' : `at least ${span(maturity.olderThanMs)} old`;
};

export const targetWords = (target: MilestoneBasis['target']): string =>
  target === null ? 'none' : target.reach === 'strict' ? target.milestone : `${target.milestone} or later`;

export const reachedWords = ({ target, settled }: Pick<RowsBasis, 'target' | 'settled'>): string => {
  if (target === null) return 'none';
  const met = target.is === 'latest' ? `${target.column} is the latest` : target.all.map(filterWords).join(' and ');
  return settled.length === 0 ? met : `${met}, settled by ${settled.join(' or ')}`;
};

export const datedWords = ({ date, ahead, standing }: Pick<RowsBasis, 'date' | 'ahead' | 'standing'>): string => {
  const by = date.length === 1 ? (date[0] ?? '') : `the latest of ${date.join(', ')}`;
  return `${by}${ahead ? ', planned ones too' : ''}${standing === null ? '' : `, standing until ${standing.until.join(' or ')}`}`;
};

export const pickWords = (pick: RowsBasis['pick']): string => {
  if (pick === null) return 'every';
  const among = pick.among.length === 0 ? '' : ` of those where ${pick.among.map(filterWords).join(' and ')}`;
  return `${pick.which} by ${pick.per.join(' and ')}${among}`;
};

export const measureWords = (measure: Measure): string => {
  switch (measure.kind) {
    case 'count':
      return 'count';
    case 'share':
    case 'ratio':
      return measure.kind;
    case 'distinct':
    case 'total':
      return `${measure.kind} of ${measure.column}`;
    case 'value_share':
      return `share of ${measure.amount}${converted(measure.convert)}`;
    case 'sum':
      return `sum of ${measure.amount}${measure.weight === null ? '' : ` weighed by ${measure.weight}`}${converted(measure.convert)}`;
    case 'percentile':
      return `rank ${rank(measure)} of ${stretch(measure)}${measure.unended === 'left_out' ? ', unended ones left out' : ''}`;
    case 'mean':
      return `mean of ${stretch(measure)}`;
    case 'formula':
      return measure.steps.map(({ name, op, left, right }) => `${name} = ${operand(left)} ${SIGNS[op]} ${operand(right)}`).join(', ');
  }
};

const rank = ({ rank: { numerator, denominator } }: Extract<FactMeasure, { readonly kind: 'percentile' }>): string =>
  `${String(numerator)}/${String(denominator)}`;

const SIGNS = { add: '+', subtract: '−', multiply: '×', divide: '÷' } as const;
const operand = (one: object): string => Object.values(one).map(String).join('');

const converted = (convert: Extract<FactMeasure, { readonly kind: 'sum' }>['convert']): string =>
  convert === null ? '' : ` in ${convert.to} at the rates of ${convert.at === 'unit' ? 'each date' : 'the period\'s last day'}`;

const stretch = ({ from, to, plus }: Extract<FactMeasure, { readonly kind: 'mean' | 'percentile' }>): string => {
  const known = (columns: string | readonly string[]): string => (typeof columns === 'string' ? columns : columns.join(' or else '));
  return `${known(from)} to ${known(to)}${plus === null ? '' : ` plus ${plus}`}`;
};

/** What a definition counts, where two have nothing in common. */
export const countedWords = ({ measure, basis }: Pick<MetricDefinition, 'measure' | 'basis'>): string => {
  switch (basis.kind) {
    case 'formula':
      return measureWords(measure);
    case 'milestone':
      return `${measureWords(measure)} of ${basis.base.pick} entries into ${basis.base.milestone}, by ${basis.of}`;
    case 'rows':
      return `${measureWords(measure)} over ${basis.table}`;
  }
};

/** Its name; where both sides call theirs alike, its first and last moments. */
export const periodWords = (calledAlike: boolean) => ({ label, zone, start, end }: Period): string =>
  calledAlike ? `${label} from ${formatLocal(zone, start)} until ${formatLocal(zone, end)}` : `${label} in ${zone}`;

export const ratesWords = (rates: readonly Rate[]): string => {
  if (rates.length === 0) return 'none';
  if (rates.length > 4) return `${String(rates.length)} of them`;
  return rates.map(({ from, to, since, rate }) => `${from} in ${to} ${rate} since ${since}`).join(' and ');
};
