/**
 * What leaves as text is made safe for the place it goes to: names and notes come from forms that anybody can fill in.
 */

/** Control characters, including those that move a terminal's cursor and those that turn text around. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** One line without control characters: line breaks and tabs become spaces, the rest a visible `�`. */
export const singleLine = (text: string): string => text.replace(/[\r\n\t\u2028\u2029]+/g, ' ').replace(CONTROL, '\uFFFD');

/** Text for a terminal: nothing in it can move the cursor, colour, ring or retitle. */
export const terminalText = singleLine;

/**
 * Text for Markdown, including a table cell: every character that could begin markup, HTML, a link or a mention is
 * escaped, so that it reads as it was typed.
 */
export const markdownText = (text: string): string =>
  singleLine(text)
    .trim()
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    // An address becomes a link by itself, and a name after @ a mention: a character reference stops both.
    .replace(/h(?=ttps?:)|w(?=ww\.)|f(?=tp:)/gi, (letter) => `&#${String(letter.charCodeAt(0))};`)
    .replace(/@/g, '&#64;')
    // So does a name that ends like a domain in some readers, without any scheme: `acme.io`, `//localhost`.
    .replace(/\.(?=\p{L})/gu, '\\.')
    .replace(/\/\/(?=localhost)/gi, '/\\/')
    // Only at the start of a line do these mean anything.
    .replace(/^(\s*)([#+=-])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');

/** A link target for Markdown: an https address with nothing in it that could end the link; null for any other. */
export const markdownHref = (href: string): string | null =>
  /^https:\/\/[^\s<>"'`\\]{1,2000}$/.test(href) ? href.replace(/\(/g, '%28').replace(/\)/g, '%29').replace(/\|/g, '%7C') : null;

/**
 * A CSV cell (RFC 4180). A cell that a spreadsheet would run as a formula gets an apostrophe in front; numbers, also
 * negative ones, stay numbers.
 */
export const csvCell = (text: string): string => {
  const clean = text.replace(CONTROL, (mark) => ('\r\n\t'.includes(mark) ? mark : '\uFFFD'));
  const safe = /^[\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r|%]/.test(clean) && !/^-?\d{1,30}(?:\.\d{1,30})?$/.test(clean) ? `'${clean}` : clean;
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};

/** Rows as CSV text with CRLF line ends, as RFC 4180 has them: for people, who open it in a spreadsheet. */
export const csvText = (rows: readonly (readonly string[])[]): string => linesOf(rows, csvCell);

/**
 * Rows as CSV text that a program loads, such as a CRM's importer: every cell arrives as it is, a phone number with its
 * `+`. Nothing keeps a spreadsheet from running a cell as a formula; use {@link csvText} for what people open.
 */
export const loadableCsvText = (rows: readonly (readonly string[])[]): string =>
  linesOf(rows, (text) => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text));

const linesOf = (rows: readonly (readonly string[])[], cell: (text: string) => string): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
