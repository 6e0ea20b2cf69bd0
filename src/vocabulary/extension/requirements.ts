import type { Requirement } from '../framework.js';

/** The requirements of a step with one more, or why that would not be more. */
export type Tightened = { readonly ok: true; readonly requires: readonly Requirement[] } | { readonly ok: false; readonly why: 'looser' | 'no_tighter' | 'contradictory' };

/**
 * A step's requirements with one more. Where the step asks for something of the same kind, the new one takes its place,
 * and must ask for more: fewer parties, words, classes or tiers; more attempts; further fields.
 */
export const tightened = (requires: readonly Requirement[], more: Requirement): Tightened => {
  if (requires.some(({ kind }) => kind === OPPOSITE[more.kind])) return { ok: false, why: 'contradictory' };
  const place = requires.findIndex((one) => sameQuestion(one, more));
  const was = requires[place];
  if (was === undefined) return { ok: true, requires: [...requires, more] };
  const now = stricter(was, more);
  return typeof now === 'string' ? { ok: false, why: now } : { ok: true, requires: requires.map((one, i) => (i === place ? now : one)) };
};

const OPPOSITE: { readonly [Kind in Requirement['kind']]?: Requirement['kind'] } = { contacted: 'not_contacted', not_contacted: 'contacted' };

const sameQuestion = (one: Requirement, other: Requirement): boolean => {
  if (one.kind === 'says') return other.kind === 'says' && one.field === other.field;
  if (one.kind === 'qualification') return other.kind === 'qualification' && one.framework === other.framework;
  if (one.kind === 'attempted_within') return other.kind === 'attempted_within' && one.days === other.days;
  return one.kind === other.kind;
};

const stricter = (was: Requirement, now: Requirement): Requirement | 'looser' | 'no_tighter' => {
  if ('oneOf' in was && 'oneOf' in now) {
    const [before, after] = [new Set<string>(was.oneOf), new Set<string>(now.oneOf)];
    if ([...after].some((one) => !before.has(one))) return 'looser';
    return after.size === before.size ? 'no_tighter' : now;
  }
  if ('atLeast' in was && 'atLeast' in now) return now.atLeast < was.atLeast ? 'looser' : now.atLeast === was.atLeast ? 'no_tighter' : now;
  if ('allOf' in was && 'allOf' in now) {
    const all = [...new Set([...was.allOf, ...now.allOf])];
    return all.length === new Set(was.allOf).size ? 'no_tighter' : { ...was, allOf: all };
  }
  return 'no_tighter';
};
