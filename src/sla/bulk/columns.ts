import type { ClockFact } from '../../vocabulary/fact.js';
import { REPLACED, type ClockState } from '../clock/clock.js';

/** The states of clocks in the order of their codes in {@link JudgedClocks}. */
export const CLOCK_STATES = [
  'not_started',
  'running',
  'outside_hours',
  'paused',
  'met',
  'breached_open',
  'answered_late',
  'waived',
  'excused',
  'superseded',
  'cancelled',
  'unproven',
] as const satisfies readonly ClockState[];

/** Rows of their own behind each clock: those of clock `i` go from `starts[i]` up to `starts[i + 1]`. */
interface Nested {
  /** One more than there are clocks. */
  readonly starts: Uint32Array;
}

/** Stretches in which clocks did not run: of each clock by their beginning. Those that overlap count once. */
export interface PauseColumns extends Nested {
  readonly from: Float64Array;
  /** NaN where nothing has ended it. */
  readonly until: Float64Array;
  /** 1 where the promise had been fulfilled and was reopened, 0 where the lead waited; it waited everywhere where absent. */
  readonly answered?: Uint8Array;
}

/** Other targets for clocks that ran already: of each clock in order. */
export interface RetargetColumns extends Nested {
  readonly at: Float64Array;
  /** Open milliseconds from the start of the clock, pauses left out. */
  readonly targetOpenMs: Float64Array;
}

/**
 * Clocks as columns, all of them on one calendar: what {@link judgeMany} reads. Moments are epoch milliseconds in
 * `Float64Array`s, NaN where there is none. A column that is left out says of every clock that there is none.
 */
export interface ClockColumns {
  /** How many clocks there are: the length of every column. */
  readonly rows: number;
  readonly startedAt: Float64Array;
  /** Promised open milliseconds as of the start. */
  readonly targetOpenMs: Float64Array;
  /** When it was fulfilled. */
  readonly stoppedAt: Float64Array;
  /** When it stopped being owed, unfulfilled. Of a stop and an end the earlier counts, at the same moment the stop. */
  readonly endedAt?: Float64Array;
  /** 1 where it ended because another clock took its place. */
  readonly superseded?: Uint8Array;
  readonly waivedAt?: Float64Array;
  /** 1 where the other side's earlier breach excuses a breach of this one. */
  readonly excused?: Uint8Array;
  /** 1 where a moment that decides is known to the day only. */
  readonly unproven?: Uint8Array;
  readonly pauses?: PauseColumns;
  readonly retargets?: RetargetColumns;
}

/** What became of each clock of {@link ClockColumns}. */
export interface JudgedClocks {
  /** The state's place in {@link CLOCK_STATES}. */
  readonly state: Uint8Array;
  /** When it is due, as known then; NaN where it stands still or has not started. */
  readonly dueAt: Float64Array;
  /** Open milliseconds that it ran until it was stopped or ended, or until the moment of judgement; pauses left out. */
  readonly ranOpenMs: Float64Array;
}

/** The columns of clocks that run on one calendar, in the order given. */
export const clockColumns = (clocks: readonly ClockFact[]): ClockColumns => {
  const moments = (momentOf: (clock: ClockFact) => number | null): Float64Array =>
    Float64Array.from(clocks, (clock) => momentOf(clock) ?? NaN);
  const flags = (holds: (clock: ClockFact) => boolean): Uint8Array => Uint8Array.from(clocks, (clock) => Number(holds(clock)));
  return {
    rows: clocks.length,
    startedAt: moments(({ startedAt }) => startedAt),
    targetOpenMs: moments(({ targetOpenMs }) => targetOpenMs),
    stoppedAt: moments(({ stoppedAt }) => stoppedAt),
    endedAt: moments(({ endedAt }) => endedAt),
    superseded: flags(({ endedBy }) => endedBy !== null && REPLACED.includes(endedBy)),
    waivedAt: moments(({ waivedAt }) => waivedAt),
    excused: flags(({ excusedBy }) => excusedBy !== null),
    unproven: flags(({ unproven }) => unproven),
    ...pausesOf(clocks),
    ...retargetsOf(clocks),
  };
};

const pausesOf = (clocks: readonly ClockFact[]): Pick<ClockColumns, 'pauses'> => {
  const all = clocks.flatMap(({ pauses }) => pauses);
  if (all.length === 0) return {};
  return {
    pauses: {
      starts: startsOf(clocks, ({ pauses }) => pauses.length),
      from: Float64Array.from(all, ({ from }) => from),
      until: Float64Array.from(all, ({ until }) => until ?? NaN),
      answered: Uint8Array.from(all, ({ because }) => Number(because === 'answered')),
    },
  };
};

const retargetsOf = (clocks: readonly ClockFact[]): Pick<ClockColumns, 'retargets'> => {
  const all = clocks.flatMap(({ retargets }) => retargets);
  if (all.length === 0) return {};
  return {
    retargets: {
      starts: startsOf(clocks, ({ retargets }) => retargets.length),
      at: Float64Array.from(all, ({ at }) => at),
      targetOpenMs: Float64Array.from(all, ({ targetOpenMs }) => targetOpenMs),
    },
  };
};

const startsOf = (clocks: readonly ClockFact[], countOf: (clock: ClockFact) => number): Uint32Array => {
  const starts = new Uint32Array(clocks.length + 1);
  clocks.forEach((clock, i) => {
    starts[i + 1] = (starts[i] ?? 0) + countOf(clock);
  });
  return starts;
};
