import { EARLIEST, LATEST } from '../../../kernel/instant.js';
import type { Issue, Path } from '../../../kernel/issue.js';
import { isWellFormed } from '../../../kernel/text.js';
import { refineIssue } from '../issues.js';
import { featureKey } from './by-feature.js';
import type { Feature, OutcomeColumns } from './outcome-table.js';

/** How many rows and attributes are looked at. */
const MOST_ROWS = 10_000_000;
const MOST_FEATURES = 1000;

/** Every reason why columns are no outcomes; at most one for each column and kind, with how many rows it concerns. */
export const columnIssues = ({ features, label, at, account }: OutcomeColumns): readonly Issue[] => {
  if (!isTyped(label, 'Uint8Array')) return [refineIssue('not_a_column', { what: 'label', expected: 'Uint8Array' }, ['label'])];
  const rows = label.length;
  if (rows === 0) return [refineIssue('no_rows', undefined)];
  if (rows > MOST_ROWS) return [refineIssue('too_many_rows', { rows, limit: MOST_ROWS })];
  if (features.length > MOST_FEATURES) return [refineIssue('too_many_features', { features: features.length, limit: MOST_FEATURES }, ['features'])];
  const strange = count(label, (value) => value > 1);
  const first = label.findIndex((value) => value > 1);
  return [
    ...(strange > 0 ? [refineIssue('not_a_label', { row: first, count: strange }, ['label', first])] : []),
    ...momentIssues(at, rows),
    ...wordIssues(account, rows, 'account', ['account'], false),
    ...features.flatMap((feature, i) => featureIssues(feature, rows, ['features', i])),
    ...duplicates(features),
  ];
};

const momentIssues = (at: Float64Array, rows: number): readonly Issue[] => {
  const shape = shapeIssues(at, 'Float64Array', rows, 'at', ['at']);
  if (shape.length > 0) return shape;
  const strange = count(at, (moment) => !isMoment(moment));
  return strange > 0 ? [refineIssue('not_a_moment', { rows: strange }, ['at'])] : [];
};

const featureIssues = ({ name, about, column, knownAt }: Feature, rows: number, path: Path): readonly Issue[] => {
  const within = [...path, 'column'];
  return [
    ...(name === '' || name === '__proto__' || name.length > 200 || !isWellFormed(name) ? [refineIssue('bad_name', { name }, [...path, 'name'])] : []),
    ...(knownAt === null ? [] : datesIssues(knownAt, rows, name, [...path, 'knownAt'])),
    ...(column.kind === 'text' ? wordIssues(column, rows, `"${name}"`, within, true) : numberIssues(column.values, rows, { name, about }, within)),
  ];
};

/** A date that is none would prove what nobody knows; NaN says that it is not known. */
const datesIssues = (knownAt: Float64Array, rows: number, name: string, path: Path): readonly Issue[] => {
  const shape = shapeIssues(knownAt, 'Float64Array', rows, `knownAt of "${name}"`, path);
  if (shape.length > 0) return shape;
  const strange = count(knownAt, (moment) => !Number.isNaN(moment) && !isMoment(moment));
  return strange > 0 ? [refineIssue('not_a_moment', { rows: strange }, path)] : [];
};

const isMoment = (at: number): boolean => Number.isInteger(at) && at >= EARLIEST && at < LATEST;

const numberIssues = (values: Float64Array, rows: number, feature: Pick<Feature, 'name' | 'about'>, path: Path): readonly Issue[] => {
  const shape = shapeIssues(values, 'Float64Array', rows, `"${feature.name}"`, [...path, 'values']);
  if (shape.length > 0) return shape;
  const strange = count(values, (value) => value === Infinity || value === -Infinity);
  return strange > 0 ? [refineIssue('not_finite', { name: feature.name, about: feature.about, rows: strange }, path)] : [];
};

const wordIssues = (
  { codes, words }: OutcomeColumns['account'],
  rows: number,
  what: string,
  path: Path,
  mayLack: boolean,
): readonly Issue[] => {
  const shape = shapeIssues(codes, 'Int32Array', rows, what, [...path, 'codes']);
  if (shape.length > 0) return shape;
  const broken = words.findIndex((word) => typeof word !== 'string' || !isWellFormed(word));
  const lost = codes.find((code) => code >= words.length || code < (mayLack ? -1 : 0));
  return [
    ...(broken < 0 ? [] : [refineIssue('not_text', { what, position: broken }, [...path, 'words', broken])]),
    ...(lost === undefined ? [] : [refineIssue('no_such_word', { what, code: lost, words: words.length }, [...path, 'codes'])]),
  ];
};

const duplicates = (features: readonly Feature[]): readonly Issue[] => {
  const seen = new Set<string>();
  return features.flatMap((feature, i) => {
    const key = featureKey(feature);
    if (!seen.has(key)) return (seen.add(key), []);
    return [refineIssue('duplicate_feature', { about: feature.about, name: feature.name }, ['features', i])];
  });
};

type Typed = 'Uint8Array' | 'Int32Array' | 'Float64Array';

const shapeIssues = (column: ArrayLike<number>, expected: Typed, rows: number, what: string, path: Path): readonly Issue[] => {
  if (!isTyped(column, expected)) return [refineIssue('not_a_column', { what, expected }, path)];
  return column.length === rows ? [] : [refineIssue('unequal_lengths', { what, length: column.length, with: 'outcomes', expected: rows }, path)];
};

/** By its tag, which arrays of another realm have too. */
const isTyped = (column: unknown, expected: Typed): boolean => Object.prototype.toString.call(column) === `[object ${expected}]`;

const count = (values: Uint8Array | Float64Array, strange: (value: number) => boolean): number => {
  let found = 0;
  for (const value of values) if (strange(value)) found += 1;
  return found;
};
