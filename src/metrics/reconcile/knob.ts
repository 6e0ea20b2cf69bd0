import { canonicalJson } from '../../kernel/canonical.js';
import type { Report } from './report.js';

/**
 * Why two reports can differ.
 *
 * - `definition`: what is counted, how it is picked, followed and measured, in which framework, at which rates.
 * - `population`: which of them are left out.
 * - `timing`: period, asOf, by when it was known, what becomes of young cohorts.
 * - `data`: which facts it was computed from.
 */
export const CAUSES = ['definition', 'population', 'timing', 'data'] as const;
/** One of {@link CAUSES}. */
export type Cause = (typeof CAUSES)[number];
/** `several` is of settings of several causes that have no number apart. */
export type JointCause = Cause | 'several';

/** One setting in which two reports differ. */
export interface Knob {
  readonly id: string;
  readonly cause: JointCause;
  /** The setting, and how each side has it: `pick of mql: every → first`. */
  readonly says: string;
  /** The same report with this setting as the other side has it. Knobs set what no other knob sets. */
  readonly set: (report: Report) => Report;
}

/** A knob for a setting, or nothing where both sides have it alike. `read` writes a value for people. */
export const knob = <T>(
  id: string,
  cause: Cause,
  [a, b]: readonly [T, T],
  set: (report: Report, value: T) => Report,
  read: (value: T) => string = text,
): readonly Knob[] => (alike(a, b) ? [] : [{ id, cause, says: `${id}: ${read(a)} → ${read(b)}`, set: (report) => set(report, b) }]);

/** Whether two plain values are the same, whatever the order of their keys. */
export const alike = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** A value as people read it in a sentence. */
export const text = (value: unknown): string => {
  if (value === null || value === undefined) return 'none';
  const words = typeof value === 'string' ? value : canonicalJson(value);
  return words.length > 160 ? `${words.slice(0, 157)}…` : words;
};

/** Knobs as one: where they are too many, or cannot be turned one by one. */
export const joined = (id: string, knobs: readonly Knob[]): Knob => {
  const causes = new Set(knobs.map(({ cause }) => cause));
  const [only = 'several'] = causes;
  return {
    id,
    cause: causes.size === 1 ? only : 'several',
    says: knobs.map(({ says }) => says).join('; '),
    set: (report) => knobs.reduce((so, { set }) => set(so), report),
  };
};
