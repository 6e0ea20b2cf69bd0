import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctAccounts, correctContacts, corrections, toldValues, type FactCorrection } from 'revpact/feedback';
import { knownOfAccounts, outcomeRows } from 'revpact/icp/refine';
import { resolve } from 'revpact/lifecycle';
import type { Account } from 'revpact/vocabulary';
import { correction } from '../support/random-log.js';
import { erases, sales, story, type Line } from '../support/lead-log.js';

type Fact = { readonly about?: 'account' | 'contact'; readonly attribute?: string; readonly was?: string | number; readonly is: string | number | null | readonly string[] };

/** A conversation that puts facts right, about the employees of the account unless it says otherwise. */
const tells = (differs: Partial<Line>, ...facts: readonly Fact[]): Line =>
  ({
    type: 'contact_made',
    channel: 'phone',
    by: sales,
    corrected: facts.map((fact) => ({ about: 'account', attribute: 'employees', ...fact })),
    ...differs,
  }) as Line;
const toldBy = (...lines: readonly Line[]): readonly FactCorrection[] => corrections(resolve(story(...lines)), [{ id: 'a', contactId: 'ada' }]);
const acme: Account = { id: 'acme', attributes: { employees: 50, industry: 'Software' } };
const other: Account = { id: 'other', attributes: {} };
const AT_ACME = { accountId: 'acme' } as const;

describe('what conversations put right', () => {
  test('the latest first, with who said so, when, and of whom', () => {
    const told = toldBy(
      { type: 'inquiry', accountId: 'acme' },
      tells({}, { is: 250, was: 50 }, { about: 'contact', attribute: 'role', is: 'CFO' }),
      { type: 'meeting_held', meetingId: 'm1', by: sales, knownAt: 9000, accountId: 'other', corrected: [{ about: 'account', attribute: 'uses', is: ['sap'] }] },
      tells({ leadId: 'b' }, { is: 7 }),
    );
    expect(told.map(({ about, id, attribute, was, is, event }) => [about, id, attribute, was, is, event])).toEqual([
      ['account', null, 'employees', null, 7, 'e4'],
      ['account', 'other', 'uses', null, ['sap'], 'e3'],
      ['contact', 'ada', 'role', null, 'CFO', 'e2'],
      ['account', 'acme', 'employees', 50, 250, 'e2'],
    ]);
    expect(told[1]).toMatchObject({ at: 3000, knownAt: 9000, party: 'sales', person: 'sam' });
    expect(told[3]).toMatchObject({ at: 2000, knownAt: 2000 });
  });

  test('what was erased about a contact corrects nothing; what is of the company stays', () => {
    const told = toldBy(tells(AT_ACME, { about: 'contact', attribute: 'role', was: 'CTO', is: 'CFO' }, { is: 250 }), erases({ leadId: 'a' }));
    expect(told.map(({ about, is }) => [about, is])).toEqual([['account', 250]]);
  });

  test('as dated values, for a refinement: a hand-over sees only what was told before it', () => {
    const told = toldBy(tells(AT_ACME, { is: 250 }), tells({ ...AT_ACME, knownAt: 9000 }, { is: 300 }), tells({ leadId: 'b' }, { is: 7 }));
    const values = toldValues(told);
    expect(values.map(({ id, value, knownAt }) => [id, value, knownAt])).toEqual([
      ['acme', 300, 9000],
      ['acme', 250, 1000],
    ]);
    const handedOver = { leadId: 'l', accountId: 'acme', at: 5000, win: true, decidedAt: 6000 };
    expect(outcomeRows([handedOver], [...knownOfAccounts([acme], 500), ...values]).rows[0]?.attributes).toEqual({ employees: 250, industry: 'Software' });
  });

  test('nobody knows before it is told, whatever was recorded', () => {
    expect(toldBy(tells({ ...AT_ACME, knownAt: 500 }, { is: 250 })).map(({ at, knownAt }) => [at, knownAt])).toEqual([[1000, 1000]]);
  });

  test('told on a day that is all that is known: known once that day must be over, or when it was recorded', () => {
    const midnight = Date.UTC(2026, 3, 15);
    const day = { ...AT_ACME, at: midnight, precision: 'day', zone: 'UTC' } as const;
    const knownAt = (more: Partial<Line> = {}): number | undefined => toldBy(tells({ ...day, ...more }, { is: 250 }))[0]?.knownAt;
    expect(knownAt()).toBe(midnight + 25 * 3_600_000);
    expect(knownAt({ knownAt: midnight + 3_600_000 })).toBe(midnight + 3_600_000);
    // A lead handed over at ten that day was handed over without it.
    const handedOver = { leadId: 'l', accountId: 'acme', at: midnight + 10 * 3_600_000, win: true, decidedAt: midnight + 1e9 };
    const values = toldValues(toldBy(tells(day, { is: 250 })));
    expect(outcomeRows([handedOver], [...knownOfAccounts([acme], 500), ...values]).rows[0]?.attributes).toEqual({ employees: 50, industry: 'Software' });
  });

  test('a conversation that never was corrects nothing', () => {
    expect(toldBy(tells(AT_ACME, { is: 250 }), correction('e1', 'void'))).toEqual([]);
  });
});

describe('accounts as they were known', () => {
  const twoCalls = [tells(AT_ACME, { is: 250, was: 50 }), tells(AT_ACME, { is: 300, was: 250 })];
  test.each<{ when: string; lines: readonly Line[]; asOf?: number; employees: unknown; applied?: readonly string[]; codes?: readonly string[] }>([
    { when: 'nobody said anything', lines: [], employees: 50 },
    { when: 'once', lines: [tells(AT_ACME, { is: 250, was: 50 })], employees: 250, applied: ['e1'] },
    { when: 'not before it was said', lines: [tells(AT_ACME, { is: 250, was: 50 })], asOf: 1000, employees: 50 },
    { when: 'not before it was recorded', lines: [tells({ ...AT_ACME, knownAt: 5000 }, { is: 250 })], asOf: 5000, employees: 50 },
    { when: 'from then on', lines: [tells({ ...AT_ACME, knownAt: 5000 }, { is: 250 })], asOf: 5001, employees: 250, applied: ['e1'] },
    { when: 'twice, the second knowing of the first', lines: twoCalls, employees: 300, applied: ['e2'] },
    { when: 'twice, as of the first', lines: twoCalls, asOf: 2000, employees: 250, applied: ['e1'] },
    {
      when: 'twice, and they disagree',
      lines: [tells(AT_ACME, { is: 250, was: 50 }), tells(AT_ACME, { is: 300, was: 50 })],
      employees: 300,
      applied: ['e2'],
      codes: ['feedback.conflicting_corrections'],
    },
    { when: 'twice the same', lines: [tells(AT_ACME, { is: 250, was: 50 }), tells(AT_ACME, { is: '250.0', was: 50 })], employees: '250.0', applied: ['e2'] },
    { when: 'twice in one report: the later of them', lines: [tells(AT_ACME, { is: 100, was: 50 }, { is: 250, was: 50 })], employees: 250, applied: ['e1'], codes: ['feedback.conflicting_corrections'] },
    { when: 'the record says so already', lines: [tells(AT_ACME, { is: '50', was: 40 })], employees: 50 },
    { when: 'the record says something else than was found there', lines: [tells(AT_ACME, { is: 250, was: 40 })], employees: 250, applied: ['e1'], codes: ['feedback.record_differs'] },
    { when: 'nobody said what was found there', lines: [tells(AT_ACME, { is: 250 })], employees: 250, applied: ['e1'] },
    { when: 'it turned out to be unknown', lines: [tells(AT_ACME, { is: null, was: 50 })], employees: null, applied: ['e1'] },
    { when: 'of an account without a record', lines: [tells({ accountId: 'nobody' }, { is: 5 })], employees: 50, codes: ['feedback.correction_without_record'] },
    { when: 'of nobody knows whom', lines: [tells({}, { is: 5 })], employees: 50, codes: ['feedback.correction_without_record'] },
    { when: 'a name that no record can hold', lines: [tells(AT_ACME, { attribute: '__proto__', is: 5 })], employees: 50, codes: ['feedback.unknown_attribute'] },
  ])('$when → $employees', ({ lines, asOf = 10_000, employees, applied = [], codes = [] }) => {
    const { records, ...rest } = correctAccounts([acme, other], toldBy(...lines), asOf);
    expect(records.map(({ attributes }) => attributes)).toEqual([{ employees, industry: 'Software' }, {}]);
    expect(records[1]).toBe(other);
    expect(rest.applied.map(({ event }) => event)).toEqual(applied);
    expect(rest.issues.map(({ code }) => code)).toEqual(codes);
    expect(rest.issueCount).toBe(codes.length);
  });

  test('the disagreement names both conversations', () => {
    const { issues } = correctAccounts([acme], toldBy(tells(AT_ACME, { is: 250, was: 50 }), tells(AT_ACME, { is: 300, was: 50 })), 10_000);
    expect(issues[0]).toMatchObject({ message: 'conversations disagree on "employees" of account "acme"; the last one, e2, counts', params: { kept: 'e2', overruled: ['e1'] } });
  });

  test('contacts likewise, with or without attributes; what is about the other is left alone', () => {
    const told = toldBy(tells(AT_ACME, { about: 'contact', attribute: 'role', is: 'CFO' }, { is: 250 }));
    expect(correctContacts([{ id: 'ada' }, { id: 'bob', attributes: { role: 'CTO' } }], told, 10_000).records).toEqual([
      { id: 'ada', attributes: { role: 'CFO' } },
      { id: 'bob', attributes: { role: 'CTO' } },
    ]);
    expect(correctAccounts([acme], told, 10_000).records[0]?.attributes).toEqual({ employees: 250, industry: 'Software' });
  });

  test('law: neither the order of the corrections nor that of the accounts changes what is known', () => {
    const line = fc.record({ id: fc.constantFrom('acme', 'other'), is: fc.integer({ min: 49, max: 52 }), was: fc.integer({ min: 49, max: 52 }), at: fc.nat(5) });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.nat(7), (lines, asOf) => {
        const told = toldBy(...lines.map(({ id, is, was, at }) => tells({ accountId: id, at }, { is, was })));
        const forth = correctAccounts([acme, other], told, asOf);
        const back = correctAccounts([other, acme], [...told].reverse(), asOf);
        expect([...back.records].reverse()).toEqual(forth.records);
        // The last word before the moment, looked up the slow way.
        for (const { id, attributes } of forth.records) {
          const last = lines.map((one, i) => ({ ...one, i })).filter((one) => one.id === id && one.at < asOf).sort((a, b) => b.at - a.at || b.i - a.i)[0];
          expect(attributes['employees']).toBe(last?.is ?? (id === 'acme' ? 50 : undefined));
        }
      }),
    );
  });
});
