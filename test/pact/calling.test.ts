import { describe, expect, test } from 'vitest';
import { formatPath, unwrap } from 'revpact/kernel';
import { LEARNING_DAYS, lintPact, listStandings, pactFacts, review, safeParsePact, versionsInForce, type Pact } from 'revpact/pact';
import { reviewDocument, toMarkdown } from 'revpact/report';
import { safeParseEvents, type Event } from 'revpact/vocabulary';
import { acme, acmeJson, life, ny } from '../support/pact.js';

const DAY = 86_400_000;
const asOf = Date.parse('2026-07-01T00:00:00Z');
const sdr = 'sales_development/sdr_ben';
const by = { party: 'marketing', person: 'mk_anna', kind: 'human' } as const;

const read = (...events: readonly object[]): readonly Event[] => unwrap(safeParseEvents(events));
const madeOf = (events: readonly Event[], pacts: readonly Pact[] = [acme()]) => {
  const versions = unwrap(versionsInForce(pacts));
  return pactFacts(versions, versions.at(-1)!, events, { asOf });
};

/** Acme is on the list of 1 April, and has a dossier; Beta and Delta are not. */
const listed = read(
  { id: 'list', type: 'provided', at: ny('04-01', '09:00'), by, item: 'target_list', to: 'sales_development', accountIds: ['acme', 'gamma'] },
  { id: 'dossiers', type: 'provided', at: ny('04-02', '09:00'), by, item: 'dossiers', to: 'sales_development', accountIds: ['acme', 'beta'] },
);
/** Marketing lets Beta be called from the 10th on, until the 20th. */
const granted = { id: 'leave', type: 'exception_granted', at: ny('04-10', '10:00'), by, accountId: 'beta', to: 'sales_development', channel: 'phone', until: ny('04-20', '10:00'), why: 'Met at a fair.' };
const call = (at: string, more: object = {}) => ({ type: 'attempt', at, by: sdr, channel: 'phone', accountId: 'beta', ...more }) as const;

describe('whether an attempt was let through', () => {
  const excepted = (attempts: readonly ReturnType<typeof call>[], more: readonly object[] = [], pacts?: readonly Pact[]) =>
    madeOf([...listed, ...read(granted, ...more), ...life('B', ...attempts)], pacts).facts.activities.map((one) => one.excepted);

  test.each([
    { when: 'the moment it was granted', at: ny('04-10', '10:00'), is: true },
    { when: 'a minute before', at: ny('04-10', '09:59'), is: false },
    { when: 'the last minute of it', at: ny('04-20', '09:59'), is: true },
    { when: 'the moment it ends', at: ny('04-20', '10:00'), is: false },
    { when: 'by another channel', at: ny('04-15', '10:00'), more: { channel: 'email' }, is: false },
    { when: 'by another party', at: ny('04-15', '10:00'), more: { by: 'sales/rep_frank' }, is: false },
    { when: 'another account', at: ny('04-15', '10:00'), more: { accountId: 'delta' }, is: false },
    { when: 'no known account', at: ny('04-15', '10:00'), more: { accountId: undefined }, is: null },
    { when: 'on a day that lies within it', at: '2026-04-15', more: { precision: 'day', zone: 'America/New_York' }, is: true },
    { when: 'on the day it was granted, nobody knows at what time', at: '2026-04-10', more: { precision: 'day', zone: 'America/New_York' }, is: null },
    { when: 'on a day long after', at: '2026-05-15', more: { precision: 'day', zone: 'America/New_York' }, is: false },
  ])('$when → $is', ({ at, more = {}, is }) => {
    const { accountId: _own, ...rest } = call(at);
    const said = 'accountId' in more && more.accountId === undefined ? rest : { ...call(at), ...more };
    const day = 'precision' in more ? { ...said, at: ny(at.slice(5), '00:00') } : said;
    expect(excepted([day as ReturnType<typeof call>])).toEqual([is]);
  });

  const within = call(ny('04-15', '10:00'));
  const { contactRules: _rules, ...silent } = acme();
  test.each([
    { when: 'it was ended before', more: [{ id: 'end', type: 'exception_ended', at: ny('04-14', '10:00'), by, ends: 'leave' }], is: false, notices: [] },
    { when: 'it was corrected away', more: [{ id: 'c', type: 'correction', at: ny('04-14', '10:00'), by, corrects: 'leave', change: { kind: 'void' }, why: 'wrong account' }], is: false, notices: [] },
    { when: 'the asking party granted another one to itself', more: [{ ...granted, id: 'own', accountId: 'delta', by: { party: 'sales_development', kind: 'human' } }], is: true, notices: ['icp.exception_not_theirs', 'icp.exception_to_itself'] },
  ])('$when', ({ more, is, notices }) => {
    expect(excepted([within], more)).toEqual([is]);
    const { notices: all } = madeOf([...listed, ...read(granted, ...more), ...life('B', within)]);
    expect(all.map(({ code }) => code).filter((code) => code.startsWith('icp.')).sort()).toEqual([...notices].sort());
  });

  test('nobody knows under a pact that does not say who may; a grant counts by the version under which it was made', () => {
    expect(excepted([within], [], [silent])).toEqual([null]);
    const strict: Pact = { ...acme(), version: '2026.2', effectiveFrom: ny('04-12', '00:00'), contactRules: { exceptionsBy: ['sales'], longestDays: 2 } };
    expect(excepted([within], [], [acme(), strict])).toEqual([true]);
    expect(excepted([within], [{ ...granted, id: 'later', at: ny('04-13', '10:00'), accountId: 'delta' }], [silent, strict])).toEqual([false]);
  });

  test('an exception is cut to the longest time agreed on', () => {
    const long = { ...granted, accountId: 'delta', id: 'long', until: ny('06-30', '10:00') };
    const { exceptions } = madeOf([...listed, ...read(long)]);
    expect(exceptions.map(({ event, from, until }) => [event, (until - from) / DAY])).toEqual([['long', 30]]);
  });
});

describe('whether a report says what was agreed', () => {
  const talk = (more: object) => ({ type: 'contact_made', at: ny('04-15', '10:00'), by: sdr, channel: 'phone', learned: 'Two sites.', message: 'no_shows', ...more }) as const;
  const { reportRules: _rules, ...silent } = acme();
  test.each([
    { when: 'learned and message, as the pact asks', more: {}, is: true },
    { when: 'no message', more: { message: undefined }, is: false },
    { when: 'a message nobody agreed on', more: { message: 'discount' }, is: false },
    { when: 'an objection nobody agreed on', more: { objection: 'weather' }, is: false },
    { when: 'a fact put right that both sides speak of', more: { corrected: [{ about: 'account', attribute: 'employees', was: 50, is: 80 }] }, is: true },
    { when: 'a meeting', more: { type: 'meeting_held', meetingId: 'm1', channel: undefined }, is: true },
  ])('$when → $is', ({ more, is }) => {
    const said = Object.fromEntries(Object.entries({ ...talk({}), ...more }).filter(([, value]) => value !== undefined)) as ReturnType<typeof talk>;
    expect(madeOf(life('R', said)).facts.conversations.map(({ complete }) => complete)).toEqual([is]);
    expect(madeOf(life('R', said), [silent]).facts.conversations.map(({ complete }) => complete)).toEqual([null]);
  });
});

test('codes that nobody agreed on cost no more than those that everybody did: nobody is told what was meant', () => {
  const pact = acme();
  const many: Pact = { ...pact, messages: Array.from({ length: 100 }, (_, i) => ({ id: `m${String(i)}_${'x'.repeat(50)}`, text: 'One', audience: 'All' })) };
  const talks = read(
    ...Array.from({ length: 5000 }, (_, i) => ({ id: `c${String(i)}`, type: 'contact_made', leadId: 'a', at: Date.parse(ny('04-15', '10:00')) + i, by, channel: 'phone', message: `n${String(i)}_${'y'.repeat(50)}` })),
    ...Array.from({ length: 5000 }, (_, i) => ({ id: `l${String(i)}`, type: 'opportunity_lost', leadId: 'a', opportunityId: 'o', at: Date.parse(ny('04-16', '10:00')) + i, by, reason: `n${String(i)}_${'y'.repeat(50)}` })),
  );
  // Letter by letter, these are 5,000 × 100 × 2,700 comparisons for the messages alone: half a minute.
  const before = performance.now();
  expect(madeOf(talks, [many]).facts.conversations.every(({ complete }) => complete === false)).toBe(true);
  expect(performance.now() - before).toBeLessThan(5000);
});

describe('how a party worked its list', () => {
  const attempts = life(
    'L',
    call(ny('04-03', '10:00'), { accountId: 'acme' }),
    call(ny('04-11', '10:00')),
    call(ny('04-12', '10:00')),
    call(ny('04-22', '10:00')),
    call(ny('04-23', '10:00'), { channel: 'email' }),
    call(ny('04-24', '10:00'), { by: 'sales/rep_frank' }),
    call(ny('03-20', '10:00'), { accountId: 'acme' }),
  );
  const events = [...listed, ...read(granted), ...attempts];

  test('its accounts, tried and researched, and where attempts by the channels that ask the list went', () => {
    const { facts, exceptions } = madeOf(events);
    const period = { label: '2026-Q2', start: Date.parse(ny('04-01', '00:00')), end: asOf, zone: 'America/New_York' };
    const [standing, ...others] = listStandings(facts, exceptions, { period, asOf, channels: ['phone'] });
    expect(others).toEqual([]);
    expect(standing).toMatchObject({
      party: 'sales_development',
      listEvent: 'list',
      accounts: 2,
      tried: 1,
      researched: 1,
      attempts: { onList: 1, excepted: 2, offList: 1, unknown: 0 },
      exceptions: [{ event: 'leave', attempts: 2 }],
    });
  });

  test('is in the review and in its document, with what was learned and the answers owed', () => {
    const sent = life(
      'S',
      { type: 'qualified', at: ny('04-13', '09:00'), by: 'marketing', stage: 'mql' },
      { type: 'handed_off', at: ny('04-13', '09:00'), by: 'marketing', handOff: 'mql_to_sdr', to: 'sales_development', toPerson: 'sdr_ben' },
      { type: 'rejected', at: ny('04-13', '10:00'), by: sdr, stage: 'rejected', class: 'clerical', reason: 'bad_data', specifics: { field: 'phone' } },
    );
    const made = review([acme()], { events: [...events, ...sent] }, { period: '2026-Q2', asOf });
    expect(made.lists).toHaveLength(1);
    expect(made.answers.items).toMatchObject([{ owner: 'marketing', reason: 'bad_data', state: 'open' }]);
    expect(made.learned).toMatchObject({ windowDays: LEARNING_DAYS, delivered: 1, judged: 1 });
    expect(made.calls.attempts).toBe(6);
    const page = toMarkdown(reviewDocument(made));
    for (const words of ['## Whom we called', '1 of them (50.0 %); 1 of them (50.0 %) have a dossier', 'Met at a fair.', '## Answers owed', '0 of 1 items of feedback of the period']) expect(page).toContain(words);
  });
});

describe('a pact whose parts do not fit', () => {
  const issuesOf = (change: (pact: Record<string, unknown>) => void): readonly string[] => {
    const pact = acmeJson();
    change(pact);
    const result = safeParsePact(pact);
    return result.ok ? [] : result.issues.map(({ code, path }) => `${code} at ${formatPath(path)}`);
  };
  const part = (pact: Record<string, unknown>, name: string) => pact[name] as Record<string, unknown>;
  const first = (pact: Record<string, unknown>, name: string, list: string) => (part(pact, name)[list] as Record<string, unknown>[])[0]!;

  test.each<{ readonly wrong: string; readonly change: (pact: Record<string, unknown>) => void; readonly is: readonly string[] }>([
    { wrong: 'an attribute that nobody agreed on', change: (pact) => { first(pact, 'targetFilter', 'criteria')['when'] = { is: 'present', attribute: 'contry' }; }, is: ['icp.unknown_attribute at targetFilter.criteria[0].when.attribute'] },
    { wrong: 'an action for a tier that there is not', change: (pact) => { first(pact, 'actionMatrix', 'cells')['fit'] = 'E'; }, is: ['icp.unknown_tier at actionMatrix.cells[0].fit', 'icp.missing_cell at actionMatrix.cells'] },
    { wrong: 'an action by a party that there is not', change: (pact) => { first(pact, 'actionMatrix', 'actions')['by'] = 'finance'; }, is: ['pact.unknown_reference at actionMatrix.actions[0].by'] },
    { wrong: 'a matrix without an engagement model', change: (pact) => { delete pact['engagement']; }, is: ['pact.matrix_without_sides at actionMatrix'] },
    { wrong: 'levels in no order', change: (pact) => { first(pact, 'engagement', 'levels')['atLeast'] = 5; }, is: ['icp.level_order at engagement.levels[1].atLeast'] },
    { wrong: 'a section twice', change: (pact) => { first(pact, 'dossier', 'sections')['id'] = 'people'; }, is: ['icp.duplicate_id at dossier.sections[1].id'] },
    { wrong: 'exceptions by a party that there is not', change: (pact) => { part(pact, 'contactRules')['exceptionsBy'] = ['sale']; }, is: ['pact.unknown_reference at contactRules.exceptionsBy[0]'] },
    { wrong: 'an objection twice', change: (pact) => { first(pact, 'reportRules', 'objections')['id'] = 'timing'; }, is: ['pact.duplicate_id at reportRules.objections[1].id'] },
    { wrong: 'an answer by a party that there is not', change: (pact) => { (pact['exitReasons'] as Record<string, unknown>[])[2]!['answeredBy'] = 'marketng'; }, is: ['pact.unknown_reference at exitReasons[2].answeredBy'] },
  ])('$wrong', ({ change, is }) => {
    expect(issuesOf(change)).toEqual(is);
  });

  test('an action to which nothing leads, and a report that asks for a message where none is agreed, are worth talking about', () => {
    const { actionMatrix, ...rest } = acme();
    if (actionMatrix === undefined) throw new Error('the example has a matrix');
    const idle: Pact = { ...rest, messages: [], actionMatrix: { ...actionMatrix, actions: [...actionMatrix.actions, { id: 'visit', title: 'Go there' }] } };
    expect(lintPact(idle).map(({ code, path }) => `${code} at ${formatPath(path)}`)).toEqual(['icp.idle_action at actionMatrix.actions[4]', 'feedback.nothing_to_report at reportRules.requires[1]']);
  });
});
