import type { MilestoneBasis } from '../definition/basis.js';
import { stagesOf, targetStages } from './applicable.js';
import type { MetricOptions, Outcome, Unit } from './candidate.js';
import { byEntry, entriesBy } from './entries.js';
import type { FactSource } from './source.js';

/** Entries into the base milestone, each followed to the first entry into the target. `give` is called with each, filled in. */
export const eachMilestone = (
  basis: MilestoneBasis,
  source: FactSource,
  { framework, asOf }: MetricOptions,
  unit: Unit,
  leads: Int32Array | null,
  give: (outcome: Outcome) => void,
): void => {
  const { base, target, window, cohort } = basis;
  const visits = source.table('stageVisits');
  const { codes: stages, words } = visits.text('stage');
  const [enteredAt, inferred] = [visits.numbers('enteredAt'), visits.numbers('inferred')];
  const { order, starts } = entriesBy(source, basis.of);
  const compare = byEntry(visits);
  const isBase = passes(words, stagesOf(framework, base.milestone));
  const isTarget = passes(words, target === null ? [] : targetStages(framework, target));
  const [windowMs, closed] = [window?.ms ?? Infinity, window?.edge === '[]'];
  const within = (ms: number): boolean => (closed ? ms <= windowMs : ms < windowMs);
  const later = basis.order === 'after';
  const precedes =
    basis.tie === 'same_moment'
      ? (goal: number, row: number) => (enteredAt[goal] ?? NaN) < (enteredAt[row] ?? NaN)
      : (goal: number, row: number) => compare(goal, row) < 0;

  unit.baseColumn = 'enteredAt';
  unit.targetColumn = target === null ? null : 'enteredAt';

  const fill = (row: number, goal: number): void => {
    unit.row = row;
    unit.lead = leads === null ? -1 : (leads[row] ?? -1);
    unit.baseAt = enteredAt[row] ?? NaN;
    unit.targetRow = goal;
    unit.targetAt = goal < 0 ? NaN : (enteredAt[goal] ?? NaN);
  };
  const alone = (rows: Int32Array, count: number, outcome: Outcome): void => {
    for (let i = firstPicked(base.pick, count), end = lastPicked(base.pick, count); i < end; i += 1) {
      const row = rows[i] ?? -1;
      if (inferred[row] === 1) continue;
      fill(row, outcome === 'target_entry' ? row : -1);
      if (outcome === 'target_entry') unit.targetAt = NaN;
      unit.axisAt = unit.baseAt;
      give(outcome);
    }
  };

  // One lead's entries at a time; there are never more than the longest life has.
  const longest = starts.reduce((most, end, i) => Math.max(most, i === 0 ? 0 : end - (starts[i - 1] ?? 0)), 0);
  const [bases, goals] = [new Int32Array(longest), new Int32Array(longest)];
  for (let one = 0; one + 1 < starts.length; one += 1) {
    let [baseCount, goalCount] = [0, 0];
    for (let i = starts[one] ?? 0, end = starts[one + 1] ?? 0; i < end; i += 1) {
      const row = order === null ? i : (order[i] ?? -1);
      if (!((enteredAt[row] ?? NaN) < asOf)) continue;
      const stage = stages[row] ?? -1;
      if (isBase[stage] === 1) {
        bases[baseCount] = row;
        baseCount += 1;
      }
      if (isTarget[stage] === 1) {
        goals[goalCount] = row;
        goalCount += 1;
      }
    }
    if (cohort === 'own') {
      alone(bases, baseCount, 'base_entry');
      alone(goals, goalCount, 'target_entry');
      continue;
    }
    let next = 0;
    for (let i = firstPicked(base.pick, baseCount), end = lastPicked(base.pick, baseCount); i < end; i += 1) {
      const row = bases[i] ?? -1;
      if (inferred[row] === 1) continue;
      if (target === null) {
        fill(row, -1);
        unit.axisAt = unit.baseAt;
        give('counted');
        continue;
      }
      const baseAt = enteredAt[row] ?? NaN;
      // Both stand in one order, so that what came before this entry is before all that follow.
      while (next < goalCount && precedes(goals[next] ?? -1, row)) next += 1;
      const found = later && next < goalCount && goals[next] === row ? next + 1 : next;
      const goal = found < goalCount ? (goals[found] ?? -1) : -1;
      fill(row, goal);
      const outcome =
        goal >= 0 ? (within(unit.targetAt - baseAt) ? 'converted' : 'window_expired') : within(asOf - baseAt) ? 'still_open' : 'no_target';
      unit.axisAt = cohort === 'base.at' ? baseAt : outcome === 'converted' ? unit.targetAt : NaN;
      give(outcome);
    }
  }
};

type Pick = MilestoneBasis['base']['pick'];

// The entries that count. An inferred one is picked like any other, so that a later one is not taken for the first; being of
// no known date, it is in no cohort.
const firstPicked = (pick: Pick, count: number): number => (pick === 'last' ? Math.max(0, count - 1) : 0);
const lastPicked = (pick: Pick, count: number): number => (pick === 'first' ? Math.min(1, count) : count);

const passes = (words: readonly string[], wanted: readonly string[]): Uint8Array => {
  const set = new Set(wanted);
  return Uint8Array.from(words, (word) => Number(set.has(word)));
};
