import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWith } from 'revpact/kernel';
import { Clause, type ClauseFinding } from 'revpact/sla';
import { periodOf } from 'revpact/vocabulary';
import { aDeal, aPractice, aProvision, april, found } from '../../support/counted.js';
import { aVisit, utc } from '../../support/promises.js';

const list = {
  id: 'list',
  kind: 'provision',
  title: 'Target list',
  by: 'marketing',
  to: 'sales_development',
  item: 'target_list',
  counting: 'accounts',
  atLeast: 4,
  when: 'period_end',
} as const;
const budget = {
  id: 'budget',
  kind: 'budget',
  title: 'Budget',
  by: 'sales',
  to: 'marketing',
  item: 'event_budget',
  amount: { minor: 1_000_000, currency: 'EUR' },
  when: { withinWorkingDays: 5 },
} as const;
const training = {
  id: 'training',
  kind: 'practice',
  title: 'Joint training',
  by: 'marketing',
  to: 'sales',
  practice: 'joint_training',
  atLeast: 2,
  when: 'period_end',
} as const;
const pipeline = {
  id: 'pipeline',
  kind: 'volume',
  title: 'Pipeline',
  by: 'marketing',
  to: 'sales',
  milestone: 'mql',
  worth: { minor: 440_000, currency: 'EUR' },
  prorate: 'working_day',
} as const;

const accounts = (...accountIds: readonly string[]) => ({ accountIds });
const evidence = ({ evidence: rows }: ClauseFinding): readonly unknown[] => rows.map(({ startedEvent, state, because }) => [startedEvent, state, because]);

describe('a target list with four accounts in April', () => {
  test.each([
    { when: 'nothing before the month', rows: [], asOf: '2026-04-01 00:00', state: 'unproven' },
    { when: 'nothing yet', rows: [], asOf: '2026-04-20 00:00', state: 'at_risk' },
    { when: 'nothing when it is over', rows: [], asOf: '2026-05-01 00:00', state: 'broken' },
    { when: 'four at once', rows: [accounts('a', 'b', 'c', 'd')], asOf: '2026-04-20 00:00', state: 'kept' },
    { when: 'two, and two of which one is known', rows: [accounts('a', 'b'), accounts('b', 'c')], asOf: '2026-05-01 00:00', state: 'broken' },
    { when: 'two, and three of which one is known', rows: [accounts('a', 'b'), accounts('b', 'c', 'd')], asOf: '2026-05-01 00:00', state: 'kept' },
    { when: 'at the very moment of judgement', rows: [{ ...accounts('a', 'b', 'c', 'd'), at: april('20 00:00') }], asOf: '2026-04-20 00:00', state: 'at_risk' },
    { when: 'as the next month begins', rows: [{ ...accounts('a', 'b', 'c', 'd'), at: utc('2026-05-01 00:00') }], asOf: '2026-06-01 00:00', state: 'broken' },
    { when: 'in March', rows: [{ ...accounts('a', 'b', 'c', 'd'), at: utc('2026-03-31 23:59') }], asOf: '2026-05-01 00:00', state: 'broken' },
    { when: 'for someone else', rows: [{ ...accounts('a', 'b', 'c', 'd'), toParty: 'sales' }], asOf: '2026-05-01 00:00', state: 'broken' },
    { when: 'by someone else', rows: [{ ...accounts('a', 'b', 'c', 'd'), fromParty: 'sales' }], asOf: '2026-05-01 00:00', state: 'broken' },
    { when: 'as something else', rows: [{ ...accounts('a', 'b', 'c', 'd'), item: 'dossiers' }], asOf: '2026-05-01 00:00', state: 'broken' },
  ])('$when → $state', ({ rows, asOf, state }) => {
    expect(found(list, { provisions: rows.map((row, i) => aProvision({ event: `p${String(i)}`, ...row })) }, { asOf: utc(asOf) }).state).toBe(state);
  });

  test('by the end of the fifth working day, the seventh of April: what comes after is late, and heals nothing', () => {
    const clause = { ...list, when: { withinWorkingDays: 5 } } as const;
    const at = (day: string, asOf = '2026-05-01 00:00') => found(clause, { provisions: [aProvision({ ...accounts('a', 'b', 'c', 'd'), at: april(day) })] }, { asOf: utc(asOf) });
    expect(at('07 23:59').state).toBe('kept');
    expect(at('08 00:00')).toMatchObject({ state: 'broken', deadline: april('08 00:00'), numerator: 4, denominator: 4 });
    expect(evidence(at('08 00:00'))).toEqual([['provided', 'answered_late', '4 accounts']]);
    expect(at('08 00:00').sentence).toBe('Marketing provided sales development with 4 accounts as "target_list" of 4 agreed by 2026-04-07 (100 %). Not all of it came in time.');
    expect(at('08 00:00', '2026-04-07 23:59').state).toBe('at_risk');
    expect(at('08 00:00', '2026-04-08 00:00').state).toBe('broken');
  });

  test.each([
    { when: { withinDays: 5 }, deadline: april('06 00:00') },
    { when: { withinWorkingDays: 22 }, deadline: utc('2026-05-01 00:00') },
    { when: { withinWorkingDays: 21 }, deadline: april('30 00:00') },
    { when: { withinWorkingDays: 60 }, deadline: utc('2026-05-01 00:00') },
    { when: { withinDays: 366 }, deadline: utc('2026-05-01 00:00') },
    { when: 'period_end', deadline: utc('2026-05-01 00:00') },
    { when: { prorate: 'calendar_day' }, deadline: utc('2026-05-01 00:00') },
  ] as const)('$when is due at $deadline', ({ when, deadline }) => {
    expect(found({ ...list, when }).deadline).toBe(deadline);
  });

  test('a day that the zone left out has no moment, and none is planned for it', () => {
    const period = periodOf('2011-12', 'Pacific/Apia')!;
    const { plot, deadline } = found({ ...list, when: { withinDays: 30 } }, {}, { period, asOf: period.end });
    // Samoa went from Thursday the 29th to Saturday the 31st.
    expect(plot!.days.map(({ date }) => date).slice(-3)).toEqual(['2011-12-28', '2011-12-29', '2011-12-31']);
    expect([plot!.days.length, deadline]).toEqual([30, period.end]);
    const summer = periodOf('2026-03', 'Europe/Berlin')!;
    expect(found({ ...list, when: { withinDays: 29 } }, {}, { period: summer }).deadline).toBe(Date.parse('2026-03-30T00:00:00+02:00'));
  });

  test('prorated by calendar day: three of thirty days ask for 0.4 of four, eight for 1.07', () => {
    const clause = { ...list, when: { prorate: 'calendar_day' } } as const;
    const facts = { provisions: [aProvision(accounts('a'))] };
    const after = (asOf: string) => found(clause, facts, { asOf: april(asOf) });
    expect([after('01 12:00').state, after('04 00:00').state, after('09 00:00').state]).toEqual(['unproven', 'kept', 'at_risk']);
    expect(after('09 00:00')).toMatchObject({ numerator: 1, denominator: 4, agreed: { numerator: 8, denominator: 30 } });
  });

  test('counted by how often, or by the number that was said; without a number it proves nothing', () => {
    const provisions = [aProvision({ event: 'p1', count: 30 }), aProvision({ event: 'p2', at: april('20 09:00') })];
    expect(found({ ...list, counting: 'times', atLeast: 2 }, { provisions })).toMatchObject({ state: 'kept', numerator: 2 });
    const pieces = found({ ...list, counting: 'pieces', atLeast: 40 }, { provisions });
    expect(pieces).toMatchObject({ state: 'broken', numerator: 30, denominator: 40, counts: { met: 1, unproven: 1 } });
    expect(evidence(pieces)).toEqual([['p1', 'met', '30 pieces'], ['p2', 'unproven', 'no number was said']]);
    expect(pieces.sentence).toBe('Marketing provided sales development with 30 pieces as "target_list" of 40 agreed (75 %).');
  });

  test('the plot: planned by the end of each day, what was there by then, and nothing of days to come', () => {
    const period = periodOf('2026-04-01/2026-04-04', 'Etc/UTC')!;
    const provisions = [aProvision(accounts('a', 'b')), aProvision({ event: 'p2', at: april('03 10:00'), accountIds: ['c'] })];
    const rows = (when: (typeof list)['when'] | { readonly prorate: 'working_day' | 'calendar_day' } | { readonly withinDays: number }) =>
      found({ ...list, when }, { provisions }, { period, asOf: april('03 12:00') }).plot!.days.map(({ date, planned, actual }) => [date, planned.numerator, planned.denominator, actual]);
    expect(rows({ prorate: 'working_day' })).toEqual([
      ['2026-04-01', 4, 3, 2],
      ['2026-04-02', 8, 3, 2],
      ['2026-04-03', 12, 3, 3],
      ['2026-04-04', 12, 3, null],
    ]);
    expect(rows({ withinDays: 2 }).map(([, planned]) => planned)).toEqual([0, 4, 4, 4]);
    expect(rows('period_end').map(([, planned]) => planned)).toEqual([0, 0, 0, 4]);
  });
});

describe('10,000 EUR by the fifth working day', () => {
  const money = (amountMinor: number | null, day: string, over: object = {}) =>
    aProvision({ event: `b${day}`, item: 'event_budget', fromParty: 'sales', toParty: 'marketing', at: april(day), amountMinor, currency: amountMinor === null ? null : 'EUR', ...over });

  test.each([
    { when: 'all at once', provisions: [money(1_000_000, '02 09:00')], state: 'kept' },
    { when: 'in two parts', provisions: [money(400_000, '02 09:00'), money(600_000, '07 23:59')], state: 'kept' },
    { when: 'a cent short', provisions: [money(999_999, '02 09:00')], state: 'broken' },
    { when: 'the second part a day late', provisions: [money(400_000, '02 09:00'), money(600_000, '08 00:00')], state: 'broken' },
    { when: 'cut before the day', provisions: [money(1_000_000, '02 09:00'), money(-1, '03 09:00')], state: 'broken' },
    { when: 'cut after the day', provisions: [money(1_000_000, '02 09:00'), money(-500_000, '20 09:00')], state: 'broken' },
    { when: 'cut, and given back in the month', provisions: [money(1_000_000, '02 09:00'), money(-5, '20 09:00'), money(5, '21 09:00')], state: 'kept' },
    { when: 'in dollars', provisions: [money(1_000_000, '02 09:00', { currency: 'USD' })], state: 'broken' },
  ])('$when → $state', ({ provisions, state }) => {
    expect(found(budget, { provisions }).state).toBe(state);
  });

  test('a cut after the day is at risk while the month runs', () => {
    const provisions = [money(1_000_000, '02 09:00'), money(-500_000, '20 09:00')];
    expect(found(budget, { provisions }, { asOf: april('21 00:00') }).state).toBe('at_risk');
  });

  test('other money adds nothing and is told', () => {
    const finding = found(budget, { provisions: [money(250_000, '02 09:00'), money(900, '03 09:00', { currency: 'JPY' }), money(null, '06 09:00')] });
    expect(finding).toMatchObject({ numerator: 250_000, denominator: 1_000_000, alarms: [{ kind: 'other_money', count: 2 }] });
    expect(evidence(finding)).toEqual([
      ['b02 09:00', 'met', '2,500.00 EUR'],
      ['b03 09:00', 'unproven', '900 JPY'],
      ['b06 09:00', 'unproven', 'no amount was said'],
    ]);
    expect(finding.sentence).toBe(
      'Sales committed 2,500.00 EUR to marketing of 10,000.00 EUR agreed by 2026-04-07 (25 %). 2 provisions name no amount in EUR and add nothing to it.',
    );
  });

  test('exact beyond what a number holds', () => {
    const big = Number.MAX_SAFE_INTEGER;
    const finding = found({ ...budget, amount: { minor: big, currency: 'EUR' } }, { provisions: [money(big, '02 09:00'), money(2, '03 09:00')] });
    expect(finding).toMatchObject({ state: 'kept', numerator: '9007199254740993', denominator: big });
    expect(finding.plot!.days.at(-1)).toMatchObject({ actual: '9007199254740993' });
  });
});

describe('two joint trainings in April', () => {
  test('one counts where both sides took part, whoever else did', () => {
    const practices = [
      aPractice({ event: 'both' }),
      aPractice({ event: 'more', at: april('20 09:00'), parties: ['marketing', 'sales', 'sales_development'] }),
      aPractice({ event: 'alone', parties: ['marketing'] }),
      aPractice({ event: 'other', practice: 'review' }),
    ];
    const finding = found(training, { practices });
    expect(finding).toMatchObject({ state: 'kept', numerator: 2, denominator: 2, agreed: { numerator: 1, denominator: 1 } });
    expect(finding.evidence.map(({ leadId, startedEvent }) => [leadId, startedEvent])).toEqual([[null, 'both'], [null, 'more']]);
    expect(finding.sentence).toBe('Marketing held 2 joint trainings with sales of 2 agreed (100 %).');
    expect(found(training, { practices: practices.slice(0, 1) }, { asOf: april('20 00:00') })).toMatchObject({
      state: 'at_risk',
      sentence: 'Marketing held 1 joint training with sales of 2 agreed by the end of the period (50 %).',
    });
  });
});

describe('pipeline of 4,400 EUR in April', () => {
  const enters = (leadId: string, day: string, enteredEvent = `${leadId}-in`) => aVisit({ leadId, enteredAt: april(day), enteredEvent });

  test('a lead counts with its deals: that which the step opened, else all that are open by now', () => {
    const stageVisits = [enters('L1', '01 10:00', 'opened'), enters('L2', '02 10:00'), enters('L3', '02 11:00'), enters('L4', '02 12:00')];
    const opportunities = [
      aDeal(),
      aDeal({ opportunityId: 'O2', openedEvent: 'other', amountMinor: 900_000 }),
      aDeal({ opportunityId: 'O3', leadId: 'L2', openedEvent: 'x', openedAt: april('10 09:00'), amountMinor: 20_000 }),
      aDeal({ opportunityId: 'O4', leadId: 'L2', openedEvent: 'y', openedAt: april('12 09:00'), amountMinor: 5000, currency: 'USD' }),
      aDeal({ opportunityId: 'O5', leadId: 'L2', openedEvent: 'z', openedAt: null, amountMinor: 70_000 }),
      aDeal({ opportunityId: 'O6', leadId: 'L3', openedEvent: 'w', amountMinor: null, currency: null }),
    ];
    const finding = found(pipeline, { stageVisits, opportunities });
    expect(finding).toMatchObject({ state: 'broken', numerator: 120_000, denominator: 440_000, alarms: [{ kind: 'no_amount', count: 2 }], plot: { unit: 'EUR', currency: 'EUR' } });
    expect(finding.evidence.map(({ leadId, state, because }) => [leadId, state, because])).toEqual([
      ['L1', 'met', '1,000.00 EUR'],
      ['L2', 'met', '200.00 EUR; also in USD'],
      ['L3', 'unproven', 'no amount in EUR'],
      ['L4', 'unproven', 'no amount in EUR'],
    ]);
    expect(finding.sentence).toBe('Marketing brought leads worth 1,200.00 EUR to "mql" of 4,400.00 EUR agreed (27.3 %). 2 leads without an amount in EUR add nothing to it.');
    expect(found(pipeline, { stageVisits, opportunities }, { asOf: april('05 00:00') })).toMatchObject({ state: 'kept', numerator: 100_000, agreed: { numerator: 3, denominator: 22 } });
  });

  test('of what was won counts only what was won', () => {
    const won = { ...pipeline, milestone: 'won' } as const;
    const stageVisits = [aVisit({ stage: 'won', enteredAt: april('20 09:00'), enteredEvent: 'signed' }), aVisit({ leadId: 'L2', stage: 'won', enteredAt: april('21 09:00'), enteredEvent: 'moved' })];
    const opportunities = [
      aDeal({ wonAt: april('20 09:00'), closedEvent: 'signed', amountMinor: 300_000 }),
      aDeal({ opportunityId: 'O2', openedEvent: 'o2', amountMinor: 800_000 }),
      aDeal({ opportunityId: 'O3', leadId: 'L2', openedEvent: 'o3', wonAt: april('21 08:00'), closedEvent: 'elsewhere', amountMinor: 140_000 }),
      aDeal({ opportunityId: 'O4', leadId: 'L2', openedEvent: 'o4', lostAt: april('21 08:00'), closedEvent: 'gone', amountMinor: 999_000 }),
    ];
    expect(found(won, { stageVisits, opportunities })).toMatchObject({ state: 'kept', numerator: 440_000 });
  });

  test('the plot of a count follows the leads', () => {
    const clause = { id: 'v', kind: 'volume', title: 'MQLs', by: 'marketing', to: 'sales', milestone: 'mql', atLeast: 44, prorate: 'working_day' } as const;
    const stageVisits = [enters('L1', '01 10:00'), enters('L2', '01 11:00'), enters('L3', '06 09:00')];
    const { plot } = found(clause, { stageVisits }, { asOf: april('07 00:00') });
    expect(plot).toMatchObject({ unit: 'leads', currency: null, target: 44 });
    expect(plot!.days.slice(0, 7).map(({ date, planned, actual }) => [date.slice(-2), planned.numerator, actual])).toEqual([
      ['01', 44, 2], ['02', 88, 2], ['03', 132, 2], ['04', 132, 2], ['05', 132, 2], ['06', 176, 3], ['07', 220, null],
    ]);
    expect(plot!.days.every(({ planned }) => planned.denominator === 22)).toBe(true);
    expect(plot!.days.at(-1)!.planned).toEqual({ numerator: 968, denominator: 22 });
  });

  test.each([
    { when: 'neither', more: {} },
    { when: 'both', more: { atLeast: 3, worth: { minor: 1, currency: 'EUR' } } },
    { when: 'nothing at all', more: { worth: { minor: 0, currency: 'EUR' } } },
  ])('a volume that says $when is none', ({ more }) => {
    const { worth, ...rest } = pipeline;
    expect(worth.minor).toBe(440_000);
    expect(readWith(Clause, { ...rest, ...more }).ok).toBe(false);
  });
});

describe('laws', () => {
  const provisions = fc
    .array(fc.record({ day: fc.integer({ min: -3, max: 35 }), count: fc.integer({ min: 0, max: 6 }) }), { maxLength: 12 })
    .map((rows) => rows.map(({ day, count }, i) => aProvision({ event: `p${String(i)}`, at: utc('2026-04-01 00:00') + day * 86_400_000, count })));
  const clause = { ...list, counting: 'pieces', atLeast: 10 } as const;
  const whens = fc.constantFrom<readonly Clause[]>(
    ...(['period_end', { withinDays: 7 }, { withinWorkingDays: 9 }] as const).map((when) => [{ ...clause, when }]),
  );
  const asOfDay = fc.integer({ min: 0, max: 40 }).map((day) => utc('2026-04-01 00:00') + day * 86_400_000);

  test('the order of rows never matters', () => {
    fc.assert(
      fc.property(provisions, whens, asOfDay, (rows, [one], asOf) => {
        expect(found(one!, { provisions: [...rows].reverse() }, { asOf })).toEqual(found(one!, { provisions: rows }, { asOf }));
      }),
    );
  });

  test('once broken, always broken: nothing that comes later heals it', () => {
    fc.assert(
      fc.property(provisions, whens, asOfDay, fc.integer({ min: 0, max: 20 }), (rows, [one], asOf, later) => {
        if (found(one!, { provisions: rows }, { asOf }).state !== 'broken') return;
        expect(found(one!, { provisions: rows }, { asOf: asOf + later * 86_400_000 }).state).toBe('broken');
      }),
    );
  });

  test('the last day of the plot that has begun holds what was reached', () => {
    fc.assert(
      fc.property(provisions, whens, asOfDay, (rows, [one], asOf) => {
        const { plot, numerator } = found(one!, { provisions: rows }, { asOf });
        expect(plot!.days.filter(({ actual }) => actual !== null).at(-1)?.actual ?? 0).toBe(numerator);
        expect(plot!.days).toHaveLength(30);
      }),
    );
  });
});
