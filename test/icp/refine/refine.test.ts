import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { score, TargetFilter, type AgreedAttribute, type Criterion } from 'revpact/icp';
import { adopt, asKnown, outcomeTable, refine, scoreRows, type OutcomeRow, type OutcomeTable, type Proposal, type RefineOptions, type TooFew } from 'revpact/icp/refine';
import { digest, unwrap } from 'revpact/kernel';
import { MARKET_ATTRIBUTES, MARKET_FILTER, MARKET_START, marketRows, tableOfRows } from '../../support/refine-market.js';

const OPTIONS: RefineOptions = { asOf: Date.UTC(2026, 0, 1), seed: 7, draws: 200, lambda: 3 };
const ROWS = marketRows();
const TABLE = tableOfRows(ROWS);

const proposalOf = (filter: TargetFilter, table: OutcomeTable, options: Partial<RefineOptions> = {}): Proposal => {
  const found = unwrap(refine(filter, table, { ...OPTIONS, ...options }));
  if (found.kind !== 'proposal') throw new Error('too few');
  return found;
};

const PROPOSAL = proposalOf(MARKET_FILTER, TABLE);
const changesOf = ({ criteria }: Proposal): readonly string[] => criteria.flatMap(({ criterion, change }) => (change === 'kept' ? [] : [criterion]));
const ADOPTED = unwrap(adopt(MARKET_FILTER, PROPOSAL, { accept: changesOf(PROPOSAL), refuse: [] }));

/** The rows on the two sides of the border, found by hand: an account is where it first comes up. */
const older = ROWS.slice(0, 2100);
const seen = new Set(older.map(({ account }) => account));
const newer = ROWS.slice(2100).filter(({ account }) => !seen.has(account));

const scored = (filter: TargetFilter, { attributes, contact }: OutcomeRow) =>
  score(filter, { id: 'a', attributes }, { asOf: OPTIONS.asOf, ...(contact === undefined ? {} : { contact: { id: 'c', attributes: contact } }) });

describe('a proposal', () => {
  test('each criterion, agreed or new, with what becomes of it', () => {
    expect(PROPOSAL.criteria.map(({ criterion, change, kept }) => [criterion, change, kept])).toEqual([
      ['at_home', 'kept', 'no_points'],
      ['size', 'changed', null],
      ['software', 'changed', null],
      ['shop_at_home', 'kept', 'several_attributes'],
      ['crisis', 'kept', 'not_in_force'],
      ['webshop', 'added', null],
      ['seniority', 'added', null],
    ]);
  });

  test('learns what the market was made of', () => {
    const size = PROPOSAL.criteria[1];
    // By hand: the odds are highest from 50 to 500 employees and lowest where nobody knows.
    const [small, middle, large, unknown] = size?.evidence.map(({ proposed }) => proposed ?? 0) ?? [];
    expect(middle).toBeGreaterThan(10);
    expect(Math.max(small ?? 0, large ?? 0)).toBeLessThan(0);
    expect(unknown).toBeLessThan(Math.min(small ?? 0, large ?? 0));
    expect(PROPOSAL.criteria.some(({ asks }) => asks?.attribute === 'noise')).toBe(false);
  });

  test('the split leaves no account on both sides', () => {
    const { split } = PROPOSAL;
    expect(split.older).toEqual({ rows: older.length, wins: older.filter(({ won }) => won).length });
    expect(split.newer).toEqual({ rows: newer.length, wins: newer.filter(({ won }) => won).length });
    expect(split.older.rows + split.newer.rows + split.leftOut).toBe(ROWS.length);
    expect(split.border).toBe(MARKET_START + 2100 * 3_600_000);
  });

  test('the evidence counts what the older rows show', () => {
    const count = (of: (row: OutcomeRow) => boolean): readonly number[] => [older.filter(of).length, older.filter((row) => of(row) && row.won).length];
    const shown = (place: number, line: number): readonly unknown[] => {
      const evidence = PROPOSAL.criteria[place]?.evidence[line];
      return [evidence?.rows, evidence?.wins.numerator];
    };
    expect(shown(0, 0)).toEqual(count(({ attributes }) => attributes['country'] !== 'CH'));
    expect(shown(1, 3)).toEqual(count(({ attributes }) => attributes['employees'] === undefined));
    expect(shown(3, 0)).toEqual(count(({ attributes }) => attributes['webshop'] === true && attributes['country'] === 'DE'));
    expect(shown(5, 1)).toEqual(count(({ attributes }) => attributes['webshop'] === true));
    expect(shown(6, 1)).toEqual(count(({ contact }) => contact?.['seniority'] === 'head'));
  });

  test('a bin that could as well be the average claims nothing', () => {
    const [base] = [PROPOSAL.split.older];
    for (const { tells, wins } of PROPOSAL.criteria.flatMap(({ evidence }) => evidence)) {
      const holds = Number(wins.low) <= base.wins / base.rows && base.wins / base.rows <= Number(wins.high);
      expect(tells === 'nothing').toBe(holds);
    }
    const words = PROPOSAL.criteria.flatMap((criterion) => criterion.words);
    expect(words).toContainEqual(expect.stringMatching(/^50 up to \d+: 443 of 767 won \(57\.8 %; 54\.2 % to 61\.2 %\), above the 38\.4 % of all; 10 to 20 points agreed, \d+ proposed$/));
    expect(words).toContainEqual(expect.stringContaining('farm, retail: 391 of 1020 won (38.3 %; 35.4 % to 41.4 %), which could as well be the 38.4 % of all'));
  });

  test('the filter that is tested is the points that were fitted', () => {
    const known = asKnown(TABLE).table;
    const points = scoreRows(PROPOSAL.points, known);
    // Rows stand one an hour, so that the table's order is theirs.
    ROWS.forEach((row, i) => {
      const shop = row.attributes['webshop'] === true && row.attributes['country'] === 'DE' ? 5 : 0;
      expect(scored(ADOPTED, row).points).toBe((points[i] ?? 0) + shop);
    });
  });

  test('is better on the newer rows, and says how sure that is', () => {
    expect(PROPOSAL.comparison.better).toBe(true);
    expect(PROPOSAL.comparison.difference?.low).toBeGreaterThan(0);
    expect(PROPOSAL.adoptable).toBe(true);
    expect(PROPOSAL.why).toEqual([expect.stringMatching(/^on the newer rows it ranks better: AUC 0\.6\d\d against 0\.5\d\d/)]);
  });

  test('ranks accounts that do not fit below all others, on both sides', () => {
    // By hand, over all pairs of a win and a loss: half a point for a tie.
    const rank = (filter: TargetFilter, row: OutcomeRow): number => {
      const { points, max, outOf, fits } = scored(filter, row);
      return fits === true ? (points * outOf) / max : -1e9;
    };
    const areaOf = (filter: TargetFilter): number => {
      const ranks = newer.map((row) => ({ won: row.won, rank: rank(filter, row) }));
      const losses = ranks.filter(({ won }) => !won);
      const wins = ranks.filter(({ won }) => won);
      const pairs = wins.flatMap((win) => losses.map((loss): number => (win.rank > loss.rank ? 1 : win.rank === loss.rank ? 0.5 : 0)));
      return pairs.reduce((sum, one) => sum + one, 0) / pairs.length;
    };
    expect(PROPOSAL.comparison.champion.auc).toBeCloseTo(areaOf(MARKET_FILTER), 12);
    expect(PROPOSAL.comparison.challenger.auc).toBeCloseTo(areaOf(ADOPTED), 12);
  });

  test('is the same whatever the order of rows, columns and words', () => {
    const turned = tableOfRows([...ROWS].reverse(), [...MARKET_ATTRIBUTES].reverse());
    expect(proposalOf(MARKET_FILTER, turned)).toEqual(PROPOSAL);
  });

  test('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(PROPOSAL))).toEqual(PROPOSAL);
  });
});

describe('what may not be learned from', () => {
  const attributes = (change: (attribute: AgreedAttribute) => AgreedAttribute | null): TargetFilter => ({
    ...MARKET_FILTER,
    attributes: MARKET_ATTRIBUTES.flatMap((one) => change(one) ?? []),
  });
  const withoutKnown = (name: string): TargetFilter =>
    attributes(({ known, ...one }) => (one.name === name || known === undefined ? one : { ...one, known }));
  const alarmsOf = ({ alarms }: Proposal | TooFew): readonly string[] => alarms.map(({ code, attribute, entered }) => `${code} ${attribute}${entered ? ' in' : ''}`);

  test('what is known only after is named, and what it would have told', () => {
    expect(alarmsOf(PROPOSAL)).toEqual(['known_after call_length', 'suspicious call_length']);
    expect(PROPOSAL.points.features.some(({ name }) => name === 'call_length')).toBe(false);
  });

  test('what nobody said is known before does not enter', () => {
    const filter = withoutKnown('call_length');
    const table = tableOfRows(ROWS, filter.attributes);
    expect(alarmsOf(proposalOf(filter, table))).toEqual(['no_known_before_date call_length', 'suspicious call_length']);
  });

  test('unless somebody vouches for it; then a suspicion bars the way', () => {
    const filter = withoutKnown('call_length');
    const trust = [{ attribute: 'call_length', why: 'the vendor says so' }];
    const found = proposalOf(filter, tableOfRows(ROWS, filter.attributes), { trust });
    expect(alarmsOf(found)).toEqual(['suspicious call_length in']);
    expect(found.alarms.map(({ blocks }) => blocks)).toEqual([true]);
    expect(found.comparison.better).toBe(true);
    expect(found.adoptable).toBe(false);
    expect(found.why).toEqual([expect.stringMatching(/^"call_length" bars the way/)]);
    const refused = adopt(filter, found, { accept: changesOf(found), refuse: [] });
    expect(refused.ok ? [] : refused.issues.map(({ code }) => code)).toEqual(['refine.not_adoptable']);
    expect(found.card.attributes.find(({ attribute }) => attribute === 'call_length')).toMatchObject({ proof: 'trusted', why: 'the vendor says so' });
  });

  test('an honest attribute that somebody vouches for bars nothing', () => {
    const filter = withoutKnown('webshop');
    const table = tableOfRows(ROWS, filter.attributes);
    expect(alarmsOf(proposalOf(filter, table))).toContain('no_known_before_date webshop');
    const trusted = proposalOf(filter, table, { trust: [{ attribute: 'webshop', why: 'crawled before each call' }] });
    expect(trusted.criteria).toEqual(PROPOSAL.criteria);
    expect(trusted.adoptable).toBe(true);
  });

  test('what stands in no dictionary does not enter', () => {
    const filter = attributes((one) => (one.name === 'webshop' ? null : one));
    const criteria = MARKET_FILTER.criteria.filter(({ id }) => id !== 'shop_at_home');
    const found = proposalOf({ ...filter, criteria }, TABLE);
    expect(found.card.attributes.find(({ attribute }) => attribute === 'webshop')?.refused).toBe('not_agreed');
    expect(found.criteria.some(({ asks }) => asks?.attribute === 'webshop')).toBe(false);
  });

  test('what is forbidden is not looked at, whatever it would tell', () => {
    const telling = ROWS.map((row) => ({ ...row, contact: { ...row.contact, gender: row.won ? 'f' : 'm' } }));
    const found = proposalOf(MARKET_FILTER, tableOfRows(telling));
    expect(found).toEqual(PROPOSAL);
    expect(found.card.forbidden).toEqual([{ attribute: 'gender', about: 'contact', why: 'nobody is chosen by it' }]);
  });

  test('values recorded after the hand-over count as missing, and are counted', () => {
    const late = (row: OutcomeRow, i: number): OutcomeRow =>
      i % 3 === 0 ? { ...row, knownAt: { webshop: row.at + 1 } } : { ...row, knownAt: { webshop: row.at } };
    const missing = (row: OutcomeRow, i: number): OutcomeRow => {
      const { webshop, ...rest } = row.attributes;
      return i % 3 === 0 ? { ...row, attributes: rest } : { ...row, attributes: { ...rest, webshop: webshop ?? null } };
    };
    const found = proposalOf(MARKET_FILTER, tableOfRows(ROWS.map(late)));
    expect(found.alarms.find(({ code }) => code === 'recorded_after')).toMatchObject({ attribute: 'webshop', rows: 1000 });
    expect(found.criteria).toEqual(proposalOf(MARKET_FILTER, tableOfRows(ROWS.map(missing))).criteria);
  });

  test('dates show what nobody said, value by value', () => {
    const filter = withoutKnown('webshop');
    const dated = ROWS.map((row, i): OutcomeRow => (i % 3 === 0 ? row : { ...row, knownAt: { webshop: row.at - 1 } }));
    const found = proposalOf(filter, tableOfRows(dated, filter.attributes));
    expect(found.alarms.find(({ code }) => code === 'no_known_before_date')).toMatchObject({ attribute: 'webshop', rows: 1000, entered: true });
    expect(found.card.attributes.find(({ attribute }) => attribute === 'webshop')?.proof).toBe('dated');
  });

  test('being filled in may tell more than what is filled in', () => {
    const filled = ROWS.map((row, i) => {
      const { noise, ...rest } = row.attributes;
      return row.won || i % 10 < 6 ? { ...row, attributes: { ...rest, noise: noise ?? null } } : { ...row, attributes: rest };
    });
    const found = proposalOf(MARKET_FILTER, tableOfRows(filled));
    const alarm = found.alarms.find(({ code }) => code === 'tells_by_missing');
    // Blank in about 40 % of the losses and in no win: one half and half of that.
    expect(alarm).toMatchObject({ attribute: 'noise', entered: true, blocks: false });
    expect(alarm?.auc).toBeCloseTo(0.7, 1);
  });
});

describe('criteria on one attribute', () => {
  const half = (id: string, from: string, points: number): Criterion => ({
    id,
    title: id,
    missing: 'zero',
    role: 'weighted',
    when: { is: 'range', attribute: 'employees', from },
    points,
  });
  const filter: TargetFilter = { ...MARKET_FILTER, criteria: [half('small', '50', 5), half('large', '500', 10)] };
  const found = proposalOf(filter, TABLE);

  test('the first takes all points, the other goes with it', () => {
    expect(found.criteria.slice(0, 2).map(({ criterion, change, together }) => [criterion, change, together])).toEqual([
      ['small', 'changed', ['large']],
      ['large', 'removed', ['small']],
    ]);
    expect(found.criteria[0]?.evidence.map(({ agreed }) => agreed?.most)).toEqual([0, 15, 15, 0]);
  });

  test('one cannot be accepted without the other', () => {
    const others = changesOf(found).filter((id) => id !== 'small' && id !== 'large');
    const split = adopt(filter, found, { accept: ['small', ...others], refuse: ['large'] });
    expect(split.ok ? [] : split.issues.map(({ code, params }) => [code, params])).toEqual([['refine.split', { id: 'small', other: 'large' }]]);
    const both = unwrap(adopt(filter, found, { accept: ['small', 'large'], refuse: others }));
    expect(both.criteria.map(({ id, role }) => [id, role])).toEqual([['small', 'banded']]);
  });

  test('one that was agreed to leave the answer open still does', () => {
    const refusing: TargetFilter = { ...MARKET_FILTER, criteria: MARKET_FILTER.criteria.map((one) => (one.id === 'size' ? { ...one, missing: 'refuse' } : one)) };
    const size = proposalOf(refusing, TABLE).criteria.find(({ criterion }) => criterion === 'size')?.after;
    expect(size?.missing).toBe('refuse');
    expect(size?.role === 'banded' && size.bands.every(({ when }) => when.is === 'range')).toBe(true);
  });

  test('what the outcomes do not tell apart stays as agreed', () => {
    const luck = { ...half('luck', '500', 9), role: 'weighted', when: { is: 'range', attribute: 'noise', from: '500' }, points: 9 } as const;
    const noisy: TargetFilter = { ...MARKET_FILTER, criteria: [luck] };
    expect(proposalOf(noisy, TABLE).criteria[0]).toMatchObject({ change: 'kept', kept: 'no_evidence' });
  });

  test('what is in no column stays as agreed', () => {
    const lean = MARKET_ATTRIBUTES.filter(({ name }) => name !== 'industry');
    const software = proposalOf(MARKET_FILTER, tableOfRows(ROWS, lean)).criteria.find(({ criterion }) => criterion === 'software');
    expect(software).toMatchObject({ change: 'kept', kept: 'not_in_data' });
  });
});

describe('adopting', () => {
  const changes = changesOf(PROPOSAL);
  const tierOf = (filter: TargetFilter, row: OutcomeRow): string | null => scored(filter, row).tier;
  const held = (filter: TargetFilter): readonly number[] => filter.tiers.map(({ id }) => newer.filter((row) => tierOf(filter, row) === id).length);

  test('what comes of it is a filter that can be read', () => {
    expect(TargetFilter.safeParse(ADOPTED).success).toBe(true);
    expect(ADOPTED.criteria.map(({ id }) => id)).toEqual(['at_home', 'size', 'software', 'shop_at_home', 'crisis', 'webshop', 'seniority']);
  });

  test('tiers hold as many of the tested rows as before, as near as points can', () => {
    const [a = 0, b = 0] = held(MARKET_FILTER);
    const points = newer.filter((row) => scored(ADOPTED, row).fits === true).map((row) => scored(ADOPTED, row).points);
    const nearest = (wanted: number): number => Math.min(...points.map((cut) => Math.abs(points.filter((one) => one >= cut).length - wanted)));
    const [newA = 0, newB = 0] = held(ADOPTED);
    expect(Math.abs(newA - a)).toBe(nearest(a));
    expect(Math.abs(newA + newB - a - b)).toBe(nearest(a + b));
  });

  test('or as many as was agreed', () => {
    const agreed = unwrap(adopt(MARKET_FILTER, PROPOSAL, { accept: changes, refuse: [], tierPercent: { A: 5, B: 20 } }));
    const [a = 0, b = 0] = held(agreed);
    // 5 and 25 of 100 of 406 rows, and a few that share a score.
    expect(a).toBeGreaterThan(12);
    expect(a).toBeLessThan(29);
    expect(a + b).toBeGreaterThan(90);
    expect(a + b).toBeLessThan(113);
  });

  test('whatever is accepted, tiers fall, and hold of the tested rows what the nearest cut can', () => {
    const before = held(MARKET_FILTER);
    fc.assert(
      fc.property(fc.subarray([...changes], { minLength: 1 }), (accept) => {
        const found = unwrap(adopt(MARKET_FILTER, PROPOSAL, { accept, refuse: changes.filter((id) => !accept.includes(id)) }));
        const standings = newer.flatMap((row) => {
          const { fits, points, max, outOf } = scored(found, row);
          return fits === true ? [max === outOf ? points : (points * outOf) / max] : [];
        });
        let wanted = 0;
        found.tiers.forEach(({ atLeast }, i) => {
          wanted += before[i] ?? 0;
          const off = (cut: number): number => Math.abs(standings.filter((one) => one >= cut).length - wanted);
          for (const other of standings) expect(off(atLeast)).toBeLessThanOrEqual(off(Math.floor(other)));
        });
        expect(found.tiers[0]?.atLeast).toBeGreaterThan(found.tiers[1]?.atLeast ?? Infinity);
      }),
      { numRuns: 12 },
    );
  });

  test('a last tier that held everybody who fits still does', () => {
    const everybody: TargetFilter = { ...MARKET_FILTER, tiers: [...MARKET_FILTER.tiers, { id: 'C', atLeast: -100 }] };
    const proposal = proposalOf(everybody, TABLE);
    const found = unwrap(adopt(everybody, proposal, { accept: changesOf(proposal), refuse: [] }));
    const worst = ROWS.map((row) => scored(found, row)).filter(({ fits }) => fits === true);
    expect(worst.every(({ tier }) => tier !== null)).toBe(true);
    // By hand: the fewest points of each criterion, all at once.
    const fewest = found.criteria.reduce((sum, one) => sum + (one.role === 'banded' ? Math.min(0, ...one.bands.map(({ points }) => points)) : 0), 0);
    expect(found.tiers[2]?.atLeast).toBe(fewest);
  });

  test('what is refused stays as agreed', () => {
    const found = unwrap(adopt(MARKET_FILTER, PROPOSAL, { accept: ['webshop'], refuse: changes.filter((id) => id !== 'webshop') }));
    expect(found.criteria.slice(0, 5)).toEqual(MARKET_FILTER.criteria);
    expect(found.criteria.slice(5).map(({ id }) => id)).toEqual(['webshop']);
  });

  test('with all refused the filter stays as it is', () => {
    expect(unwrap(adopt(MARKET_FILTER, PROPOSAL, { accept: [], refuse: changes }))).toEqual(MARKET_FILTER);
  });

  test('from a file as well', () => {
    const stored = JSON.parse(JSON.stringify(PROPOSAL)) as Proposal;
    expect(unwrap(adopt(MARKET_FILTER, stored, { accept: changes, refuse: [] }))).toEqual(ADOPTED);
  });

  test.each([
    { when: 'nothing decided', decision: { accept: [], refuse: [] }, codes: changes.map(() => 'refine.undecided') },
    { when: 'a slip', decision: { accept: ['websop'], refuse: changes }, codes: ['refine.unknown_criterion'] },
    { when: 'accepted and refused', decision: { accept: ['size'], refuse: changes }, codes: ['refine.decided_twice'] },
    { when: 'accepted twice', decision: { accept: ['size', ...changes], refuse: [] }, codes: ['refine.decided_twice'] },
    { when: 'nothing to decide', decision: { accept: ['at_home'], refuse: changes }, codes: ['refine.no_change'] },
    { when: 'no such tier', decision: { accept: [], refuse: changes, tierPercent: { Z: 5 } }, codes: ['refine.unknown_tier'] },
    { when: 'more than all', decision: { accept: [], refuse: changes, tierPercent: { A: 60, B: 60 } }, codes: ['refine.bad_share'] },
    { when: 'no share', decision: { accept: [], refuse: changes, tierPercent: { A: 0.5 } }, codes: ['refine.bad_share'] },
  ])('$when is refused', ({ decision, codes }) => {
    const found = adopt(MARKET_FILTER, PROPOSAL, decision);
    expect(found.ok ? [] : found.issues.map(({ code }) => code)).toEqual(codes);
  });

  test('a proposal for another filter is refused', () => {
    const found = adopt({ ...MARKET_FILTER, title: 'Another' }, PROPOSAL, { accept: changes, refuse: [] });
    expect(found.ok ? [] : found.issues.map(({ code }) => code)).toEqual(['refine.other_filter']);
  });

  test('so is one that somebody altered', () => {
    const found = adopt(MARKET_FILTER, { ...PROPOSAL, adoptable: true, why: [] }, { accept: changes, refuse: [] });
    expect(found.ok ? [] : found.issues.map(({ code }) => code)).toEqual(['refine.altered']);
  });
});

describe('the model card', () => {
  test('its digest is that of all the rest', () => {
    const { digest: own, ...rest } = PROPOSAL.card;
    expect(own).toBe(digest(rest));
    expect(PROPOSAL.card.filter.digest).toBe(digest(MARKET_FILTER));
    expect(PROPOSAL.card).toMatchObject({ rows: 3000, accounts: new Set(ROWS.map(({ account }) => account)).size, firstAt: MARKET_START });
  });

  test('another seed is another card, and the same points', () => {
    const other = proposalOf(MARKET_FILTER, TABLE, { seed: 8 });
    expect(other.card.digest).not.toBe(PROPOSAL.card.digest);
    expect(other.criteria).toEqual(PROPOSAL.criteria);
  });
});

describe('too few', () => {
  const few = ROWS.slice(0, 60);
  const found = unwrap(refine(MARKET_FILTER, tableOfRows(few), OPTIONS));

  test('nothing is fitted; what was won is told by tier and by answer', () => {
    if (found.kind !== 'too_few') throw new Error('not too few');
    for (const { tier, wins } of found.tiers) {
      const own = few.filter((row) => scored(MARKET_FILTER, row).tier === tier);
      expect([wins.denominator, wins.numerator]).toEqual([own.length, own.filter(({ won }) => won).length]);
    }
    expect(found.wins + found.losses).toBe(42);
    expect(found.criteria.map(({ criterion }) => criterion)).toEqual(['at_home', 'size', 'software', 'shop_at_home']);
    expect(found.words[0]).toMatch(/^\d+ wins and \d+ losses to learn from; 50 and 50 are the least/);
    expect(found.words[1]).toMatch(/^tier A: \d+ of \d+ won \(\d+\.\d %; \d+\.\d % to \d+\.\d %\)$/);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  test.each([
    { when: 'everything was won', rows: ROWS.map((row) => ({ ...row, won: true })) },
    { when: 'everything was lost', rows: ROWS.map((row) => ({ ...row, won: false })) },
    { when: 'all is one account', rows: ROWS.map((row) => ({ ...row, account: 'a' })) },
    { when: 'there is one row', rows: ROWS.slice(0, 1) },
    { when: 'all is one moment', rows: ROWS.map((row) => ({ ...row, at: MARKET_START })) },
  ])('$when', ({ rows }) => {
    expect(unwrap(refine(MARKET_FILTER, tableOfRows(rows), OPTIONS)).kind).toBe('too_few');
  });
});

describe('bad input', () => {
  test('every option out of bounds is told', () => {
    const found = refine(MARKET_FILTER, TABLE, {
      asOf: NaN,
      seed: -1,
      capacityPercent: 0,
      olderPercent: 100,
      minimum: { wins: 0, losses: 1.5 },
      draws: 1e9,
      trust: [{ attribute: 'x', why: ' ' }],
    });
    expect(found.ok ? [] : found.issues.map(({ path }) => path.join('.'))).toEqual([
      'asOf', 'seed', 'capacityPercent', 'olderPercent', 'minimum.wins', 'minimum.losses', 'draws', 'trust.0.why', 'trust.0.attribute',
    ]);
  });

  test('a filter that cannot be asked is refused', () => {
    const found = refine({ ...MARKET_FILTER, attributes: [] }, TABLE, OPTIONS);
    expect(found.ok ? [] : new Set(found.issues.map(({ code }) => code))).toEqual(new Set(['icp.unknown_attribute']));
  });

  test('perfect separation stays bounded and is alarmed', () => {
    const telling = ROWS.map((row) => ({ ...row, attributes: { ...row.attributes, noise: row.won ? 1 : 0 } }));
    const found = proposalOf(MARKET_FILTER, tableOfRows(telling));
    expect(found.points.separated).toBe(true);
    expect(found.alarms).toContainEqual(expect.objectContaining({ code: 'suspicious', attribute: 'noise', entered: true }));
    for (const { points } of found.points.features.flatMap(({ bins }) => bins)) expect(Math.abs(points)).toBeLessThan(1000);
  });

  test('an attribute with a value too long to ask for does not enter', () => {
    const long = ROWS.map((row, i) => ({ ...row, attributes: { ...row.attributes, industry: i % 2 === 0 ? 'x'.repeat(1001) : 'y' } }));
    const found = proposalOf(MARKET_FILTER, tableOfRows(long));
    expect(found.card.attributes.find(({ attribute }) => attribute === 'industry')?.refused).toBe('unaskable');
    expect(found.criteria.find(({ criterion }) => criterion === 'software')).toMatchObject({ change: 'kept', kept: 'unaskable' });
  });

  test('a table without attributes proposes nothing', () => {
    const bare = unwrap(outcomeTable({ ...TABLE, features: [] }));
    const found = proposalOf({ ...MARKET_FILTER, criteria: [] }, bare);
    expect(found.criteria).toEqual([]);
    expect(found.why).toContain('nothing changes');
  });
});
