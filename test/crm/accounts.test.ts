import { describe, expect, test } from 'vitest';
import { unwrap } from 'revpact/kernel';
import { importAccounts, LinkTemplates, recordLink, type AccountMapping } from 'revpact/crm';

const read = (rows: readonly Record<string, string | null>[], mapping?: AccountMapping) =>
  unwrap(
    importAccounts(
      mapping,
      rows.map((cells, i) => ({ line: i + 2, cells })),
    ),
  );

describe('accounts', () => {
  test('id, name and owner are themselves, the rest are attributes', () => {
    const { accounts } = read([
      {
        id: 'a1',
        name: 'Acme',
        owner: 'p1',
        industry: 'retail',
        employees: '250',
        zip: '01234',
        growth: '2.5',
        phone: '',
        big: '12345678901234567890',
      },
    ]);
    expect(accounts).toEqual([
      {
        id: 'a1',
        name: 'Acme',
        owner: 'p1',
        attributes: { industry: 'retail', employees: 250, zip: '01234', growth: '2.5', big: '12345678901234567890' },
      },
    ]);
  });

  test('a mapping types attributes and leaves columns out', () => {
    const mapping: AccountMapping = {
      id: 'Account ID',
      attributes: { public: { column: 'Listed', as: 'boolean' }, zip: { column: 'Zip', as: 'text' } },
      ignoreColumns: ['Secret'],
    };
    const { accounts, rejectedRows } = read(
      [
        { 'Account ID': 'a1', Listed: 'yes', Zip: '80331', Secret: 's', name: 'N' },
        { 'Account ID': 'a2', Listed: 'maybe', Zip: '', Secret: 's', name: 'N' },
      ],
      mapping,
    );
    expect(accounts).toEqual([{ id: 'a1', attributes: { public: true, zip: '80331', name: 'N' } }]);
    expect(rejectedRows).toMatchObject([{ line: 3, issues: [{ code: 'crm.not_readable', path: ['Listed'] }] }]);
  });

  test('a list is its different words, without blanks; a longer one than a list may be is no account', () => {
    const mapping: AccountMapping = { id: 'id', attributes: { tech: { column: 'Tech', as: 'list', separator: ';' } } };
    const long = Array.from({ length: 1001 }, (_, i) => `t${String(i)}`).join(';');
    const { accounts, rejectedRows } = read([{ id: 'a1', Tech: 'crm; erp;;crm;CRM' }, { id: 'a2', Tech: '' }, { id: 'a3', Tech: ' ; ' }, { id: 'a4', Tech: long }], mapping);
    expect(accounts.map(({ attributes }) => attributes)).toEqual([{ tech: ['crm', 'erp', 'CRM'] }, {}, { tech: [] }]);
    expect(rejectedRows).toMatchObject([{ line: 5, issues: [{ path: ['attributes', 'tech'] }] }]);
  });

  test('a second row of one account, a row without id and a hostile header are rejected', () => {
    const hostile = JSON.parse('{"id":"a3","__proto__":"x"}') as Record<string, string>;
    const { accepted, rejected, rejectedRows } = read([{ id: 'a1' }, { id: 'a1' }, { id: '' }, hostile]);
    expect({ accepted, rejected }).toEqual({ accepted: 1, rejected: 3 });
    expect(rejectedRows.map(({ line, issues }) => [line, issues[0]?.code])).toEqual([
      [3, 'crm.duplicate_id'],
      [4, 'input.missing'],
      [5, 'crm.column_name'],
    ]);
  });

  test('ten thousand rows of one account are one account and 9,999 duplicates, each with its line', () => {
    const { accepted, rejectedRows } = read(Array.from({ length: 10_000 }, () => ({ id: 'a1' })));
    expect([accepted, rejectedRows.length, rejectedRows.at(-1)?.line]).toEqual([1, 9999, 10_001]);
    expect(new Set(rejectedRows.map(({ issues }) => issues[0]?.code))).toEqual(new Set(['crm.duplicate_id']));
  });

  test('a column that is left out and read is an issue', () => {
    expect(importAccounts({ id: 'id', ignoreColumns: ['id'] }, [])).toMatchObject({ ok: false, issues: [{ code: 'crm.column_ignored' }] });
  });

  test('a column that the export lacks is said before any row is read', () => {
    expect(importAccounts({ id: 'Id' }, [{ line: 2, cells: { id: 'a1' } }])).toMatchObject({
      ok: false,
      issues: [{ code: 'crm.column_missing', params: { suggestion: 'id' } }],
    });
    expect(importAccounts(undefined, [])).toMatchObject({ ok: true, value: { read: 0, accounts: [] } });
  });
});

describe('links', () => {
  const templates = { lead: 'https://acme.example/lead/{id}/view?tab=1' };
  test.each([
    { id: '00Q5g00000AbCdE', link: 'https://acme.example/lead/00Q5g00000AbCdE/view?tab=1' },
    { id: '../admin?x=1#y', link: 'https://acme.example/lead/..%2Fadmin%3Fx%3D1%23y/view?tab=1' },
    { id: "a)('*!", link: 'https://acme.example/lead/a%29%28%27%2A%21/view?tab=1' },
    { id: '$&$1', link: 'https://acme.example/lead/%24%26%241/view?tab=1' },
    { id: 'käse', link: 'https://acme.example/lead/k%C3%A4se/view?tab=1' },
  ])('$id → $link', ({ id, link }) => {
    expect(recordLink(templates, 'lead', id)).toEqual({ ok: true, value: link });
  });

  test.each(['', '.', '..', '\ud800', 'x'.repeat(201)])('no link for the id %j', (id) => {
    expect(recordLink(templates, 'lead', id)).toMatchObject({ ok: false, issues: [{ code: 'crm.id_not_linkable' }] });
  });

  test('no template, no link', () => {
    expect(recordLink(templates, 'account', 'a')).toMatchObject({ ok: false, issues: [{ code: 'crm.no_link' }] });
  });

  test.each([
    'http://acme.example/{id}',
    'javascript:alert({id})',
    'https://{id}.evil.example/',
    'https://acme.example/lead',
    'https://acme.example/{id}/{id}',
    'https://user@acme.example/{id}',
    'https://acme.example/{id}"><script>',
  ])('%s is no template', (template) => {
    expect(LinkTemplates.safeParse({ lead: template }).success).toBe(false);
    expect(recordLink({ lead: template }, 'lead', 'x').ok).toBe(false);
  });
});
