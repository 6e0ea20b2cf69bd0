import * as z from 'zod';
import type { SchemaRegistry } from './registry.js';

/** The draft that schemas are written in; they use nothing that draft 7 lacks, save `$defs` for `definitions`. */
export const JSON_SCHEMA_DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/** A JSON Schema as plain data: of one kind of document, with all its parts in `$defs`. */
export interface JsonSchema {
  readonly $schema: string;
  /** A name, not an address: `urn:revpact:schema:pact`. */
  readonly $id: string;
  readonly title?: string;
  readonly description?: string;
  /** What is checked by reading the document with this library and cannot be said in JSON Schema. */
  readonly $comment?: string;
  readonly $defs: Readonly<Record<string, JsonSchemaPart>>;
  readonly [keyword: string]: unknown;
}

/** A part of a JSON Schema, by keyword. */
export type JsonSchemaPart = Readonly<Record<string, unknown>>;

/** A kind of document that JSON Schema can describe. */
export interface DocumentKind {
  /** Such as `pact`; also the name of its file. */
  readonly name: string;
  readonly type: z.ZodType;
  /** What only reading it with this library checks, in words. */
  readonly beyond: readonly string[];
  /** What reading accepts besides the schema's own form. */
  readonly amend?: (schema: JsonSchema) => JsonSchema;
}

/**
 * The JSON Schema of one kind of document, as it is written (`io: 'input'`), with titles and descriptions of `registry`.
 *
 * Whatever it refuses, reading refuses; reading refuses more, and `$comment` says what. Parts that the registry names are
 * definitions of their own, so that a generator of types finds their names.
 */
export const toJsonSchema = ({ name, type, beyond, amend = (same) => same }: DocumentKind, registry: SchemaRegistry): JsonSchema => {
  const { $schema: _draft, $defs = {}, $ref, ...inline } = plain(
    z.toJSONSchema(type, {
      io: 'input',
      metadata: registry,
      // A `Date` and the like are no JSON: the registry's note says what stands for them.
      unrepresentable: 'any',
      override: ({ jsonSchema }) => {
        // Of our types, not of documents: nothing in a file is for reading only.
        delete jsonSchema.readOnly;
        delete jsonSchema['term'];
        delete jsonSchema.id;
      },
    }),
  );
  const own = typeof $ref === 'string' ? $ref.replace('#/$defs/', '') : null;
  const { title, description, ...rest } = own === null ? inline : ($defs[own] ?? {});
  return amend({
    $schema: JSON_SCHEMA_DRAFT,
    $id: `urn:revpact:schema:${name}`,
    ...(typeof title === 'string' ? { title } : {}),
    ...(typeof description === 'string' ? { description } : {}),
    ...(beyond.length === 0 ? {} : { $comment: `Checked by revpact only: ${beyond.join('; ')}.` }),
    ...rest,
    $defs: Object.fromEntries(Object.entries($defs).filter(([id]) => id !== own)),
  });
};

interface Plain {
  readonly $schema?: unknown;
  readonly $ref?: unknown;
  readonly $defs?: Readonly<Record<string, JsonSchemaPart>>;
  readonly [keyword: string]: unknown;
}

/** zod hangs a function on what it returns; what is left is data. */
const plain = (schema: object): Plain => JSON.parse(JSON.stringify(schema)) as Plain;
