import { describe, expect, test } from 'vitest';
import { conformance, createLifecycle, encode, replay, replayMany } from 'revpact/lifecycle';
import { sirius2006 } from 'revpact/vocabulary';
import { accepts, attempts, delivers, inquires, logOf, opens, qualifies, sales, wins, type Line } from '../support/lead-log.js';

const lifecycle = createLifecycle(sirius2006);

/** Each violation as replay has it, and whether bulk replay says the same. */
const judged = (...lines: readonly Line[]): readonly string[] => {
  const log = logOf(...lines);
  const { violations } = replay(lifecycle, log);
  const said = violations.map(({ type, from, tied }) => `${type} in ${from}${tied ? ', undecided' : ''}`);
  const encoded = encode(lifecycle, log);
  const bulk = replayMany(lifecycle, encoded.columns);
  if (!bulk.ok) throw new Error(bulk.issues[0]?.message);
  const { row, tied } = bulk.value.violations;
  expect([...row].map((one, i) => [encoded.orders[one], tied[i] === 1])).toEqual(violations.map((one) => [one.order, one.tied]));
  return said;
};

/** A qualification and an inquiry at one moment, in the order that nobody would have agreed to. */
const tie: readonly Line[] = [
  { ...qualifies, stage: 'mql', at: 5000 },
  { ...inquires, stage: 'inquiry', at: 5000 },
];

describe('after a tie, the stage is unclear', () => {
  test.each<{ when: string; life: readonly Line[]; says: readonly string[] }>([
    {
      when: 'a step that the other order would have allowed is blamed on nobody',
      life: [...tie, { ...delivers, at: 6000 }, { ...accepts, at: 7000 }],
      says: ['inquiry in mql, undecided', 'accepted in inquiry, undecided'],
    },
    {
      when: 'and in the other order of the rows there is nothing to blame',
      life: [tie[1] ?? inquires, tie[0] ?? inquires, { ...delivers, at: 6000 }, { ...accepts, at: 7000 }],
      says: [],
    },
    {
      when: 'until an event names the stage that it enters, which is itself judged from where nobody knows',
      life: [...tie, { ...opens, at: 6000, stage: 'sql' }, { ...accepts, at: 7000 }],
      says: ['inquiry in mql, undecided', 'opportunity_opened in inquiry, undecided', 'accepted in sql'],
    },
    {
      when: 'or says which one was left',
      life: [...tie, { ...opens, at: 6000, leftStage: 'inquiry' }, { ...wins, at: 7000 }],
      says: ['inquiry in mql, undecided', 'opportunity_opened in inquiry', 'opportunity_won in inquiry'],
    },
    {
      when: 'also where that is another stage than the log has',
      life: [...tie, { ...wins, at: 6000, leftStage: 'mql' }],
      says: ['inquiry in mql, undecided', 'opportunity_won in mql'],
    },
    {
      when: 'a stage that the framework does not have tells nothing',
      life: [...tie, { ...attempts, at: 6000, leftStage: 'nowhere' }, { ...qualifies, at: 6500, stage: 'nowhere' }, { ...wins, at: 7000 }],
      says: ['inquiry in mql, undecided', 'qualified in inquiry, undecided', 'opportunity_won in inquiry, undecided'],
    },
    {
      when: 'nor does a legal step that names none: from the other stage it might not have been one',
      life: [...tie, { ...qualifies, at: 6000 }, { ...wins, at: 7000 }],
      says: ['inquiry in mql, undecided', 'opportunity_won in mql, undecided'],
    },
    {
      when: 'nor one that ties itself',
      life: [...tie, { ...accepts, at: 6000, stage: 'sal' }, { ...opens, at: 6000, stage: 'sql' }, { ...accepts, at: 7000 }],
      says: ['inquiry in mql, undecided', 'accepted in inquiry, undecided', 'accepted in sql, undecided'],
    },
    {
      when: 'what ties and is no step leaves all as clear as it was',
      life: [inquires, qualifies, { ...attempts, at: 5000 }, { type: 'touch', at: 5000 }, { ...wins, at: 6000 }],
      says: ['opportunity_won in mql'],
    },
    {
      when: 'a tied event that alone says where the lead is may have come before or after',
      life: [inquires, { ...attempts, leftStage: 'mql', at: 5000 }, { ...attempts, leftStage: 'sal', by: sales, at: 5000 }, { ...wins, at: 6000 }],
      says: ['opportunity_won in sal, undecided'],
    },
    {
      when: 'of another lead, nothing is unclear',
      life: [...tie, { ...inquires, leadId: 'b', at: 5000 }, { ...wins, leadId: 'b', at: 7000 }],
      says: ['inquiry in mql, undecided', 'opportunity_won in inquiry'],
    },
  ])('$when', ({ life, says }) => {
    expect(judged(...life)).toEqual(says);
  });

  test('so that conformance counts these steps apart, and blames no party', () => {
    const { leads, steps, undecided, byParty } = conformance(replay(lifecycle, logOf(...tie, { ...delivers, at: 6000 }, { ...accepts, at: 7000 })));
    expect({ leads, steps, undecided, byParty }).toEqual({
      leads: { numerator: 0, denominator: 0 },
      steps: { numerator: 1, denominator: 1 },
      undecided: { steps: 2, leads: 1 },
      byParty: [],
    });
  });
});
