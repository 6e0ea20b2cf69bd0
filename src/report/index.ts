/**
 * report: a review as a document, and the document as Markdown, terminal text or CSV. Everything that came from data is
 * escaped for the place it goes to. No rendering engine.
 *
 * @module report
 */

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
export { csvCell, csvText, markdownHref, markdownText, singleLine, terminalText } from './escape.js';
