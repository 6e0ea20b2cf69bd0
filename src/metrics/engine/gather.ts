import type { GroupRef } from '../definition/column-ref.js';
import { isOfTarget } from '../definition/dimension.js';
import type { Unit } from './candidate.js';
import { compareGroups, groupingOf, type Grouping } from './group.js';
import type { Input } from './inputs.js';
import { fixedRateAt } from './money.js';
import { mergeRecords, noRecords, recordTaker, type RecordsHash } from './records.js';
import type { FactSource } from './source.js';
import { addingOf, emptyState, mergeState, type State } from './state.js';
import type { FactTally } from './tally.js';
import { tallyOfState } from './tally-of-state.js';
import { unitsOf } from './unit.js';

/** The counts of one group. */
export interface GroupState {
  readonly members: readonly (string | null)[];
  readonly state: State;
}

/** Everything that one figure has counted. Two of them add up in any order. */
export interface FigureCell {
  readonly total: State;
  /** By members of the columns grouped by; of a target's columns, the whole by the other columns. */
  readonly groups: Map<string, GroupState>;
  /** What was reached, by all columns, where some are of the target. */
  readonly reached: Map<string, GroupState>;
  readonly records: RecordsHash;
}

export const emptyCell = (): FigureCell => ({ total: emptyState(), groups: new Map(), reached: new Map(), records: noRecords() });

/** Takes the other's counts in. */
export const mergeCell = (into: FigureCell, other: FigureCell): void => {
  mergeState(into.total, other.total);
  mergeGroups(into.groups, other.groups.values());
  mergeGroups(into.reached, other.reached.values());
  mergeRecords(into.records, other.records);
};

const mergeGroups = (into: Map<string, GroupState>, others: Iterable<GroupState>): void => {
  for (const { members, state } of others) {
    const key = JSON.stringify(members);
    const group = into.get(key);
    if (group === undefined) {
      const fresh = emptyState();
      mergeState(fresh, state);
      into.set(key, { members, state: fresh });
    } else mergeState(group.state, state);
  }
};

/** Counts the units of one figure over facts. */
export const gather = (input: Input, source: FactSource): FigureCell => {
  const { measure, options, groupBy } = input;
  const units = unitsOf(input, source, options, groupBy);
  const cell = emptyCell();
  const fixedAt =
    (measure.kind === 'sum' || measure.kind === 'value_share') && measure.convert?.at === 'period_end' ? fixedRateAt(options.period) : null;
  const adding = addingOf(measure, units.currencies, units.words, input.rates(), fixedAt);
  const takeRecord = options.digest === true ? recordTaker(units) : null;
  const plain = groupBy.filter((ref) => !isOfTarget(ref));
  const wholes = groupBy.length === 0 ? null : gathering(groupingOf(plain, source, units.table, options.asOf), cell.groups);
  const reached =
    plain.length === groupBy.length ? wholes : gathering(groupingOf(groupBy, source, units.table, options.asOf), cell.reached);
  units.each((unit) => {
    if (!unit.inCohort) return;
    adding.whole(cell.total, unit);
    adding.reached(cell.total, unit);
    takeRecord?.(cell.records, unit);
    if (wholes === null || reached === null) return;
    adding.whole(wholes.stateOf(unit), unit);
    if (reached === wholes || (unit.targetRow >= 0 && unit.reason !== 'window_expired')) adding.reached(reached.stateOf(unit), unit);
  });
  wholes?.done();
  if (reached !== wholes) reached?.done();
  return cell;
};

const gathering = (
  { of, members }: Grouping,
  into: Map<string, GroupState>,
): { readonly stateOf: (unit: Unit) => State; readonly done: () => void } => {
  const states: State[] = [];
  return {
    stateOf: (unit) => {
      const group = of(unit);
      const found = states[group];
      if (found !== undefined) return found;
      const state = emptyState();
      states[group] = state;
      return state;
    },
    done: () => {
      for (const [group, state] of states.entries()) into.set(JSON.stringify(members(group)), { members: members(group), state });
    },
  };
};

/** The tally of all that a figure counted. */
export const totalTally = ({ measure, rates }: Input, { total }: FigureCell): FactTally => tallyOfState(measure, total, rates());

/** The tally of each group, in order of its members; of all, where nothing is grouped by. */
export const groupTallies = (
  input: Input,
  cell: FigureCell,
): readonly { readonly members: readonly (string | null)[]; readonly tally: FactTally }[] => {
  const { measure, groupBy, rates } = input;
  const { groups, reached } = cell;
  if (groupBy.length === 0) return [{ members: [], tally: totalTally(input, cell) }];
  const table = rates();
  const plain = plainPlaces(groupBy);
  const states =
    plain.length === groupBy.length ? [...groups.values()] : Array.from(reached.values(), (group) => overWhole(group, groups, plain));
  return states
    .sort((a, b) => compareGroups(a.members, b.members))
    .map(({ members, state }) => ({ members, tally: tallyOfState(measure, state, table) }));
};

/** Which of the columns grouped by are not of the target. */
const plainPlaces = (groupBy: readonly GroupRef[]): readonly number[] => groupBy.flatMap((ref, i) => (isOfTarget(ref) ? [] : [i]));

const overWhole = ({ members, state }: GroupState, groups: ReadonlyMap<string, GroupState>, plain: readonly number[]): GroupState => {
  const both = emptyState();
  const whole = groups.get(JSON.stringify(plain.map((place) => members[place] ?? null)));
  if (whole !== undefined) mergeState(both, whole.state);
  mergeState(both, state);
  return { members, state: both };
};
