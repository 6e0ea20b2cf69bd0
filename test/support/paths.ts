import fc from 'fast-check';
import type { Path, PathMilestones } from 'revpact/metrics';

export const DAY = 86_400_000;

const NONE: PathMilestones = { leadCreated: null, mql: null, opportunityCreated: null };

/** A path from `[channel, day]`, converted on its last day and worth so many cents; differences beside it. */
export const aPath = (id: string, touches: readonly (readonly [channel: string | null, day: number])[], differs: Partial<Path> = {}): Path => ({
  id,
  touches: touches.map(([channel, day], i) => ({ eventId: `${id}-${String(i + 1)}`, at: day * DAY, channel })),
  convertedAt: (touches.at(-1)?.[1] ?? 0) * DAY,
  amount: null,
  milestones: NONE,
  ...differs,
});

/** Milestones by day. */
export const milestones = (days: Partial<Record<keyof PathMilestones, number>>): PathMilestones => ({
  leadCreated: days.leadCreated === undefined ? null : days.leadCreated * DAY,
  mql: days.mql === undefined ? null : days.mql * DAY,
  opportunityCreated: days.opportunityCreated === undefined ? null : days.opportunityCreated * DAY,
});

/** Words as paths: `'ads mail +'` converted, `'ads -'` did not; one a line. */
export const pathsIn = (text: string): readonly Path[] =>
  text
    .trim()
    .split('\n')
    .map((line, i) => {
      const words = line.trim().split(' ');
      const channels = words.slice(0, -1);
      return aPath(`p${String(i + 1)}`, channels.map((channel, day) => [channel, day]), words.at(-1) === '+' ? { convertedAt: channels.length * DAY } : { convertedAt: null });
    });

const moment = fc.integer({ min: 0, max: 20 });

/** Paths over a few channels, one of them unknown, with moments that tie, amounts of three currencies and of none. */
export const somePaths = (most = 12, channels = 5): fc.Arbitrary<readonly Path[]> =>
  fc
    .array(
      fc.record({
        touches: fc.array(fc.tuple(fc.integer({ min: 0, max: channels - 1 }), moment), { maxLength: 7 }),
        converted: fc.boolean(),
        amount: fc.option(fc.record({ minor: fc.integer({ min: -5000, max: 1_000_000_007 }), currency: fc.constantFrom('EUR', 'USD', 'JPY') }), { nil: null }),
        leadCreated: fc.option(moment, { nil: null }),
        mql: fc.option(moment, { nil: null }),
        opportunityCreated: fc.option(moment, { nil: null }),
      }),
      { maxLength: most },
    )
    .map((drawn) =>
      drawn.map(({ touches, converted, amount, ...marks }, i) => ({
        id: `p${String(i)}`,
        touches: touches
          .map(([channel, at], nth) => ({ eventId: `p${String(i)}-${String(nth)}`, at, channel: channel === 0 ? null : `c${String(channel)}` }))
          .sort((a, b) => a.at - b.at),
        convertedAt: converted ? 20 : null,
        amount: converted ? amount : null,
        milestones: marks,
      })),
    );
