import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
  actionFor,
  buildTargetList,
  engagement,
  engagementByAccount,
  engagementByLead,
  engagementIssues,
  EngagementModel,
  halfLifeWeights,
  lintMatrix,
  matrixIssues,
  planActions,
  type ActionMatrix,
} from 'revpact/icp';
import type { Event } from 'revpact/vocabulary';
import { PLAIN, t } from '../support/calling.js';
import { everyEvent } from '../support/every-event.js';

/** Interest is worth half after a week. A demo is worth more than any other inquiry; two opened mails a day count. */
const MODEL: EngagementModel = {
  id: 'interest',
  title: 'Interest',
  halfLifeDays: 7,
  signals: [
    { id: 'demo', title: 'Asked for a demo', on: { type: 'inquiry', source: 'demo form' }, points: 40 },
    { id: 'inquiry', title: 'Asked anything', on: { type: 'inquiry' }, points: 16 },
    { id: 'mail', title: 'Opened a mail', on: { type: 'touch', channel: 'email' }, points: 4, mostPerDay: 2 },
    { id: 'no_show', title: 'Did not come', on: { type: 'meeting_no_show' }, points: -10 },
  ],
  levels: [
    { id: '1', atLeast: 40 },
    { id: '2', atLeast: 20 },
    { id: '3', atLeast: 1 },
    { id: '4', atLeast: 0 },
  ],
};

let count = 0;
const base = (at: number, leadId: string) => ({ id: `e${String((count += 1))}`, at, leadId, by: { party: 'marketing', kind: 'automation' } as const });
const inquiry = (at: number, source = 'fair', leadId = 'l1'): Event => ({ ...base(at, leadId), type: 'inquiry', source });
const mail = (at: number, leadId = 'l1', accountId?: string): Event => ({
  ...base(at, leadId),
  type: 'touch',
  channel: 'email',
  ...(accountId === undefined ? {} : { accountId }),
});
const noShow = (at: number, leadId = 'l1'): Event => ({ ...base(at, leadId), type: 'meeting_no_show', meetingId: 'm1' });

describe('half-life table', () => {
  // 2^(−d/h) × 10^6 by hand: 976.5625 → 977, 7812.5 → 7813 (halves up), 0.4768 → the end.
  test('of one day: halved each day until nothing is left', () => {
    expect([...halfLifeWeights(1)]).toEqual([
      1_000_000, 500_000, 250_000, 125_000, 62_500, 31_250, 15_625, 7_813, 3_906, 1_953, 977, 488, 244, 122, 61, 31, 15, 8, 4, 2, 1,
    ]);
  });

  // √½ = 0.70710678…, ∛½ = 0.79370052… and ∛¼ = 0.62996052…, 2^(−1/7) = 0.90572366…
  test.each([
    { days: 2, at: 1, is: 707_107 },
    { days: 3, at: 1, is: 793_701 },
    { days: 3, at: 2, is: 629_961 },
    { days: 3, at: 4, is: 396_850 },
    { days: 7, at: 1, is: 905_724 },
    { days: 30, at: 10, is: 793_701 },
    { days: 3650, at: 3650, is: 500_000 },
    { days: 3650, at: 1825, is: 707_107 },
  ])('of $days days after $at', ({ days, at, is }) => {
    expect(halfLifeWeights(days)[at]).toBe(is);
  });

  test('law: never off by more than half a millionth from the double, never rising', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(3000), (days, at) => {
        const weights = halfLifeWeights(days);
        expect(Math.abs((weights[at] ?? 0) - 1e6 * 2 ** (-at / days))).toBeLessThanOrEqual(0.500001);
        expect(weights[at + 1] ?? 0).toBeLessThanOrEqual(weights[at] ?? 0);
        expect(weights.length).toBeLessThanOrEqual(21 * days + 1);
      }),
    );
  });

  test.each([0, -1, 1.5, NaN])('%s is no half-life', (days) => {
    expect(() => halfLifeWeights(days)).toThrow(RangeError);
  });
});

describe('how much interest', () => {
  test.each<{ when: string; events: readonly Event[]; asOf: number; points: number; millionths: number; level: string | null }>([
    { when: 'none', events: [], asOf: t(0), points: 0, millionths: 0, level: '4' },
    { when: 'a demo just now', events: [inquiry(t(0), 'demo form')], asOf: t(0) + 1, points: 40, millionths: 40_000_000, level: '1' },
    { when: 'at the moment itself, which is not before it', events: [inquiry(t(0), 'demo form')], asOf: t(0), points: 0, millionths: 0, level: '4' },
    { when: 'less than a day old', events: [inquiry(t(0), 'demo form')], asOf: t(1) - 1, points: 40, millionths: 40_000_000, level: '1' },
    { when: 'a day old', events: [inquiry(t(0), 'demo form')], asOf: t(1), points: 36, millionths: 36_228_960, level: '2' },
    { when: 'a half-life old', events: [inquiry(t(0), 'demo form')], asOf: t(7), points: 20, millionths: 20_000_000, level: '2' },
    { when: 'a source in other letters is another source', events: [inquiry(t(0), 'Demo form')], asOf: t(7), points: 8, millionths: 8_000_000, level: '3' },
    { when: 'years old', events: [inquiry(t(0), 'demo form')], asOf: t(3000), points: 0, millionths: 0, level: '4' },
    { when: 'less than nothing: no level', events: [noShow(t(0))], asOf: t(7), points: -5, millionths: -5_000_000, level: null },
    { when: 'rounded down, below nothing too', events: [noShow(t(0))], asOf: t(1), points: -10, millionths: -9_057_240, level: null },
    // 2 × 4 of one day, in whichever order; the third is beyond it, the one of the next day in UTC is not.
    { when: 'more mails than a day holds', events: [mail(t(0, 3)), mail(t(0)), mail(t(0, 1)), mail(t(0, 12))], asOf: t(0, 13), points: 12, millionths: 12_000_000, level: '3' },
  ])('$when', ({ events, asOf, points, millionths, level }) => {
    expect(engagement(MODEL, events, { asOf })).toMatchObject({ points, millionths, level });
  });

  test('the reasons, in words', () => {
    const { reasons } = engagement(MODEL, [inquiry(t(0), 'demo form'), mail(t(6)), mail(t(6, 1)), mail(t(6, 2)), noShow(t(4))], { asOf: t(7, 1) });
    expect(reasons.map(({ signal, counted, beyondDay, millionths }) => [signal, counted, beyondDay, millionths])).toEqual([
      ['demo', 1, 0, 20_000_000],
      // One is 25 hours old, one 24: both weigh what a day leaves.
      ['mail', 2, 1, 2 * 4 * 905_724],
      ['no_show', 1, 0, -10 * 742_997], // 2^(−3/7) = 0.74299714…
    ]);
    expect(reasons.map(({ why }) => why)).toEqual([
      'Asked for a demo: once, 7 days ago; worth 20 of 40 points',
      'Opened a mail: 2 times, the last a day ago, 1 more on full days; worth 7 of 8 points',
      'Did not come: once, 3 days ago; worth -7 of -10 points',
    ]);
  });

  test('what took points and has no weight left gives 0, on all sides of it', () => {
    const { millionths, reasons } = engagement(MODEL, [noShow(t(0))], { asOf: t(3000) });
    expect([millionths, reasons[0]?.millionths]).toEqual([0, 0]);
    expect(reasons[0]?.why).toBe('Did not come: once, 3000 days ago; worth 0 of -10 points');
  });

  test('a model of many signals costs what the events cost, not signals times leads', () => {
    const many: EngagementModel = { ...MODEL, signals: Array.from({ length: 100 }, (_, i) => ({ id: `s${String(i)}`, title: 'S', on: { type: 'inquiry' as const, source: `s${String(i)}` }, points: 2 })) };
    const events = Array.from({ length: 2000 }, (_, i) => inquiry(t(0), `s${String(i % 100)}`, `l${String(i)}`));
    const leads = engagementByLead(many, events, { asOf: t(1) });
    expect([leads.length, leads.every(({ points, reasons }) => points === 1 && reasons.length === 1)]).toEqual([2000, true]);
  });

  test('by lead and by account: a day is full for each lead', () => {
    const events = [mail(t(0), 'l1'), mail(t(0, 1), 'l1'), mail(t(0, 2), 'l1'), mail(t(0), 'l2'), mail(t(0), 'l3', 'a9'), mail(t(0), 'l4')];
    const leads = [{ id: 'l1', accountId: 'a1' }, { id: 'l2', accountId: 'a1' }, { id: 'l3', accountId: 'a1' }];
    expect(engagementByLead(MODEL, events, { asOf: t(0, 5) }).map(({ leadId, points }) => [leadId, points])).toEqual([['l1', 8], ['l2', 4], ['l3', 4], ['l4', 4]]);
    // l3's event names another account itself; l4 has none.
    expect(engagementByAccount(MODEL, events, { asOf: t(0, 5), leads }).map(({ accountId, points }) => [accountId, points])).toEqual([['a1', 12], ['a9', 4]]);
  });

  const someEvents = fc.array(
    fc.oneof(
      fc.tuple(fc.nat(40), fc.constantFrom('l1', 'l2')).map(([hour, lead]) => mail(t(0, hour), lead)),
      fc.tuple(fc.nat(40), fc.constantFrom('l1', 'l2'), fc.constantFrom('fair', 'demo form')).map(([hour, lead, source]) => inquiry(t(0, hour), source, lead)),
      fc.tuple(fc.nat(40), fc.constantFrom('l1', 'l2')).map(([hour, lead]) => noShow(t(0, hour), lead)),
    ),
    { maxLength: 20 },
  );
  test('laws: reasons add up, order changes nothing, leads add up to their account, each event counts or is beyond its day', () => {
    fc.assert(
      fc.property(someEvents, fc.nat(30), (events, day) => {
        const asOf = t(day);
        const all = engagement(MODEL, events, { asOf });
        expect(all.reasons.reduce((sum, { millionths }) => sum + millionths, 0)).toBe(all.millionths);
        expect(all.reasons.reduce((sum, { counted, beyondDay }) => sum + counted + beyondDay, 0)).toBe(events.filter(({ at }) => at < asOf).length);
        expect(engagement(MODEL, [...events].reverse(), { asOf })).toEqual(all);
        const leads = engagementByLead(MODEL, events, { asOf });
        expect(leads.reduce((sum, { millionths }) => sum + millionths, 0)).toBe(all.millionths);
        const [account] = engagementByAccount(MODEL, events, { asOf, leads: [{ id: 'l1', accountId: 'a' }, { id: 'l2', accountId: 'a' }] });
        if (account !== undefined) expect(account).toEqual({ accountId: 'a', ...all });
      }),
    );
  });
});

describe('what is wrong with a model', () => {
  test.each<{ when: string; model: EngagementModel; is: readonly unknown[] }>([
    { when: 'nothing', model: MODEL, is: [] },
    {
      when: 'the general signal stands before the special one',
      model: { ...MODEL, signals: [MODEL.signals[1]!, MODEL.signals[0]!] },
      is: [['icp.signal_shadowed', ['signals', 1, 'on']]],
    },
    {
      when: 'a channel is asked of what has none, and an id comes twice',
      model: { ...MODEL, signals: [MODEL.signals[0]!, { ...MODEL.signals[0]!, on: { type: 'meeting_held', channel: 'phone' } }] },
      is: [
        ['icp.duplicate_id', ['signals', 1, 'id']],
        ['icp.signal_never', ['signals', 1, 'on', 'channel']],
      ],
    },
    {
      when: 'levels out of order, and points that nothing gives',
      model: { ...MODEL, signals: [MODEL.signals[3]!], levels: [{ id: '2', atLeast: 0 }, { id: '1', atLeast: 5 }] },
      is: [
        ['icp.level_order', ['levels', 1, 'atLeast']],
        ['icp.unreachable_level', ['levels', 1, 'atLeast']],
      ],
    },
  ])('$when', ({ model, is }) => {
    expect(engagementIssues(model).map(({ code, path }) => [code, path])).toEqual(is);
  });

  test('a field is refused of exactly those types of events that have none', () => {
    const SAMPLE = { channel: 'phone', outcome: 'connected', source: 'x', campaign: 'x' } as const;
    const asking = (on: object) => EngagementModel.safeParse({ ...MODEL, signals: [{ id: 's', title: 'S', on, points: 50 }] });
    const found = everyEvent('x').filter(({ event: { type } }) => asking({ type }).success);
    expect(found.length).toBeGreaterThan(25);
    for (const { event } of found) {
      for (const [field, value] of Object.entries(SAMPLE)) {
        const model = asking({ type: event['type'], [field]: value });
        const issues = model.success ? engagementIssues(model.data) : null;
        expect([event['type'], field, issues?.length === 0]).toEqual([event['type'], field, field in event]);
      }
    }
  });
});

describe('what is done about it', () => {
  const MATRIX: ActionMatrix = {
    id: 'plan',
    title: 'Plan',
    actions: [
      { id: 'call', title: 'Call today', by: 'sales_development' },
      { id: 'mail', title: 'Write', by: 'marketing' },
      { id: 'nurture', title: 'Newsletter' },
    ],
    cells: ['A', 'B'].flatMap((fit) => ['1', '2', '3', '4'].map((level) => ({ fit, engagement: level, action: level === '1' || (fit === 'A' && level === '2') ? 'call' : 'mail' }))),
    otherwise: 'nurture',
  };
  const SIDES = { tiers: ['A', 'B'], levels: ['1', '2', '3', '4'] };

  test.each([
    { tier: 'A', level: '2', action: 'call', by: 'sales_development', because: 'cell' },
    { tier: 'B', level: '2', action: 'mail', by: 'marketing', because: 'cell' },
    { tier: null, level: '1', action: 'nurture', by: null, because: 'otherwise' },
    { tier: 'A', level: null, action: 'nurture', by: null, because: 'otherwise' },
    { tier: 'C', level: '1', action: 'nurture', by: null, because: 'otherwise' },
  ])('tier $tier with level $level: $action', ({ tier, level, action, by, because }) => {
    expect(actionFor(MATRIX, tier, level)).toMatchObject({ action: { id: action, by }, because });
  });

  test('the whole list at once: an account that showed nothing has the level of nothing', () => {
    const accounts = [
      { id: 'a', attributes: { employees: 300, industry: 'retail' } },
      { id: 'b', attributes: { employees: 60, industry: 'retail' } },
      { id: 'c', attributes: { employees: 400 } },
    ];
    const list = buildTargetList(accounts, PLAIN, { asOf: t(1) });
    const engagements = engagementByAccount(MODEL, [inquiry(t(0, 20), 'demo form', 'l1'), noShow(t(0), 'l2')], {
      asOf: t(1),
      leads: [{ id: 'l1', accountId: 'b' }, { id: 'l2', accountId: 'c' }],
    });
    expect(planActions(list, engagements, { matrix: MATRIX, model: MODEL }).map(({ rank, accountId, tier, level, action }) => [rank, accountId, tier, level, action.id])).toEqual([
      [1, 'a', 'A', '4', 'mail'],
      [2, 'b', 'B', '1', 'call'],
      [3, 'c', 'B', null, 'nurture'],
    ]);
  });

  test.each<{ when: string; matrix: ActionMatrix; is: readonly unknown[] }>([
    { when: 'nothing', matrix: MATRIX, is: [] },
    {
      when: 'a cell is missing, another is there twice',
      matrix: { ...MATRIX, cells: [...MATRIX.cells.slice(1), MATRIX.cells[1]!] },
      is: [
        ['icp.duplicate_cell', ['cells', 7]],
        ['icp.missing_cell', ['cells']],
      ],
    },
    {
      when: 'names that nobody has',
      matrix: { ...MATRIX, cells: [...MATRIX.cells, { fit: 'C', engagement: '5', action: 'cal' }], otherwise: 'wait', actions: [...MATRIX.actions, MATRIX.actions[0]!] },
      is: [
        ['icp.duplicate_id', ['actions', 3, 'id']],
        ['icp.unknown_tier', ['cells', 8, 'fit']],
        ['icp.unknown_level', ['cells', 8, 'engagement']],
        ['icp.unknown_action', ['cells', 8, 'action']],
        ['icp.unknown_action', ['otherwise']],
      ],
    },
  ])('what is wrong with a matrix: $when', ({ matrix, is }) => {
    expect(matrixIssues(matrix, SIDES).map(({ code, path }) => [code, path])).toEqual(is);
  });

  test('a matrix that was not checked throws where its action is missing; an action nobody asks for is odd', () => {
    expect(() => actionFor({ ...MATRIX, otherwise: 'wait' }, null, null)).toThrow('the matrix has no action "wait"');
    expect(lintMatrix({ ...MATRIX, otherwise: 'mail' }, ['actionMatrix']).map(({ code, path }) => [code, path])).toEqual([['icp.idle_action', ['actionMatrix', 'actions', 2]]]);
  });
});
