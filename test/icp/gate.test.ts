import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
  callGate,
  contactRulesIssues,
  exceptionFinder,
  gateState,
  grantException,
  listExceptions,
  mayContact,
  type CallList,
  type ContactRules,
  type PlannedContact,
} from 'revpact/icp';
import { resolve } from 'revpact/lifecycle';
import type { Event } from 'revpact/vocabulary';
import { aGrant, anEnd, anOptOut, t } from '../support/calling.js';

const RULES: ContactRules = { channels: ['phone', 'in_person'], exceptionsBy: ['sales', 'sales_development'], longestDays: 14 };
const LIST: CallList = {
  in: [{ accountId: 'listed' }],
  out: [
    { accountId: 'fair', reason: 'below_tiers' },
    { accountId: 'double', reason: 'over_capacity' },
    { accountId: 'double', reason: 'duplicate' },
  ],
};
const EVENTS: readonly Event[] = [
  anOptOut('gone', t(1)),
  anOptOut('no_phone', t(1), 'phone'),
  aGrant(),
  aGrant({ id: 'g2', accountId: 'mail_only', channel: 'in_person' }),
];
const STATE = gateState(EVENTS, RULES, {
  leads: [
    { id: 'gone', contactId: 'c1' },
    { id: 'again', contactId: 'c1' },
    { id: 'asked', contactId: 'c2' },
    { id: 'nobody' },
  ],
  contacts: [{ id: 'c2', optedOut: true }, { id: 'c3', optedOut: false }],
});
const call = (contact: Partial<PlannedContact>): PlannedContact => ({
  leadId: 'l1',
  accountId: 'listed',
  channel: 'phone',
  at: t(2),
  party: 'sales_development',
  ...contact,
});

describe('may this contact be made', () => {
  const refused = (code: string, params: object, exceptionBy: readonly string[]) => ({ allowed: false, issue: { code, params }, exceptionBy });
  const OPTED = (lead: string | null, contact: string | null, since: string | null, channel: string | null = null) =>
    refused('icp.opted_out', { lead, contact, since, channel }, []);
  test.each<{ when: string; contact: Partial<PlannedContact>; is: object }>([
    { when: 'on the list', contact: {}, is: { allowed: true, because: 'on_list' } },
    { when: 'by a channel that does not ask the list', contact: { accountId: 'x', channel: 'email' }, is: { allowed: true, because: 'channel_free' } },
    { when: 'by such a channel, of no account', contact: { accountId: null, channel: 'email' }, is: { allowed: true, because: 'channel_free' } },
    { when: 'with an exception', contact: { accountId: 'fair' }, is: { allowed: true, because: 'exception', exception: { event: 'g1' } } },
    { when: 'at the moment it was granted', contact: { accountId: 'fair', at: t(0) }, is: { allowed: true, because: 'exception' } },
    {
      when: 'just before it was granted',
      contact: { accountId: 'fair', at: t(0) - 1 },
      is: refused('icp.off_list', { account: 'fair', why: 'below_tiers' }, ['sales']),
    },
    {
      when: 'at the moment it ended',
      contact: { accountId: 'fair', at: t(10) },
      is: refused('icp.off_list', { account: 'fair', why: 'below_tiers' }, ['sales']),
    },
    {
      when: 'with an exception of another party',
      contact: { accountId: 'fair', party: 'marketing' },
      is: refused('icp.off_list', { account: 'fair', why: 'below_tiers' }, ['sales', 'sales_development']),
    },
    {
      when: 'with an exception for another channel',
      contact: { accountId: 'mail_only' },
      is: refused('icp.off_list', { account: 'mail_only', why: null }, ['sales']),
    },
    { when: 'with one for this channel', contact: { accountId: 'mail_only', channel: 'in_person' }, is: { allowed: true, because: 'exception' } },
    {
      when: 'off the list twice over: the first reason is said',
      contact: { accountId: 'double' },
      is: refused('icp.off_list', { account: 'double', why: 'over_capacity' }, ['sales']),
    },
    { when: 'of no account', contact: { accountId: null }, is: refused('icp.no_account', { lead: 'l1' }, []) },
    { when: 'opted out, though on the list', contact: { leadId: 'gone' }, is: OPTED('gone', 'c1', '2026-03-02T12:00:00Z') },
    { when: 'opted out, though with an exception', contact: { leadId: 'gone', accountId: 'fair' }, is: OPTED('gone', 'c1', '2026-03-02T12:00:00Z') },
    { when: 'opted out and off the list', contact: { leadId: 'gone', accountId: 'x' }, is: OPTED('gone', 'c1', '2026-03-02T12:00:00Z') },
    { when: 'opted out, by a channel that asks no list', contact: { leadId: 'gone', channel: 'email' }, is: OPTED('gone', 'c1', '2026-03-02T12:00:00Z') },
    { when: 'at the moment of the opt-out', contact: { leadId: 'gone', at: t(1) }, is: OPTED('gone', 'c1', '2026-03-02T12:00:00Z') },
    { when: 'just before it', contact: { leadId: 'gone', at: t(1) - 1 }, is: { allowed: true } },
    { when: 'another lead of the contact that opted out', contact: { leadId: 'again' }, is: OPTED('gone', 'c1', '2026-03-02T12:00:00Z') },
    { when: 'no lead yet, of the contact that opted out', contact: { leadId: null, contactId: 'c1' }, is: OPTED('gone', 'c1', '2026-03-02T12:00:00Z') },
    { when: 'whose record says so, at any moment', contact: { leadId: 'asked', at: 0 }, is: OPTED(null, 'c2', null) },
    { when: 'a contact whose record says the opposite', contact: { contactId: 'c3' }, is: { allowed: true } },
    { when: 'by phone, opted out of the phone', contact: { leadId: 'no_phone' }, is: OPTED('no_phone', null, '2026-03-02T12:00:00Z', 'phone') },
    { when: 'in person, opted out of the phone', contact: { leadId: 'no_phone', channel: 'in_person' }, is: { allowed: true, because: 'on_list' } },
  ])('$when', ({ contact, is }) => {
    expect(mayContact(call(contact), LIST, RULES, STATE)).toMatchObject(is);
  });

  test('without a list nobody may, save by an exception; without agreed channels every channel asks', () => {
    const { exceptionsBy, longestDays } = RULES;
    const gate = callGate(null, { exceptionsBy, longestDays }, STATE);
    expect(gate(call({ channel: 'email' }))).toMatchObject(refused('icp.no_list', { account: 'listed', party: 'sales_development' }, ['sales']));
    expect(gate(call({ accountId: 'fair', channel: 'email' }))).toMatchObject({ allowed: true, because: 'exception' });
  });

  test('names that every object has are no leads, contacts or accounts', () => {
    const gate = callGate(LIST, RULES, STATE);
    for (const name of ['__proto__', 'constructor', 'toString'])
      expect(gate(call({ leadId: name, contactId: name, accountId: name }))).toMatchObject({ allowed: false, issue: { code: 'icp.off_list' } });
  });

  test('leads that became one are one, by whichever id they are asked about', () => {
    const merge = (from: string, into: string): Event => ({ id: `m_${from}`, type: 'merge', at: t(0), by: { party: 'marketing', kind: 'automation' }, from, into });
    const merges = [merge('older', 'old'), merge('old', 'new')].filter((event) => event.type === 'merge');
    // The record of the contact is still that of the lead from before the merge.
    const leads = [{ id: 'older', contactId: 'c1' }, { id: 'other', contactId: 'c1' }, { id: 'new', contactId: 'c9' }];
    for (const [log, out] of [[resolve([anOptOut('old', t(1)), ...merges]).events, 'new'], [[anOptOut('older', t(1))], 'new']] as const) {
      const gate = callGate(LIST, RULES, gateState(log, RULES, { leads, merges }));
      for (const contact of [{ leadId: 'older' }, { leadId: 'old' }, { leadId: 'new' }, { leadId: 'other' }, { leadId: null, contactId: 'c9' }])
        expect(gate(call(contact))).toMatchObject({ allowed: false, issue: { code: 'icp.opted_out', params: { lead: out } } });
      expect(gate(call({ leadId: 'stranger' }))).toMatchObject({ allowed: true });
    }
  });

  test('the words of a refusal', () => {
    const said = (contact: Partial<PlannedContact>): string | null => {
      const verdict = mayContact(call(contact), LIST, RULES, STATE);
      return verdict.allowed ? null : verdict.issue.message;
    };
    expect(said({ leadId: 'no_phone' })).toBe('lead "no_phone" asked not to be contacted by phone (2026-03-02T12:00:00Z)');
    expect(said({ leadId: 'asked' })).toBe('contact "c2" asked not to be contacted');
    expect(said({ accountId: 'fair', at: t(20) })).toBe('account "fair" is not on the target list: it has too few points for any tier');
    expect(said({ accountId: 'nobody_knows' })).toBe('account "nobody_knows" is not on the target list');
  });

  test('law: whoever opted out is refused, whatever the list, the exceptions and the order of the log', () => {
    const leads = ['a', 'b', 'c'];
    const events = fc.array(
      fc.oneof(
        fc.record({ lead: fc.constantFrom(...leads), day: fc.nat(5) }).map(({ lead, day }): Event => anOptOut(lead, t(day))),
        fc.record({ account: fc.constantFrom('x', 'y'), day: fc.nat(5) }).map(({ account, day }): Event => aGrant({ accountId: account, at: t(day) })),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(events, fc.constantFrom(...leads), fc.constantFrom('x', 'y', 'listed'), fc.nat(5), (log, leadId, accountId, day) => {
        const contact = call({ leadId, accountId, at: t(day) });
        const verdict = mayContact(contact, LIST, RULES, gateState(log, RULES));
        const out = log.some((event) => event.type === 'opted_out' && event.leadId === leadId && event.at <= t(day));
        const leave = log.some((event) => event.type === 'exception_granted' && event.accountId === accountId && event.at <= t(day));
        expect(verdict.allowed).toBe(!out && (accountId === 'listed' || leave));
        expect(mayContact(contact, LIST, RULES, gateState([...log].reverse(), RULES)).allowed).toBe(verdict.allowed);
      }),
    );
  });
});

describe('exceptions', () => {
  const found = (events: readonly Event[]) => {
    const { exceptions, notices } = listExceptions(events, RULES);
    return { exceptions: exceptions.map(({ event, from, until }) => [event, from, until]), notices: notices.map(({ code, path }) => [code, path]) };
  };
  test.each<{ when: string; events: readonly Event[]; exceptions: readonly unknown[]; notices: readonly unknown[] }>([
    { when: 'granted by those who may', events: [aGrant()], exceptions: [['g1', t(0), t(10)]], notices: [] },
    {
      when: 'granted by others',
      events: [aGrant({ by: { party: 'marketing', kind: 'human' } })],
      exceptions: [],
      notices: [['icp.exception_not_theirs', [0, 'by', 'party']]],
    },
    {
      when: 'granted to itself, by automation',
      events: [aGrant({ by: { party: 'sales_development', kind: 'automation' } })],
      exceptions: [],
      notices: [
        ['icp.exception_to_itself', [0, 'to']],
        ['icp.exception_by_automation', [0, 'by', 'kind']],
      ],
    },
    { when: 'granted for exactly the longest time', events: [aGrant({ until: t(14) })], exceptions: [['g1', t(0), t(14)]], notices: [] },
    {
      when: 'granted for longer',
      events: [aGrant({ until: t(14) + 1 })],
      exceptions: [['g1', t(0), t(14)]],
      notices: [['icp.exception_too_long', [0, 'until']]],
    },
    {
      when: 'granted until the moment it was granted',
      events: [aGrant({ until: t(0) })],
      exceptions: [],
      notices: [['icp.exception_without_time', [0, 'until']]],
    },
    { when: 'ended early, the earliest end counts', events: [anEnd(t(4), 'g1', 'x2'), aGrant(), anEnd(t(3))], exceptions: [['g1', t(0), t(3)]], notices: [] },
    { when: 'ended late: it was over', events: [aGrant(), anEnd(t(12))], exceptions: [['g1', t(0), t(10)]], notices: [] },
    { when: 'ended at the moment it was granted', events: [aGrant(), anEnd(t(0))], exceptions: [], notices: [] },
    {
      when: 'an end of nothing',
      events: [aGrant(), anEnd(t(3), 'g7')],
      exceptions: [['g1', t(0), t(10)]],
      notices: [['icp.exception_unknown', [1, 'ends']]],
    },
    {
      when: 'in the order of the log: by moment and seq, never by id',
      events: [aGrant({ id: 'b' }), aGrant({ id: 'a', seq: 2 }), aGrant({ id: 'z', seq: 1 }), aGrant({ id: 'c', at: t(-1), until: t(1) })],
      exceptions: [
        ['c', t(-1), t(1)],
        ['z', t(0), t(10)],
        ['a', t(0), t(10)],
        ['b', t(0), t(10)],
      ],
      notices: [],
    },
  ])('$when', ({ events, exceptions, notices }) => {
    expect(found(events)).toEqual({ exceptions, notices });
  });

  test('one is found by account, party, channel and moment', () => {
    const find = exceptionFinder(listExceptions([aGrant({ channel: 'phone' }), aGrant({ id: 'g2', at: t(5), until: t(12) })], RULES).exceptions);
    const asked = { accountId: 'fair', party: 'sales_development', channel: 'phone', at: t(1) } as const;
    expect(find(asked)?.event).toBe('g1');
    expect(find({ ...asked, channel: 'email' })).toBeNull();
    expect(find({ ...asked, channel: 'email', at: t(5) })?.event).toBe('g2');
    expect(find({ ...asked, at: t(11) })?.event).toBe('g2');
    expect(find({ ...asked, at: t(12) })).toBeNull();
    expect(find({ ...asked, accountId: '__proto__' })).toBeNull();
  });
});

describe('granting an exception', () => {
  const { type: _, ...grant } = aGrant();
  test('an event that counts', () => {
    const granted = grantException({ ...grant, at: '2026-03-01T12:00:00Z' }, RULES);
    expect(granted).toEqual({ ok: true, value: aGrant() });
    expect(granted.ok && listExceptions([granted.value], RULES).notices).toEqual([]);
  });

  test.each([
    { when: 'every reason at once', given: { by: { party: 'sales_development', kind: 'automation' as const }, until: t(15) }, codes: ['icp.exception_to_itself', 'icp.exception_by_automation', 'icp.exception_too_long'] },
    { when: 'its form', given: { why: '', accountId: '' }, codes: ['input.invalid', 'input.invalid'] },
    { when: 'a moment without offset', given: { until: '2026-03-05T12:00:00' }, codes: ['input.invalid'] },
  ])('refused: $when', ({ given, codes }) => {
    const refused = grantException({ ...grant, ...given }, RULES);
    expect(refused.ok ? [] : refused.issues.map(({ code }) => code)).toEqual(codes);
  });
});

test('what is wrong with contact rules', () => {
  expect(contactRulesIssues(RULES)).toEqual([]);
  const twice = contactRulesIssues({ channels: ['phone', 'phone'], exceptionsBy: ['sales', 'sales'], longestDays: 1 }, ['contactRules'], ['sales', 'marketing']);
  expect(twice.map(({ code, path }) => [code, path])).toEqual([
    ['icp.duplicate_id', ['contactRules', 'exceptionsBy', 1]],
    ['icp.duplicate_id', ['contactRules', 'channels', 1]],
    ['icp.nobody_may_grant', ['contactRules', 'exceptionsBy']],
  ]);
});
