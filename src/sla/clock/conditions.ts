import type { Path } from '../../kernel/issue.js';
import type { Condition } from '../condition.js';
import type { TimedClause } from './course.js';

/** A condition of a clause, with its place in the clause. */
export interface PlacedCondition {
  readonly condition: Condition;
  /** What an event does to a clock that is what the condition asks for. */
  readonly does: 'admit' | 'start' | 'stop' | 'pause' | 'unpause' | 'cancel' | 'reopen';
  readonly path: Path;
}

/** Every condition that a clause says of its clocks; none for a clause without. */
export const conditionsIn = (
  clause: Pick<TimedClause, 'id' | 'asks' | 'starts' | 'stops' | 'onlyAfter' | 'pauses' | 'cancelledBy' | 'reopen'>,
): readonly PlacedCondition[] => {
  const { onlyAfter = [], pauses = [], cancelledBy = [], reopen, asks = [], starts = [], stops = [] } = clause;
  return [
    ...asks.map((condition, i) => ({ condition, does: 'start' as const, path: ['asks', i] })),
    ...starts.map((condition, i) => ({ condition, does: 'start' as const, path: ['starts', i] })),
    ...stops.map((condition, i) => ({ condition, does: 'stop' as const, path: ['stops', i] })),
    ...onlyAfter.map((condition, i) => ({ condition, does: 'admit' as const, path: ['onlyAfter', i] })),
    ...pauses.flatMap(({ from, until }, i) => [
      { condition: from, does: 'pause' as const, path: ['pauses', i, 'from'] },
      { condition: until, does: 'unpause' as const, path: ['pauses', i, 'until'] },
    ]),
    ...cancelledBy.map((condition, i) => ({ condition, does: 'cancel' as const, path: ['cancelledBy', i] })),
    ...(reopen?.by ?? []).map((condition, i) => ({ condition, does: 'reopen' as const, path: ['reopen', 'by', i] })),
  ];
};
