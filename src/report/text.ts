import type { Block, Cell, ReportDocument, Table, Tone } from './document.js';
import { terminalText } from './escape.js';

/** How a document is set for a terminal. */
export interface TextOptions {
  /** Columns of the terminal; cells are cut to fit. 80 to 400. */
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

const cut = (text: string, columns: number): string => {
  if (columnsOf(text) <= columns) return text;
  let kept = '';
  for (const character of text) {
    if (columnsOf(kept) + columnsOf(character) > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
};

const pad = (text: string, columns: number, align: 'left' | 'right'): string => {
  const space = ' '.repeat(Math.max(0, columns - columnsOf(text)));
  return align === 'right' ? space + text : text + space;
};

const wrap = (text: string, width: number, indent: string): string => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && columnsOf(line) + 1 + columnsOf(word) > width - indent.length) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${indent}`);
};

/** Column widths: as wide as needed, the widest ones giving way first where the terminal is too narrow. */
const widths = (shown: Table, texts: readonly (readonly string[])[], width: number): number[] => {
  const wanted = shown.columns.map((column, i) =>
    Math.max(columnsOf(column.title), ...texts.map((row) => columnsOf(row[i] ?? ''))),
  );
  const gaps = 2 * (wanted.length - 1);
  let over = wanted.reduce((sum, one) => sum + one, 0) + gaps - width;
  while (over > 0) {
    const widest = wanted.indexOf(Math.max(...wanted));
    if ((wanted[widest] ?? 0) <= 8) break;
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
    const set = (text: string, i: number): string => pad(cut(text, room[i] ?? 8), room[i] ?? 8, shown.columns[i]?.align ?? 'left');
    const head = shown.columns.map((column, i) => paint(set(column.title, i), 'bold')).join('  ');
    const rule = room.map((columns) => '─'.repeat(columns)).join('  ');
    const body = shown.rows.map((row, r) => row.map((one, i) => paint(set(texts[r]?.[i] ?? '', i), one.tone)).join('  ').trimEnd());
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
