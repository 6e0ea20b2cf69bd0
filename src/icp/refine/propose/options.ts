import { EARLIEST, LATEST, type Instant } from '../../../kernel/instant.js';
import type { Issue } from '../../../kernel/issue.js';
import { pullIssues } from '../fit/check-pull.js';
import { DEFAULT_SCALE, type Scale } from '../fit/points-table.js';
import { STARTS, type Start } from '../fit/prior.js';
import { refineIssue } from '../issues.js';
import type { Trusted } from './admit.js';

/** How a refinement is made. */
export interface RefineOptions {
  /** Agreed criteria in force at this moment are refined. */
  readonly asOf: Instant;
  /** Where the draws of the bootstrap begin: a whole number from 0 to 2³² − 1. The same seed draws the same. */
  readonly seed: number;
  /** How much of what is handed over can be worked, in whole percent, 1 to 100. Nothing is measured at a capacity where left out. */
  readonly capacityPercent?: number;
  /** How much of the rows, oldest first, is learned from; the rest is tested on. In whole percent, 1 to 99; 70 where left out. */
  readonly olderPercent?: number;
  /** Fewer than so many of either to learn from, and nothing is fitted; 50 where left out. */
  readonly minimum?: { readonly wins: number; readonly losses: number };
  /** How points are read as odds; 20 points double them, and 100 points are even, where left out. Keep to the scale of the agreed points. */
  readonly scale?: Scale;
  /** The strength of the pull towards the agreed points; chosen by validation within the rows learned from where left out. */
  readonly lambda?: number;
  /**
   * What attributes begin from that the filter gives no points for: nothing (`agreed`), or their evidence at face value (`evidence`).
   * `agreed` where the filter gives points for anything, else `evidence`, where left out.
   */
  readonly start?: Start;
  /** How often the bootstrap draws, 100 to 10,000; 1,000 where left out. */
  readonly draws?: number;
  /** Attributes to learn from though nobody has agreed that they are known before, and why. */
  readonly trust?: readonly Trusted[];
}

/** The options with nothing left out but what means something by its absence. */
export interface Settings {
  readonly asOf: Instant;
  readonly seed: number;
  readonly capacityPercent: number | null;
  readonly olderPercent: number;
  readonly minimum: { readonly wins: number; readonly losses: number };
  readonly scale: Scale;
  readonly lambda: number | null;
  readonly start: Start | null;
  readonly draws: number;
  readonly trust: readonly { readonly attribute: string; readonly about: 'account' | 'contact'; readonly why: string }[];
}

/** What holds where the caller leaves it out. */
export const settingsOf = (options: RefineOptions): Settings => ({
  asOf: options.asOf,
  seed: options.seed,
  capacityPercent: options.capacityPercent ?? null,
  olderPercent: options.olderPercent ?? 70,
  minimum: options.minimum ?? { wins: 50, losses: 50 },
  scale: options.scale ?? DEFAULT_SCALE,
  lambda: options.lambda ?? null,
  start: options.start ?? null,
  draws: options.draws ?? 1000,
  trust: (options.trust ?? []).map(({ attribute, about, why }) => ({ attribute, about: about ?? 'account', why })),
});

/** Every option that is out of bounds. */
export const optionIssues = ({ asOf, seed, capacityPercent, olderPercent, minimum, draws, trust, start, scale, lambda }: Settings): readonly Issue[] => [
  ...whole('asOf', asOf, EARLIEST, LATEST - 1),
  ...whole('seed', seed, 0, 2 ** 32 - 1),
  ...(capacityPercent === null ? [] : whole('capacityPercent', capacityPercent, 1, 100)),
  ...whole('olderPercent', olderPercent, 1, 99),
  ...whole('minimum.wins', minimum.wins, 1, 1_000_000),
  ...whole('minimum.losses', minimum.losses, 1, 1_000_000),
  ...whole('draws', draws, 100, 10_000),
  ...pullIssues(scale, lambda),
  ...(start === null || STARTS.includes(start) ? [] : [refineIssue('unknown_start', { start, known: STARTS }, ['start'])]),
  ...trust.flatMap(({ why }, i) => (why.trim() === '' ? [refineIssue('trust_without_why', { attribute: trust[i]?.attribute ?? '' }, ['trust', i, 'why'])] : [])),
];

const whole = (option: string, value: number, atLeast: number, atMost: number): readonly Issue[] =>
  Number.isInteger(value) && value >= atLeast && value <= atMost
    ? []
    : [refineIssue('option_out_of_bounds', { option, value: String(value), atLeast, atMost }, option.split('.'))];
