import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, formatPath } from 'revpact/kernel';
import { approvalStatus, approve, definePact, lintPact, pactDigest, parsePact, safeParsePact } from 'revpact/pact';
import { acme, acmeJson } from '../support/pact.js';

const issuesOf = (input: unknown): readonly string[] => {
  const result = safeParsePact(input);
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} at ${formatPath(path)}`);
};

/** The example with some values put elsewhere: a path inside it, and what shall stand there. */
const acmeWith = (...changes: readonly (readonly [path: readonly (string | number)[], value: unknown])[]): Record<string, unknown> => {
  const pact = acmeJson();
  for (const [path, value] of changes) {
    const parent = path.slice(0, -1).reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], pact);
    (parent as Record<string | number, unknown>)[path.at(-1) ?? ''] = value;
  }
  return pact;
};

describe('a pact', () => {
  test('reads as it was written: nothing is added, dropped or rewritten', () => {
    expect(parsePact(acmeJson())).toEqual(acmeJson());
    expect(canonicalJson(parsePact(acmeJson()))).toBe(canonicalJson(acmeJson()));
  });

  test('the example has nothing that should be talked about before signing', () => {
    expect(lintPact(acme())).toEqual([]);
  });

  test.each([
    { wrong: 'a key nobody knows', pact: acmeWith([['clases'], []]), issue: 'input.unknown_key at clases' },
    { wrong: 'a share as a number', pact: acmeWith([['clauses', 1, 'share'], 0.9]), issue: 'input.wrong_type at clauses[1].share' },
    { wrong: 'a party that is not there', pact: acmeWith([['clauses', 1, 'by'], 'finance']), issue: 'pact.unknown_reference at clauses[1].by' },
    { wrong: 'a hand-off that is not there', pact: acmeWith([['clauses', 1, 'handOff'], 'mql_to_sdrs']), issue: 'pact.unknown_reference at clauses[1].handOff' },
    { wrong: 'one party on both ends', pact: acmeWith([['handOffs', 0, 'to'], 'marketing']), issue: 'pact.same_party at handOffs[0]' },
    { wrong: 'a metric that does not exist', pact: acmeWith([['scorecard', 'entries', 0, 'metric'], 'mql_volum']), issue: 'metrics.unknown_metric at scorecard.entries[0].metric' },
    { wrong: 'a stage that does not exist', pact: acmeWith([['framework', 'transitions', 0, 'to'], 'inqury']), issue: 'lifecycle.unknown_stage at framework.transitions[0].to' },
    { wrong: 'a calendar that never opens', pact: acmeWith([['calendars', 0, 'week'], {}]), issue: 'sla.never_opens at calendars[0].week' },
    {
      wrong: 'a party that is not there, by which a clause says who asks',
      pact: acmeWith([['clauses', 2, 'answer'], 'next'], [['clauses', 2, 'asks'], [{ on: ['touch'], by: ['finance'] }]]),
      issue: 'pact.unknown_reference at clauses[2].asks[0].by[0]',
    },
    {
      wrong: 'a stage that is not there, in a metric narrowed by it',
      pact: acmeWith([['scorecard', 'entries', 0, 'where'], [{ column: 'row.stage', is: 'equals', value: 'mqll' }]]),
      issue: 'pact.unknown_reference at scorecard.entries[0].where',
    },
    { wrong: 'a calendar that is not there', pact: acmeWith([['parties', 0, 'calendar'], 'paris']), issue: 'pact.unknown_reference at parties[0].calendar' },
    { wrong: 'a date without a zone', pact: acmeWith([['effectiveFrom'], '2026-01-01']), issue: 'input.invalid at effectiveFrom' },
    { wrong: 'two clauses with one name', pact: acmeWith([['clauses', 1, 'id'], 'mql_volume']), issue: 'sla.duplicate_clause at clauses[1].id' },
    { wrong: 'a link that is not https', pact: acmeWith([['links', 'lead'], 'javascript:alert({id})']), issue: 'input.invalid at links.lead' },
    {
      wrong: 'two promises that excuse each other',
      pact: acmeWith([['clauses', 3, 'excusedBy'], ['sales_answer']], [['clauses', 5, 'excusedBy'], ['sdr_answer']]),
      issue: 'sla.excuse_cycle at clauses[3].excusedBy',
    },
  ])('is refused with its place: $wrong', ({ pact, issue }) => {
    expect(issuesOf(pact)).toContain(issue);
  });

  test('everything that is wrong is said at once', () => {
    const pact = acmeWith([['clauses', 1, 'by'], 'finance'], [['clauses', 1, 'handOff'], 'nowhere'], [['parties', 0, 'calendar'], 'paris']);
    expect(issuesOf(pact).toSorted()).toEqual([
      'pact.unknown_reference at clauses[1].by',
      'pact.unknown_reference at clauses[1].handOff',
      'pact.unknown_reference at parties[0].calendar',
    ]);
  });

  test('definePact throws for a pact that cannot work', () => {
    expect(() => definePact({ ...acme(), zone: 'Mars/Olympus' })).toThrow(/not a time zone/);
  });
});

describe('what should be talked about', () => {
  const { clauses, scorecard } = acme();
  test.each([
    { about: 'a hand-off without a clause', pact: acmeWith([['clauses'], clauses.slice(0, -1)]), code: 'pact.hand_off_without_clause' },
    { about: 'a field that nobody delivers', pact: acmeWith([['clauses', 1, 'requires'], ['budget']]), code: 'pact.field_not_delivered' },
    { about: 'a party that owes nothing', pact: acmeWith([['clauses'], clauses.filter(({ by }) => by === 'sales_development').slice(1)]), code: 'pact.party_owes_nothing' },
    { about: 'more than seven metrics', pact: acmeWith([['scorecard', 'entries'], Array.from({ length: 8 }, () => scorecard.entries[0])]), code: 'metrics.too_many_metrics' },
    { about: 'a scorecard of one side', pact: acmeWith([['scorecard', 'entries'], scorecard.entries.slice(0, 1)]), code: 'metrics.one_sided' },
  ])('$about', ({ pact, code }) => {
    expect(lintPact(parsePact(pact)).map((issue) => issue.code)).toContain(code);
  });
});

describe('approvals', () => {
  const by = (party: string, person: string) => ({ party, person, at: Date.UTC(2026, 0, 5, 9) });
  const approvedByAll = () => [by('marketing', 'mk_anna'), by('sales_development', 'sdr_ben'), by('sales', 'rep_grace')].reduce(approve, acme());

  test('an approval is of a text: given to this one, it is complete when every party has given one', () => {
    expect(approvalStatus(acme())).toMatchObject({ complete: false, missing: ['marketing', 'sales_development', 'sales'] });
    expect(approvalStatus(approve(acme(), by('marketing', 'mk_anna')))).toMatchObject({ complete: false, missing: ['sales_development', 'sales'] });
    expect(approvalStatus(approvedByAll())).toMatchObject({ complete: true, missing: [], void: [], issues: [] });
  });

  test('any change of the text voids every approval, however small', () => {
    const pact = { ...approvedByAll(), mission: `${acme().mission} ` };
    expect(approvalStatus(pact)).toMatchObject({ complete: false, given: [] });
    expect(approvalStatus(pact).void).toHaveLength(3);
  });

  test('the layout of the file and the order of its keys are not part of the text', () => {
    const reversed = Object.fromEntries(Object.entries(acmeJson()).reverse());
    expect(pactDigest(parsePact(reversed))).toBe(pactDigest(acme()));
    expect(pactDigest({ ...acme(), $schema: './pact.schema.json' })).toBe(pactDigest(acme()));
  });

  test('an approval changes no digest, so that the order of approving does not matter', () => {
    expect(pactDigest(approvedByAll())).toBe(pactDigest(acme()));
  });

  test('who does not belong to the party cannot approve for it', () => {
    const status = approvalStatus(approve(acme(), by('marketing', 'rep_grace')));
    expect(status.missing).toContain('marketing');
    expect(status.issues.map(({ code }) => code)).toEqual(['pact.approval_by_outsider']);
  });

  test('two texts that differ anywhere have two digests', () => {
    const paths = ['title', 'version', 'mission', 'zone'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.string({ minLength: 1 }), (key, text) => {
        fc.pre(text !== acme()[key]);
        expect(pactDigest({ ...acme(), [key]: text })).not.toBe(pactDigest(acme()));
      }),
      { numRuns: 50 },
    );
  });
});
