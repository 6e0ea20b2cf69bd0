import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FULL_PATH, W_SHAPED, explainPath, inverseJShaped, jShaped, uShaped, type Path, type PathModel } from 'revpact/metrics';
import { aPath, DAY, milestones, somePaths } from '../../support/paths.js';

const minors = (path: Path, model: PathModel): readonly unknown[] => {
  const found = explainPath(path, model);
  return found.ok ? found.value.map(({ minor }) => minor) : found.issues;
};
const weights = (path: Path, model: PathModel): readonly string[] => {
  const found = explainPath(path, model);
  return found.ok ? found.value.map(({ weight }) => `${String(weight.numerator)}/${String(weight.denominator)}`) : found.issues.map(({ code }) => code);
};

/**
 * Published: five touches, 12,000 at the last (github.com/coreyhaines31/marketingskills, attribution models). Decay was recomputed
 * outside with forty digits: 175.195, 287.438, 574.875, 3,417.045, 7,545.447; each rounded by itself they miss the amount by a cent,
 * by largest remainder the first is rounded down.
 */
const published = aPath('deal', [['a', 0], ['b', 5], ['c', 12], ['d', 30], ['e', 38]], { amount: { minor: 12_000_00, currency: 'USD' } });

test.each<{ model: string; by: PathModel; minor: readonly number[] }>([
  { model: 'time decay with a half-life of 7 days', by: { kind: 'time_decay', halfLifeMs: 7 * DAY }, minor: [175_19, 287_44, 574_88, 3_417_04, 7_545_45] },
  { model: 'time decay with a half-life of 22.5 days', by: { kind: 'time_decay', halfLifeMs: 22.5 * DAY }, minor: [1_282_36, 1_495_91, 1_855_93, 3_231_35, 4_134_45] },
  { model: 'U', by: uShaped('last'), minor: [4_800_00, 800_00, 800_00, 800_00, 4_800_00] },
  { model: 'linear', by: { kind: 'linear' }, minor: [2_400_00, 2_400_00, 2_400_00, 2_400_00, 2_400_00] },
  { model: 'first touch', by: { kind: 'first_touch' }, minor: [12_000_00, 0, 0, 0, 0] },
  { model: 'last touch', by: { kind: 'last_touch' }, minor: [0, 0, 0, 0, 12_000_00] },
  { model: 'last touch but e', by: { kind: 'last_non_direct', direct: ['e'] }, minor: [0, 0, 0, 12_000_00, 0] },
  { model: 'J', by: jShaped('last'), minor: [2_400_00, 800_00, 800_00, 800_00, 7_200_00] },
  { model: 'inverse J', by: inverseJShaped('last'), minor: [7_200_00, 800_00, 800_00, 800_00, 2_400_00] },
])('the published path by $model', ({ by, minor }) => {
  expect(minors(published, by)).toEqual(minor);
});

describe('collisions and what is not there', () => {
  const five: Path['touches'] = published.touches;
  const at = (days: Parameters<typeof milestones>[0], touches = five): Path => ({ ...published, touches, milestones: milestones(days) });
  test.each<{ when: string; path: Path; model: PathModel; weigh: readonly string[] }>([
    { when: 'four anchors and a middle', path: at({ leadCreated: 5, opportunityCreated: 30 }), model: FULL_PATH, weigh: ['9/40', '9/40', '1/10', '9/40', '9/40'] },
    { when: 'the first touch created the lead: it has both weights', path: at({ leadCreated: 0, opportunityCreated: 30 }), model: W_SHAPED, weigh: ['3/5', '1/30', '1/30', '3/10', '1/30'] },
    { when: 'the anchor is the last touch before the milestone', path: at({ leadCreated: 11, opportunityCreated: 31 }), model: W_SHAPED, weigh: ['3/10', '3/10', '1/20', '3/10', '1/20'] },
    { when: 'the lead was never created: its weight goes to the others', path: at({ opportunityCreated: 30 }), model: W_SHAPED, weigh: ['3/7', '1/21', '1/21', '3/7', '1/21'] },
    { when: 'the milestone came before every touch: the same', path: { ...at({ leadCreated: 4, opportunityCreated: 30 }, five.slice(1)) }, model: W_SHAPED, weigh: ['3/7', '1/14', '3/7', '1/14'] },
    { when: 'no middle: its weight goes to the anchors', path: at({ leadCreated: 5, opportunityCreated: 12 }, five.slice(0, 3)), model: W_SHAPED, weigh: ['1/3', '1/3', '1/3'] },
    { when: 'two touches of a U', path: at({}, five.slice(0, 2)), model: uShaped('last'), weigh: ['1/2', '1/2'] },
    { when: 'two touches of a J', path: at({}, five.slice(0, 2)), model: jShaped('last'), weigh: ['1/4', '3/4'] },
    { when: 'one touch of a U', path: at({}, five.slice(0, 1)), model: uShaped('last'), weigh: ['1/1'] },
    { when: 'one touch of everything', path: at({ leadCreated: 1, opportunityCreated: 1 }, five.slice(0, 1)), model: FULL_PATH, weigh: ['1/1'] },
    { when: 'a U whose second anchor is lead creation', path: at({ leadCreated: 12 }), model: uShaped('lead_created'), weigh: ['2/5', '1/15', '2/5', '1/15', '1/15'] },
    { when: 'a U whose second anchor is opportunity creation', path: at({ opportunityCreated: 30 }), model: uShaped('opportunity_created'), weigh: ['2/5', '1/15', '1/15', '2/5', '1/15'] },
    { when: 'weights of one’s own, nothing for the rest', path: at({ mql: 12 }), model: { kind: 'position', anchors: [{ anchor: 'mql', weight: 3 }, { anchor: 'last', weight: 1 }], rest: 0 }, weigh: ['0/1', '0/1', '3/4', '0/1', '1/4'] },
    { when: 'the only anchor is not there, nothing for the rest', path: at({}), model: { kind: 'position', anchors: [{ anchor: 'mql', weight: 1 }], rest: 0 }, weigh: ['0/1', '0/1', '0/1', '0/1', '0/1'] },
    { when: 'every touch is direct: the last of all', path: at({}), model: { kind: 'last_non_direct', direct: ['a', 'b', 'c', 'd', 'e'] }, weigh: ['0/1', '0/1', '0/1', '0/1', '1/1'] },
    { when: 'no touch at all', path: at({}, []), model: { kind: 'linear' }, weigh: [] },
    { when: 'it did not convert', path: { ...at({}), convertedAt: null }, model: { kind: 'linear' }, weigh: [] },
  ])('$when', ({ path, model, weigh }) => {
    expect(weights(path, model)).toEqual(weigh);
  });

  test('each touch says why it has what it has', () => {
    const reasons = (model: PathModel): unknown => {
      const found = explainPath(at({ leadCreated: 0, opportunityCreated: 30 }), model);
      return found.ok && found.value.map((touch) => touch.reasons.join('+'));
    };
    expect(reasons(W_SHAPED)).toEqual(['first+lead_created', 'rest', 'rest', 'opportunity_created', 'rest']);
    expect(reasons({ kind: 'last_non_direct', direct: ['e'] })).toEqual(['not_credited', 'not_credited', 'not_credited', 'last_non_direct', 'not_credited']);
    expect(reasons({ kind: 'last_non_direct', direct: ['a', 'b', 'c', 'd', 'e'] })).toEqual(['not_credited', 'not_credited', 'not_credited', 'not_credited', 'last']);
    expect(reasons({ kind: 'time_decay', halfLifeMs: DAY })).toEqual(['age', 'age', 'age', 'age', 'age']);
  });
});

const models: readonly PathModel[] = [
  { kind: 'first_touch' },
  { kind: 'last_touch' },
  { kind: 'last_non_direct', direct: ['c1', 'c2'] },
  { kind: 'linear' },
  uShaped('last'),
  uShaped('lead_created'),
  jShaped('opportunity_created'),
  W_SHAPED,
  FULL_PATH,
  { kind: 'position', anchors: [{ anchor: 'mql', weight: 1 }], rest: 0 },
  { kind: 'time_decay', halfLifeMs: 3 },
];

test.each(models)('by $kind shares sum to one or to nothing, money to the last unit, nobody more than a unit off', (model) => {
  fc.assert(
    fc.property(somePaths(3), (paths) => {
      for (const path of paths) {
        const found = explainPath(path, model);
        if (!found.ok) throw new Error(found.issues[0]?.message);
        const sum = found.value.reduce((all, { weight }) => all.plus(new Decimal(weight.numerator).div(weight.denominator)), new Decimal(0));
        const credited = found.value.some(({ weight }) => weight.numerator !== 0);
        expect(sum.toDecimalPlaces(15).toString()).toBe(credited ? '1' : '0');
        if (path.amount === null || path.convertedAt === null || !credited) continue;
        const { minor: amount } = path.amount;
        expect(found.value.reduce((all, { minor }) => all + Number(minor), 0)).toBe(amount);
        for (const { weight, minor } of found.value) {
          expect(new Decimal(weight.numerator).div(weight.denominator).times(amount).minus(Number(minor)).abs().lessThan(1)).toBe(true);
        }
      }
    }),
  );
});

describe('time decay', () => {
  const exact = Decimal.clone({ precision: 60 });
  const share = (ages: readonly number[], halfLifeMs: number): readonly InstanceType<typeof exact>[] => {
    const powers = ages.map((age) => exact.pow(2, new exact(-age).div(halfLifeMs)));
    const sum = powers.reduce((all, one) => all.plus(one));
    return powers.map((one) => one.div(sum));
  };

  test('is 2^(−age ÷ half-life), normalised, to one part in 10^15', () => {
    const ages = fc.array(fc.integer({ min: 0, max: 400 * DAY }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(ages, fc.integer({ min: 1, max: 90 * DAY }), (drawn, halfLifeMs) => {
        const moments = [...drawn].sort((a, b) => a - b);
        const last = moments.at(-1) ?? 0;
        const path: Path = { ...published, touches: moments.map((at, i) => ({ eventId: String(i), at, channel: null })), convertedAt: last };
        const found = explainPath(path, { kind: 'time_decay', halfLifeMs });
        const expected = share(moments.map((at) => last - at), halfLifeMs);
        if (!found.ok) throw new Error('no shares');
        found.value.forEach(({ weight }, i) => {
          const off = new exact(weight.numerator).div(weight.denominator).minus(expected[i] ?? 0).abs();
          expect(off.lessThan('1e-15')).toBe(true);
        });
      }),
    );
  });

  test('a touch of a hundred half-lives ago has nothing, and the last touch is never lost', () => {
    const path = aPath('old', [['a', 0], ['b', 100_000]], { amount: { minor: 7, currency: 'EUR' } });
    expect(minors(path, { kind: 'time_decay', halfLifeMs: 1 })).toEqual([0, 7]);
  });
});
