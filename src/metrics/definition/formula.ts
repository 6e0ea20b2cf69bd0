import * as z from 'zod';
import { DECIMAL_TEXT } from '../../kernel/ratio.js';
import { schema } from '../../kernel/schema.js';
import { Id } from '../../vocabulary/words.js';
import { FactBasis } from './basis.js';
import { FactMeasure, written } from './measure.js';
import { METRIC_UNITS } from './units.js';

const operand = /* @__PURE__ */ schema(() =>
  z.union([
    z.strictObject({ input: Id }),
    z.strictObject({ step: Id }),
    z.strictObject({ parameter: Id }),
    z.strictObject({ number: z.string().regex(DECIMAL_TEXT, { error: 'a number is decimal text, such as "0.25"' }) }),
  ]),
);
/** A figure, an earlier step, what the caller gives, or a number. */
export type Operand = z.infer<typeof operand>;

const inputShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    unit: z.enum(METRIC_UNITS),
    measure: FactMeasure,
    basis: FactBasis,
    /** Periods before the one asked for: 1 is the previous one of the same kind. */
    shift: z.int().min(0).max(24),
  }),
);
/** One figure that a formula is made of. */
export interface FormulaInput extends z.infer<typeof inputShape> {}

const MOST_INPUTS = 16;

export const formulaBasisShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    kind: z.literal('formula'),
    inputs: z
      .record(Id, inputShape)
      .refine((inputs) => Object.keys(inputs).length <= MOST_INPUTS, { error: `a formula has at most ${String(MOST_INPUTS)} inputs` }),
  }),
);
/** What a formula is made of: other figures of the same period, each by its name. */
export interface FormulaBasis extends z.infer<typeof formulaBasisShape> {}
export const FormulaBasis: z.ZodType<FormulaBasis> = formulaBasisShape;

export const formulaMeasureShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    kind: z.literal('formula'),
    steps: z
      .array(z.strictObject({ name: Id, op: z.enum(['add', 'subtract', 'multiply', 'divide']), left: operand, right: operand }))
      .min(1)
      .max(32)
      .readonly(),
    /** What the last step is: a plain number, money (of the one currency of its inputs), or milliseconds. */
    of: z.enum(['number', 'money', 'duration']),
    ...written,
  }),
);
/** Arithmetic, step by step and exactly; the last step is the result. A division by zero yields null. */
export interface FormulaMeasure extends z.infer<typeof formulaMeasureShape> {}
export const FormulaMeasure: z.ZodType<FormulaMeasure> = formulaMeasureShape;
