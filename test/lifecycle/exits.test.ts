import { expect, test } from 'vitest';
import { createLifecycle, factsFrom } from 'revpact/lifecycle';
import { sirius2006 } from 'revpact/vocabulary';
import {
  accepts,
  attempts,
  delivers,
  disqualifies,
  inquires,
  logOf,
  loses,
  marketing,
  opens,
  qualifies,
  recycles,
  rejects,
  robot,
  sales,
  sdr,
  wins,
  type Line,
} from '../support/lead-log.js';

const lifecycle = createLifecycle(sirius2006);
const delivered = [inquires, qualifies, delivers];
const accepted = [...delivered, accepts];

// The four exits are told apart by what happened before them, whatever the record calls them.
test.each<{ when: string; life: readonly Line[]; exits: readonly string[]; violations: readonly string[] }>([
  { when: 'rejected before any attempt', life: [...delivered, rejects], exits: ['rejected'], violations: [] },
  { when: 'rejected after an attempt', life: [...delivered, attempts, rejects], exits: [], violations: ['not_attempted_since_delivery'] },
  {
    when: 'rejected after an attempt, and recorded in its stage',
    life: [...delivered, attempts, { ...rejects, stage: 'rejected' }],
    exits: ['rejected, not as agreed'],
    violations: ['not_attempted_since_delivery'],
  },
  { when: 'rejected after a robot mailed', life: [...delivered, { ...attempts, by: robot }, rejects], exits: ['rejected'], violations: [] },
  { when: 'rejected after marketing itself rang', life: [...delivered, { ...attempts, by: marketing }, rejects], exits: ['rejected'], violations: [] },
  {
    when: 'rejected untouched since the second delivery',
    life: [...delivered, attempts, delivers, rejects],
    exits: ['rejected'],
    violations: [],
  },
  { when: 'rejected without a delivery', life: [inquires, qualifies, rejects], exits: [], violations: ['delivered'] },
  { when: 'rejected after acceptance', life: [...accepted, rejects], exits: [], violations: ['no guard'] },
  { when: 'disqualified after an attempt by the accepter', life: [...accepted, attempts, disqualifies], exits: ['disqualified'], violations: [] },
  { when: 'disqualified without an attempt', life: [...accepted, disqualifies], exits: [], violations: ['attempted_since_acceptance'] },
  {
    when: 'disqualified after another side rang',
    life: [...accepted, { ...attempts, by: sales }, disqualifies],
    exits: [],
    violations: ['attempted_since_acceptance'],
  },
  {
    when: 'disqualified after an attempt made before accepting',
    life: [...delivered, attempts, accepts, disqualifies],
    exits: [],
    violations: ['attempted_since_acceptance'],
  },
  { when: 'disqualified before acceptance', life: [...delivered, attempts, disqualifies], exits: [], violations: ['no guard'] },
  { when: 'expired as an MQL', life: [...delivered, { type: 'expired' }], exits: ['expired'], violations: [] },
  { when: 'lost', life: [...accepted, opens, loses], exits: ['lost'], violations: [] },
  { when: 'lost before there is an opportunity', life: [...accepted, loses], exits: [], violations: ['no guard'] },
  { when: 'lost before there is an opportunity, and recorded in its stage', life: [...accepted, { ...loses, stage: 'lost' }], exits: ['lost, not as agreed'], violations: ['no guard'] },
  { when: 'expired, and then disqualified by hand', life: [...accepted, attempts, { type: 'expired' }, disqualifies], exits: ['expired'], violations: ['no guard'] },
  { when: 'won is no exit', life: [...accepted, opens, wins], exits: [], violations: [] },
  {
    when: 'recycled and rejected again',
    life: [...delivered, rejects, recycles, qualifies, delivers, rejects],
    exits: ['rejected, brought back', 'rejected'],
    violations: [],
  },
])('$when', ({ life, exits, violations }) => {
  const { facts, replay } = factsFrom(lifecycle, logOf(...life));
  expect(
    facts.exits.map(({ exit, legal, recycledAt }) => `${exit}${legal ? '' : ', not as agreed'}${recycledAt === null ? '' : ', brought back'}`),
  ).toEqual(exits);
  expect(replay.violations.map(({ guard }) => guard ?? 'no guard')).toEqual(violations);
});

test('an exit carries its reason, what was given with it, and what was tried since the delivery', () => {
  const log = logOf(
    inquires,
    qualifies,
    { ...attempts, by: sdr },
    delivers,
    accepts,
    attempts,
    { type: 'contact_made', channel: 'phone', by: sdr },
    { ...attempts, by: robot },
    attempts,
    { ...disqualifies, specifics: { competitor: 'acme', budget: ' ', authority: 'cfo' } },
    recycles,
  );
  expect(factsFrom(lifecycle, log).facts.exits).toEqual([
    {
      leadId: 'a',
      nth: 1,
      exit: 'disqualified',
      at: 10_000,
      event: 'e10',
      party: 'sales_development',
      person: 'dev',
      class: null,
      reason: 'no_budget',
      specifics: ['authority', 'competitor'],
      legal: true,
      attempts: 2,
      attemptChannels: 1,
      firstAttemptAt: 6000,
      contacts: 1,
      recycledAt: 11_000,
      mqlAgainAt: null,
      sqlAgainAt: null,
    },
  ]);
});

test('a lead that comes back again and again counts its returns and its entries', () => {
  const again = [recycles, qualifies, delivers, rejects];
  const { replay } = factsFrom(lifecycle, logOf(...delivered, rejects, ...again, ...again, recycles));
  expect(replay.states.get('a')?.standing.recycles).toBe(3);
  expect(replay.visits.filter(({ stage }) => stage === 'mql').map(({ entry }) => entry)).toEqual([1, 2, 3]);
  expect(replay.visits.filter(({ stage }) => stage === 'recycled').map(({ entry }) => entry)).toEqual([1, 2, 3]);
});
