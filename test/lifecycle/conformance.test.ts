import { expect, test } from 'vitest';
import { conformance, createLifecycle, replay } from 'revpact/lifecycle';
import { sirius2006 } from 'revpact/vocabulary';
import { accepts, attempts, delivers, disqualifies, inquires, logOf, opens, qualifies, sales, type Line } from '../support/lead-log.js';

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
