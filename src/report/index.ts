/**
 * report: a review as a document, and the document as Markdown, terminal text or CSV. Everything that came from data is
 * escaped for the place it goes to. No rendering engine.
 *
 * @module report
 */

// A review, for people and for spreadsheets
export { reviewDocument, type DocumentOptions } from './review-document.js';
export { findingsCsv } from './findings.js';

// Whom to call, and whom not
export { targetListCsv, targetListDocument } from './target-list-document.js';

// What outcomes say about whom to call
export { refinementDocument } from './refinement-document.js';

// One person's number beside the team's, to talk about
export { coachingDocument } from './coaching-document.js';

// The agreed life: drawn, and how closely it was followed
export { lifecycleMermaid, mermaidText } from './mermaid.js';
export { conformanceDocument, type ConformanceNames } from './conformance-document.js';

// A document, before it is anything in particular, and as text
export {
  heading,
  list,
  paragraph,
  table,
  type Block,
  type Cell,
  type Column,
  type ReportDocument,
  type Table,
  type Tone,
} from './document.js';
export { toMarkdown } from './markdown.js';
export { toText, type TextOptions } from './text.js';

// Made safe for the place it goes to
export { csvCell, csvText, loadableCsvText, markdownHref, markdownText, singleLine, terminalText } from './escape.js';
