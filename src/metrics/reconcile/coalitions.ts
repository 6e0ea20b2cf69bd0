import type { Rational } from '../rational.js';
import { CAUSES, joined, type Knob } from './knob.js';
import type { FactsOf, Report } from './report.js';
import { saidBy } from './value.js';

/** As many settings are turned one by one: 256 evaluations. More are taken together by cause. */
export const MOST_KNOBS = 8;

/** How finely a difference could be taken apart: setting by setting, cause by cause, or not at all. */
export type Grain = 'settings' | 'causes' | 'whole';

/** What a report would say with some settings as the other side has them: one value for every coalition of knobs. */
export interface Coalitions {
  readonly grain: Grain;
  readonly knobs: readonly Knob[];
  /** By bit mask of the knobs that are turned. */
  readonly values: readonly Rational[];
}

/**
 * Values of every coalition, as finely as they all exist. Settings that mean nothing apart (a ratio dates base and target apart,
 * a share does not) or have no number (an empty cohort) are turned together, no more of them than must be. Null where one of the
 * two reports has no number itself.
 *
 * @param currency - Of both reports; what comes out in another one is no value.
 */
export const coalitionsOf = (report: Report, knobs: readonly Knob[], factsOf: FactsOf, currency: string | null): Coalitions | null => {
  const apart = knobs.length <= MOST_KNOBS;
  const some = apart ? knobs : byCause(knobs);
  const values = allValues(report, some, factsOf, currency);
  const parts = partsOf(values, some.length);
  const found = wholesOf(parts).map((mask) => values[mask] ?? null);
  if (!found.every((value) => value !== null)) return null;
  return {
    grain: parts.length === 1 && knobs.length > 1 ? 'whole' : apart ? 'settings' : 'causes',
    knobs: parts.map((mask) => together(some.filter((_, i) => (mask & (1 << i)) !== 0))),
    values: found,
  };
};

const together = (knobs: readonly Knob[]): Knob => {
  const [only, ...more] = knobs;
  return only !== undefined && more.length === 0 ? only : joined(knobs.map(({ id }) => id).join(' and '), knobs);
};

const byCause = (knobs: readonly Knob[]): readonly Knob[] =>
  CAUSES.flatMap((cause) => {
    const [only, ...more] = knobs.filter((one) => one.cause === cause);
    return only === undefined ? [] : [more.length === 0 ? only : joined(cause, [only, ...more])];
  });

/** By bit mask; null where the settings have no number together. */
const allValues = (report: Report, knobs: readonly Knob[], factsOf: FactsOf, currency: string | null): readonly (Rational | null)[] => {
  let money = currency;
  return Array.from({ length: 1 << knobs.length }, (_, mask) => {
    const said = saidBy(turned(report, knobs, mask), factsOf);
    if (!said.ok) return null;
    money ??= said.value.currency;
    return said.value.currency === null || said.value.currency === money ? said.value.number : null;
  });
};

/**
 * Knobs in parts, each a bit mask, such that every union of parts has a value: as long as one has none, the two parts are put
 * together that leave the fewest without, of equal ones the first.
 */
const partsOf = (values: readonly (Rational | null)[], knobs: number): readonly number[] => {
  const missing = (parts: readonly number[]): number => wholesOf(parts).filter((mask) => values[mask] === null).length;
  let parts: readonly number[] = Array.from({ length: knobs }, (_, i) => 1 << i);
  while (parts.length > 1 && missing(parts) > 0) {
    let [best, least] = [parts, Infinity];
    for (const [i, one] of parts.entries()) {
      for (const [j, other] of parts.entries()) {
        if (j <= i) continue;
        const so = parts.flatMap((part, k) => (k === i ? [one | other] : k === j ? [] : [part]));
        const left = missing(so);
        if (left < least) [best, least] = [so, left];
      }
    }
    parts = best;
  }
  return parts;
};

/** Every union of some parts, by bit mask of the parts. */
const wholesOf = (parts: readonly number[]): readonly number[] =>
  Array.from({ length: 1 << parts.length }, (_, chosen) =>
    parts.reduce((mask, part, i) => ((chosen & (1 << i)) === 0 ? mask : mask | part), 0),
  );

/** A report with the knobs of a bit mask turned. */
export const turned = (report: Report, knobs: readonly Knob[], mask: number): Report =>
  knobs.reduce((so, { set }, i) => ((mask & (1 << i)) === 0 ? so : set(so)), report);
