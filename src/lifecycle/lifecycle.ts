import { digest } from '../kernel/canonical.js';
import { okUnless, unwrap, type Result } from '../kernel/result.js';
import type { Framework, Requirement, StageId } from '../vocabulary/framework.js';
import type { EventType } from '../vocabulary/event.js';
import { crossReferences } from './check.js';
import type { Chart } from './chart.js';
import { chartOf } from './machine.js';
import { walk, type LifecycleTable } from './table.js';

/** A legal step, from one stage. */
export interface Candidate {
  readonly on: EventType;
  readonly to: StageId;
  readonly requires: readonly Requirement[];
}

/**
 * A framework brought to life: what is legal from where. It is made of the framework alone and is never stored; store
 * a `StateRecord`.
 *
 * @typeParam S - The framework's stage ids, literal where the framework is.
 */
export interface Lifecycle<S extends StageId = StageId> {
  readonly framework: Framework;
  readonly stages: readonly S[];
  /** SHA-256 of the framework's canonical JSON: which agreement a stored state was judged by. */
  readonly digest: string;
  /** The state machine, in no words of the engine that runs it. */
  readonly chart: Chart;
  /** The steps agreed from a stage or from `start`, in the framework's order. */
  readonly candidates: (from: StageId) => readonly Candidate[];
  /** See {@link tableOf}. */
  readonly table: () => LifecycleTable;
}

/**
 * The state machine of a framework, or every contradiction in it.
 *
 * Issues: `lifecycle.duplicate_stage`, `lifecycle.reserved_stage` (`start`), `lifecycle.unknown_stage` (in a step or a
 * milestone, with a suggestion), `lifecycle.duplicate_transition` (same event, from and to),
 * `lifecycle.too_many_requirements` (steps on one event type name more than 8 different ones),
 * `lifecycle.too_many_combinations` (more than a million for the table: events × stages × stages × 2^requirements).
 */
export const safeCreateLifecycle = <const F extends Framework>(framework: F): Result<Lifecycle<F['stages'][number]['id']>> =>
  okUnless(crossReferences(framework), () => {
    const chart = chartOf(framework);
    const steps = stepsByStage(framework);
    let table: LifecycleTable | null = null;
    return {
      framework,
      stages: framework.stages.map(({ id }: { readonly id: F['stages'][number]['id'] }) => id),
      digest: digest(framework),
      chart,
      candidates: (from) => steps.get(from) ?? [],
      table: () => (table ??= walk(framework, chart)),
    };
  });

/**
 * The state machine of a framework. Throws a `RevpactError` with every contradiction in it.
 *
 * @example
 * ```ts
 * import { sirius2006 } from 'revpact/vocabulary';
 * import { createLifecycle } from 'revpact/lifecycle';
 *
 * createLifecycle(sirius2006).stages.slice(0, 3) // => ['inquiry', 'mql', 'sal']
 * ```
 */
export const createLifecycle = <const F extends Framework>(framework: F): Lifecycle<F['stages'][number]['id']> =>
  unwrap(safeCreateLifecycle(framework));

/** The integer table of a lifecycle, walked out of its machine on first use (some ten milliseconds; seconds for the largest) and kept. */
export const tableOf = (lifecycle: Lifecycle): LifecycleTable => lifecycle.table();

const stepsByStage = (framework: Framework): ReadonlyMap<StageId, readonly Candidate[]> => {
  const steps = new Map<StageId, Candidate[]>();
  for (const { on, from, to, requires = [] } of framework.transitions) {
    for (const stage of from) {
      const here = steps.get(stage);
      if (here === undefined) steps.set(stage, [{ on, to, requires }]);
      else here.push({ on, to, requires });
    }
  }
  return steps;
};
