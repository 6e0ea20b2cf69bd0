import { describe, expect, test } from 'vitest';
import { leadQuality } from 'revpact/pact';
import { aHandOff, aLead, anExit, anOpportunity, at, facts, Q2 } from '../support/metric-facts.js';

const HOUR = 3_600_000;
const open = (hours: number | null) => ({ deliveredOpenMs: 0, firstAttemptOpenMs: hours === null ? null : hours * HOUR });
const tried = (hours: number) => ({ firstAttemptAt: at('04-03'), attempts: 1, ...open(hours) });

/** Marketing delivers to sales development, and sales development to sales. */
const onward = { fromParty: 'sales_development', toParty: 'sales', handOff: 'sal' } as const;
const rows = facts({
  leads: ['a', 'b', 'c', 'd', 'e'].map((leadId) => aLead(leadId, { source: leadId === 'e' ? null : 'web' })),
  handOffs: [
    aHandOff('a', '04-02', { ...tried(1), acceptedAt: at('04-03') }),
    aHandOff('b', '04-02', { ...tried(3), attempts: 4, acceptedAt: at('04-03') }),
    aHandOff('c', '04-02', { ...open(null), rejectedAt: at('04-03'), rejectionClass: 'definitional' }),
    aHandOff('d', '04-02', { ...open(null), expiredAt: at('04-05') }),
    aHandOff('e', '04-02', { ...open(null) }),
    aHandOff('a', '05-02', { ...onward, delivery: 2, ...tried(2), acceptedAt: at('05-03') }),
    // Delivered before the period, and after the moment of judgement.
    aHandOff('f', '03-31', tried(1)),
    aHandOff('g', '06-30', tried(1)),
  ],
  exits: [anExit('b', 'disqualified', '04-20'), anExit('a', 'disqualified', '05-20', { party: 'sales_development' })],
  opportunities: [anOpportunity('o', '05-10', { leadId: 'a' })],
});
const made = leadQuality(rows, { period: Q2, asOf: at('06-15'), filter: null, accounts: [] });

describe('both sides of each hand-off', () => {
  test('the leads as their receiver found them, and what became of those accepted', () => {
    expect(made.map(({ handOff, fromParty, toParty }) => [handOff, fromParty, toParty])).toEqual([
      [null, 'marketing', 'sales_development'],
      ['sal', 'sales_development', 'sales'],
    ]);
    expect(made[0]?.bySource).toEqual([
      // a's opportunity came while it was accepted; b was let go by its receiver.
      { of: 'web', delivered: 4, accepted: 2, rejected: 1, definitional: 1, expired: 1, waiting: 0, disqualified: 2, opportunities: 1 },
      { of: null, delivered: 1, accepted: 0, rejected: 0, definitional: 0, expired: 0, waiting: 1, disqualified: 0, opportunities: 0 },
    ]);
    // Sales accepted a; it was sales development that let it go.
    expect(made[1]?.bySource).toMatchObject([{ of: 'web', accepted: 1, disqualified: 0, opportunities: 1 }]);
  });

  test('the follow-up as the leads met it: what was sent back untried waits for nobody', () => {
    // 1 h, 3 h and never: the second of three is 3 h; the third nobody has tried, after the longest of 3 h.
    expect(made[0]?.followUp).toEqual([
      { of: 'web', delivered: 4, tried: 2, sentBack: 1, untried: 1, attempts: 5, median: { ms: 3 * HOUR, atLeast: null }, ninth: { ms: null, atLeast: 3 * HOUR } },
      { of: null, delivered: 1, tried: 0, sentBack: 0, untried: 1, attempts: 0, median: { ms: null, atLeast: null }, ninth: { ms: null, atLeast: null } },
    ]);
  });

  test('rows of one table add up to its deliveries', () => {
    for (const { bySource, followUp } of made) {
      for (const row of bySource) expect(row.accepted + row.rejected + row.expired + row.waiting).toBe(row.delivered);
      for (const row of followUp) expect(row.tried + row.sentBack + row.untried).toBe(row.delivered);
    }
  });

  test('a time that is not known is no time: known to the day only, or without hours', () => {
    const timed = (differs: object) => leadQuality(facts({ handOffs: [aHandOff('a', '04-02', { ...tried(1), ...differs })] }), { period: Q2, asOf: at('06-15'), filter: null, accounts: [] })[0]?.followUp[0]?.median.ms;
    expect([timed({}), timed({ deliveredByDay: true }), timed({ deliveredOpenMs: null })]).toEqual([HOUR, null, null]);
  });
});
