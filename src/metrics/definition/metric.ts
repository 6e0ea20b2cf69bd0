import * as z from 'zod';
import { digest } from '../../kernel/canonical.js';
import { unwrap, type Result } from '../../kernel/result.js';
import { readWith, schema } from '../../kernel/schema.js';
import { Id, Words } from '../../vocabulary/words.js';
import { milestoneShape, rowsShape, type FactBasis } from './basis.js';
import { GroupRef } from './column-ref.js';
import type { Filter } from './filter.js';
import { formulaBasisShape, formulaMeasureShape, type FormulaBasis, type FormulaMeasure } from './formula.js';
import { factMeasures, type FactMeasure } from './measure.js';
import { definitionIssues } from './metric-check.js';
import { narrowedBasis, narrowedInput } from './narrowed.js';
import { METRIC_UNITS } from './units.js';

/** What is made of the units, or of other figures. */
export type Measure = FactMeasure | FormulaMeasure;
export const Measure: z.ZodType<Measure> = /* @__PURE__ */ schema(() =>
  z.discriminatedUnion('kind', [...factMeasures, formulaMeasureShape]),
);

/** What a metric is made of: units of facts, or named figures. */
export type Basis = FactBasis | FormulaBasis;
export const Basis: z.ZodType<Basis> = /* @__PURE__ */ schema(() =>
  z.discriminatedUnion('kind', [milestoneShape, rowsShape, formulaBasisShape]),
);

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
    /** By which columns it is broken down where nobody asks for others. `target.` columns break down what was reached, over the whole. */
    dimensions: z.array(GroupRef).max(8).readonly(),
    measure: Measure,
    basis: Basis,
  }),
);
type Written = Omit<z.infer<typeof metricShape>, 'measure' | 'basis'>;

/** A metric that counts or measures units of facts. */
export interface FactMetric extends Written {
  readonly measure: FactMeasure;
  readonly basis: FactBasis;
}

/** A metric that is arithmetic of such figures. */
export interface FormulaMetric extends Written {
  readonly measure: FormulaMeasure;
  readonly basis: FormulaBasis;
}

/**
 * A metric as plain data: what is counted, from when to when, and by which date. Nothing in it has a default, so that
 * two definitions with the same hash mean the same number.
 */
export type MetricDefinition = FactMetric | FormulaMetric;
// One object, so that every issue names its place; that measure and basis are of one kind is among the checks.
export const MetricDefinition = /* @__PURE__ */ schema(() =>
  metricShape.superRefine((definition, context) => {
    for (const { code, params, path, message } of definitionIssues(definition)) {
      context.addIssue({ code: 'custom', message, path: [...path], params: { code, params } });
    }
  }),
) as unknown as z.ZodType<MetricDefinition>; // That pairing is what the inferred type lacks.

/** Whether a metric is arithmetic of figures, not a figure of its own. */
export const isFormula = (definition: MetricDefinition): definition is FormulaMetric => definition.basis.kind === 'formula';

/**
 * Read a definition.
 *
 * Issues: those of `readWith`, and `metrics.unknown_column`, `metrics.unusable_column`, `metrics.wrong_unit`,
 * `metrics.wrong_measure`, `metrics.wrong_basis`, `metrics.wrong_filter`, `metrics.unknown_operand`; all at once.
 */
export const safeParseMetric = (input: unknown): Result<MetricDefinition> => readWith(MetricDefinition, input);

/** {@link safeParseMetric}, throwing a `RevpactError` with every issue. */
export const parseMetric = (input: unknown): MetricDefinition => unwrap(safeParseMetric(input));

/** What identifies a definition wherever it is computed: SHA-256 of its canonical JSON. Any change of a word changes it. */
export const definitionHash = (definition: MetricDefinition): string => digest(definition);

/**
 * The same metric over fewer units: further conditions that all must hold, of a formula on every input that has their
 * columns. It has a hash of its own.
 */
export const narrowed = (definition: MetricDefinition, where: readonly Filter[]): MetricDefinition => {
  if (where.length === 0) return definition;
  if (!isFormula(definition)) return { ...definition, basis: narrowedBasis(definition.basis, where) };
  const inputs = Object.entries(definition.basis.inputs).map(
    ([name, input]) => [name, { ...input, basis: narrowedInput(input.basis, where) }] as const,
  );
  return { ...definition, basis: { kind: 'formula', inputs: Object.fromEntries(inputs) } };
};
