import { describe, expect, test } from 'vitest';
import { createLifecycle, encode, foldStanding, NOTHING_YET, replay, replayMany, stepFacts, transition, type Lifecycle } from 'revpact/lifecycle';
import { sirius2006, type Framework, type LeadEvent, type Requirement } from 'revpact/vocabulary';
import { accepts, attempts, delivers, disqualifies, inquires, logOf, marketing, qualifies, recycles, sdr, story, type Line } from '../support/lead-log.js';

const standingAfter = (...lines: readonly Line[]) => story(...lines).reduce(foldStanding, NOTHING_YET);

describe('a lead that was brought back begins anew', () => {
  const firstRound = [inquires, qualifies, delivers, accepts, attempts, attempts, disqualifies] as const;

  test('who accepted it before, and what they tried, counts no more; how often it came back does', () => {
    expect(standingAfter(...firstRound)).toMatchObject({ accepter: sdr.party, attemptsSinceAcceptance: 2, attemptsAt: [5000, 6000], recycles: 0 });
    expect(standingAfter(...firstRound, recycles)).toMatchObject({ accepter: null, attemptsSinceAcceptance: 0, attemptsAt: [], recycles: 1 });
  });

  test('an attempt before the next acceptance is nobody’s that accepted, and one after it counts', () => {
    expect(standingAfter(...firstRound, recycles, attempts)).toMatchObject({ accepter: null, attemptsSinceAcceptance: 0, attemptsAt: [] });
    expect(standingAfter(...firstRound, recycles, accepts, attempts)).toMatchObject({ accepter: sdr.party, attemptsSinceAcceptance: 1, attemptsAt: [10_000] });
  });

  test('conversations are counted since the last delivery, and a return is none', () => {
    expect(standingAfter(delivers, { type: 'contact_made', channel: 'phone', by: sdr }, recycles)).toMatchObject({ contacted: true, receiver: sdr.party });
  });

  test('so that it cannot be disqualified on the strength of its first round', () => {
    const lifecycle = createLifecycle(sirius2006);
    // Put into SAL by hand: nobody accepted it this time, and nobody tried it.
    const log = logOf(...firstRound, recycles, { ...qualifies, stage: 'sal' }, disqualifies);
    const { violations } = replay(lifecycle, log);
    expect(violations.map(({ event, code, guard }) => [event, code, guard])).toEqual([
      ['e9', 'lifecycle.leads_elsewhere', null],
      ['e10', 'lifecycle.requirement_missing', 'attempted_since_acceptance'],
    ]);
    const bulk = replayMany(lifecycle, encode(lifecycle, log).columns);
    expect(bulk.ok && [...bulk.value.violations.row]).toEqual([8, 9]);
  });

  test('nor where attempts of the last days are asked for', () => {
    const requires: readonly Requirement[] = [{ kind: 'attempted_within', atLeast: 1, days: 3 }];
    const lifecycle = createLifecycle({ ...sirius2006, transitions: [{ on: 'disqualified', from: ['start'], to: 'disqualified', requires }] });
    const violations = (...lines: readonly Line[]): readonly [number, number] => {
      const log = logOf(...lines);
      const bulk = replayMany(lifecycle, encode(lifecycle, log).columns);
      return [replay(lifecycle, log).violations.length, bulk.ok ? bulk.value.violations.count : -1];
    };
    expect(violations(accepts, attempts, disqualifies)).toEqual([0, 0]);
    expect(violations(accepts, attempts, { type: 'recycled', by: marketing }, disqualifies)).toEqual([1, 1]);
  });
});

describe('custom fields are looked up where a requirement asks for them', () => {
  const asking: Lifecycle = createLifecycle<Framework>({ ...sirius2006, transitions: [{ on: 'qualified', from: ['start'], to: 'mql', requires: [{ kind: 'fields', allOf: ['budget', 'region'] }] }] });
  const askingNone: Lifecycle = createLifecycle<Framework>(sirius2006);
  const qualified = (attributes: Readonly<Record<string, string | null>>): LeadEvent => ({ id: 'q', type: 'qualified', at: 5000, by: marketing, leadId: 'a', attributes });

  test.each([
    { when: 'known from before', before: { budget: 'x', region: 'north' }, own: {}, missing: null },
    { when: 'recorded by the event itself', before: { budget: 'x' }, own: { region: 'north' }, missing: null },
    { when: 'emptied by the event itself', before: { budget: 'x', region: 'north' }, own: { region: '' }, missing: ['region'] },
    { when: 'taken back by it', before: { budget: 'x', region: 'north' }, own: { budget: null }, missing: ['budget'] },
    { when: 'never recorded', before: { budget: 'x' }, own: { country: 'dk' }, missing: ['region'] },
    { when: 'what every object has is no field', before: {}, own: {}, missing: ['budget', 'region'] },
  ])('$when', ({ before, own, missing }) => {
    const standing = foldStanding(NOTHING_YET, { ...qualified(before), type: 'touch' });
    const verdict = transition(asking, 'start', qualified(own), stepFacts(standing, qualified(own)));
    expect(verdict.ok ? null : verdict.missing.map(({ params }) => params['missing'])).toEqual(missing === null ? null : [missing]);
  });

  test('a step that asks for none never reads through what is known, however many events there are', () => {
    let looks = 0;
    const spied = <T extends object>(known: T): T =>
      new Proxy(known, {
        ownKeys: (of) => ((looks += 1), Reflect.ownKeys(of)),
        get: (of, name) => ((looks += 1), Reflect.get(of, name)),
        has: (of, name) => ((looks += 1), Reflect.has(of, name)),
        getOwnPropertyDescriptor: (of, name) => ((looks += 1), Reflect.getOwnPropertyDescriptor(of, name)),
      });
    const event = { ...qualified({}), attributes: spied({ region: 'north' }) };
    const facts = stepFacts({ ...NOTHING_YET, fields: spied({ budget: true as const }) }, event);
    expect(transition(askingNone, 'start', event, facts).ok).toBe(true);
    expect(looks).toBe(0);
    expect(transition(asking, 'start', event, facts).ok).toBe(true);
    expect(looks).toBeGreaterThan(0);
  });
});
