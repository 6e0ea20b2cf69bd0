import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identities, pipelineFlow, type Identity } from 'revpact/metrics';
import { sirius2006, type Facts, type OpportunityStateFact, type Period } from 'revpact/vocabulary';
import { aHandOff, anOpportunity, at, facts, Q2, someFacts, stays } from '../support/metric-facts.js';

const Q3: Period = { label: '2026-Q3', start: at('07-01'), end: at('10-01'), zone: 'UTC' };

type Step = readonly [from: string, status: 'open' | 'won' | 'lost', minor: number | null, currency?: string];

/** States of one deal, each lasting until the next. */
const states = (opportunityId: string, ...steps: readonly Step[]): readonly OpportunityStateFact[] =>
  steps.map(([from, status, minor, currency = 'EUR'], i) => ({
    opportunityId,
    nth: i + 1,
    leadId: `lead-${opportunityId}`,
    accountId: null,
    type: 'new_business',
    event: `${opportunityId}-${String(i)}`,
    from: at(from),
    until: steps[i + 1] === undefined ? null : at(steps[i + 1]?.[0] ?? ''),
    status,
    stage: null,
    amountMinor: minor,
    currency: minor === null ? null : currency,
    probability: null,
    forecast: null,
    expectedCloseAt: null,
    person: null,
  }));

describe('the pipeline walk', () => {
  const deals = [
    // Open before, raised by 50, won at 150.
    ...states('a', ['03-01', 'open', 100], ['04-10', 'open', 150], ['05-01', 'won', 150]),
    // Created in the period, lowered by 20, still open at 60.
    ...states('b', ['04-01', 'open', 80], ['05-05', 'open', 60]),
    // Lost before, reopened at 40, lost again in the first moment of the next quarter.
    ...states('c', ['02-01', 'open', 30], ['03-01', 'lost', 30], ['04-20', 'open', 40], ['07-01', 'lost', 40]),
    // Changes its currency.
    ...states('d', ['03-15', 'open', 10], ['06-01', 'open', 12, 'USD']),
    // Worth nothing known.
    ...states('e', ['04-02', 'open', null]),
  ];

  test('from opening to closing, by currency', () => {
    const [eur, usd, none] = pipelineFlow(deals, { period: Q2, asOf: at('08-01') });
    expect(eur).toEqual({
      currency: 'EUR',
      opening: { deals: 2, minor: 110 },
      moves: {
        created: { deals: 1, minor: 80 },
        reopened: { deals: 1, minor: 40 },
        raised: { deals: 1, minor: 50 },
        lowered: { deals: 2, minor: -30 },
        won: { deals: 1, minor: -150 },
        lost: { deals: 0, minor: 0 },
      },
      closing: { deals: 2, minor: 100 },
      balanced: true,
    });
    expect(usd).toMatchObject({ currency: 'USD', opening: { deals: 0 }, moves: { raised: { deals: 1, minor: 12 } }, closing: { deals: 1, minor: 12 } });
    expect(none).toMatchObject({ currency: null, moves: { created: { deals: 1, minor: 0 } }, closing: { deals: 1, minor: 0 }, balanced: true });
  });

  test('what closes one quarter opens the next', () => {
    const [before] = pipelineFlow(deals, { period: Q2, asOf: at('12-01') });
    const [after] = pipelineFlow(deals, { period: Q3, asOf: at('12-01') });
    expect(after?.opening).toEqual(before?.closing);
    expect(after?.moves.lost).toEqual({ deals: 1, minor: -40 });
  });

  test('looked at in the middle, what comes after has not happened', () => {
    const [eur] = pipelineFlow(deals, { period: Q2, asOf: at('04-10') });
    expect(eur).toMatchObject({ moves: { raised: { deals: 0 }, created: { deals: 1, minor: 80 } }, closing: { deals: 3, minor: 190 } });
  });

  test('any chain of states balances at any moment', () => {
    const moment = fc.integer({ min: at('01-01'), max: at('12-01') });
    const change = fc.record({
      from: moment,
      status: fc.constantFrom('open' as const, 'won' as const, 'lost' as const),
      amountMinor: fc.option(fc.maxSafeInteger()),
      currency: fc.constantFrom('EUR', 'USD'),
    });
    const chain = fc.array(change, { maxLength: 6 }).map((changes) => [...changes].sort((a, b) => a.from - b.from));
    fc.assert(
      fc.property(fc.array(chain, { maxLength: 5 }), moment, (chains, asOf) => {
        const rows = chains.flatMap((changes, deal) =>
          changes.map(
            (one, i): OpportunityStateFact => ({
              ...(states(`deal-${String(deal)}`, ['01-01', 'open', null])[0] ?? expect.fail('one state')),
              ...one,
              nth: i + 1,
              until: changes[i + 1]?.from ?? null,
            }),
          ),
        );
        for (const flow of pipelineFlow(rows, { period: Q2, asOf })) expect(flow.balanced).toBe(true);
      }),
    );
  });
});

describe('what must come out even', () => {
  const of = (some: Partial<Facts>, asOf = at('08-01')): readonly Identity[] =>
    identities(facts(some), { framework: sirius2006, periods: [Q2], asOf }).filter(({ holds }) => !holds);

  test('two periods are checked apart', () => {
    const checked = identities(facts({}), { framework: sirius2006, periods: [Q2, Q3], asOf: at('08-01') });
    expect(new Set(checked.map(({ period }) => period))).toEqual(new Set(['2026-Q2', '2026-Q3']));
    expect(checked.every(({ holds }) => holds)).toBe(true);
  });

  test('a stay that ends before it begins is named', () => {
    const [stay] = stays('a', ['mql', '05-01']);
    if (stay === undefined) throw new Error('one stay');
    expect(of({ stageVisits: [{ ...stay, leftAt: at('03-01') }] })).toMatchObject([
      { name: 'stage_flow', of: 'mql', sentence: '0 + 1 in − 0 out = 0 in "mql"', records: [{ leadId: 'a', visit: 1 }], recordCount: 1 },
      { name: 'stay_ends', of: null, sentence: '1 stays begun = 0 ended since + 0 that last', records: [{ leadId: 'a', visit: 1 }], recordCount: 1 },
    ]);
  });

  test('and so is one that does within the period, where the sums of its stage come out even', () => {
    const [one, two] = stays('a', ['mql', '05-01'], ['sal', '05-20']);
    if (one === undefined || two === undefined) throw new Error('two stays');
    expect(of({ stageVisits: [{ ...one, leftAt: at('04-20') }, two] })).toMatchObject([
      { name: 'stay_ends', sentence: '2 stays begun = 0 ended since + 1 that last', records: [{ leadId: 'a', visit: 1 }], recordCount: 1 },
    ]);
  });

  test('a lead in two stages at once is named', () => {
    const [one, two] = stays('a', ['mql', '04-01'], ['sal', '05-01']);
    if (one === undefined || two === undefined) throw new Error('two stays');
    expect(of({ stageVisits: [{ ...one, leftAt: null }, two, ...stays('b', ['mql', '04-02'])] })).toMatchObject([
      {
        name: 'one_stage_at_a_time',
        sentence: '3 stays at the end of the period = 2 leads that are in one',
        records: [
          { leadId: 'a', visit: 1 },
          { leadId: 'a', visit: 2 },
        ],
      },
    ]);
  });

  test('a delivery that was accepted and sent back is named; one delivered onwards is not', () => {
    const handOffs = [
      aHandOff('a', '04-01', { acceptedAt: at('04-02'), rejectedAt: at('04-03') }),
      aHandOff('b', '04-01', { acceptedAt: at('04-02'), supersededAt: at('04-05') }),
      aHandOff('c', '04-01', { supersededAt: at('04-05') }),
      aHandOff('d', '04-01'),
    ];
    expect(of({ handOffs })).toMatchObject([
      {
        name: 'delivery_answers',
        sentence: '4 delivered = 2 accepted + 1 rejected + 0 expired + 1 superseded + 1 waiting',
        records: [{ leadId: 'a', delivery: 1 }],
      },
    ]);
    expect(of({ handOffs }, at('04-03'))).toEqual([]);
  });

  test('a deal both won and lost is named', () => {
    expect(of({ opportunities: [anOpportunity('x', '04-05', { wonAt: at('05-01'), lostAt: at('05-02') })] })).toMatchObject([
      { name: 'opportunity_outcomes', sentence: '1 opened = 1 won + 1 lost + 0 open', records: [{ opportunityId: 'x' }] },
    ]);
  });

  test('states of a deal with a gap between them are named', () => {
    const [one, two] = states('x', ['03-01', 'open', 100], ['05-01', 'open', 120]);
    if (one === undefined || two === undefined) throw new Error('two states');
    expect(of({ opportunityStates: [{ ...one, until: at('03-10') }, two] })).toMatchObject([
      { name: 'pipeline_flow', of: 'EUR', sentence: '0 open + 20 moved = 120 open, in minor units', records: [{ opportunityId: 'x', nth: 2 }] },
    ]);
  });

  test('whatever does not hold names a record', () => {
    fc.assert(
      fc.property(someFacts, fc.constantFrom(at('05-10'), at('09-01')), (some, asOf) => {
        for (const one of identities(some, { framework: sirius2006, periods: [Q2], asOf })) {
          expect(one.holds || one.recordCount > 0, one.sentence).toBe(true);
        }
      }),
    );
  });
});
