import { describe, expect, test } from 'vitest';
import { conformance, createLifecycle, replay } from 'revpact/lifecycle';
import { sirius2006 } from 'revpact/vocabulary';
import { accepts, attempts, delivers, disqualifies, inquires, logOf, opens, qualifies, rejects, sales, wins, type Line } from '../support/lead-log.js';

const lifecycle = createLifecycle(sirius2006);
const of = (leadId: string, ...lines: readonly Line[]): readonly Line[] => lines.map((line) => ({ ...line, leadId }));

test('how many leads and steps follow the agreed life, where it strays most, and whose doing that is', () => {
  const log = logOf(
    ...of('good', inquires, qualifies, delivers, accepts, attempts, disqualifies),
    ...of('hasty', inquires, qualifies, delivers, accepts, disqualifies, disqualifies),
    ...of('hastier', inquires, qualifies, delivers, accepts, disqualifies),
    ...of('skipped', inquires, { ...opens, stage: 'sql' }),
    ...of('touched', { type: 'touch' }),
  );
  expect(conformance(replay(lifecycle, log))).toEqual({
    leads: { numerator: 1, denominator: 4 },
    steps: { numerator: 11, denominator: 15 },
    undecided: { steps: 0, leads: 0 },
    deviations: [
      {
        code: 'lifecycle.requirement_missing',
        type: 'disqualified',
        from: 'sal',
        to: null,
        count: 3,
        leads: 2,
        byParty: [{ party: 'sales_development', count: 3, leads: 2 }],
      },
      {
        code: 'lifecycle.no_such_step',
        type: 'opportunity_opened',
        from: 'inquiry',
        to: 'sql',
        count: 1,
        leads: 1,
        byParty: [{ party: sales.party, count: 1, leads: 1 }],
      },
    ],
    byParty: [
      { party: 'sales_development', count: 3, leads: 2 },
      { party: 'sales', count: 1, leads: 1 },
    ],
  });
});

test('a log without steps has no share', () => {
  expect(conformance(replay(lifecycle, logOf({ type: 'touch' })))).toMatchObject({ leads: { numerator: 0, denominator: 0 }, steps: { numerator: 0, denominator: 0 } });
});

describe('ties', () => {
  // An acceptance and a disqualification at one moment, in an order that the source did not give.
  const tied = of('tied', inquires, qualifies, delivers, { ...accepts, at: 90_000 }, { ...disqualifies, at: 90_000 });
  const good = of('good', inquires, qualifies);
  const bad = of('bad', inquires, { ...opens, stage: 'sql' });

  test('a step that only row order puts against the agreed life is nobody’s, and in neither share', () => {
    expect(conformance(replay(lifecycle, logOf(...good, ...tied)))).toEqual({
      leads: { numerator: 1, denominator: 1 },
      // Two of the good lead, three of the tied one (inquiry, qualification, acceptance); the disqualification is undecided.
      steps: { numerator: 5, denominator: 5 },
      undecided: { steps: 1, leads: 1 },
      deviations: [],
      byParty: [],
    });
  });

  test('a lead that strayed beyond doubt besides has strayed', () => {
    const { leads, steps, undecided, byParty } = conformance(replay(lifecycle, logOf(...good, ...bad, ...tied, { ...opens, leadId: 'tied', leftStage: 'sal', stage: 'won', at: 95_000 })));
    expect(leads).toEqual({ numerator: 1, denominator: 3 });
    expect(undecided).toEqual({ steps: 1, leads: 0 });
    // Nine steps, one of them undecided and two against the agreed life.
    expect(steps).toEqual({ numerator: 6, denominator: 8 });
    expect(byParty).toEqual([{ party: 'sales', count: 2, leads: 2 }]);
  });

  test('the order that the source gives decides, and then somebody answers for it', () => {
    const ordered = tied.map((line, i) => ({ ...line, seq: i }));
    expect(conformance(replay(lifecycle, logOf(...ordered)))).toMatchObject({
      undecided: { steps: 0, leads: 0 },
      byParty: [{ party: 'sales_development', count: 1, leads: 1 }],
    });
  });
});

test('equally frequent deviations stand in an order that no shuffle of the leads changes', () => {
  const lives = [
    of('a', inquires, { ...opens, stage: 'sql' }),
    of('b', inquires, qualifies, delivers, accepts, disqualifies),
    of('c', { ...wins, stage: 'won' }),
    of('d', inquires, qualifies, { ...rejects, class: 'clerical' }),
  ];
  const found = (order: readonly number[]) => conformance(replay(lifecycle, logOf(...order.flatMap((i) => lives[i] ?? []))));
  const straight = found([0, 1, 2, 3]);
  expect(straight.deviations.map(({ from, type }) => `${from} ${type}`)).toEqual(['inquiry opportunity_opened', 'mql rejected', 'sal disqualified', 'start opportunity_won']);
  for (const order of [[3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2]]) expect(found(order)).toEqual(straight);
});
