import type { Block, Cell, ReportDocument } from './document.js';
import { markdownHref, markdownText } from './escape.js';

const SIGN: Readonly<Record<string, string>> = { good: '🟢 ', warn: '🟡 ', bad: '🔴 ', muted: '' };

const cell = ({ text, href, tone }: Cell): string => {
  const target = href === undefined ? null : markdownHref(href);
  const body = markdownText(text);
  return `${tone === undefined ? '' : (SIGN[tone] ?? '')}${target === null ? body : `[${body}](${target})`}`;
};

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const block = (one: Block): string => {
  switch (one.kind) {
    case 'heading':
      return `${'#'.repeat(one.level)} ${markdownText(one.text)}`;
    case 'paragraph':
      return markdownText(one.text);
    case 'list':
      return one.items.map((item) => `- ${markdownText(item)}`).join('\n');
    case 'table':
      return [
        line(one.columns.map((column) => markdownText(column.title))),
        line(one.columns.map((column) => (column.align === 'right' ? '--:' : '---'))),
        ...one.rows.map((row) => line(row.map(cell))),
      ].join('\n');
  }
};

/** A document as Markdown (GitHub's tables). Everything that came from data is escaped. */
export const toMarkdown = (document: ReportDocument): string => `${document.map(block).join('\n\n')}\n`;
