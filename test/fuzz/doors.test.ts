import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as crm from 'revpact/crm';
import * as feedback from 'revpact/feedback';
import * as icp from 'revpact/icp';
import * as kernel from 'revpact/kernel';
import * as lifecycle from 'revpact/lifecycle';
import * as metrics from 'revpact/metrics';
import * as pact from 'revpact/pact';
import * as report from 'revpact/report';
import * as sla from 'revpact/sla';
import { holidaysFromICalendar } from 'revpact/sla/icalendar';
import * as vocabulary from 'revpact/vocabulary';
import * as warehouse from 'revpact/warehouse';
import { garbage, spoilt } from '../support/garbage.js';
import { CORE } from '../support/icp.js';
import { acmeJson } from '../support/pact.js';

const rooms: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { kernel, vocabulary, lifecycle, crm, sla, metrics, icp, feedback, pact, warehouse, report };

/** A way into the library for what comes from outside: how it is called, and good values to spoil. */
interface Door {
  readonly call: (input: unknown) => unknown;
  readonly good: unknown;
}
// What comes in is of no type; the compiler would not let it.
const door = (call: (input: never) => unknown, good: unknown): Door => ({ call: (input) => call(input as never), good });

const event = { id: 'e1', type: 'rejected', at: 0, by: { party: 'sales', kind: 'human' }, leadId: 'l1', class: 'clerical', reason: 'x', specifics: { a: 'b' }, attributes: { size: 5 } };
const row = { line: 2, cells: { id: 'e1', type: 'inquiry', at: '2026-03-31T09:00:00Z', lead_id: 'l1', party: 'marketing', kind: 'human', Budget: '5' } };
const mapping = JSON.parse(readFileSync(new URL('../../examples/olist/leads.mapping.json', import.meta.url), 'utf8')) as unknown;
const lifeOf = lifecycle.createLifecycle(vocabulary.sirius2006);
const metric = JSON.parse(JSON.stringify(metrics.STANDARD_METRICS[0])) as metrics.MetricDefinition;
const filter = JSON.parse(JSON.stringify(CORE)) as unknown;
const calendar = (acmeJson()['calendars'] as readonly unknown[])[0];
const text = (call: (input: string) => unknown, good: string): Door => door((input: unknown) => call(String(safely(input))), good);
const safely = (input: unknown): unknown => (typeof input === 'string' || typeof input === 'number' ? String(input).slice(0, 100_000) : typeof input);
const extension = { id: 'ours', extends: 'sirius_2006', rename: [{ stage: 'mql', term: 'Marketing lead' }] };

const salesforceAgreement = JSON.parse(JSON.stringify(crm.SALESFORCE_AGREEMENT)) as unknown;
const hubspotAgreement = JSON.parse(JSON.stringify(crm.HUBSPOT_AGREEMENT)) as unknown;
const salesforceRow: crm.Row = {
  line: 2,
  cells: { Id: '00Q1G00000nDnM5', LeadId: '00Q1G00000nDnM5', OpportunityId: '0061G00000N38JZ', Status: 'Open - Not Contacted', StageName: 'Prospecting', CreatedDate: '2026-03-02T09:00:00Z', Field: 'Status', OldValue: 'Open - Not Contacted', NewValue: 'Working - Contacted', WhoId: '00Q1G00000nDnM5', ActivityDate: '2026-03-03', OwnerId: '0051G000005Mun4', IsDeleted: 'false' },
};
const hubspotRow: crm.Row = {
  line: 2,
  cells: { id: '12831901', contact_id: '12831901', deal_id: '86133127', engagement_id: '1', name: 'lifecyclestage', value: 'lead', timestamp: '2026-03-02 09:00:00', property_createdate: '2026-03-02 09:00:00', canonical_vid: '5555', vid_to_merge: '11111', merged_deal_id: '1', _fivetran_start: '2026-03-02 9:00:00', _fivetran_end: '2050-01-01 00:00:00' },
};
/** An import accounts for every row of every table: accepted, rejected and ignored make what was read. */
const accounted = (imported: kernel.Result<crm.CrmImport>): unknown => {
  if (imported.ok) for (const { read, accepted, rejected, ignored } of imported.value.tables) expect(accepted + rejected + ignored).toBe(read);
  return imported;
};

/** A feed accounts for every entry. */
const fed = (feed: kernel.Result<sla.HolidayFeed>): unknown => {
  if (feed.ok) expect(feed.value.accepted + feed.value.ignored.length + feed.value.rejected.length).toBe(feed.value.read);
  return feed;
};
const range = { zone: 'Europe/Berlin', from: '2026-01-01', to: '2027-12-31' };
const feedText = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', 'DTSTART;VALUE=DATE:20260501', 'RRULE:FREQ=YEARLY', 'SUMMARY:May Day', 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
const packageRow = { date: '2026-12-24 14:00:00', start: '2026-12-24T13:00:00Z', end: '2026-12-24T23:00:00Z', name: 'Heiliger Abend', type: 'bank' };

/** Every public function that reads what comes from outside. A new one whose name says so must be here. */
const DOORS: Readonly<Record<string, Door>> = {
  'kernel.readWith': door((input: unknown) => kernel.readWith(vocabulary.Attributes, input), { a: 'b' }),
  'kernel.toInstant': door((input: unknown) => (typeof input === 'string' ? kernel.toInstant(input) : null), '2026-03-31T17:00:00Z'),
  'kernel.parseDate': text(kernel.parseDate, '2026-03-31'),
  'vocabulary.parseMinor': text((input) => vocabulary.parseMinor(input, input), '12.5'),
  'vocabulary.safeParseEvent': door(vocabulary.safeParseEvent, event),
  'vocabulary.safeParseEvents': door((input: unknown) => vocabulary.safeParseEvents([event, input]), event),
  'vocabulary.safeParseExtension': door(vocabulary.safeParseExtension, extension),
  'vocabulary.safeParseQualification': door(vocabulary.safeParseQualification, JSON.parse(JSON.stringify(vocabulary.STANDARD_QUALIFICATIONS[0]))),
  'vocabulary.safeParseGlossary': door(vocabulary.safeParseGlossary, JSON.parse(JSON.stringify(vocabulary.GLOSSARY.slice(0, 2)))),
  'lifecycle.safeCreateLifecycle': door((input: unknown) => {
    const read = kernel.readWith(vocabulary.Framework, input);
    return read.ok ? (({ ok }) => ({ ok: true, value: ok }))(lifecycle.safeCreateLifecycle(read.value)) : read;
  }, JSON.parse(JSON.stringify(vocabulary.sirius2006))),
  'lifecycle.safeParseStateRecord': door((input: unknown) => lifecycle.safeParseStateRecord(lifeOf, input), { version: 1, stage: 'mql' }),
  'lifecycle.resolve': door((input: unknown) => {
    const read = vocabulary.safeParseEvents([input, event]);
    if (!read.ok) return read;
    const log = lifecycle.resolve(read.value);
    lifecycle.replay(lifeOf, log);
    lifecycle.factsFrom(lifeOf, log);
    return { ok: true, value: null };
  }, event),
  'lifecycle.factsFrom, spend': door((input: unknown) => {
    const read = kernel.readWith(vocabulary.Spend, input);
    if (read.ok) lifecycle.factsFrom(lifeOf, lifecycle.resolve([]), { spend: [read.value], zone: 'America/St_Johns' });
    return read;
  }, { id: 's', from: '2026-01-01', to: '2026-03-31', amount: { minor: 100, currency: 'EUR' }, kind: 'media' }),
  'lifecycle.factsFrom, quotas': door((input: unknown) => {
    const read = kernel.readWith(vocabulary.Quota, input);
    if (read.ok) lifecycle.factsFrom(lifeOf, lifecycle.resolve([]), { quotas: [read.value], zone: 'America/St_Johns' });
    return read;
  }, { id: 'q', kind: 'mql', from: '2026-01-01', to: '2026-03-31', count: 100, weekdays: [1, 2, 3] }),
  'crm.safeParseMapping': door(crm.safeParseMapping, mapping),
  'crm.safeParseSalesforceAgreement': door(crm.safeParseSalesforceAgreement, salesforceAgreement),
  'crm.safeParseHubspotAgreement': door(crm.safeParseHubspotAgreement, hubspotAgreement),
  'crm.importEvents': door((input: crm.Row) => crm.importEvents(crm.GENERIC_MAPPING, [row, input]), row),
  'crm.eventReader': door((input: crm.Mapping) => crm.eventReader(input, ['id']), mapping),
  'crm.importAccounts': door((input: crm.Row) => crm.importAccounts(undefined, [{ line: 2, cells: { id: 'a1' } }, input]), { line: 3, cells: { id: 'a2', size: '5' } }),
  'crm.importSpend': door((input: crm.Row) => crm.importSpend([input]), { line: 2, cells: { id: 's1', from: '2026-05-01', to: '2026-05-31', amount: '1200.5', currency: 'EUR' } }),
  'crm.importQuotas': door((input: crm.Row) => crm.importQuotas([input]), { line: 2, cells: { id: 'q1', kind: 'mql', from: '2026-05-01', to: '2026-05-31', count: '12', weekdays: '1|2' } }),
  'crm.importRates': door((input: crm.Row) => crm.importRates([input]), { line: 2, cells: { from: 'USD', to: 'EUR', since: '2026-05-01', rate: '0.9' } }),
  'crm.readCsv': text(crm.readCsv, 'a,b\n1,2\n'),
  'crm.csvReader': text((input) => {
    const reader = crm.csvReader();
    for (const sign of input.slice(0, 500)) reader.push(sign);
    return reader.end();
  }, 'a,b\n"1",2\n'),
  'crm.importColumns': text((input) => crm.importColumns(crm.GENERIC_MAPPING, `id,type,at,lead_id,party,kind\n${input}`), 'e1,inquiry,2026-03-31T09:00:00Z,l1,marketing,human'),
  'crm.columnsReader': door((input: crm.Mapping) => crm.columnsReader(input), mapping),
  'crm.importSalesforce': door((input: crm.SalesforceAgreement) => crm.importSalesforce({ Lead: { rows: [salesforceRow] } }, input), salesforceAgreement),
  'crm.importSalesforce, rows': door(
    (input: crm.Row) => accounted(crm.importSalesforce(Object.fromEntries(crm.SALESFORCE_TABLES.map((table) => [table, { rows: [salesforceRow, input] }])), crm.SALESFORCE_AGREEMENT)),
    salesforceRow,
  ),
  'crm.importHubspot': door((input: crm.HubspotAgreement) => crm.importHubspot({ contacts: { rows: [hubspotRow] } }, input), hubspotAgreement),
  'crm.importHubspot, rows': door(
    (input: crm.Row) => accounted(crm.importHubspot(Object.fromEntries(crm.HUBSPOT_TABLES.map((table) => [table, { rows: [hubspotRow, input] }])), crm.HUBSPOT_AGREEMENT)),
    hubspotRow,
  ),
  'crm.fieldUpdates': door((input: crm.FieldUpdatePlan) => crm.fieldUpdates(input, [{ record: 'l1', field: 'stage', value: 'won', why: 'x' }], { Lead: [{ line: 2, cells: { Id: 'l1', Status: 'Open' } }] }), {
    id: 'back',
    objects: [{ object: 'Lead', idColumn: 'Id', fields: [{ field: 'stage', column: 'Status', values: { won: 'Won' } }] }],
  }),
  'vocabulary.extendFramework': door((input: unknown) => {
    const read = vocabulary.safeParseExtension(input);
    return read.ok ? vocabulary.extendFramework(read.value) : read;
  }, extension),
  'vocabulary.translate': text((input) => vocabulary.translate(input, input, input), 'sirius_2006'),
  'vocabulary.safeParseCalendar': door(vocabulary.safeParseCalendar, calendar),
  'vocabulary.parseCalendar': door(vocabulary.parseCalendar, calendar),
  'sla.safeOpenHours': door(sla.safeOpenHours, calendar),
  'sla.safeOpenAny': door((input: vocabulary.Calendar) => {
    const open = sla.safeOpenHours(input);
    return open.ok ? (({ ok }) => ({ ok: true, value: ok }))(sla.safeOpenAny('joint', [open.value, open.value])) : open;
  }, calendar),
  'sla.safeOpenAll': door((input: vocabulary.Calendar) => {
    const open = sla.safeOpenHours(input);
    return open.ok ? (({ ok }) => ({ ok: true, value: ok }))(sla.safeOpenAll('joint', [open.value, open.value])) : open;
  }, calendar),
  'sla.holidaysFromList': door((input: unknown) => fed(sla.holidaysFromList([input])), { date: '2026-12-24', name: 'Eve', off: { from: '14:00', to: '24:00' } }),
  'sla.holidaysFromDateHolidays': door((input: unknown) => fed(sla.holidaysFromDateHolidays([input], { types: ['bank'] })), packageRow),
  'sla/icalendar.holidaysFromICalendar': door((input: string) => fed(holidaysFromICalendar(input, range)), feedText),
  'metrics.safeParseMetric': door(metrics.safeParseMetric, metric),
  'metrics.parseMetric': door(metrics.parseMetric, metric),
  'metrics.safeParseGroupBy': door((input: string) => metrics.safeParseGroupBy(metric, [input]), 'lead.source'),
  'icp.safeParseFilter': door(icp.safeParseFilter, filter),
  'icp.safeParseDossier': door(icp.safeParseDossier, { accountId: 'a1', research: [{ section: 'trigger', says: 'New plant', source: 'x', foundAt: 0 }] }),
  'icp.grantException': door((input: icp.Grant) => icp.grantException(input, { exceptionsBy: ['sales'], longestDays: 14 }), {
    id: 'e1', at: 0, by: { party: 'sales', kind: 'human' }, accountId: 'a1', to: 'marketing', until: 1000, why: 'Fair',
  }),
  'icp.listEvent': door((input: icp.Provision) => icp.listEvent(icp.buildTargetList([], CORE, { asOf: 0 }), input), {
    id: 'e1', at: 0, by: { party: 'marketing', kind: 'human' }, to: 'sales',
  }),
  'pact.safeParsePact': door(pact.safeParsePact, acmeJson()),
  'pact.parsePact': door(pact.parsePact, acmeJson()),
  'pact.safeFrameworkOf': door((input: unknown) => {
    const read = pact.safeParsePact(input);
    return read.ok ? pact.safeFrameworkOf(read.value) : read;
  }, acmeJson()),
  'pact.safeReview': door((input: string) => pact.safeReview([pact.parsePact(acmeJson())], { events: [] }, { period: String(safely(input)), asOf: String(safely(input)) }), '2026-Q2'),
};

test('every public function that reads what comes from outside is here', () => {
  const named = Object.entries(rooms).flatMap(([room, names]) =>
    Object.entries(names).flatMap(([name, value]) =>
      typeof value === 'function' && /^(?:safe|parse|read|import)[A-Z]|Reader$/.test(name) && name !== 'offsetReader' ? [`${room}.${name}`] : [],
    ),
  );
  expect(named.filter((name) => !Object.hasOwn(DOORS, name))).toEqual([]);
});

/** Longest time that one input may take. Deep, wide and shared values are among them. */
const LONGEST_MS = 10_000;

/** What an answer must be like: a value, or issues that say what and where. */
const answered = (name: string, ask: () => unknown): void => {
  const start = performance.now();
  let answer: unknown;
  try {
    answer = ask();
  } catch (error) {
    // The one error that doors may throw, and only those without `safe` in their names.
    expect(error).toBeInstanceOf(kernel.RevpactError);
    expect(name).toMatch(/\.(?:parse|schema )/);
    answer = { ok: false, issues: (error as kernel.RevpactError).issues };
  }
  expect(performance.now() - start).toBeLessThan(LONGEST_MS);
  if (typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false) {
    const { issues } = answer as kernel.Failure;
    expect(issues.length).toBeGreaterThan(0);
    for (const issue of issues) {
      expect(issue.code).toMatch(/^[a-z_]+\.[a-z_]+$/);
      expect(Array.isArray(issue.path)).toBe(true);
      expect(issue.message.length).toBeGreaterThan(0);
    }
  }
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
};

describe('no garbage gets through a door, and none breaks it', () => {
  test.each(Object.keys(DOORS))('%s', (name) => {
    const { call, good } = DOORS[name] as Door;
    fc.assert(
      fc.property(fc.oneof(garbage, spoilt(good)), (input) => {
        answered(name, () => call(input));
      }),
      { numRuns: 60 },
    );
  });

  const schemas = Object.entries(rooms).flatMap(([room, names]) =>
    Object.entries(names).flatMap(([name, value]) =>
      typeof value === 'object' && value !== null && 'safeParse' in value ? [{ name: `${room}.${name}`, schema: value as Parameters<typeof kernel.readWith>[0] }] : [],
    ),
  );
  test.each(schemas)('the schema $name', ({ name, schema }) => {
    fc.assert(
      fc.property(fc.oneof(garbage, spoilt(event)), (input) => {
        answered(`schema ${name}`, () => kernel.readWith(schema, input));
      }),
      { numRuns: 20 },
    );
  });
});
