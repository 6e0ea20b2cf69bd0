import { describe, expect, test } from 'vitest';
import { filterIssues, lintFilter, safeParseFilter, type Condition, type Criterion, type TargetFilter } from 'revpact/icp';
import { CORE, withCriterion } from '../support/icp.js';

const question = { id: 'q', title: 'Q', missing: 'zero' } as const;
const asking = (when: Condition): TargetFilter => withCriterion({ ...question, role: 'weighted', when, points: 1 });
const banded = (...bands: readonly (readonly [Condition, number])[]): Criterion => ({
  ...question,
  role: 'banded',
  bands: bands.map(([when, points]) => ({ when, points })),
});
const n = (from?: string, below?: string): Condition => ({
  is: 'range',
  attribute: 'n',
  ...(from === undefined ? {} : { from }),
  ...(below === undefined ? {} : { below }),
});
const said = (issues: readonly { readonly code: string; readonly path: readonly (string | number)[] }[]): readonly string[] =>
  issues.map(({ code, path }) => `${code} ${path.join('.')}`);

describe('what makes a filter impossible', () => {
  const agreed: TargetFilter = {
    ...CORE,
    attributes: [
      { name: 'country', type: 'text' },
      { name: 'employees', type: 'number' },
      { name: 'public', type: 'yes_no' },
      { name: 'tools', type: 'list' },
      { name: 'level', about: 'contact', type: 'text' },
      { name: 'founder_age', type: 'number', forbidden: 'Both sides promised not to' },
    ],
  };
  const withDictionary = (when: Condition): TargetFilter => ({ ...agreed, criteria: [{ ...question, role: 'must_have', when }] });

  test.each<{ when: string; filter: TargetFilter; says: readonly string[] }>([
    { when: 'nothing is wrong', filter: CORE, says: [] },
    { when: 'one question stands twice', filter: { ...CORE, criteria: [...CORE.criteria, ...CORE.criteria.slice(0, 1)] }, says: ['icp.duplicate_id criteria.4.id'] },
    { when: 'two tiers share a name', filter: { ...CORE, tiers: [{ id: 'A', atLeast: 9 }, { id: 'A', atLeast: 5 }] }, says: ['icp.duplicate_id tiers.1.id'] },
    { when: 'an attribute is agreed twice', filter: { ...CORE, criteria: [], attributes: [{ name: 'a', type: 'text' }, { name: 'a', type: 'number' }] }, says: ['icp.duplicate_id attributes.1.name'] },
    { when: 'account and contact have one of a name', filter: { ...CORE, criteria: [], attributes: [{ name: 'a', type: 'text' }, { name: 'a', about: 'contact', type: 'number' }] }, says: [] },
    { when: 'an attribute was not agreed', filter: withDictionary({ is: 'present', attribute: 'contry' }), says: ['icp.unknown_attribute criteria.0.when.attribute'] },
    { when: 'it is the contact’s, not the account’s', filter: withDictionary({ is: 'present', attribute: 'level' }), says: ['icp.unknown_attribute criteria.0.when.attribute'] },
    { when: 'the contact’s is asked of the contact', filter: withDictionary({ is: 'present', attribute: 'level', about: 'contact' }), says: [] },
    { when: 'a forbidden one is asked', filter: withDictionary({ is: 'range', attribute: 'founder_age', below: '40' }), says: ['icp.forbidden_attribute criteria.0.when.attribute'] },
    { when: 'a forbidden one is asked within groups', filter: withDictionary({ is: 'any', of: [{ is: 'contacts', where: { is: 'none', of: [{ is: 'present', attribute: 'founder_age' }] }, from: 1 }] }), says: ['icp.forbidden_attribute criteria.0.when.of.0.where.of.0.attribute'] },
    { when: 'a range is asked of text', filter: withDictionary({ is: 'range', attribute: 'country', from: '1' }), says: ['icp.unfit_test criteria.0.when.is'] },
    { when: 'text is looked for in a list', filter: withDictionary({ is: 'contains', attribute: 'tools', any: ['crm'] }), says: ['icp.unfit_test criteria.0.when.is'] },
    { when: 'a number is to be a word, or yes', filter: withDictionary({ is: 'one_of', attribute: 'employees', values: [5, '6.0', 'many', true] }), says: ['icp.unfit_value criteria.0.when.values.2', 'icp.unfit_value criteria.0.when.values.3'] },
    { when: 'a truth is to be a word', filter: withDictionary({ is: 'equal', attribute: 'public', value: 'true' }), says: ['icp.unfit_value criteria.0.when.value'] },
    { when: 'every record would lose the attribute', filter: asking({ is: 'present', attribute: '__proto__' }), says: ['icp.impossible_attribute criteria.0.when.attribute'] },
    { when: 'a range has no room', filter: asking(n('1.0', '1')), says: ['icp.empty_range criteria.0.when'] },
    { when: 'a range is upside down in a band', filter: withCriterion(banded([n('1', '2'), 1], [n('9', '3'), 2])), says: ['icp.empty_range criteria.0.bands.1.when'] },
    { when: 'no count is below none', filter: asking({ is: 'count', attribute: 'x', below: 0 }), says: ['icp.empty_range criteria.0.when'] },
    { when: 'a count of contacts has no room', filter: asking({ is: 'contacts', where: n('1'), from: 2, below: 2 }), says: ['icp.empty_range criteria.0.when'] },
    { when: 'more are asked than there are', filter: asking({ is: 'overlap', attribute: 'x', values: ['a', 'A', 'b'], atLeast: 3 }), says: ['icp.too_many_of criteria.0.when.atLeast'] },
    { when: 'contacts are counted for each contact', filter: asking({ is: 'contacts', where: { is: 'contacts', where: n('1'), from: 1 }, from: 1 }), says: ['icp.contacts_within_contacts criteria.0.when.where'] },
  ])('$when → $says', ({ filter, says }) => {
    expect(said(filterIssues(filter))).toEqual(says);
    const read = safeParseFilter(filter);
    expect(read.ok ? [] : said(read.issues)).toEqual(says);
  });

  test('a slip of the pen gets a suggestion', () => {
    expect(filterIssues(withDictionary({ is: 'present', attribute: 'contry' }))[0]?.params).toEqual({
      attribute: 'contry',
      about: 'account',
      known: ['country', 'employees', 'public', 'tools', 'founder_age'],
      suggestion: 'country',
    });
  });

  test('groups nest four deep and no deeper; far deeper input is refused before anything walks it', () => {
    const nested = (depth: number): Condition => (depth === 0 ? n('1') : { is: 'all', of: [nested(depth - 1)] });
    expect(filterIssues(asking(nested(4)))).toEqual([]);
    expect(said(filterIssues(asking(nested(5))))).toEqual(['icp.groups_too_deep criteria.0.when.of.0.of.0.of.0.of.0']);
    const deep = safeParseFilter(asking(nested(40)));
    expect(deep.ok ? [] : deep.issues.map(({ code }) => code)).toEqual(['input.too_deep']);
  });

  test.each<{ when: string; criterion: unknown; codes: readonly string[] }>([
    { when: 'more points than agreed at most', criterion: { ...question, role: 'weighted', when: n('1'), points: 10_001 }, codes: ['input.invalid criteria.0.points'] },
    { when: 'points that are no number', criterion: { ...question, role: 'weighted', when: n('1'), points: NaN }, codes: ['input.wrong_type criteria.0.points'] },
    { when: 'a question that nobody knows', criterion: { ...question, role: 'must_have', when: { is: 'like', attribute: 'x' } }, codes: ['input.not_one_of criteria.0.when.is'] },
    { when: 'no question', criterion: { ...question, role: 'must_have' }, codes: ['input.missing criteria.0.when'] },
    { when: 'a group of nothing', criterion: { ...question, role: 'must_have', when: { is: 'any', of: [] } }, codes: ['input.invalid criteria.0.when.of'] },
    { when: 'the shape of before', criterion: { ...question, role: 'must_have', attribute: 'x', test: { is: 'present' } }, codes: ['input.missing criteria.0.when', 'input.unknown_key criteria.0.attribute', 'input.unknown_key criteria.0.test'] },
    { when: 'a limit that is no decimal', criterion: { ...question, role: 'must_have', when: n('1e3') }, codes: ['input.invalid criteria.0.when.from'] },
  ])('$when: every issue, with its place', ({ criterion, codes }) => {
    const read = safeParseFilter({ ...CORE, criteria: [criterion] });
    expect(read.ok ? [] : said(read.issues)).toEqual(codes);
  });

  test('a great filter is checked in little time', () => {
    const values = Array.from({ length: 1000 }, (_, i) => `word ${String(i)}`);
    const one: Criterion = banded(...Array.from({ length: 50 }, (_, i) => [{ is: 'one_of', attribute: 'x', values: values.map((word) => word + String(i)) }, i] as const));
    const filter = withCriterion(...Array.from({ length: 4 }, (_, i) => ({ ...one, id: `q${String(i)}` })));
    const started = process.cpuUsage().user;
    expect(filterIssues(filter)).toEqual([]);
    expect(lintFilter(filter).length).toBe(0);
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(10);
  });
});

describe('what is odd about a filter', () => {
  const value = (...values: readonly string[]): Condition => ({ is: 'one_of', attribute: 'v', values });
  const tierless = { tiers: [{ id: 'A', atLeast: 1 }] };
  test.each<{ when: string; filter: TargetFilter; says: readonly string[] }>([
    { when: 'nothing', filter: CORE, says: [] },
    { when: 'no questions', filter: { ...CORE, criteria: [], tiers: [{ id: 'A', atLeast: 0 }] }, says: ['icp.no_criteria criteria'] },
    { when: 'worst tier first', filter: { ...CORE, tiers: [...CORE.tiers].reverse() }, says: ['icp.tier_order tiers.1.atLeast'] },
    { when: 'a tier that nobody reaches', filter: { ...CORE, tiers: [{ id: 'A', atLeast: 61 }] }, says: ['icp.unreachable_tier tiers.0.atLeast'] },
    { when: 'a tier for all, with one below it', filter: { ...asking(n('1')), tiers: [{ id: 'A', atLeast: 0 }, { id: 'B', atLeast: -5 }] }, says: ['icp.tier_for_all tiers.0.atLeast'] },
    { when: 'never asked', filter: { ...withCriterion({ ...question, role: 'weighted', when: n('1'), points: 1, from: '2026-01-01T00:00:00Z', until: '2026-01-01T00:00:00Z' }), ...tierless }, says: ['icp.never_in_force criteria.0.until'] },
    { when: 'a question of no weight', filter: { ...withCriterion({ ...question, role: 'weighted', when: n('1'), points: 0 }), tiers: [{ id: 'A', atLeast: 0 }] }, says: ['icp.no_effect criteria.0'] },
    { when: 'bands that meet', filter: { ...withCriterion(banded([n(undefined, '5'), 1], [n('5', '9'), 2], [n('9'), 3])), ...tierless }, says: [] },
    { when: 'a ladder of limits, highest first', filter: { ...withCriterion(banded([n('9'), 3], [n('5'), 2], [n(), 1])), ...tierless }, says: [] },
    { when: 'the same ladder, lowest first', filter: { ...withCriterion(banded([n('5'), 2], [n('9'), 3])), ...tierless }, says: ['icp.unreachable_band criteria.0.bands.1'] },
    { when: 'a band that two others have together', filter: { ...withCriterion(banded([n('5.0', '8'), 2], [n('8', '20'), 3], [n('6', '20.00'), 4])), ...tierless }, says: ['icp.unreachable_band criteria.0.bands.2'] },
    { when: 'a band that others leave one value', filter: { ...withCriterion(banded([n('5', '8'), 2], [n('8.1', '20'), 3], [n('5', '20'), 4])), ...tierless }, says: [] },
    { when: 'bands that cross', filter: { ...withCriterion(banded([n('5', '8'), 2], [n('7', '20'), 3])), ...tierless }, says: ['icp.crossing_bands criteria.0.bands.1'] },
    { when: 'bands with a hole', filter: { ...withCriterion(banded([n(undefined, '5'), 2], [n('7.5'), 3])), ...tierless }, says: ['icp.band_gap criteria.0.bands'] },
    { when: 'words that earlier bands have', filter: { ...withCriterion(banded([value('a', 'b'), 1], [value('C'), 2], [value('c', 'A'), 3])), ...tierless }, says: ['icp.unreachable_band criteria.0.bands.2'] },
    { when: 'words of which one is new', filter: { ...withCriterion(banded([value('a', 'b'), 1], [value('c', 'a'), 3])), ...tierless }, says: [] },
    { when: 'whatever is known, before what it is', filter: { ...withCriterion(banded([{ is: 'present', attribute: 'n' }, 1], [n('5'), 3])), ...tierless }, says: ['icp.unreachable_band criteria.0.bands.1'] },
    { when: 'the same group twice', filter: { ...withCriterion(banded([{ is: 'all', of: [n('5')] }, 1], [{ of: [n('5')], is: 'all' }, 3])), ...tierless }, says: ['icp.unreachable_band criteria.0.bands.1'] },
    {
      when: 'demanded and kept out',
      filter: { ...withCriterion({ ...question, role: 'must_have', when: n('5') }, { ...question, id: 'out', role: 'disqualifier', when: n('5') }), tiers: [{ id: 'A', atLeast: 0 }] },
      says: ['icp.nobody_fits criteria.1'],
    },
    {
      when: 'demanded until it keeps out',
      filter: {
        ...withCriterion(
          { ...question, role: 'must_have', when: n('5'), until: '2026-04-01T00:00:00Z' },
          { ...question, id: 'out', role: 'disqualifier', when: n('5'), from: '2026-04-01T00:00:00Z' },
        ),
        tiers: [{ id: 'A', atLeast: 0 }],
      },
      says: [],
    },
  ])('$when → $says', ({ filter, says }) => {
    expect(said(lintFilter(filter))).toEqual(says);
  });

  test('a hole is named by its ends, a band by those that have it', () => {
    const [gap] = lintFilter({ ...withCriterion(banded([n('8'), 1], [n(undefined, '5'), 2])), ...tierless });
    expect(gap?.message).toBe('no band of "q" has what is at least 5 and below 8');
    const [shadow] = lintFilter({ ...withCriterion(banded([n('5', '8'), 2], [n('8', '20'), 3], [n('6', '20'), 4])), ...tierless });
    expect(shadow?.message).toBe('band 3 of "q" is never reached: what it asks for is in band 1 or 2');
  });
});
