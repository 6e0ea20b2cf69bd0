import { NAME_KINDS, type NameKind, type Term, type Topic } from './term.js';

/** A term as the files of this folder write it. */
export interface Entry {
  readonly id: string;
  readonly term: string;
  readonly definition: string;
  readonly starts?: string;
  readonly ends?: string;
  /** Word, who says it, and when. */
  readonly said?: readonly (readonly [word: string, saidBy: string, when?: string])[];
  /** Id of another term, and why it is another. */
  readonly not?: readonly (readonly [term: string, because: string])[];
  readonly as?: Readonly<Partial<Record<NameKind, readonly string[]>>>;
  readonly source: string;
}

/** The terms of one topic. */
export const topic = (name: Topic, entries: readonly Entry[]): readonly Term[] =>
  entries.map(({ said = [], not = [], as = {}, id, term, definition, source, ...when }) => ({
    id,
    term,
    topic: name,
    definition,
    ...when,
    synonyms: said.map(([word, saidBy, only]) => (only === undefined ? { word, saidBy } : { word, saidBy, when: only })),
    notToBeConfusedWith: not.map(([other, because]) => ({ term: other, because })),
    writtenAs: NAME_KINDS.flatMap((kind) => (as[kind] ?? []).map((written) => ({ kind, name: written }))),
    source,
  }));

/** Where words come from that several files cite. */
export const OURS = 'revpact: the word as this library uses it';
export const SIRIUS_EXITS = 'siriusdecisions.com/newsletters/july-2017-newsletter';
export const FORRESTER_SAL =
  'go.forrester.com/blogs/sales-accepted-leads-the-most-important-and-most-overlooked-step-in-the-demand-creation-process';
export const WATERFALL = 'demandgeninsider.com/glossary/demand-waterfall';
export const WATERFALL_2012 = 'pdfslide.us/business/rearchitected-demand-waterfall-acronyms.html';
export const HUBSPOT_STAGES = 'knowledge.hubspot.com/contacts/use-lifecycle-stages';
export const SLA_DECK = 'slideshare.net/slideshow/build-a-better-service-level-agreement/28655829';
