import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
  accountAt,
  buildTargetList,
  columnsOfAccounts,
  OUT_REASONS,
  rankColumns,
  score,
  scoreColumns,
  scorer,
  type AccountColumns,
  type ColumnScores,
  type RankedColumns,
  type TargetFilter,
} from 'revpact/icp';
import type { Result } from 'revpact/kernel';
import { aFilter, someAccounts, someContacts } from '../support/any-filter.js';
import { anAccount, CORE, withCriterion } from '../support/icp.js';

const asOf = Date.UTC(2026, 2, 31);

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};

/** What columns say of one row, in the words of a score. */
const figuresAt = (scores: ColumnScores, { tiers }: TargetFilter, row: number) => ({
  points: scores.points[row],
  max: scores.max[row],
  outOf: scores.outOf,
  tier: tiers[scores.tier[row] ?? -1]?.id ?? null,
  fits: scores.fits[row] === 255 ? null : scores.fits[row] === 1,
  gaps: scores.gaps[row],
  against: scores.against[row],
});

const figuresOf = ({ points, max, outOf, tier, fits, ...lists }: ReturnType<typeof score>) => ({
  points,
  max,
  outOf,
  tier,
  fits,
  gaps: lists.gaps.length,
  against: (lists.disqualifiedBy.length > 0 ? 1 : 0) + (lists.mustHavesMissing.length > 0 ? 2 : 0) + (lists.undecidedBy.length > 0 ? 4 : 0),
});

describe('scores from columns', () => {
  test('law: the same integers as from objects, whatever is asked of whom', () => {
    fc.assert(
      fc.property(aFilter, someAccounts, fc.option(someContacts), fc.boolean(), (filter, accounts, contacts, called) => {
        const contactOf = (id: string) => (contacts ?? []).find(({ accountId }) => accountId === id);
        const columns = columnsOfAccounts(accounts, filter, {
          ...(called ? { contactOf: ({ id }) => contactOf(id) } : {}),
          ...(contacts === null ? {} : { contacts }),
        });
        const scores = valueOf(scoreColumns(filter, columns, { asOf }));
        const scoreOf = scorer(filter, asOf);
        expect(accounts.map((_, row) => figuresAt(scores, filter, row))).toEqual(
          accounts.map((account) =>
            figuresOf(
              scoreOf(account, {
                contact: called ? contactOf(account.id) : undefined,
                contacts: contacts?.filter(({ accountId }) => accountId === account.id),
              }),
            ),
          ),
        );
      }),
    );
  });

  test.each([
    // What is asked is size in bands up to 40 and industry 20, neutral where not known; Germany a must, competitors out.
    { when: 'large German retailer', has: { country: 'de', industry: 'retail', employees: 250 }, is: [60, 60, 0, 1, 1, 0] },
    { when: 'industry not known, middling: 25 of 40 is 37.5 of 60', has: { country: 'DE', employees: 100 }, is: [25, 40, 1, 1, 2, 0] },
    { when: 'French', has: { country: 'FR', industry: 'retail', employees: 250 }, is: [60, 60, -1, 0, 1, 2] },
    { when: 'a French competitor', has: { country: 'FR', tags: 'competitor' }, is: [0, 40, -1, 0, 2, 3] },
    { when: 'nothing known', has: {}, is: [0, 40, -1, 0, 4, 2] },
  ])('$when', ({ has, is }) => {
    const { points, max, tier, fits, gaps, against } = valueOf(scoreColumns(CORE, columnsOfAccounts([anAccount(has)], CORE), { asOf }));
    expect([points, max, tier, fits, gaps, against].map(([cell]) => cell)).toEqual(is);
  });

  test('blocks of rows: every row of many is scored as it is alone', () => {
    const accounts = Array.from({ length: 5000 }, (_, i) => anAccount({ country: i % 3 === 0 ? 'FR' : 'DE', employees: i }, `a${String(i)}`));
    const { points, fits } = valueOf(scoreColumns(CORE, columnsOfAccounts(accounts, CORE), { asOf }));
    expect(points.every((own, i) => own === (i >= 250 ? 40 : i >= 50 ? 25 : -5))).toBe(true);
    expect(fits.every((own, i) => own === (i % 3 === 0 ? 0 : 1))).toBe(true);
  });

  test('law: so many rows that tiers are looked up in a table; the same as from objects', () => {
    fc.assert(
      fc.property(aFilter, fc.array(someAccounts, { minLength: 1, maxLength: 4 }), (filter, lists) => {
        const few = lists.flat();
        const accounts = Array.from({ length: few.length * 600 }, (_, row) => few[row % few.length] ?? anAccount({}));
        const scores = valueOf(scoreColumns(filter, columnsOfAccounts(accounts, filter), { asOf }));
        const scoreOf = scorer(filter, asOf);
        const figures = few.map((account) => figuresOf(scoreOf(account)));
        accounts.forEach((_, row) => {
          if (row % 37 === 0) expect(figuresAt(scores, filter, row)).toEqual(figures[row % few.length]);
        });
      }),
      { numRuns: 20 },
    );
  });

  test('criteria on several attributes beside more points than one integer holds', () => {
    const plain = Array.from({ length: 150 }, (_, i) => ({
      id: `q${String(i)}`,
      title: 'Asked',
      missing: 'neutral' as const,
      role: 'weighted' as const,
      when: { is: 'equal' as const, attribute: `x${String(i % 3)}`, value: true },
      points: 10_000,
    }));
    const both = Array.from({ length: 8 }, (_, i) => ({
      id: `both${String(i)}`,
      title: 'Both',
      missing: 'zero' as const,
      role: 'weighted' as const,
      when: { is: 'all' as const, of: ['x0', `y${String(i)}`].map((attribute) => ({ is: 'equal' as const, attribute, value: true })) },
      points: 2 ** i,
    }));
    const filter = withCriterion(...plain, ...both);
    const ys = (of: readonly number[]) => Object.fromEntries(of.map((i) => [`y${String(i)}`, true]));
    const accounts = [anAccount({ x0: true, x1: true, ...ys([0, 2, 7]) }), anAccount({ x0: false, ...ys([1]) }), anAccount({ x0: true, ...ys([0, 1, 2, 3, 4, 5, 6, 7]) })];
    const { points, max, gaps } = valueOf(scoreColumns(filter, columnsOfAccounts(accounts, filter), { asOf }));
    expect([...points]).toEqual([1_000_000 + 1 + 4 + 128, 0, 500_000 + 255]);
    expect([...max]).toEqual([1_000_255, 500_255, 500_255]);
    // The rest of x and, of what is asked together, what x0 does not decide.
    expect([...gaps]).toEqual([50 + 5, 100, 100]);
  });

  test('a criterion over more attributes than one table could hold', () => {
    const names = Array.from({ length: 40 }, (_, i) => `x${String(i)}`);
    const filter: TargetFilter = withCriterion({
      id: 'all',
      title: 'All of them',
      missing: 'neutral',
      role: 'weighted',
      when: { is: 'all', of: names.map((attribute) => ({ is: 'equal', attribute, value: 'yes' })) },
      points: 10,
    });
    const all = Object.fromEntries(names.map((name) => [name, 'yes']));
    const accounts = [anAccount(all), anAccount({ ...all, x7: 'no' }), anAccount({ ...all, x39: null }), anAccount({ ...all, x39: null, x0: 'no' })];
    const { points, max } = valueOf(scoreColumns(filter, columnsOfAccounts(accounts, filter), { asOf }));
    expect([...points]).toEqual([10, 0, 0, 0]);
    expect([...max]).toEqual([10, 10, 0, 10]);
  });

  test('more points and criteria than one integer holds', () => {
    const criteria = Array.from({ length: 200 }, (_, i) => ({
      id: `q${String(i)}`,
      title: 'Asked',
      missing: 'neutral' as const,
      role: 'weighted' as const,
      when: { is: 'equal' as const, attribute: 'x', value: true },
      points: 10_000,
    }));
    const filter = withCriterion(...criteria, { id: 'must', title: 'Asked', missing: 'refuse', role: 'must_have', when: { is: 'present', attribute: 'y' } });
    const { points, max, gaps, against } = valueOf(
      scoreColumns(filter, columnsOfAccounts([anAccount({ x: true, y: 1 }), anAccount({ x: false }), anAccount({ y: 1 })], filter), { asOf }),
    );
    expect([[...points], [...max], [...gaps], [...against]]).toEqual([[2_000_000, 0, 0], [2_000_000, 2_000_000, 0], [0, 0, 200], [0, 2, 0]]);
  });
});

describe('columns', () => {
  test('one kind for each type of value; mixed values as they are; what nobody tells is not known', () => {
    const when = (attribute: string) => ({ id: attribute, title: 'Asked', missing: 'zero', role: 'must_have', when: { is: 'present', attribute } }) as const;
    const filter = withCriterion(...['n', 't', 'y', 'l', 'm', 'none'].map(when));
    const accounts = [anAccount({ n: 1, t: 'a', y: true, l: ['x', 'y'], m: 1 }, 'a'), anAccount({ l: ['x', 'y'], m: 'b', other: 1 }, 'b')];
    expect(columnsOfAccounts(accounts, filter)).toEqual({
      rows: 2,
      ids: ['a', 'b'],
      account: {
        n: { kind: 'number', values: Float64Array.of(1, NaN) },
        t: { kind: 'text', codes: Int32Array.of(0, -1), words: ['a'] },
        y: { kind: 'yes_no', values: Uint8Array.of(1, 255) },
        l: { kind: 'list', codes: Int32Array.of(0, 0), lists: [['x', 'y']] },
        m: { kind: 'rows', values: [1, 'b'] },
        none: { kind: 'number', values: Float64Array.of(NaN, NaN) },
      },
    });
  });

  test('a million different words cost one look each', () => {
    const words = Array.from({ length: 1_000_000 }, (_, i) => `w${String(i)}`);
    const columns: AccountColumns = {
      rows: words.length,
      ids: words,
      account: { x: { kind: 'text', codes: Int32Array.from(words.keys()), words } },
    };
    const filter = withCriterion({ id: 'q', title: 'Q', missing: 'zero', role: 'weighted', when: { is: 'equal', attribute: 'x', value: 'W7' }, points: 3 });
    expect(valueOf(scoreColumns(filter, columns, { asOf })).points.reduce((sum, one) => sum + one, 0)).toBe(3);
  });

  test('a row is an account again: the reasons behind its figures', () => {
    const account = anAccount({ country: 'DE', industry: 'retail', employees: 250 });
    const columns = columnsOfAccounts([account], CORE, { contactOf: () => ({ id: 'p1', attributes: {} }), contacts: [{ id: 'p1', accountId: 'a1' }] });
    const { account: again, whom } = accountAt(columns)(0);
    expect(score(CORE, again, { asOf, ...whom })).toEqual(score(CORE, account, { asOf }));
    expect([whom.contact?.id, whom.contacts?.map(({ id }) => id)]).toEqual(['p1', ['p1']]);
    expect(() => accountAt(columns)(1)).toThrow(RangeError);
  });

  const employees = { kind: 'number', values: Float64Array.of(250) } as const;
  const good = columnsOfAccounts([anAccount({ country: 'DE', industry: 'retail', employees: 250, tags: 'x' })], CORE);
  test.each<{ when: string; columns: AccountColumns; issues: [string, string][] }>([
    { when: 'a column that nobody filled in', columns: { ...good, account: { employees } }, issues: [['icp.missing_column', 'account.country'], ['icp.missing_column', 'account.tags'], ['icp.missing_column', 'account.industry']] },
    { when: 'rows that are no number', columns: { ...good, rows: -1 }, issues: [['icp.bad_column', 'rows']] },
    { when: 'ids of another length', columns: { ...good, ids: [] }, issues: [['icp.bad_column', 'ids']] },
    { when: 'a column of another length', columns: { ...good, account: { ...good.account, employees: { kind: 'number', values: new Float64Array(2) } } }, issues: [['icp.bad_column', 'account.employees.values']] },
    { when: 'a code beyond the words', columns: { ...good, account: { ...good.account, country: { kind: 'text', codes: Int32Array.of(1), words: ['DE'] } } }, issues: [['icp.bad_column', 'account.country.codes.0']] },
    { when: 'a code below none', columns: { ...good, account: { ...good.account, country: { kind: 'text', codes: Int32Array.of(-2), words: ['DE'] } } }, issues: [['icp.bad_column', 'account.country.codes.0']] },
    { when: 'neither yes nor no', columns: { ...good, account: { ...good.account, country: { kind: 'yes_no', values: Uint8Array.of(2) } } }, issues: [['icp.bad_column', 'account.country.values.0']] },
  ])('$when is refused', ({ columns, issues }) => {
    const scored = scoreColumns(CORE, columns, { asOf });
    expect(scored.ok ? [] : scored.issues.map(({ code, path }) => [code, path.join('.')])).toEqual(issues);
  });

  test('a contact at no account is refused', () => {
    const filter = withCriterion({
      id: 'q',
      title: 'Q',
      missing: 'zero',
      role: 'must_have',
      when: { is: 'contacts', from: 1, where: { is: 'equal', attribute: 'role', about: 'contact', value: 'buyer' } },
    });
    const role = { kind: 'text', codes: Int32Array.of(0), words: ['Buyer'] } as const;
    const columns = (row: number): AccountColumns => ({ rows: 1, ids: ['a'], account: {}, contacts: { rows: 1, ids: ['p'], accountRow: Int32Array.of(row), attributes: { role } } });
    expect(valueOf(scoreColumns(filter, columns(0), { asOf })).fits[0]).toBe(1);
    const refused = scoreColumns(filter, columns(1), { asOf });
    expect(refused.ok ? [] : refused.issues.map(({ path }) => path.join('.'))).toEqual(['contacts.accountRow.0']);
  });
});

describe('ranks from columns', () => {
  test('law: the ranks and the reasons of the target list', () => {
    fc.assert(
      fc.property(aFilter, someAccounts, fc.option(someContacts), fc.nat(6), (filter, accounts, contacts, capacity) => {
        const people = contacts === null ? {} : { contacts };
        const ranked: RankedColumns = valueOf(rankColumns(filter, columnsOfAccounts(accounts, filter, people), { asOf, capacity }));
        const list = buildTargetList(accounts, filter, { asOf, capacity, ...people });
        expect([...ranked.in].map((row) => accounts[row]?.id)).toEqual(list.in.map(({ accountId }) => accountId));
        expect([...ranked.in].map((row) => ranked.rank[row])).toEqual(list.in.map(({ rank }) => rank));
        const out = [...ranked.out.entries()].flatMap(([row, why]) => (why === 255 ? [] : [`${accounts[row]?.id ?? ''} ${OUT_REASONS[why] ?? ''}`]));
        expect(out.sort()).toEqual(list.out.map(({ accountId, reason }) => `${accountId} ${reason}`).sort());
      }),
    );
    expect(() => rankColumns(CORE, columnsOfAccounts([], CORE), { asOf, capacity: 0.5 })).toThrow(RangeError);
  });
});
