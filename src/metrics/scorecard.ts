import * as z from 'zod';
import { IsoDate } from '../kernel/date.js';
import { compareRatios, DECIMAL_TEXT, isDecimalText, ratioOf } from '../kernel/ratio.js';
import { schema } from '../kernel/schema.js';
import { Currency } from '../vocabulary/money.js';
import { Id, Words } from '../vocabulary/words.js';
import { Filter } from './filter.js';
import { metricsIssue } from './issues.js';

/** How often an entry is looked at. */
export const CADENCES = ['weekly', 'monthly', 'quarterly'] as const;

/** Units in which people write thresholds of a duration, with their milliseconds. */
export const DURATION_UNITS = { minutes: 60_000, hours: 3_600_000 } as const;

const threshold = /* @__PURE__ */ schema(() =>
  z.string().regex(DECIMAL_TEXT, { error: 'a threshold is decimal text, such as "0.9" or "1200"' }),
);

const entryShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    metric: Id,
    /** Narrows the metric, such as to the clocks of one clause. */
    where: z.array(Filter).max(32).readonly().exactOptional(),
    /** The unit of the thresholds of a duration; milliseconds where it is left out. */
    unit: z.enum(['minutes', 'hours']).exactOptional(),
    /** The currency of a sum of money, in whose major units the thresholds are. */
    currency: Currency.exactOptional(),
    direction: z.enum(['higher', 'lower']),
    target: threshold,
    yellow: threshold,
    red: threshold,
    /** Fewer units than this bear no flag. */
    minimumSample: z.int().min(1).exactOptional(),
    owner: Id,
    cadence: z.enum(CADENCES),
  }),
);
/**
 * One number that both sides look at, and who answers for it. `yellow` and `red` are where these flags begin: worse than
 * `yellow` is yellow, worse than `red` is red, exactly on a threshold is still on its better side.
 */
export interface ScorecardEntry extends z.infer<typeof entryShape> {}
export const ScorecardEntry: z.ZodType<ScorecardEntry> = /* @__PURE__ */ schema(() =>
  entryShape.superRefine((entry, context) => {
    const { direction, target, yellow, red } = entry;
    if (![target, yellow, red].every(isDecimalText)) return;
    const best = direction === 'higher' ? 1 : -1;
    const falls = (a: string, b: string): boolean => compareRatios(ratioOf(a), ratioOf(b)) * best >= 0;
    if (falls(target, yellow) && falls(yellow, red)) return;
    const { code, params, message } = metricsIssue('thresholds_out_of_order', { direction, target, yellow, red });
    context.addIssue({ code: 'custom', message, path: ['target'], params: { code, params } });
  }),
);

const sharedGoalShape = /* @__PURE__ */ schema(() =>
  z.strictObject({ statement: Words, parties: z.array(Id).min(2).max(8).readonly(), from: IsoDate, to: IsoDate }),
);
/** A goal for which these parties answer equally, over its days, both included. */
export interface SharedGoal extends z.infer<typeof sharedGoalShape> {}

const scorecardShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    goal: Words,
    sharedGoal: sharedGoalShape.exactOptional(),
    entries: z.array(ScorecardEntry).max(50).readonly(),
  }),
);
/** Five or six numbers that say how the agreement goes. */
export interface Scorecard extends z.infer<typeof scorecardShape> {}
export const Scorecard: z.ZodType<Scorecard> = scorecardShape;
