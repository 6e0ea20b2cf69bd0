import { stat } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Whole } from 'revpact/kernel';
import type { Review } from 'revpact/pact';
import { main } from '../../cli/src/main.js';
import { aDesk, type Desk } from '../support/cli-world.js';
import { acmeJson } from '../support/pact.js';

/**
 * Sales development promises a first attempt within two working hours, in New York. Lead A was delivered complete on
 * Monday 20 April at 10:05 and tried at 10:45, in time; lead B was delivered on Tuesday 28 April at 9:00 and never tried.
 */
const EVENTS = `id,seq,type,at,lead_id,party,person,kind,stage,hand_off,to,to_person,fields,source,channel
a1,1,qualified,2026-04-20T10:00:00-04:00,A,marketing,,human,mql,,,,,,
a2,2,handed_off,2026-04-20T10:05:00-04:00,A,marketing,,human,,mql_to_sdr,sales_development,sdr_ben,company|job_title|source|trigger,,
a3,3,attempt,2026-04-20T10:45:00-04:00,A,sales_development,sdr_ben,human,,,,,,,phone
b1,4,qualified,2026-04-28T08:55:00-04:00,B,marketing,,human,mql,,,,,,
b2,5,handed_off,2026-04-28T09:00:00-04:00,B,marketing,,human,,mql_to_sdr,sales_development,sdr_ben,company|job_title|source|trigger,,
`;

/** Line 7 has two cells, line 8 an event that there is none of, lines 9 and 10 are one row with a broken quote. */
const DIRTY = `${EVENTS}x1,6
x2,7,atempt,2026-04-29T09:00:00-04:00,B,sales_development,sdr_ben,human,,,,,,,phone
x3,8,attempt,2026-04-29T09:00:00-04:00,"B
",oops" sales_development,sdr_ben,human,,,,,,,phone
`;

const aCase = async (events = EVENTS, options: Parameters<typeof aDesk>[0] = {}): Promise<Desk & { readonly run: (...argv: string[]) => Promise<number> }> => {
  const desk = await aDesk(options);
  const pact = await desk.put('pact.json', JSON.stringify(acmeJson()));
  const file = await desk.put('events.csv', events);
  return { ...desk, run: (...argv) => main(['review', '--pact', pact, '--events', file, '--period', '2026-Q2', ...argv], desk.world) };
};

interface FindingLike {
  readonly clause: string;
  readonly state: string;
  readonly numerator: Whole;
  readonly denominator: Whole;
}
const reviewOf = (text: string): Review => JSON.parse(text) as Review;
const firstResponse = (text: string): FindingLike | undefined => reviewOf(text).findings.find(({ clause }) => clause === 'sdr_first_response');

describe('what is printed', () => {
  test('text by default: the findings first, the account of the rows last', async () => {
    const desk = await aCase(DIRTY);
    expect(await desk.run('--as-of', '2026-06-30')).toBe(0);
    expect(desk.out()).toMatch(/^Acme: marketing, sales development and sales: review of 2026-Q2\n═+\n/);
    expect(desk.out()).toMatch(/broken +Sales development tries to reach e.* 50\.0 % \(1\/2\)/);
    // Seven rows begin, and the broken one spoils a second line: 5 + 4 = 9.
    expect(desk.out()).toMatch(/events\.csv +9 +5 +4 +0\n/);
    const account = desk.out().slice(desk.out().indexOf('WHAT THIS WAS MADE FROM'));
    expect(account).toMatch(/events\.csv +7 .* has 2 cells; the header has 15\n/);
    expect(account).toMatch(/events\.csv +8 .*"atempt"/);
    expect(account).toMatch(/events\.csv +9 .* a quote stands inside an unquoted cell \(cell 6\)\n/);
    expect(account).toMatch(/events\.csv +10 .* belongs to the malformed row that begins on line 9\n/);
    expect(account.trimEnd().endsWith('line 9')).toBe(true);
  });

  test.each([
    { format: 'markdown', begins: '# Acme: marketing, sales development and sales: review of 2026-Q2\n' },
    { format: 'csv', begins: 'pact,pact_version,period,as_of,clause,' },
    { format: 'json', begins: '{\n  "pact": {' },
  ])('$format alone on stdout, what was said besides on stderr', async ({ format, begins }) => {
    const desk = await aCase();
    expect(await desk.run('--as-of', '2026-06-30', '--format', format)).toBe(0);
    expect(desk.out().startsWith(begins)).toBe(true);
    expect(desk.err()).toBe('as of the end of 2026-06-30 in Europe/Berlin, 2026-06-30T22:00:00Z\n');
  });

  test('colours only where the terminal has them and nobody said no', async () => {
    const colored = await aCase(EVENTS, { color: true });
    await colored.run('--as-of', '2026-06-30');
    expect(colored.out()).toContain('\u001b[31mbroken');
    const plain = await aCase(EVENTS, { color: true });
    await plain.run('--as-of', '2026-06-30', '--no-color');
    expect(plain.out()).not.toContain('\u001b');
  });

  test('names from data cannot steer the terminal', async () => {
    const desk = await aCase(EVENTS.replaceAll(',A,', ',A\u001b]8;;https://evil.example\u001b\\,').replace('phone\nb1', '\u001b[2Jphone\nb1'));
    await desk.run('--as-of', '2026-06-30');
    expect(desk.out() + desk.err()).not.toContain('\u001b');
  });
});

describe('the moment of judgement', () => {
  test.each([
    { what: "a date is the end of that day in the pact's zone", asOf: '2026-06-30', at: '2026-06-30T22:00:00Z' },
    { what: 'in winter an hour later', asOf: '2026-12-31', at: '2026-12-31T23:00:00Z' },
    { what: 'an instant is taken as it is', asOf: '2026-06-30T18:00:00+02:00', at: '2026-06-30T16:00:00Z' },
  ])('$what', async ({ asOf, at }) => {
    const desk = await aCase();
    expect(await desk.run('--as-of', asOf, '--format', 'json')).toBe(0);
    expect(reviewOf(desk.out()).asOf).toBe(Date.parse(at));
    expect(desk.err()).toContain(at);
  });

  test.each([
    { asOf: '2026-06-31', says: '--as-of: there is no such date between 1900 and 2200 (input.invalid)' },
    { asOf: '2026-06-30T18:00:00', says: '--as-of: a moment is written as' },
    { asOf: 'today', says: '--as-of: a moment is written as' },
    { asOf: '2026-03-31', says: '--as-of: the moment of judgement 2026-03-31T22:00:00Z is not after' },
  ])('$asOf is refused', async ({ asOf, says }) => {
    const desk = await aCase();
    expect(await desk.run('--as-of', asOf)).toBe(2);
    expect(desk.err()).toContain(says);
    expect(desk.out()).toBe('');
  });

  test('what was recorded later than --known-by does not count', async () => {
    const late = EVENTS.replace(/^id,/, 'known_at,id,').replaceAll(/^([ab]\d),/gm, (_, id: string) => `${id === 'a3' ? '2026-05-20T12:00:00Z' : '2026-04-30T12:00:00Z'},${id},`);
    const before = await aCase(late);
    await before.run('--as-of', '2026-06-30', '--known-by', '2026-05-19', '--format', 'json');
    expect(firstResponse(before.out())).toMatchObject({ numerator: 0, denominator: 2 });
    expect(before.err()).toContain('known by the end of 2026-05-19 in Europe/Berlin, 2026-05-19T22:00:00Z\n');
    const after = await aCase(late);
    await after.run('--as-of', '2026-06-30', '--known-by', '2026-05-20', '--format', 'json');
    expect(firstResponse(after.out())).toMatchObject({ numerator: 1, denominator: 2 });
  });
});

describe('--fail-on', () => {
  test.each([
    { what: 'nothing asked', argv: [], code: 0 },
    { what: 'a clause is broken', argv: ['--fail-on', 'broken'], code: 1 },
    { what: 'no clause is at risk', argv: ['--fail-on', 'at_risk'], code: 0 },
    { what: 'one of two, by comma', argv: ['--fail-on', 'at_risk,broken'], code: 1 },
    { what: 'one of two, repeated', argv: ['--fail-on', 'at_risk', '--fail-on', 'unproven'], code: 1 },
  ])('$what → $code', async ({ argv, code }) => {
    const desk = await aCase();
    expect(await desk.run('--as-of', '2026-06-30', ...argv)).toBe(code);
    expect(desk.out()).not.toBe('');
    if (argv[1] === 'broken') expect(desk.err()).toContain('--fail-on: sdr_first_response is broken\n');
  });
});

describe('--out', () => {
  test('four files, in a folder that is made', async () => {
    const desk = await aCase(DIRTY);
    expect(await desk.run('--as-of', '2026-06-30', '--out', `${desk.path('deep/er')}/`)).toBe(0);
    expect(await desk.text('deep/er/review.md')).toMatch(/^# Acme/);
    const json = await desk.text('deep/er/review.json');
    expect(firstResponse(json)).toMatchObject({ state: 'broken', numerator: 1, denominator: 2 });
    expect(reviewOf(json).imports[0]?.rejectedRows.map(({ line }) => line)).toEqual([7, 8, 9, 10]);
    const findings = (await desk.text('deep/er/findings.csv')).split('\r\n');
    expect(findings.filter((row) => row.includes(',sdr_first_response,')).map((row) => /[^,]+$/.exec(row)?.[0])).toEqual([
      'https://crm.acme.example/leads/A',
      'https://crm.acme.example/leads/B',
    ]);
    const rejected = (await desk.text('deep/er/rejected.csv')).trimEnd().split('\r\n');
    expect(rejected[0]).toBe('file,line,code,where,reason');
    expect(rejected.slice(1).map((row) => row.replace(desk.path('events.csv'), '').split(',').slice(1, 3).join(' '))).toEqual([
      '7 file.malformed_row',
      '8 input.not_one_of',
      '9 file.malformed_row',
      '10 file.malformed_row',
    ]);
    expect(desk.err()).toContain('wrote ');
  });

  test('a folder that cannot be made is said, and the answer is 2', async () => {
    const desk = await aCase();
    expect(await desk.run('--as-of', '2026-06-30', '--out', desk.path('pact.json/x'))).toBe(2);
    expect(desk.err()).toContain('cannot be written');
    expect(desk.out()).toBe('');
  });

  test('nothing is written where something cannot be used', async () => {
    const desk = await aCase();
    expect(await desk.run('--as-of', 'never', '--out', desk.path('out'))).toBe(2);
    await expect(stat(desk.path('out'))).rejects.toThrow();
  });
});

describe('several files', () => {
  const [header = '', ...rows] = EVENTS.trimEnd().split('\n');
  const leadA = [header, ...rows.filter((row) => row.startsWith('a'))].join('\n');
  const leadB = [header.replace('type,at', 'what,at'), ...rows.filter((row) => row.startsWith('b'))].join('\n');
  const mapping = {
    id: 'crm',
    rules: [
      {
        id: 'row',
        type: { column: 'what', as: 'text' },
        set: {
          id: { column: 'id', as: 'text' },
          seq: { column: 'seq', as: 'integer' },
          at: { column: 'at', as: 'instant' },
          leadId: { column: 'lead_id', as: 'text' },
          'by.party': { column: 'party', as: 'text' },
          'by.kind': { value: 'human' },
          stage: { column: 'stage', as: 'text' },
          handOff: { column: 'hand_off', as: 'text' },
          to: { column: 'to', as: 'text' },
          toPerson: { column: 'to_person', as: 'text' },
          fields: { column: 'fields', as: 'list', separator: '|' },
        },
      },
    ],
    ignoreColumns: ['kind', 'person', 'source', 'channel'],
  };

  test('each with its mapping, in order', async () => {
    const desk = await aCase(leadA);
    const more = await desk.put('more.csv', leadB);
    const file = await desk.put('mapping.json', JSON.stringify(mapping));
    expect(await desk.run('--mapping', 'generic', '--events', more, '--mapping', file, '--as-of', '2026-06-30', '--format', 'json')).toBe(0);
    const found = reviewOf(desk.out());
    expect(found.imports.map(({ read, accepted, rejected, ignored }) => [read, accepted, rejected, ignored])).toEqual([[3, 3, 0, 0], [2, 2, 0, 0]]);
    expect(firstResponse(desk.out())).toMatchObject({ numerator: 1, denominator: 2 });
  });

  test('neither one mapping nor one for each', async () => {
    const desk = await aCase();
    expect(await desk.run('--mapping', 'a.json', '--mapping', 'b.json', '--as-of', '2026-06-30')).toBe(2);
    expect(desk.err()).toContain('--mapping: given 2 times for 1 --events;');
  });

  test('a mapping with a fault has its place', async () => {
    const desk = await aCase();
    const file = await desk.put('mapping.json', '{\n  "id": "crm",\n  "rulez": []\n}');
    expect(await desk.run('--mapping', file, '--as-of', '2026-06-30')).toBe(2);
    expect(desk.err()).toContain(`${file}:3:3 rulez: unknown key "rulez"; did you mean "rules"? (input.unknown_key)\n`);
    expect(desk.err()).toContain(`${file}:1:1 rules: missing;`);
  });

  test('accounts are accounted for, too', async () => {
    const desk = await aCase();
    const accounts = await desk.put('accounts.csv', 'id,name,country\nA1,Acme,DE\nA1,Acme again,DE\n,Nobody,FR\n');
    expect(await desk.run('--accounts', accounts, '--as-of', '2026-06-30', '--format', 'json')).toBe(0);
    expect(reviewOf(desk.out()).imports.map(({ source, read, accepted, rejected }) => [source === accounts, read, accepted, rejected])).toEqual([
      [false, 5, 5, 0],
      [true, 3, 1, 2],
    ]);
  });

  test('spend, quotas and rates are read and accounted for, and the scorecard counts by them', async () => {
    const desk = await aCase();
    const { scorecard, ...json } = acmeJson();
    const entry = { metric: 'spend_total', currency: 'EUR', direction: 'lower', target: '2000', yellow: '2000', red: '3000', owner: 'marketing', cadence: 'monthly' };
    const pact = await desk.put('spending.json', JSON.stringify({ ...json, scorecard: { ...(scorecard as object), entries: [entry] } }));
    const events = await desk.put('again.csv', EVENTS);
    // Of thirty-one days of May all, of the two days on the edge of the quarter one.
    const spend = await desk.put('spend.csv', 'id,from,to,amount,currency,kind\ns1,2026-05-01,2026-05-31,1200.00,EUR,media\ns2,2026-06-30,2026-07-01,10.01,EUR,\ns3,2026-05-02,2026-05-01,1,EUR,\n');
    const quotas = await desk.put('quotas.json', '[{"id":"q1","kind":"budget","from":"2026-04-01","to":"2026-06-30","amount":"5000.00","currency":"EUR"}]');
    const rates = await desk.put('rates.csv', 'from,to,since,rate\nUSD,EUR,2026-01-01,0.91\n');
    const argv = ['review', '--pact', pact, '--events', events, '--spend', spend, '--quotas', quotas, '--rates', rates, '--period', '2026-Q2', '--as-of', '2026-07-31', '--format', 'json'];
    expect(await main(argv, desk.world)).toBe(0);
    const { imports, scorecard: rows } = reviewOf(desk.out());
    expect(imports.map(({ read, accepted, rejected }) => [read, accepted, rejected])).toEqual([[5, 5, 0], [3, 2, 1], [1, 1, 0], [1, 1, 0]]);
    expect(imports[1]?.rejectedRows.map(({ line, issues }) => [line, issues[0]?.path.join('.')])).toEqual([[4, 'to']]);
    // 1,200.00 and half of 10.01, cut towards zero.
    expect(JSON.stringify(rows)).toContain('"sums":[{"currency":"EUR","minor":120500,"n":32}]');
  });

  test('spend without its columns, and of a file that there is not', async () => {
    const desk = await aCase();
    const spend = await desk.put('spend.csv', 'id,from,to,ammount,currency\n');
    expect(await desk.run('--spend', spend, '--rates', desk.path('none.csv'), '--as-of', '2026-06-30')).toBe(2);
    expect(desk.err()).toContain(`${spend}: the export has no column "amount"; did you mean "ammount"? (crm.column_missing)\n`);
    expect(desk.err()).toContain(`${desk.path('none.csv')}: there is no such file (file.not_found)\n`);
  });

  test('a second version of the pact: the words are those in force', async () => {
    const desk = await aCase();
    const next = await desk.put('next.json', JSON.stringify({ ...acmeJson(), version: '2026.2', effectiveFrom: '2026-05-01T00:00:00+02:00' }));
    expect(await desk.run('--pact', next, '--as-of', '2026-06-30', '--format', 'json')).toBe(0);
    expect(reviewOf(desk.out()).pact.version).toBe('2026.2');
  });
});

describe('everything that cannot be used is said at once, and the answer is 2', () => {
  test('pact, events, accounts and moment together', async () => {
    const desk = await aDesk();
    const pact = await desk.put('pact.json', JSON.stringify(acmeJson()));
    const events = await desk.put('events.csv', 'id,at\n1,2\n');
    const argv = ['review', '--pact', pact, '--events', events, '--accounts', desk.path('none.csv'), '--period', '2026-Q2', '--as-of', 'soon'];
    expect(await main(argv, desk.world)).toBe(2);
    expect(desk.err()).toContain('--as-of: ');
    expect(desk.err()).toContain(`${events}:1: its columns (id, at) are not those of events; "revpact review --help" lists them, and --mapping says how others are read (file.no_mapping)\n`);
    expect(desk.err()).toContain(`${desk.path('none.csv')}: there is no such file (file.not_found)\n`);
  });

  test('a pact that is none, with its place', async () => {
    const desk = await aDesk();
    const pact = await desk.put('pact.json', '{\n  "id": 7\n}');
    expect(await main(['review', '--pact', pact, '--events', 'e.csv', '--period', '2026-Q2', '--as-of', '2026-06-30'], desk.world)).toBe(2);
    expect(desk.err()).toContain(`${pact}:2:3 id: expected string, found 7 (input.wrong_type)\n`);
  });

  test('a scorecard over time is printed where it is asked for', async () => {
    const desk = await aCase();
    expect(await desk.run('--as-of', '2026-06-30', '--trend', '3', '--trend-look', 'now')).toBe(0);
    expect(desk.out()).toContain('All periods as they stand now; older ones have had more time.');
    expect(desk.out()).toMatch(/2025-Q4 +2026-Q1 +2026-Q2/);
    expect(desk.err()).not.toContain('--trend');
    // The pact took effect on 1 July 2025: four quarters.
    const long = await aCase();
    expect(await long.run('--as-of', '2026-06-30', '--trend', '9')).toBe(0);
    expect(long.err()).toContain('--trend: 4 of 9 periods lie under the pact\n');
    const plain = await aCase();
    expect(await plain.run('--as-of', '2026-06-30')).toBe(0);
    expect(plain.out()).not.toContain('2026-Q1');
  });

  test.each([
    { typed: ['--trend', 'six'], says: '--trend: expected a number of periods, found "six" (input.invalid)' },
    { typed: ['--trend', '1'], says: 'a trend is over 2 to 36 periods' },
    { typed: ['--trend-look', 'now'], says: '--trend: missing; expected over how many periods --trend-look looks' },
    { typed: ['--trend', '2', '--trend-look', 'later'], says: 'Allowed choices are equally_early, at_its_end, now' },
    { typed: ['--period', 'FY2027-Q2'], says: '--period: a period is written as 2026-Q2' },
  ])('$typed is refused', async ({ typed, says }) => {
    const desk = await aCase();
    expect(await desk.run('--as-of', '2026-06-30', ...typed)).toBe(2);
    expect(desk.err()).toContain(says);
  });

  test('a period that is none', async () => {
    const desk = await aDesk();
    const pact = await desk.put('pact.json', JSON.stringify(acmeJson()));
    const events = await desk.put('events.csv', EVENTS);
    expect(await main(['review', '--pact', pact, '--events', events, '--period', '2026-Q5', '--as-of', '2026-06-30'], desk.world)).toBe(2);
    expect(desk.err()).toBe('--period: expected a period such as 2026-Q2, 2026-05, 2026-W14, 2026, FY2027-Q2 or 2026-04-01/2026-06-30, found "2026-Q5" (input.invalid)\n');
  });
});
