import * as z from 'zod';
import { digest } from '../kernel/canonical.js';
import { unwrap, type Result } from '../kernel/result.js';
import { readWith, schema } from '../kernel/schema.js';
import { Id, Words } from '../vocabulary/words.js';
import { Basis } from './basis.js';
import type { Filter } from './filter.js';
import { Measure } from './measure.js';
import { definitionIssues } from './metric-check.js';

/** What one unit stands for. */
export const METRIC_UNITS = ['lead', 'visit', 'delivery', 'exit', 'activity', 'meeting', 'opportunity', 'clock'] as const;

const metricShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    title: Words,
    /** The question it answers. */
    question: Words,
    /** What one cannot see in it. */
    hides: Words,
    source: Words,
    unit: z.enum(METRIC_UNITS),
    measure: Measure,
    basis: Basis,
  }),
);
/**
 * A metric as plain data: what is counted, from when to when, and by which date. Nothing in it has a default, so that
 * two definitions with the same hash mean the same number.
 */
export interface MetricDefinition extends z.infer<typeof metricShape> {}
export const MetricDefinition: z.ZodType<MetricDefinition> = /* @__PURE__ */ schema(() =>
  metricShape.superRefine((definition, context) => {
    for (const { code, params, path, message } of definitionIssues(definition)) {
      context.addIssue({ code: 'custom', message, path: [...path], params: { code, params } });
    }
  }),
);

/**
 * Read a definition.
 *
 * Issues: those of `readWith`, and `metrics.unknown_column`, `metrics.unusable_column`, `metrics.wrong_unit`,
 * `metrics.wrong_measure`; all at once.
 */
export const safeParseMetric = (input: unknown): Result<MetricDefinition> => readWith(MetricDefinition, input);

/** {@link safeParseMetric}, throwing a `RevpactError` with every issue. */
export const parseMetric = (input: unknown): MetricDefinition => unwrap(safeParseMetric(input));

/** What identifies a definition wherever it is computed: SHA-256 of its canonical JSON. Any change of a word changes it. */
export const definitionHash = (definition: MetricDefinition): string => digest(definition);

/** The same metric over fewer units: further conditions that all must hold. It has a hash of its own. */
export const narrowed = (definition: MetricDefinition, where: readonly Filter[]): MetricDefinition =>
  where.length === 0 ? definition : { ...definition, basis: { ...definition.basis, where: [...definition.basis.where, ...where] } };
