import * as z from 'zod';
import { DECIMAL_TEXT } from '../../kernel/ratio.js';
import { schema } from '../../kernel/schema.js';
import { Currency } from '../../vocabulary/money.js';
import { Id } from '../../vocabulary/words.js';
import { Filter } from '../definition/filter.js';
import { narrowed, type MetricDefinition } from '../definition/metric.js';

/** Units in which people write thresholds of a duration, with their milliseconds; a day is 24 hours. */
export const DURATION_UNITS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

/** A number as people compare it with another. */
export const threshold = /* @__PURE__ */ schema(() =>
  z.string().regex(DECIMAL_TEXT, { error: 'a threshold is decimal text, such as "0.9" or "1200"' }),
);

/** Which number is looked at, and in which unit. */
export const lookedAtKeys = /* @__PURE__ */ schema(() => ({
  metric: Id,
  /** Narrows the metric, such as to the clocks of one clause. */
  where: z.array(Filter).max(32).readonly().exactOptional(),
  /** What a formula asks for, as decimal text. */
  parameters: z.record(Id, threshold).exactOptional(),
  /** The unit of the thresholds of a duration; milliseconds where it is left out. */
  unit: z.enum(['minutes', 'hours', 'days']).exactOptional(),
  /** The currency of money, in whose major units the thresholds are. */
  currency: Currency.exactOptional(),
  direction: z.enum(['higher', 'lower']),
  target: threshold,
  /** Fewer units than this bear no judgement. */
  minimumSample: z.int().min(1).exactOptional(),
}));

const lookedAtShape = /* @__PURE__ */ schema(() => z.strictObject(lookedAtKeys));
/** A number that is held against a target. */
export interface LookedAt extends z.infer<typeof lookedAtShape> {}
export const LookedAt: z.ZodType<LookedAt> = lookedAtShape;

/** The metric that is looked at, narrowed; it must be among the definitions. */
export const definitionOf = (
  { metric, where }: Pick<LookedAt, 'metric' | 'where'>,
  definitions: readonly MetricDefinition[],
): MetricDefinition => {
  const definition = definitions.find(({ id }) => id === metric);
  if (definition === undefined) throw new Error(`no metric ${metric}`);
  return narrowed(definition, where ?? []);
};
