import { FACT_READINGS, type FactKey } from '../definition/column.js';
import type { MetricDefinition } from '../definition/metric.js';
import { tableOf, type FactBasis } from '../definition/basis.js';
import type { Filter } from '../definition/filter.js';

/** The fact tables that the numbers of definitions are read from, each once: of the units, of their leads, of related rows. */
export const tablesRead = (definitions: readonly MetricDefinition[]): readonly FactKey[] => {
  const read = new Set(definitions.flatMap(({ basis, measure }) =>
    basis.kind === 'formula'
      ? Object.values(basis.inputs).flatMap((input) => ofFigure(input.basis, input.measure))
      : ofFigure(basis, measure),
  ));
  return FACT_KEYS.filter((key) => read.has(key));
};

// The order of the tables, wherever they are named.
// Keys of our own constant, which the compiler takes for text.
const FACT_KEYS = /* @__PURE__ */ (() => Object.keys(FACT_READINGS) as readonly FactKey[])();

const ofFigure = (basis: FactBasis, measure: MetricDefinition['measure']): readonly FactKey[] => {
  const filters = basis.kind === 'rows' ? [...basis.where, ...(basis.target?.is === 'met' ? basis.target.all : [])] : basis.where;
  const byLead = (basis.kind === 'milestone' && basis.of === 'account') || JSON.stringify([filters, measure]).includes('"lead.');
  return [tableOf(basis), ...(byLead ? (['leads'] as const) : []), ...filters.flatMap(related)];
};

const related = (filter: Filter): readonly FactKey[] => (filter.is === 'related' ? [filter.table] : []);
