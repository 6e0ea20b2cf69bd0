import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { csvCell, csvText, loadableCsvText, markdownHref, singleLine, table, terminalText, toMarkdown, toText } from 'revpact/report';

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[click](javascript:alert(1))',
  '![x](https://evil.example/p.png)',
  '`code` *bold* _it_ ~~no~~ **b**',
  '| a | b |\n|---|---|',
  '# heading',
  '- item',
  '+ item',
  '1. item',
  '1) item',
  '===',
  '---',
  '> quote',
  'https://evil.example/?a=1',
  'www.evil.example',
  'acme.io and a.aw, evil.com/path?x=1',
  'see //localhost/admin and //evil.com',
  '@everyone &lt; &amp; &#60;',
  '\\`\\*',
  'line\nbreak\r\nand\ttab',
  '\u001b[31mred\u001b[0m \u001b]0;title\u0007',
  '\u202eevil\u202c',
  '<!-- -->',
  '$x^2$',
  '[^1]: note',
  '    indented',
];

/** A second opinion on Markdown: a real parser with everything dangerous switched on. */
const parser = new MarkdownIt({ html: true, linkify: true });

/** The text that a reader sees, and the kinds of everything that is not text. */
const seen = (markdown: string): { text: string; other: string[] } => {
  const other: string[] = [];
  let text = '';
  for (const token of parser.parse(markdown, {})) {
    if (token.type !== 'inline') {
      if (token.nesting >= 0) other.push(token.type);
      continue;
    }
    for (const child of token.children ?? []) {
      if (child.type === 'text' || child.type === 'text_special') text += child.content;
      else other.push(child.type);
    }
  }
  return { text, other };
};

describe('Markdown shows what was typed, whatever was typed', () => {
  const asParagraph = (text: string): string => toMarkdown([{ kind: 'paragraph', text }]);

  test.each(HOSTILE.map((text) => ({ text })))('$text', ({ text }) => {
    expect(seen(asParagraph(text))).toEqual({ text: singleLine(text).trim(), other: ['paragraph_open'] });
  });

  test('any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abw1.:/@#*_`[]()<>!|~\\-+=&;$^"\' \n\u001b'), maxLength: 40 }), (text) => {
        const plain = singleLine(text).trim();
        fc.pre(plain !== '');
        expect(seen(asParagraph(text)).text.trim()).toBe(plain);
        expect(seen(asParagraph(text)).other).toEqual(['paragraph_open']);
      }),
      { numRuns: 2000 },
    );
  });

  test('a table keeps its shape: as many cells as were put in, each as it was typed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...HOSTILE), { minLength: 2, maxLength: 2 }), (cells) => {
        const tokens = parser.parse(toMarkdown([table(['one', 'two'], [cells])]), {});
        expect(tokens.filter((token) => token.type === 'td_open')).toHaveLength(2);
      }),
    );
  });

  test('only https leads anywhere, and nothing in an address ends the link', () => {
    expect(markdownHref('javascript:alert(1)')).toBeNull();
    expect(markdownHref('http://crm.example/1')).toBeNull();
    expect(markdownHref('https://crm.example/a b')).toBeNull();
    expect(markdownHref('https://crm.example/a)b|c')).toBe('https://crm.example/a%29b%7Cc');
  });
});

describe('a terminal', () => {
  test.each(HOSTILE.map((text) => ({ text })))('cannot be steered by $text', ({ text }) => {
    const out = toText([{ kind: 'heading', level: 1, text }, { kind: 'paragraph', text }, { kind: 'list', items: [text] }, table(['x'], [[text]])], {
      width: 80,
      color: false,
    });
    expect(out.replace(/\n/g, '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(terminalText(text)).not.toContain('\u001b');
  });

  test('tables fit the width they are given', () => {
    const out = toText([table(['name', 'count>'], [['x'.repeat(300), '12']])], { width: 80, color: false });
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});

describe('CSV', () => {
  test.each([
    { cell: '=HYPERLINK("https://evil.example")', written: '"\'=HYPERLINK(""https://evil.example"")"' },
    { cell: '+1+1', written: "'+1+1" },
    { cell: '@SUM(A1)', written: "'@SUM(A1)" },
    { cell: '-2+3', written: "'-2+3" },
    { cell: ' =1+1', written: "' =1+1" },
    { cell: '-12.50', written: '-12.50' },
    { cell: 'a,b', written: '"a,b"' },
    { cell: 'say "hi"', written: '"say ""hi"""' },
    { cell: 'two\nlines', written: '"two\nlines"' },
    { cell: 'plain', written: 'plain' },
  ])('$cell', ({ cell, written }) => {
    expect(csvCell(cell)).toBe(written);
  });

  test('rows end as RFC 4180 has them', () => {
    expect(csvText([['a', 'b'], ['1', '2']])).toBe('a,b\r\n1,2\r\n');
  });

  test('what a program loads arrives as it is: quoted where RFC 4180 says so, and never guarded', () => {
    expect(loadableCsvText([['Phone', 'Note'], ['+49 30 1', '=a "b",\nc']])).toBe('Phone,Note\r\n+49 30 1,"=a ""b"",\nc"\r\n');
  });
});
