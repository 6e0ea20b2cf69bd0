import MarkdownIt from 'markdown-it';
import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { review } from 'revpact/pact';
import { findingsCsv, reviewDocument, toMarkdown, toText } from 'revpact/report';
import { percent } from '../../src/report/words.js';
import { acme, life, ny } from '../support/pact.js';

const sdr = 'sales_development/sdr_ben';
/** Ids and names as somebody typed them into a form. */
const HOSTILE = ['<img src=x onerror=alert(1)>', '=HYPERLINK("https://evil.example")', 'a|b](javascript:alert(1))', '@everyone `x` **y**', '../../admin?x=1#y', '-2+3'];

const events = HOSTILE.flatMap((leadId, i) =>
  life(
    leadId,
    { type: 'qualified', at: ny('04-20', `10:0${String(i)}`), by: 'marketing', stage: 'mql', source: leadId },
    { type: 'handed_off', at: ny('04-20', '10:30'), by: 'marketing', handOff: 'mql_to_sdr', to: 'sales_development', toPerson: 'sdr_ben', fields: ['source', leadId] },
    { type: 'rejected', at: ny('04-23', '10:30'), by: sdr, stage: 'rejected', class: 'clerical', reason: 'bad_data', specifics: { field: leadId } },
  ),
);
const made = review([acme()], { events }, { period: '2026-Q2', asOf: ny('04-28', '00:00') });

describe('the report of a review', () => {
  test('says first what was found, and then what to talk about', () => {
    const text = toText(reviewDocument(made), { width: 120, color: false });
    // Six deliveries, each without three of the four fields; each rejected three working days later: 8 hours are agreed.
    const said = text.replace(/\s+/g, ' ');
    expect(said).toContain('Of 8 promises, ');
    expect(said).toContain('Marketing sent 0 of 6 deliveries to Sales development complete (0 %); agreed are 90 %.');
    expect(said).toContain('Sales development accepted or rejected 0 of 6 deliveries within 8 working hours (0 %); agreed are 95 %.');
    expect(said).toContain('As of 2026-04-28 06:00 Europe/Berlin (2026-04-28T04:00:00Z).');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  test('no name from outside becomes markup, and every link leads into the CRM', () => {
    const tokens = new MarkdownIt({ html: true, linkify: true }).parse(toMarkdown(reviewDocument(made)), {});
    const inline = tokens.flatMap((token) => token.children ?? []);
    expect(inline.filter(({ type }) => type.startsWith('html') || type === 'image' || type === 'code_inline' || type === 'strong_open')).toEqual([]);
    const links = inline.filter(({ type }) => type === 'link_open').map((token) => token.attrGet('href') ?? '');
    expect(links.length).toBeGreaterThan(0);
    expect(links.every((href) => href.startsWith('https://crm.acme.example/leads/'))).toBe(true);
    expect(links.every((href) => !href.slice('https://crm.acme.example/leads/'.length).includes('/'))).toBe(true);
  });
});

describe('findings as CSV', () => {
  const csv = findingsCsv(made);

  test('one row a record, with its link; nothing runs as a formula', () => {
    const records = made.findings.reduce((sum, finding) => sum + Math.max(1, finding.evidence.length), 0);
    expect(csv.split('\r\n').filter((line) => line !== '')).toHaveLength(1 + records);
    expect(csv).toContain('https://crm.acme.example/leads/%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E');
    expect(csv.split(/,|\r\n/).filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
  });

  test('another reader reads the same rows (DuckDB)', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'revpact-'));
    const file = join(folder, 'findings.csv');
    writeFileSync(file, csv);
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const rows = (
      await connection.runAndReadAll(
        `SELECT clause, count(lead_id)::INTEGER AS records FROM read_csv('${file.replaceAll("'", "''")}', all_varchar = true, header = true) GROUP BY ALL ORDER BY clause`,
      )
    ).getRowObjects();
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true });
    const expected = made.findings.map(({ clause, evidence }) => ({ clause, records: evidence.length })).sort((a, b) => (a.clause < b.clause ? -1 : 1));
    expect(rows).toEqual(expected);
  });
});

test.each([
  { of: [7999, 8000], reads: '99.99 %' },
  { of: [8000, 8000], reads: '100.0 %' },
  { of: [1, 30_000], reads: '0.003 %' },
  { of: [0, 30_000], reads: '0.0 %' },
  { of: [1, 3], reads: '33.3 %' },
  { of: [385, 320], reads: '120.3 %' },
  { of: [0, 0], reads: '–' },
] as const)('$of.0 of $of.1 reads as $reads', ({ of: [numerator, denominator], reads }) => {
  expect(percent(numerator, denominator)).toBe(reads);
});
