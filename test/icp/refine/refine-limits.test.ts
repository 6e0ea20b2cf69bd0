import { describe, expect, test } from 'vitest';
import { TargetFilter, type AgreedAttribute, type Criterion } from 'revpact/icp';
import { adopt, outcomeTable, refine, type Feature, type OutcomeTable, type Proposal, type RefineOptions } from 'revpact/icp/refine';
import { unwrap } from 'revpact/kernel';
import { MARKET_ATTRIBUTES, MARKET_FILTER, marketRows, tableOfRows } from '../../support/refine-market.js';

const OPTIONS: RefineOptions = { asOf: Date.UTC(2026, 0, 1), seed: 7, draws: 100, lambda: 3 };
const ROWS = marketRows();
const TABLE = tableOfRows(ROWS);

const proposalOf = (filter: TargetFilter, table: OutcomeTable, options: Partial<RefineOptions> = {}): Proposal => {
  const found = unwrap(refine(filter, table, { ...OPTIONS, ...options }));
  if (found.kind !== 'proposal') throw new Error('too few');
  return found;
};
const changesOf = ({ criteria }: Proposal): readonly string[] => criteria.flatMap(({ criterion, change }) => (change === 'kept' ? [] : [criterion]));
const codesOf = (filter: TargetFilter, table: OutcomeTable, options: Partial<RefineOptions> = {}): readonly unknown[] => {
  const found = refine(filter, table, { ...OPTIONS, ...options });
  return found.ok ? [] : found.issues.map(({ code, path }) => [code, path.join('.')]);
};

/** One criterion on something that is in no column. */
const asking = (extra: Partial<Criterion>): TargetFilter => ({
  id: 'core',
  title: 'Core market',
  criteria: [{ id: 'ask', title: 'Asked?', missing: 'zero', role: 'must_have', when: { is: 'equal', attribute: 'branch', value: 'x' }, ...extra } as Criterion],
  tiers: [{ id: 'A', atLeast: 0 }],
});

describe('a criterion that no row answers and that lets in nobody without an answer', () => {
  const free = proposalOf({ ...asking({}), criteria: [] }, TABLE);

  test.each([
    { when: 'a must-have on what is in no column', extra: {} },
    { when: 'a must-have on counted contacts', extra: { when: { is: 'contacts', where: { is: 'present', attribute: 'phone', about: 'contact' }, from: 1 } } },
    { when: 'a question that leaves open whether it fits', extra: { missing: 'refuse', role: 'weighted', points: 10 } },
  ] as const)('$when is left out of the test, and that is said', ({ extra }) => {
    const found = proposalOf(asking(extra), TABLE, { start: 'evidence' });
    expect(found.comparison.challenger.auc).toBe(free.comparison.challenger.auc);
    expect(found.adoptable).toBe(true);
    expect(found.criteria[0]?.words[0]).toContain('the test leaves it out');
    const adopted = unwrap(adopt(asking(extra as Partial<Criterion>), found, { accept: changesOf(found), refuse: [] }));
    expect(adopted.criteria[0]?.id).toBe('ask');
    expect(adopted.tiers).toEqual(unwrap(adopt({ ...asking({}), criteria: [] }, free, { accept: changesOf(free), refuse: [] })).tiers);
  });

  test('with too few outcomes tiers are told without it', () => {
    const found = unwrap(refine(asking({}), tableOfRows(ROWS.slice(0, 60)), OPTIONS));
    if (found.kind !== 'too_few') throw new Error('not too few');
    expect(found.tiers.map(({ tier, wins }) => [tier, wins.denominator])).toEqual([['A', 60], [null, 0]]);
    expect(found.words).toContainEqual(expect.stringMatching(/^ask: no row tells its answer/));
  });

  test('one that some rows answer still keeps out the others', () => {
    const asked = asking({ when: { is: 'equal', attribute: 'country', value: 'CH' } });
    expect(proposalOf(asked, TABLE).criteria[0]?.words[0]).not.toContain('leaves it out');
  });
});

describe('what is known only after the hand-over', () => {
  const long: Criterion = { id: 'long', title: 'A long call?', missing: 'zero', role: 'weighted', when: { is: 'range', attribute: 'call_length', from: '300' }, points: 50 };
  const filter: TargetFilter = { ...MARKET_FILTER, criteria: [long] };

  test('gives the agreed filter no points when it is tested', () => {
    const found = proposalOf(filter, TABLE);
    expect(found.comparison.champion.auc).toBe(0.5);
    expect(found.criteria[0]).toMatchObject({ change: 'kept', kept: 'known_after' });
    expect(found.criteria[0]?.evidence.map(({ of }) => of.kind)).toEqual(['not_known']);
    expect(found.alarms.map(({ code, attribute }) => `${code} ${attribute}`)).toEqual(['known_after call_length', 'suspicious call_length']);
  });
});

describe('what a table may not be', () => {
  test('of hand-overs at asOf or later', () => {
    const last = TABLE.at.at(-1) ?? 0;
    expect(codesOf(MARKET_FILTER, TABLE, { asOf: last })).toEqual([['refine.after_as_of', 'asOf']]);
    expect(codesOf(MARKET_FILTER, TABLE, { asOf: last + 1 })).toEqual([]);
  });

  test.each([
    { name: 'employees', type: 'text' },
    { name: 'industry', type: 'number' },
    { name: 'industry', type: 'yes_no' },
    { name: 'industry', type: 'list' },
  ] as const)('$name as $type', ({ name, type }) => {
    const attributes = MARKET_ATTRIBUTES.map((one): AgreedAttribute => (one.name === name ? { ...one, type } : one));
    const place = TABLE.features.findIndex((feature) => feature.name === name);
    expect(codesOf({ ...MARKET_FILTER, attributes, criteria: [] }, TABLE)).toEqual([['refine.other_type', `features.${String(place)}`]]);
  });

  test('trusted in what it has not', () => {
    const found = refine(MARKET_FILTER, TABLE, { ...OPTIONS, trust: [{ attribute: 'webshp', why: 'seen' }] });
    expect(found.ok ? [] : found.issues.map(({ code, params }) => [code, params])).toEqual([
      ['refine.trust_of_nothing', { about: 'account', attribute: 'webshp', suggestion: 'webshop' }],
    ]);
  });

  test.each([-Infinity, Infinity, 0.5, 1e18])('dated %s, which proves nothing', (date) => {
    const dated = { ...TABLE, features: TABLE.features.map((feature) => (feature.name === 'webshop' ? { ...feature, knownAt: TABLE.at.map(() => date) } : feature)) };
    const place = TABLE.features.findIndex(({ name }) => name === 'webshop');
    const read = outcomeTable(dated);
    expect(read.ok ? [] : read.issues.map(({ code, path }) => [code, path.join('.')])).toEqual([['refine.not_a_moment', `features.${String(place)}.knownAt`]]);
  });

  test('fitted with what is out of bounds, also where there is too little to fit', () => {
    const wrong = { scale: { pointsToDouble: NaN, score: 0, odds: 1 }, lambda: -5, minimum: { wins: 5000, losses: 1 } };
    expect(codesOf(MARKET_FILTER, TABLE, wrong)).toEqual([['refine.bad_scale', 'scale'], ['refine.bad_lambda', 'lambda']]);
  });

  test('all of one moment: it is said that nothing parts it', () => {
    const found = unwrap(refine(MARKET_FILTER, tableOfRows(ROWS.map((row) => ({ ...row, at: 0 }))), OPTIONS));
    expect(found.kind === 'too_few' && found.words[0]).toBe('no moment parts older rows from newer ones of other accounts: nothing could be tested');
  });
});

describe('columns of a host’s own', () => {
  const rows = 1200;
  const at = Float64Array.from({ length: rows }, (_, row) => row);
  const account = { codes: Int32Array.from(at), words: Array.from(at, String) };
  const codes = Int32Array.from(at, (row) => row % 2);
  const label = Uint8Array.from(at, (row) => ((row * 7919) % 101 < (row % 2 === 0 ? 30 : 60) ? 1 : 0));
  const tableOf = (feature: Partial<Feature>): OutcomeTable =>
    unwrap(
      outcomeTable({
        features: [{ name: 'x', about: 'account', known: 'before', knownAt: null, column: { kind: 'text', codes, words: ['', 'good'] }, ...feature }],
        label,
        at,
        account,
      }),
    );
  const empty: TargetFilter = { id: 'core', title: 'Core', criteria: [], tiers: [{ id: 'A', atLeast: 0 }] };

  test('empty text is nothing known, so that the adopted filter can be read', () => {
    const found = proposalOf(empty, tableOf({}));
    expect(found.points.features[0]?.bins.map(({ of }) => of.kind)).toEqual(['levels', 'missing']);
    const adopted = unwrap(adopt(empty, found, { accept: ['x'], refuse: [] }));
    expect(TargetFilter.safeParse(adopted).success).toBe(true);
  });

  test('that they call something known before is not what both sides agreed', () => {
    const silent: TargetFilter = { ...empty, attributes: [{ name: 'x', type: 'text' }] };
    const found = proposalOf(silent, tableOf({}));
    expect(found.card.attributes).toEqual([{ attribute: 'x', about: 'account', proof: null, refused: 'no_known_before_date', why: null }]);
    expect(proposalOf(empty, tableOf({})).card.attributes[0]?.proof).toBe('agreed');
  });

  test('that they call it known after holds', () => {
    const filter: TargetFilter = { ...empty, attributes: [{ name: 'x', type: 'text', known: 'before' }] };
    expect(proposalOf(filter, tableOf({ known: 'after' })).card.attributes[0]?.refused).toBe('known_after');
  });
});

describe('drift of the points', () => {
  test('those kept out are no drift, wherever the lowest points lie', () => {
    // Half are kept out, before and after. Of the others a tenth has the fewest points before, and nobody after.
    const rows = 4000;
    const at = Float64Array.from({ length: rows }, (_, row) => row);
    const older = (row: number): boolean => row < 2800;
    const out = Int32Array.from(at, (row) => row % 2);
    const level = Int32Array.from(at, (row) => (row % 20 === 0 ? (older(row) ? 0 : 1) : row % 4 === 0 ? 1 : 2));
    const text = (name: string, codes: Int32Array, words: readonly string[]): Feature => ({ name, about: 'account', known: 'before', knownAt: null, column: { kind: 'text', codes, words } });
    const table = unwrap(
      outcomeTable({
        features: [text('out', out, ['no', 'yes']), text('level', level, ['low', 'middle', 'high'])],
        label: Uint8Array.from(at, (row) => ((row * 7919) % 101 < ([5, 30, 60][level[row] ?? 0] ?? 0) ? 1 : 0)),
        at,
        account: { codes: Int32Array.from(at), words: Array.from(at, String) },
      }),
    );
    const filter: TargetFilter = {
      id: 'core',
      title: 'Core',
      criteria: [{ id: 'out', title: 'Out?', missing: 'zero', role: 'disqualifier', when: { is: 'equal', attribute: 'out', value: 'yes' } }],
      tiers: [{ id: 'A', atLeast: 0 }],
    };
    // By hand: every second row, and they are lower than anybody.
    const { score } = proposalOf(filter, table).drift;
    expect(score?.cells[0]).toMatchObject({ before: 1400, now: 600 });
  });
});

describe('adopting', () => {
  test('a card that somebody edited is seen', () => {
    const found = proposalOf(MARKET_FILTER, TABLE);
    const edited = { ...found, card: { ...found.card, forbidden: [] } };
    const adopted = adopt(MARKET_FILTER, edited, { accept: changesOf(found), refuse: [] });
    expect(adopted.ok ? [] : adopted.issues.map(({ code }) => code)).toEqual(['refine.altered']);
  });

  test('a fit that did not settle is not taken', () => {
    const told = ROWS.map((row) => ({ ...row, attributes: { ...row.attributes, noise: row.won ? 1 : 0 } }));
    const found = proposalOf(MARKET_FILTER, tableOfRows(told), { lambda: 1e-12 });
    expect(found.points.converged).toBe(false);
    expect(found.why[0]).toMatch(/^the fit did not settle/);
    expect(found.adoptable).toBe(false);
  });
});

describe('several criteria on one attribute', () => {
  const half = (id: string, extra: Partial<Criterion>): Criterion =>
    ({ id, title: id, missing: 'zero', role: 'weighted', when: { is: 'range', attribute: 'employees', from: id === 'small' ? '50' : '500' }, points: 5, ...extra }) as Criterion;
  const mergedOf = (first: Partial<Criterion>, second: Partial<Criterion>): Criterion | null | undefined =>
    proposalOf({ ...MARKET_FILTER, criteria: [half('small', first), half('large', second)] }, TABLE).criteria[0]?.after;

  test('are one for as long as any of them holds', () => {
    const ends = { until: '2026-03-01T00:00:00Z' };
    expect(mergedOf(ends, {})).not.toHaveProperty('until');
    expect(mergedOf(ends, { until: '2026-06-01T00:00:00Z', from: '2025-02-01T00:00:00Z' })).toMatchObject({ until: '2026-06-01T00:00:00Z' });
    expect(mergedOf({ from: '2025-03-01T00:00:00Z' }, { from: '2025-02-01T00:00:00Z' })).toMatchObject({ from: '2025-02-01T00:00:00Z' });
  });

  test('leave open whether an account fits where any of them does', () => {
    expect(mergedOf({}, { missing: 'refuse' })?.missing).toBe('refuse');
    expect(mergedOf({}, { missing: 'neutral' })?.missing).toBe('zero');
  });
});

describe('tiers', () => {
  test('a first tier that held nobody still holds nobody, however little is accepted', () => {
    const filter: TargetFilter = {
      ...MARKET_FILTER,
      criteria: [{ id: 'size', title: 'Size?', missing: 'zero', role: 'weighted', when: { is: 'range', attribute: 'employees', from: '50', below: '500' }, points: 5 }],
      tiers: [
        { id: 'A', atLeast: 6 },
        { id: 'B', atLeast: 5 },
      ],
    };
    const found = proposalOf(filter, TABLE);
    const adopted = unwrap(adopt(filter, found, { accept: ['size'], refuse: changesOf(found).filter((id) => id !== 'size') }));
    const [size] = adopted.criteria;
    const best = Math.max(...(size?.role === 'banded' ? size.bands.map(({ points }) => points) : []));
    expect(adopted.tiers).toEqual([
      { id: 'A', atLeast: best + 1 },
      { id: 'B', atLeast: best },
    ]);
  });
});
