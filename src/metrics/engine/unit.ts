import { tableOf } from '../definition/basis.js';
import { hasLead } from '../definition/column.js';
import type { GroupRef } from '../definition/column-ref.js';
import { columnsOf } from '../definition/filter.js';
import type { Counted, MetricOptions, Reason, Unit } from './candidate.js';
import { allOf } from './filter-test.js';
import { measuring } from './measured.js';
import { eachMilestone } from './milestone-unit.js';
import { eachRow } from './row-unit.js';
import type { FactSource, TableSource } from './source.js';

/** The units of one figure, with the words that they are told in. */
export interface Units {
  readonly table: TableSource;
  readonly currencies: readonly string[];
  readonly words: readonly string[];
  /** Calls back with every unit and its verdict, in no promised order, and always with the same object. */
  readonly each: (visit: (unit: Unit) => void) => void;
}

/** Whether a figure, grouped so, needs the lead of each unit. */
export const readsLead = ({ basis, measure }: Counted, groupBy: readonly GroupRef[]): boolean =>
  (basis.kind === 'milestone' && basis.of === 'account') ||
  [...groupBy, ...basis.where.flatMap(columnsOf), ...(measure.kind === 'distinct' ? [measure.column] : [])].some((ref) =>
    ref.startsWith('lead.'),
  );

/** Every unit of a figure with its verdict; with its lead where that is asked for. */
export const unitsOf = (counted: Counted, source: FactSource, options: MetricOptions, groupBy: readonly GroupRef[]): Units => {
  const { measure, basis } = counted;
  const { period, asOf } = options;
  const table = source.table(tableOf(basis));
  const { fill, currencies, words } = measuring(counted, source, asOf);
  return {
    table,
    currencies,
    words,
    each: (visit) => {
      const keep = allOf(basis.where, source, table, options);
      const ripe = typeof basis.maturity === 'string' ? Infinity : asOf - basis.maturity.olderThanMs;
      const decided = basis.maturity === 'decided';
      const stands = basis.kind === 'rows' && basis.standing !== null;
      const leads = hasLead(table.key) && readsLead(counted, groupBy) ? table.leads() : null;
      const unit = blank();
      const judge = (outcome: Reason): void => {
        const { axisAt } = unit;
        const dated = axisAt >= period.start && axisAt < period.end;
        const leftOut =
          outcome === 'not_picked' || outcome === 'not_standing'
            ? outcome
            : !stands && !Number.isNaN(axisAt) && !dated
              ? 'outside_period'
              : !keep(unit.row, unit.lead)
                ? 'filtered_out'
                : unit.baseAt > ripe
                  ? 'immature'
                  : null;
        unit.reason = leftOut ?? refined(outcome, measure.kind, unit);
        unit.inCohort = leftOut === null && (dated || stands);
        const counts = unit.inCohort && !(decided && unit.reason === 'still_open');
        unit.inDenominator = counts && isWhole(measure.kind, unit.reason);
        unit.inNumerator = counts && (unit.reason === 'counted' || unit.reason === 'converted' || unit.reason === 'target_entry');
        visit(unit);
      };
      if (basis.kind === 'milestone') {
        eachMilestone(basis, source, options, unit, leads, (outcome) => {
          fill(unit);
          judge(outcome);
        });
      } else {
        eachRow({ measure, basis }, source, options, unit, leads, fill, judge);
      }
    },
  };
};

/** What the value of a unit makes of how it stands. */
const refined = (outcome: Reason, kind: Counted['measure']['kind'], { value, currency, word }: Unit): Reason => {
  const reached = outcome === 'counted' || outcome === 'converted';
  switch (kind) {
    case 'value_share':
      return Number.isNaN(value) || currency < 0 ? 'no_amount' : value < 0 ? 'below_zero' : outcome;
    case 'sum':
      return reached && (Number.isNaN(value) || currency < 0) ? 'no_amount' : outcome;
    case 'total':
      return reached && Number.isNaN(value) ? 'no_value' : outcome;
    case 'distinct':
      return reached && word < 0 ? 'no_value' : outcome;
    case 'percentile':
    case 'mean':
      return !reached ? outcome : Number.isNaN(value) ? 'still_open' : value < 0 ? 'reversed' : outcome;
    default:
      return outcome;
  }
};

/** Whether a unit of the cohort is part of the whole that the figure is over. */
const isWhole = (kind: Counted['measure']['kind'], reason: Reason): boolean => {
  switch (kind) {
    case 'mean':
      return reason === 'converted';
    case 'percentile':
      return reason !== 'reversed';
    case 'value_share':
      return reason !== 'no_amount' && reason !== 'below_zero';
    default:
      return reason !== 'target_entry';
  }
};

const blank = (): Unit => ({
  row: -1,
  lead: -1,
  targetRow: -1,
  baseAt: NaN,
  baseColumn: '',
  targetAt: NaN,
  targetColumn: null,
  axisAt: NaN,
  reason: 'counted',
  inCohort: false,
  inDenominator: false,
  inNumerator: false,
  value: NaN,
  weight: NaN,
  currency: -1,
  word: -1,
});
