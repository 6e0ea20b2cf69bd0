import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dataChanges,
  evaluate,
  mqlToSqlRate,
  mqlVolume,
  pipelineCreated,
  reconcile,
  searchFor,
  speedToLead,
  type FactMetric,
  type Reconciliation,
  type Report,
} from 'revpact/metrics';
import { unwrap } from 'revpact/kernel';
import { factsFrom, resolve } from 'revpact/lifecycle';
import { safeParseEvent, sirius2006, type Facts } from 'revpact/vocabulary';
import { aLead, anOpportunity, at, DAY, facts, options, Q2, someFacts, stays } from '../support/metric-facts.js';

const leads = [
  aLead('a', { source: 'web' }),
  aLead('b', { source: 'web' }),
  aLead('c', { source: 'event' }),
  aLead('d', { source: 'event' }),
];
const stageVisits = [
  ...stays('a', ['mql', '04-02']),
  ...stays('b', ['mql', '03-20'], ['nurture', '04-01'], ['mql', '04-10']),
  ...stays('c', ['mql', '04-05'], ['nurture', '05-01'], ['mql', '05-05']),
  ...stays('d', ['mql', '06-29'], ['sql', '07-02']),
];
const known = facts({ leads, stageVisits });

const everyEntry: FactMetric = { ...mqlVolume, unit: 'visit', basis: { ...mqlVolume.basis, base: { milestone: 'mql', pick: 'every' } } };
const fromWeb: FactMetric = { ...mqlVolume, basis: { ...mqlVolume.basis, where: [{ column: 'lead.source', is: 'equals', value: 'web' }] } };

const report = (label: string, definition: Report['definition'], differs: Partial<Report> = {}): Report => ({
  label,
  definition,
  data: known,
  options: { ...options, asOf: at('08-01') },
  ...differs,
});
const of = (a: Report, b: Report): Reconciliation => unwrap(reconcile(a, b));

describe('marketing counts every MQL entry, sales the first ones from the web', () => {
  // Every entry in the quarter: a, b again, c twice, d: 5. First ones of the web: a; b's first was in March.
  // First entries of all: a, c, d: 3. Every entry of the web: a, b: 2.
  const found = of(report('marketing', everyEntry), report('sales', fromWeb));

  test('the shares are worked by hand', () => {
    expect([found.a.value, found.b.value, found.difference]).toEqual([
      { numerator: 5, denominator: 1 },
      { numerator: 1, denominator: 1 },
      { numerator: -4, denominator: 1 },
    ]);
    // Picking: half of (3 − 5) and half of (1 − 2). The web: half of (2 − 5) and half of (1 − 3).
    expect(found.shares.map(({ setting, cause, share, alone }) => ({ setting, cause, share, alone }))).toEqual([
      { setting: 'pick', cause: 'definition', share: { numerator: -3, denominator: 2 }, alone: { numerator: -2, denominator: 1 } },
      {
        setting: 'where {"column":"lead.source","is":"equals","value":"web"}',
        cause: 'population',
        share: { numerator: -5, denominator: 2 },
        alone: { numerator: -3, denominator: 1 },
      },
    ]);
    expect(found.causes).toEqual({
      definition: { numerator: -3, denominator: 2 },
      population: { numerator: -5, denominator: 2 },
      timing: { numerator: 0, denominator: 1 },
      data: { numerator: 0, denominator: 1 },
    });
    expect(found.waterfall.map(({ step }) => step)).toEqual([
      { numerator: -2, denominator: 1 },
      { numerator: -2, denominator: 1 },
    ]);
  });

  test('the records of each setting', () => {
    expect(found.shares.map(({ moved }) => moved.records.map(({ key }) => key))).toEqual([
      [
        { leadId: 'b', visit: 3 },
        { leadId: 'c', visit: 3 },
      ],
      [
        { leadId: 'c', visit: 1 },
        { leadId: 'c', visit: 3 },
        { leadId: 'd', visit: 1 },
      ],
    ]);
    expect(found.moved).toMatchObject({ count: 4, cameIn: 0, wentOut: 4 });
    expect(found.onlyJointly.count).toBe(0);
  });

  test('in plain words', () => {
    expect(found.words).toBe(
      'marketing says 5, sales says 1: 4 fewer. ' +
        '−2.5 by population, "lead.source is web" asked for (3 records move by it alone: 3 out). ' +
        '−1.5 by definition, pick: every → first (2 records move by it alone: 2 out).',
    );
  });
});

describe('laws', () => {
  const definitions: readonly FactMetric[] = [
    mqlVolume,
    everyEntry,
    fromWeb,
    { ...mqlVolume, basis: { ...mqlVolume.basis, of: 'account' }, unit: 'account' },
    { ...mqlVolume, basis: { ...mqlVolume.basis, where: [{ column: 'row.legal', is: 'equals', value: true }] } },
  ];
  const asOfs = [at('05-01'), at('08-01'), at('12-01')] as const;
  const someReport = fc.record({ definition: fc.constantFrom(...definitions), asOf: fc.constantFrom(...asOfs), data: someFacts });
  const made = (label: string, { definition, asOf, data }: { definition: FactMetric; asOf: number; data: Facts }): Report =>
    report(label, definition, { data, options: { ...options, asOf } });
  const sum = (shares: Reconciliation['shares']): number =>
    shares.reduce((total, { share }) => total + Number(share.numerator) / Number(share.denominator), 0);

  test('shares sum to the difference, and change their sign the other way round', () => {
    fc.assert(
      fc.property(someReport, someReport, (one, other) => {
        const [a, b] = [made('a', one), made('b', other)];
        const [there, back] = [of(a, b), of(b, a)];
        expect(sum(there.shares)).toBeCloseTo(Number(there.difference.numerator) / Number(there.difference.denominator), 9);
        const byName = (shares: Reconciliation['shares']): readonly (readonly [string, number])[] =>
          shares.filter(({ cause }) => cause !== 'population').map(({ setting, share }) => [setting, Number(share.numerator) / Number(share.denominator)] as const).sort();
        expect(byName(back.shares).map(([setting, share]) => [setting, 0 - share])).toEqual(byName(there.shares));
      }),
      { numRuns: 40 },
    );
  });

  test('nothing that differs is nothing to explain', () => {
    fc.assert(
      fc.property(someReport, (one) => {
        const found = of(made('a', one), made('b', one));
        expect(found).toMatchObject({ shares: [], difference: { numerator: 0, denominator: 1 }, moved: { count: 0 }, data: [] });
      }),
      { numRuns: 20 },
    );
  });

  test('one setting that differs carries all of it', () => {
    fc.assert(
      fc.property(someFacts, (data) => {
        const found = of(report('a', everyEntry, { data }), report('b', mqlVolume, { data }));
        expect(found.shares.map(({ setting, share }) => ({ setting, share }))).toEqual([{ setting: 'pick', share: found.difference }]);
      }),
      { numRuns: 40 },
    );
  });

  test('words, dimensions and places after the point explain nothing', () => {
    const other: FactMetric = { ...mqlVolume, title: 'Qualified leads', dimensions: ['lead.source'] };
    expect(of(report('a', mqlVolume), report('b', other)).shares).toEqual([]);
  });
});

describe('timing', () => {
  test('a younger look has fewer conversions', () => {
    const found = of(report('early', mqlToSqlRate, { options: { ...options, asOf: at('07-01') } }), report('late', mqlToSqlRate));
    // Of a, c, d one reached SQL on 2 July.
    expect(found).toMatchObject({ a: { value: { numerator: 0, denominator: 1 } }, b: { value: { numerator: 1, denominator: 3 } } });
    expect(found.shares).toMatchObject([{ setting: 'asOf', cause: 'timing', moved: { count: 1, records: [{ leadId: 'd' }] } }]);
    expect(found.words).toContain('early says 0.00 %, late says 33.33 %: 33.33 percentage points more.');
  });

  test('what was recorded late is put down to when it was known', () => {
    const by = { party: 'marketing', kind: 'automation' } as const;
    const inquiry = (leadId: string, day: string, knownAt: string) =>
      unwrap(safeParseEvent({ id: `i-${leadId}`, type: 'qualified', at: at(day), knownAt: at(knownAt), by, leadId, stage: 'mql' }));
    const events = [inquiry('a', '04-02', '04-02'), inquiry('b', '04-03', '07-20')];
    const data = ({ asOf, knownBy }: { asOf: number; knownBy: number | null }): Facts =>
      factsFrom(sirius2006, resolve(events, knownBy === null ? { asOf } : { asOf, knownBy })).facts;
    const then = report('then', mqlVolume, { data, options: { ...options, knownBy: at('07-01') } });
    const now = report('now', mqlVolume, { data, options });
    const found = of(then, now);
    expect(found.shares).toMatchObject([{ setting: 'knownBy', cause: 'timing', share: { numerator: 1, denominator: 1 }, moved: { cameIn: 1 } }]);
    expect(found.data).toEqual([]);
  });
});

describe('data', () => {
  test('rows that one side lacks, has otherwise, or has under another lead are named', () => {
    const other = facts({
      leads,
      stageVisits: [
        ...stageVisits.filter(({ leadId }) => leadId === 'b'),
        // a was merged into e; c entered a day earlier; d is not there.
        ...stageVisits.filter(({ leadId }) => leadId === 'a').map((visit) => ({ ...visit, leadId: 'e' })),
        ...stageVisits.filter(({ leadId }) => leadId === 'c').map((visit) => (visit.visit === 1 ? { ...visit, enteredAt: visit.enteredAt - DAY } : visit)),
      ],
    });
    const [changes] = dataChanges(known, other, ['stageVisits']);
    expect(changes).toEqual({
      table: 'stageVisits',
      alike: 5,
      onlyInA: { count: 2, rows: [{ leadId: 'd', visit: 1 }, { leadId: 'd', visit: 2 }] },
      onlyInB: { count: 0, rows: [] },
      changed: { count: 1, rows: [{ key: { leadId: 'c', visit: 1 }, columns: ['enteredAt'] }] },
      moved: { count: 1, rows: [{ from: { leadId: 'a', visit: 1 }, to: { leadId: 'e', visit: 1 } }] },
      doubledInA: { count: 0, rows: [] },
      doubledInB: { count: 0, rows: [] },
    });
    const found = of(report('crm', mqlVolume), report('warehouse', mqlVolume, { data: other }));
    expect(found.shares).toMatchObject([{ setting: 'facts', cause: 'data', share: { numerator: -1, denominator: 1 } }]);
    expect(found.data).toEqual([changes]);
  });

  test('every row of both is in exactly one kind', () => {
    fc.assert(
      fc.property(someFacts, someFacts, (a, b) => {
        for (const one of dataChanges(a, b, ['stageVisits', 'opportunities', 'clocks'])) {
          const both = one.alike + one.changed.count + one.moved.count;
          expect(both + one.onlyInA.count + one.doubledInA.count).toBe(a[one.table].length);
          expect(both + one.onlyInB.count + one.doubledInB.count).toBe(b[one.table].length);
        }
      }),
    );
  });
});

describe('what cannot be taken apart says so', () => {
  test('a length of time and a count', () => {
    expect(reconcile(report('a', speedToLead), report('b', mqlVolume))).toMatchObject({ ok: false, issues: [{ code: 'metrics.not_comparable' }] });
  });

  test('a report without a number', () => {
    const empty = report('b', mqlToSqlRate, { data: facts({}) });
    expect(reconcile(report('a', mqlToSqlRate), empty)).toMatchObject({ ok: false, issues: [{ code: 'metrics.no_number', params: { report: 'b' } }] });
  });

  test('sums in several currencies need one named', () => {
    const data = facts({
      opportunities: [
        anOpportunity('x', '04-05', { amountMinor: 100, currency: 'EUR' }),
        anOpportunity('y', '04-05', { amountMinor: 900, currency: 'USD' }),
      ],
    });
    const other = { ...pipelineCreated, basis: { ...pipelineCreated.basis, where: [{ column: 'row.opportunityId', is: 'equals', value: 'y' }] } } as const;
    expect(reconcile(report('a', pipelineCreated, { data }), report('b', other, { data })).ok).toBe(false);
    const named = of(report('a', pipelineCreated, { data, currency: 'EUR' }), report('b', other, { data, currency: 'EUR' }));
    expect(named.difference).toEqual({ numerator: -100, denominator: 1 });
    expect(named.words).toContain('a says 1.00 EUR, b says 0.00 EUR: 1.00 EUR less.');
  });

  test('settings with no number together are taken by cause, or whole', () => {
    // In June alone, of the web there is nobody: the rate has no value with both.
    const june = { ...options, asOf: at('08-01'), period: { ...Q2, label: '2026-06', start: at('06-01') } };
    const web: FactMetric = { ...mqlToSqlRate, basis: { ...mqlToSqlRate.basis, where: [{ column: 'lead.source', is: 'equals', value: 'web' }] } };
    const event: FactMetric = { ...mqlToSqlRate, basis: { ...mqlToSqlRate.basis, where: [{ column: 'lead.source', is: 'equals', value: 'event' }] } };
    const found = of(report('spring', web), report('june', event, { options: june }));
    expect(found.grain).toBe('whole');
    expect(found.shares).toHaveLength(1);
    expect(found.shares[0]?.share).toEqual(found.difference);
    expect(found.words).toContain('The settings cannot be taken apart.');
  });
});

describe('a number said elsewhere', () => {
  test.each([
    { said: '3', says: [] },
    { said: '5', says: ['pick: first → every'] },
  ])('$said', ({ said, says }) => {
    const found = unwrap(searchFor(report('ours', mqlVolume), said));
    expect(found.complete).toBe(true);
    expect(found.hits[0]?.changes.map((change) => change.says)).toEqual(says);
  });

  test('a rate is compared at the places it was said with', () => {
    const found = unwrap(searchFor(report('ours', mqlToSqlRate), '0.33'));
    expect(found.hits[0]).toEqual({ changes: [], value: { numerator: 1, denominator: 3 } });
  });

  test('whatever was changed by hand is found', () => {
    fc.assert(
      fc.property(someFacts, fc.constantFrom('last' as const, 'every' as const), (data, pick) => {
        const planted: FactMetric = { ...mqlVolume, basis: { ...mqlVolume.basis, base: { milestone: 'mql', pick } } };
        const result = evaluate(planted, data, { ...options, asOf: at('08-01') });
        if (result.kind !== 'fraction') throw new Error('a count');
        const hits = unwrap(searchFor(report('ours', mqlVolume, { data }), String(result.numerator))).hits;
        expect(hits.some(({ changes }) => changes.length === 0 || changes.some(({ says }) => says === `pick: first → ${pick}`))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('nonsense is refused, and a limit is kept', () => {
    expect(searchFor(report('ours', mqlVolume), '1e3')).toMatchObject({ ok: false, issues: [{ code: 'metrics.not_a_number' }] });
    expect(searchFor(report('ours', mqlVolume), '3', { tries: 0 })).toMatchObject({ ok: false, issues: [{ code: 'metrics.no_such_limit' }] });
    expect(unwrap(searchFor(report('ours', mqlVolume), '3', { tries: 2 }))).toMatchObject({ tried: 2, complete: false });
  });
});
