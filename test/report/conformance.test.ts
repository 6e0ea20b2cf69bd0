import { describe, expect, test } from 'vitest';
import { conformance, createLifecycle, replay, type Conformance } from 'revpact/lifecycle';
import { review } from 'revpact/pact';
import { conformanceDocument, reviewDocument, toMarkdown, toText, type ReportDocument, type Table } from 'revpact/report';
import { sirius2006 } from 'revpact/vocabulary';
import { accepts, delivers, disqualifies, inquires, logOf, opens, qualifies, type Line } from '../support/lead-log.js';
import { acme, life, ny } from '../support/pact.js';

const of = (leadId: string, ...lines: readonly Line[]): readonly Line[] => lines.map((line) => ({ ...line, leadId }));
const found = (...lines: readonly Line[]): Conformance => conformance(replay(createLifecycle(sirius2006), logOf(...lines)));
const paragraphs = (document: ReportDocument): readonly string[] => document.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
const tables = (document: ReportDocument): readonly Table[] => document.flatMap((block) => (block.kind === 'table' ? [block] : []));
const rows = ({ rows: all }: Table): readonly string[] => all.map((row) => row.map(({ text }) => text).join(' | '));

test('shares, deviations and parties, in words and figures', () => {
  const document = conformanceDocument(
    found(
      ...of('good', inquires, qualifies),
      ...of('hasty', inquires, qualifies, delivers, accepts, disqualifies),
      ...of('skipped', inquires, { ...opens, stage: 'sql' }),
    ),
    { stages: { sal: 'Sales accepted lead', sql: 'Sales qualified lead' }, parties: { sales_development: 'Development' } },
  );
  // Two, four (the hand-off is no step) and two steps, of which one each of the latter two leads is not as agreed.
  expect(paragraphs(document)).toEqual(['1 of 3 leads (33.3 %) and 6 of 8 steps (75.0 %) follow the agreed life.']);
  expect(tables(document).map(rows)).toEqual([
    [
      'inquiry | opportunity opened | Sales qualified lead | no such step | 1 | 1 | sales 1',
      'Sales accepted lead | disqualified |  | requirement missing | 1 | 1 | Development 1',
    ],
    ['sales | 1 | 1', 'Development | 1 | 1'],
  ]);
});

test('what only row order decides stands apart, and names nobody', () => {
  const document = conformanceDocument(
    found(...of('good', inquires), ...of('tied', inquires, qualifies, delivers, { ...accepts, at: 90_000 }, { ...disqualifies, at: 90_000 })),
  );
  expect(paragraphs(document)).toEqual([
    '1 of 1 leads (100.0 %) and 4 of 4 steps (100.0 %) follow the agreed life.',
    '1 step more would be against it only in an order that the source does not give: events of one lead at one moment or on one day, there or before it. It is in neither share and nobody’s doing. Left out with it is 1 lead with nothing else against it.',
  ]);
  expect(tables(document)).toEqual([]);
});

test('nothing happened, nothing is said to have been followed', () => {
  expect(conformanceDocument(found({ type: 'touch' }))).toEqual([
    { kind: 'heading', level: 1, text: 'How closely the agreed life was followed' },
    { kind: 'paragraph', text: 'No lead took a step.' },
  ]);
});

test('a long list ends in a sum', () => {
  const one = { code: 'lifecycle.no_such_step', type: 'accepted', to: null, leads: 1, byParty: [{ party: 'sales', count: 2, leads: 1 }] } as const;
  const deviations = Array.from({ length: 23 }, (_, i) => ({ ...one, from: `s${String(i)}`, count: 2 }));
  const document = conformanceDocument({ ...found(inquires), deviations });
  expect(tables(document).map(({ rows: all }) => all.length)).toEqual([20]);
  expect(document).toContainEqual({ kind: 'list', items: ['and 3 kinds more, of 6 steps together'] });
});

test('a name out of the data is text in Markdown and in a terminal', () => {
  const document = conformanceDocument(found(...of('a', inquires, { ...opens, stage: 'sql', by: { party: 'sales', kind: 'human' } })), {
    stages: { inquiry: '<img src=x> | [a](javascript:1)', sql: '\u001b[31mred' },
    parties: { sales: '__proto__ | `x`' },
  });
  const markdown = toMarkdown(document);
  expect(markdown).toContain('&lt;img src=x&gt; \\| \\[a\\](javascript:1)');
  expect(markdown).not.toMatch(/<img|\u001b/);
  expect(toText(document, { width: 120, color: false })).not.toContain('\u001b');
});

describe('in a review', () => {
  // An acceptance and a rejection of one delivery at one moment, and nothing says which came first; another lead skipped ahead.
  const events = [
    ...life(
      'tied',
      { type: 'qualified', at: ny('04-20', '10:00'), by: 'marketing', stage: 'mql' },
      { type: 'handed_off', at: ny('04-20', '10:30'), by: 'marketing', handOff: 'mql_to_sdr', to: 'sales_development', toPerson: 'sdr_ben', fields: [] },
      { type: 'accepted', at: ny('04-20', '11:00'), by: 'sales_development/sdr_ben' },
      { type: 'rejected', at: ny('04-20', '11:00'), by: 'sales_development/sdr_ben', class: 'clerical', reason: 'bad_data', specifics: { field: 'phone' } },
    ),
    ...life('skipped', { type: 'inquiry', at: ny('04-20', '10:00'), by: 'marketing' }, { type: 'opportunity_won', at: ny('04-21', '10:00'), by: 'sales', opportunityId: 'o1' }),
  ];
  const made = review([acme()], { events }, { period: '2026-Q2', asOf: ny('04-28', '00:00') });
  const text = toText(reviewDocument(made), { width: 200, color: false });
  const section = text.slice(text.search(/steps against the agreed life/i));

  test('a step that only row order puts against the agreed life is counted, and names nobody', () => {
    expect(made.violations.map(({ leadId, tied }) => ({ leadId, tied })).sort((a, b) => (a.leadId < b.leadId ? -1 : 1))).toEqual([
      { leadId: 'skipped', tied: false },
      { leadId: 'tied', tied: true },
    ]);
    expect(made.conformance.undecided).toEqual({ steps: 1, leads: 1 });
    expect(section).toContain('2 steps of the period are not as agreed');
    expect(section).toContain('1 of them only in an order that the source does not give: nobody is named for those.');
    expect(section).toContain('skipped');
    expect(section.split('\n').filter((line) => line.includes('a lead in') && line.includes('Sales development'))).toEqual([]);
  });
});
