import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import { ZoneId } from '../../kernel/zone.js';
import { Currency } from '../../vocabulary/money.js';
import { compileForm, kindOfForm, type FormKind } from './written-form.js';

/** A column by its exact header. */
export const Header = /* @__PURE__ */ schema(() => z.string().min(1).max(200));

const conditionShape = /* @__PURE__ */ schema(() =>
  z.discriminatedUnion('is', [
    z.strictObject({ column: Header, is: z.enum(['present', 'absent']) }),
    z.strictObject({ column: Header, is: z.enum(['equal', 'not']), value: z.string().max(10_000) }),
    z.strictObject({ column: Header, is: z.enum(['one_of', 'none_of']), values: z.array(z.string().max(10_000)).max(1000).readonly() }),
  ]),
);
/** What must hold of one cell, compared letter by letter. An empty cell equals nothing, so that `not` and `none_of` hold of it. */
export type Condition = z.infer<typeof conditionShape>;
export const Condition: z.ZodType<Condition> = conditionShape;

/** A written form for one kind of reading: `DD.MM.YYYY`. */
const formOf = (kind: FormKind, example: string) =>
  z
    .string()
    .min(1)
    .max(60)
    .refine(
      (text) => {
        const form = compileForm(text);
        return form !== null && kindOfForm(form) === kind;
      },
      { error: `a form for this reading is written as "${example}", of YYYY MMM MM M DD D HH H hh h mm ss SSS A Z and signs` },
    );

/** Moments as numbers, other than the usual milliseconds of thirteen digits. */
export const EPOCHS = ['epoch_seconds', 'epoch_milliseconds'] as const;

const columnSourceShape = /* @__PURE__ */ schema(() => {
  const cell = {
    column: Header,
    /** The export may lack this column. */
    optional: z.literal(true).exactOptional(),
    /** Where the event's type has no such field, the text becomes an attribute by the column's name; otherwise the row is refused. */
    elsewhere: z.literal('attributes').exactOptional(),
  };
  const inColumn = z.strictObject({ column: Header });
  const zone = z.union([ZoneId, inColumn]);
  const words = z.array(z.string().min(1).max(200)).max(20).readonly().exactOptional();
  return z.discriminatedUnion('as', [
    /**
     * The text as it stands, or, with `values`, what the mapping says it means; a text it does not name is an issue. A
     * text among `nulls` says null, which is a value of its own: what a qualification takes back.
     */
    z.strictObject({
      ...cell,
      as: z.literal('text'),
      values: z.record(z.string().max(10_000), z.string().max(10_000)).exactOptional(),
      nulls: words,
    }),
    /** Digits with an optional minus, within the safe integers. */
    z.strictObject({ ...cell, as: z.literal('integer') }),
    /** `true`, `yes`, `1` or `false`, `no`, `0` in any case, unless the mapping lists its own words. */
    z.strictObject({ ...cell, as: z.literal('boolean'), yes: words, no: words }),
    /**
     * ISO text with an offset (also with a space for the `T`, or `+0000` for `+00:00`), or epoch milliseconds of thirteen
     * digits (from 2001-09-09 on; fewer digits may as well be a date such as 20260331, and are refused). With `form`, what
     * that says and nothing else.
     */
    z.strictObject({ ...cell, as: z.literal('instant'), form: z.union([z.enum(EPOCHS), formOf('instant', 'DD.MM.YYYY HH:mm:ss Z')]).exactOptional() }),
    /** `2026-03-31`, or what `form` says: the start of that day in the zone, and the event's precision is the day. For `at` only. */
    z.strictObject({ ...cell, as: z.literal('date'), zone, form: formOf('date', 'DD.MM.YYYY').exactOptional() }),
    /** An instant or, where the text is a date alone, a date. For `at` only. */
    z.strictObject({ ...cell, as: z.literal('moment'), zone }),
    /**
     * Wall time `2026-03-31 17:00[:00[.000]]` (or with a `T`), or what `form` says, in the zone. A time that the clocks
     * skip is read with the offset before the change, one that they repeat is its first occurrence.
     */
    z.strictObject({ ...cell, as: z.literal('local'), zone, form: formOf('local', 'DD.MM.YYYY HH:mm').exactOptional() }),
    /** Decimal text such as `1234.5`, as whole minor units of the currency. For `amount` and `annual` only. */
    z.strictObject({ ...cell, as: z.literal('money'), currency: z.union([Currency, inColumn]) }),
    /** Parts between separators. */
    z.strictObject({ ...cell, as: z.literal('list'), separator: z.string().min(1).max(10) }),
    /**
     * What a conversation put right, such as `account.employees=250|contact.job_title=Head of operations`: whole numbers in plain
     * digits are numbers, `true` and `false` are yes and no, nothing after the sign says that it turned out to be unknown. For
     * `corrected` only.
     */
    z.strictObject({ ...cell, as: z.literal('corrections'), separator: z.string().min(1).max(10) }),
  ]);
});
/** One cell, and how it is read. An empty cell fills nothing. */
export type ColumnSource = z.infer<typeof columnSourceShape>;
export const ColumnSource: z.ZodType<ColumnSource> = columnSourceShape;

const sourceShape = /* @__PURE__ */ schema(() =>
  z.union([
    columnSourceShape,
    z.strictObject({
      value: z.union([z.string().max(10_000), z.number(), z.boolean(), z.array(z.string().max(10_000)).max(1000).readonly()]),
    }),
    /** Text with cells in it: `mql:{mql_id}`. Fills nothing where one of its cells is empty. */
    z.strictObject({
      template: z
        .string()
        .min(1)
        .max(1000)
        .regex(/^(?:[^{}]|\{[^{}]+\})+$/, { error: 'columns stand in braces: "mql:{mql_id}"' }),
    }),
    /** Every filled column whose header begins so, by the rest of its header. For `specifics` and `attributes`. */
    z.strictObject({ prefix: Header }),
  ]),
);
/** Where a field's value comes from. */
export type Source = z.infer<typeof sourceShape>;
export const Source: z.ZodType<Source> = sourceShape;

/** The headers in a template, in order. */
export const templateColumns = (template: string): readonly string[] =>
  [...template.matchAll(/\{([^{}]+)\}/g)].map((found) => found[1] ?? '');

/** The columns that a source reads, and those of them that the export may lack. */
export const columnsOf = (source: Source): readonly { readonly column: string; readonly optional: boolean }[] => {
  if ('template' in source) return templateColumns(source.template).map((column) => ({ column, optional: false }));
  if (!('column' in source)) return [];
  const optional = source.optional === true;
  const beside = 'zone' in source ? source.zone : 'currency' in source ? source.currency : null;
  return [
    { column: source.column, optional },
    ...(typeof beside === 'object' && beside !== null ? [{ column: beside.column, optional }] : []),
  ];
};
