import { isOfTarget } from '../metrics/definition/dimension.js';
import type { MetricDefinition } from '../metrics/definition/metric.js';
import type { MetricOptions } from '../metrics/engine/candidate.js';
import { groupsFrom } from '../metrics/engine/cells.js';
import { compareGroups } from '../metrics/engine/group.js';
import { inputsOf, type Input } from '../metrics/engine/inputs.js';
import type { FactTally, TallyGroup } from '../metrics/engine/tally.js';
import { tallied } from './decode-figure.js';
import { countsOf, textOf, type SqlRow } from './sql-row.js';

/**
 * The exact integers of a compiled metric from the rows it returned, as `tallyOf` gives them: one for each group, in
 * order, or exactly one without `groupBy`. `resultOf` makes the metric's result of them.
 *
 * Throws a `TypeError` for a value that is no whole number: then something else was run.
 *
 * @param options - Those of `compile`: the same period, columns to group by and rates.
 */
export const decode = (definition: MetricDefinition, rows: readonly SqlRow[], options: MetricOptions): readonly TallyGroup[] => {
  const groupBy = [...new Set(options.groupBy ?? [])];
  const ofInput = (name: string): readonly SqlRow[] => (name === '' ? rows : rows.filter((row) => textOf(row, 'metric_input') === name));
  return groupsFrom(
    inputsOf(definition, groupBy, options).map((input) => ({ input, groups: groupsOf(input, ofInput(input.name)) })),
    groupBy,
  );
};

interface Group {
  readonly members: readonly (string | null)[];
  readonly tally: FactTally;
}

/** One figure by its groups, in order; of all, where nothing is grouped by. */
const groupsOf = (input: Input, rows: readonly SqlRow[]): readonly Group[] => {
  const { groupBy } = input;
  if (groupBy.length === 0) return [{ members: [], tally: tallied(input, rows, rows) }];
  const wholes = new Map<string, SqlRow[]>();
  const groups = new Map<string, { readonly members: readonly (string | null)[]; readonly whole: readonly SqlRow[]; readonly rows: SqlRow[] }>();
  for (const row of rows) {
    const members = groupBy.map((_, i) => textOf(row, `dim_${String(i + 1)}`));
    const plain = JSON.stringify(members.filter((_, i) => !isOfTarget(groupBy[i] ?? '')));
    const whole = wholes.get(plain) ?? [];
    wholes.set(plain, whole);
    whole.push(row);
    const key = JSON.stringify(members);
    const group = groups.get(key) ?? { members, whole, rows: [] };
    groups.set(key, group);
    group.rows.push(row);
  }
  // By what was reached, there are only groups in which something was.
  const exists = groupBy.some(isOfTarget) ? (own: readonly SqlRow[]) => countsOf(own, 'metric_reached') > 0 : () => true;
  return [...groups.values()]
    .filter((group) => exists(group.rows))
    .sort((a, b) => compareGroups(a.members, b.members))
    .map(({ members, whole, rows: own }) => ({ members, tally: tallied(input, own, whole) }));
};
