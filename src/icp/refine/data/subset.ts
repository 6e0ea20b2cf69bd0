import { featureKey, type FeatureName } from './by-feature.js';
import type { Feature, OutcomeTable } from './outcome-table.js';

/** Some rows of a table, in the table's order. Words stay as they are numbered. */
export const takeRows = (table: OutcomeTable, rows: Uint32Array | Int32Array): OutcomeTable => {
  const numbers = (values: Float64Array): Float64Array => Float64Array.from(rows, (row) => values[row] ?? NaN);
  const codes = (values: Int32Array): Int32Array => Int32Array.from(rows, (row) => values[row] ?? -1);
  return {
    rows: rows.length,
    features: table.features.map((feature) => ({
      ...feature,
      knownAt: feature.knownAt === null ? null : numbers(feature.knownAt),
      column:
        feature.column.kind === 'number'
          ? { kind: 'number', values: numbers(feature.column.values) }
          : { ...feature.column, codes: codes(feature.column.codes) },
    })),
    label: Uint8Array.from(rows, (row) => table.label[row] ?? 0),
    at: numbers(table.at),
    account: { ...table.account, codes: codes(table.account.codes) },
  };
};

/** A table with some of its attributes. */
export const takeFeatures = (table: OutcomeTable, keep: (feature: Feature) => boolean): OutcomeTable => ({
  ...table,
  features: table.features.filter(keep),
});

/** The feature of this name. Throws where the table has none: what was learned of an attribute cannot be used without it. */
export const featureOf = ({ features }: OutcomeTable, name: FeatureName): Feature => {
  const found = features.find((feature) => featureKey(feature) === featureKey(name));
  if (found === undefined) throw new RangeError(`the table has no ${name.about} attribute "${name.name}"`);
  return found;
};

/** Values of an attribute that were recorded only after the hand-over. */
export interface LateValues {
  readonly name: string;
  readonly about: 'account' | 'contact';
  readonly rows: number;
}

/**
 * A table as it was known at each hand-over: values that were recorded later count as missing, and are counted. A value
 * recorded at the very moment counts as known; one without a date is left alone, for whether it may be trusted is not
 * for rows to say.
 */
export const asKnown = (table: OutcomeTable): { readonly table: OutcomeTable; readonly late: readonly LateValues[] } => {
  const late: LateValues[] = [];
  const features = table.features.map((feature): Feature => {
    const { name, about, knownAt, column } = feature;
    if (knownAt === null) return feature;
    const isLate = (row: number): boolean =>
      (knownAt[row] ?? NaN) > (table.at[row] ?? NaN) && !(column.kind === 'number' ? Number.isNaN(column.values[row]) : (column.codes[row] ?? -1) < 0);
    const rows = table.label.reduce((sum, _, row) => sum + (isLate(row) ? 1 : 0), 0);
    if (rows === 0) return feature;
    late.push({ name, about, rows });
    return {
      ...feature,
      column:
        column.kind === 'number'
          ? { kind: 'number', values: column.values.map((value, row) => (isLate(row) ? NaN : value)) }
          : { ...column, codes: column.codes.map((code, row) => (isLate(row) ? -1 : code)) },
    };
  });
  return { table: { ...table, features }, late };
};
