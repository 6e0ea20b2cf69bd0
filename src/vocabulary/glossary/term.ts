import * as z from 'zod';
import { readWith, schema } from '../../kernel/schema.js';
import { okUnless, type Result } from '../../kernel/result.js';
import { Id, Words } from '../words.js';
import { glossaryIssues } from './issues.js';

/** The parts of the agreement that words belong to, in the order in which a newcomer meets them. */
export const TOPICS = ['record', 'party', 'stage', 'hand_off', 'event', 'promise', 'number', 'target', 'log'] as const;
/** A part of the agreement that words belong to. */
export type Topic = (typeof TOPICS)[number];

/** Lists of names in data. A name of one of them is explained by exactly one term. */
export const NAME_KINDS = [
  'event',
  'milestone',
  'exit',
  'rejection_class',
  'stage_class',
  'stage_kind',
  'demand_unit',
  'party',
  'opportunity_type',
  'clock_state',
  'clock_flag',
  'finding_state',
  'metric_unit',
  'schema',
] as const;
/** A list of names in data. */
export type NameKind = (typeof NAME_KINDS)[number];

const termShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    /** The word itself, with its abbreviation in brackets where it has one. */
    term: Words,
    topic: z.enum(TOPICS),
    definition: Words,
    /** What makes there be one; absent where the word names nothing that begins. */
    starts: Words.exactOptional(),
    /** What makes it be over. */
    ends: Words.exactOptional(),
    /** What the same thing is called, and by whom. */
    synonyms: z.array(z.strictObject({ word: Words, saidBy: Words, when: Words.exactOptional() })).max(50).readonly(),
    /** Neighbours that are something else, by id, and why. */
    notToBeConfusedWith: z.array(z.strictObject({ term: Id, because: Words })).max(50).readonly(),
    /** Names in data that stand for it: the event `handed_off`, the schema `Lead`. */
    writtenAs: z.array(z.strictObject({ kind: z.enum(NAME_KINDS), name: z.string().min(1).max(64) })).max(50).readonly(),
    source: Words,
  }),
);
/** One word of the agreement. Each idea has one word; the others are listed as what people also say. */
export interface Term extends z.infer<typeof termShape> {}
export const Term: z.ZodType<Term> = termShape;

/** The schema of a whole glossary. */
export const Glossary: z.ZodType<readonly Term[]> = /* @__PURE__ */ schema(() => z.array(termShape).max(2000).readonly());

/**
 * Read a glossary: the shipped one with a host's own terms, say.
 *
 * Issues besides `input.*`: those of `glossaryIssues`.
 */
export const safeParseGlossary = (input: unknown): Result<readonly Term[]> => {
  const read = readWith(Glossary, input);
  return read.ok ? okUnless(glossaryIssues(read.value), () => read.value) : read;
};
