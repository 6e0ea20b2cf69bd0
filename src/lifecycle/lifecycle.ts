import { digest } from '../kernel/canonical.js';
import { okUnless, unwrap, type Result } from '../kernel/result.js';
import type { Framework, StageId } from '../vocabulary/framework.js';
import type { EventType } from '../vocabulary/event.js';
import { crossReferences } from './check.js';
import { chartOf, type Candidate, type Chart } from './chart.js';
import { transitionsOf } from './machine.js';
import { offerOf, type Offer } from './offer.js';
import { tabulate, type LifecycleTable } from './table.js';

/**
 * A framework brought to life: what is legal from where. It is made of the framework alone and is never stored; store
 * a `StateRecord`. What takes time is worked out on first use and kept: the digest, the table, the offers of a stage.
 *
 * @typeParam S - The framework's stage ids, literal where the framework is.
 * @typeParam E - The event types that its steps are on, likewise.
 */
export interface Lifecycle<S extends StageId = StageId, E extends EventType = EventType> {
  readonly framework: Framework;
  readonly stages: readonly S[];
  /** The event types that steps are on. */
  readonly eventTypes: ReadonlySet<E>;
  /** SHA-256 of the framework's canonical JSON: which agreement a stored state was judged by. */
  readonly digest: string;
  /** The state machine, in no words of the engine that runs it. */
  readonly chart: Chart<S>;
  /** The steps agreed from a stage or from `start`, in the machine's order. */
  readonly candidates: (from: StageId) => readonly Candidate<S>[];
  /** The same, as they are offered to whoever may take them. */
  readonly offers: (from: StageId) => readonly Offer[];
  /** See {@link tableOf}. */
  readonly table: () => LifecycleTable;
}

/**
 * The state machine of a framework, or every contradiction in it.
 *
 * Issues: `lifecycle.duplicate_stage`, `lifecycle.reserved_stage` (`start`), `lifecycle.unknown_stage` (in a step, a
 * milestone or a migration, with a suggestion), `lifecycle.duplicate_transition` (same event, from and to),
 * `lifecycle.duplicate_migration` (two rules for states stored under one earlier text),
 * `lifecycle.too_many_requirements` (steps on one event type name more than 8 different ones),
 * `lifecycle.too_many_combinations` (more than a million for the table: events × stages × stages × 2^requirements).
 */
export const safeCreateLifecycle = <const F extends Framework>(
  framework: F,
): Result<Lifecycle<F['stages'][number]['id'], F['transitions'][number]['on']>> =>
  okUnless(crossReferences(framework), () => {
    const stages = framework.stages.map(({ id }: { readonly id: F['stages'][number]['id'] }) => id);
    const transitions: readonly { readonly on: F['transitions'][number]['on'] }[] = framework.transitions;
    const eventTypes = new Set(transitions.map(({ on }) => on));
    const chart = chartOf(transitionsOf(framework, stages));
    const offers = new Map<StageId, readonly Offer[]>();
    let table: LifecycleTable | null = null;
    let sha256: string | null = null;
    return {
      framework,
      stages,
      eventTypes,
      get digest() {
        return (sha256 ??= digest(framework));
      },
      chart,
      candidates: chart.stepsFrom,
      offers: (from) => {
        const known = offers.get(from);
        if (known !== undefined) return known;
        const made = chart.stepsFrom(from).map(offerOf);
        offers.set(from, made);
        return made;
      },
      table: () => (table ??= tabulate(stages, eventTypes, chart)),
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
export const createLifecycle = <const F extends Framework>(framework: F): Lifecycle<F['stages'][number]['id'], F['transitions'][number]['on']> =>
  unwrap(safeCreateLifecycle(framework));

/** The integer table of a lifecycle, made of its machine's transitions on first use and kept. */
export const tableOf = (lifecycle: Lifecycle): LifecycleTable => lifecycle.table();
