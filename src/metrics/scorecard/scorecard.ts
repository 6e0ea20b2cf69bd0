import * as z from 'zod';
import { IsoDate } from '../../kernel/date.js';
import { isDecimalText, ratioOf } from '../../kernel/ratio.js';
import { schema } from '../../kernel/schema.js';
import { Id, Words } from '../../vocabulary/words.js';
import { metricsIssue } from '../issues.js';
import { lookedAtKeys, threshold } from './looked-at.js';
import { reaches } from './seen.js';

/** How often an entry is looked at. */
export const CADENCES = ['weekly', 'monthly', 'quarterly'] as const;
/** One of {@link CADENCES}. */
export type Cadence = (typeof CADENCES)[number];

const entryShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...lookedAtKeys,
    yellow: threshold,
    red: threshold,
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
    const falls = (a: string, b: string): boolean => reaches(ratioOf(a), ratioOf(b), direction);
    if (falls(target, yellow) && falls(yellow, red)) return;
    const { code, params, message } = metricsIssue('thresholds_out_of_order', { direction, target, yellow, red });
    context.addIssue({ code: 'custom', message, path: ['target'], params: { code, params } });
  }),
);

/** `even`: as much of the target is due as of the goal's time is gone. `none`: the target holds as it stands, at any time. */
const measureKeys = /* @__PURE__ */ schema(() => ({ ...lookedAtKeys, pace: z.enum(['even', 'none']) }));

const goalMeasureShape = /* @__PURE__ */ schema(() => z.strictObject(measureKeys));
/** A number over the whole time of a goal, and what it is to come to. */
export interface GoalMeasure extends z.infer<typeof goalMeasureShape> {}

const sharedGoalShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    statement: Words,
    parties: z.array(Id).min(2).max(8).readonly(),
    from: IsoDate,
    to: IsoDate,
    /** The number that says whether the goal is reached: for all parties alike. */
    measure: goalMeasureShape.exactOptional(),
    /** What each party brings towards it. */
    parts: z
      .array(z.strictObject({ party: Id, ...measureKeys }))
      .max(16)
      .readonly()
      .exactOptional(),
  }),
);
/** A goal for which these parties answer equally, over its days, both included. */
export interface SharedGoal extends z.infer<typeof sharedGoalShape> {}
export const SharedGoal: z.ZodType<SharedGoal> = /* @__PURE__ */ schema(() =>
  sharedGoalShape.superRefine((goal, context) => {
    if (goal.from > goal.to) context.addIssue({ code: 'custom', message: 'a goal ends after it begins', path: ['to'] });
    goal.parties.forEach((party, i) => {
      if (goal.parties.indexOf(party) < i)
        context.addIssue({ code: 'custom', message: `"${party}" is among the goal's parties already`, path: ['parties', i] });
    });
    goal.parts?.forEach(({ party }, i) => {
      if (!goal.parties.includes(party))
        context.addIssue({ code: 'custom', message: `"${party}" is none of the goal's parties`, path: ['parts', i, 'party'] });
    });
  }),
);

const scorecardShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    goal: Words,
    sharedGoal: SharedGoal.exactOptional(),
    entries: z.array(ScorecardEntry).max(50).readonly(),
  }),
);
/** Five or six numbers that say how the agreement goes. */
export interface Scorecard extends z.infer<typeof scorecardShape> {}
export const Scorecard: z.ZodType<Scorecard> = scorecardShape;
