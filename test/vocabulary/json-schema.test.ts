import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  AccountMapping,
  FieldUpdatePlan,
  GENERIC_MAPPING,
  HUBSPOT_AGREEMENT,
  HubspotAgreement,
  SALESFORCE_AGREEMENT,
  safeParseMapping,
  safeParseSalesforceAgreement,
} from 'revpact/crm';
import { safeParseFilter } from 'revpact/icp';
import { readWith, type Result } from 'revpact/kernel';
import { safeCreateLifecycle } from 'revpact/lifecycle';
import { AttributionModel, FULL_PATH, STANDARD_METRICS, safeParseMetric, uShaped } from 'revpact/metrics';
import { pactDigest, parsePact, safeParsePact } from 'revpact/pact';
import { jsonSchemaOf, jsonSchemas, schemaRegistry, toJsonSchema, type JsonSchema } from 'revpact/schema';
import {
  Account,
  Activity,
  Calendar,
  Contact,
  Event,
  Framework,
  GLOSSARY,
  Lead,
  Meeting,
  Opportunity,
  Party,
  STANDARD_FRAMEWORKS,
  STANDARD_QUALIFICATIONS,
  Quota,
  Rate,
  Spend,
  safeParseEvent,
  safeParseEvents,
  safeParseExtension,
  safeParseGlossary,
  safeParseQualification,
  vocabularyRegistry,
} from 'revpact/vocabulary';
import { mutated, mutations, type Json } from '../support/mutations.js';

/** A filter that asks a question within groups within a count of contacts. */
const nested = (when: object): object => ({
  id: 'f',
  title: 'F',
  tiers: [{ id: 'A', atLeast: 0 }],
  criteria: [
    { id: 'c', title: 'C', missing: 'zero', role: 'must_have', when: { is: 'contacts', from: 1, where: { is: 'all', of: [{ is: 'none', of: [when] }, { is: 'present', attribute: 'title', about: 'contact' }] } } },
  ],
});

const acme = JSON.parse(readFileSync(new URL('../../examples/acme/pact.json', import.meta.url), 'utf8')) as { readonly [key: string]: Json };
const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

const by = { party: 'marketing', person: 'mk_anna', kind: 'human' };
const lead = { id: 'e1', at: '2026-04-01T08:00:00Z', by, leadId: 'l1', stage: 'mql', attributes: { source: 'fair', visits: 3 } };
const EVENTS: readonly object[] = [
  { ...lead, type: 'inquiry', campaign: 'spring', source: 'web' },
  { ...lead, type: 'qualified', at: 1775030400000, seq: 4 },
  { ...lead, type: 'qualified', at: { epochMilliseconds: 1775030400000 } },
  { ...lead, type: 'qualified', at: '2026-03-31', precision: 'day', zone: 'Europe/Berlin' },
  { ...lead, type: 'handed_off', to: 'sales_development', handOff: 'mql', fields: ['phone'] },
  { ...lead, type: 'rejected', class: 'clerical', reason: 'bad_data', specifics: { field: 'phone' } },
  { ...lead, type: 'meeting_booked', meetingId: 'm1', startsAt: '2026-04-09T10:00:00+02:00' },
  { ...lead, type: 'opportunity_won', opportunityId: 'o1', amount: { minor: 100, currency: 'EUR' } },
  { ...lead, type: 'qualification_recorded', framework: 'bant', field: 'budget', value: null, evidence: 'mail' },
  { id: 'e2', type: 'correction', at: 0, by, corrects: 'e1', change: { kind: 'at', at: '2026-04-01T07:00:00Z' }, why: 'typo' },
  { id: 'e3', type: 'erasure', at: 0, by, person: 'mk_anna' },
];

const PLAN = {
  id: 'back',
  objects: [
    {
      object: 'Lead',
      idColumn: 'Id',
      lockedWhen: [{ column: 'IsConverted', is: 'equal', value: 'true' }],
      fields: [{ field: 'stage', column: 'Status', values: { mql: 'Open - Not Contacted' }, forwardOnly: ['a', 'b'] }],
    },
  ],
};

/** How each kind of document is read, and sound ones of it. */
const KINDS: Readonly<Record<string, { readonly read: (input: unknown) => Result<unknown>; readonly sound: readonly unknown[] }>> = {
  pact: { read: safeParsePact, sound: [acme] },
  event: { read: safeParseEvent, sound: EVENTS },
  events: { read: (input) => (Array.isArray(input) ? safeParseEvents(input) : readWith(z.array(Event), input)), sound: [EVENTS, []] },
  framework: {
    read: (input) => {
      const read = readWith(Framework, input);
      return read.ok ? safeCreateLifecycle(read.value) : read;
    },
    sound: STANDARD_FRAMEWORKS,
  },
  extension: {
    read: safeParseExtension,
    sound: [
      {
        id: 'ours',
        title: 'Ours',
        extends: 'sirius_2006',
        source: 'board of 3 May',
        rename: [{ stage: 'mql', term: 'Hot lead' }],
        forbid: [{ on: 'recycled', from: ['expired'], to: 'mql' }],
        tighten: [{ on: 'accepted', from: ['mql'], to: 'sal', requires: [{ kind: 'human' }] }],
        milestones: { inquiry: null },
      },
    ],
  },
  qualification: { read: safeParseQualification, sound: STANDARD_QUALIFICATIONS },
  glossary: { read: safeParseGlossary, sound: [GLOSSARY.filter(({ notToBeConfusedWith, synonyms }) => notToBeConfusedWith.length + synonyms.length === 0), GLOSSARY] },
  calendar: { read: (input) => readWith(Calendar, input), sound: acme['calendars'] as readonly Json[] },
  party: { read: (input) => readWith(Party, input), sound: acme['parties'] as readonly Json[] },
  account: { read: (input) => readWith(Account, input), sound: [{ id: 'A1', name: 'Beta', attributes: { employees: 12, public: false, parent: null } }] },
  contact: { read: (input) => readWith(Contact, input), sound: [{ id: 'C1', accountId: 'A1', optedOut: true }] },
  lead: { read: (input) => readWith(Lead, input), sound: [{ id: 'L1', contactId: 'C1', createdAt: '2026-04-01T08:00:00.250-05:30' }] },
  opportunity: { read: (input) => readWith(Opportunity, input), sound: [{ id: 'O1', openedAt: 0, type: 'renewal', amount: { minor: -5, currency: 'EUR' } }] },
  meeting: { read: (input) => readWith(Meeting, input), sound: [{ id: 'M1', leadId: 'L1', startsAt: '2026-04-01T08:00Z', attendees: ['C1'] }] },
  activity: { read: (input) => readWith(Activity, input), sound: [{ id: 'T1', at: 0, by, channel: 'phone', outcome: 'voicemail' }] },
  spend: { read: (input) => readWith(Spend, input), sound: [{ id: 'S1', from: '2026-01-01', to: '2026-01-31', amount: { minor: 100, currency: 'EUR' } }] },
  quota: {
    read: (input) => readWith(Quota, input),
    sound: [
      { id: 'Q1', kind: 'revenue', from: '2026-01-01', to: '2026-03-31', amount: { minor: 1, currency: 'EUR' }, party: 'sales', person: 'sam' },
      { id: 'Q2', kind: 'mql', from: '2026-01-01', to: '2026-01-31', count: 20, weekdays: [1, 2, 3, 4, 5] },
    ],
  },
  rate: { read: (input) => readWith(Rate, input), sound: [{ from: 'USD', to: 'EUR', since: '2026-01-01', rate: '0.9125' }] },
  metric: { read: safeParseMetric, sound: STANDARD_METRICS },
  'attribution-model': {
    read: (input) => readWith(AttributionModel, input),
    sound: [
      { kind: 'linear' },
      { kind: 'last_non_direct', direct: ['direct'] },
      uShaped('lead_created'),
      FULL_PATH,
      { kind: 'time_decay', halfLifeMs: 604_800_000 },
      { kind: 'markov', order: 2 },
      { kind: 'shapley_rate', exactUpTo: 12, permutations: 1000, seed: 1 },
    ],
  },
  'target-filter': { read: safeParseFilter, sound: [acme['targetFilter'], nested({ is: 'overlap', attribute: 'tech', values: ['crm'], atLeast: 1 })] },
  mapping: { read: safeParseMapping, sound: [GENERIC_MAPPING] },
  'salesforce-agreement': { read: (input) => safeParseSalesforceAgreement(input), sound: [SALESFORCE_AGREEMENT] },
  'hubspot-agreement': { read: (input) => readWith(HubspotAgreement, input), sound: [HUBSPOT_AGREEMENT] },
  'field-update-plan': { read: (input) => readWith(FieldUpdatePlan, input), sound: [PLAN] },
  'account-mapping': { read: (input) => readWith(AccountMapping, input), sound: [{ id: 'Id', attributes: { size: { column: 'Size', as: 'integer', optional: true } } }] },
};

const schemas = jsonSchemas();
const options = { strict: true, strictRequired: false, allowUnionTypes: true, allErrors: false } as const;
const modern = new Ajv2020(options);
/** A checker of draft 7, as many editors and services have: it is told that the schema is one of its own. */
const old = new Ajv(options);
const checks = Object.fromEntries(
  Object.entries(schemas).map(([name, schema]) => [
    name,
    { new: modern.compile({ ...schema }), old: old.compile({ ...schema, $schema: 'http://json-schema.org/draft-07/schema#' }) },
  ]),
);
const checkOf = (name: string) => {
  const check = checks[name];
  if (check === undefined) throw new Error(`no schema ${name}`);
  return check;
};
const readOf = (name: string) => {
  const kind = KINDS[name];
  if (kind === undefined) throw new Error(`no kind ${name}`);
  return kind.read;
};

/** The keywords of a schema and of the schemas in it; names of properties are none. */
const keywordsOf = (part: unknown): readonly string[] => {
  if (Array.isArray(part)) return part.flatMap(keywordsOf);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([keyword, value]: readonly [string, unknown]) => {
    const inner = keyword === 'properties' ? Object.values(value as object) : ['const', 'enum', 'examples', 'required'].includes(keyword) ? [] : value;
    return [keyword, ...keywordsOf(inner)];
  });
};

test('every kind of document is tested here', () => {
  expect(Object.keys(schemas).sort()).toEqual(Object.keys(KINDS).sort());
});

test('docs/json-schema.md lists every kind, and no other', () => {
  const page = readFileSync(new URL('../../docs/json-schema.md', import.meta.url), 'utf8');
  expect([...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name).sort()).toEqual(Object.keys(schemas).sort());
});

describe.each(Object.entries(schemas).map(([name, schema]) => ({ name, schema })))('$name', ({ name, schema }) => {
  const refs = [...JSON.stringify(schema).matchAll(/"\$ref":"([^"]*)"/g)].map(([, ref = '']) => ref);

  test('is plain data, the same each time, with a name, words and no part that is missing or not needed', () => {
    expect(jsonSchemaOf(name)).toEqual({ ok: true, value: schema });
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', $id: `urn:revpact:schema:${name}` });
    if (name !== 'events') expect([schema.title, schema.description]).not.toContain(undefined);
    expect(schema.$comment).toMatch(/^Checked by revpact only: /);
    expect([...new Set(refs)].sort()).toEqual(Object.keys(schema.$defs).map((id) => `#/$defs/${id}`).sort());
    expect(Object.keys(schema.$defs).filter((id) => !/^[A-Z][A-Za-z]+$/.test(id))).toEqual([]);
  });

  test('holds nothing that only zod understands, and nothing that allows everything', () => {
    expect(JSON.stringify(schema)).not.toMatch(/[:[,]\{\}/);
    expect(JSON.stringify(schema)).not.toMatch(/"(readOnly|term":"[a-z_]+"|~standard)"/);
  });

  test('uses no keyword that draft 7 lacks, and puts nothing beside a reference', () => {
    const DRAFT_7 =
      'additionalProperties allOf anyOf const description enum examples exclusiveMaximum if items maxItems maxLength maximum minItems minLength ' +
      'minimum oneOf pattern properties propertyNames required then title type';
    const { $schema: _draft, $id: _id, $comment: _beyond, $defs, ...root } = schema;
    const keywords = [root, ...Object.values($defs)].flatMap((part) => [...keywordsOf(part)]);
    expect([...new Set(keywords)].filter((keyword) => ![...DRAFT_7.split(' '), '$ref'].includes(keyword))).toEqual([]);
    expect(JSON.stringify(schema)).not.toMatch(/"\$ref":"[^"]*",/);
    expect(JSON.stringify(schema)).not.toMatch(/,"\$ref"/);
  });

  test('a limit on text is never taken for more than it is: code points are at most UTF-16 units', () => {
    expect([...JSON.stringify(schema).matchAll(/"minLength":(\d+)/g)].filter(([, least]) => Number(least) > 1)).toEqual([]);
  });

  test.each((KINDS[name]?.sound ?? []).map((document, i) => ({ i, document })))('sound document $i is accepted by every checker', ({ document }) => {
    const value = asJson(document);
    expect(readOf(name)(value)).toMatchObject({ ok: true });
    expect(checkOf(name).new(value), JSON.stringify(checkOf(name).new.errors)).toBe(true);
    expect(checkOf(name).old(value)).toBe(true);
  });

  // What is wrong with the form the schema finds, and so do we; what else is wrong only we find.
  const FORM = ['input.unknown_key', 'input.missing', 'input.wrong_type', 'input.not_one_of'];
  test('changed at random, whatever the schema refuses reading refuses, and faults of form both find', () => {
    const sound = (KINDS[name]?.sound ?? []).map(asJson);
    fc.assert(
      fc.property(fc.constantFrom(...sound), mutations, (document, changes) => {
        const value = mutated(document, changes);
        const read = readOf(name)(value);
        const accepted = checkOf(name).new(value);
        expect(checkOf(name).old(value)).toBe(accepted);
        if (!accepted) expect(read.ok).toBe(false);
        else if (!read.ok) expect(read.issues.filter(({ code }) => FORM.includes(code))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

const pact = (change: (copy: Record<string, Json>) => void): Json => {
  const copy = structuredClone(acme) as Record<string, Json>;
  change(copy);
  return copy;
};
const event = (more: object): Json => asJson({ ...lead, type: 'inquiry', ...more });
const framework = (more: object): Json => asJson({ ...STANDARD_FRAMEWORKS[0], ...more });

describe('both refuse', () => {
  test.each([
    { what: 'nothing', name: 'pact', value: null },
    { what: 'a list', name: 'pact', value: [] },
    { what: 'a misspelt key', name: 'pact', value: pact((copy) => (copy['titel'] = 'x')) },
    { what: 'no mission', name: 'pact', value: pact((copy) => delete copy['mission']) },
    { what: 'one party alone', name: 'pact', value: pact((copy) => (copy['parties'] = [(copy['parties'] as readonly Json[])[0] ?? null])) },
    { what: 'a date for a moment', name: 'pact', value: pact((copy) => (copy['effectiveFrom'] = '2026-01-01')) },
    { what: 'a moment without offset', name: 'pact', value: pact((copy) => (copy['effectiveFrom'] = '2026-01-01T00:00:00')) },
    { what: 'an offset for a zone', name: 'pact', value: pact((copy) => (copy['zone'] = '+02:00')) },
    { what: 'a clause of no kind', name: 'pact', value: pact((copy) => (copy['clauses'] = [{ id: 'a', kind: 'wish' }])) },
    { what: 'a share as a number', name: 'pact', value: pact((copy) => (copy['clauses'] = [{ ...((copy['clauses'] as readonly Json[])[1] as object), share: 0.9 }])) },
    { what: 'an approval whose digest is none', name: 'pact', value: pact((copy) => (copy['approvals'] = [{ at: '2026-01-01T00:00:00Z', party: 'sales', person: 'p', digest: 'x' }])) },
    { what: 'an event of no type', name: 'event', value: event({ type: 'inquirie' }) },
    { what: 'an event of nobody', name: 'event', value: event({ by: { party: 'sales' } }) },
    { what: 'the 13th month', name: 'event', value: event({ at: '2026-13-01T00:00:00Z' }) },
    { what: 'a moment before 1900', name: 'event', value: event({ at: -2_208_988_800_001 }) },
    { what: 'the first moment of 2200', name: 'event', value: event({ at: 7_258_118_400_000 }) },
    { what: 'half a millisecond', name: 'event', value: event({ at: 0.5 }) },
    { what: 'a date, and no word of it', name: 'event', value: event({ at: '2026-03-31' }) },
    { what: 'known to the day, and no zone', name: 'event', value: event({ precision: 'day' }) },
    { what: 'a date for the day it was recorded', name: 'event', value: event({ knownAt: '2026-03-31', precision: 'day', zone: 'UTC', at: '2026-03-31' }) },
    { what: 'an erasure of lead and person', name: 'event', value: { id: 'e', type: 'erasure', at: 0, by: asJson(by), leadId: 'l', person: 'p' } },
    { what: 'an erasure of nobody', name: 'event', value: { id: 'e', type: 'erasure', at: 0, by: asJson(by) } },
    { what: 'a control character in an id', name: 'lead', value: { id: 'a\u0000' } },
    { what: 'an id of 201 letters', name: 'lead', value: { id: 'x'.repeat(201) } },
    { what: 'a stage of no class', name: 'framework', value: framework({ stages: [{ id: 'a' }] }) },
    { what: 'a threshold with a comma', name: 'pact', value: asJson({ ...acme, scorecard: { ...(acme['scorecard'] as object), entries: [{ metric: 'win_rate', direction: 'higher', target: '0,9', yellow: '0.8', red: '0.7', owner: 'sales', cadence: 'weekly' }] } }) },
    { what: 'a source that is none', name: 'mapping', value: { id: 'm', rules: [{ id: 'r', type: 'inquiry', set: { id: 'E1' } }] } },
    { what: 'a question without points', name: 'target-filter', value: { id: 'f', title: 'F', tiers: [{ id: 'A', atLeast: 0 }], criteria: [{ id: 'c', title: 'C', missing: 'zero', role: 'weighted', when: { is: 'present', attribute: 'a' } }] } },
    { what: 'a wrong question deep in groups', name: 'target-filter', value: nested({ is: 'range', attribute: 'a', from: 'many' }) },
    { what: 'a group of nothing', name: 'target-filter', value: nested({ is: 'any', of: [] }) },
  ])('$what ($name)', ({ name, value }) => {
    expect(readOf(name)(value).ok).toBe(false);
    expect(checkOf(name).new(value)).toBe(false);
    expect(checkOf(name).old(value)).toBe(false);
  });
});

describe('only reading refuses', () => {
  test.each([
    { what: 'a party that is not there', name: 'pact', value: pact((copy) => (copy['handOffs'] = [{ id: 'h', title: 'H', from: 'marketing', to: 'nobody', objective: 'o', deliverables: [] }])), code: 'pact.unknown_reference' },
    { what: 'an id twice', name: 'pact', value: pact((copy) => (copy['messages'] = [{ id: 'a', text: 'A' }, { id: 'a', text: 'B' }])), code: 'pact.duplicate_id' },
    { what: 'one party on both ends', name: 'pact', value: pact((copy) => (copy['handOffs'] = [{ id: 'h', title: 'H', from: 'sales', to: 'sales', objective: 'o', deliverables: [] }])), code: 'pact.same_party' },
    { what: 'a stage that is not there', name: 'framework', value: framework({ milestones: { won: ['nowhere'] } }), code: 'lifecycle.unknown_stage' },
    { what: 'a day that does not exist', name: 'event', value: event({ at: '2026-02-30T10:00:00Z' }), code: 'input.invalid' },
    { what: 'a zone that nobody knows', name: 'pact', value: pact((copy) => (copy['zone'] = 'Mars/Base')), code: 'input.invalid' },
    { what: 'the middle of a day for its start', name: 'event', value: event({ at: '2026-03-31T12:00:00Z', precision: 'day', zone: 'UTC' }), code: 'input.invalid' },
    { what: 'half of a surrogate pair', name: 'contact', value: { id: 'c', name: '\ud800' }, code: 'input.not_text' },
    { what: 'an id of 101 letters and 202 units', name: 'contact', value: { id: '🚀'.repeat(101) }, code: 'input.invalid' },
    { what: 'thresholds out of order', name: 'pact', value: asJson({ ...acme, scorecard: { ...(acme['scorecard'] as object), entries: [{ metric: 'win_rate', direction: 'higher', target: '0.1', yellow: '0.2', red: '0.3', owner: 'sales', cadence: 'weekly' }] } }), code: 'metrics.thresholds_out_of_order' },
    { what: 'a field that the event does not have', name: 'mapping', value: { id: 'm', rules: [{ id: 'r', type: 'inquiry', set: { colour: { value: 'red' } } }] }, code: 'crm.unknown_field' },
    { what: 'a field of a qualification twice', name: 'qualification', value: { id: 'q', title: 'Q', source: 's', fields: [{ id: 'a', term: 'A', question: '?' }, { id: 'a', term: 'B', question: '?' }] }, code: 'vocabulary.duplicate_field' },
    { what: 'two words that can be mixed up', name: 'glossary', value: asJson([...GLOSSARY.slice(0, 1), { ...GLOSSARY[0], id: 'other', notToBeConfusedWith: [] }].map((term) => ({ ...term, writtenAs: [], notToBeConfusedWith: [] }))), code: 'vocabulary.same_word' },
  ])('$what ($name)', ({ name, value, code }) => {
    const read = readOf(name)(value);
    expect(read.ok ? [] : read.issues.map((issue) => issue.code)).toContain(code);
    expect(checkOf(name).new(value), JSON.stringify(checkOf(name).new.errors)).toBe(true);
    expect(schemas[name]?.$comment).toBeDefined();
  });
});

describe('the registry', () => {
  test('is made anew, and never is that of the whole program', () => {
    expect(vocabularyRegistry()).not.toBe(vocabularyRegistry());
    schemaRegistry();
    expect(z.globalRegistry.get(Lead)).toBeUndefined();
  });

  test('ties every schema that the glossary names', () => {
    const named = GLOSSARY.flatMap(({ id, writtenAs }) => writtenAs.filter(({ kind }) => kind === 'schema').map(({ name }) => ({ id: name, term: id })));
    const noted = [...Object.values(schemas)].flatMap((schema: JsonSchema) => Object.keys(schema.$defs));
    for (const { id } of named) expect([...noted, ...ROOTS]).toContain(id);
    expect(vocabularyRegistry().get(Lead)).toEqual({
      id: 'Lead',
      term: 'lead',
      title: 'Lead',
      description: "A person's interest in buying, followed from first contact to an exit.",
    });
  });
  /** Documents that no other is part of. */
  const ROOTS = ['Pact', 'Account', 'Contact', 'Lead', 'Opportunity', 'Meeting', 'Activity', 'Spend', 'Quota', 'Rate', 'QualificationFramework', 'Mapping', 'Event', 'Extension', 'AttributionModel'];

  test('a host adds a schema of its own', () => {
    const Pod = z.strictObject({ id: z.string(), lead: z.array(Lead) });
    const registry = schemaRegistry().add(Pod, { id: 'Pod', title: 'Pod', description: 'A small team.' });
    const schema = toJsonSchema({ name: 'pod', type: Pod, beyond: [] }, registry);
    expect(schema).toMatchObject({ $id: 'urn:revpact:schema:pod', title: 'Pod', properties: { lead: { items: { $ref: '#/$defs/Lead' } } } });
    expect(schema.$comment).toBeUndefined();
  });
});

test('a kind that there is not', () => {
  expect(jsonSchemaOf('pakt')).toMatchObject({ ok: false, issues: [{ code: 'pact.no_schema', params: { suggestion: 'pact' } }] });
});

test('a pact may name its schema; that is no part of what was agreed', () => {
  const { $schema: named, ...bare } = acme;
  expect(named).toBe('../../node_modules/revpact/dist/schema/pact.json');
  expect(pactDigest(parsePact(acme))).toBe(pactDigest(parsePact(bare)));
});
