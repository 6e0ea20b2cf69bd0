import { toDecimal, type Rounding } from '../../kernel/quotient.js';
import { isDecimalText, ratioOf, type Ratio } from '../../kernel/ratio.js';
import { fail, ok, type Result } from '../../kernel/result.js';
import { metricsIssue } from '../issues.js';
import { toRatio } from '../rational.js';
import { usualAlternatives, type Alternative } from './alternatives.js';
import { factsOnce, type Report } from './report.js';
import { saidBy } from './value.js';

/** Settings under which a report says the number that was searched for. */
export interface Hit {
  /** What is otherwise than in the report; empty where it says the number as it stands. */
  readonly changes: readonly Pick<Alternative, 'setting' | 'cause' | 'says'>[];
  readonly value: Ratio;
}

/** What was found, fewest changes first, and how much was tried. */
export interface Search {
  readonly hits: readonly Hit[];
  readonly tried: number;
  /** False where there were more ways than were allowed to be tried. */
  readonly complete: boolean;
}

/** How far to search. */
export interface SearchOptions {
  /** What may be otherwise; {@link usualAlternatives} of the report where it is left out. */
  readonly alternatives?: readonly Alternative[];
  /** Settings changed at once, 0 to 6; 2 where it is left out. */
  readonly changes?: number;
  /** Evaluations, 1 to 100,000; 2,000 where it is left out. */
  readonly tries?: number;
}

/** A number said elsewhere has been rounded by somebody: any usual rule may have been theirs. */
const RULES: readonly Rounding[] = ['half-even', 'half-up', 'down'];

/**
 * Which settings reproduce a foreign number, such as "sales says 214": every combination of alternatives, up to so many at
 * once, is computed and compared at the places that the number was said with.
 *
 * @param said - Decimal text in the units of the report: a count, a share as `0.24`, minor units, milliseconds.
 *
 * Issues: `metrics.not_a_number` (`said` is no decimal text), `metrics.no_such_limit`; those of the
 * report's definition, and what `evaluate` refuses.
 *
 * @example
 * ```ts
 * import { mqlVolume, searchFor } from 'revpact/metrics';
 * import { NO_FACTS, periodOf, sirius2006 } from 'revpact/vocabulary';
 *
 * const period = periodOf('2026-Q2', 'UTC');
 * if (period === null) throw new Error('no such period');
 * const report = { label: 'ours', definition: mqlVolume, data: NO_FACTS, options: { framework: sirius2006, period, asOf: period.end } };
 * const found = searchFor(report, '214');
 * found.ok ? found.value.hits : null // => []
 * ```
 */
export const searchFor = (report: Report, said: string, options: SearchOptions = {}): Result<Search> => {
  const { alternatives = usualAlternatives(report), changes = 2, tries = 2000 } = options;
  if (!isDecimalText(said)) return fail([metricsIssue('not_a_number', { text: said.slice(0, 40) }, [])]);
  if (!within(changes, 0, 6) || !within(tries, 1, 100_000)) return fail([metricsIssue('no_such_limit', { changes, tries }, [])]);
  const digits = said.split('.')[1]?.length ?? 0;
  // "0214" and "-0" are numbers, too, and nobody's results.
  const written = toDecimal(ratioOf(said), digits, 'down');
  const factsOf = factsOnce();
  const own = saidBy(report, factsOf);
  // Without a number itself it may have one otherwise; what cannot be computed at all cannot be searched.
  if (!own.ok && own.issues.some(({ code }) => code !== 'metrics.no_number')) return own;
  const hits: Hit[] = [];
  let tried = 0;
  for (const some of combinations(alternatives, changes)) {
    if (tried === tries) return ok({ hits, tried, complete: false });
    tried += 1;
    const so = some.reduce((one, { set }) => set(one), report);
    const told = saidBy(so, factsOf);
    if (!told.ok) continue;
    const value = toRatio(told.value.number);
    if (!RULES.some((rule) => toDecimal(value, digits, rule) === written)) continue;
    hits.push({ changes: some.map(({ setting, cause, says }) => ({ setting, cause, says })), value });
  }
  return ok({ hits, tried, complete: true });
};

const within = (value: number, least: number, most: number): boolean => Number.isInteger(value) && value >= least && value <= most;

/** Every set of alternatives of different settings, the smaller sets first. */
function* combinations(alternatives: readonly Alternative[], most: number): Generator<readonly Alternative[]> {
  const settings = new Set(alternatives.map(({ setting }) => setting)).size;
  for (let size = 0; size <= Math.min(most, settings); size += 1) yield* ofSize(alternatives, size, 0, []);
}

function* ofSize(
  alternatives: readonly Alternative[],
  size: number,
  from: number,
  taken: readonly Alternative[],
): Generator<readonly Alternative[]> {
  if (taken.length === size) {
    yield taken;
    return;
  }
  for (const [i, one] of alternatives.entries()) {
    if (i < from || taken.some(({ setting }) => setting === one.setting)) continue;
    yield* ofSize(alternatives, size, i + 1, [...taken, one]);
  }
}
