import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
  dossierCompleteness,
  dossierCoverage,
  dossierEvent,
  dossierIssues,
  safeParseDossier,
  type Dossier,
  type DossierStandard,
  type Research,
} from 'revpact/icp';
import { t } from '../support/calling.js';

/** A reason to call now, fresh and sourced; two people; a note that may be missing. */
const STANDARD: DossierStandard = {
  id: 'brief',
  title: 'Account brief',
  sections: [
    { id: 'trigger', title: 'Why now', useful: 'An event of this quarter', freshDays: 30, sourced: true },
    { id: 'people', title: 'Who decides', useful: 'Names with their roles', atLeast: 2, freshDays: 90, sourced: false },
    { id: 'note', title: 'Anything else', useful: 'What helps', sourced: false, optional: true },
  ],
};
const found = (section: string, says: string, day: number, source?: string): Research => ({
  section,
  says,
  foundAt: t(day),
  ...(source === undefined ? {} : { source }),
});
const dossier = (...research: readonly Research[]): Dossier => ({ accountId: 'a1', research });
const TRIGGER = found('trigger', 'New plant in Graz', 0, 'example.com/news');
const PEOPLE = [found('people', 'Ann runs the plant', 1), found('people', 'Bo buys', 2)];
const FULL = dossier(TRIGGER, ...PEOPLE);

describe('is the research there', () => {
  test.each<{ when: string; of: Dossier; at?: number; complete: boolean; have: number; why: readonly string[] }>([
    { when: 'everything that was agreed', of: FULL, complete: true, have: 2, why: ['Why now: 1 of 1', 'Who decides: 2 of 2', 'Anything else: 0 of 1'] },
    { when: 'nothing', of: dossier(), complete: false, have: 0, why: ['Why now: 0 of 1', 'Who decides: 0 of 2', 'Anything else: 0 of 1'] },
    {
      when: 'the trigger exactly thirty days old',
      of: FULL,
      at: t(30),
      complete: true,
      have: 2,
      why: ['Why now: 1 of 1', 'Who decides: 2 of 2', 'Anything else: 0 of 1'],
    },
    {
      when: 'a millisecond older',
      of: FULL,
      at: t(30) + 1,
      complete: false,
      have: 1,
      why: ['Why now: 0 of 1; 1 older than 30 days', 'Who decides: 2 of 2', 'Anything else: 0 of 1'],
    },
    {
      when: 'a trigger without its source, and a person said twice',
      of: dossier(found('trigger', 'New plant', 0), found('people', 'Ann runs it', 1), found('people', ' ANN runs it', 2)),
      complete: false,
      have: 0,
      why: ['Why now: 0 of 1; 1 without a source', 'Who decides: 1 of 2; 1 said twice', 'Anything else: 0 of 1'],
    },
    {
      when: 'found out at the moment itself, which is not before it',
      of: dossier(TRIGGER, found('people', 'Ann', 1), found('people', 'Bo', 3)),
      at: t(3),
      complete: false,
      have: 1,
      why: ['Why now: 1 of 1', 'Who decides: 1 of 2; 1 found out later', 'Anything else: 0 of 1'],
    },
  ])('$when', ({ of, at = t(3), complete, have, why }) => {
    const state = dossierCompleteness(STANDARD, of, { asOf: at });
    expect(state.complete).toBe(complete);
    expect(state.sections).toEqual({ numerator: have, denominator: 2 });
    expect(state.bySection.map((one) => one.why)).toEqual(why);
  });

  test('when it will be stale: the first section of which too few stay fresh', () => {
    const state = dossierCompleteness(STANDARD, FULL, { asOf: t(3) });
    expect(state.bySection.map(({ staleFrom }) => staleFrom)).toEqual([t(30) + 1, t(91) + 1, null]);
    expect(state.staleFrom).toBe(t(30) + 1);
    expect(dossierCompleteness(STANDARD, FULL, { asOf: t(31) }).staleFrom).toBeNull();
    // A third person leaves two when the first is stale.
    const more = dossierCompleteness(STANDARD, dossier(...FULL.research, found('people', 'Cy signs', 2)), { asOf: t(3) });
    expect(more.bySection[1]?.staleFrom).toBe(t(92) + 1);
  });

  test('of two that say the same the fresh one counts', () => {
    const twice = dossier(found('people', 'Ann', 0), found('people', 'Ann', 80), found('people', 'Bo', 80));
    expect(dossierCompleteness(STANDARD, twice, { asOf: t(100) }).bySection[1]).toMatchObject({ state: 'complete', counts: 2, stale: 1, repeated: 0 });
  });

  test('what belongs to no section counts nowhere, and is told', () => {
    const odd = dossier(found('triger', 'New plant', 0), found('triger', 'x', 0), found('__proto__', 'y', 0));
    expect(dossierCompleteness(STANDARD, odd, { asOf: t(3) }).strange).toEqual([
      { section: 'triger', count: 2, suggestion: 'trigger' },
      { section: '__proto__', count: 1, suggestion: null },
    ]);
  });

  const someResearch = fc.array(
    fc
      .tuple(fc.constantFrom('trigger', 'people', 'note', 'other'), fc.constantFrom('Ann', 'ann', 'Bo'), fc.nat(60), fc.boolean())
      .map(([section, says, day, sourced]) => found(section, says, day, sourced ? 's' : undefined)),
    { maxLength: 12 },
  );
  test('laws: every finding is told of once; their order changes nothing; it is stale exactly from the moment said', () => {
    fc.assert(
      fc.property(someResearch, fc.nat(120), (research, day) => {
        const state = dossierCompleteness(STANDARD, dossier(...research), { asOf: t(day) });
        const told = state.bySection.reduce((sum, one) => sum + one.counts + one.repeated + one.stale + one.unsourced + one.later, 0);
        expect(told + state.strange.reduce((sum, { count }) => sum + count, 0)).toBe(research.length);
        const { strange: _, ...reversed } = dossierCompleteness(STANDARD, dossier(...[...research].reverse()), { asOf: t(day) });
        expect(state).toMatchObject(reversed);
        if (state.staleFrom !== null) {
          const past = research.filter(({ foundAt }) => foundAt < t(day));
          expect(dossierCompleteness(STANDARD, dossier(...past), { asOf: state.staleFrom }).complete).toBe(false);
          expect(dossierCompleteness(STANDARD, dossier(...past), { asOf: state.staleFrom - 1 }).complete).toBe(true);
        }
      }),
    );
  });
});

describe('how much of a list has it', () => {
  const list = { in: [{ accountId: 'a1', tier: 'A' }, { accountId: 'a2', tier: 'A' }, { accountId: 'a3', tier: 'B' }] };
  const dossiers: readonly Dossier[] = [
    dossier(TRIGGER),
    { accountId: 'a3', research: [found('people', 'Ann', 1)] },
    { accountId: 'elsewhere', research: [] },
    dossier(...PEOPLE),
  ];
  const coverage = dossierCoverage(list, dossiers, STANDARD, { asOf: t(3) });

  test('several dossiers of one account count together; an account without one is missing all', () => {
    expect(coverage.share).toEqual({ numerator: 1, denominator: 3 });
    expect(coverage.accounts.map(({ accountId, complete }) => [accountId, complete])).toEqual([['a1', true], ['a2', false], ['a3', false]]);
    expect(coverage.bySection).toEqual([
      { section: 'trigger', complete: 1, partial: 0, missing: 2 },
      { section: 'people', complete: 1, partial: 1, missing: 1 },
      { section: 'note', complete: 0, partial: 0, missing: 3 },
    ]);
    expect(coverage.byTier).toEqual([
      { tier: 'A', share: { numerator: 1, denominator: 2 } },
      { tier: 'B', share: { numerator: 0, denominator: 1 } },
    ]);
    expect(coverage.offList).toEqual(['elsewhere']);
  });

  test('the event names the complete ones; nothing complete is nothing provided', () => {
    const provision = { id: 'e1', at: t(3), by: { party: 'marketing', kind: 'human' }, to: 'sales_development' } as const;
    expect(dossierEvent(coverage, provision)).toEqual({
      ok: true,
      value: { ...provision, type: 'provided', item: 'dossiers', count: 1, accountIds: ['a1'], attributes: { dossier_standard: 'brief' } },
    });
    const none = dossierEvent(dossierCoverage(list, [], STANDARD, { asOf: t(3) }), provision);
    expect(none.ok ? [] : none.issues.map(({ code, params }) => [code, params])).toEqual([['icp.nothing_researched', { accounts: 3 }]]);
  });

  test('an empty list has no share to speak of', () => {
    expect(dossierCoverage({ in: [] }, dossiers, STANDARD, { asOf: t(3) }).share).toEqual({ numerator: 0, denominator: 0 });
  });
});

test('reading a dossier: every issue at once', () => {
  expect(safeParseDossier({ accountId: 'a1', research: [{ section: 'trigger', says: 'x', foundAt: '2026-03-01T12:00:00Z' }] })).toEqual({
    ok: true,
    value: { accountId: 'a1', research: [{ section: 'trigger', says: 'x', foundAt: t(0) }] },
  });
  const refused = safeParseDossier({ accountId: '', research: [{ section: 'Why', says: '', foundAt: '2026-03-01', sorce: 'x' }] });
  expect(refused.ok ? [] : refused.issues.map(({ code, path }) => [code, path.join('.')])).toEqual([
    ['input.invalid', 'accountId'],
    ['input.invalid', 'research.0.section'],
    ['input.invalid', 'research.0.says'],
    ['input.invalid', 'research.0.foundAt'],
    ['input.unknown_key', 'research.0.sorce'],
  ]);
});

test('blanks are no finding and no source, and make no other finding of the same words', () => {
  const blank = safeParseDossier({ accountId: 'a1', research: [{ section: 'people', says: ' \t', source: '\u00a0', foundAt: 0 }] });
  expect(blank.ok ? [] : blank.issues.map(({ code, path }) => [code, path.join('.')])).toEqual([
    ['input.invalid', 'research.0.says'],
    ['input.invalid', 'research.0.source'],
  ]);
  const { bySection } = dossierCompleteness(STANDARD, dossier(found('people', 'Ann runs  it', 0), found('people', 'ann runs\nit ', 1)), { asOf: t(2) });
  expect([bySection[1]?.counts, bySection[1]?.repeated]).toEqual([1, 1]);
});

test('what is wrong with a standard', () => {
  expect(dossierIssues(STANDARD)).toEqual([]);
  const [note] = STANDARD.sections.slice(2);
  const wrong = dossierIssues({ id: 'none', title: 'None', sections: [note!, note!] }, ['dossier']);
  expect(wrong.map(({ code, path }) => [code, path])).toEqual([
    ['icp.duplicate_id', ['dossier', 'sections', 1, 'id']],
    ['icp.nothing_needed', ['dossier', 'sections']],
  ]);
});
