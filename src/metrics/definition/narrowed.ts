import { tableOf, type FactBasis } from './basis.js';
import type { Filter } from './filter.js';
import { filterIssues } from './filter-check.js';

/** The same units, and further conditions that all must hold. */
export const narrowedBasis = (basis: FactBasis, where: readonly Filter[]): FactBasis =>
  where.length === 0 ? basis : { ...basis, where: [...basis.where, ...where] };

/** The same, of those conditions that speak of columns which these units have. */
export const narrowedInput = (basis: FactBasis, where: readonly Filter[]): FactBasis =>
  narrowedBasis(
    basis,
    where.filter((filter) => filterIssues(filter, tableOf(basis), []).length === 0),
  );
