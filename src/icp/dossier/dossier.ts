import * as z from 'zod';
import { Instant } from '../../kernel/instant.js';
import type { Result } from '../../kernel/result.js';
import { readWith, schema } from '../../kernel/schema.js';
import { ForeignId, Id, Words } from '../../vocabulary/words.js';

/** Blanks are no finding, and no source. */
const said = /* @__PURE__ */ schema(() => Words.refine((text) => text === '' || text.trim() !== '', { error: 'blanks say nothing' }));

const researchShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    /** The section of the standard that it belongs to. */
    section: Id,
    /** What was found out. */
    says: said,
    /** Where: an address, a document, who said it. */
    source: said.exactOptional(),
    /** When it was found out, or checked again. */
    foundAt: Instant,
    by: ForeignId.exactOptional(),
  }),
);
/** One thing that was found out about an account. */
export interface Research extends z.output<typeof researchShape> {}

const dossierShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    accountId: ForeignId,
    research: z.array(researchShape).max(10_000).readonly(),
  }),
);
/** What was found out about one account before it is called. */
export interface Dossier extends z.output<typeof dossierShape> {}
export const Dossier: z.ZodType<Dossier, z.input<typeof dossierShape>> = dossierShape;

/**
 * Read a dossier from outside. Issues: `input.unknown_key`, `input.missing`, `input.wrong_type`, `input.invalid`, …: all at
 * once, each with its path. Whether its sections are those of a standard is for `dossierCompleteness` to say.
 */
export const safeParseDossier = (input: unknown): Result<Dossier> => readWith(Dossier, input);
