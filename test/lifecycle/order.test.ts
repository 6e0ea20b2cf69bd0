import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolve } from 'revpact/lifecycle';
import type { Event } from 'revpact/vocabulary';

const by = { party: 'marketing', kind: 'automation' } as const;
const moments = fc.oneof(
  fc.constantFrom(0, 1, -1, 65_535, 65_536, 65_537, 2 ** 32, 2 ** 32 + 1, -2_208_988_800_000, 7_258_118_400_000),
  fc.integer({ min: -2_208_988_800_000, max: 7_258_118_400_000 }),
  fc.integer({ min: 1_780_000_000_000, max: 1_780_000_000_003 }),
);

test('a log is in the order (at, seq, row), whatever the moments and however many digits they take', () => {
  const row = fc.record({ at: moments, seq: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }) });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60, size: 'max' }), (rows) => {
      const events = rows.map(({ at, seq }, i): Event => ({ id: `e${String(i)}`, type: 'touch', at, by, leadId: `l${String(i)}`, ...(seq === undefined ? {} : { seq }) }));
      // Said a second time, by the language's own stable sort.
      const expected = [...events].sort((a, b) => a.at - b.at || (a.seq ?? Infinity) - (b.seq ?? Infinity) || 0);
      expect(resolve(events).events.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    }),
  );
});
