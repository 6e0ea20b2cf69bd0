import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLifecycle, erase, factsFrom, resolve, type ErasureTarget, type ResolvedLog } from 'revpact/lifecycle';
import { digest } from 'revpact/kernel';
import { safeParseEvents, sirius2006, type Event, type Framework, type Transition } from 'revpact/vocabulary';
import { everyEvent } from '../support/every-event.js';
import { accepts, attempts, delivers, disqualifies, erases, finds, inquires, marketing, merges, qualifies, sales, sdr, story, type Line } from '../support/lead-log.js';
import { anyRecordedLog, correction } from '../support/random-log.js';

const safeEvents = (event: object): readonly [Event] => {
  const read = safeParseEvents([event]);
  const [first] = read.ok ? read.value : [];
  if (first === undefined) throw new Error('no event');
  return [first];
};

const leads = (events: readonly Event[]): readonly string[] => events.flatMap((event) => ('leadId' in event && event.leadId !== undefined ? [event.leadId] : []));

describe('erasing a lead', () => {
  test('takes its id and what was written of it, and keeps what is counted', () => {
    const events = story(
      { ...inquires, source: 'fair', campaign: 'spring', accountId: 'acme', attributes: { mail: 'ann@example.org', seats: 5, title: '', fax: null, vip: false } },
      { type: 'contact_made', channel: 'phone', learned: 'Ann wants it', nextStep: ' ', objection: 'price', by: sdr },
      { ...disqualifies, note: 'Ann left', specifics: { successor: 'Bob', since: ' ' } },
      finds('budget', 'Ann has 5,000'),
      finds('budget', null),
      { type: 'handed_over', opportunityId: 'o1', to: 'customer_success', promises: ['Ann gets a call', 'and a cake'] },
      { ...inquires, leadId: 'b', attributes: { referred_by: 'a', mail: 'ben@example.org' } },
    );
    const erased = erase(events, { leadId: 'a' });
    expect(erased.name).toBe('erased:1');
    expect(erased.events.map(({ id: _, at: __, by: ___, ...said }) => said)).toEqual([
      { type: 'inquiry', leadId: 'erased:1', source: 'fair', campaign: 'spring', accountId: 'acme', attributes: { mail: 'erased', seats: 'erased', title: '', fax: null, vip: 'erased' } },
      { type: 'contact_made', leadId: 'erased:1', channel: 'phone', learned: 'erased', nextStep: ' ', objection: 'price' },
      { type: 'disqualified', leadId: 'erased:1', reason: 'no_budget', note: 'erased', specifics: { successor: 'erased', since: ' ' } },
      { type: 'qualification_recorded', leadId: 'erased:1', framework: 'bant', field: 'budget', value: 'erased', evidence: 'erased' },
      { type: 'qualification_recorded', leadId: 'erased:1', framework: 'bant', field: 'budget', value: null, evidence: 'erased' },
      { type: 'handed_over', leadId: 'erased:1', opportunityId: 'o1', to: 'customer_success', promises: ['erased', 'erased'] },
      { type: 'inquiry', leadId: 'b', attributes: { referred_by: 'erased:1', mail: 'ben@example.org' } },
    ]);
  });

  test('takes what a conversation put right about the person; what it put right about the company is the company’s', () => {
    const corrected = [
      { about: 'account', attribute: 'employees', was: 50, is: 80 },
      { about: 'contact', attribute: 'job_title', was: 'Nurse', is: ['Head of operations', 'Board'] },
      { about: 'contact', attribute: 'age', is: 41 },
      { about: 'contact', attribute: 'mail', was: 'ann@example.org', is: null },
    ] as const;
    const events = story({ type: 'contact_made', channel: 'phone', by: sdr, corrected }, { type: 'meeting_held', meetingId: 'm1', by: sdr, learned: 'Ann left', corrected });
    const { events: after, changes } = erase(events, { leadId: 'a' });
    const left = [
      { about: 'account', attribute: 'employees', was: 50, is: 80 },
      { about: 'contact', attribute: 'job_title', was: 'erased', is: ['erased', 'erased'] },
      { about: 'contact', attribute: 'age', is: 'erased' },
      { about: 'contact', attribute: 'mail', was: 'erased', is: null },
    ];
    expect(after).toMatchObject([{ corrected: left }, { learned: 'erased', corrected: left }]);
    expect(changes[0]?.fields).toEqual(['leadId', 'corrected[1].was', 'corrected[1].is[0]', 'corrected[1].is[1]', 'corrected[2].is', 'corrected[3].was']);
    expect(erase(after, { leadId: 'erased:1' }).events).toEqual(after);
  });

  test('takes who granted leave to contact an account, and keeps why', () => {
    const leave = { type: 'exception_granted', accountId: 'acme', to: 'sales', until: 9, why: 'met at a fair', by: { party: 'marketing', person: 'mia', kind: 'human' } } as const;
    const [event] = safeEvents({ id: 'e1', at: 1, ...leave });
    expect(erase([event], { person: 'mia' }).events).toEqual([{ ...event, by: { ...leave.by, person: 'erased:1' } }]);
  });

  test('accounts for every event that changed: which, where, and its digests', () => {
    const events = story(inquires, { ...inquires, leadId: 'b' }, { ...disqualifies, note: 'Ann left' });
    const { events: after, changes, notices } = erase(events, { leadId: 'a' });
    expect(changes).toEqual([
      { event: 'e1', row: 0, before: digest(events[0]), after: digest(after[0]), fields: ['leadId'] },
      { event: 'e3', row: 2, before: digest(events[2]), after: digest(after[2]), fields: ['leadId', 'note'] },
    ]);
    expect(after[1]).toBe(events[1]);
    expect(notices).toEqual([]);
  });

  test('follows merges that hold, and leaves a lead alone whose merge was taken back', () => {
    const lines: Line[] = [inquires, { ...inquires, leadId: 'b' }, { ...inquires, leadId: 'c' }, { ...inquires, leadId: 'd' }, merges('a', 'b'), merges('c', 'b'), merges('d', 'a')];
    const { events } = erase(story(...lines, correction('e7', 'void')), { leadId: 'a' });
    expect(leads(events)).toEqual(['erased:1.2', 'erased:1', 'erased:1.3', 'd']);
    expect(events.filter(({ type }) => type === 'merge')).toMatchObject([
      { from: 'erased:1.2', into: 'erased:1' },
      { from: 'erased:1.3', into: 'erased:1' },
      { from: 'd', into: 'erased:1.2' },
    ]);
    expect(leads(resolve(events).events)).toEqual(['erased:1', 'erased:1', 'erased:1', 'd']);
  });

  test('covers rows that a duplicate hides, disputes with their settlements, and the reasons of corrections and of theirs', () => {
    const events = story(
      { ...inquires, id: 'x' },
      { ...inquires, id: 'x', attributes: { mail: 'ann@example.org' } },
      { type: 'dispute_raised', disputeId: 'd1', subject: 'Ann said no', leadId: 'a' },
      { type: 'dispute_settled', disputeId: 'd1', outcome: 'Ann was right' },
      { type: 'dispute_settled', disputeId: 'd2', outcome: 'Carl was right' },
      correction('x', { at: 5 }, 'Ann called'),
      correction('e6', 'void', 'Ann had not called'),
      correction('other', 'void', 'Carl called'),
      { type: 'waived', leadId: 'a', clause: 'speed', why: 'Ann was ill' },
    );
    const text = JSON.stringify(erase(events, { leadId: 'a' }).events);
    expect(text).not.toMatch(/Ann|ann@|"a"/);
    expect(text.match(/Carl/g)).toHaveLength(2);
  });

  test('also where names are those of JavaScript itself, and where it was merged on after it was erased', () => {
    const attributes = JSON.parse('{"__proto__":"Ann","constructor":"Ann"}') as Record<string, string>;
    const once = erase(story({ ...inquires, leadId: '__proto__', attributes }, merges('__proto__', 'b')), { leadId: '__proto__' }).events;
    expect(JSON.stringify(once[0])).toContain('"leadId":"erased:1.2","type":"inquiry","attributes":{"__proto__":"erased","constructor":"erased"}');
    const more = [...once, ...story({ ...inquires, leadId: 'c' }, merges('erased:1', 'erased:1.2'), merges('c', 'erased:1')).map((event) => ({ ...event, id: `x${event.id}`, at: 9000 }))];
    expect(leads(erase(more, { leadId: 'c' }).events)).toEqual(['erased:1.2', 'erased:1.3']);
  });

  test('takes a short number in a custom field for a figure: 51 employees are not lead 51', () => {
    const events: readonly Event[] = [
      { id: 'e1', type: 'touch', at: 1, by: { party: 'marketing', kind: 'human' }, leadId: '51' },
      { id: 'e2', type: 'touch', at: 2, by: { party: 'marketing', kind: 'human' }, leadId: 'b', attributes: { employees: '51', referred_by: '00Q51' } },
    ];
    expect(erase(events, { leadId: '51' }).events[1]).toBe(events[1]);
    expect(erase([{ ...events[0], leadId: '00Q51' } as Event, ...events.slice(1)], { leadId: '00Q51' }).events[1]).toMatchObject({ attributes: { employees: '51', referred_by: 'erased:1' } });
  });

  test('says so where there is nothing to erase', () => {
    for (const target of [{ leadId: 'z' }, { person: 'zoe' }] as const) {
      const events = story(inquires);
      const { name, changes, notices, events: after } = erase(events, target);
      expect({ name, changes, codes: notices.map(({ code }) => code) }).toEqual({ name: null, changes: [], codes: ['lifecycle.nothing_to_erase'] });
      expect(after).toEqual(events);
    }
  });

  test('what is imported once more does not come back into what is computed: the rows erased stood first', () => {
    const events = story({ ...inquires, attributes: { mail: 'ann@example.org' } }, { ...disqualifies, note: 'Ann left' });
    const log = resolve([...erase(events, { leadId: 'a' }).events, ...events]);
    expect(log.counts).toMatchObject({ kept: 2, duplicates: 2, conflicts: 2 });
    expect(JSON.stringify(log)).not.toMatch(/Ann|ann@|"a"/);
  });

  test('rows that differed only in what was erased are plain duplicates afterwards', () => {
    const events = story({ ...disqualifies, id: 'x', note: 'Ann' }, { ...disqualifies, id: 'x', at: 1000, note: 'Bob' });
    expect(resolve(events).counts).toMatchObject({ duplicates: 1, conflicts: 1 });
    expect(resolve(erase(events, { leadId: 'a' }).events).counts).toMatchObject({ duplicates: 1, conflicts: 0 });
  });
});

test('a person of ours goes by another name wherever their id stands, and is counted as one person still', () => {
  const events = story(
    { ...inquires, by: sdr },
    { type: 'assigned', to: 'dev', attributes: { OwnerId: 'dev', note: 'dev rang' } },
    { ...delivers, toPerson: 'dev' },
    { ...accepts },
    { ...attempts },
    { type: 'meeting_booked', meetingId: 'm', startsAt: 9, host: 'dev', by: sales },
    { type: 'contact_made', channel: 'phone', learned: 'wants it', by: sdr },
  );
  const erased = erase(events, { person: 'dev' });
  expect(erased.changes.map(({ fields }) => fields.join(' '))).toEqual(['by.person', 'to attributes.OwnerId', 'toPerson', 'by.person', 'by.person', 'host', 'by.person']);
  expect(erased.events[1]).toMatchObject({ to: 'erased:1', attributes: { OwnerId: 'erased:1', note: 'dev rang' } });
  expect(erased.events[6]).toMatchObject({ learned: 'wants it' });
  const { facts } = factsFrom(sirius2006, resolve(erased.events));
  expect(facts.handOffs).toMatchObject([{ toPerson: 'erased:1', firstAttemptPerson: 'erased:1' }]);
  expect(facts.leads).toMatchObject([{ owner: 'erased:1' }]);
});

describe('an erasure in the log', () => {
  const named = (log: ResolvedLog): string => leads(log.events).join(' ');

  test.each<{ when: string; lines: readonly Line[]; names: string }>([
    { when: 'before a merge into the erased lead', lines: [erases({ leadId: 'a' }), merges('b', 'a')], names: 'erased:1 erased:1 c' },
    { when: 'after it', lines: [merges('b', 'a'), erases({ leadId: 'a' })], names: 'erased:1 erased:1 c' },
    { when: 'of what was merged away', lines: [merges('a', 'b'), erases({ leadId: 'a' })], names: 'erased:1 erased:1 c' },
    { when: 'of both, before they are merged: the first name is theirs, and no other changes', lines: [erases({ leadId: 'b' }), erases({ leadId: 'a' }), erases({ leadId: 'c' }), merges('a', 'b')], names: 'erased:1 erased:1 erased:3' },
    { when: 'of one lead, twice', lines: [erases({ leadId: 'a' }), erases({ leadId: 'a' }), erases({ leadId: 'c' })], names: 'erased:1 b erased:2' },
    { when: 'whose merge was taken back', lines: [merges('a', 'b'), erases({ leadId: 'a' }), correction('e4', 'void')], names: 'erased:1 b c' },
    { when: 'that a correction takes back in vain', lines: [erases({ leadId: 'a' }), correction('e4', 'void')], names: 'erased:1 b c' },
    { when: 'hidden by a duplicate of its id', lines: [erases({ leadId: 'a' }), { ...erases({ leadId: 'b' }), id: 'e4' }], names: 'erased:1 erased:2 c' },
    { when: 'of a name given before', lines: [erases({ leadId: 'erased:7' }), erases({ leadId: 'a' })], names: 'erased:1 b c' },
  ])('$when', ({ lines, names }) => {
    expect(named(resolve(story(inquires, { ...inquires, leadId: 'b' }, { ...inquires, leadId: 'c' }, ...lines)))).toBe(names);
  });

  test('holds for a lead that a later merge made one with the erased, also as of before that merge; they are two then', () => {
    const events = story(inquires, { ...inquires, leadId: 'b', attributes: { mail: 'ann@example.org' } }, { ...erases({ leadId: 'a' }), at: 9000 }, { ...merges('a', 'b'), at: 8000 });
    const before = resolve(events, { knownBy: 5000 });
    expect(named(before)).toBe('erased:1.2 erased:1');
    expect(JSON.stringify(before)).not.toContain('ann@');
  });

  test('is reported with its name and how many events it concerns; one that names nobody is a notice', () => {
    const { report, notices } = resolve(story(inquires, { ...inquires, leadId: 'b' }, { ...attempts, leadId: 'b' }, merges('a', 'b'), erases({ leadId: 'a' }), erases({ person: 'dev' }), erases({ leadId: 'zz' })));
    expect(report.erasures).toEqual({
      count: 3,
      first: [
        { erasure: 'e5', of: 'lead', name: 'erased:1', events: 3 },
        { erasure: 'e6', of: 'person', name: 'erased:2', events: 1 },
        { erasure: 'e7', of: 'lead', name: 'erased:3', events: 0 },
      ],
    });
    expect(notices.map(({ code, path }) => [code, path])).toEqual([['lifecycle.erasure_without_target', [6]]]);
  });

  test('is not given away by a notice', () => {
    const log = resolve(story({ ...inquires, leadId: 'ann', at: 1 }, { ...qualifies, leadId: 'ann', at: 1 }, merges('ann', 'bob'), merges('bob', 'ann'), erases({ leadId: 'ann' })), { leads: new Set(['carl']) });
    expect(log.notices.map(({ code }) => code)).toEqual(['lifecycle.merge_cycle', 'lifecycle.tie']);
    expect(JSON.stringify(log)).not.toMatch(/ann|bob/);
  });
});

test('the lead for which a customer spoke is renamed there, too, and goes by its home after a merge', () => {
  const speaks = { type: 'advocacy', kind: 'reference', act: 'used', usedFor: 'ann', leadId: 'carl' } as const;
  const usedFor = (events: readonly Event[]): readonly unknown[] => events.flatMap((event) => (event.type === 'advocacy' ? [event.usedFor] : []));
  const told = story(speaks, { ...inquires, leadId: 'ann' });
  const gone = erase(told, { leadId: 'ann' });
  expect([usedFor(gone.events), gone.changes.map(({ event, fields }) => [event, ...fields])]).toEqual([['erased:1'], [['e1', 'usedFor'], ['e2', 'leadId']]]);
  expect(usedFor(resolve(story(speaks, { ...inquires, leadId: 'ann' }, erases({ leadId: 'ann' }))).events)).toEqual(['erased:1']);
  expect(usedFor(resolve(story(speaks, { ...inquires, leadId: 'ann' }, merges('ann', 'bob'))).events)).toEqual(['bob']);
  expect(usedFor(resolve(story(speaks, { ...inquires, leadId: 'ann' }, merges('ann', 'bob'), erases({ leadId: 'bob' }))).events)).toEqual(['erased:1']);
  expect(usedFor(erase(gone.events, { leadId: 'zed' }).events)).toEqual(['erased:1']);
});

/** What was put right about an account is the company's. */
const PUT_RIGHT = ['corrected[0].attribute', 'corrected[0].was', 'corrected[0].is'];

/** Fields that keep what stands in them when a lead is erased, by type of event. Those of people go when the person is erased. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  '*': ['id', 'by.person', 'accountId'],
  inquiry: ['source', 'campaign'],
  touch: ['source', 'campaign', 'message'],
  qualified: ['source', 'campaign'],
  assigned: ['to', 'toParty'],
  handed_off: ['toPerson', 'fields[0]'],
  meeting_booked: ['meetingId', 'host'],
  meeting_rescheduled: ['meetingId'],
  meeting_cancelled: ['meetingId'],
  meeting_held: ['meetingId', ...PUT_RIGHT],
  meeting_no_show: ['meetingId'],
  meeting_accepted: ['meetingId'],
  meeting_declined: ['meetingId'],
  opportunity_opened: ['opportunityId'],
  opportunity_advanced: ['opportunityId'],
  opportunity_won: ['opportunityId'],
  opportunity_lost: ['opportunityId'],
  handed_over: ['opportunityId'],
  feedback_answered: ['answers'],
  advocacy: ['usedFor'],
  dispute_raised: ['disputeId'],
  dispute_settled: ['disputeId'],
  correction: ['corrects'],
  contact_made: PUT_RIGHT,
  // About no lead.
  practice_held: ['attributes.field'],
  provided: ['attributes.field', 'accountIds[0]'],
  exception_granted: ['attributes.field', 'why'],
  exception_ended: ['attributes.field', 'ends', 'why'],
};
const PEOPLE = ['by.person', 'to', 'toPerson', 'host', 'person'];

describe('every field of every type of event that takes any text', () => {
  // Made from the schemas, so that a field added later is in here, and fails until it is decided what becomes of it.
  const planted = everyEvent('Ann');
  /** The same events, about one lead: its own, a dispute and its settlement, a merge, corrections of one of them. */
  const about = planted.map(({ event, ...rest }) => ({
    ...rest,
    event: {
      ...event,
      ...('leadId' in event ? { leadId: 'Ann lead' } : {}),
      ...('disputeId' in event ? { disputeId: 'dispute' } : {}),
      ...('corrects' in event ? { corrects: planted.find((one) => one.event['type'] === 'inquiry')?.event['id'] } : {}),
      ...(event['type'] === 'merge' ? { from: 'Ann lead', into: 'Ann twin' } : {}),
    },
  }));
  const events = ((): readonly Event[] => {
    const read = safeParseEvents(about.map(({ event }) => event));
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    return read.value;
  })();
  const textsIn = (value: unknown): readonly string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];

  test('is planted, in all types of event', () => {
    expect(new Set(events.map(({ type }) => type)).size).toBe(39);
    expect(planted.flatMap(({ paths }) => paths).length).toBeGreaterThan(150);
    expect(planted.find(({ event }) => event['type'] === 'rejected')?.paths).toEqual(
      expect.arrayContaining(['id', 'by.person', 'leadId', 'accountId', 'attributes.field', 'specifics.field', 'note']),
    );
  });

  test.each([
    { by: 'erase', erased: () => erase(events, { leadId: 'Ann lead' }).events },
    { by: 'an erasure in the log', erased: () => resolve([...events, { id: 'erasure', type: 'erasure', at: 9, by: marketing, leadId: 'Ann lead' }]).events },
  ])('is erased by $by, or is one that is kept on purpose', ({ erased }) => {
    for (const event of erased()) {
      const kept = [...(KEPT['*'] ?? []), ...(KEPT[event.type] ?? []), ...(event.type === 'erasure' ? ['person'] : [])].map((path) => `Ann ${event.type} ${path}`);
      const left = textsIn(event).filter((text) => text.includes('Ann') && !kept.includes(text));
      // An erasure of a person is about no lead, a correction of the inquiry corrects its id.
      expect(left.filter((text) => text !== 'Ann inquiry id' && !(event.type === 'erasure' && 'person' in event && event.person !== undefined))).toEqual([]);
    }
  });

  test('holds a person of ours only where they are found', () => {
    const same = events.map((event) => {
      const put = (key: string, path: string): object => (key in event && PEOPLE.includes(path) ? { [key]: 'Dev' } : {});
      return { ...event, by: { ...event.by, person: 'Dev' }, ...(event.type === 'assigned' ? put('to', 'to') : {}), ...put('toPerson', 'toPerson'), ...put('host', 'host'), ...put('person', 'person') };
    });
    expect(same.filter((event) => JSON.stringify(event).includes('Dev'))).toHaveLength(same.length);
    expect(JSON.stringify(erase(same, { person: 'Dev' }).events)).not.toContain('Dev');
    expect(JSON.stringify(resolve([...same, { id: 'erasure', type: 'erasure', at: 9, by: { party: 'sales', person: 'Dev', kind: 'human' }, person: 'Dev' }]))).not.toContain('Dev');
  });
});

describe('laws', () => {
  /** A life whose steps ask for custom fields, findings, tiers and contact. */
  const demanding: Framework = {
    ...sirius2006,
    transitions: sirius2006.transitions.map((step: Transition, i) => ({
      ...step,
      requires: [
        ...(step.requires ?? []),
        ...(i % 4 === 0 ? [{ kind: 'fields', allOf: ['email'] } as const] : []),
        ...(i % 4 === 1 ? [{ kind: 'qualification', framework: 'bant', allOf: ['budget'] } as const] : []),
        ...(i % 4 === 2 ? [{ kind: 'contacted' } as const] : []),
        ...(i % 4 === 3 ? [{ kind: 'fit_tier', oneOf: ['a'] } as const] : []),
      ],
    })),
  };
  const lifecycle = createLifecycle(demanding);
  const log = anyRecordedLog(demanding);
  const target: fc.Arbitrary<ErasureTarget> = fc.oneof(fc.constantFrom('a', 'b', 'c').map((leadId) => ({ leadId })), fc.constantFrom('mia', 'dev', 'sam').map((person) => ({ person })));
  const horizon = fc.record({ asOf: fc.option(fc.nat({ max: 120 }), { nil: Infinity }), knownBy: fc.option(fc.nat({ max: 120 }), { nil: Infinity }) });

  /** The same value with leads and people numbered as they first appear. */
  const unnamed = (value: unknown): unknown => {
    const numbers = new Map<string, string>();
    const number = (kind: string, id: string): string => {
      const key = `${kind} ${id}`;
      if (!numbers.has(key)) numbers.set(key, `${kind} ${String(numbers.size)}`);
      return numbers.get(key) ?? '';
    };
    const LEAD = ['leadId', 'from', 'into', 'home', 'name'];
    const PERSON = ['person', 'owner', 'toPerson', 'firstAttemptPerson', 'bookedBy', 'holder'];
    const walk = (one: unknown, key: string): unknown => {
      if (typeof one === 'string') return LEAD.includes(key) ? number('lead', one) : PERSON.includes(key) ? number('person', one) : one;
      if (Array.isArray(one)) return one.map((inner) => walk(inner, key));
      if (typeof one !== 'object' || one === null) return one;
      return Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, walk(inner, name)]));
    };
    return walk(value, '');
  };
  /** Everything that is counted of a log, and nothing that names anybody. */
  const counted = (events: readonly Event[], cut: object): unknown => {
    const resolved = resolve(events, cut);
    const { facts, replay } = factsFrom(lifecycle, resolved);
    const { merges: joined, erasures, ...report } = resolved.report;
    return unnamed({
      counts: resolved.counts,
      ties: resolved.ties,
      report: { ...report, merges: joined, erasures: erasures.first.map(({ erasure, events: concerned }) => [erasure, concerned]) },
      notices: resolved.notices.map(({ code, path }) => [code, path]),
      facts,
      visits: replay.visits,
      violations: replay.violations.map(({ missing, ...violation }) => ({ ...violation, missing: missing.map(({ code, params }) => [code, params]) })),
      states: [...replay.states.values()].map(({ stage, standing, steps, violations }) => ({ stage, standing, steps, violations })),
    });
  };

  test('what remains counts the same, at every horizon, under other names', () => {
    fc.assert(
      fc.property(log, target, horizon, (events, who, cut) => {
        expect(counted(erase(events, who).events, cut)).toEqual(counted(events, cut));
      }),
    );
  });

  test('an erasure in the log changes no figure either', () => {
    fc.assert(
      fc.property(log, target, horizon, (events, who, cut) => {
        const withErasure: readonly Event[] = [...events, { id: 'last', type: 'erasure', at: 500, by: marketing, ...who }];
        const { facts, replay } = factsFrom(lifecycle, resolve(withErasure, cut));
        const before = factsFrom(lifecycle, resolve(events, cut));
        expect(unnamed(facts)).toEqual(unnamed(before.facts));
        expect(unnamed(replay.violations)).toEqual(unnamed(before.replay.violations));
      }),
    );
  });

  test('erasing twice changes nothing', () => {
    fc.assert(
      fc.property(log, target, (events, who) => {
        const once = erase(events, who);
        for (const again of [who, ...(once.name === null ? [] : ['leadId' in who ? { leadId: once.name } : { person: once.name }])]) {
          const twice = erase(once.events, again);
          expect(twice.changes).toEqual([]);
          expect(twice.events.every((event, row) => event === once.events[row])).toBe(true);
        }
      }),
    );
  });

  test('the account lists what changed and nothing else, and names nobody', () => {
    fc.assert(
      fc.property(log, target, (events, who) => {
        const { events: after, changes } = erase(events, who);
        const rows = new Set(changes.map(({ row }) => row));
        after.forEach((event, row) => {
          expect(event !== events[row]).toBe(rows.has(row));
        });
        for (const { row, before, after: now, event } of changes) {
          expect([event, before, now]).toEqual([events[row]?.id, digest(events[row]), digest(after[row])]);
          expect(now).not.toBe(before);
        }
        expect(after.every((event) => safeParseEvents([event]).ok)).toBe(true);
      }),
    );
  });
});
