import type { Block, Cell, ReportDocument, Table, Tone } from './document.js';
import { terminalText } from './escape.js';

/** How a document is set for a terminal. */
export interface TextOptions {
  /** Columns of the terminal; cells are set in several lines where they do not fit. 80 to 400. */
  readonly width: number;
  /** Colour by escape codes of our own; text from data can never carry any. */
  readonly color: boolean;
}

const CODES: Readonly<Record<Tone | 'bold', string>> = { good: '32', warn: '33', bad: '31', muted: '2', bold: '1' };

/** How many terminal columns text takes: wide East Asian characters and emoji take two, combining marks none. */
const columnsOf = (text: string): number => {
  let columns = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (/\p{Mark}/u.test(character)) continue;
    const wide = (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60) || (code >= 0x1f300 && code <= 0x1faff) || (code >= 0x20000 && code <= 0x3fffd);
    columns += wide ? 2 : 1;
  }
  return columns;
};

/** Text in lines of at most so many columns, broken between words; a word that is too long is broken inside. */
const linesOf = (text: string, columns: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  const push = (): void => {
    lines.push(line);
    line = '';
  };
  // A figure and its percent sign stay together.
  for (const word of text.replace(/ (?=%)/g, '\u00a0').split(' ')) {
    if (line !== '' && columnsOf(line) + 1 + columnsOf(word) > columns) push();
    if (line !== '') line += ' ';
    for (const character of word) {
      if (columnsOf(line) + columnsOf(character) > columns) push();
      line += character;
    }
  }
  return [...lines, line].map((one) => one.replaceAll('\u00a0', ' '));
};

const pad = (text: string, columns: number, align: 'left' | 'right'): string => {
  const space = ' '.repeat(Math.max(0, columns - columnsOf(text)));
  return align === 'right' ? space + text : text + space;
};

const wrap = (text: string, width: number, indent: string): string => linesOf(text, width - indent.length).join(`\n${indent}`);

/** Column widths: as wide as needed, the widest ones giving way first where the terminal is too narrow. */
const widths = (shown: Table, texts: readonly (readonly string[])[], width: number): number[] => {
  const titles = shown.columns.map((column) => columnsOf(column.title));
  const wanted = titles.map((title, i) => Math.max(title, ...texts.map((row) => columnsOf(row[i] ?? ''))));
  const gaps = 2 * (wanted.length - 1);
  let over = wanted.reduce((sum, one) => sum + one, 0) + gaps - width;
  while (over > 0) {
    const spare = wanted.map((columns, i) => (columns > Math.max(8, titles[i] ?? 0) ? columns : 0));
    const widest = spare.indexOf(Math.max(...spare));
    if ((spare[widest] ?? 0) === 0) break;
    wanted[widest] = (wanted[widest] ?? 0) - 1;
    over -= 1;
  }
  return wanted;
};

/** A document as text for a terminal. Nothing from data can steer the terminal. */
export const toText = (document: ReportDocument, { width, color }: TextOptions): string => {
  const paint = (text: string, tone: Tone | 'bold' | undefined): string =>
    color && tone !== undefined && text !== '' ? `\u001b[${CODES[tone]}m${text}\u001b[0m` : text;

  const table = (shown: Table): string => {
    const clean = (one: Cell): string => terminalText(one.text);
    const texts = shown.rows.map((row) => row.map(clean));
    const room = widths(shown, texts, width);
    const align = (i: number): 'left' | 'right' => shown.columns[i]?.align ?? 'left';
    const head = shown.columns.map((column, i) => paint(pad(column.title, room[i] ?? 8, align(i)), 'bold')).join('  ');
    const rule = room.map((columns) => '─'.repeat(columns)).join('  ');
    const body = shown.rows.flatMap((row, r) => {
      const cells = row.map((_, i) => linesOf(texts[r]?.[i] ?? '', room[i] ?? 8));
      const height = Math.max(1, ...cells.map((lines) => lines.length));
      return Array.from({ length: height }, (_, line) =>
        row.map((one, i) => paint(pad(cells[i]?.[line] ?? '', room[i] ?? 8, align(i)), one.tone)).join('  ').trimEnd(),
      );
    });
    return [head.trimEnd(), rule, ...body].join('\n');
  };

  const block = (one: Block): string => {
    switch (one.kind) {
      case 'heading': {
        const text = terminalText(one.text);
        return one.level === 1
          ? `${paint(text, 'bold')}\n${'═'.repeat(Math.min(width, columnsOf(text)))}`
          : paint(one.level === 2 ? text.toUpperCase() : text, 'bold');
      }
      case 'paragraph':
        return wrap(terminalText(one.text), width, '');
      case 'list':
        return one.items.map((item) => `• ${wrap(terminalText(item), width, '  ')}`).join('\n');
      case 'table':
        return table(one);
    }
  };

  return `${document.map(block).join('\n\n')}\n`;
};
