import { describe, expect, test } from 'vitest';
import { RevpactError } from 'revpact/kernel';
import { acceptanceRate, coaching, ownNumber, speedToLead, type CoachingOptions } from 'revpact/metrics';
import { coachingDocument, toText } from 'revpact/report';
import type { Facts } from 'revpact/vocabulary';
import { aClock, aHandOff, at, facts, options } from '../support/metric-facts.js';

/** Deliveries to a person, of which so many were accepted. */
const given = (person: string | null, accepted: number, of: number) =>
  Array.from({ length: of }, (_, i) => aHandOff(`${person ?? 'nobody'}-${String(i)}`, '04-02', { toPerson: person, acceptedAt: i < accepted ? at('04-03') : null }));
const team: Facts = facts({ handOffs: [...given('zoe', 9, 10), ...given('ben', 2, 10), ...given('amy', 5, 10), ...given('cem', 6, 10), ...given('new', 1, 2), ...given(null, 0, 8)] });
const by: CoachingOptions = { ...options, by: 'row.toPerson', minimumSample: 5, minimumPeople: 3 };
const view = coaching(acceptanceRate, team, by);

describe('numbers by person, for coaching', () => {
  test('people come by name, and too few cases show nothing', () => {
    expect(view.people.map(({ person, value, reason }) => [person, value, reason])).toEqual([
      ['amy', '0.5000', null],
      ['ben', '0.2000', null],
      ['cem', '0.6000', null],
      ['new', null, 'sample_too_small'],
      ['zoe', '0.9000', null],
    ]);
    expect(view.people.find(({ person }) => person === 'new')?.figure).toBeNull();
  });

  test('the team has all cases; its spread is over those with enough, without a name', () => {
    // 23 of 50. Nearest ranks of 0.2, 0.5, 0.6, 0.9: the first, the second, the third.
    expect(view.team).toMatchObject({ value: '0.4600', people: 4, spread: { p25: '0.2000', median: '0.5000', p75: '0.6000' } });
    expect(view.unnamed).toMatchObject({ numerator: 0, denominator: 8 });
  });

  test('a spread over few people would tell who is who', () => {
    expect(coaching(acceptanceRate, team, { ...by, minimumPeople: 5 }).team.spread).toBeNull();
    expect(coaching(acceptanceRate, team, { ...by, minimumSample: 100, minimumPeople: 0 }).team).toMatchObject({ people: 0, spread: null });
  });

  test.each([Number.NaN, 2.5, -1, undefined as never])('a minimum of %s hides nothing, and is refused', (least) => {
    expect(() => coaching(acceptanceRate, team, { ...by, minimumPeople: least })).toThrow(RangeError);
    expect(() => coaching(acceptanceRate, team, { ...by, minimumSample: least })).toThrow(RangeError);
  });

  test('an order by number only for whoever asks; who has too few cases comes last', () => {
    const order = (best: 'higher' | 'lower') => coaching(acceptanceRate, team, { ...by, order: { best } }).people.map(({ person }) => person);
    expect([order('higher'), order('lower')]).toEqual([
      ['zoe', 'cem', 'amy', 'ben', 'new'],
      ['ben', 'amy', 'cem', 'zoe', 'new'],
    ]);
  });

  test('times in the unit asked for, those who never answered last', () => {
    const clocks = [10, 20, 30].map((minutes, i) => aClock(`b${String(i)}`, '04-02', minutes, { person: 'ben' }));
    const slow = [aClock('a1', '04-02', 90, { person: 'amy' }), aClock('a2', '04-02', null, { person: 'amy' })];
    const made = coaching(speedToLead, facts({ clocks: [...clocks, ...slow] }), { ...options, by: 'row.person', reading: { unit: 'hours' }, minimumSample: 1, minimumPeople: 1 });
    expect(made.people.map(({ person, value, reason }) => [person, value, reason])).toEqual([
      ['amy', null, 'rank_is_open'],
      ['ben', '0.50', null],
    ]);
  });

  test('one person sees the own number and the team’s, and nobody else’s', () => {
    const own = ownNumber(view, 'ben');
    const text = JSON.stringify(own);
    expect(own?.own.value).toBe('0.2000');
    for (const other of ['zoe', 'amy', 'cem', 'new']) expect(text).not.toContain(other);
    expect(ownNumber(view, 'nobody')).toBeNull();
  });

  test('in a team of two the team’s number less one’s own would be the other’s: it is not shown', () => {
    const two = coaching(acceptanceRate, facts({ handOffs: [...given('ben', 2, 10), ...given('amy', 5, 10)] }), by);
    const own = ownNumber(two, 'ben');
    expect([two.team.value, own?.team]).toEqual(['0.3500', null]);
    const said = own === null ? '' : toText(coachingDocument(own), { width: 160, color: false });
    expect(said).toContain('20.0 %');
    expect(said).not.toContain('35.0 %');
  });

  test('a page to talk over', () => {
    const own = ownNumber(view, 'ben');
    const said = own === null ? '' : toText(coachingDocument(own, 'Ben'), { width: 160, color: false }).replace(/\s+/g, ' ');
    expect(said).toContain('20.0 %');
    expect(said).toContain('46.0 %');
    expect(said).toContain('Of 4 people with cases enough, a quarter are at or below 20.0 %, half at or below 50.0 %, three quarters at or below 60.0 %.');
  });

  test('a column that is none', () => {
    expect(() => coaching(acceptanceRate, team, { ...by, by: 'row.toPersn' })).toThrow(RevpactError);
  });
});
