import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lifecycleMermaid, mermaidText } from 'revpact/report';
import { sirius2006, STANDARD_FRAMEWORKS, type Framework } from 'revpact/vocabulary';

/** What a label may hold: letters, figures, harmless marks, and character references. Written apart from what is tested. */
const LABEL = String.raw`(?:[\p{L}\p{M}\p{N} .,()…]|#\d{1,7};)+`;
const WORDS = String.raw`(?:[\p{L}\p{M}\p{N} .,()…×]|#\d{1,7};)+`;
/** The few kinds of line that a drawing of ours consists of, out of Mermaid's grammar for state diagrams. */
const LINES = [
  /^stateDiagram-v2$/,
  /^ {2}direction LR$/,
  new RegExp(`^ {2}state "${LABEL}" as s\\d+$`, 'u'),
  new RegExp(`^ {2}s\\d+ : ${LABEL}$`, 'u'),
  new RegExp(`^ {2}(?:\\[\\*\\]|s\\d+) --> s\\d+ : ${WORDS}(?:<br/>${WORDS})*$`, 'u'),
  /^ {2}classDef [a-z]+_stage fill:#[0-9a-f]{6},stroke:#[0-9a-f]{6},color:#[0-9a-f]{6}$/,
  /^ {2}class s\d+(?:,s\d+)* [a-z]+_stage$/,
  /^$/,
];
const strange = (drawing: string): readonly string[] => drawing.split('\n').filter((line) => !LINES.some((known) => known.test(line)));

describe.each(STANDARD_FRAMEWORKS)('$id', (framework) => {
  const drawing = lifecycleMermaid(framework);
  const lines = drawing.split('\n');

  test('is drawn in Mermaid’s words', () => {
    expect(strange(drawing)).toEqual([]);
    expect(drawing.endsWith('\n')).toBe(true);
  });

  test('has every stage once, in order, with its class', () => {
    expect(lines.filter((line) => line.startsWith('  state ')).map((line) => line.replace(/^.* as /, ''))).toEqual(framework.stages.map((_, i) => `s${String(i + 1)}`));
    const classed = lines.flatMap((line) => (/^ {2}class (\S+) (\w+)_stage$/.exec(line) ?? []).slice(1, 3)).join(' ');
    framework.stages.forEach(({ class: its }, i) => {
      expect(classed).toMatch(new RegExp(`(?:^|[ ,])s${String(i + 1)}(?:,s\\d+)* ${its}\\b`));
    });
  });

  test('has one arrow from each stage to each that a step leads to, with as many events as there are steps', () => {
    const place = (id: string): string => (id === 'start' ? '[*]' : `s${String(framework.stages.findIndex((stage) => stage.id === id) + 1)}`);
    const drawn = new Map(lines.filter((line) => line.includes(' --> ')).map((line) => [line.slice(2).split(' : ')[0], line.split(' : ')[1]?.split('<br/>').length]));
    const agreed = new Map<string, number>();
    for (const { from, to } of framework.transitions) {
      for (const stage of from) {
        const arrow = `${place(stage)} --> ${place(to)}`;
        agreed.set(arrow, (agreed.get(arrow) ?? 0) + 1);
      }
    }
    expect(drawn).toEqual(agreed);
  });

  test('is the same text however often it is drawn, also from JSON', () => {
    expect(lifecycleMermaid(JSON.parse(JSON.stringify(framework)) as Framework)).toBe(drawing);
  });
});

test('an arrow says what takes the lead along and what that requires', () => {
  const drawing = lifecycleMermaid(sirius2006);
  expect(drawing).toContain('  s2 --> s3 : accepted (delivered, by the receiver, by a person)\n');
  expect(drawing).toContain('  state "Closed lost" as s9\n  s9 : sales, exit (lost)\n');
});

test('each kind of requirement has its words', () => {
  const [inquiry, mql] = sirius2006.stages;
  const drawing = lifecycleMermaid({
    ...sirius2006,
    stages: [inquiry, mql],
    transitions: [
      {
        on: 'qualified',
        from: ['inquiry'],
        to: 'mql',
        requires: [
          { kind: 'party', oneOf: ['marketing', 'sales_development'] },
          { kind: 'attempted_within', atLeast: 6, days: 14 },
          { kind: 'contacted' },
          { kind: 'not_contacted' },
          { kind: 'says', field: 'reason', oneOf: ['no_budget'] },
          { kind: 'fields', allOf: ['Annual_Revenue__c', 'phone'] },
          { kind: 'fit_tier', oneOf: ['a', 'b'] },
          { kind: 'qualification', framework: 'meddic', allOf: ['champion', 'economic_buyer'] },
        ],
      },
      { on: 'score_changed', from: ['inquiry'], to: 'mql' },
    ],
  });
  expect(drawing).toContain(
    's1 --> s2 : qualified (by marketing or sales development, tried 6× in 14 days, spoken with, not spoken with, reason no budget, with Annual#95;Revenue#95;#95;c and phone, fit tier a or b, meddic champion and economic#95;buyer)<br/>score changed\n',
  );
});

describe('a text out of the data is only ever text', () => {
  test.each([
    { text: 'a "quoted" name', safe: 'a #34;quoted#34; name' },
    { text: 'two\nlines\r\nand\ttabs', safe: 'two lines and tabs' },
    { text: 'a; b', safe: 'a#59; b' },
    { text: '%% a comment', safe: '#37;#37; a comment' },
    { text: '%%{init: {}}%%', safe: '#37;#37;#123;init#58; #123;#125;#125;#37;#37;' },
    { text: 's1 --> s2', safe: 's1 #45;#45;#62; s2' },
    { text: '<script>alert(1)</script>', safe: '#60;script#62;alert(1)#60;#47;script#62;' },
    { text: ':::evil', safe: '#58;#58;#58;evil' },
    { text: '```', safe: '#96;#96;#96;' },
    { text: '#34; &quot;', safe: '#35;34#59; #38;quot#59;' },
    { text: 'ﬂ°°34¶ß', safe: 'ﬂ#176;#176;34#182;ß' },
    { text: '\u202Eevil\u0007', safe: '#65533;evil#65533;' },
    { text: '   ', safe: '#160;' },
    { text: 'État 客户 😀', safe: 'État 客户 #128512;' },
  ])('$text', ({ text, safe }) => {
    expect(mermaidText(text)).toBe(safe);
  });

  test('a long one is cut between characters, and says so', () => {
    expect(mermaidText('x'.repeat(60))).toBe('x'.repeat(60));
    expect(mermaidText('😀'.repeat(61))).toBe(`${'#128512;'.repeat(59)}…`);
  });

  test('whatever the terms, owners and names of a framework hold, the drawing keeps to Mermaid’s words', () => {
    const nasty = fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom('"', '\n', ';', '%%', ' --> ', '<b>', ':::', '}', 'end', '[*]', '\\'), fc.string({ minLength: 1 }));
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1, maxLength: 6 }), (texts) => {
        const drawing = lifecycleMermaid({
          ...sirius2006,
          stages: texts.map((text, i) => ({ ...sirius2006.stages[0], id: `x${String(i)}`, term: text, owner: text })),
          transitions: texts.map((text, i) => ({
            on: 'qualified',
            from: ['start', 'x0'],
            to: `x${String(i)}`,
            requires: [{ kind: 'fields', allOf: [text] }, { kind: 'party', oneOf: [text] }, { kind: 'fit_tier', oneOf: [text] }],
          })),
          milestones: {},
        });
        expect(strange(drawing)).toEqual([]);
      }),
    );
  });
});
